/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "others.h"

#include <json-glib/json-glib.h>
#include <string.h>

static guint
find_client (const char *measured)
{
  static const struct { const char *measured; const char *name; } names[] = {
    { "curl -L -X", "curl -L -X" }, { "curl -L", "curl -L" }, { "libsoup", "libsoup" },
    { "node", "fetch" }, { "python urllib", "Python urllib" }, { "wget", "wget" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_has_prefix (measured, names[i].measured))
      for (guint client = 0; client < rt_others_get_n_clients (); client++)
        if (g_str_equal (rt_others_get_client (client), names[i].name))
          return client;

  g_error ("%s is not in the table", measured);
}

static void
assert_goes (RtGoes      goes,
             JsonObject *row,
             const char *member)
{
  g_assert_cmpint (goes, ==, json_object_get_boolean_member (row, member) ? RT_GOES_ALONG
                                                                            : RT_GOES_NOT);
}

static void
check_row (JsonObject *row)
{
  const char *method = json_object_get_string_member (row, "method");
  gboolean followed = json_object_get_boolean_member (row, "followed");
  gboolean had_content = strstr ("POST PUT PATCH", method) != NULL;
  const char *where = json_object_get_string_member (row, "where");
  RtOtherDeed deed;

  g_assert_true (rt_others_find (find_client (json_object_get_string_member (row, "client")),
                                 json_object_get_int_member (row, "status"), method,
                                 g_str_equal (where, "same") ? RT_WAY_SAME_ORIGIN
                                                             : RT_WAY_OTHER_ORIGIN, &deed));
  g_assert_cmpint (deed.followed, ==, followed);
  if (!followed)
    return;
  g_assert_cmpstr (deed.method, ==, json_object_get_string_member (row, "new_method"));
  assert_goes (deed.authorization, row, "authorization");
  assert_goes (deed.cookie, row, "cookie");
  if (!had_content)
    return;
  assert_goes (deed.content, row, "body_kept");
  g_assert_cmpint (deed.content_type == RT_GOES_ALONG, ==,
                   !json_object_get_null_member (row, "content_type"));
}

static void
test_suite (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "suites",
                                                 "redirects", "measured-clients.json", NULL);
  g_autoptr(JsonParser) parser = json_parser_new ();
  JsonArray *rows;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the measured clients are not at hand");
      return;
    }
  g_assert_true (json_parser_load_from_file (parser, path, NULL));
  rows = json_node_get_array (json_parser_get_root (parser));
  g_assert_cmpuint (json_array_get_length (rows), >, 400);
  for (guint i = 0; i < json_array_get_length (rows); i++)
    check_row (json_array_get_object_element (rows, i));
}

static void
test_words (void)
{
  static const struct { RtDone done; const char *words; } cases[] = {
    /* All do the same. */
    { { 302, "GET", RT_WAY_SAME_ORIGIN, "GET", FALSE, FALSE, FALSE, FALSE, TRUE, TRUE, TRUE, TRUE },
      NULL },
    { { 307, "POST", RT_WAY_SAME_ORIGIN, "POST", TRUE, TRUE, TRUE, TRUE },
      "libsoup and Python urllib would not follow it." },
    { { 302, "POST", RT_WAY_SAME_ORIGIN, "GET", TRUE, FALSE },
      "curl -L -X would send POST without the content." },
    /* Decided by hand: kept though the standard says GET. */
    { { 303, "POST", RT_WAY_SAME_ORIGIN, "POST", TRUE, TRUE, TRUE, TRUE },
      "curl -L, libsoup, fetch, Python requests, Python urllib and wget would send GET without the "
      "content. curl -L -X would send POST without the content." },
    { { 302, "PUT", RT_WAY_SAME_ORIGIN, "PUT", TRUE, TRUE, TRUE, TRUE },
      "curl -L -X would send PUT without the content. libsoup and Python requests would send GET "
      "without the content. Python urllib would not follow it." },
    { { 301, "GET", RT_WAY_OTHER_ORIGIN, "GET", FALSE, FALSE, FALSE, FALSE, TRUE, FALSE },
      "Python urllib and wget would send Authorization along." },
    { { 301, "GET", RT_WAY_UPGRADE, "GET", FALSE, FALSE, FALSE, FALSE, TRUE, FALSE },
      "Python requests, Python urllib and wget would send Authorization along." },
    { { 301, "GET", RT_WAY_OTHER_ORIGIN, "GET", FALSE, FALSE, FALSE, FALSE, TRUE, TRUE },
      "curl -L, curl -L -X, libsoup, fetch and Python requests would leave Authorization out." },
    /* Not followed at all: who would. */
    { { 300, "GET", RT_WAY_SAME_ORIGIN, NULL },
      "curl -L, curl -L -X and wget would send GET." },
    { { 399, "GET", RT_WAY_SAME_ORIGIN, "GET" }, NULL },
    { { 302, "%s%n", RT_WAY_SAME_ORIGIN, "%s%n" },
      "libsoup and Python requests would send GET. Python urllib would not follow it." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = rt_others_to_words (&cases[i].done);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/others/suite", test_suite);
  g_test_add_func ("/others/words", test_words);

  return g_test_run ();
}
