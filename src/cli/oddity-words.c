/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The words for the oddities that the reader of heads flags. */

#include "config.h"

#include "oddity-words.h"

#include <glib/gi18n-lib.h>

static const struct
{
  RtOddities  flag;
  const char *words;
} oddity_words[] = {
  { RT_ODDITY_FOLDED, N_("folded over several lines") },
  { RT_ODDITY_NO_COLON, N_("no colon") },
  { RT_ODDITY_SPACE_BEFORE_COLON, N_("white space before the colon") },
  { RT_ODDITY_BAD_NAME, N_("not a valid name") },
  { RT_ODDITY_EMPTY_NAME, N_("no name") },
  { RT_ODDITY_CONTROL, N_("control character") },
  { RT_ODDITY_NOT_ASCII, N_("not ASCII") },
  { RT_ODDITY_BARE_LF, N_("ends in LF alone") },
  { RT_ODDITY_BARE_CR, N_("CR inside") },
  { RT_ODDITY_NUL, N_("NUL") },
  { RT_ODDITY_CUT, N_("cut off") },
  { RT_ODDITY_LEADING_SPACE, N_("starts with white space") },
};

char *
rt_oddity_words_new (RtOddities oddities)
{
  GString *words = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (oddity_words); i++)
    {
      if ((oddities & oddity_words[i].flag) == 0)
        continue;
      if (words->len > 0)
        g_string_append (words, ", ");
      g_string_append (words, _(oddity_words[i].words));
    }

  return g_string_free (words, FALSE);
}
