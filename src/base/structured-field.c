/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the grammar of what has parts in RFC 9651: parameters, items, lists and
 * dictionaries. Each function reads one rule of its section 4.2 and returns
 * NULL or FALSE after failing with a place and a reason.
 */

#include "config.h"

#include "structured-field.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "structured-reader.h"

static void
skip (RtSfReader *reader,
      const char *set)
{
  while (rt_sf_reader_has (reader) && *reader->at != '\0' && strchr (set, *reader->at) != NULL)
    reader->at++;
}

static gboolean
is_key_start (char c)
{
  return g_ascii_islower (c) || c == '*';
}

/* (nullable) (transfer full) */
static char *
read_key (RtSfReader *reader)
{
  const char *key = reader->at;

  if (!rt_sf_reader_has (reader) || !is_key_start (*key))
    return rt_sf_reader_fail (reader, _("a key must begin with a small letter or *"));

  while (rt_sf_reader_has (reader) &&
         (is_key_start (*reader->at) || g_ascii_isdigit (*reader->at) ||
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
new_true (RtSfReader *reader)
{
  RtSfValue *value = rt_sf_value_new (RT_SF_BOOLEAN);

  value->number = 1;
  value->offset = reader->at - reader->start;

  return value;
}

static gboolean
read_parameters (RtSfReader *reader,
                 GPtrArray  *parameters)
{
  while (rt_sf_reader_eat (reader, ';'))
    {
      g_autofree char *key = NULL;
      RtSfValue *value;
      gsize offset;

      skip (reader, " ");
      offset = reader->at - reader->start;
      key = read_key (reader);
      if (key == NULL)
        return FALSE;
      value = rt_sf_reader_eat (reader, '=') ? rt_sf_read_bare (reader) : new_true (reader);
      if (value == NULL)
        return FALSE;
      put (parameters, key, offset, value);
    }

  return TRUE;
}

static RtSfValue *
read_item (RtSfReader *reader)
{
  g_autoptr(RtSfValue) value = rt_sf_read_bare (reader);

  if (value == NULL || !read_parameters (reader, value->parameters))
    return NULL;

  return g_steal_pointer (&value);
}

static gboolean
read_inner_items (RtSfReader *reader,
                  GPtrArray  *items)
{
  while (rt_sf_reader_has (reader))
    {
      RtSfValue *item;

      skip (reader, " ");
      if (rt_sf_reader_eat (reader, ')'))
        return TRUE;
      item = read_item (reader);
      if (item == NULL)
        return FALSE;
      g_ptr_array_add (items, item);
      if (rt_sf_reader_peek (reader) != ' ' && rt_sf_reader_peek (reader) != ')')
        return rt_sf_reader_fail (reader, _("a space or ) must follow a value in a list in "
                                            "brackets")) != NULL;
    }

  return rt_sf_reader_fail (reader, _("a list in brackets does not end")) != NULL;
}

static RtSfValue *
read_item_or_inner_list (RtSfReader *reader)
{
  g_autoptr(RtSfValue) value = NULL;

  if (rt_sf_reader_peek (reader) != '(')
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
read_dictionary_member (RtSfReader *reader,
                        GPtrArray  *members)
{
  gsize offset = reader->at - reader->start;
  g_autofree char *key = read_key (reader);
  RtSfValue *value = NULL;

  if (key == NULL)
    return FALSE;

  if (rt_sf_reader_eat (reader, '='))
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
read_list_member (RtSfReader *reader,
                  GPtrArray  *values)
{
  RtSfValue *value = read_item_or_inner_list (reader);

  if (value != NULL)
    g_ptr_array_add (values, value);

  return value != NULL;
}

static gboolean
read_members (RtSfReader *reader,
              RtSfKind    kind,
              GPtrArray  *out)
{
  while (rt_sf_reader_has (reader))
    {
      if (!(kind == RT_SF_LIST ? read_list_member (reader, out)
                               : read_dictionary_member (reader, out)))
        return FALSE;
      skip (reader, " \t");
      if (!rt_sf_reader_has (reader))
        return TRUE;
      if (!rt_sf_reader_eat (reader, ','))
        return rt_sf_reader_fail (reader, _("a comma is missing")) != NULL;
      skip (reader, " \t");
      if (!rt_sf_reader_has (reader))
        return rt_sf_reader_fail (reader, _("nothing follows the last comma")) != NULL;
    }

  return TRUE;
}

static gboolean
read_only_item (RtSfReader *reader,
                GPtrArray  *out)
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
  RtSfReader reader = { text, text, NULL, { 0, NULL } };
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
  if (good && rt_sf_reader_has (&reader))
    good = rt_sf_reader_fail (&reader, _("something follows the value")) != NULL;
  if (error != NULL)
    *error = reader.error;

  return good ? g_steal_pointer (&out) : NULL;
}
