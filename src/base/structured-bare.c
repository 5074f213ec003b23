/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the grammar of the values that have no parts: numbers, strings, tokens,
 * byte sequences, booleans, dates, display strings (RFC 9651 section 4.2.3.1
 * and those behind it).
 */

#include "config.h"

#include "structured-reader.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "grammar.h"

gpointer
rt_sf_reader_fail (RtSfReader *reader,
                   const char *reason)
{
  if (reader->error.reason == NULL)
    reader->error = (RtSfError) { reader->at - reader->start, reason };

  return NULL;
}

char
rt_sf_reader_peek (const RtSfReader *reader)
{
  return reader->at < reader->end ? *reader->at : '\0';
}

gboolean
rt_sf_reader_has (const RtSfReader *reader)
{
  return reader->at < reader->end;
}

gboolean
rt_sf_reader_eat (RtSfReader *reader,
                  char        c)
{
  if (!rt_sf_reader_has (reader) || *reader->at != c)
    return FALSE;

  reader->at++;
  return TRUE;
}

/* Digits and at most one dot; -1 when there are too many or too few. */
static int
measure_number (RtSfReader *reader,
                int        *fraction)
{
  int digits = 0;

  *fraction = -1;
  for (; rt_sf_reader_has (reader); reader->at++)
    {
      if (g_ascii_isdigit (*reader->at))
        {
          digits++;
          *fraction += *fraction >= 0;
        }
      else if (*reader->at == '.' && *fraction < 0)
        {
          if (digits > 12)
            return -1;
          *fraction = 0;
        }
      else
        break;

      if (digits > 15 || *fraction > 3)
        return -1;
    }

  return digits > 0 && *fraction != 0 ? digits : -1;
}

static RtSfValue *
read_number (RtSfReader *reader)
{
  gboolean is_negative = rt_sf_reader_eat (reader, '-');
  const char *start = reader->at;
  RtSfValue *value;
  int fraction;

  if (!g_ascii_isdigit (rt_sf_reader_peek (reader)))
    return rt_sf_reader_fail (reader, _("a number must begin with a digit"));
  if (measure_number (reader, &fraction) < 0)
    return rt_sf_reader_fail (reader, _("a number has too many digits, or none after its point"));

  value = rt_sf_value_new (fraction > 0 ? RT_SF_DECIMAL : RT_SF_INTEGER);
  for (; start < reader->at; start++)
    if (*start != '.')
      value->number = value->number * 10 + *start - '0';
  for (; fraction > 0 && fraction < 3; fraction++)
    value->number *= 10;
  if (is_negative)
    value->number = -value->number;

  return value;
}

static RtSfValue *
read_string (RtSfReader *reader)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (reader->at++; rt_sf_reader_has (reader); reader->at++)
    {
      char c = *reader->at;

      if (c == '"')
        {
          RtSfValue *value = rt_sf_value_new (RT_SF_STRING);

          reader->at++;
          value->text = g_strdup (text->str);
          return value;
        }
      if (c == '\\')
        {
          reader->at++;
          c = rt_sf_reader_peek (reader);
          if (c != '"' && c != '\\')
            return rt_sf_reader_fail (reader, _("only \\ and \" may follow a backslash in a "
                                                "string"));
        }
      if (c < 0x20 || c == 0x7f || (guchar) c >= 0x80)
        return rt_sf_reader_fail (reader, _("a string may hold only printable ASCII"));
      g_string_append_c (text, c);
    }

  return rt_sf_reader_fail (reader, _("a quoted string does not end"));
}

static RtSfValue *
read_token (RtSfReader *reader)
{
  const char *start = reader->at;
  RtSfValue *value = rt_sf_value_new (RT_SF_TOKEN);

  while (rt_sf_reader_has (reader) && (rt_grammar_is_token_char (*reader->at) ||
                          *reader->at == ':' || *reader->at == '/'))
    reader->at++;
  value->text = g_strndup (start, reader->at - start);

  return value;
}

/* Base64 with its padding where it should be, or without any. */
static gboolean
is_base64 (const char *text,
           gsize       length)
{
  gsize n = 0;

  while (n < length && (g_ascii_isalnum (text[n]) || text[n] == '+' || text[n] == '/'))
    n++;
  if (n % 4 == 1 || length - n > 2)
    return FALSE;
  for (gsize i = n; i < length; i++)
    if (text[i] != '=')
      return FALSE;

  return n == length || length % 4 == 0;
}

static RtSfValue *
read_bytes (RtSfReader *reader)
{
  const char *start = ++reader->at;
  const char *close = memchr (start, ':', reader->end - start);
  g_autofree char *text = NULL;
  RtSfValue *value;
  gsize length;
  guchar *data;

  if (close == NULL)
    return rt_sf_reader_fail (reader, _("a byte sequence does not end in a colon"));
  if (!is_base64 (start, close - start))
    return rt_sf_reader_fail (reader, _("a byte sequence is not base64"));

  text = g_strdup_printf ("%.*s%.*s", (int) (close - start), start,
                          (int) (3 - (close - start + 3) % 4), "===");
  data = g_base64_decode (text, &length);
  value = rt_sf_value_new (RT_SF_BYTES);
  value->bytes = g_bytes_new_take (data, length);
  reader->at = close + 1;

  return value;
}

static RtSfValue *
read_boolean (RtSfReader *reader)
{
  RtSfValue *value;

  reader->at++;
  if (rt_sf_reader_peek (reader) != '0' && rt_sf_reader_peek (reader) != '1')
    return rt_sf_reader_fail (reader, _("a boolean must be ?0 or ?1"));

  value = rt_sf_value_new (RT_SF_BOOLEAN);
  value->number = *reader->at++ == '1';

  return value;
}

static RtSfValue *
read_date (RtSfReader *reader)
{
  g_autoptr(RtSfValue) value = NULL;

  reader->at++;
  value = read_number (reader);
  if (value == NULL)
    return NULL;
  if (value->type != RT_SF_INTEGER)
    return rt_sf_reader_fail (reader, _("a date must be a whole number of seconds"));

  value->type = RT_SF_DATE;

  return g_steal_pointer (&value);
}

/* "%c3" with small letters, behind the percent sign; -1 when it is not. */
static int
read_escape (RtSfReader *reader)
{
  int value = 0;

  for (int i = 0; i < 2; i++, reader->at++)
    {
      char c = rt_sf_reader_peek (reader);

      if (!g_ascii_isxdigit (c) || g_ascii_isupper (c))
        return -1;
      value = value * 16 + g_ascii_xdigit_value (c);
    }

  return value;
}

static RtSfValue *
close_display_string (RtSfReader *reader,
                      GString    *text)
{
  RtSfValue *value;

  if (!g_utf8_validate_len (text->str, text->len, NULL))
    return rt_sf_reader_fail (reader, _("a display string is not UTF-8"));

  reader->at++;
  value = rt_sf_value_new (RT_SF_DISPLAY_STRING);
  value->text = g_strdup (text->str);

  return value;
}

static RtSfValue *
read_display_string (RtSfReader *reader)
{
  g_autoptr(GString) text = g_string_new (NULL);

  reader->at++;
  if (!rt_sf_reader_eat (reader, '"'))
    return rt_sf_reader_fail (reader, _("a display string must begin with %\""));

  while (rt_sf_reader_has (reader))
    {
      int c = (guchar) *reader->at;

      if (c == '"')
        return close_display_string (reader, text);
      if (c < 0x20 || c >= 0x7f)
        return rt_sf_reader_fail (reader, _("a display string may hold only printable ASCII"));
      reader->at++;
      if (c == '%')
        c = read_escape (reader);
      if (c < 0)
        return rt_sf_reader_fail (reader, _("% must be followed by two small hexadecimal digits"));
      g_string_append_c (text, c);
    }

  return rt_sf_reader_fail (reader, _("a display string does not end"));
}

static RtSfValue *
read_by_first (RtSfReader *reader)
{
  char c = rt_sf_reader_peek (reader);

  if (c == '-' || g_ascii_isdigit (c))
    return read_number (reader);
  if (g_ascii_isalpha (c) || c == '*')
    return read_token (reader);

  switch (c)
    {
    case '"':
      return read_string (reader);
    case ':':
      return read_bytes (reader);
    case '?':
      return read_boolean (reader);
    case '@':
      return read_date (reader);
    case '%':
      return read_display_string (reader);
    default:
      return rt_sf_reader_fail (reader, rt_sf_reader_has (reader)
                                          ? _("no kind of value begins like this")
                                        : _("a value is missing"));
    }
}

RtSfValue *
rt_sf_read_bare (RtSfReader *reader)
{
  gsize offset = reader->at - reader->start;
  RtSfValue *value = read_by_first (reader);

  if (value != NULL)
    {
      value->offset = offset;
      value->length = reader->at - reader->start - offset;
    }

  return value;
}
