/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the reading of a media type. It reads as the MIME Sniffing standard
 * says and does not sniff content. Bytes above ASCII are kept as they came, so
 * UTF-8 text in gives UTF-8 text out.
 */

#include "media-type.h"

#include "grammar.h"

#include <string.h>

typedef struct
{
  char *name;
  char *value;
} Parameter;

struct _RtMediaType
{
  char   *essence;
  GArray *parameters; /* of Parameter, in the order of their first appearance */
};

static void
clear_parameter (gpointer data)
{
  Parameter *parameter = data;

  g_clear_pointer (&parameter->name, g_free);
  g_clear_pointer (&parameter->value, g_free);
}

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static const char *
skip_space (const char *at,
            const char *end)
{
  while (at < end && is_space (*at))
    at++;
  return at;
}

static const char *
skip_space_back (const char *start,
                 const char *end)
{
  while (end > start && is_space (end[-1]))
    end--;
  return end;
}

static const char *
find_any (const char *at,
          const char *end,
          const char *stops)
{
  while (at < end && strchr (stops, *at) == NULL)
    at++;
  return at;
}

/* HTTP quoted-string code points of the standard. */
static gboolean
is_quotable (const char *text)
{
  for (; *text != '\0'; text++)
    if (*text != '\t' && ((guchar) *text < 0x20 || *text == 0x7f))
      return FALSE;

  return TRUE;
}

/* @at stands on the opening quote. */
static char *
read_quoted (const char **at,
             const char  *end)
{
  GString *value = g_string_new (NULL);
  const char *p;

  for (p = *at + 1; p < end && *p != '"'; p++)
    {
      if (*p == '\\' && p + 1 < end)
        p++;
      g_string_append_c (value, *p);
    }

  *at = p;
  return g_string_free (value, FALSE);
}

static char *
read_value (const char **at,
            const char  *end)
{
  const char *start = *at;

  if (start < end && *start == '"')
    {
      char *value = read_quoted (at, end);

      *at = find_any (*at, end, ";");
      return value;
    }

  *at = find_any (start, end, ";");
  if (skip_space_back (start, *at) == start)
    return NULL;

  return g_strndup (start, skip_space_back (start, *at) - start);
}

static void
add_parameter (RtMediaType *self,
               const char  *name,
               gsize        name_length,
               const char  *value)
{
  Parameter parameter = { NULL, };

  if (!rt_grammar_is_token (name, name_length) || !is_quotable (value))
    return;

  parameter.name = g_ascii_strdown (name, name_length);
  if (rt_media_type_get_parameter (self, parameter.name) != NULL)
    {
      clear_parameter (&parameter);
      return;
    }

  parameter.value = g_strdup (value);
  g_array_append_val (self->parameters, parameter);
}

/* @at stands on a semicolon or at the end. */
static void
read_parameters (RtMediaType *self,
                 const char  *at,
                 const char  *end)
{
  while (at < end)
    {
      const char *name = skip_space (at + 1, end);
      const char *name_end = find_any (name, end, ";=");
      g_autofree char *value = NULL;

      at = name_end;
      if (at >= end || *at == ';')
        continue;

      at++;
      if (at >= end)
        break;

      value = read_value (&at, end);
      if (value != NULL)
        add_parameter (self, name, name_end - name, value);
    }
}

RtMediaType *
rt_media_type_parse (const char *text)
{
  RtMediaType *self;
  const char *start, *end, *slash, *stop, *subtype_end;

  if (text == NULL)
    return NULL;

  end = text + strlen (text);
  start = skip_space (text, end);
  end = skip_space_back (start, end);
  slash = find_any (start, end, "/");
  if (slash == end || !rt_grammar_is_token (start, slash - start))
    return NULL;

  stop = find_any (slash + 1, end, ";");
  subtype_end = skip_space_back (slash + 1, stop);
  if (!rt_grammar_is_token (slash + 1, subtype_end - slash - 1))
    return NULL;

  self = g_new0 (RtMediaType, 1);
  self->essence = g_ascii_strdown (start, subtype_end - start);
  self->parameters = g_array_new (FALSE, FALSE, sizeof (Parameter));
  g_array_set_clear_func (self->parameters, clear_parameter);
  read_parameters (self, stop, end);

  return self;
}

void
rt_media_type_free (RtMediaType *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->essence, g_free);
  g_clear_pointer (&self->parameters, g_array_unref);
  g_free (self);
}

const char *
rt_media_type_get_essence (const RtMediaType *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->essence;
}

const char *
rt_media_type_get_parameter (const RtMediaType *self,
                             const char        *name)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < self->parameters->len; i++)
    {
      const Parameter *parameter = &g_array_index (self->parameters, Parameter, i);

      if (g_str_equal (parameter->name, name))
        return parameter->value;
    }

  return NULL;
}

static void
append_quoted (GString    *out,
               const char *value)
{
  g_string_append_c (out, '"');
  for (; *value != '\0'; value++)
    {
      if (*value == '"' || *value == '\\')
        g_string_append_c (out, '\\');
      g_string_append_c (out, *value);
    }
  g_string_append_c (out, '"');
}

char *
rt_media_type_to_string (const RtMediaType *self)
{
  GString *out;

  g_return_val_if_fail (self != NULL, NULL);

  out = g_string_new (self->essence);
  for (guint i = 0; i < self->parameters->len; i++)
    {
      const Parameter *parameter = &g_array_index (self->parameters, Parameter, i);

      g_string_append_printf (out, ";%s=", parameter->name);
      if (rt_grammar_is_token (parameter->value, -1))
        g_string_append (out, parameter->value);
      else
        append_quoted (out, parameter->value);
    }

  return g_string_free (out, FALSE);
}

gboolean
rt_media_type_is_json (const RtMediaType *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return g_str_equal (self->essence, "application/json") ||
         g_str_equal (self->essence, "text/json") ||
         g_str_has_suffix (self->essence, "+json");
}

gboolean
rt_media_type_is_xml (const RtMediaType *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return g_str_equal (self->essence, "application/xml") ||
         g_str_equal (self->essence, "text/xml") ||
         g_str_has_suffix (self->essence, "+xml");
}

gboolean
rt_media_type_is_html (const RtMediaType *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return g_str_equal (self->essence, "text/html");
}

gboolean
rt_media_type_is_image (const RtMediaType *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return g_str_has_prefix (self->essence, "image/");
}

gboolean
rt_media_type_is_text (const RtMediaType *self)
{
  static const char *const others[] = {
    "application/ecmascript",
    "application/graphql",
    "application/javascript",
    "application/json-seq",
    "application/jwt",
    "application/sql",
    "application/toml",
    "application/x-ecmascript",
    "application/x-javascript",
    "application/x-ndjson",
    "application/x-sh",
    "application/x-www-form-urlencoded",
    "application/x-yaml",
    "application/xml-dtd",
    "application/yaml",
    "message/http",
    "message/rfc822",
    "multipart/form-data",
    NULL
  };

  g_return_val_if_fail (self != NULL, FALSE);

  return g_str_has_prefix (self->essence, "text/") ||
         rt_media_type_is_json (self) ||
         rt_media_type_is_xml (self) ||
         g_str_has_suffix (self->essence, "+yaml") ||
         g_strv_contains (others, self->essence);
}
