/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the first characters of a text look like. */

#include "config.h"

#include "text-sniff.h"

#include "json-scanner.h"

#include <string.h>

/* The name of an element, and not of another one that begins so. */
static gboolean
is_tag (const char *text,
        gsize       length,
        const char *tag)
{
  gsize n = strlen (tag);

  return length >= n && g_ascii_strncasecmp (text, tag, n) == 0 &&
         (length == n || !g_ascii_isalnum (text[n]));
}

static gboolean
is_html_start (const char *text,
               gsize       length)
{
  return is_tag (text, length, "<!doctype html") || is_tag (text, length, "<html");
}

/* "<svg" as the first element: after a declaration, comments, a doctype. */
static gboolean
is_svg_start (const char *text,
              gsize       length)
{
  const char *end = text + length;
  const char *p = text;

  while (p < end)
    {
      const char *close;

      while (p < end && g_ascii_isspace (*p))
        p++;
      if (end - p < 4 || *p != '<')
        return FALSE;
      if (p[1] != '?' && p[1] != '!')
        return is_tag (p, end - p, "<svg");
      close = g_strstr_len (p, end - p, memcmp (p, "<!--", 4) == 0 ? "-->" : ">");
      if (close == NULL)
        return FALSE;
      p = close + (memcmp (p, "<!--", 4) == 0 ? 3 : 1);
    }

  return FALSE;
}

#define N_TOKENS 8

/* The first tokens; FALSE where they end because of a flaw. */
static gboolean
read_as_json (const char  *text,
              gsize        length,
              RtJsonToken *tokens,
              gsize       *n_tokens)
{
  g_autoptr (RtJsonScanner) scanner = rt_json_scanner_new (TRUE);

  return rt_json_scanner_read (scanner, text, length, FALSE, tokens, N_TOKENS, n_tokens) !=
         RT_JSON_SCAN_FLAW;
}

/* JSON, or what is meant to be: the flaw comes after a comma in the array at least.
 * A line of a log may begin with "[INFO]" or "[1]". */
static gboolean
is_json_start (const char *text,
               gsize       length)
{
  RtJsonToken tokens[N_TOKENS];
  gsize n;

  if (*text != '[')
    return *text == '{';

  return read_as_json (text, length, tokens, &n) ||
         (n > 2 && tokens[n - 1].kind != RT_JSON_TOKEN_ARRAY_END);
}

/* Past a byte order mark and white space. */
static const char *
find_start (const char *text,
            gsize       length)
{
  const char *end = text + length;

  if (length >= 3 && memcmp (text, "\357\273\277", 3) == 0)
    text += 3;
  while (text < end && g_ascii_isspace (*text))
    text++;

  return text;
}

RtBodyKind
rt_text_sniff (const char *text,
               gsize       length)
{
  const char *start;
  gsize rest;

  g_return_val_if_fail (text != NULL || length == 0, RT_BODY_KIND_TEXT);

  start = find_start (text, length);
  rest = text + length - start;
  if (rest == 0)
    return RT_BODY_KIND_TEXT;
  if (is_json_start (start, rest))
    return RT_BODY_KIND_JSON;
  if (is_html_start (start, rest))
    return RT_BODY_KIND_HTML;
  if (is_svg_start (start, rest))
    return RT_BODY_KIND_SVG;
  if (rest >= 5 && memcmp (start, "<?xml", 5) == 0)
    return RT_BODY_KIND_XML;

  return RT_BODY_KIND_TEXT;
}

gboolean
rt_text_sniff_is_json (const char *text,
                       gsize       length)
{
  RtJsonToken tokens[N_TOKENS];
  const char *start;
  gsize n;

  g_return_val_if_fail (text != NULL || length == 0, FALSE);

  start = find_start (text, length);
  length -= start - text;

  return length > 0 && (*start == '{' || *start == '[') &&
         read_as_json (start, length, tokens, &n) && n > 1;
}
