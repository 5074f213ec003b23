/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Names that are nearly another: the restricted Damerau-Levenshtein distance. */

#include "spelling.h"

#include <string.h>

/* Longer names than any field has are not compared. */
#define NAME_MAX_LENGTH 64
#define SHORTEST 6

guint
rt_spelling_distance (const char *a,
                      const char *b,
                      guint       max)
{
  guint rows[3][NAME_MAX_LENGTH + 1];
  gsize a_length, b_length;

  g_return_val_if_fail (a != NULL && b != NULL, max + 1);

  a_length = strlen (a);
  b_length = strlen (b);
  if (a_length > NAME_MAX_LENGTH || b_length > NAME_MAX_LENGTH)
    return max + 1;

  for (guint j = 0; j <= b_length; j++)
    rows[0][j] = j;
  for (guint i = 1; i <= a_length; i++)
    {
      guint *row = rows[i % 3];
      const guint *above = rows[(i + 2) % 3];
      const guint *above_that = rows[(i + 1) % 3];

      row[0] = i;
      for (guint j = 1; j <= b_length; j++)
        {
          guint other = g_ascii_tolower (a[i - 1]) != g_ascii_tolower (b[j - 1]);

          row[j] = MIN (MIN (above[j], row[j - 1]) + 1, above[j - 1] + other);
          if (i > 1 && j > 1 && g_ascii_tolower (a[i - 1]) == g_ascii_tolower (b[j - 2]) &&
              g_ascii_tolower (a[i - 2]) == g_ascii_tolower (b[j - 1]))
            row[j] = MIN (row[j], above_that[j - 2] + 1);
        }
    }

  return MIN (rows[a_length % 3][b_length], max + 1);
}

static gboolean
is_out_of_use (RtEntry *entry)
{
  const char *status = rt_entry_get_fact (entry, "status");

  return g_strcmp0 (status, "obsoleted") == 0 || g_strcmp0 (status, "deprecated") == 0;
}

const char *
rt_spelling_find_field (RtCatalogue *catalogue,
                        const char  *name)
{
  GListModel *fields;
  gsize length;
  const char *found = NULL;
  guint nearest;

  g_return_val_if_fail (RT_IS_CATALOGUE (catalogue) && name != NULL, NULL);

  length = strlen (name);
  if (length < SHORTEST || g_ascii_strncasecmp (name, "X-", 2) == 0)
    return NULL;

  nearest = length < 10 ? 2 : 3;
  fields = rt_catalogue_get_fields (catalogue);
  for (guint i = 0; i < g_list_model_get_n_items (fields); i++)
    {
      g_autoptr(RtEntry) entry = g_list_model_get_item (fields, i);
      const char *known = rt_entry_get_name (entry);
      guint distance = rt_spelling_distance (name, known, nearest);

      /* Short names are near to too much, and nobody means an obsolete one. */
      if (strlen (known) < SHORTEST || distance > nearest || is_out_of_use (entry))
        continue;
      if (distance < nearest)
        found = known;
      else if (found != NULL)
        found = NULL; /* two that are as near */
      nearest = distance;
    }

  return found;
}
