/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtRun, logging in: a 401 or 407 is answered as long as the login has an
 * answer; otherwise the trail ends with the reason.
 */

#include "config.h"

#include "run-private.h"

#include <glib/gi18n-lib.h>

#include "exchange-private.h"

/* A server that asks on and on, always for something new. */
#define MAX_ROUNDS 10

static gboolean
is_proxied_in_clear (RtRun *self)
{
  const char *proxy = rt_request_get_proxy (self->request);

  return proxy != NULL && g_ascii_strncasecmp (proxy, "http:", 5) == 0 &&
         g_str_equal (rt_url_get_scheme (self->outgoing->url), "http");
}

static void
take_proof (RtRun   *self,
            RtProof  proof)
{
  if (proof != RT_PROOF_NONE && rt_exchange_get_proof (self->last) == RT_PROOF_NONE)
    rt_exchange_set_proof (self->last, proof);
}

void
rt_run_take_info (RtRun  *self,
                  RtHead *head)
{
  int status = rt_head_get_status (head);
  g_autoptr(RtHead) trailers = rt_exchange_dup_trailers (self->last);
  g_autoptr(GBytes) content = NULL;

  if (status != 401 && status != 407)
    {
      content = rt_body_dup_bytes (rt_exchange_get_body (self->last));
      take_proof (self, rt_logins_take_info (self->logins, self->outgoing->url, head, content));
      if (trailers != NULL)
        take_proof (self, rt_logins_take_info (self->logins, self->outgoing->url, trailers,
                                               content));
    }
  if (status != 407 && is_proxied_in_clear (self))
    take_proof (self, rt_logins_take_info (self->logins, NULL, head, NULL));
}

static RtNext *
make_link (RtRun             *self,
           int                status,
           const RtLoginStep *step,
           const char        *method)
{
  RtNext *link = g_new0 (RtNext, 1);
  g_autofree char *label = step->chosen != NULL ? rt_challenge_dup_label (step->chosen) : NULL;

  link->reason = RT_NEXT_CHALLENGE;
  /* Translators: "401 after GET: answered with Digest SHA-256" */
  link->rule = label != NULL
                 ? g_strdup_printf (_("%d after %s: answered with %s"), status, method, label)
                 : g_strdup_printf (_("%d after %s: answered with credentials"), status, method);
  link->section = g_strdup (status == 401 ? _("RFC 9110, section 11.6.1")
                                          : _("RFC 9110, section 11.7.1"));
  link->dropped = g_new0 (char *, 1);
  link->method_before = g_strdup (method);
  link->method_after = g_strdup (method);
  link->url_after = g_strdup (rt_url_get_text (self->outgoing->url));
  if (step->words != NULL)
    rt_next_add_credentials (link, step->words);

  return link;
}

/* A 401 without a challenge refuses whatever was sent. */
static RtTrailEnd
end_of (const RtLoginStep *step,
        gboolean           was_sent)
{
  if (step->outcome == RT_LOGIN_REFUSED ||
      (step->outcome == RT_LOGIN_NO_CHALLENGE && was_sent))
    return RT_TRAIL_END_LOGIN_REFUSED;

  return RT_TRAIL_END_NOT_ANSWERED;
}

/* TRUE when the next exchange can begin. */
static gboolean
may_answer (RtRun             *self,
            const RtLoginStep *step,
            gboolean           was_sent)
{
  g_autofree char *words = NULL;

  if (step->outcome != RT_LOGIN_ANSWERED)
    {
      rt_run_end (self, end_of (step, was_sent), step->words);
      return FALSE;
    }

  if (++self->rounds > MAX_ROUNDS)
    {
      words = g_strdup_printf (_("The server asked for credentials %u times, each time anew."),
                               self->rounds);
      rt_run_end (self, RT_TRAIL_END_LOGIN_REFUSED, words);
      return FALSE;
    }

  return TRUE;
}

static void
go (RtRun             *self,
    int                status,
    const RtLoginStep *step,
    gboolean           was_sent)
{
  if (!may_answer (self, step, was_sent) || !rt_run_check_content (self, self->outgoing))
    return;

  /* Another round is no other try. */
  self->tries--;
  rt_run_send (self, make_link (self, status, step, self->outgoing->method));
}

/* Credentials that must not answer: with the reason. */
static char *
dup_obstacle (RtRun *self)
{
  if (rt_logins_are_replaced (self->logins, self->outgoing))
    return g_strdup (_("The challenge is not answered: the field for the credentials was typed, "
                       "and what is typed is never replaced."));
  if (!rt_logins_are_for (self->logins, self->outgoing->url))
    return rt_logins_preview (self->logins, self->outgoing);

  return NULL;
}

static gboolean
log_in_at_origin (RtRun  *self,
                  RtHead *head)
{
  g_autofree char *obstacle = NULL;
  g_autoptr(RtLoginStep) step = NULL;

  /* Without credentials a 401 is an answer like any other. */
  if (!rt_logins_exist (self->logins))
    return FALSE;

  obstacle = dup_obstacle (self);
  if (obstacle != NULL)
    {
      rt_run_end (self, RT_TRAIL_END_NOT_ANSWERED, obstacle);
      return TRUE;
    }

  step = rt_logins_answer (self->logins, self->dressed, head);
  go (self, 401, step, rt_logins_were_sent (self->logins, self->dressed));

  return TRUE;
}

static gboolean
log_in_at_proxy (RtRun  *self,
                 RtHead *head)
{
  const RtOutgoingField *typed = rt_outgoing_find_field (self->outgoing, "Proxy-Authorization");
  g_autoptr(RtLoginStep) step = NULL;

  /* In a tunnel it is the server that plays the proxy. */
  if (!rt_logins_know_proxy (self->logins) || !is_proxied_in_clear (self))
    return FALSE;

  if (typed != NULL)
    {
      rt_run_end (self, RT_TRAIL_END_NOT_ANSWERED,
                  _("The proxy's challenge is not answered: Proxy-Authorization was typed, and "
                    "what is typed is never replaced."));
      return TRUE;
    }

  step = rt_logins_answer_proxy (self->logins, self->dressed, head);
  go (self, 407, step, rt_outgoing_find_field (self->dressed, "Proxy-Authorization") != NULL);

  return TRUE;
}

gboolean
rt_run_log_in (RtRun  *self,
               RtHead *head)
{
  switch (rt_head_get_status (head))
    {
    case 401:
      return log_in_at_origin (self, head);
    case 407:
      return log_in_at_proxy (self, head);
    default:
      return FALSE;
    }
}

/* The exchange that was to go through the tunnel has not begun: the next
 * attempt goes on with it, so that the trail has the two CONNECTs, and then it. */
void
rt_run_log_in_tunnel (RtRun *self)
{
  RtExchange *tunnel = rt_attempt_get_tunnel (self->attempt);
  g_autoptr(RtHead) head = rt_exchange_dup_response_head (tunnel);
  g_autofree char *target = rt_exchange_dup_url (tunnel);
  g_autoptr(RtLoginStep) step = rt_logins_answer_tunnel (self->logins, target, head);
  RtNext *link;

  if (step->outcome != RT_LOGIN_ANSWERED || self->rounds >= MAX_ROUNDS)
    rt_attempt_release (self->attempt, FALSE);
  if (!may_answer (self, step, self->rounds > 0))
    return;

  link = make_link (self, 407, step, "CONNECT");
  g_free (link->url_after);
  link->url_after = g_strdup (target);
  self->tries--;
  g_set_object (&self->held, rt_attempt_get_exchange (self->attempt));
  g_set_object (&self->last, tunnel);
  rt_run_send (self, link);
}
