/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of lesson-card.c: what it says of a run, its names, and its height. */

#include "config.h"

#include "lesson-card.h"

#include <string.h>

#include "exchanges.h"
#include "lesson-reader.h"
#include "widgets.h"

static RtLesson *
read_lesson (const char *task)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text =
    g_strdup_printf ("<lesson><title>Two &lt;b&gt;steps</title><goal>G</goal>"
                     "<step><task>%s</task><request path='/a'/><check><status is='200'/></check>"
                     "<why>Because &amp;amp;.</why><reference rfc='9110' section='15'/></step>"
                     "<step><task>The second.</task><check><status is='404'/></check>"
                     "<why>So.</why></step></lesson>", task);
  g_autoptr(GBytes) xml = g_bytes_new (text, strlen (text));
  RtLesson *lesson = rt_lesson_read ("a", "a.xml", xml, &error);

  g_assert_no_error (error);

  return lesson;
}

static RtLessonRun *
create_run (const char *task)
{
  g_autoptr(RtLesson) lesson = read_lesson (task);

  return rt_lesson_run_new (lesson, NULL);
}

static RtTrail *
create_trail (const char *status)
{
  g_autofree char *head = g_strdup_printf ("HTTP/1.1 %s x\r\n\r\n", status);

  return rt_test_trail_new (rt_test_exchange_new ("http://a/", head, "", 0), NULL);
}

static GtkWidget *
create_card (RtLessonRun *run)
{
  GtkWidget *card = g_object_ref_sink (rt_lesson_card_new ());

  rt_lesson_card_set_run (RT_LESSON_CARD (card), run);

  return card;
}

static void
test_way (void)
{
  g_autoptr(RtLessonRun) run = create_run ("The first.");
  g_autoptr(RtTrail) good = create_trail ("200");
  g_autoptr(RtTrail) bad = create_trail ("404");
  GtkWidget *card = create_card (run);

  /* The role comes from the class, the name from the template. */
  gtk_test_accessible_assert_role (card, GTK_ACCESSIBLE_ROLE_GROUP);
  rt_test_assert_text (card, "Step 1 of 2 · Two <b>steps");
  rt_test_assert_text (card, "The first.");
  rt_test_assert_no_text (card, "Not yet.");
  rt_test_assert_no_text (card, "Passed.");

  rt_lesson_run_judge (run, bad);
  rt_test_assert_text (card, "Not yet.");
  rt_test_assert_text (card, "This step wants a 200; the response was 404.");
  g_assert_nonnull (rt_test_find (card, "Not yet. This step wants a 200; the response was 404."));
  rt_test_assert_no_text (card, "Because");

  rt_lesson_run_judge (run, good);
  rt_test_assert_text (card, "Passed.");
  rt_test_assert_text (card, "Because &amp;.");
  rt_test_assert_text (card, "RFC 9110, section 15");
  g_assert_nonnull (rt_test_find (card, "Passed. Because &amp;."));
  rt_test_assert_no_text (card, "Not yet.");
  rt_test_assert_text (card, "Next");

  rt_lesson_run_next (run);
  rt_test_assert_text (card, "Step 2 of 2");
  rt_test_assert_text (card, "The second.");
  rt_test_assert_text (card, "Finish");
  rt_test_assert_no_text (card, "Fill In");
  rt_test_assert_no_text (card, "Passed.");
  rt_lesson_run_judge (run, bad);
  rt_test_assert_text (card, "So.");
  rt_test_assert_no_text (card, "RFC");
  g_assert_finalize_object (card);
}

static void
test_names (void)
{
  static const char * const names[] = { "Lesson", "Back", "Leave the lesson" };
  g_autoptr(RtLessonRun) run = create_run ("The first.");
  GtkWidget *card = create_card (run);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_nonnull (rt_test_find (card, names[i]));
  g_assert_finalize_object (card);
}

/* A run that is gone changes nothing any more. */
static void
test_other_run (void)
{
  g_autoptr(RtLessonRun) first = create_run ("The first.");
  g_autoptr(RtLessonRun) second = create_run ("Another.");
  g_autoptr(RtTrail) bad = create_trail ("404");
  GtkWidget *card = create_card (first);

  g_assert_true (gtk_widget_get_visible (card));
  rt_lesson_card_set_run (RT_LESSON_CARD (card), second);
  rt_lesson_run_judge (first, bad);
  rt_test_assert_text (card, "Another.");
  rt_test_assert_no_text (card, "Not yet.");
  rt_lesson_card_set_run (RT_LESSON_CARD (card), NULL);
  g_assert_false (gtk_widget_get_visible (card));
  g_assert_finalize_object (card);
}

/* As high as its text, up to a limit; it can always be made smaller. */
static void
test_height (void)
{
  g_autofree char *word = g_strnfill (RT_LESSON_TASK_MAX - 1, 'w');
  g_autofree char *task = g_strconcat (word, ".", NULL);
  g_autoptr(RtLessonRun) shorter = create_run ("The first.");
  g_autoptr(RtLessonRun) longer = create_run (task);
  GtkWidget *small = create_card (shorter);
  GtkWidget *large = create_card (longer);
  int low, high, highest, minimum;

  gtk_widget_measure (small, GTK_ORIENTATION_VERTICAL, 600, NULL, &low, NULL, NULL);
  gtk_widget_measure (large, GTK_ORIENTATION_VERTICAL, 600, NULL, &high, NULL, NULL);
  gtk_widget_measure (large, GTK_ORIENTATION_VERTICAL, 360, &minimum, &highest, NULL, NULL);
  g_assert_cmpint (low, <, high);
  g_assert_cmpint (high, <, highest);
  g_assert_cmpint (highest, <=, 260);
  g_assert_cmpint (minimum, <=, 120);
  g_assert_false (gtk_widget_compute_expand (small, GTK_ORIENTATION_VERTICAL));
  g_assert_finalize_object (small);
  g_assert_finalize_object (large);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/lesson-card/way", test_way);
  g_test_add_func ("/lesson-card/names", test_names);
  g_test_add_func ("/lesson-card/other-run", test_other_run);
  g_test_add_func ("/lesson-card/height", test_height);

  return g_test_run ();
}
