/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of lesson-list.c: two groups, what is done, what can be chosen. */

#include "config.h"

#include "lesson-list.h"

#include "lesson-row.h"
#include "lesson-shelf.h"
#include "widgets.h"

static void
keep_cb (RtLessonList  *list,
         RtLesson      *lesson,
         RtLesson     **chosen)
{
  *chosen = lesson;
}

static void
count_cb (RtLessonList *list,
          guint        *count)
{
  (*count)++;
}

static GtkWidget *
get_row (GtkWidget *list,
         int        index)
{
  GtkWidget *box = rt_test_find_as (list, GTK_TYPE_LIST_BOX, "Lessons");

  return GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (box), index));
}

static void
test_list (void)
{
  g_autoptr(RtSettings) settings = rt_settings_new ();
  g_autoptr(GPtrArray) lessons = rt_lesson_shelf_load ("/nonexistent");
  GtkWidget *list = rt_lesson_list_new ();
  GtkWidget *own = rt_test_find_as (list, GTK_TYPE_LIST_BOX, "Lessons of your own");
  GtkWindow *window = rt_test_show (list);
  RtLesson *chosen = NULL;

  g_signal_connect (list, "chosen", G_CALLBACK (keep_cb), &chosen);
  rt_lesson_list_set_lessons (RT_LESSON_LIST (list), lessons, "/a/<b>", settings);
  rt_test_assert_text (list, "0 of 12 done");
  rt_test_assert_text (list, "XML file in /a/<b>");
  g_assert_false (gtk_widget_get_visible (own));

  /* Marked as it becomes so. */
  rt_settings_mark_finished (settings, "02-redirect");
  rt_test_assert_text (list, "1 of 12 done");
  g_assert_nonnull (rt_test_find (list, "A redirect and its method, done"));

  g_signal_emit_by_name (get_row (list, 3), "activate");
  g_assert_true (chosen == g_ptr_array_index (lessons, 3));

  /* Set anew, nothing is there twice. */
  rt_lesson_list_set_lessons (RT_LESSON_LIST (list), lessons, "/a", settings);
  g_assert_nonnull (get_row (list, 11));
  g_assert_null (get_row (list, 12));
  rt_test_assert_text (list, "1 of 12 done");
  gtk_window_destroy (window);
}

static void
test_own (void)
{
  g_autoptr(RtSettings) settings = rt_settings_new ();
  g_autoptr(GPtrArray) lessons = rt_lesson_shelf_load ("/nonexistent");
  GtkWidget *list = rt_lesson_list_new ();
  GtkWidget *own = rt_test_find_as (list, GTK_TYPE_LIST_BOX, "Lessons of your own");
  GtkWindow *window = rt_test_show (list);
  RtLesson *chosen = NULL;

  g_ptr_array_add (lessons, rt_lesson_new_broken ("own/b", "b.xml", "b.xml:1: is odd"));
  g_signal_connect (list, "chosen", G_CALLBACK (keep_cb), &chosen);
  rt_lesson_list_set_lessons (RT_LESSON_LIST (list), lessons, "/a", settings);
  g_assert_true (gtk_widget_get_visible (own));
  rt_test_assert_text (list, "b.xml:1: is odd");

  /* It does not count, and cannot be taken. */
  rt_test_assert_text (list, " of 12 done");
  g_signal_emit_by_name (gtk_list_box_get_row_at_index (GTK_LIST_BOX (own), 0), "activate");
  g_assert_null (chosen);
  gtk_window_destroy (window);
}

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_LESSON_LIST);
}

static void
test_focus (void)
{
  g_autoptr(RtSettings) settings = rt_settings_new ();
  g_autoptr(GPtrArray) lessons = rt_lesson_shelf_load ("/nonexistent");
  GtkWidget *list = rt_lesson_list_new ();
  GtkWindow *window = rt_test_show (list);
  guint count = 0;

  /* An empty one has nothing to put the keyboard on. */
  rt_lesson_list_focus (RT_LESSON_LIST (list));
  g_signal_connect (list, "back", G_CALLBACK (count_cb), &count);
  rt_lesson_list_set_lessons (RT_LESSON_LIST (list), lessons, "/a", settings);
  rt_settings_mark_finished (settings, "01-status");
  rt_settings_mark_finished (settings, "02-redirect");
  rt_lesson_list_focus (RT_LESSON_LIST (list));
  g_assert_true (gtk_window_get_focus (window) == get_row (list, 2));

  g_signal_emit_by_name (rt_test_find_as (list, GTK_TYPE_BUTTON, "Back to the response"),
                         "clicked");
  g_assert_cmpuint (count, ==, 1);
  gtk_window_destroy (window);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/lesson-list/new-destroy", test_new_destroy);
  g_test_add_func ("/lesson-list/list", test_list);
  g_test_add_func ("/lesson-list/own", test_own);
  g_test_add_func ("/lesson-list/focus", test_focus);

  return g_test_run ();
}
