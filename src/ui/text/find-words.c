/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Counts and mistakes in words. */

#include "config.h"

#include "find-words.h"

#include "format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Characters of an expression that show where it is wrong. */
#define SHOWN_BEFORE_FLAW 16

/* Nothing is said of a search that was given up: that has a sentence. */
static char *
dup_none (RtFinder     *finder,
          RtFindWithin  within)
{
  g_autofree char *trouble = rt_finder_dup_trouble (finder);

  if (trouble != NULL)
    return g_strdup ("");
  if (!rt_finder_is_complete (finder))
    return g_strdup (_("Searching…"));

  if (rt_finder_takes_empty (finder))
    return g_strdup (_("Only empty matches"));
  if (within == RT_FIND_WITHIN_ROW)
    return g_strdup (_("No matches within a row"));

  return g_strdup (within == RT_FIND_WITHIN_LINE ? _("No matches within a line")
                                                 : _("No matches"));
}

char *
rt_find_words_count (RtFinder      *finder,
                     RtFindWithin   within,
                     const guint64 *index)
{
  g_autofree char *all = NULL;
  g_autofree char *one = NULL;
  gboolean complete;
  guint64 n;

  g_return_val_if_fail (RT_IS_FINDER (finder), NULL);

  complete = rt_finder_is_complete (finder);
  n = rt_finder_get_n_matches (finder);
  if (n == 0)
    return dup_none (finder, within);

  all = rt_format_count (n);
  if (index != NULL)
    one = rt_format_count (*index + 1);
  if (one != NULL)
    return g_strdup_printf (complete ? _("%s of %s") : _("%s of %s…"), one, all);
  if (!complete)
    return g_strdup_printf (_("%s…"), all);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s match", "%s matches", n), all);
}

/* Where and why, out of a message that begins with the expression and the number
 * of the characters before the place; all of it when it is another one. */
char *
rt_find_words_flaw (const char *pattern,
                    const char *message)
{
  const char *rest = strstr (message, pattern);
  const char *number = rest != NULL ? strpbrk (rest + strlen (pattern), "0123456789") : NULL;
  char *end = NULL;
  guint64 place = number != NULL ? g_ascii_strtoull (number, &end, 10) : 0;
  const char *why = end != NULL ? strstr (end, ": ") : NULL;
  guint64 from = place - MIN (place, SHOWN_BEFORE_FLAW);
  g_autofree char *before = NULL;

  g_return_val_if_fail (pattern != NULL && message != NULL, NULL);

  if (why == NULL || place > (guint64) g_utf8_strlen (pattern, -1))
    return g_strdup_printf (_("Not a regular expression: %s"), message);
  if (place == 0)
    return g_strdup_printf (_("Not a regular expression: %s, at its beginning"), why + 2);
  before = g_utf8_substring (pattern, from, place);

  /* Translators: what is wrong, and the characters before the place */
  return g_strdup_printf (from > 0 ? _("Not a regular expression: %s, after “…%s”")
                                   : _("Not a regular expression: %s, after “%s”"),
                          why + 2, before);
}
