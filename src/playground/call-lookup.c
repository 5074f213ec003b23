/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Questions to a request: its fields, the parameters of its query.
 */

#include "call.h"

#include <string.h>

const char *
rt_call_find_field (RtCall     *self,
                    const char *name)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      RtCallField *field = g_ptr_array_index (self->fields, i);

      if (g_ascii_strcasecmp (field->name, name) == 0)
        return field->value;
    }
  return NULL;
}

static gboolean
value_has_token (const char *value,
                 const char *token)
{
  g_auto (GStrv) items = g_strsplit (value, ",", -1);

  for (guint i = 0; items[i] != NULL; i++)
    {
      items[i][strcspn (items[i], ";")] = '\0';
      if (g_ascii_strcasecmp (g_strstrip (items[i]), token) == 0)
        return TRUE;
    }
  return FALSE;
}

gboolean
rt_call_has_token (RtCall     *self,
                   const char *name,
                   const char *token)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      RtCallField *field = g_ptr_array_index (self->fields, i);

      if (g_ascii_strcasecmp (field->name, name) == 0 && value_has_token (field->value, token))
        return TRUE;
    }
  return FALSE;
}

gboolean
rt_call_is_head (RtCall *self)
{
  return strcmp (self->method, "HEAD") == 0;
}

/* Form decoding: "+" is a space; NULL for a broken escape or %00. */
static char *
decode (const char *text)
{
  g_autofree char *spaced = g_strdelimit (g_strdup (text), "+", ' ');

  return g_uri_unescape_string (spaced, NULL);
}

GPtrArray *
rt_call_list_query (RtCall *self)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) rt_call_field_free);
  g_auto (GStrv) pairs = g_strsplit (self->query != NULL ? self->query : "", "&", -1);

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      char *equals = strchr (pairs[i], '=');
      g_autofree char *value = decode (equals != NULL ? equals + 1 : "");
      g_autofree char *name = NULL;

      if (equals != NULL)
        *equals = '\0';
      name = decode (pairs[i]);
      if (name != NULL && *name != '\0' && value != NULL)
        g_ptr_array_add (list, rt_call_field_new (name, value));
    }
  return g_steal_pointer (&list);
}

char *
rt_call_dup_query (RtCall     *self,
                   const char *name)
{
  g_autoptr (GPtrArray) list = rt_call_list_query (self);

  for (guint i = 0; i < list->len; i++)
    {
      RtCallField *field = g_ptr_array_index (list, i);

      if (strcmp (field->name, name) == 0)
        return g_strdup (field->value);
    }
  return NULL;
}

double
rt_call_get_query_number (RtCall     *self,
                          const char *name,
                          double      fallback,
                          double      max)
{
  g_autofree char *text = rt_call_dup_query (self, name);
  char *end = NULL;
  double number;

  if (text == NULL || *text == '\0')
    return fallback;
  number = g_ascii_strtod (text, &end);
  /* Written so that a NaN falls back too. */
  if (*end != '\0' || !(number >= 0))
    return fallback;
  return MIN (number, max);
}
