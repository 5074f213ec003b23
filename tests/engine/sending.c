/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The engine against the playground. */

#include "sending.h"

void
sending_set_up (Sending       *self,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  self->engine = rt_engine_new (&error);
  g_assert_no_error (error);
  self->playground = rt_playground_new ();
  rt_playground_start (self->playground, 0, &error);
  g_assert_no_error (error);
  self->request = rt_request_new ();
}

void
sending_tear_down (Sending       *self,
                   gconstpointer  data)
{
  g_clear_object (&self->trail);
  g_assert_finalize_object (g_steal_pointer (&self->request));
  g_assert_finalize_object (g_steal_pointer (&self->engine));
  g_assert_finalize_object (g_steal_pointer (&self->playground));
}

void
sending_aim (Sending    *self,
             const char *path)
{
  g_autofree char *url =
    g_strconcat (rt_playground_get_http_origin (self->playground), path, NULL);

  rt_request_set_url (self->request, url);
}

RtExchange *
sending_run (Sending *self)
{
  g_clear_object (&self->trail);
  self->trail = rt_engine_send (self->engine, self->request);
  while (rt_trail_is_running (self->trail))
    g_main_context_iteration (NULL, TRUE);

  return rt_trail_get_last (self->trail);
}

RtPending *
sending_run_until_pending (Sending *self)
{
  RtPending *pending;

  g_clear_object (&self->trail);
  self->trail = rt_engine_send (self->engine, self->request);
  while ((pending = rt_trail_dup_pending (self->trail)) == NULL)
    {
      g_assert_true (rt_trail_is_running (self->trail));
      g_main_context_iteration (NULL, TRUE);
    }

  return pending;
}

void
sending_run_on (Sending *self)
{
  while (rt_trail_is_running (self->trail))
    g_main_context_iteration (NULL, TRUE);
}

void
sending_iterate_on (Sending *self)
{
  g_autoptr(RtPending) before = rt_trail_dup_pending (self->trail);
  g_autoptr(RtPending) pending = rt_trail_dup_pending (self->trail);

  while (rt_trail_is_running (self->trail) && (pending == NULL || pending == before))
    {
      g_main_context_iteration (NULL, TRUE);
      g_clear_pointer (&pending, rt_pending_unref);
      pending = rt_trail_dup_pending (self->trail);
    }
}

char *
sending_dup_text (RtExchange *exchange)
{
  g_autoptr(RtBody) content = rt_exchange_dup_content (exchange);
  g_autoptr(GBytes) bytes = rt_body_dup_bytes (content);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_strndup (data != NULL ? data : "", length);
}

char *
sending_dup_field (RtExchange *exchange,
                   const char *name)
{
  g_autoptr(RtHead) head = rt_exchange_dup_response_head (exchange);

  g_assert_nonnull (head);

  return rt_head_dup_combined (head, name);
}

void
sending_assert_failure (RtExchange    *exchange,
                        RtFailureKind  kind)
{
  g_autoptr(RtFailure) failure = rt_exchange_dup_failure (exchange);

  g_assert_nonnull (failure);
  if (failure->kind != kind)
    g_test_message ("%s: %s (%s)", rt_failure_kind_to_id (failure->kind), failure->message,
                    failure->detail);
  g_assert_cmpint (failure->kind, ==, kind);
  g_assert_cmpstr (failure->message, !=, "");
}

void
sending_assert_fault (RtExchange  *exchange,
                      RtFaultKind  kind)
{
  g_autoptr(GPtrArray) faults = rt_exchange_dup_faults (exchange);

  for (guint i = 0; i < faults->len; i++)
    {
      const RtFault *fault = g_ptr_array_index (faults, i);

      g_test_message ("%s: %s", rt_fault_kind_to_id (fault->kind), fault->evidence);
      if (fault->kind == kind)
        return;
    }

  g_assert_not_reached ();
}

void
sending_assert_sound (RtExchange *exchange)
{
  g_autoptr(GPtrArray) faults = rt_exchange_dup_faults (exchange);
  g_autoptr(RtFailure) failure = rt_exchange_dup_failure (exchange);

  if (failure != NULL)
    g_test_message ("%s: %s (%s)", rt_failure_kind_to_id (failure->kind), failure->message,
                    failure->detail);
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", ((RtFault *) g_ptr_array_index (faults, i))->evidence);
  g_assert_null (failure);
  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_cmpint (rt_exchange_get_state (exchange), ==, RT_EXCHANGE_DONE);
}
