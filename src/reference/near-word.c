/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Counts the edits between words, byte by byte. Knows no codes. */

#include "config.h"

#include "near-word.h"

#include <string.h>

/* No word that anybody types is longer; what is, is near to nothing. */
#define LONGEST 32

/* To the start of @word that is nearest: who types has not come to its end. */
static guint
count_edits (const char *typed,
             gsize       n,
             const char *word,
             gsize       m)
{
  guint edits[LONGEST + 1][LONGEST + 1];
  guint least = G_MAXUINT;

  for (gsize i = 0; i <= n; i++)
    for (gsize j = 0; j <= m; j++)
      {
        guint *here = &edits[i][j];

        if (i == 0 || j == 0)
          {
            *here = (guint) (i + j);
            continue;
          }
        *here = edits[i - 1][j - 1] + (typed[i - 1] != word[j - 1]);
        *here = MIN (*here, MIN (edits[i - 1][j], edits[i][j - 1]) + 1);
        if (i > 1 && j > 1 && typed[i - 1] == word[j - 2] && typed[i - 2] == word[j - 1])
          *here = MIN (*here, edits[i - 2][j - 2] + 1);
      }

  for (gsize j = 0; j <= m; j++)
    least = MIN (least, edits[n][j]);

  return least;
}

gboolean
rt_near_word_is_in (const char *typed,
                    const char *text)
{
  gsize n = strlen (typed);
  guint allowed = n < 5 || n > LONGEST ? 0 : n < 8 ? 1 : 2;

  while (allowed > 0 && *text != '\0')
    {
      gsize m = strcspn (text, " ");

      if (count_edits (typed, n, text, MIN (m, LONGEST)) <= allowed)
        return TRUE;
      text += m;
      text += strspn (text, " ");
    }

  return FALSE;
}
