/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of wrap.c: rows, shown as the text with bars between them. */

#include "config.h"

#include "wrap.h"

#include <string.h>

static char *
show (const char *text,
      guint       columns)
{
  g_autofree char *copy = g_memdup2 (text, strlen (text));
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  GString *out = g_string_new (NULL);

  rt_wrap_break (copy, strlen (text), columns, starts);
  for (guint i = 0; i < starts->len; i++)
    {
      gsize start = g_array_index (starts, guint32, i);
      gsize end = i + 1 < starts->len ? g_array_index (starts, guint32, i + 1) : strlen (text);

      g_assert_true (end > start || strlen (text) == 0);
      g_string_append_len (out, text + start, end - start);
      g_string_append_c (out, '#');
    }

  return g_string_free (out, FALSE);
}

static void
test_break (void)
{
  static const struct
  {
    const char *text;
    guint       columns;
    const char *rows;
  } cases[] = {
    { "", 8, "#" },
    { "12345678", 8, "12345678#" },
    { "123456789", 8, "12345678#9#" },
    { "abcdef ghijk", 8, "abcdef #ghijk#" },
    { "ab cdefghijk", 8, "ab cdefg#hijk#" }, /* the blank is too far away */
    { "aaaaaaa,bbbb", 8, "aaaaaaa,#bbbb#" },
    { "aaaaaaa, bbbb", 8, "aaaaaaa,# bbbb#" }, /* the blank would be too much */
    { "aaaaa],[bbbb", 8, "aaaaa],#[bbbb#" },
    { "ä234567äb", 8, "ä234567ä#b#" },
    { "中中中中中", 8, "中中中中#中#" },
    { "x中中中中", 8, "x中中中#中#" },
    /* A mark, a joined picture, a colour of skin: with what they are drawn on. */
    { "1234567e\314\2019", 8, "1234567e\314\201#9#" },
    { "\344\270\255\360\237\221\251\342\200\215\360\237\221\247x", 5,
      "\344\270\255#\360\237\221\251\342\200\215\360\237\221\247x#" },
    { "123456\360\237\221\213\360\237\217\275", 8, "123456#\360\237\221\213\360\237\217\275#" },
    { "a\tb", 8, "a\t#b#" },
    { "\t\t", 4, "\t#\t#" }, /* wider than a row */
    { "abc", 0, "a#b#c#" },
    { "\377\377\377", 8, "\377\377#\377#" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *rows = show (cases[i].text, cases[i].columns);

      g_assert_cmpstr (rows, ==, cases[i].rows);
    }
}

/* Marks without a width: a row ends all the same. */
static void
test_no_width (void)
{
  g_autoptr (GString) text = g_string_new ("a");
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < 1000; i++)
    g_string_append (text, "\314\201");
  rt_wrap_break (text->str, text->len, 10, starts);
  g_assert_cmpuint (starts->len, >, 10);
}

static void
test_choose (void)
{
  static const struct
  {
    const char *text;
    gsize       target;
    guint       slack;
    gsize       chosen;
  } cases[] = {
    { "aaaaaaaaaaaaaaaa", 10, 4, 10 },
    { "aaaaaaa aaaaaaaa", 10, 4, 8 },
    { "aaaaa aaaaaaaaaa", 10, 4, 10 },
    { "aaaa, , , , aaaa", 10, 4, 10 },
    { "aaaaaaaa, aaaaaa", 10, 4, 10 },
    { "aaaaaa], {aaaaaa", 10, 4, 9 },
    { "aaaaaaaa\303\244aaaaa", 9, 4, 8 },
    { "aaaaaa\303\244aaaaaaa", 10, 4, 10 },
    { "aaaaaaaae\314\201aaaa", 9, 4, 8 },
    { "aa", 2, 4, 2 },
    { " ", 1, 4, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize length = strlen (cases[i].text);
      g_autofree char *text = g_memdup2 (cases[i].text, length);

      g_assert_cmpuint (rt_wrap_choose (text, length, cases[i].target, cases[i].slack), ==,
                        cases[i].chosen);
    }
}

/* No row of a long line is wider than the view. */
static void
test_pitch (void)
{
  for (guint columns = 1; columns < 300; columns++)
    {
      g_assert_cmpuint (rt_wrap_get_pitch (columns), >, 0);
      g_assert_cmpuint (rt_wrap_get_pitch (columns) + rt_wrap_get_slack (columns), <=, columns);
      g_assert_cmpuint (rt_wrap_get_pitch (columns), >, rt_wrap_get_slack (columns));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wrap/break", test_break);
  g_test_add_func ("/wrap/no-width", test_no_width);
  g_test_add_func ("/wrap/choose", test_choose);
  g_test_add_func ("/wrap/pitch", test_pitch);

  return g_test_run ();
}
