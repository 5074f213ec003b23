/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Writes a request of the engine's. */

#include "config.h"

#include "lesson-request.h"

#include <glib/gi18n-lib.h>

void
rt_lesson_field_free (RtLessonField *self)
{
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->value, g_free);
  g_clear_pointer (&self->source, rt_lesson_source_free);
  g_slice_free (RtLessonField, self);
}

RtLessonRequest *
rt_lesson_request_new (void)
{
  RtLessonRequest *self = g_slice_new0 (RtLessonRequest);

  self->method = g_strdup ("GET");
  self->path = g_strdup ("/");
  self->follow = TRUE;
  self->fields = g_ptr_array_new_with_free_func ((GDestroyNotify) rt_lesson_field_free);
  self->media_type = g_strdup ("");
  self->user = g_strdup ("");
  self->secret = g_strdup ("");

  return self;
}

void
rt_lesson_request_free (RtLessonRequest *self)
{
  g_clear_pointer (&self->method, g_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_pointer (&self->content, g_free);
  g_clear_pointer (&self->media_type, g_free);
  g_clear_pointer (&self->user, g_free);
  g_clear_pointer (&self->secret, g_free);
  g_slice_free (RtLessonRequest, self);
}

static char *
add_fields (const RtLessonRequest *self,
            RtRequest             *request,
            GPtrArray             *trails)
{
  g_autofree char *missing = NULL;

  for (guint i = 0; i < self->fields->len; i++)
    {
      const RtLessonField *field = g_ptr_array_index (self->fields, i);
      g_autofree char *value = field->source != NULL
                                 ? rt_lesson_source_dup_value (field->source, trails)
                                 : g_strdup (field->value);

      if (value != NULL)
        rt_request_add_field (request, field->name, value);
      else if (missing == NULL)
        missing = rt_lesson_source_dup_words (field->source);
    }

  return g_steal_pointer (&missing);
}

static void
set_credentials (const RtLessonRequest *self,
                 RtRequest             *request)
{
  RtCredentials *credentials = rt_request_get_credentials (request);

  rt_credentials_set_kind (credentials, self->credentials);
  rt_credentials_set_user (credentials, self->user);
  rt_credentials_set_secret (credentials, self->secret);
}

/* What of the editor is no business of a lesson. */
static void
keep_habits (RtRequest *made,
             RtRequest *before)
{
  rt_request_set_timeout (made, rt_request_get_timeout (before));
  rt_request_set_idle_timeout (made, rt_request_get_idle_timeout (before));
  rt_request_set_use_cookies (made, rt_request_get_use_cookies (before));
}

char *
rt_lesson_request_fill (const RtLessonRequest *self,
                        RtRequest             *request,
                        const char            *origin,
                        GPtrArray             *trails)
{
  g_autoptr(RtRequest) made = rt_request_new ();
  g_autofree char *url = NULL;
  g_autofree char *missing = NULL;
  RtRetryPolicy retry = rt_retry_policy_default;

  g_return_val_if_fail (self != NULL && RT_IS_REQUEST (request), NULL);
  g_return_val_if_fail (origin != NULL && trails != NULL, NULL);

  url = g_strconcat (origin, self->path, NULL);
  keep_habits (made, request);
  rt_request_set_method (made, self->method);
  rt_request_set_url (made, url);
  rt_request_set_follow (made, self->follow);
  retry.tries = self->tries;
  rt_request_set_retry (made, &retry);
  missing = add_fields (self, made, trails);
  set_credentials (self, made);
  if (self->content != NULL)
    {
      rt_request_set_content_kind (made, RT_CONTENT_TEXT);
      rt_request_set_media_type (made, self->media_type);
      rt_request_set_text (made, self->content);
    }
  rt_request_assign (request, made);

  return g_steal_pointer (&missing);
}
