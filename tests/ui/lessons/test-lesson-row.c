/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of lesson-row.c: a lesson, one that is done, and a broken file. */

#include "config.h"

#include "lesson-row.h"

#include <string.h>

#include "lesson-reader.h"
#include "widgets.h"

static RtLesson *
read_lesson (void)
{
  static const char text[] = "<lesson><title>A &lt;b&gt; title</title><goal>A goal.</goal>"
                             "<step><task>T</task><check><status is='200'/></check><why>W</why>"
                             "</step></lesson>";
  g_autoptr(GBytes) xml = g_bytes_new_static (text, strlen (text));

  return rt_lesson_read ("a", "a.xml", xml, NULL);
}

static void
test_done (void)
{
  g_autoptr(RtLesson) lesson = read_lesson ();
  GtkWidget *row = g_object_ref_sink (rt_lesson_row_new (lesson, 7));

  rt_test_assert_text (row, "A <b> title");
  rt_test_assert_text (row, "A goal.");
  rt_test_assert_text (row, "1 step");
  rt_test_assert_text (row, "7");
  g_assert_nonnull (rt_test_find (row, "A <b> title"));
  rt_lesson_row_set_done (RT_LESSON_ROW (row), TRUE);
  g_assert_nonnull (rt_test_find (row, "A <b> title, done"));
  rt_lesson_row_set_done (RT_LESSON_ROW (row), FALSE);
  g_assert_nonnull (rt_test_find (row, "A <b> title"));
  g_assert_true (rt_lesson_row_get_lesson (RT_LESSON_ROW (row)) == lesson);
  g_assert_finalize_object (row);
}

static void
test_broken (void)
{
  g_autoptr(RtLesson) lesson = rt_lesson_new_broken ("own/b", "b.xml", "b.xml:2: <i> is odd");
  GtkWidget *row = g_object_ref_sink (rt_lesson_row_new (lesson, 7));

  rt_test_assert_text (row, "b.xml:2: <i> is odd");
  g_assert_nonnull (rt_test_find (row, "b.xml, cannot be read"));
  g_assert_false (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)));
  g_assert_finalize_object (row);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/lesson-row/done", test_done);
  g_test_add_func ("/lesson-row/broken", test_broken);

  return g_test_run ();
}
