/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the character classes of HTTP's tokens. Judges bytes, never changes
 * them.
 */

#include "grammar.h"

#include <string.h>

static gsize
measure (const char *text,
         gssize      length)
{
  return length < 0 ? strlen (text) : (gsize) length;
}

gboolean
rt_grammar_is_token_char (guchar c)
{
  return g_ascii_isalnum (c) || (c != 0 && strchr ("!#$%&'*+-.^_`|~", c) != NULL);
}

gboolean
rt_grammar_is_token (const char *text,
                     gssize      length)
{
  gsize n;

  g_return_val_if_fail (text != NULL || length == 0, FALSE);

  n = length == 0 ? 0 : measure (text, length);
  for (gsize i = 0; i < n; i++)
    if (!rt_grammar_is_token_char (text[i]))
      return FALSE;

  return n > 0;
}

gssize
rt_grammar_find_breaking_byte (const char *text,
                               gssize      length)
{
  gsize n;

  g_return_val_if_fail (text != NULL || length == 0, -1);

  n = length == 0 ? 0 : measure (text, length);
  for (gsize i = 0; i < n; i++)
    if (text[i] == '\r' || text[i] == '\n' || text[i] == '\0')
      return i;

  return -1;
}
