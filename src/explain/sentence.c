/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the choice between a sentence with its value and one without. */

#include "sentence.h"

/* As in note.h. */
#define SENTENCE_MAX 80

char *
rt_sentence_fit (char       *with_value,
                 const char *without_value)
{
  g_autofree char *sentence = with_value;

  g_return_val_if_fail (with_value != NULL && without_value != NULL, NULL);

  if (g_utf8_strlen (sentence, -1) <= SENTENCE_MAX)
    return g_steal_pointer (&sentence);

  return g_strdup (without_value);
}
