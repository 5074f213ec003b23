/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a word or a number means: a page, several, or a list. */

#include "look-up.h"

typedef struct
{
  const char *query;
  const char *codes;   /* numbers of the pages */
  const char *entries; /* ids of the pages */
  int         match;   /* a number that must be in the list; 0: an empty list,
                        * -1: whatever is in it */
} Case;

static const Case cases[] = {
  { "404", "404", "", 0 },
  { " 404 ", "404", "", 0 },
  { "299", "299", "", 0 },
  { "999", "999", "", 0 },
  { "000", "0", "", 0 },
  { "1234", "1234", "", 0 },
  { "12345", "", "", 0 },
  { "40", "", "", 404 },
  { "1", "", "", 100 },
  { "not found", "404", "", -1 },
  { "NOT FOUND", "404", "", -1 },
  { "not-found", "404", "", -1 },
  { "Request Entity Too Large", "413", "", -1 },
  { "teapot", "418", "", -1 },
  { "I'm a teapot", "418", "", -1 },
  { "im a teapot", "418", "", -1 },
  { "too many", "429", "", -1 },
  { "gateway", "", "", 502 },
  { "GET", "", "get", -1 },
  { "get", "", "get", -1 },
  { "Retry-After", "", "retry-after", -1 },
  { "retry after", "", "retry-after", -1 },
  { "refused", "", "refused", -1 },
  { "Connection refused", "", "refused", -1 },
  { "4xx", "", "4xx", 404 },
  { "qqzzqq", "", "", 0 },
  { "", "", "", 0 },
  { "  ", "", "", 0 },
  { "?!", "", "", 0 },
  { "\xff\xfe", "", "", 0 },
  { "0", "", "", 0 },
  { "6", "", "", 0 },
  { "12", "122", "", 0 },
  { "RFC 9110 15.5.5", "404", "", 0 },
  { "rfc9110, section 15.5.5", "404", "", 0 },
  { "15.5.5", "404", "", 0 },
  { "RFC 9110 15.5", "", "4xx", 404 },
  { "RFC 9110 9.3.1", "", "get", 0 },
  { "section 9.3.1", "", "get", 0 },
  { "RFC 6585", "", "", 429 },
  { "RFC 9999", "", "", 0 },
  { "unautorized", "", "", 401 },
  { "Expires", "", "expires", 0 },
  { "RFC 9110 99.1", "", "", 0 },
};

static char *
join_codes (GPtrArray *codes)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < codes->len; i++)
    g_string_append_printf (text, "%s%d", i > 0 ? " " : "",
                            rt_status_code_get_code (g_ptr_array_index (codes, i)));
  return g_string_free (text, FALSE);
}

static char *
join_entries (GPtrArray *entries)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            rt_entry_get_id (g_ptr_array_index (entries, i)));
  return g_string_free (text, FALSE);
}

static gboolean
is_listed (GPtrArray *codes,
           int        number)
{
  for (guint i = 0; i < codes->len; i++)
    if (rt_status_code_get_code (g_ptr_array_index (codes, i)) == number)
      return TRUE;
  return FALSE;
}

static void
test_cases (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RtCatalogue) catalogue = rt_catalogue_new (&error);

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *row = &cases[i];
      g_autoptr (RtFinding) finding = rt_look_up (catalogue, row->query);
      g_autofree char *codes = join_codes (finding->codes);
      g_autofree char *entries = join_entries (finding->entries);

      g_test_message ("row %zu: pages %s %s, %u listed", i, codes, entries,
                      finding->matches->len);
      g_assert_cmpstr (codes, ==, row->codes);
      g_assert_cmpstr (entries, ==, row->entries);
      if (row->match == 0)
        g_assert_cmpuint (finding->matches->len, ==, 0);
      if (row->match > 0)
        g_assert_true (is_listed (finding->matches, row->match));
      g_assert_true (rt_finding_is_empty (finding) ==
                     (*codes == '\0' && *entries == '\0' && finding->matches->len == 0 &&
                      finding->names->len == 0));
    }
}

/* A code stands on its page or in the list, never in both. */
static void
test_once (void)
{
  g_autoptr (RtCatalogue) catalogue = rt_catalogue_new (NULL);
  g_autoptr (RtFinding) finding = rt_look_up (catalogue, "not found");

  g_assert_false (is_listed (finding->matches, 404));
}

/* What is too much to read is counted. */
static void
test_much (void)
{
  g_autoptr (RtCatalogue) catalogue = rt_catalogue_new (NULL);
  g_autoptr (RtFinding) document = rt_look_up (catalogue, "RFC 9110");
  g_autoptr (RtFinding) word = rt_look_up (catalogue, "not");
  g_autoptr (RtFinding) numbers = rt_look_up (catalogue, "4");

  g_assert_cmpuint (document->matches->len + document->names->len, ==, 0);
  g_assert_cmpuint (document->n_more, >, 100);
  g_assert_false (rt_finding_is_empty (document));
  g_assert_cmpuint (word->matches->len, ==, 20);
  g_assert_cmpuint (word->n_more, >, 20);
  g_assert_cmpuint (numbers->matches->len, >, 25);
  g_assert_cmpuint (numbers->n_more, ==, 0);
  for (guint i = 0; i < numbers->matches->len; i++)
    g_assert_cmpint (rt_status_code_get_code (g_ptr_array_index (numbers->matches, i)) / 100, ==, 4);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/look-up/cases", test_cases);
  g_test_add_func ("/look-up/much", test_much);
  g_test_add_func ("/look-up/once", test_once);

  return g_test_run ();
}
