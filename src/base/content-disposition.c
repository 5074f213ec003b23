/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the reading of Content-Disposition; judges no file name. */

#include "content-disposition.h"

#include <string.h>

#include "grammar.h"

typedef struct
{
  char    *name;
  char    *value;
  char    *decoded; /* of "name*"; NULL when it is none, or cannot be decoded */
} Parameter;

struct _RtContentDisposition
{
  char    *type;
  GArray  *parameters; /* of Parameter */
  gboolean is_malformed;
};

static void
clear_parameter (gpointer data)
{
  Parameter *parameter = data;

  g_clear_pointer (&parameter->name, g_free);
  g_clear_pointer (&parameter->value, g_free);
  g_clear_pointer (&parameter->decoded, g_free);
}

static const char *
skip_space (const char *at)
{
  while (*at == ' ' || *at == '\t')
    at++;

  return at;
}

static char *
take (const char *start,
      const char *end)
{
  return g_strchomp (g_strndup (start, end - start));
}

/* "%e2%82%ac" -> bytes; NULL when an escape is broken or a byte may not stand. */
static GString *
unescape (const char *text)
{
  g_autoptr(GString) out = g_string_new (NULL);

  for (; *text != '\0'; text++)
    {
      if (*text != '%')
        {
          if (!g_ascii_isalnum (*text) && strchr ("!#$&+-.^_`|~", *text) == NULL)
            return NULL;
          g_string_append_c (out, *text);
          continue;
        }
      if (!g_ascii_isxdigit (text[1]) || !g_ascii_isxdigit (text[2]))
        return NULL;
      g_string_append_c (out, g_ascii_xdigit_value (text[1]) * 16 +
                                g_ascii_xdigit_value (text[2]));
      text += 2;
    }

  return g_steal_pointer (&out);
}

static char *
latin1_to_text (const GString *bytes)
{
  GString *out = g_string_new (NULL);

  for (gsize i = 0; i < bytes->len; i++)
    g_string_append_unichar (out, (guchar) bytes->str[i]);

  return g_string_free (out, FALSE);
}

/* charset'language'value (RFC 8187 section 3.2.1). (nullable) */
static char *
decode (const char *value)
{
  g_auto(GStrv) parts = g_strsplit (value, "'", 3);
  g_autoptr(GString) bytes = NULL;

  if (g_strv_length (parts) != 3)
    return NULL;
  bytes = unescape (parts[2]);
  if (bytes == NULL || memchr (bytes->str, '\0', bytes->len) != NULL)
    return NULL;
  if (g_ascii_strcasecmp (parts[0], "UTF-8") == 0 || g_ascii_strcasecmp (parts[0], "utf8") == 0)
    return g_utf8_validate (bytes->str, bytes->len, NULL) ? g_strdup (bytes->str) : NULL;
  if (g_ascii_strcasecmp (parts[0], "ISO-8859-1") == 0)
    return latin1_to_text (bytes);

  return NULL;
}

static const Parameter *
find (const RtContentDisposition *self,
      const char                 *name)
{
  for (guint i = 0; i < self->parameters->len; i++)
    {
      const Parameter *parameter = &g_array_index (self->parameters, Parameter, i);

      if (g_str_equal (parameter->name, name))
        return parameter;
    }

  return NULL;
}

/* @at stands on the opening quote; the place behind the closing one, or NULL. */
static const char *
read_quoted (const char *at,
             char      **value)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (at++; *at != '\0' && *at != '"'; at++)
    {
      if (*at == '\\' && at[1] != '\0')
        at++;
      g_string_append_c (text, *at);
    }
  if (*at == '\0')
    return NULL;
  *value = g_strdup (text->str);

  return at + 1;
}

static void
add (RtContentDisposition *self,
     const char           *name,
     const char           *value,
     gboolean              is_quoted)
{
  Parameter parameter = { g_strdup (name), g_strdup (value), NULL };
  gboolean is_extended = g_str_has_suffix (name, "*");

  self->is_malformed |= !rt_grammar_is_token (name, -1) || find (self, name) != NULL ||
                        (!is_quoted && !rt_grammar_is_token (value, -1)) ||
                        (is_extended && is_quoted);
  if (find (self, name) != NULL)
    {
      clear_parameter (&parameter);
      return;
    }
  if (is_extended && !is_quoted)
    parameter.decoded = decode (value);
  g_array_append_val (self->parameters, parameter);
}

/* One parameter from @at; the place of the semicolon behind it, or the end. */
static const char *
read_parameter (RtContentDisposition *self,
                const char           *at)
{
  gsize name_length = strcspn (at, "=;");
  g_autofree char *given = take (at, at + name_length);
  g_autofree char *name = g_ascii_strdown (given, -1);
  g_autofree char *value = NULL;
  const char *end;

  at += name_length;
  if (*at != '=')
    {
      self->is_malformed = TRUE;
      return at;
    }

  at = skip_space (at + 1);
  end = at + strcspn (at, ";");
  if (*at != '"')
    {
      value = take (at, end);
      add (self, name, value, FALSE);
      return end;
    }

  at = read_quoted (at, &value);
  if (at == NULL)
    {
      self->is_malformed = TRUE;
      return end + strlen (end);
    }
  add (self, name, value, TRUE);
  at = skip_space (at);
  self->is_malformed |= *at != ';' && *at != '\0';

  return at + strcspn (at, ";");
}

/* What browsers escape in the names of uploaded files (HTML, form data). */
static void
undo_form_escapes (RtContentDisposition *self)
{
  static const struct { const char *from; const char *to; } escapes[] = {
    { "%22", "\"" }, { "%0a", "\n" }, { "%0A", "\n" }, { "%0d", "\r" }, { "%0D", "\r" },
  };

  for (guint i = 0; i < self->parameters->len; i++)
    {
      Parameter *parameter = &g_array_index (self->parameters, Parameter, i);
      g_autoptr(GString) text = g_string_new (parameter->value);

      for (guint j = 0; j < G_N_ELEMENTS (escapes); j++)
        g_string_replace (text, escapes[j].from, escapes[j].to, 0);
      g_clear_pointer (&parameter->value, g_free);
      parameter->value = g_strdup (text->str);
    }
}

RtContentDisposition *
rt_content_disposition_parse (const char *text)
{
  RtContentDisposition *self = g_new0 (RtContentDisposition, 1);
  g_autofree char *type = NULL;
  const char *at;

  g_return_val_if_fail (text != NULL, self);

  self->parameters = g_array_new (FALSE, FALSE, sizeof (Parameter));
  g_array_set_clear_func (self->parameters, clear_parameter);
  at = skip_space (text);
  type = take (at, at + strcspn (at, ";"));
  /* A parameter in the place of the type: "filename=a". */
  if (strchr (type, '=') != NULL)
    {
      at = read_parameter (self, at);
      type[0] = '\0';
    }
  self->type = g_ascii_strdown (type, -1);
  self->is_malformed |= !rt_grammar_is_token (type, -1);

  for (at += strcspn (at, ";"); *at == ';';)
    {
      at = skip_space (at + 1);
      if (*at != '\0' && *at != ';')
        at = read_parameter (self, at);
      else
        self->is_malformed = TRUE;
    }
  if (g_str_equal (self->type, "form-data"))
    undo_form_escapes (self);

  return self;
}

void
rt_content_disposition_free (RtContentDisposition *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->type, g_free);
  g_clear_pointer (&self->parameters, g_array_unref);
  g_free (self);
}

const char *
rt_content_disposition_get_type (const RtContentDisposition *self)
{
  g_return_val_if_fail (self != NULL, "");

  return self->type;
}

gboolean
rt_content_disposition_is_malformed (const RtContentDisposition *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->is_malformed;
}

const char *
rt_content_disposition_get_plain (const RtContentDisposition *self,
                                  const char                 *name)
{
  const Parameter *parameter;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  parameter = find (self, name);

  return parameter != NULL ? parameter->value : NULL;
}

const char *
rt_content_disposition_get (const RtContentDisposition *self,
                            const char                 *name)
{
  g_autofree char *extended = NULL;
  const Parameter *parameter;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  extended = g_strconcat (name, "*", NULL);
  parameter = find (self, extended);
  if (parameter != NULL && parameter->decoded != NULL)
    return parameter->decoded;

  return rt_content_disposition_get_plain (self, name);
}

gboolean
rt_content_disposition_is_undecodable (const RtContentDisposition *self,
                                       const char                 *name)
{
  g_autofree char *extended = NULL;
  const Parameter *parameter;

  g_return_val_if_fail (self != NULL && name != NULL, FALSE);

  extended = g_strconcat (name, "*", NULL);
  parameter = find (self, extended);

  return parameter != NULL && parameter->decoded == NULL;
}
