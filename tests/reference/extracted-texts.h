/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What xgettext takes out of data files by the rules of po/its. */

#pragma once

#include <gio/gio.h>

#include <string.h>

/* The messages of a template, without its header. */
static inline GHashTable *
extracted_texts_parse (const char *template)
{
  GHashTable *messages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) lines = g_strsplit (template, "\n", -1);
  g_autoptr (GString) message = g_string_new (NULL);
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

/* The texts of data/@folder/NAME.xml for each of @names, which end with NULL;
 * NULL, and the test is skipped, without xgettext. */
static inline GHashTable *
extracted_texts_read (const char         *folder,
                      const char * const *names)
{
  g_autofree char *xgettext = g_find_program_in_path ("xgettext");
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocessLauncher) launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *po = g_test_build_filename (G_TEST_DIST, "..", "po", NULL);
  g_autofree char *template = NULL;
  g_auto (GStrv) arguments = NULL;

  if (xgettext == NULL)
    {
      g_test_skip ("xgettext is not installed");
      return NULL;
    }

  g_strv_builder_add_many (builder, xgettext, "--from-code=UTF-8", "--output=-", NULL);
  for (gsize i = 0; names[i] != NULL; i++)
    {
      g_autofree char *name = g_strconcat (names[i], ".xml", NULL);
      g_autofree char *path =
        g_test_build_filename (G_TEST_DIST, "..", "data", folder, name, NULL);

      g_strv_builder_add (builder, path);
    }

  arguments = g_strv_builder_end (builder);
  g_subprocess_launcher_setenv (launcher, "GETTEXTDATADIRS", po, TRUE);
  process = g_subprocess_launcher_spawnv (launcher, (const char * const *) arguments, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &template, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));

  return extracted_texts_parse (template);
}

/* @used: texts may be the same in two places, so those found are kept there, and
 * not removed. */
static inline void
extracted_texts_expect (GHashTable *messages,
                        GHashTable *used,
                        const char *text)
{
  if (!g_hash_table_contains (messages, text))
    g_error ("xgettext does not find '%s'", text);

  g_hash_table_add (used, g_strdup (text));
}
