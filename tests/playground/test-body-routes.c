/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "visit.h"

#include <json-glib/json-glib.h>
#include <string.h>

static void
test_sizes (void)
{
  static const gsize sizes[] = { 0, 1, 7, 8, 65535, 65536, 65537, 1000000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *target = g_strdup_printf ("/bytes/%" G_GSIZE_FORMAT, sizes[i]);
      g_autofree char *line = g_strdup_printf ("/long-line/%" G_GSIZE_FORMAT, sizes[i]);
      g_autoptr (Visit) first = visit_get (target);
      g_autoptr (Visit) again = visit_get (target);
      g_autoptr (Visit) long_line = visit_get (line);

      g_assert_cmpuint (first->body_length, ==, sizes[i]);
      g_assert_cmpmem (first->body, first->body_length, again->body, again->body_length);
      g_assert_cmpuint (long_line->body_length, ==, sizes[i]);
      g_assert_null (memchr (long_line->body, '\n', long_line->body_length));
    }
}

static void
test_seed (void)
{
  g_autoptr (Visit) one = visit_get ("/bytes/100?seed=1");
  g_autoptr (Visit) two = visit_get ("/bytes/100?seed=2");

  g_assert_cmpint (memcmp (one->body, two->body, 100), !=, 0);
}

static void
test_lines (void)
{
  g_autoptr (Visit) three = visit_get ("/lines/3");
  g_autoptr (Visit) none = visit_get ("/lines/0");
  g_autoptr (GByteArray) content = visit_unchunk (three);
  g_autoptr (GByteArray) empty = visit_unchunk (none);

  g_assert_cmpmem (content->data, content->len, "Line 1\nLine 2\nLine 3\n", 21);
  g_assert_cmpuint (empty->len, ==, 0);
}

static void
test_json_of_size (void)
{
  static const guint sizes[] = { 0, 1, 100, 1000000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *target = g_strdup_printf ("/json/%u", sizes[i]);
      g_autoptr (Visit) visited = visit_get (target);
      g_autoptr (GByteArray) content = visit_unchunk (visited);
      g_autoptr (JsonParser) parser = json_parser_new ();

      g_assert_true (json_parser_load_from_data (parser, (char *) content->data,
                                                 content->len, NULL));
      g_assert_cmpuint (content->len, >=, sizes[i]);
      g_assert_cmpuint (content->len, <, sizes[i] + 200);
    }
}

static void
test_types (void)
{
  static const struct
  {
    const char *target;
    const char *type;
    const char *start;
  } cases[] = {
    { "/json", "application/json", "{\n" },
    { "/html", "text/html; charset=utf-8", "<!DOCTYPE html>" },
    { "/xml", "application/xml", "<?xml" },
    { "/image/svg", "image/svg+xml", "<svg" },
    { "/image/png", "image/png", "\x89PNG\r\n" },
    { "/empty", "text/plain; charset=utf-8", "" },
    { "/no-type", NULL, "No" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Visit) visited = visit_get (cases[i].target);
      g_autofree char *type = visit_field (visited, "Content-Type");

      g_assert_cmpint (visited->code, ==, 200);
      g_assert_cmpstr (type, ==, cases[i].type);
      g_assert_true (g_str_has_prefix (visited->body, cases[i].start));
    }
}

static void
test_bounds (void)
{
  g_autoptr (Visit) large = visit_get ("/bytes/99999999999");
  g_autoptr (Visit) word = visit_get ("/bytes/abc");
  g_autoptr (Visit) negative = visit_get ("/bytes/-1");

  g_assert_cmpint (large->code, ==, 400);
  g_assert_cmpint (word->code, ==, 400);
  g_assert_cmpint (negative->code, ==, 400);
}

int
main (int    argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/body/sizes", test_sizes);
  g_test_add_func ("/body/seed", test_seed);
  g_test_add_func ("/body/lines", test_lines);
  g_test_add_func ("/body/json-of-size", test_json_of_size);
  g_test_add_func ("/body/types", test_types);
  g_test_add_func ("/body/bounds", test_bounds);
  visit_open ();
  result = g_test_run ();
  visit_close ();
  return result;
}
