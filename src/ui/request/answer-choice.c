/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a login can answer, by the scheme that a label begins with. */

#include "answer-choice.h"

#include <string.h>

static gboolean
can_answer (RtCredentialsKind  kind,
            const char        *label)
{
  gboolean digest = g_ascii_strncasecmp (label, "Digest", strlen ("Digest")) == 0;

  if (kind == RT_CREDENTIALS_USER)
    return digest || g_ascii_strcasecmp (label, "Basic") == 0;

  return kind == RT_CREDENTIALS_DIGEST && digest;
}

static void
add (GPtrArray         *labels,
     RtCredentialsKind  kind,
     const char        *label)
{
  if (!can_answer (kind, label))
    return;
  for (guint i = 0; i < labels->len; i++)
    if (g_ascii_strcasecmp (g_ptr_array_index (labels, i), label) == 0)
      return;
  g_ptr_array_add (labels, g_strdup (label));
}

char **
rt_answer_choice_list (RtCredentialsKind   kind,
                       const char * const *challenges,
                       const char         *prefer)
{
  GPtrArray *labels = g_ptr_array_new ();

  g_return_val_if_fail (prefer != NULL, NULL);

  for (guint i = 0; challenges != NULL && challenges[i] != NULL; i++)
    add (labels, kind, challenges[i]);
  add (labels, kind, prefer);
  g_ptr_array_add (labels, NULL);

  return (char **) g_ptr_array_free (labels, FALSE);
}

int
rt_answer_choice_find (const char * const *labels,
                       const char         *prefer)
{
  g_return_val_if_fail (labels != NULL && prefer != NULL, -1);

  for (int i = 0; labels[i] != NULL; i++)
    if (g_ascii_strcasecmp (labels[i], prefer) == 0)
      return i;

  return -1;
}
