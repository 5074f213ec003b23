/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the table of cache directives (the registry of RFC 9111 section 5.2.3,
 * and two of old browsers) and the search for the nearest name.
 */

#include "cache-directive.h"

#include <string.h>

/* Longest name that is looked at for likeness. */
#define NAME_MAX_LENGTH 32

#define BOTH (RT_CACHE_IN_REQUEST | RT_CACHE_IN_RESPONSE)

static const RtCacheDirective known[] = {
  { "immutable", RT_CACHE_NO_ARGUMENT, RT_CACHE_IN_RESPONSE },
  { "max-age", RT_CACHE_SECONDS, BOTH },
  { "max-stale", RT_CACHE_MAY_SECONDS, RT_CACHE_IN_REQUEST },
  { "min-fresh", RT_CACHE_SECONDS, RT_CACHE_IN_REQUEST },
  { "must-revalidate", RT_CACHE_NO_ARGUMENT, RT_CACHE_IN_RESPONSE },
  { "must-understand", RT_CACHE_NO_ARGUMENT, RT_CACHE_IN_RESPONSE },
  { "no-cache", RT_CACHE_MAY_FIELDS, BOTH },
  { "no-store", RT_CACHE_NO_ARGUMENT, BOTH },
  { "no-transform", RT_CACHE_NO_ARGUMENT, BOTH },
  { "only-if-cached", RT_CACHE_NO_ARGUMENT, RT_CACHE_IN_REQUEST },
  { "post-check", RT_CACHE_SECONDS, RT_CACHE_IN_RESPONSE | RT_CACHE_OBSOLETE },
  { "pre-check", RT_CACHE_SECONDS, RT_CACHE_IN_RESPONSE | RT_CACHE_OBSOLETE },
  { "private", RT_CACHE_MAY_FIELDS, RT_CACHE_IN_RESPONSE },
  { "proxy-revalidate", RT_CACHE_NO_ARGUMENT, RT_CACHE_IN_RESPONSE },
  { "public", RT_CACHE_NO_ARGUMENT, RT_CACHE_IN_RESPONSE },
  { "s-maxage", RT_CACHE_SECONDS, RT_CACHE_IN_RESPONSE },
  { "stale-if-error", RT_CACHE_SECONDS, BOTH },
  { "stale-while-revalidate", RT_CACHE_SECONDS, RT_CACHE_IN_RESPONSE },
};

const RtCacheDirective *
rt_cache_directive_find (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_ascii_strcasecmp (known[i].name, name) == 0)
      return &known[i];

  return NULL;
}

/* Letters and digits only, small. */
static char *
simplify (const char *name)
{
  GString *out = g_string_new (NULL);

  for (; *name != '\0'; name++)
    if (g_ascii_isalnum (*name))
      g_string_append_c (out, g_ascii_tolower (*name));

  return g_string_free (out, FALSE);
}

/* Letters put in, left out, changed, or two that changed places. */
static guint
measure_distance (const char *a,
                  const char *b)
{
  guint rows[NAME_MAX_LENGTH + 1][NAME_MAX_LENGTH + 1];
  gsize n_a = strlen (a), n_b = strlen (b);

  if (n_a > NAME_MAX_LENGTH || n_b > NAME_MAX_LENGTH)
    return G_MAXUINT;

  for (gsize i = 0; i <= n_a; i++)
    for (gsize j = 0; j <= n_b; j++)
      {
        guint *cell = &rows[i][j];

        if (i == 0 || j == 0)
          {
            *cell = MAX (i, j);
            continue;
          }
        *cell = MIN (rows[i - 1][j], rows[i][j - 1]) + 1;
        *cell = MIN (*cell, rows[i - 1][j - 1] + (a[i - 1] != b[j - 1]));
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
          *cell = MIN (*cell, rows[i - 2][j - 2] + 1);
      }

  return rows[n_a][n_b];
}

const RtCacheDirective *
rt_cache_directive_guess (const char *name)
{
  g_autofree char *plain = NULL;
  const RtCacheDirective *best = NULL;
  guint best_distance;

  g_return_val_if_fail (name != NULL, NULL);

  plain = simplify (name);
  best_distance = strlen (plain) >= 12 ? 4 : strlen (plain) >= 8 ? 3 : strlen (plain) >= 5 ? 2 : 1;
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autofree char *other = simplify (known[i].name);
      guint distance = measure_distance (plain, other);

      if (distance < best_distance)
        {
          best = &known[i];
          best_distance = distance;
        }
    }

  return best;
}
