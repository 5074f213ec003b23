/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What xgettext takes out of the lessons by the rules of po/its is exactly what
 * is looked up for a person, white space included.
 */

#include "config.h"

#include <string.h>

#include "lesson-shelf.h"

/* The messages of a template, without its header. */
static GHashTable *
read_messages (const char *template)
{
  GHashTable *messages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto(GStrv) lines = g_strsplit (template, "\n", -1);
  g_autoptr(GString) message = g_string_new (NULL);
  gboolean inside = FALSE;

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      const char *line = lines[i];
      const char *quote = strchr (line, '"');

      if (g_str_has_prefix (line, "msgstr"))
        {
          if (message->len > 0)
            g_hash_table_add (messages, g_strcompress (message->str));
          inside = FALSE;
        }
      else if (g_str_has_prefix (line, "msgid"))
        {
          inside = TRUE;
          g_string_truncate (message, 0);
        }

      if (inside && quote != NULL)
        g_string_append_len (message, quote + 1, (gssize) strlen (quote) - 2);
    }

  return messages;
}

static GHashTable *
run_xgettext (GPtrArray *lessons)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocessLauncher) launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr(GPtrArray) arguments = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GSubprocess) process = NULL;
  g_autofree char *po = g_test_build_filename (G_TEST_DIST, "..", "po", NULL);
  g_autofree char *template = NULL;

  g_ptr_array_add (arguments, g_strdup ("xgettext"));
  g_ptr_array_add (arguments, g_strdup ("--from-code=UTF-8"));
  g_ptr_array_add (arguments, g_strdup ("--output=-"));
  for (guint i = 0; i < lessons->len; i++)
    {
      g_autofree char *name =
        g_strconcat (rt_lesson_get_id (g_ptr_array_index (lessons, i)), ".xml", NULL);

      g_ptr_array_add (arguments, g_test_build_filename (G_TEST_DIST, "..", "data", "lessons",
                                                         name, NULL));
    }
  g_ptr_array_add (arguments, NULL);

  g_subprocess_launcher_setenv (launcher, "GETTEXTDATADIRS", po, TRUE);
  process = g_subprocess_launcher_spawnv (launcher, (const char * const *) arguments->pdata,
                                          &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &template, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));

  return read_messages (template);
}

static void
expect (GHashTable *messages,
        GHashTable *used,
        const char *text)
{
  if (!g_hash_table_contains (messages, text))
    g_error ("xgettext does not find '%s'", text);

  g_hash_table_add (used, g_strdup (text));
}

static void
test_extracted (void)
{
  g_autofree char *xgettext = g_find_program_in_path ("xgettext");
  g_autoptr(GPtrArray) lessons = rt_lesson_shelf_load ("/nonexistent/lessons");
  g_autoptr(GHashTable) messages = NULL;
  g_autoptr(GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (xgettext == NULL)
    {
      g_test_skip ("xgettext is not installed");
      return;
    }

  messages = run_xgettext (lessons);
  for (guint i = 0; i < lessons->len; i++)
    {
      RtLesson *lesson = g_ptr_array_index (lessons, i);

      expect (messages, used, rt_lesson_get_title (lesson));
      expect (messages, used, rt_lesson_get_goal (lesson));
      for (guint j = 0; j < rt_lesson_get_n_steps (lesson); j++)
        {
          expect (messages, used, rt_lesson_get_step (lesson, j)->task);
          expect (messages, used, rt_lesson_get_step (lesson, j)->why);
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
