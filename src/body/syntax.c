/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Chooses the lexer. The lines of RtHexLines need none: what is where is fixed. */

#include "config.h"

#include "syntax.h"

#include "syntax-lexers.h"

/* "00000010  48 54 … 0d  |HTTP/1.1 200 OK.|": the offset, and what frames the text. */
static void
scan_hex (const char *text,
          gsize       length,
          GArray     *tokens)
{
  const char *bar = memchr (text, '|', length);
  const char *blank = memchr (text, ' ', length);
  gsize offset = blank != NULL ? (gsize) (blank - text) : length;

  rt_syntax_add (tokens, 0, offset, RT_TOKEN_DIM);
  if (bar == NULL)
    return;
  rt_syntax_add (tokens, bar - text, bar - text + 1, RT_TOKEN_DIM);
  if (bar + 1 < text + length)
    {
      rt_syntax_add (tokens, bar - text + 1, length - 1, RT_TOKEN_STRING);
      rt_syntax_add (tokens, length - 1, length, RT_TOKEN_DIM);
    }
}

void
rt_syntax_add (GArray      *tokens,
               gsize        start,
               gsize        end,
               RtTokenKind  kind)
{
  RtToken token = { start, end, kind };
  RtToken *last;

  if (tokens == NULL || start >= end || kind == RT_TOKEN_PLAIN)
    return;
  last = tokens->len > 0 ? &g_array_index (tokens, RtToken, tokens->len - 1) : NULL;
  if (last != NULL && last->kind == kind && last->end == start)
    last->end = end;
  else
    g_array_append_val (tokens, token);
}

void
rt_syntax_scan (RtSyntax       syntax,
                const char    *text,
                gsize          length,
                RtSyntaxState *state,
                GArray        *tokens)
{
  g_return_if_fail (text != NULL || length == 0);
  g_return_if_fail (state != NULL);

  switch (syntax)
    {
    case RT_SYNTAX_JSON:
      rt_syntax_scan_json (text, length, state, tokens);
      break;
    case RT_SYNTAX_XML:
      rt_syntax_scan_xml (text, length, state, tokens);
      break;
    case RT_SYNTAX_HEX:
      if (length > 0)
        scan_hex (text, length, tokens);
      break;
    case RT_SYNTAX_NONE:
    default:
      break;
    }
}

void
rt_syntax_guess (RtSyntax       syntax,
                 const char    *before,
                 gsize          length,
                 RtSyntaxState *state)
{
  g_return_if_fail (before != NULL || length == 0);
  g_return_if_fail (state != NULL);

  *state = (RtSyntaxState) { 0, };
  if (syntax == RT_SYNTAX_JSON)
    rt_syntax_guess_json (before, length, state);
  else if (syntax == RT_SYNTAX_XML)
    rt_syntax_guess_xml (before, length, state);
}
