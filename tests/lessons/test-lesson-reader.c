/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of lesson-reader.c: the example of the README, what is refused and
 * where, and limits.
 */

#include "config.h"

#include "lesson-reader.h"

#include <string.h>

#include "hops.h"

#define STEP "<step><task>T</task><check><status is='200'/></check><why>W</why></step>"
#define TOP "<lesson><title>T</title><goal>G</goal>"

/* What the README shows a teacher is a lesson. */
static void
test_example (void)
{
  g_autofree char *path =
    g_test_build_filename (G_TEST_DIST, "..", "data", "lessons", "README.md", NULL);
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) xml = NULL;
  g_autoptr(RtLesson) lesson = NULL;
  char *start, *end;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  start = strstr (text, "```xml\n");
  g_assert_nonnull (start);
  start += strlen ("```xml\n");
  end = strstr (start, "\n```");
  g_assert_nonnull (end);
  *end = '\0';
  xml = hops_new_bytes (start);
  lesson = rt_lesson_read ("a", "README.md", xml, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rt_lesson_get_n_steps (lesson), >=, 2);
}

static void
test_texts (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) xml = hops_new_bytes (
    "<lesson>\n <title> A\n  title </title><goal>A goal.</goal>\n"
    " <step><task>Do &lt;this&gt;.</task><request path='/get'/>"
    "<check><status is='200'/><path is='/get'/></check>"
    "<why>One.\n\n Two.</why><reference rfc='9110' section='15'/></step></lesson>");
  g_autoptr(RtLesson) lesson = rt_lesson_read ("id", "a.xml", xml, &error);
  const RtLessonStep *step;

  g_assert_no_error (error);
  g_assert_cmpstr (rt_lesson_get_title (lesson), ==, "A title");
  g_assert_cmpstr (rt_lesson_get_goal (lesson), ==, "A goal.");
  step = rt_lesson_get_step (lesson, 0);
  g_assert_cmpstr (step->task, ==, "Do <this>.");
  g_assert_cmpstr (step->why, ==, "One.\n\nTwo.");
  g_assert_cmpstr (step->section, ==, "RFC 9110, section 15");
  g_assert_cmpstr (step->section_url, ==,
                   "https://www.rfc-editor.org/rfc/rfc9110.html#section-15");
  g_assert_cmpstr (step->request->path, ==, "/get");
  g_assert_cmpuint (step->conditions->len, ==, 2);
}

static void
test_refused (void)
{
  static const struct { const char *xml; const char *message; } cases[] = {
    { "<lessons/>", "t.xml:1: <lessons> is no <lesson>" },
    { "<lesson id='a'>" STEP "</lesson>", "t.xml:1: <lesson> has an unknown attribute 'id'" },
    { "<lesson><goal>G</goal>" STEP "</lesson>", "t.xml:1: <lesson> lacks its <title>" },
    { "<lesson><title>T</title>" STEP "</lesson>", "t.xml:1: <lesson> lacks its <goal>" },
    { TOP "<title>T</title>" STEP "</lesson>",
      "t.xml:1: <title> appears twice in one <lesson>" },
    { TOP "</lesson>", "t.xml:1: <lesson> lacks its <step>" },
    { TOP "\n<stop/></lesson>", "t.xml:2: <stop> is not known inside <lesson>" },
    { TOP "\n<step><task>T</task><why>W</why></step></lesson>",
      "t.xml:2: <step> lacks its <check>" },
    { TOP "\n<step><check><status is='200'/></check><why>W</why></step></lesson>",
      "t.xml:2: <step> lacks its <task>" },
    { TOP "\n<step><task>T</task><check><status is='200'/></check></step></lesson>",
      "t.xml:2: <step> lacks its <why>" },
    { TOP "<step><task>T</task>\n<check/><why>W</why></step></lesson>",
      "t.xml:2: <check> holds 1 to 20 conditions" },
    { TOP "<step><task>T</task><check><status is='200'/></check>\n<check/>"
      "<why>W</why></step></lesson>", "t.xml:2: <check> appears twice in one <step>" },
    { TOP "<step><task>T</task><request path='/'/>\n<request path='/'/>"
      "<check><status is='200'/></check><why>W</why></step></lesson>",
      "t.xml:2: <request> appears twice in one <step>" },
    { TOP "<step><task>T</task><check>\n<colour is='red'/></check><why>W</why></step></lesson>",
      "t.xml:2: <colour> is not known inside <check>" },
    { TOP "<step><task>T</task><check><status is='200'/></check><why>W</why>\n"
      "<reference rfc='x'/></step></lesson>",
      "t.xml:2: <reference> needs the number of an RFC, or title and url" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    hops_assert_refused (cases[i].xml, cases[i].message);
}

static void
test_not_xml (void)
{
  static const char * const cases[] = { "", "no xml", TOP, "<lesson>\xff</lesson>", "<lesson/><" };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) xml = hops_new_bytes (cases[i]);
      g_autoptr(RtLesson) lesson = rt_lesson_read ("id", "t.xml", xml, &error);

      g_assert_null (lesson);
      g_assert_error (error, RT_REFERENCE_ERROR, RT_REFERENCE_ERROR_SYNTAX);
      g_assert_true (g_str_has_prefix (error->message, "t.xml:1:"));
    }
}

/* @count times @part between a head and an end. */
static char *
repeat (const char *head,
        const char *part,
        guint       count,
        const char *end)
{
  g_autoptr(GString) text = g_string_new (head);

  for (guint i = 0; i < count; i++)
    g_string_append (text, part);
  g_string_append (text, end);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_limits (void)
{
  g_autofree char *steps = repeat (TOP, STEP, RT_LESSON_STEPS_MAX + 1, "</lesson>");
  g_autofree char *conditions = repeat (TOP "<step><task>T</task><check>", "<status is='200'/>",
                                        RT_LESSON_CONDITIONS_MAX + 1,
                                        "</check><why>W</why></step></lesson>");
  g_autofree char *title = repeat ("<lesson><title>", "é", RT_LESSON_TITLE_MAX + 1,
                                   "</title><goal>G</goal>" STEP "</lesson>");
  g_autofree char *goal = repeat ("<lesson><title>T</title><goal>", "é", RT_LESSON_GOAL_MAX + 1,
                                  "</goal>" STEP "</lesson>");
  g_autofree char *task = repeat (TOP "<step><task>", "é", RT_LESSON_TASK_MAX + 1,
                                  "</task><check><status is='200'/></check><why>W</why>"
                                  "</step></lesson>");
  g_autofree char *why = repeat (TOP "<step><task>T</task><check><status is='200'/></check><why>",
                                 "é", RT_LESSON_WHY_MAX + 1, "</why></step></lesson>");
  g_autofree char *bytes = repeat ("<!-- ", "x", RT_LESSON_BYTES_MAX, " -->");

  hops_assert_refused (steps, "t.xml:1: <step> is one of more than 12");
  hops_assert_refused (conditions, "t.xml:1: <check> holds 1 to 20 conditions");
  hops_assert_refused (title, "t.xml:1: <lesson> has a <title> of more than 60 characters");
  hops_assert_refused (goal, "t.xml:1: <lesson> has a <goal> of more than 160 characters");
  hops_assert_refused (task, "t.xml:1: <step> has a <task> of more than 300 characters");
  hops_assert_refused (why, "t.xml:1: <step> has a <why> of more than 420 characters");
  hops_assert_refused (bytes, "t.xml:1: is larger than 64 KiB");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lessons/reader/example", test_example);
  g_test_add_func ("/lessons/reader/texts", test_texts);
  g_test_add_func ("/lessons/reader/refused", test_refused);
  g_test_add_func ("/lessons/reader/not-xml", test_not_xml);
  g_test_add_func ("/lessons/reader/limits", test_limits);

  return g_test_run ();
}
