/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtRun, trying again: asks retry.c, and counts down. */

#include "config.h"

#include "run-private.h"

#include <glib/gi18n-lib.h>

#include "exchange-private.h"
#include "field-date.h"
#include "retry.h"
#include "trail-private.h"

/* A date in Retry-After is one of the server's clock. */
static gint64
now_by (RtHead *head)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  int index = head != NULL ? rt_head_find_field (head, "Date", 0) : -1;
  g_autofree char *value = index >= 0 ? rt_head_dup_field_value (head, index) : NULL;
  gint64 date = value != NULL ? rt_field_date_parse (value, now) : -1;

  return date >= 0 ? date : now;
}

static RtRetry *
decide (RtRun           *self,
        RtHead          *head,
        const RtFailure *failure)
{
  int index = head != NULL ? rt_head_find_field (head, "Retry-After", 0) : -1;
  g_autofree char *retry_after = index >= 0 ? rt_head_dup_field_value (head, index) : NULL;
  gint64 deadline = rt_run_get_deadline (self);
  RtRetryCase c = {
    .policy = rt_request_get_retry (self->request),
    .method = self->outgoing->method,
    .tries = self->tries,
    .status = head != NULL ? rt_head_get_status (head) : 0,
    .retry_after = retry_after,
    .now = now_by (head),
    .failure = failure,
    .random = g_random_double (),
    .left = deadline < G_MAXINT64 ? deadline - g_get_monotonic_time () : G_MAXINT64,
  };

  return rt_retry_decide (&c);
}

static RtNext *
make_link (RtRun         *self,
           const RtRetry *retry)
{
  RtNext *link = g_new0 (RtNext, 1);

  link->reason = RT_NEXT_RETRY;
  link->rule = g_strdup (retry->rule);
  link->section = g_strdup (retry->section);
  link->dropped = g_new0 (char *, 1);
  link->credentials = g_new0 (char *, 1);
  link->method_before = g_strdup (self->outgoing->method);
  link->method_after = g_strdup (self->outgoing->method);
  link->url_after = g_strdup (rt_url_get_text (self->outgoing->url));

  return link;
}

static void
resume (RtRun      *self,
        RtDecision  decision)
{
  if (decision == RT_DECISION_STOP_HERE)
    {
      rt_run_end (self, RT_TRAIL_END_STOPPED_HERE, _("Stopped by you before the next try."));
      return;
    }

  if (!rt_run_check_content (self, self->outgoing))
    return;

  self->next_link->waited = g_get_monotonic_time () - self->wait_started;
  rt_run_send (self, g_steal_pointer (&self->next_link));
}

static void
count_down (RtRun         *self,
            const RtRetry *retry)
{
  RtPending *pending = rt_pending_new (RT_PENDING_RETRY, rt_trail_count (self->trail) - 1);

  pending->words = g_strdup (retry->words);
  pending->due = g_get_monotonic_time () + retry->delay;
  pending->try_number = self->tries + 1;
  pending->tries = rt_request_get_retry (self->request)->tries + 1;
  pending->has_content = self->outgoing->content != NULL;
  pending->link = make_link (self, retry);
  g_clear_pointer (&self->next_link, rt_next_free);
  self->next_link = make_link (self, retry);
  rt_run_wait (self, pending, resume);
}

/* A proxy that refuses for good will do so again. */
static gboolean
is_refused_for_good (RtRun           *self,
                     const RtFailure *failure)
{
  RtExchange *tunnel = rt_attempt_get_tunnel (self->attempt);
  int status = tunnel != NULL ? rt_exchange_get_status (tunnel) : 0;

  return failure != NULL && failure->kind == RT_FAILURE_PROXY_REFUSED &&
         status != 429 && (status < 502 || status > 504);
}

gboolean
rt_run_try_again (RtRun           *self,
                  RtHead          *head,
                  const RtFailure *failure)
{
  g_autoptr(RtRetry) retry = NULL;

  if (is_refused_for_good (self, failure))
    return FALSE;

  retry = decide (self, head, failure);

  switch (retry->verdict)
    {
    case RT_RETRY_YES:
      if (rt_run_check_content (self, self->outgoing))
        count_down (self, retry);
      return TRUE;
    case RT_RETRY_UNSAFE:
      rt_run_end (self, RT_TRAIL_END_NORMAL, retry->words);
      return TRUE;
    case RT_RETRY_USED_UP:
      rt_run_end (self, RT_TRAIL_END_TRIES_USED_UP, retry->words);
      return TRUE;
    case RT_RETRY_TOO_LONG:
      rt_run_end (self, RT_TRAIL_END_WAIT_TOO_LONG, retry->words);
      return TRUE;
    case RT_RETRY_NO:
    default:
      return FALSE;
    }
}
