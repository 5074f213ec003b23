/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A check of the grammar of RFC 8259 that keeps its own stack of brackets, and
 * only then the parser of json-glib, which recurses and is lax.
 */

#include "config.h"

#include "small-json.h"

#include <string.h>

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

/* What may come next. */
typedef enum
{
  WANT_VALUE,
  WANT_VALUE_OR_END, /* after [ */
  WANT_NAME_OR_END,  /* after { */
  WANT_NAME,         /* after a comma in an object */
  WANT_COLON,
  WANT_COMMA_OR_END,
} Want;

typedef struct
{
  const char *start;
  const char *at;
  const char *end;
  Want        want;
  guint       depth;
  char        open[RT_SMALL_JSON_DEPTH]; /* '{' or '[' */
} Scan;

static gboolean
skip_digits (Scan *scan)
{
  const char *start = scan->at;

  while (scan->at < scan->end && g_ascii_isdigit (*scan->at))
    scan->at++;

  return scan->at > start;
}

static gboolean
take (Scan *scan,
      char  byte)
{
  if (scan->at >= scan->end || *scan->at != byte)
    return FALSE;
  scan->at++;

  return TRUE;
}

static gboolean
skip_number (Scan *scan)
{
  take (scan, '-');
  if (!take (scan, '0') && !skip_digits (scan))
    return FALSE;
  if (take (scan, '.') && !skip_digits (scan))
    return FALSE;
  if (take (scan, 'e') || take (scan, 'E'))
    {
      if (!take (scan, '+'))
        take (scan, '-');
      return skip_digits (scan);
    }

  return TRUE;
}

static gboolean
skip_escape (Scan *scan)
{
  if (scan->at >= scan->end)
    return FALSE;
  if (!take (scan, 'u'))
    return strchr ("\"\\/bfnrt", *scan->at) != NULL && *scan->at++ != '\0';
  for (guint i = 0; i < 4; i++, scan->at++)
    if (scan->at >= scan->end || !g_ascii_isxdigit (*scan->at))
      return FALSE;

  return TRUE;
}

static gboolean
skip_string (Scan *scan)
{
  if (!take (scan, '"'))
    return FALSE;
  while (scan->at < scan->end && *scan->at != '"')
    {
      if ((guchar) *scan->at < 0x20)
        return FALSE;
      if (take (scan, '\\') ? !skip_escape (scan) : (scan->at++, FALSE))
        return FALSE;
    }

  return take (scan, '"');
}

static gboolean
skip_word (Scan       *scan,
           const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (scan->end - scan->at) < length || memcmp (scan->at, word, length) != 0)
    return FALSE;
  scan->at += length;

  return TRUE;
}

static gboolean
open_bracket (Scan *scan)
{
  if (scan->depth == RT_SMALL_JSON_DEPTH)
    return FALSE;
  scan->want = *scan->at == '{' ? WANT_NAME_OR_END : WANT_VALUE_OR_END;
  scan->open[scan->depth++] = *scan->at++;

  return TRUE;
}

static gboolean
close_bracket (Scan *scan)
{
  if (scan->depth == 0 || scan->open[scan->depth - 1] != (*scan->at == '}' ? '{' : '['))
    return FALSE;
  scan->depth--;
  scan->at++;
  scan->want = WANT_COMMA_OR_END;

  return TRUE;
}

static gboolean
skip_value (Scan *scan)
{
  if (*scan->at == '{' || *scan->at == '[')
    return open_bracket (scan);
  scan->want = WANT_COMMA_OR_END;
  if (*scan->at == '"')
    return skip_string (scan);

  return skip_word (scan, "true") || skip_word (scan, "false") || skip_word (scan, "null")
         || skip_number (scan);
}

static gboolean
skip_name (Scan *scan)
{
  scan->want = WANT_COLON;

  return skip_string (scan);
}

static gboolean
skip_comma (Scan *scan)
{
  if (scan->depth == 0 || !take (scan, ','))
    return FALSE;
  scan->want = scan->open[scan->depth - 1] == '{' ? WANT_NAME : WANT_VALUE;

  return TRUE;
}

static gboolean
step (Scan *scan)
{
  gboolean closes = *scan->at == '}' || *scan->at == ']';

  switch (scan->want)
    {
    case WANT_VALUE_OR_END:
      return closes ? close_bracket (scan) : skip_value (scan);
    case WANT_NAME_OR_END:
      return closes ? close_bracket (scan) : skip_name (scan);
    case WANT_NAME:
      return skip_name (scan);
    case WANT_COLON:
      scan->want = WANT_VALUE;
      return take (scan, ':');
    case WANT_COMMA_OR_END:
      return closes ? close_bracket (scan) : skip_comma (scan);
    case WANT_VALUE:
    default:
      return skip_value (scan);
    }
}

static void
skip_space (Scan *scan)
{
  while (scan->at < scan->end && memchr (" \t\r\n", *scan->at, 4) != NULL)
    scan->at++;
}

static gboolean
check (const char  *text,
       gsize        length,
       GError     **error)
{
  Scan scan = { .start = text, .at = text, .end = text + length };

  for (skip_space (&scan); scan.at < scan.end; skip_space (&scan))
    if (!step (&scan))
      {
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                     scan.depth == RT_SMALL_JSON_DEPTH
                       ? _("too many brackets within brackets at byte %zu")
                       : _("something that cannot stand at byte %zu"),
                     (gsize) (scan.at - scan.start));
        return FALSE;
      }
  if (scan.depth == 0 && scan.want == WANT_COMMA_OR_END)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       length == 0 ? _("nothing at all") : _("its end before it is complete"));

  return FALSE;
}

JsonNode *
rt_small_json_parse (GBytes  *bytes,
                     GError **error)
{
  g_autoptr(JsonParser) parser = NULL;
  gsize length;
  const char *text;

  g_return_val_if_fail (bytes != NULL, NULL);

  text = g_bytes_get_data (bytes, &length);
  if (length > RT_SMALL_JSON_MAX)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("more than 256 KiB"));
      return NULL;
    }
  if (length > 0 && !g_utf8_validate_len (text, length, NULL))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _("bytes that are not UTF-8"));
      return NULL;
    }
  if (!check (text != NULL ? text : "", length, error))
    return NULL;

  parser = json_parser_new ();
  if (!json_parser_load_from_data (parser, text, length, error))
    return NULL;

  return json_parser_steal_root (parser);
}
