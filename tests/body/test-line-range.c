/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is copied: between any two places, valid, and no more than asked for. */

#include "config.h"

#include "line-range.h"

#include "naive-lines.h"

static void
test_table (void)
{
  static const struct
  {
    RtPlace     from;
    RtPlace     to;
    gsize       max;
    const char *text;
    gboolean    cut;
  } cases[] = {
    { { 0, 0 }, { 0, 0 }, 100, "", FALSE },
    { { 0, 0 }, { 0, 2 }, 100, "ab", FALSE },
    { { 0, 1 }, { 1, 1 }, 100, "bc\nd", FALSE },
    { { 1, 1 }, { 0, 1 }, 100, "bc\nd", FALSE },
    { { 0, 0 }, { 9, 9 }, 100, "abc\ndef\n\n\303\251\357\277\275\342\220\200\nend", FALSE },
    { { 0, 9 }, { 2, 0 }, 100, "\ndef\n", FALSE },
    { { 3, 0 }, { 3, 1 }, 100, "\357\277\275", FALSE },
    { { 3, 0 }, { 3, 9 }, 100, "\303\251\357\277\275\342\220\200", FALSE },
    { { 0, 0 }, { 4, 9 }, 5, "abc\nd", TRUE },
    { { 0, 0 }, { 1, 1 }, 5, "abc\nd", FALSE },
    { { 3, 0 }, { 3, 9 }, 1, "", TRUE },
    { { 3, 0 }, { 3, 9 }, 4, "\303\251", TRUE },
    { { 3, 0 }, { 3, 9 }, 5, "\303\251\357\277\275", TRUE },
    { { 0, 0 }, { 4, 9 }, 0, "", TRUE },
    { { 7, 0 }, { 9, 0 }, 10, "", FALSE },
  };
  static const char text[] = "abc\r\ndef\n\n\303\251\377\0\nend";
  g_autoptr (RtLines) lines = naive_raw_lines (text, sizeof text - 1);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean cut = !cases[i].cut;
      g_autoptr (GBytes) bytes = rt_line_range_dup (lines, &cases[i].from, &cases[i].to,
                                                    cases[i].max, &cut);
      gsize length;
      const char *data = g_bytes_get_data (bytes, &length);

      g_test_message ("case %d", (int) i);
      g_assert_cmpmem (data, length, cases[i].text, strlen (cases[i].text));
      g_assert_true (cut == cases[i].cut);
    }
}

static void
test_empty (void)
{
  g_autoptr (RtLines) lines = naive_raw_lines ("", 0);
  g_autoptr (GBytes) bytes = rt_line_range_dup (lines, &(RtPlace) { 0, 0 }, &(RtPlace) { 5, 5 },
                                                10, NULL);

  g_assert_cmpuint (g_bytes_get_size (bytes), ==, 0);
}

/* Lines longer than what is read at once, and a million short ones. */
static void
test_large (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *filling = g_strnfill (3000000, 'x');
  g_autoptr (RtLines) lines = NULL;
  g_autoptr (GBytes) all = NULL;
  g_autoptr (GBytes) some = NULL;
  gboolean cut;

  for (int i = 0; i < 1000000; i++)
    g_string_append (text, i == 500000 ? filling : "\n");
  lines = naive_raw_lines (text->str, text->len);
  all = rt_line_range_dup (lines, &(RtPlace) { 0, 0 }, &(RtPlace) { G_MAXUINT64, 0 },
                           G_MAXSIZE, &cut);
  /* All but the last line end. */
  g_assert_cmpuint (g_bytes_get_size (all), ==, text->len - 1);
  g_assert_cmpint (memcmp (g_bytes_get_data (all, NULL), text->str, text->len - 1), ==, 0);
  g_assert_false (cut);
  some = rt_line_range_dup (lines, &(RtPlace) { 10, 0 }, &(RtPlace) { G_MAXUINT64, 0 },
                            1000000, &cut);
  g_assert_cmpuint (g_bytes_get_size (some), ==, 1000000);
  g_assert_true (cut);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GAsyncResult **out = user_data;

  *out = g_object_ref (result);
}

static void
test_async (void)
{
  g_autoptr (RtLines) lines = naive_raw_lines ("abc\ndef", 7);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GBytes) bytes = NULL;
      gboolean cut = TRUE;

      if (i == 1)
        g_cancellable_cancel (cancellable);
      rt_line_range_dup_async (lines, &(RtPlace) { 0, 1 }, &(RtPlace) { 1, 2 }, 100,
                               cancellable, done_cb, &result);
      while (result == NULL)
        g_main_context_iteration (NULL, TRUE);
      bytes = rt_line_range_dup_finish (lines, result, &cut, &error);
      if (i == 1)
        {
          g_assert_null (bytes);
          g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
          continue;
        }
      g_assert_no_error (error);
      g_assert_false (cut);
      g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "bc\nde", 5);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/line-range/table", test_table);
  g_test_add_func ("/line-range/empty", test_empty);
  g_test_add_func ("/line-range/large", test_large);
  g_test_add_func ("/line-range/async", test_async);

  return g_test_run ();
}
