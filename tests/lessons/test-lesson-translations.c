/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What xgettext takes out of the lessons by the rules of po/its is exactly what
 * is looked up for a person, white space included.
 */

#include "config.h"

#include "lesson-shelf.h"

#include "../reference/extracted-texts.h"

static void
test_extracted (void)
{
  g_autoptr(GPtrArray) lessons = rt_lesson_shelf_load ("/nonexistent/lessons");
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr(GHashTable) messages = NULL;
  g_autoptr(GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto(GStrv) names = NULL;

  for (guint i = 0; i < lessons->len; i++)
    g_strv_builder_add (builder, rt_lesson_get_id (g_ptr_array_index (lessons, i)));
  names = g_strv_builder_end (builder);
  messages = extracted_texts_read ("lessons", (const char * const *) names);
  if (messages == NULL)
    return;

  for (guint i = 0; i < lessons->len; i++)
    {
      RtLesson *lesson = g_ptr_array_index (lessons, i);

      extracted_texts_expect (messages, used, rt_lesson_get_title (lesson));
      extracted_texts_expect (messages, used, rt_lesson_get_goal (lesson));
      for (guint j = 0; j < rt_lesson_get_n_steps (lesson); j++)
        {
          extracted_texts_expect (messages, used, rt_lesson_get_step (lesson, j)->task);
          extracted_texts_expect (messages, used, rt_lesson_get_step (lesson, j)->why);
        }
    }

  /* Nothing is given to translators that is never shown. */
  g_assert_cmpuint (g_hash_table_size (used), ==, g_hash_table_size (messages));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lessons/translations/extracted", test_extracted);

  return g_test_run ();
}
