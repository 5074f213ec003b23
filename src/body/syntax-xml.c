/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tokens of XML and HTML: tags, what stands in them, comments. What is within
 * script and style is not looked into, but where it ends is.
 */

#include "config.h"

#include "syntax-lexers.h"

enum
{
  MODE_TEXT,
  MODE_COMMENT,      /* <!-- … --> */
  MODE_CDATA,        /* <![CDATA[ … ]]> */
  MODE_INSTRUCTION,  /* <? … ?> */
  MODE_DECLARATION,  /* <!DOCTYPE … > */
  MODE_TAG,          /* within a tag, between attributes */
  MODE_VALUE,        /* after "=" */
  MODE_SINGLE,       /* within '…' */
  MODE_DOUBLE,       /* within "…" */
  MODE_SCRIPT,       /* text up to </script */
  MODE_STYLE,
};

/* Beside the mode: which element the tag is of. */
#define OF_SCRIPT 0x100
#define OF_STYLE 0x200

typedef struct
{
  const char *text;
  gsize       length;
  gsize       at;
  GArray     *tokens;
} Scan;

static gboolean
starts_with (const Scan *scan,
             const char *prefix)
{
  gsize n = strlen (prefix);

  return scan->length - scan->at >= n &&
         g_ascii_strncasecmp (scan->text + scan->at, prefix, n) == 0;
}

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f';
}

static gboolean
is_name (char c)
{
  return !is_space (c) && c != '>' && c != '/' && c != '=' && c != '<' && c != '"' && c != '\'';
}

static void
add (Scan        *scan,
     gsize        n,
     RtTokenKind  kind)
{
  rt_syntax_add (scan->tokens, scan->at, scan->at + n, kind);
  scan->at += n;
}

/* Up to and with @end; TRUE when it was there. */
static gboolean
scan_until (Scan        *scan,
            const char  *end,
            RtTokenKind  kind)
{
  gsize n = strlen (end);
  const char *found = scan->length > scan->at
                        ? memmem (scan->text + scan->at, scan->length - scan->at, end, n) : NULL;

  add (scan, found != NULL ? (gsize) (found - scan->text) + n - scan->at
                           : scan->length - scan->at, kind);

  return found != NULL;
}

/* "&amp;" and "&#10;", where one begins. */
static gsize
measure_reference (const Scan *scan)
{
  gsize i = scan->at + 1;

  while (i < scan->length && i - scan->at < 32 &&
         (g_ascii_isalnum (scan->text[i]) || (scan->text[i] == '#' && i == scan->at + 1)))
    i++;

  return i < scan->length && scan->text[i] == ';' && i > scan->at + 1 ? i + 1 - scan->at : 0;
}

static guint
open_tag (Scan *scan)
{
  guint mode = MODE_TAG;
  gsize start = scan->at;
  gsize n;

  scan->at++;
  if (starts_with (scan, "script"))
    mode |= OF_SCRIPT;
  else if (starts_with (scan, "style"))
    mode |= OF_STYLE;
  else if (starts_with (scan, "/"))
    scan->at++;
  rt_syntax_add (scan->tokens, start, scan->at, RT_TOKEN_PUNCTUATION);
  for (n = 0; scan->at + n < scan->length && is_name (scan->text[scan->at + n]);)
    n++;
  /* "<scripts" is another element. */
  if (n != (mode & OF_SCRIPT ? 6 : 5))
    mode &= ~(OF_SCRIPT | OF_STYLE);
  add (scan, n, RT_TOKEN_KEYWORD);

  return mode;
}

static guint
open_any (Scan *scan)
{
  char next = scan->at + 1 < scan->length ? scan->text[scan->at + 1] : '\0';

  if (starts_with (scan, "<!--"))
    {
      add (scan, 4, RT_TOKEN_COMMENT);
      return MODE_COMMENT;
    }
  if (starts_with (scan, "<![CDATA["))
    {
      add (scan, 9, RT_TOKEN_PUNCTUATION);
      return MODE_CDATA;
    }
  if (next == '?')
    return MODE_INSTRUCTION;
  if (next == '!')
    return MODE_DECLARATION;
  if (next == '/' || g_ascii_isalpha (next) || next == '_' || (guchar) next >= 0x80)
    return open_tag (scan);
  scan->at++;

  return MODE_TEXT;
}

static guint
scan_text (Scan *scan)
{
  while (scan->at < scan->length)
    {
      gsize n;

      if (scan->text[scan->at] == '<')
        return open_any (scan);
      n = scan->text[scan->at] == '&' ? measure_reference (scan) : 0;
      if (n > 0)
        add (scan, n, RT_TOKEN_ESCAPE);
      else
        scan->at++;
    }

  return MODE_TEXT;
}

static guint
scan_quoted (Scan  *scan,
             guint  mode)
{
  char quote = (mode & 0xff) == MODE_DOUBLE ? '"' : '\'';

  while (scan->at < scan->length)
    {
      char c = scan->text[scan->at];
      gsize n = c == '&' ? measure_reference (scan) : 0;

      add (scan, n > 0 ? n : 1, n > 0 ? RT_TOKEN_ESCAPE : RT_TOKEN_STRING);
      if (c == quote)
        return MODE_TAG | (mode & ~0xffu);
    }

  return mode;
}

/* An attribute's value: quoted, or without blanks. */
static guint
scan_value (Scan  *scan,
            guint  mode)
{
  char c = scan->text[scan->at];
  guint element = mode & ~0xffu;
  gsize n = 0;

  if (is_space (c))
    {
      scan->at++;
      return mode;
    }
  if (c == '"' || c == '\'')
    {
      add (scan, 1, RT_TOKEN_STRING);
      return (c == '"' ? MODE_DOUBLE : MODE_SINGLE) | element;
    }
  while (scan->at + n < scan->length && !is_space (scan->text[scan->at + n]) &&
         scan->text[scan->at + n] != '>')
    n++;
  add (scan, n, RT_TOKEN_STRING);

  return MODE_TAG | element;
}

static guint
close_tag (Scan  *scan,
           guint  mode)
{
  gboolean empty = scan->at > 0 && scan->text[scan->at - 1] == '/';

  add (scan, 1, RT_TOKEN_PUNCTUATION);
  if (empty)
    return MODE_TEXT;

  return mode & OF_SCRIPT ? MODE_SCRIPT : mode & OF_STYLE ? MODE_STYLE : MODE_TEXT;
}

static guint
scan_tag (Scan  *scan,
          guint  mode)
{
  char c = scan->text[scan->at];
  gsize n = 0;

  if (c == '>')
    return close_tag (scan, mode);
  /* A tag that was never closed. */
  if (c == '<')
    return MODE_TEXT;
  if (c == '=')
    {
      add (scan, 1, RT_TOKEN_PUNCTUATION);
      return MODE_VALUE | (mode & ~0xffu);
    }
  while (scan->at + n < scan->length && is_name (scan->text[scan->at + n]))
    n++;
  if (n > 0)
    add (scan, n, RT_TOKEN_KEY);
  else
    add (scan, 1, is_space (c) ? RT_TOKEN_PLAIN : RT_TOKEN_PUNCTUATION);

  return mode;
}

static guint
scan_raw_text (Scan  *scan,
               guint  mode)
{
  while (scan->at < scan->length)
    {
      if (starts_with (scan, mode == MODE_SCRIPT ? "</script" : "</style"))
        return open_tag (scan);
      scan->at++;
    }

  return mode;
}

static guint
step (Scan  *scan,
      guint  mode)
{
  switch (mode & 0xff)
    {
    case MODE_COMMENT:
      return scan_until (scan, "-->", RT_TOKEN_COMMENT) ? MODE_TEXT : mode;
    case MODE_CDATA:
      return scan_until (scan, "]]>", RT_TOKEN_PLAIN) ? MODE_TEXT : mode;
    case MODE_INSTRUCTION:
      return scan_until (scan, "?>", RT_TOKEN_COMMENT) ? MODE_TEXT : mode;
    case MODE_DECLARATION:
      return scan_until (scan, ">", RT_TOKEN_COMMENT) ? MODE_TEXT : mode;
    case MODE_TAG:
      return scan_tag (scan, mode);
    case MODE_VALUE:
      return scan_value (scan, mode);
    case MODE_SINGLE:
    case MODE_DOUBLE:
      return scan_quoted (scan, mode);
    case MODE_SCRIPT:
    case MODE_STYLE:
      return scan_raw_text (scan, mode);
    case MODE_TEXT:
    default:
      return scan_text (scan);
    }
}

void
rt_syntax_scan_xml (const char    *text,
                    gsize          length,
                    RtSyntaxState *state,
                    GArray        *tokens)
{
  Scan scan = { text, length, 0, tokens };

  while (scan.at < length)
    state->mode = step (&scan, state->mode);
}

/* The last angle bracket tells most: after ">" comes text, after "<" a tag. */
void
rt_syntax_guess_xml (const char    *before,
                     gsize          length,
                     RtSyntaxState *state)
{
  const char *first = length > 0 ? memchr (before, '<', length) : NULL;
  const char *end = length > 0 ? memchr (before, '>', length) : NULL;

  if (end != NULL && (first == NULL || end < first))
    {
      length -= end + 1 - before;
      before = end + 1;
    }
  rt_syntax_scan_xml (before, length, state, NULL);
}
