/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Line breaks, colours, width. */

#include "terminal.h"

#include <string.h>

static const struct
{
  const char *text;
  guint       width;
  guint       indent;
  const char *lines;
} wraps[] = {
  { "", 20, 0, "" },
  { "one", 20, 0, "one\n" },
  { "one two", 7, 0, "one two\n" },
  { "one two", 6, 0, "one\ntwo\n" },
  { "one two", 8, 2, "  one\n  two\n" },
  { "  one \n two  ", 20, 1, " one two\n" },
  { "one\n\ntwo", 20, 2, "  one\n\n  two\n" },
  { "incomprehensible a", 5, 0, "incomprehensible\na\n" },
  { "日本 語", 6, 0, "日本\n語\n" },
  { "日本 語", 7, 0, "日本 語\n" },
  { "e\xcc\x81" "e\xcc\x81 x", 4, 0, "e\xcc\x81" "e\xcc\x81 x\n" },
};

static void
test_wrap (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wraps); i++)
    {
      g_autofree char *lines = rt_terminal_wrap (wraps[i].text, wraps[i].width,
                                                 wraps[i].indent);

      g_assert_cmpstr (lines, ==, wraps[i].lines);
    }
}

/* No class looks like another, and nothing is painted without colour. */
static void
test_paint (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal,
                                                       g_free, NULL);

  for (int code = 100; code <= 600; code += 100)
    {
      RtStatusClass status_class = rt_status_class_of (code);
      g_autofree char *plain = rt_terminal_paint ("x", status_class, FALSE);

      g_assert_cmpstr (plain, ==, "x");
      g_assert_true (g_hash_table_add (seen, rt_terminal_paint ("x", status_class, TRUE)));
    }
}

static void
test_no_colour (void)
{
  g_assert_false (rt_terminal_has_colour (-1));
  g_assert_true (g_setenv ("TERM", "xterm", TRUE));
  g_assert_true (g_setenv ("NO_COLOR", "1", TRUE));
  g_assert_false (rt_terminal_has_colour (1));
}

static void
test_width (void)
{
  static const struct { const char *columns; guint width; } rows[] = {
    { "50", 50 }, { "1", 20 }, { "5000", 100 }, { "many", 80 }, { "", 80 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_true (g_setenv ("COLUMNS", rows[i].columns, TRUE));
      g_assert_cmpuint (rt_terminal_get_width (-1), ==, rows[i].width);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/terminal/wrap", test_wrap);
  g_test_add_func ("/terminal/paint", test_paint);
  g_test_add_func ("/terminal/no-colour", test_no_colour);
  g_test_add_func ("/terminal/width", test_width);
  return g_test_run ();
}
