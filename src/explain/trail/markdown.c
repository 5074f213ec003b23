/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the escaping for Markdown. CommonMark section 2.4: a backslash makes any
 * ASCII punctuation literal. Section 6.1: a code span ends at the first run of
 * as many backticks as it began with.
 */

#include "config.h"

#include "markdown.h"

#include <string.h>

#include "text.h"

static guint
longest_run (const char *text,
             char        c)
{
  guint longest = 0;
  guint run = 0;

  for (; *text != '\0'; text++)
    {
      run = *text == c ? run + 1 : 0;
      longest = MAX (longest, run);
    }

  return longest;
}

/* One line of valid text, TABs made spaces. */
static char *
tidy (const char *text)
{
  return g_strdelimit (rt_text_from_wire (text, -1), "\t", ' ');
}

char *
rt_markdown_code (const char *text)
{
  g_autofree char *line = NULL;
  g_autofree char *fence = NULL;
  const char *space;

  g_return_val_if_fail (text != NULL, NULL);

  line = tidy (text);
  if (*line == '\0')
    return g_strdup ("");
  fence = g_strnfill (longest_run (line, '`') + 1, '`');
  /* One space on each side is taken off again; it keeps backticks apart. */
  space = strchr ("` ", line[0]) != NULL || strchr ("` ", line[strlen (line) - 1]) != NULL
            ? " " : "";

  return g_strconcat (fence, space, line, space, fence, NULL);
}

/* GitHub makes links of these even where punctuation is escaped. */
static gboolean
may_become_link (const char *word)
{
  return strchr (word, '@') != NULL || strchr (word, '#') != NULL ||
         strstr (word, "://") != NULL || strstr (word, ":/") != NULL ||
         strcasestr (word, "www.") != NULL;
}

static void
append_escaped (GString    *out,
                const char *word)
{
  for (; *word != '\0'; word++)
    {
      /* These do nothing inside a word or at its end, and are everywhere. */
      gboolean harmless = strchr (",/%?", *word) != NULL;

      if (g_ascii_ispunct (*word) && !harmless)
        g_string_append_c (out, '\\');
      g_string_append_c (out, *word);
    }
}

char *
rt_markdown_sentence (const char *text)
{
  g_autoptr(GString) out = g_string_new (NULL);
  g_autofree char *line = NULL;
  g_auto(GStrv) words = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  line = tidy (text);
  words = g_strsplit (line, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (out, ' ');
      if (may_become_link (words[i]))
        {
          g_autofree char *code = rt_markdown_code (words[i]);

          g_string_append (out, code);
        }
      else
        append_escaped (out, words[i]);
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}
