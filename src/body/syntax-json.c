/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tokens of JSON. Whether a string is a key is told by what follows it: a colon
 * after the string, or, when the slice ends before that, what went before it.
 */

#include "config.h"

#include "syntax-lexers.h"

enum
{
  MODE_VALUE,        /* between tokens */
  MODE_STRING,       /* within a string */
  MODE_KEY,          /* within a string that follows "{", or "," in an object */
  MODE_STRING_SLASH, /* after its "\" */
  MODE_KEY_SLASH,
  MODE_HEAD,         /* between tokens, where a key may come */
};

typedef struct
{
  const char *text;
  gsize       length;
  gsize       at;
  GArray     *tokens;
} Scan;

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static gboolean
is_word (char c)
{
  return g_ascii_isalnum (c) || c == '_' || c == '+' || c == '-' || c == '.' || (guchar) c >= 0x80;
}

/* Over the text of a string, to its end or the end of the slice; the tokens of
 * its escapes stand between those of its text. */
static guint
scan_string (Scan        *scan,
             gsize        start,
             guint        mode,
             RtTokenKind  kind)
{
  gboolean slash = mode == MODE_STRING_SLASH || mode == MODE_KEY_SLASH;
  gboolean key = mode == MODE_KEY || mode == MODE_KEY_SLASH;

  while (scan->at < scan->length)
    {
      char c = scan->text[scan->at];
      gsize first = scan->at;

      if (!slash && c == '"')
        {
          rt_syntax_add (scan->tokens, start, ++scan->at, kind);
          return MODE_VALUE;
        }
      if (!slash && c != '\\')
        {
          scan->at++;
          continue;
        }
      rt_syntax_add (scan->tokens, start, first, kind);
      scan->at += slash ? 0 : 1;
      slash = scan->at == scan->length;
      if (!slash && scan->text[scan->at++] == 'u')
        for (guint i = 0; i < 4 && scan->at < scan->length &&
                          g_ascii_isxdigit (scan->text[scan->at]); i++)
          scan->at++;
      rt_syntax_add (scan->tokens, first, scan->at, RT_TOKEN_ESCAPE);
      start = scan->at;
    }
  rt_syntax_add (scan->tokens, start, scan->at, kind);
  if (slash)
    return key ? MODE_KEY_SLASH : MODE_STRING_SLASH;

  return key ? MODE_KEY : MODE_STRING;
}

/* Whether a colon comes next; the end of the slice does not tell. */
static gboolean
has_colon (const Scan *scan,
           gboolean   *known)
{
  gsize i = scan->at;

  while (i < scan->length && is_space (scan->text[i]))
    i++;
  *known = i < scan->length;

  return *known && scan->text[i] == ':';
}

static void
rename_tokens (GArray      *tokens,
               guint        first,
               RtTokenKind  kind)
{
  for (guint i = first; tokens != NULL && i < tokens->len; i++)
    {
      RtToken *token = &g_array_index (tokens, RtToken, i);

      if (token->kind != RT_TOKEN_ESCAPE)
        token->kind = kind;
    }
}

static guint
scan_whole_string (Scan  *scan,
                   gsize  start,
                   guint  mode)
{
  gboolean key = mode == MODE_KEY || mode == MODE_KEY_SLASH;
  guint first = scan->tokens != NULL ? scan->tokens->len : 0;
  guint end = scan_string (scan, start, mode, key ? RT_TOKEN_KEY : RT_TOKEN_STRING);
  gboolean known, colon;

  if (end != MODE_VALUE)
    return end;
  colon = has_colon (scan, &known);
  if (known)
    rename_tokens (scan->tokens, first, colon ? RT_TOKEN_KEY : RT_TOKEN_STRING);

  return MODE_VALUE;
}

/* Letters that belong together are one token whatever they mean. */
static void
scan_word (Scan *scan)
{
  gsize start = scan->at;
  char c = scan->text[start];
  gboolean number = g_ascii_isdigit (c) || c == '-' || c == '+' || c == '.';
  const char *word = scan->text + start;
  gsize n;

  while (scan->at < scan->length && is_word (scan->text[scan->at]))
    scan->at++;
  n = scan->at - start;
  if (number)
    rt_syntax_add (scan->tokens, start, scan->at, RT_TOKEN_NUMBER);
  else if ((n == 4 && (memcmp (word, "true", 4) == 0 || memcmp (word, "null", 4) == 0)) ||
           (n == 5 && memcmp (word, "false", 5) == 0))
    rt_syntax_add (scan->tokens, start, scan->at, RT_TOKEN_KEYWORD);
}

static guint
scan_sign (Scan  *scan,
           guint  mode)
{
  char c = scan->text[scan->at];

  if (strchr ("{}[],:", c) != NULL && c != '\0')
    {
      rt_syntax_add (scan->tokens, scan->at, scan->at + 1, RT_TOKEN_PUNCTUATION);
      mode = c == '{' ? MODE_HEAD : MODE_VALUE;
    }
  scan->at++;

  return mode;
}

void
rt_syntax_scan_json (const char    *text,
                     gsize          length,
                     RtSyntaxState *state,
                     GArray        *tokens)
{
  Scan scan = { text, length, 0, tokens };
  guint mode = state->mode;

  if (mode != MODE_VALUE && mode != MODE_HEAD && length > 0)
    mode = scan_whole_string (&scan, 0, mode);
  while (scan.at < length)
    {
      char c = text[scan.at];

      if (c == '"')
        {
          gsize start = scan.at++;

          mode = scan_whole_string (&scan, start, mode == MODE_HEAD ? MODE_KEY : MODE_STRING);
        }
      else if (is_word (c))
        scan_word (&scan);
      else if (is_space (c))
        scan.at++;
      else
        mode = scan_sign (&scan, mode);
    }
  state->mode = mode;
}

/* How much speaks against the bytes beginning within @mode: a string is opened
 * after one of ",:[{" and closed before one of ",:]}". */
static guint
count_oddities (const char    *text,
                gsize          length,
                RtSyntaxState *state)
{
  gboolean within = state->mode == MODE_STRING;
  guint odd = 0;

  for (gsize i = 0; i < length; i++)
    {
      gsize near_sign = i;

      if (within && text[i] == '\\')
        i++;
      if (i >= length || text[i] != '"')
        continue;
      do
        near_sign += within ? 1 : -1;
      while (near_sign < length && is_space (text[near_sign]));
      /* Going below 0 makes it large. */
      if (near_sign < length && (text[near_sign] == '\0' ||
                                 strchr (within ? ",:]}" : ",:[{", text[near_sign]) == NULL))
        odd++;
      within = !within;
    }
  rt_syntax_scan_json (text, length, state, NULL);

  return odd;
}

void
rt_syntax_guess_json (const char    *before,
                      gsize          length,
                      RtSyntaxState *state)
{
  RtSyntaxState outside = { MODE_VALUE };
  RtSyntaxState within = { MODE_STRING };
  guint odd_outside = count_oddities (before, length, &outside);
  guint odd_within = count_oddities (before, length, &within);

  /* Without a quote in sight: text of a string has blanks between letters. */
  if (memchr (before, '"', length) == NULL)
    {
      guint letters = 0;

      for (gsize i = 0; i < length; i++)
        letters += g_ascii_isalpha (before[i]) || (guchar) before[i] >= 0x80;
      *state = letters * 2 > length ? within : outside;
      return;
    }
  *state = odd_within < odd_outside ? within : outside;
}
