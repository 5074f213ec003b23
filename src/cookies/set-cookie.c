/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the reading of Set-Cookie (RFC 6265bis section 5.6). Knows neither the
 * host nor the jar: whether a cookie is kept is not decided here.
 */

#include "set-cookie.h"

#include <string.h>

#include "cookie-date.h"

typedef struct
{
  const char *from;
  const char *to;
} Span;

static const struct
{
  const char           *name;
  RtCookieAttributeKind kind;
} kinds[] = {
  { "Domain", RT_COOKIE_ATTRIBUTE_DOMAIN },
  { "Expires", RT_COOKIE_ATTRIBUTE_EXPIRES },
  { "HttpOnly", RT_COOKIE_ATTRIBUTE_HTTP_ONLY },
  { "Max-Age", RT_COOKIE_ATTRIBUTE_MAX_AGE },
  { "Partitioned", RT_COOKIE_ATTRIBUTE_PARTITIONED },
  { "Path", RT_COOKIE_ATTRIBUTE_PATH },
  { "SameSite", RT_COOKIE_ATTRIBUTE_SAME_SITE },
  { "Secure", RT_COOKIE_ATTRIBUTE_SECURE },
};

static void
free_attribute (gpointer data)
{
  RtCookieAttribute *attribute = data;

  g_free (attribute->name);
  g_free (attribute->value);
  g_free (attribute);
}

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t';
}

static char *
dup_trimmed (Span span)
{
  while (span.from < span.to && is_blank (*span.from))
    span.from++;
  while (span.to > span.from && is_blank (span.to[-1]))
    span.to--;

  return g_strndup (span.from, span.to - span.from);
}

/* Takes what stands before the next semicolon. */
static Span
take_part (Span *rest)
{
  Span part = *rest;
  const char *end = memchr (part.from, ';', part.to - part.from);

  part.to = end != NULL ? end : rest->to;
  rest->from = end != NULL ? end + 1 : rest->to;
  return part;
}

/* Name and value around the first "="; @value is NULL without one. */
static void
split_pair (Span   part,
            char **name,
            char **value)
{
  const char *equals = memchr (part.from, '=', part.to - part.from);
  Span left = { part.from, equals != NULL ? equals : part.to };
  Span right = { equals != NULL ? equals + 1 : part.to, part.to };

  *name = dup_trimmed (left);
  *value = equals != NULL ? dup_trimmed (right) : NULL;
}

static RtCookieAttributeKind
find_kind (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_ascii_strcasecmp (name, kinds[i].name) == 0)
      return kinds[i].kind;

  return RT_COOKIE_ATTRIBUTE_OTHER;
}

/* Section 5.6.2; a number too large for its type stays the largest. */
static gboolean
read_max_age (const char *value,
              gint64     *number)
{
  gboolean negative = value[0] == '-';
  const char *digits = negative ? value + 1 : value;
  gint64 n = 0;

  if (*digits == '\0' || strspn (digits, "0123456789") != strlen (digits))
    return FALSE;

  for (; *digits != '\0'; digits++)
    n = n > G_MAXINT64 / 10 - 10 ? n : n * 10 + g_ascii_digit_value (*digits);
  *number = negative ? -n : n;

  return TRUE;
}

static RtCookieAttributeState
read_value (RtCookieAttribute *attribute)
{
  const char *value = attribute->value != NULL ? attribute->value : "";
  gboolean good = TRUE;

  if (attribute->kind == RT_COOKIE_ATTRIBUTE_OTHER)
    return RT_COOKIE_ATTRIBUTE_UNKNOWN;
  if (strlen (value) > RT_COOKIE_ATTRIBUTE_LIMIT)
    return RT_COOKIE_ATTRIBUTE_TOO_LONG;

  if (attribute->kind == RT_COOKIE_ATTRIBUTE_MAX_AGE)
    good = read_max_age (value, &attribute->number);
  else if (attribute->kind == RT_COOKIE_ATTRIBUTE_EXPIRES)
    good = rt_cookie_date_parse (value, strlen (value), &attribute->number);

  return good ? RT_COOKIE_ATTRIBUTE_COUNTS : RT_COOKIE_ATTRIBUTE_UNREADABLE;
}

static RtCookieAttribute *
read_attribute (Span part)
{
  RtCookieAttribute *attribute = g_new0 (RtCookieAttribute, 1);

  split_pair (part, &attribute->name, &attribute->value);
  attribute->kind = find_kind (attribute->name);
  attribute->state = read_value (attribute);

  return attribute;
}

/* Of those of one name the last counts, and Max-Age before Expires. */
static void
override_earlier (RtSetCookie *self)
{
  gboolean seen[RT_COOKIE_ATTRIBUTE_OTHER] = { FALSE };

  for (guint i = self->attributes->len; i-- > 0;)
    {
      RtCookieAttribute *attribute = g_ptr_array_index (self->attributes, i);

      if (attribute->state != RT_COOKIE_ATTRIBUTE_COUNTS)
        continue;
      if (seen[attribute->kind])
        attribute->state = RT_COOKIE_ATTRIBUTE_OVERRIDDEN;
      seen[attribute->kind] = TRUE;
    }

  for (guint i = 0; seen[RT_COOKIE_ATTRIBUTE_MAX_AGE] && i < self->attributes->len; i++)
    {
      RtCookieAttribute *attribute = g_ptr_array_index (self->attributes, i);

      if (attribute->kind == RT_COOKIE_ATTRIBUTE_EXPIRES &&
          attribute->state == RT_COOKIE_ATTRIBUTE_COUNTS)
        attribute->state = RT_COOKIE_ATTRIBUTE_OVERRIDDEN;
    }
}

static void
read_attributes (RtSetCookie *self,
                 Span         rest)
{
  while (rest.from < rest.to)
    {
      RtCookieAttribute *attribute = read_attribute (take_part (&rest));

      if (attribute->name[0] == '\0' && attribute->value == NULL)
        free_attribute (attribute);
      else
        g_ptr_array_add (self->attributes, attribute);
    }
  override_earlier (self);
}

static gboolean
find_control (const char *bytes,
              gsize       length,
              gsize      *control)
{
  for (gsize i = 0; i < length; i++)
    if (((guchar) bytes[i] < 0x20 && bytes[i] != '\t') || bytes[i] == 0x7f)
      {
        *control = i;
        return TRUE;
      }

  return FALSE;
}

RtSetCookie *
rt_set_cookie_parse (const char *bytes,
                     gsize       length,
                     gsize      *control)
{
  RtSetCookie *self;
  Span rest;

  g_return_val_if_fail (bytes != NULL || length == 0, NULL);
  g_return_val_if_fail (control != NULL, NULL);

  if (length == 0)
    bytes = "";
  if (find_control (bytes, length, control))
    return NULL;

  self = g_new0 (RtSetCookie, 1);
  self->attributes = g_ptr_array_new_with_free_func (free_attribute);
  rest = (Span) { bytes, bytes + length };
  split_pair (take_part (&rest), &self->name, &self->value);
  self->has_equals = self->value != NULL;
  if (!self->has_equals)
    {
      self->value = g_steal_pointer (&self->name);
      self->name = g_strdup ("");
    }
  read_attributes (self, rest);

  return self;
}

void
rt_set_cookie_free (RtSetCookie *self)
{
  g_free (self->name);
  g_free (self->value);
  g_ptr_array_unref (self->attributes);
  g_free (self);
}

const RtCookieAttribute *
rt_set_cookie_find (const RtSetCookie     *self,
                    RtCookieAttributeKind  kind)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->attributes->len; i++)
    {
      const RtCookieAttribute *attribute = g_ptr_array_index (self->attributes, i);

      if (attribute->kind == kind && attribute->state == RT_COOKIE_ATTRIBUTE_COUNTS)
        return attribute;
    }

  return NULL;
}

RtSameSite
rt_set_cookie_get_same_site (const RtSetCookie *self)
{
  const RtCookieAttribute *attribute;

  g_return_val_if_fail (self != NULL, RT_SAME_SITE_DEFAULT);

  attribute = rt_set_cookie_find (self, RT_COOKIE_ATTRIBUTE_SAME_SITE);
  if (attribute == NULL || attribute->value == NULL)
    return RT_SAME_SITE_DEFAULT;
  if (g_ascii_strcasecmp (attribute->value, "None") == 0)
    return RT_SAME_SITE_NONE;
  if (g_ascii_strcasecmp (attribute->value, "Lax") == 0)
    return RT_SAME_SITE_LAX;
  if (g_ascii_strcasecmp (attribute->value, "Strict") == 0)
    return RT_SAME_SITE_STRICT;

  return RT_SAME_SITE_DEFAULT;
}

gint64
rt_set_cookie_get_expiry (const RtSetCookie *self,
                          gint64             now)
{
  const RtCookieAttribute *age;
  const RtCookieAttribute *date;

  g_return_val_if_fail (self != NULL, -1);

  age = rt_set_cookie_find (self, RT_COOKIE_ATTRIBUTE_MAX_AGE);
  date = rt_set_cookie_find (self, RT_COOKIE_ATTRIBUTE_EXPIRES);
  if (age != NULL)
    return age->number <= 0 ? 0 : now + MIN (age->number, RT_COOKIE_AGE_LIMIT);
  if (date != NULL)
    return CLAMP (date->number, 0, now + RT_COOKIE_AGE_LIMIT);

  return -1;
}
