/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the kinds of next steps look at, and their order. */

#include "config.h"

#include "next-step-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#define PLAIN_MAX 2000

/* The likeliest first. */
static void (*const kinds[]) (RtStepCase *self) = {
  rt_steps_find_logins,
  rt_steps_find_waits,
  rt_steps_find_methods,
  rt_steps_find_offers,
  rt_steps_find_connections,
  rt_steps_find_links,
  rt_steps_find_conditions,
  rt_steps_find_ranges,
  rt_steps_find_preflights,
};

static gboolean
is_behind_redirect (RtTrail *trail,
                    guint    position)
{
  for (guint i = 0; i < position; i++)
    {
      const RtNext *next = rt_exchange_get_next (rt_trail_get_exchange (trail, i));

      if (next != NULL && next->reason == RT_NEXT_REDIRECT)
        return TRUE;
    }

  return FALSE;
}

static void
step_case_init (RtStepCase *self,
                RtTrail    *trail,
                guint       position,
                gint64      now)
{
  g_autofree char *url = NULL;

  self->trail = trail;
  self->exchange = rt_trail_get_exchange (trail, position);
  self->is_last = position + 1 == rt_trail_get_n_exchanges (trail);
  self->is_elsewhere = is_behind_redirect (trail, position);
  self->method = rt_exchange_dup_method (self->exchange);
  url = rt_exchange_dup_url (self->exchange);
  self->url = rt_url_parse (url, NULL);
  self->request = rt_exchange_dup_request_head (self->exchange);
  self->response = rt_exchange_dup_response_head (self->exchange);
  self->status = rt_exchange_get_status (self->exchange);
  self->failure = rt_exchange_dup_failure (self->exchange);
  rt_exchange_get_sizes (self->exchange, &self->sizes);
  self->now = now;
  self->steps = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
step_case_clear (RtStepCase *self)
{
  g_clear_pointer (&self->method, g_free);
  g_clear_pointer (&self->url, rt_url_free);
  g_clear_pointer (&self->request, rt_head_unref);
  g_clear_pointer (&self->response, rt_head_unref);
  g_clear_pointer (&self->failure, rt_failure_free);
}

/* The request as the redirect left it. */
static void
go_there (RtStepCase *self,
          RtNextStep *step)
{
  RtRequest *sent = rt_trail_get_request (self->trail);

  if (!self->is_elsewhere || self->url == NULL)
    return;
  rt_next_step_set_url (step, rt_url_get_text (self->url));
  if (g_strcmp0 (rt_request_get_method (sent), self->method) != 0)
    rt_next_step_set_method (step, self->method);
}

RtNextStep *
rt_step_case_add (RtStepCase *self,
                  const char *id,
                  const char *label,
                  const char *words)
{
  RtNextStep *step;
  g_autofree char *all = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  all = self->is_elsewhere && self->url != NULL
    ? g_strdup_printf (_("%s It goes straight to %s.%s"), words, rt_url_get_text (self->url),
                       rt_step_case_peek_origin_words (self, self->url))
    : g_strdup (words);
  step = rt_next_step_new (id, label, all);
  go_there (self, step);
  g_ptr_array_add (self->steps, step);

  return step;
}

gboolean
rt_step_case_is_method (const RtStepCase *self,
                        const char       *method)
{
  return g_strcmp0 (self->method, method) == 0;
}

static gboolean
is_plain (const char *value)
{
  gsize length = 0;

  for (; value[length] != '\0'; length++)
    if (value[length] < 0x20 || value[length] > 0x7e)
      return FALSE;

  return length > 0 && length <= PLAIN_MAX;
}

char *
rt_step_case_dup_plain (const RtStepCase *self,
                        const char       *name)
{
  int position = self->response != NULL ? rt_head_find_field (self->response, name, 0) : -1;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *value = NULL;

  if (position < 0 || rt_head_find_field (self->response, name, position + 1) >= 0)
    return NULL;
  bytes = rt_head_dup_field_bytes (self->response, position);
  value = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  if (strlen (value) != g_bytes_get_size (bytes) || !is_plain (value))
    return NULL;

  return g_steal_pointer (&value);
}

char *
rt_step_case_dup_response (const RtStepCase *self,
                           const char       *name)
{
  return self->response != NULL ? rt_head_dup_combined (self->response, name) : NULL;
}

gboolean
rt_step_case_has_sent (const RtStepCase *self,
                       const char       *name)
{
  return self->request != NULL && rt_head_find_field (self->request, name, 0) >= 0;
}

RtUrl *
rt_step_case_resolve (const RtStepCase *self,
                      const char       *reference)
{
  /* What cannot be resolved makes no step. */
  return self->url != NULL ? rt_url_resolve (self->url, reference, NULL) : NULL;
}

const char *
rt_step_case_peek_origin_words (const RtStepCase *self,
                                const RtUrl      *url)
{
  RtRequest *sent = rt_trail_get_request (self->trail);
  g_autoptr(RtUrl) before = rt_url_parse (rt_request_get_url (sent), NULL);

  return before != NULL && rt_url_same_origin (before, url)
    ? "" : _(" Credentials and typed cookies stay behind, as it is another origin.");
}

GPtrArray *
rt_next_steps_for_exchange (RtTrail *trail,
                            guint    position,
                            gint64   now)
{
  RtStepCase self = { 0 };

  g_return_val_if_fail (RT_IS_TRAIL (trail), NULL);
  g_return_val_if_fail (position < rt_trail_get_n_exchanges (trail), NULL);

  step_case_init (&self, trail, position, now);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    /* A tunnel is the engine's business: only its login is the person's. */
    if (g_strcmp0 (self.method, "CONNECT") != 0 || kinds[i] == rt_steps_find_logins)
      kinds[i] (&self);
  step_case_clear (&self);

  return self.steps;
}
