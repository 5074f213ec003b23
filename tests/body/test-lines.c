/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The abstract class of lines: calls reach the class, the signal its hearers. */

#include "config.h"

#include "lines.h"

/* One line of two hundred bytes, each its offset. */
G_DECLARE_FINAL_TYPE (TestLines, test_lines, TEST, LINES, RtLines)
struct _TestLines
{
  RtLines parent_instance;
};
G_DEFINE_FINAL_TYPE (TestLines, test_lines, RT_TYPE_LINES)

static guint64
get_n_lines (RtLines *lines)
{
  return 1;
}

static guint64
get_length (RtLines *lines,
            guint64  line)
{
  return line == 0 ? 200 : 0;
}

static void
read_line (RtLines *lines,
           guint64  line,
           guint64  from,
           gsize    length,
           GString *out)
{
  for (guint64 i = from; i < from + length && i < 200; i++)
    g_string_append_c (out, i);
}

static gsize
read_block (RtLines *lines,
            guint64  line,
            gsize    max_length,
            GString *out)
{
  if (max_length < 200)
    return 0;
  read_line (lines, line, 0, 200, out);
  g_string_append_c (out, '\n');

  return 1;
}

static gboolean
is_complete (RtLines *lines)
{
  return FALSE;
}

static guint64
get_longest (RtLines *lines)
{
  return 200;
}

static void
test_lines_class_init (TestLinesClass *klass)
{
  RtLinesClass *lines_class = RT_LINES_CLASS (klass);

  lines_class->get_n_lines = get_n_lines;
  lines_class->get_length = get_length;
  lines_class->read = read_line;
  lines_class->read_block = read_block;
  lines_class->get_longest = get_longest;
  lines_class->is_complete = is_complete;
}

static void
test_lines_init (TestLines *self)
{
}

static void
count_cb (int *count)
{
  (*count)++;
}

static void
test_calls (void)
{
  RtLines *lines = g_object_new (test_lines_get_type (), NULL);
  g_autoptr (GString) out = g_string_new (NULL);
  int count = 0;

  g_assert_cmpuint (rt_lines_get_n_lines (lines), ==, 1);
  g_assert_cmpuint (rt_lines_get_length (lines, 0), ==, 200);
  g_assert_cmpuint (rt_lines_get_longest (lines), ==, 200);
  g_assert_false (rt_lines_is_complete (lines));
  g_assert_cmpfloat (rt_lines_get_share (lines), ==, 1);
  rt_lines_read (lines, 0, 65, 3, out);
  g_assert_cmpstr (out->str, ==, "ABC");
  g_assert_cmpuint (rt_lines_read_block (lines, 0, 100, out), ==, 0);
  g_assert_cmpuint (rt_lines_read_block (lines, 0, 200, out), ==, 1);
  g_assert_cmpuint (out->len, ==, 3 + 201);

  g_signal_connect_swapped (lines, "changed", G_CALLBACK (count_cb), &count);
  rt_lines_emit_changed (lines);
  g_assert_cmpint (count, ==, 1);

  g_assert_finalize_object (lines);
}

/* What a class need not bring. */
static void
test_defaults (void)
{
  RtLines *lines = g_object_new (test_lines_get_type (), NULL);
  g_autoptr (GString) out = g_string_new (NULL);
  guint64 lengths[3] = { 0 };

  g_assert_cmpuint (rt_lines_get_lengths (lines, 0, 3, lengths), ==, 1);
  g_assert_cmpuint (lengths[0], ==, 200);
  g_assert_cmpuint (rt_lines_get_lengths (lines, 1, 3, lengths), ==, 0);
  g_assert_cmpuint (rt_lines_read_block_before (lines, 0, 0, 200, out), ==, 0);
  g_assert_cmpuint (out->len, ==, 0);
  g_assert_cmpuint (rt_lines_read_block_before (lines, 0, 1, 200, out), ==, 1);
  g_assert_cmpuint (out->len, ==, 201);

  g_assert_finalize_object (lines);
}

static void
test_compare (void)
{
  const RtPlace places[] = { { 0, 0 }, { 0, 5 }, { 1, 0 }, { G_MAXUINT64, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    for (guint j = 0; j < G_N_ELEMENTS (places); j++)
      g_assert_cmpint (rt_place_compare (&places[i], &places[j]), ==,
                       i < j ? -1 : i > j ? 1 : 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/lines/calls", test_calls);
  g_test_add_func ("/lines/compare", test_compare);
  g_test_add_func ("/lines/defaults", test_defaults);

  return g_test_run ();
}
