/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Looks a value up in the trails that the steps before left. */

#include "config.h"

#include "lesson-source.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lesson-trail.h"

void
rt_lesson_source_free (RtLessonSource *self)
{
  g_clear_pointer (&self->field, g_free);
  g_clear_pointer (&self->parameter, g_free);
  g_slice_free (RtLessonSource, self);
}

/* Behind a quoted string that starts at @p; its end when it is not closed. */
static const char *
skip_quoted (const char *p)
{
  for (p++; *p != '\0' && *p != '"'; p++)
    {
      if (*p == '\\' && p[1] != '\0')
        p++;
    }

  return *p == '"' ? p + 1 : p;
}

/* Quotes and quoted pairs undone (RFC 9110 section 5.6.4). */
static char *
dup_parameter_value (const char *p)
{
  const char *end;
  GString *text;

  if (*p != '"')
    return g_strndup (p, strcspn (p, " \t,;"));

  text = g_string_new (NULL);
  end = skip_quoted (p);
  for (p++; p < end && *p != '"'; p++)
    {
      if (*p == '\\' && p + 1 < end)
        p++;
      g_string_append_c (text, *p);
    }

  return g_string_free (text, FALSE);
}

char *
rt_lesson_source_dup_parameter (const char *value,
                                const char *name)
{
  gsize length;

  g_return_val_if_fail (value != NULL && name != NULL, NULL);

  length = strlen (name);
  for (const char *p = value; *p != '\0';)
    {
      gsize word = strcspn (p, " \t,;=\"");

      if (word == length && g_ascii_strncasecmp (p, name, length) == 0 && p[length] == '=')
        return dup_parameter_value (p + length + 1);
      p += word;
      if (*p == '"')
        p = skip_quoted (p);
      else if (*p != '\0')
        p++;
    }

  return NULL;
}

char *
rt_lesson_source_dup_value (const RtLessonSource *self,
                            GPtrArray            *trails)
{
  RtExchange *exchange;
  g_autoptr(RtHead) head = NULL;
  g_autofree char *value = NULL;

  g_return_val_if_fail (self != NULL && trails != NULL, NULL);

  if (self->step > trails->len || g_ptr_array_index (trails, self->step - 1) == NULL)
    return NULL;

  exchange = rt_lesson_trail_pick (g_ptr_array_index (trails, self->step - 1), self->exchange);
  if (exchange == NULL)
    return NULL;

  head = self->of_request ? rt_exchange_dup_request_head (exchange)
                          : rt_exchange_dup_response_head (exchange);
  if (head != NULL)
    value = rt_head_dup_combined (head, self->field);
  if (value == NULL || self->parameter == NULL)
    return g_steal_pointer (&value);

  return rt_lesson_source_dup_parameter (value, self->parameter);
}

char *
rt_lesson_source_dup_words (const RtLessonSource *self)
{
  g_autofree char *what = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  /* Translators: “the nonce in WWW-Authenticate”, “the ETag” */
  what = self->parameter != NULL
           ? g_strdup_printf (_("the %s in %s"), self->parameter, self->field)
           : g_strdup_printf (_("the %s"), self->field);

  if (self->exchange == RT_LESSON_LAST)
    return g_strdup_printf (_("%s of step %u"), what, self->step);

  return g_strdup_printf (_("%s of step %u, exchange %u"), what, self->step, self->exchange);
}
