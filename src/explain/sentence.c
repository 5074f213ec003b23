/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the choice between a sentence with its value and one without. */

#include "config.h"

#include "sentence.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#define SENTENCE_MAX 80
#define SENTENCE_MOST 200

guint
rt_sentence_get_max (void)
{
  /* Translators: the most characters that the sentence of a note may have. The
   * number is the translation: raise it by as much as your language is longer. */
  int max = atoi (C_("characters of a sentence", "80"));

  return CLAMP (max, SENTENCE_MAX, SENTENCE_MOST);
}

char *
rt_sentence_fit (char       *with_value,
                 const char *without_value)
{
  g_autofree char *sentence = with_value;

  g_return_val_if_fail (with_value != NULL && without_value != NULL, NULL);

  if (g_utf8_strlen (sentence, -1) <= rt_sentence_get_max ())
    return g_steal_pointer (&sentence);

  return g_strdup (without_value);
}
