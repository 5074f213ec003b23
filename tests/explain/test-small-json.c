/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/explain/small-json.c. */

#include "small-json.h"

#include <string.h>

/* The bytes in a buffer of exactly their size. */
static JsonNode *
parse (const char  *text,
       gsize        length,
       GError     **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new_take (g_memdup2 (text, length), length);

  return rt_small_json_parse (bytes, error);
}

static void
test_texts (void)
{
  static const struct { const char *text; gboolean is_good; } cases[] = {
    { "{}", TRUE }, { " [ ] ", TRUE }, { "1", TRUE }, { "-0.5e+3", TRUE }, { "\"a\"", TRUE },
    { "null", TRUE }, { "{\"a\":[1,{\"b\":true}],\"c\":\"\\u00e9\\n\"}", TRUE },
    { "", FALSE }, { " ", FALSE }, { "{", FALSE }, { "}", FALSE }, { "[1,]", FALSE },
    { "{\"a\":1,}", FALSE }, { "{a:1}", FALSE }, { "{'a':1}", FALSE }, { "[1 2]", FALSE },
    { "1 2", FALSE }, { "[}", FALSE }, { "{]", FALSE }, { "01", FALSE }, { "1.", FALSE },
    { "+1", FALSE }, { ".5", FALSE }, { "1e", FALSE }, { "-", FALSE }, { "tru", FALSE },
    { "truex", FALSE }, { "\"a", FALSE }, { "\"\\", FALSE }, { "\"\\x\"", FALSE },
    { "\"\\u12g4\"", FALSE }, { "\"\\u12", FALSE }, { "\"a\nb\"", FALSE }, { "/* */ {}", FALSE },
    { "// a\n{}", FALSE }, { "{\"a\"}", FALSE }, { "{\"a\":}", FALSE }, { "{1:2}", FALSE },
    { "[,1]", FALSE }, { ",", FALSE }, { ":", FALSE }, { "NaN", FALSE },
    { "\xef\xbb\xbf{}", FALSE },
    { "\"\xff\"", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(JsonNode) root = parse (cases[i].text, strlen (cases[i].text), &error);

      g_test_message ("case %u", i);
      g_assert_cmpint (root != NULL, ==, cases[i].is_good);
      g_assert_cmpint (error == NULL, ==, cases[i].is_good);
    }
}

static void
test_bounds (void)
{
  g_autofree char *deep = g_strnfill (200000, '[');
  g_autofree char *large = g_strnfill (RT_SMALL_JSON_MAX + 1, ' ');

  large[0] = '1';
  g_assert_null (parse (deep, 200000, NULL));
  g_assert_null (parse (deep, 65, NULL));
  memset (deep + 64, ']', 64);
  g_autoptr(JsonNode) at_limit = parse (deep, 128, NULL);
  g_assert_nonnull (at_limit);
  g_assert_null (parse (large, RT_SMALL_JSON_MAX + 1, NULL));
  g_autoptr(JsonNode) filled = parse (large, RT_SMALL_JSON_MAX, NULL);
  g_assert_nonnull (filled);
  g_assert_null (parse ("1\0", 2, NULL));
}

/* y_ is read, n_ is not, and none crashes. */
static void
test_suite (void)
{
  g_autofree char *folder = g_build_filename (g_test_get_dir (G_TEST_DIST), "..", "..", "shared",
                                              "suites", "json", "JSONTestSuite", "test_parsing",
                                              NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  if (dir == NULL)
    {
      g_test_skip ("the public JSON test suite is not here");
      return;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr(JsonNode) root = NULL;
      g_autofree char *text = NULL;
      gsize length;

      if (!g_file_get_contents (path, &text, &length, NULL))
        continue;
      g_test_message ("%s", name);
      root = parse (text, length, NULL);
      if (g_str_has_prefix (name, "y_"))
        g_assert_nonnull (root);
      else if (g_str_has_prefix (name, "n_"))
        g_assert_null (root);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/small-json/texts", test_texts);
  g_test_add_func ("/small-json/bounds", test_bounds);
  g_test_add_func ("/small-json/suite", test_suite);

  return g_test_run ();
}
