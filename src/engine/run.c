/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtRun: the loop over attempts. It decides whether there is a next one (by
 * redirect.c), watches the clock, and hears the person's Stop.
 */

#include "config.h"

#include "run.h"

#include <glib/gi18n-lib.h>

#include "attempt.h"
#include "exchange-private.h"
#include "redirect.h"
#include "trail-private.h"

struct _RtRun
{
  /* Input. */
  RtTrail       *trail;
  GMainContext  *context;
  RtSessionPool *pool; /* borrowed */
  RtRunDone      done;
  gpointer       done_data;

  /* In progress. */
  RtSession     *session;
  RtOutgoing    *outgoing;
  RtAttempt     *attempt;
  GHashTable    *visited; /* method and URL of each request */
  GSource       *clock;
  GSource       *next_source; /* goes on after an attempt */
  GSource       *stop_source; /* made ready by the person's Stop */
  gulong         stop_handler;
  gint64         started;
  guint          redirects;
  gboolean       is_done;
};

static void start_attempt (RtRun *self);

static RtRequest *
request_of (RtRun *self)
{
  return rt_trail_get_request (self->trail);
}

static void
clear_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static void
let_session_go (RtRun *self)
{
  gboolean settled = self->attempt == NULL || rt_attempt_is_settled (self->attempt);

  if (self->session == NULL)
    return;

  if (settled)
    rt_session_pool_give_back (self->pool, g_steal_pointer (&self->session));
  else
    g_clear_pointer (&self->session, rt_session_discard);
}

static void
end (RtRun      *self,
     RtTrailEnd  how,
     const char *words)
{
  GCancellable *cancellable = rt_trail_get_cancellable (self->trail);

  if (self->is_done)
    return;

  self->is_done = TRUE;
  clear_source (&self->clock);
  if (self->stop_handler != 0)
    g_signal_handler_disconnect (cancellable, self->stop_handler);
  self->stop_handler = 0;
  clear_source (&self->stop_source);
  let_session_go (self);
  rt_trail_finish (self->trail, how, words);
  self->done (self, self->done_data);
}

/* An exchange for a request that never went out. */
static void
refuse (RtRun        *self,
        const GError *error)
{
  RtRequest *request = request_of (self);
  g_autoptr(RtExchange) exchange =
    rt_exchange_new (self->context, rt_request_get_method (request),
                     rt_request_get_url (request));

  rt_exchange_take_failure (exchange, rt_failure_new (RT_FAILURE_INVALID_REQUEST, RT_PHASE_NAME,
                                                      error->message, NULL));
  rt_trail_append (self->trail, exchange);
  rt_exchange_finish (exchange);
  end (self, RT_TRAIL_END_NORMAL, NULL);
}

/* Redirects. */

static char *
visit_key (const RtOutgoing *outgoing)
{
  return g_strconcat (outgoing->method, " ", rt_url_get_text (outgoing->url), NULL);
}

static gboolean
follow (RtRun      *self,
        RtRedirect *redirect)
{
  RtRequest *request = request_of (self);
  g_autofree char *key = visit_key (redirect->next);
  g_autofree char *words = NULL;

  if (!rt_request_get_follow (request))
    {
      words = g_strdup_printf (_("Not followed to %s, because Follow redirects is off."),
                               rt_url_get_text (redirect->next->url));
      end (self, RT_TRAIL_END_NOT_FOLLOWED, words);
      return FALSE;
    }

  /* The same request again brings the same answer: named at once. */
  if (g_hash_table_contains (self->visited, key))
    {
      words = g_strdup_printf (_("A loop: %s was asked for already on this way."), key);
      end (self, RT_TRAIL_END_LOOP, words);
      return FALSE;
    }

  if (self->redirects >= rt_request_get_max_redirects (request))
    {
      words = g_strdup_printf (ngettext ("Stopped after %u redirect, the maximum in the options.",
                                         "Stopped after %u redirects, the maximum in the options.",
                                         self->redirects),
                               self->redirects);
      end (self, RT_TRAIL_END_TOO_MANY, words);
      return FALSE;
    }

  return TRUE;
}

static void
go_on (RtRun *self)
{
  RtExchange *exchange = rt_attempt_get_exchange (self->attempt);
  g_autoptr(RtHead) head = rt_exchange_dup_response_head (exchange);
  g_autoptr(RtFailure) failure = rt_exchange_dup_failure (exchange);
  g_autoptr(RtRedirect) redirect = NULL;

  if (head == NULL || failure != NULL ||
      g_cancellable_is_cancelled (rt_trail_get_cancellable (self->trail)))
    {
      end (self, RT_TRAIL_END_NORMAL, NULL);
      return;
    }

  redirect = rt_redirect_decide (self->outgoing, head);
  if (redirect->next == NULL)
    {
      end (self, redirect->end, redirect->words);
      return;
    }

  if (!follow (self, redirect))
    return;

  self->redirects++;
  rt_exchange_take_next (exchange, g_steal_pointer (&redirect->link));
  g_clear_pointer (&self->outgoing, rt_outgoing_free);
  self->outgoing = g_steal_pointer (&redirect->next);
  let_session_go (self);
  start_attempt (self);
}

static gboolean
go_on_cb (gpointer user_data)
{
  RtRun *self = user_data;

  clear_source (&self->next_source);
  go_on (self);

  return G_SOURCE_REMOVE;
}

static void
attempt_done_cb (RtAttempt *attempt,
                 gpointer   user_data)
{
  RtRun *self = user_data;

  /* Not from inside the attempt, which is about to let go of its message. */
  self->next_source = g_idle_source_new ();
  g_source_set_priority (self->next_source, G_PRIORITY_HIGH);
  g_source_set_callback (self->next_source, go_on_cb, self, NULL);
  g_source_attach (self->next_source, g_main_context_get_thread_default ());
}

/* The clock. */

static gint64
seconds_from (gint64 start,
              guint  seconds)
{
  return seconds > 0 ? start + seconds * G_USEC_PER_SEC : G_MAXINT64;
}

static gboolean
clock_cb (gpointer user_data)
{
  RtRun *self = user_data;
  RtRequest *request = request_of (self);
  gint64 now = g_get_monotonic_time ();
  gint64 whole = seconds_from (self->started, rt_request_get_timeout (request));
  gint64 idle = seconds_from (rt_attempt_get_active_at (self->attempt),
                              rt_request_get_idle_timeout (request));
  const char *phase = rt_phase_to_words (rt_attempt_get_phase (self->attempt));
  g_autofree char *words = NULL;

  if (now < MIN (whole, idle))
    {
      g_source_set_ready_time (self->clock, MIN (whole, idle));
      return G_SOURCE_CONTINUE;
    }

  g_source_set_ready_time (self->clock, -1);
  if (now >= whole)
    {
      guint seconds = rt_request_get_timeout (request);

      words = g_strdup_printf (ngettext ("There was no whole answer within %u second. "
                                         "It ended in this phase: %s.",
                                         "There was no whole answer within %u seconds. "
                                         "It ended in this phase: %s.", seconds),
                               seconds, phase);
      rt_attempt_abort (self->attempt, RT_FAILURE_TIMED_OUT, words);
    }
  else
    {
      guint seconds = rt_request_get_idle_timeout (request);

      words = g_strdup_printf (ngettext ("Nothing happened for %u second. It ended in this phase: %s.",
                                         "Nothing happened for %u seconds. It ended in this phase: %s.",
                                         seconds),
                               seconds, phase);
      rt_attempt_abort (self->attempt, RT_FAILURE_IDLE_TIMED_OUT, words);
    }

  return G_SOURCE_CONTINUE;
}

static void
start_clock (RtRun *self)
{
  if (self->clock != NULL)
    {
      g_source_set_ready_time (self->clock, 0);
      return;
    }

  self->clock = g_timeout_source_new (0);
  g_source_set_callback (self->clock, clock_cb, self, NULL);
  g_source_attach (self->clock, g_main_context_get_thread_default ());
}

/* Stopping. */

static gboolean
stopped_cb (gpointer user_data)
{
  rt_run_stop (user_data);

  return G_SOURCE_REMOVE;
}

/* In the person's thread: only wakes the engine's. */
static void
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  g_source_set_ready_time (user_data, 0);
}

static void
hear_stop (RtRun *self)
{
  self->stop_source = g_timeout_source_new (G_MAXUINT);
  g_source_set_ready_time (self->stop_source, -1);
  g_source_set_priority (self->stop_source, G_PRIORITY_HIGH);
  g_source_set_callback (self->stop_source, stopped_cb, self, NULL);
  g_source_attach (self->stop_source, g_main_context_get_thread_default ());
  self->stop_handler =
    g_signal_connect_data (rt_trail_get_cancellable (self->trail), "cancelled",
                           G_CALLBACK (cancelled_cb), g_source_ref (self->stop_source),
                           (GClosureNotify) (gpointer) g_source_unref, 0);
}

static void
start_attempt (RtRun *self)
{
  g_autoptr(GError) error = NULL;
  guint timeout = rt_request_get_timeout (request_of (self));

  self->session = rt_session_pool_take (self->pool, request_of (self), &error);
  if (self->session == NULL)
    {
      refuse (self, error);
      return;
    }

  g_hash_table_add (self->visited, visit_key (self->outgoing));
  g_clear_pointer (&self->attempt, rt_attempt_unref);
  self->attempt = rt_attempt_new (self->trail, self->context, request_of (self),
                                  self->outgoing, self->session);
  if (timeout > 0)
    rt_attempt_set_deadline (self->attempt, seconds_from (self->started, timeout));
  rt_attempt_start (self->attempt, attempt_done_cb, self);
  start_clock (self);

  if (g_cancellable_is_cancelled (rt_trail_get_cancellable (self->trail)))
    rt_run_stop (self);
}

RtRun *
rt_run_new (RtTrail       *trail,
            GMainContext  *context,
            RtSessionPool *pool,
            RtRunDone      done,
            gpointer       user_data)
{
  RtRun *self = g_new0 (RtRun, 1);

  self->trail = g_object_ref (trail);
  self->context = context != NULL ? g_main_context_ref (context) : NULL;
  self->pool = pool;
  self->done = done;
  self->done_data = user_data;
  self->visited = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->started = g_get_monotonic_time ();

  return self;
}

void
rt_run_start (RtRun *self)
{
  g_autoptr(GError) error = NULL;

  g_return_if_fail (self != NULL && self->outgoing == NULL);

  self->outgoing = rt_outgoing_new (request_of (self), &error);
  if (self->outgoing == NULL)
    {
      refuse (self, error);
      return;
    }

  hear_stop (self);
  start_attempt (self);
}

void
rt_run_free (RtRun *self)
{
  g_return_if_fail (self != NULL);

  clear_source (&self->clock);
  clear_source (&self->next_source);
  clear_source (&self->stop_source);
  g_clear_pointer (&self->attempt, rt_attempt_unref);
  g_clear_pointer (&self->outgoing, rt_outgoing_free);
  g_clear_pointer (&self->visited, g_hash_table_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_object (&self->trail);
  g_free (self);
}

void
rt_run_stop (RtRun *self)
{
  g_return_if_fail (self != NULL);

  if (!self->is_done && self->attempt != NULL)
    rt_attempt_abort (self->attempt, RT_FAILURE_CANCELLED, _("Stopped by you."));
}
