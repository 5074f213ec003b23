/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the grammar of RFC 9651. Each function reads one rule of its section
 * 4.2 and returns NULL or FALSE after failing with a place and a reason.
 */

#include "config.h"

#include "structured-field.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "grammar.h"

typedef struct
{
  const char *start;
  const char *at;
  const char *end;
  RtSfError   error;
} Reader;

static RtSfValue *read_bare_item (Reader *reader);

static gpointer
fail (Reader     *reader,
      const char *reason)
{
  if (reader->error.reason == NULL)
    reader->error = (RtSfError) { reader->at - reader->start, reason };

  return NULL;
}

static char
peek (const Reader *reader)
{
  return reader->at < reader->end ? *reader->at : '\0';
}

static gboolean
has (const Reader *reader)
{
  return reader->at < reader->end;
}

static gboolean
eat (Reader *reader,
     char    c)
{
  if (!has (reader) || *reader->at != c)
    return FALSE;

  reader->at++;
  return TRUE;
}

static void
skip (Reader     *reader,
      const char *set)
{
  while (has (reader) && *reader->at != '\0' && strchr (set, *reader->at) != NULL)
    reader->at++;
}

static gboolean
is_key_start (char c)
{
  return g_ascii_islower (c) || c == '*';
}

/* (nullable) (transfer full) */
static char *
read_key (Reader *reader)
{
  const char *key = reader->at;

  if (!has (reader) || !is_key_start (*key))
    return fail (reader, _("a key must begin with a small letter or *"));

  while (has (reader) && (is_key_start (*reader->at) || g_ascii_isdigit (*reader->at) ||
                          *reader->at == '_' || *reader->at == '-' || *reader->at == '.'))
    reader->at++;

  return g_strndup (key, reader->at - key);
}

/* Adds @value under @key; a second one takes the place of the first. */
static void
put (GPtrArray  *members,
     const char *key,
     gsize       offset,
     RtSfValue  *value)
{
  for (guint i = 0; i < members->len; i++)
    {
      RtSfMember *member = g_ptr_array_index (members, i);

      if (g_str_equal (member->key, key))
        {
          g_clear_pointer (&member->value, rt_sf_value_free);
          member->value = value;
          member->is_repeated = TRUE;
          return;
        }
    }

  g_ptr_array_add (members, rt_sf_member_new (key, offset, value));
}

static RtSfValue *
new_true (Reader *reader)
{
  RtSfValue *value = rt_sf_value_new (RT_SF_BOOLEAN);

  value->number = 1;
  value->offset = reader->at - reader->start;

  return value;
}

static gboolean
read_parameters (Reader    *reader,
                 GPtrArray *parameters)
{
  while (eat (reader, ';'))
    {
      g_autofree char *key = NULL;
      RtSfValue *value;
      gsize offset;

      skip (reader, " ");
      offset = reader->at - reader->start;
      key = read_key (reader);
      if (key == NULL)
        return FALSE;
      value = eat (reader, '=') ? read_bare_item (reader) : new_true (reader);
      if (value == NULL)
        return FALSE;
      put (parameters, key, offset, value);
    }

  return TRUE;
}

/* Digits and at most one dot; -1 when there are too many or too few. */
static int
measure_number (Reader *reader,
                int    *fraction)
{
  int digits = 0;

  *fraction = -1;
  for (; has (reader); reader->at++)
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
read_number (Reader *reader)
{
  gboolean is_negative = eat (reader, '-');
  const char *start = reader->at;
  RtSfValue *value;
  int fraction;

  if (!g_ascii_isdigit (peek (reader)))
    return fail (reader, _("a number must begin with a digit"));
  if (measure_number (reader, &fraction) < 0)
    return fail (reader, _("a number has too many digits, or none after its point"));

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
read_string (Reader *reader)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (reader->at++; has (reader); reader->at++)
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
          c = peek (reader);
          if (c != '"' && c != '\\')
            return fail (reader, _("only \\ and \" may follow a backslash in a string"));
        }
      if (c < 0x20 || c == 0x7f || (guchar) c >= 0x80)
        return fail (reader, _("a string may hold only printable ASCII"));
      g_string_append_c (text, c);
    }

  return fail (reader, _("a quoted string does not end"));
}

static RtSfValue *
read_token (Reader *reader)
{
  const char *start = reader->at;
  RtSfValue *value = rt_sf_value_new (RT_SF_TOKEN);

  while (has (reader) && (rt_grammar_is_token_char (*reader->at) ||
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
read_bytes (Reader *reader)
{
  const char *start = ++reader->at;
  const char *close = memchr (start, ':', reader->end - start);
  g_autofree char *text = NULL;
  RtSfValue *value;
  gsize length;
  guchar *data;

  if (close == NULL)
    return fail (reader, _("a byte sequence does not end in a colon"));
  if (!is_base64 (start, close - start))
    return fail (reader, _("a byte sequence is not base64"));

  text = g_strdup_printf ("%.*s%.*s", (int) (close - start), start,
                          (int) (3 - (close - start + 3) % 4), "===");
  data = g_base64_decode (text, &length);
  value = rt_sf_value_new (RT_SF_BYTES);
  value->bytes = g_bytes_new_take (data, length);
  reader->at = close + 1;

  return value;
}

static RtSfValue *
read_boolean (Reader *reader)
{
  RtSfValue *value;

  reader->at++;
  if (peek (reader) != '0' && peek (reader) != '1')
    return fail (reader, _("a boolean must be ?0 or ?1"));

  value = rt_sf_value_new (RT_SF_BOOLEAN);
  value->number = *reader->at++ == '1';

  return value;
}

static RtSfValue *
read_date (Reader *reader)
{
  g_autoptr(RtSfValue) value = NULL;

  reader->at++;
  value = read_number (reader);
  if (value == NULL)
    return NULL;
  if (value->type != RT_SF_INTEGER)
    return fail (reader, _("a date must be a whole number of seconds"));

  value->type = RT_SF_DATE;

  return g_steal_pointer (&value);
}

/* "%c3" with small letters, behind the percent sign; -1 when it is not. */
static int
read_escape (Reader *reader)
{
  int value = 0;

  for (int i = 0; i < 2; i++, reader->at++)
    {
      char c = peek (reader);

      if (!g_ascii_isxdigit (c) || g_ascii_isupper (c))
        return -1;
      value = value * 16 + g_ascii_xdigit_value (c);
    }

  return value;
}

static RtSfValue *
close_display_string (Reader  *reader,
                      GString *text)
{
  RtSfValue *value;

  if (!g_utf8_validate_len (text->str, text->len, NULL))
    return fail (reader, _("a display string is not UTF-8"));

  reader->at++;
  value = rt_sf_value_new (RT_SF_DISPLAY_STRING);
  value->text = g_strdup (text->str);

  return value;
}

static RtSfValue *
read_display_string (Reader *reader)
{
  g_autoptr(GString) text = g_string_new (NULL);

  reader->at++;
  if (!eat (reader, '"'))
    return fail (reader, _("a display string must begin with %\""));

  while (has (reader))
    {
      int c = (guchar) *reader->at;

      if (c == '"')
        return close_display_string (reader, text);
      if (c < 0x20 || c >= 0x7f)
        return fail (reader, _("a display string may hold only printable ASCII"));
      reader->at++;
      if (c == '%')
        c = read_escape (reader);
      if (c < 0)
        return fail (reader, _("% must be followed by two small hexadecimal digits"));
      g_string_append_c (text, c);
    }

  return fail (reader, _("a display string does not end"));
}

static RtSfValue *
read_by_first (Reader *reader)
{
  char c = peek (reader);

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
      return fail (reader, has (reader) ? _("no kind of value begins like this")
                                        : _("a value is missing"));
    }
}

static RtSfValue *
read_bare_item (Reader *reader)
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

static RtSfValue *
read_item (Reader *reader)
{
  g_autoptr(RtSfValue) value = read_bare_item (reader);

  if (value == NULL || !read_parameters (reader, value->parameters))
    return NULL;

  return g_steal_pointer (&value);
}

static gboolean
read_inner_items (Reader    *reader,
                  GPtrArray *items)
{
  while (has (reader))
    {
      RtSfValue *item;

      skip (reader, " ");
      if (eat (reader, ')'))
        return TRUE;
      item = read_item (reader);
      if (item == NULL)
        return FALSE;
      g_ptr_array_add (items, item);
      if (peek (reader) != ' ' && peek (reader) != ')')
        return fail (reader, _("a space or ) must follow a value in a list in brackets")) != NULL;
    }

  return fail (reader, _("a list in brackets does not end")) != NULL;
}

static RtSfValue *
read_item_or_inner_list (Reader *reader)
{
  g_autoptr(RtSfValue) value = NULL;

  if (peek (reader) != '(')
    return read_item (reader);

  value = rt_sf_value_new (RT_SF_INNER_LIST);
  value->offset = reader->at - reader->start;
  reader->at++;
  if (!read_inner_items (reader, value->items))
    return NULL;
  value->length = reader->at - reader->start - value->offset;
  if (!read_parameters (reader, value->parameters))
    return NULL;

  return g_steal_pointer (&value);
}

static gboolean
read_dictionary_member (Reader    *reader,
                        GPtrArray *members)
{
  gsize offset = reader->at - reader->start;
  g_autofree char *key = read_key (reader);
  RtSfValue *value = NULL;

  if (key == NULL)
    return FALSE;

  if (eat (reader, '='))
    value = read_item_or_inner_list (reader);
  else
    {
      value = new_true (reader);
      if (!read_parameters (reader, value->parameters))
        g_clear_pointer (&value, rt_sf_value_free);
    }
  if (value == NULL)
    return FALSE;

  put (members, key, offset, value);

  return TRUE;
}

static gboolean
read_list_member (Reader    *reader,
                  GPtrArray *values)
{
  RtSfValue *value = read_item_or_inner_list (reader);

  if (value != NULL)
    g_ptr_array_add (values, value);

  return value != NULL;
}

static gboolean
read_members (Reader    *reader,
              RtSfKind   kind,
              GPtrArray *out)
{
  while (has (reader))
    {
      if (!(kind == RT_SF_LIST ? read_list_member (reader, out)
                               : read_dictionary_member (reader, out)))
        return FALSE;
      skip (reader, " \t");
      if (!has (reader))
        return TRUE;
      if (!eat (reader, ','))
        return fail (reader, _("a comma is missing")) != NULL;
      skip (reader, " \t");
      if (!has (reader))
        return fail (reader, _("nothing follows the last comma")) != NULL;
    }

  return TRUE;
}

static gboolean
read_only_item (Reader    *reader,
                GPtrArray *out)
{
  RtSfValue *value = read_item (reader);

  if (value == NULL)
    return FALSE;

  g_ptr_array_add (out, value);

  return TRUE;
}

GPtrArray *
rt_sf_parse (RtSfKind    kind,
             const char *text,
             gssize      length,
             RtSfError  *error)
{
  Reader reader = { text, text, NULL, { 0, NULL } };
  g_autoptr(GPtrArray) out = g_ptr_array_new ();
  gboolean good;

  g_return_val_if_fail (text != NULL || length == 0, NULL);

  reader.end = text + (length < 0 ? (gssize) strlen (text) : length);
  g_ptr_array_set_free_func (out, kind == RT_SF_DICTIONARY
                                    ? (GDestroyNotify) rt_sf_member_free
                                    : (GDestroyNotify) rt_sf_value_free);
  skip (&reader, " ");
  good = kind == RT_SF_ITEM ? read_only_item (&reader, out) : read_members (&reader, kind, out);
  skip (&reader, " ");
  if (good && has (&reader))
    good = fail (&reader, _("something follows the value")) != NULL;
  if (error != NULL)
    *error = reader.error;

  return good ? g_steal_pointer (&out) : NULL;
}
