/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is copied: between any two places, in pieces. */

#include "config.h"

#include "line-range.h"

#include "naive-lines.h"

static GString *
read_all (RtLines *lines,
          RtPlace  from,
          RtPlace  to)
{
  g_autoptr (RtLineRange) range = rt_line_range_new (lines, &from, &to);
  GString *all = g_string_new (NULL);
  gboolean more = TRUE;

  while (more)
    {
      gsize before = all->len;

      more = rt_line_range_read (range, all);
      g_assert_cmpuint (all->len - before, <=, 256 * 1024 + 1);
    }
  g_assert_false (rt_line_range_read (range, all));

  return all;
}

static void
test_table (void)
{
  static const struct
  {
    RtPlace     from;
    RtPlace     to;
    const char *text;
    gssize      length;
  } cases[] = {
    { { 0, 0 }, { 0, 0 }, "", 0 },
    { { 0, 0 }, { 0, 2 }, "ab", -1 },
    { { 0, 1 }, { 1, 1 }, "bc\nd", -1 },
    { { 1, 1 }, { 0, 1 }, "bc\nd", -1 },
    { { 0, 0 }, { 9, 9 }, "abc\ndef\n\n\303\251\377\0\nend", 17 },
    { { 0, 9 }, { 2, 0 }, "\ndef\n", -1 },
    { { 3, 0 }, { 3, 1 }, "\303", -1 },
    { { 4, 1 }, { 4, 9 }, "nd", -1 },
    { { 2, 0 }, { 3, 0 }, "\n", -1 },
    { { 7, 0 }, { 9, 0 }, "", 0 },
  };
  static const char text[] = "abc\r\ndef\n\n\303\251\377\0\nend";
  g_autoptr (RtLines) lines = naive_raw_lines (text, sizeof text - 1);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) all = read_all (lines, cases[i].from, cases[i].to);
      gsize length = cases[i].length < 0 ? strlen (cases[i].text) : (gsize) cases[i].length;

      g_test_message ("case %d", (int) i);
      g_assert_cmpmem (all->str, all->len, cases[i].text, length);
    }
}

static void
test_empty (void)
{
  g_autoptr (RtLines) lines = naive_raw_lines ("", 0);
  g_autoptr (GString) all = read_all (lines, (RtPlace) { 0, 0 }, (RtPlace) { 5, 5 });

  g_assert_cmpuint (all->len, ==, 0);
}

/* Lines longer than what is read at once, and a million short ones. */
static void
test_large (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *filling = g_strnfill (3000000, 'x');
  g_autoptr (RtLines) lines = NULL;
  g_autoptr (GString) all = NULL;
  g_autoptr (GString) some = NULL;

  for (int i = 0; i < 1000000; i++)
    g_string_append (text, i == 500000 ? filling : "\n");
  lines = naive_raw_lines (text->str, text->len);
  all = read_all (lines, (RtPlace) { 0, 0 }, (RtPlace) { G_MAXUINT64, 0 });
  /* All but the last line end. */
  g_assert_cmpmem (all->str, all->len, text->str, text->len - 1);
  some = read_all (lines, (RtPlace) { 10, 0 }, (RtPlace) { 500000, 1000000 });
  g_assert_cmpmem (some->str, some->len, text->str + 10, 500000 - 10 + 1000000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/line-range/table", test_table);
  g_test_add_func ("/line-range/empty", test_empty);
  g_test_add_func ("/line-range/large", test_large);

  return g_test_run ();
}
