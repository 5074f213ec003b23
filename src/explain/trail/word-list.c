/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns how words are joined in a sentence. Escapes nothing. */

#include "config.h"

#include "word-list.h"

#include <glib/gi18n-lib.h>

static char *
join_with_commas (GPtrArray *words,
                  guint      count)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < count; i++)
    {
      if (i > 0)
        /* Translators: between the words of a list, but before the last */
        g_string_append (text, _(", "));
      g_string_append (text, g_ptr_array_index (words, i));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
rt_word_list_join (GPtrArray *words)
{
  g_autofree char *start = NULL;

  g_return_val_if_fail (words != NULL, NULL);

  if (words->len < 2)
    return join_with_commas (words, words->len);
  start = join_with_commas (words, words->len - 1);

  /* Translators: the first words of a list, and its last */
  return g_strdup_printf (_("%s and %s"), start,
                          (const char *) g_ptr_array_index (words, words->len - 1));
}

char *
rt_word_list_shorten (GPtrArray *words,
                      guint      max)
{
  g_autofree char *start = NULL;
  guint more;

  g_return_val_if_fail (words != NULL && max > 0, NULL);

  if (words->len <= max)
    return rt_word_list_join (words);
  start = join_with_commas (words, max);
  more = words->len - max;

  /* Translators: the first words of a list, and how many there are more */
  return g_strdup_printf (ngettext ("%s and %u more", "%s and %u more", more), start, more);
}
