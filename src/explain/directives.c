/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the reading of comma lists. It never refuses: what cannot be read by
 * the grammar is kept as it stands and marked.
 */

#include "directives.h"

#include <string.h>

/* RFC 9111 section 1.2.2: what stands for "as long as can be said". */
#define SECONDS_MAX (G_GINT64_CONSTANT (1) << 31)

void
rt_directive_free (RtDirective *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->value, g_free);
  g_clear_pointer (&self->parameters, g_ptr_array_unref);
  g_free (self);
}

static GPtrArray *
new_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) rt_directive_free);
}

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t';
}

/* The place of @separator outside quotes, or @end. */
static const char *
find_separator (const char *at,
                const char *end,
                char        separator)
{
  gboolean quoted = FALSE;

  for (; at < end; at++)
    {
      if (quoted && *at == '\\' && at + 1 < end)
        at++;
      else if (*at == '"')
        quoted = !quoted;
      else if (!quoted && *at == separator)
        break;
    }

  return at;
}

/* @at stands on the opening quote; the place behind the closing one. */
static const char *
read_quoted (const char  *at,
             const char  *end,
             RtDirective *self)
{
  g_autoptr(GString) value = g_string_new (NULL);

  for (at++; at < end && *at != '"'; at++)
    {
      if (*at == '\\' && at + 1 < end)
        at++;
      g_string_append_c (value, *at);
    }
  self->is_bad = at >= end;
  self->is_quoted = TRUE;
  self->value = g_strdup (value->str);

  return MIN (at + 1, end);
}

/* "name=value" from @at to @end, white space around the parts passed over. */
static void
read_pair (RtDirective *self,
           const char  *at,
           const char  *end)
{
  const char *equals = find_separator (at, end, '=');
  const char *value;

  self->name = g_strchomp (g_strndup (at, equals - at));
  if (equals == end)
    return;

  for (value = equals + 1; value < end && is_space (*value);)
    value++;
  if (value < end && *value == '"')
    {
      value = read_quoted (value, end, self);
      while (value < end && is_space (*value))
        value++;
      self->is_bad |= value < end;
      return;
    }

  self->value = g_strchomp (g_strndup (value, end - value));
}

static RtDirective *
read_member (const char *start,
             const char *at,
             const char *end,
             gboolean    with_parameters)
{
  RtDirective *self = g_new0 (RtDirective, 1);
  const char *stop = with_parameters ? find_separator (at, end, ';') : end;

  self->text = g_strndup (at, end - at);
  self->offset = at - start;
  self->length = end - at;
  self->parameters = new_list ();
  read_pair (self, at, stop);

  while (stop < end)
    {
      const char *next = ++stop;
      const char *last;

      while (next < end && is_space (*next))
        next++;
      stop = find_separator (next, end, ';');
      for (last = stop; last > next && is_space (last[-1]);)
        last--;
      if (last > next)
        g_ptr_array_add (self->parameters, read_member (start, next, last, FALSE));
    }

  return self;
}

static GPtrArray *
parse (const char *text,
       gssize      length,
       char        separator)
{
  GPtrArray *out = new_list ();
  const char *end, *at;

  if (text == NULL)
    return out;

  end = text + (length < 0 ? (gssize) strlen (text) : length);
  for (at = text; at < end;)
    {
      const char *stop = find_separator (at, end, separator);
      const char *last = stop;

      while (at < last && is_space (*at))
        at++;
      while (last > at && is_space (last[-1]))
        last--;
      if (last > at)
        g_ptr_array_add (out, read_member (text, at, last, separator == ','));
      at = MIN (stop + 1, end);
    }

  return out;
}

GPtrArray *
rt_directives_parse (const char *text,
                     gssize      length)
{
  return parse (text, length, ',');
}

GPtrArray *
rt_directives_parse_semicolons (const char *text,
                                gssize      length)
{
  return parse (text, length, ';');
}

const RtDirective *
rt_directives_find (GPtrArray  *directives,
                    const char *name)
{
  g_return_val_if_fail (directives != NULL && name != NULL, NULL);

  for (guint i = 0; i < directives->len; i++)
    {
      const RtDirective *directive = g_ptr_array_index (directives, i);

      if (g_ascii_strcasecmp (directive->name, name) == 0)
        return directive;
    }

  return NULL;
}

gboolean
rt_directive_read_digits (const char *text,
                          gint64     *number)
{
  g_return_val_if_fail (number != NULL, FALSE);

  *number = 0;
  if (text == NULL || *text == '\0')
    return FALSE;

  for (; *text != '\0'; text++)
    if (!g_ascii_isdigit (*text) || *number > (G_MAXINT64 - 9) / 10)
      return FALSE;
    else
      *number = *number * 10 + *text - '0';

  return TRUE;
}

gboolean
rt_directive_get_seconds (const RtDirective *self,
                          gint64            *seconds)
{
  g_return_val_if_fail (self != NULL && seconds != NULL, FALSE);

  if (self->is_bad || self->value == NULL || *self->value == '\0' ||
      strspn (self->value, "0123456789") != strlen (self->value))
    return FALSE;

  if (!rt_directive_read_digits (self->value, seconds) || *seconds > SECONDS_MAX)
    *seconds = SECONDS_MAX;

  return TRUE;
}

/* "0.875" -> 875; -1 when it is no qvalue. */
static int
read_quality (const char *text)
{
  static const int weights[] = { 100, 10, 1 };
  int value;

  if (text == NULL || (text[0] != '0' && text[0] != '1'))
    return -1;
  value = (text[0] - '0') * 1000;
  if (text[1] == '\0')
    return value;
  if (text[1] != '.' || strlen (text) > 5)
    return -1;

  for (guint i = 0; text[i + 2] != '\0'; i++)
    {
      if (!g_ascii_isdigit (text[i + 2]))
        return -1;
      value += (text[i + 2] - '0') * weights[i];
    }

  return value <= 1000 ? value : -1;
}

int
rt_directive_get_quality (const RtDirective *self,
                          gboolean          *is_bad)
{
  const RtDirective *weight;
  int value = 1000;

  g_return_val_if_fail (self != NULL, 1000);

  weight = rt_directives_find (self->parameters, "q");
  if (weight != NULL)
    value = read_quality (weight->value);
  if (is_bad != NULL)
    *is_bad = value < 0;

  return value < 0 ? 1000 : value;
}
