/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtRun: the loop over attempts. After each it asks in turn: did the person
 * stop it, can a challenge be answered, is it to be tried again, does a
 * redirect lead on.
 */

#include "config.h"

#include "run-private.h"

#include <glib/gi18n-lib.h>

#include "alarm.h"
#include "cookie-flow.h"
#include "exchange-private.h"
#include "trail-private.h"

static void
clear_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

/* A session that libsoup is not through with serves nobody any more. */
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

void
rt_run_end (RtRun      *self,
            RtTrailEnd  how,
            const char *words)
{
  if (self->is_done)
    return;

  self->is_done = TRUE;
  clear_source (&self->clock);
  if (self->stop_handler != 0)
    g_signal_handler_disconnect (self->cancellable, self->stop_handler);
  self->stop_handler = 0;
  clear_source (&self->stop_source);
  let_session_go (self);
  if (self->trail != NULL)
    rt_trail_finish (self->trail, how, words);
  self->done (self, self->done_data);
}

/* An exchange for a request that never went out. */
static void
refuse (RtRun        *self,
        const GError *error)
{
  g_autoptr(RtExchange) exchange = g_steal_pointer (&self->held);

  if (exchange == NULL)
    {
      exchange = rt_trail_create_exchange (self->trail, rt_request_get_method (self->request),
                                           rt_request_get_url (self->request));
      rt_trail_append (self->trail, exchange);
    }
  rt_exchange_take_failure (exchange, rt_failure_new (RT_FAILURE_INVALID_REQUEST, RT_PHASE_NAME,
                                                      error->message, NULL));
  rt_exchange_finish (exchange);
  rt_run_end (self, RT_TRAIL_END_NORMAL, NULL);
}

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/* The same URL with other cookies, or with credentials, is another request:
 * many a site sets a cookie and sends one back. */
char *
rt_run_dup_visit (RtRun            *self,
                  const RtOutgoing *outgoing)
{
  gboolean bare = self->is_bare;
  g_autofree char *cookies =
    self->jar != NULL && !bare ? rt_cookie_flow_dup_value (self->jar, outgoing, get_now ()) : NULL;
  gboolean credentials = rt_logins_are_for (self->logins, outgoing->url) ||
                         rt_outgoing_find_field (outgoing, "Authorization") != NULL;

  return g_strdup_printf ("%s %s\n%d\n%s", outgoing->method, rt_url_get_text (outgoing->url),
                          credentials, cookies != NULL ? cookies : "");
}

gboolean
rt_run_check_content (RtRun            *self,
                      const RtOutgoing *next)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;

  if (next->content == NULL || rt_content_check (next->content, &error))
    return TRUE;

  words = g_strdup_printf (_("The content cannot be sent a second time: %s"), error->message);
  rt_run_end (self, RT_TRAIL_END_CONTENT_GONE, words);

  return FALSE;
}

static gboolean
is_stopped (RtRun *self)
{
  return self->is_stopped || g_cancellable_is_cancelled (self->cancellable);
}

static void
go_on (RtRun *self)
{
  g_autoptr(RtHead) head = NULL;
  g_autoptr(RtFailure) failure = NULL;

  if (rt_attempt_is_held (self->attempt) && !is_stopped (self))
    {
      rt_run_log_in_tunnel (self);
      return;
    }
  if (rt_attempt_is_held (self->attempt))
    rt_attempt_release (self->attempt, TRUE);

  g_set_object (&self->last, rt_attempt_get_exchange (self->attempt));
  head = rt_exchange_dup_response_head (self->last);
  failure = rt_exchange_dup_failure (self->last);

  if (head != NULL)
    rt_run_take_info (self, head);

  if (is_stopped (self))
    rt_run_end (self, RT_TRAIL_END_NORMAL, NULL);
  else if (failure == NULL && head != NULL && rt_run_log_in (self, head))
    return;
  else if (rt_run_try_again (self, head, failure))
    return;
  else if (head == NULL || failure != NULL)
    rt_run_end (self, RT_TRAIL_END_NORMAL, NULL);
  else
    rt_run_follow (self, head);
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

  if (rt_attempt_is_settled (attempt))
    {
      go_on (self);
      return;
    }

  /* Not from inside libsoup, which is not through with the message. */
  self->next_source = g_idle_source_new ();
  g_source_set_priority (self->next_source, G_PRIORITY_HIGH);
  g_source_set_callback (self->next_source, go_on_cb, self, NULL);
  g_source_attach (self->next_source, g_main_context_get_thread_default ());
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
  self->stop_source = rt_alarm_new (stopped_cb, self);
  g_source_set_priority (self->stop_source, G_PRIORITY_HIGH);
  g_source_attach (self->stop_source, g_main_context_get_thread_default ());
  self->stop_handler =
    g_signal_connect_data (self->cancellable, "cancelled",
                           G_CALLBACK (cancelled_cb), g_source_ref (self->stop_source),
                           (GClosureNotify) (gpointer) g_source_unref, 0);
}

/* The connections of a way stay with it: a login may need the same again. */
static gboolean
have_session (RtRun *self)
{
  g_autoptr(GError) error = NULL;

  if (self->attempt != NULL && !rt_attempt_is_settled (self->attempt))
    g_clear_pointer (&self->session, rt_session_discard);
  if (self->session == NULL)
    self->session = rt_session_pool_take (self->pool, self->request, &error);
  if (self->session == NULL)
    refuse (self, error);

  return self->session != NULL;
}

/* What is chosen anew for each exchange. */
static RtOutgoing *
dress (RtRun *self)
{
  RtOutgoing *dressed = rt_outgoing_copy (self->outgoing);
  const char *why_not = NULL;

  if (self->is_bare)
    why_not = _("Cookies are withheld, as you chose to go on without credentials.");
  else if (rt_request_get_automatic_removed (self->request, "Cookie"))
    why_not = _("The Cookie field was left out by you.");

  rt_logins_dress (self->logins, dressed);
  if (self->jar != NULL)
    rt_cookie_flow_pack (self->jar, dressed, why_not, get_now ());

  return dressed;
}

/* What went out with the last and does not with the next. */
static void
complete_link (RtRun            *self,
               RtNext           *link,
               const RtOutgoing *dressed)
{
  static const char *const names[] = { "Authorization", "Proxy-Authorization", "Cookie" };
  g_autofree char *words = rt_logins_describe (self->logins, dressed);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (rt_outgoing_find_field (self->dressed, names[i]) != NULL &&
        rt_outgoing_find_field (dressed, names[i]) == NULL)
      rt_next_add_dropped (link, names[i]);

  /* An answer to a challenge has said it already. */
  if (words != NULL && link->reason != RT_NEXT_CHALLENGE)
    rt_next_add_credentials (link, words);
  g_free (link->url_after);
  link->url_after = g_strdup (rt_url_get_text (dressed->url));
}

void
rt_run_send (RtRun  *self,
             RtNext *link)
{
  gint64 deadline = rt_run_get_deadline (self);
  RtOutgoing *dressed = dress (self);

  if (link != NULL)
    {
      if (self->held == NULL)
        complete_link (self, link, dressed);
      rt_exchange_take_next (self->last, link);
    }
  g_clear_pointer (&self->dressed, rt_outgoing_unref);
  self->dressed = dressed;
  if (!have_session (self))
    return;

  g_hash_table_add (self->visited, rt_run_dup_visit (self, self->outgoing));
  g_clear_pointer (&self->attempt, rt_attempt_unref);
  self->attempt = rt_attempt_new (self->trail, self->context, self->request,
                                  self->dressed, self->session);
  rt_attempt_set_jar (self->attempt, self->jar);
  rt_attempt_set_logins (self->attempt, self->logins);
  rt_attempt_set_exchange (self->attempt, self->held);
  g_clear_object (&self->held);
  if (deadline < G_MAXINT64)
    rt_attempt_set_deadline (self->attempt, deadline);
  self->tries++;
  rt_attempt_start (self->attempt, attempt_done_cb, self);
  rt_run_start_clock (self);

  if (g_cancellable_is_cancelled (self->cancellable))
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
  self->request = g_object_ref (rt_trail_get_request (trail));
  self->cancellable = g_object_ref (rt_trail_get_cancellable (trail));
  self->context = context != NULL ? g_main_context_ref (context) : NULL;
  self->pool = pool;
  self->done = done;
  self->done_data = user_data;
  self->visited = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->started = g_get_monotonic_time ();
  g_weak_ref_init (&self->weak_trail, NULL);

  return self;
}

void
rt_run_start (RtRun *self)
{
  g_autoptr(GError) error = NULL;

  g_return_if_fail (self != NULL && self->outgoing == NULL);

  self->outgoing = rt_outgoing_new (self->request, &error);
  if (self->outgoing == NULL)
    {
      refuse (self, error);
      return;
    }

  self->logins = rt_logins_new (self->request, self->outgoing->url);
  if (rt_request_get_use_cookies (self->request))
    self->jar = rt_request_get_cookie_jar (self->request) != NULL
                  ? g_object_ref (rt_request_get_cookie_jar (self->request))
                  : rt_cookie_jar_new (self->context);
  hear_stop (self);
  rt_run_send (self, NULL);
}

void
rt_run_free (RtRun *self)
{
  g_return_if_fail (self != NULL);

  clear_source (&self->clock);
  clear_source (&self->next_source);
  clear_source (&self->stop_source);
  g_clear_pointer (&self->attempt, rt_attempt_unref);
  g_clear_pointer (&self->outgoing, rt_outgoing_unref);
  g_clear_pointer (&self->dressed, rt_outgoing_unref);
  g_clear_pointer (&self->logins, rt_logins_free);
  g_clear_object (&self->jar);
  g_clear_pointer (&self->next_link, rt_next_free);
  g_clear_pointer (&self->visited, g_hash_table_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_object (&self->last);
  g_clear_object (&self->held);
  g_clear_object (&self->request);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->trail);
  g_weak_ref_clear (&self->weak_trail);
  g_free (self);
}

void
rt_run_stop (RtRun *self)
{
  g_return_if_fail (self != NULL);

  if (self->is_done)
    return;

  self->is_stopped = TRUE;
  if (rt_run_is_waiting (self))
    {
      rt_run_leave_wait (self);
      rt_run_end (self, RT_TRAIL_END_STOPPED_HERE, _("Stopped by you before it went on."));
    }
  else if (self->attempt != NULL)
    {
      rt_attempt_abort (self->attempt, RT_FAILURE_CANCELLED, _("Stopped by you."));
    }
}
