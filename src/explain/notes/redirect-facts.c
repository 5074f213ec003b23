/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtRedirectFacts: reads Location as the engine does, and looks at what came
 * after.
 */

#include "redirect-facts.h"

#include <string.h>

#include "others.h"
#include "redirect.h"

/* RFC 3986 section 4.2: a reference without a scheme is relative. */
static gboolean
is_relative (const char *reference)
{
  gsize length = 0;

  while (g_ascii_isalnum (reference[length]) ||
         (length > 0 && strchr ("+-.", reference[length]) != NULL && reference[length] != '\0'))
    length++;

  return length == 0 || !g_ascii_isalpha (*reference) || reference[length] != ':';
}

static gboolean
are_alike (RtHead *head,
           int     first,
           guint  *count)
{
  g_autoptr(GBytes) value = rt_head_dup_field_bytes (head, first);
  gboolean alike = TRUE;

  for (int i = first; i >= 0; i = rt_head_find_field (head, "Location", i + 1))
    {
      g_autoptr(GBytes) other = rt_head_dup_field_bytes (head, i);

      alike = alike && g_bytes_equal (value, other);
      *count += 1;
    }

  return alike;
}

static void
resolve (RtRedirectFacts *self,
         const RtCase    *about,
         const char      *location)
{
  g_autoptr(GError) error = NULL;

  if (about->url == NULL)
    return;
  self->target = rt_url_resolve (about->url, location, &error);
  if (self->target != NULL)
    return;
  self->state = g_error_matches (error, RT_ENGINE_ERROR, RT_ENGINE_ERROR_SCHEME)
                  ? RT_LOCATION_NOT_HTTP : RT_LOCATION_INVALID;
  self->fault = g_strdup (error->message);
}

static void
read_location (RtRedirectFacts *self,
               const RtCase    *about)
{
  g_autoptr(GBytes) value = NULL;
  g_autofree char *location = NULL;
  const char *data;
  gsize length;

  self->field = rt_case_find_response (about, "Location");
  if (self->field < 0)
    return;
  self->all_alike = are_alike (about->response, self->field, &self->n_locations);
  self->location = rt_head_dup_field_value (about->response, self->field);
  value = rt_head_dup_field_bytes (about->response, self->field);
  data = g_bytes_get_data (value, &length);
  location = g_strndup (data != NULL ? data : "", length);
  self->state = RT_LOCATION_USABLE;
  self->is_relative = is_relative (location);
  self->has_fragment = strchr (location, '#') != NULL;
  if (strlen (location) != length)
    self->state = RT_LOCATION_INVALID;
  else if (length == 0)
    self->state = RT_LOCATION_EMPTY;
  else
    resolve (self, about, location);
}

/* Only what followed because of the redirect. */
static RtExchange *
find_after (const RtCase *about)
{
  const RtNext *next = rt_exchange_get_next (about->exchange);

  if (about->is_last || next == NULL || next->reason != RT_NEXT_REDIRECT)
    return NULL;

  return rt_trail_get_exchange (about->trail, about->position + 1);
}

RtRedirectFacts *
rt_redirect_facts_new (const RtCase *about)
{
  RtRedirectFacts *self;

  g_return_val_if_fail (about != NULL, NULL);

  self = g_new0 (RtRedirectFacts, 1);
  self->is_redirect = rt_redirect_is_redirect (about->status);
  read_location (self, about);
  if (self->is_redirect)
    self->method_after = rt_others_standard_method (about->status, about->method);
  self->after = find_after (about);

  return self;
}

void
rt_redirect_facts_free (RtRedirectFacts *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->location, g_free);
  g_clear_pointer (&self->fault, g_free);
  g_clear_pointer (&self->target, rt_url_free);
  g_free (self);
}
