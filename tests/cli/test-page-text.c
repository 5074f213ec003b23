/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Pages of the reference in lines: all of a page is there, and it fits. */

#include "page-text.h"

#include <string.h>

static void
assert_fits (const char *text,
             guint       width)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_utf8_strlen (lines[i], -1) > width && strchr (g_strstrip (lines[i]), ' ') != NULL)
      g_error ("too wide: %s", lines[i]);
}

static void
test_every_code (void)
{
  g_autoptr (RtCatalogue) catalogue = rt_catalogue_new (NULL);
  GListModel *codes = rt_catalogue_get_codes (catalogue);

  for (guint i = 0; i < g_list_model_get_n_items (codes); i++)
    {
      g_autoptr (RtStatusCode) code = g_list_model_get_item (codes, i);
      g_autofree char *page = rt_page_text_of_code (catalogue, code, 60, FALSE);
      g_autofree char *number = g_strdup_printf ("%03d ", rt_status_code_get_code (code));

      g_assert_true (g_str_has_prefix (page, number));
      g_assert_nonnull (strstr (page, "\nMeaning\n"));
      g_assert_nonnull (strstr (page, "\nWhat to do\n"));
      g_assert_nonnull (strstr (page, rt_status_code_get_specification_url (code)));
      g_assert_null (strchr (page, '\033'));
      g_assert_true (g_utf8_validate (page, -1, NULL));
    }
}

static void
test_width (void)
{
  g_autoptr (RtCatalogue) catalogue = rt_catalogue_new (NULL);
  g_autoptr (RtStatusCode) code = rt_catalogue_describe_code (catalogue, 401);
  g_autofree char *page = rt_page_text_of_code (catalogue, code, 60, FALSE);

  assert_fits (page, 60);
  g_assert_nonnull (strstr (page, "\n  WWW-Authenticate: "));
  g_assert_nonnull (strstr (page, "\n  403: "));
}

static void
test_entry (void)
{
  g_autoptr (RtCatalogue) catalogue = rt_catalogue_new (NULL);
  RtEntry *entry = rt_catalogue_find_failure (catalogue, "refused");
  g_autofree char *page = rt_page_text_of_entry (entry, 60, TRUE);

  g_assert_true (g_str_has_prefix (page, "\033[1mConnection refused\033[0m\n"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page-text/every-code", test_every_code);
  g_test_add_func ("/page-text/width", test_width);
  g_test_add_func ("/page-text/entry", test_entry);
  return g_test_run ();
}
