/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The rules of trying again. What is not idempotent is tried again only when
 * nothing of it was sent, or when the policy says so.
 */

#include "config.h"

#include "retry.h"

#include <glib/gi18n-lib.h>

#include "format.h"

#define MILLISECOND G_GINT64_CONSTANT (1000)

typedef struct
{
  int             status;
  RtRetryOutcomes outcome;
  const char     *section;
} Status;

static const Status statuses[] = {
  { 429, RT_RETRY_ON_429, N_("RFC 6585, section 4") },
  { 502, RT_RETRY_ON_502, N_("RFC 9110, section 15.6.3") },
  { 503, RT_RETRY_ON_503, N_("RFC 9110, section 15.6.4") },
  { 504, RT_RETRY_ON_504, N_("RFC 9110, section 15.6.5") },
};

/* The IANA registry of methods, those that are idempotent. */
static const char *const idempotent[] = {
  "ACL", "BASELINE-CONTROL", "BIND", "CHECKIN", "CHECKOUT", "COPY", "DELETE", "GET", "HEAD",
  "LABEL", "LINK", "MERGE", "MKACTIVITY", "MKCALENDAR", "MKCOL", "MKREDIRECTREF", "MKWORKSPACE",
  "MOVE", "OPTIONS", "ORDERPATCH", "PRI", "PROPFIND", "PROPPATCH", "PUT", "QUERY", "REBIND",
  "REPORT", "SEARCH", "TRACE", "UNBIND", "UNCHECKOUT", "UNLINK", "UNLOCK", "UPDATE",
  "UPDATEREDIRECTREF", "VERSION-CONTROL", NULL,
};

gboolean
rt_retry_is_idempotent (const char *method)
{
  g_return_val_if_fail (method != NULL, FALSE);

  return g_strv_contains (idempotent, method);
}

static const Status *
find_status (int status)
{
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (statuses[i].status == status)
      return &statuses[i];

  return NULL;
}

/* What another try cannot change: the certificate stays what it is. */
static gboolean
is_lasting (RtFailureKind kind)
{
  return (kind >= RT_FAILURE_TLS_EXPIRED && kind <= RT_FAILURE_TLS_INSECURE) ||
         kind == RT_FAILURE_TLS_CERTIFICATE_REQUIRED || kind == RT_FAILURE_CANCELLED ||
         kind == RT_FAILURE_INVALID_REQUEST || kind == RT_FAILURE_STORE ||
         kind == RT_FAILURE_CONTENT_READ;
}

static gboolean
was_nothing_sent (const RtFailure *failure)
{
  return failure->phase <= RT_PHASE_TLS;
}

static RtRetryOutcomes
outcome_of (const RtRetryCase *c)
{
  const Status *status = find_status (c->status);

  if (c->failure == NULL)
    return status != NULL ? status->outcome : RT_RETRY_ON_NOTHING;
  if (is_lasting (c->failure->kind))
    return RT_RETRY_ON_NOTHING;
  if (c->failure->kind == RT_FAILURE_TIMED_OUT || c->failure->kind == RT_FAILURE_IDLE_TIMED_OUT)
    return RT_RETRY_ON_TIMEOUT | (was_nothing_sent (c->failure) ? RT_RETRY_ON_CONNECT : 0);

  return was_nothing_sent (c->failure) ? RT_RETRY_ON_CONNECT : RT_RETRY_ON_NOTHING;
}

static gboolean
may_repeat (const RtRetryCase *c)
{
  return c->policy->any_method || rt_retry_is_idempotent (c->method) ||
         (c->failure != NULL && was_nothing_sent (c->failure));
}

gint64
rt_retry_get_backoff (const RtRetryPolicy *policy,
                      guint                tries,
                      double               random)
{
  guint64 base;
  guint64 ceiling;

  g_return_val_if_fail (policy != NULL && tries > 0, 0);

  base = MIN (policy->base_delay, policy->max_delay);
  ceiling = tries < 32 ? base << tries : policy->max_delay;
  ceiling = MIN (ceiling, policy->max_delay);

  return base * MILLISECOND + (gint64) (CLAMP (random, 0, 1) * (ceiling - base) * MILLISECOND);
}

static RtRetry *
decided (RtRetryVerdict verdict,
         char          *words)
{
  RtRetry *self = g_new0 (RtRetry, 1);

  self->verdict = verdict;
  self->words = words;

  return self;
}

static RtRetry *
used_up (const RtRetryCase *c)
{
  if (c->failure != NULL)
    return decided (RT_RETRY_USED_UP,
                    g_strdup_printf (ngettext ("Tried %u time; still no answer.",
                                               "Tried %u times; still no answer.", c->tries),
                                     c->tries));

  return decided (RT_RETRY_USED_UP,
                  g_strdup_printf (ngettext ("Tried %u time; the answer is still %d.",
                                             "Tried %u times; the answer is still %d.", c->tries),
                                   c->tries, c->status));
}

static RtRetry *
too_long (const RtRetryCase *c,
          gint64             seconds)
{
  g_autofree char *asked =
    rt_format_duration (MIN (seconds, G_MAXINT64 / G_USEC_PER_SEC) * G_USEC_PER_SEC);
  g_autofree char *limit =
    rt_format_duration (c->policy->retry_after_limit * (gint64) G_USEC_PER_SEC);

  return decided (RT_RETRY_TOO_LONG,
                  g_strdup_printf (_("The %d asks by Retry-After to wait %s; the retry policy "
                                     "waits at most %s."), c->status, asked, limit));
}

static char *
describe_wait (const RtRetryCase *c,
               gint64             delay,
               gboolean           is_asked)
{
  g_autofree char *time = rt_format_duration (delay);

  return g_strdup_printf (is_asked
                            /* Translators: "2 s", then the numbers of the try and of all tries */
                            ? _("Waiting %s before try %u of %u, as Retry-After asks.")
                            : _("Waiting %s before try %u of %u."),
                          time, c->tries + 1, c->policy->tries + 1);
}

static char *
describe_rule (const RtRetryCase *c)
{
  if (c->failure == NULL)
    return g_strdup_printf (_("%d after %s: tried again (%u of %u)"), c->status, c->method,
                            c->tries + 1, c->policy->tries + 1);
  if (was_nothing_sent (c->failure))
    return g_strdup_printf (_("%s was not sent, as there was no connection: tried again (%u of %u)"),
                            c->method, c->tries + 1, c->policy->tries + 1);

  return g_strdup_printf (_("No answer to %s in time: tried again (%u of %u)"), c->method,
                          c->tries + 1, c->policy->tries + 1);
}

static RtRetry *
try_again (const RtRetryCase *c,
           gint64             asked)
{
  gboolean is_asked = asked > 0;
  gint64 delay = is_asked ? asked * G_USEC_PER_SEC
                          : rt_retry_get_backoff (c->policy, c->tries, c->random);
  const Status *status = c->failure == NULL ? find_status (c->status) : NULL;
  RtRetry *self;

  if (delay >= c->left)
    return decided (RT_RETRY_TOO_LONG,
                    g_strdup (_("The time for the whole request would be over before the next try.")));

  self = decided (RT_RETRY_YES, describe_wait (c, delay, is_asked));
  self->delay = delay;
  self->rule = describe_rule (c);
  if (is_asked)
    self->section = g_strdup (_("RFC 9110, section 10.2.3"));
  else
    self->section = g_strdup (status != NULL ? _(status->section) : _("RFC 9110, section 9.2.2"));

  return self;
}

RtRetry *
rt_retry_decide (const RtRetryCase *c)
{
  gint64 asked = -1;

  g_return_val_if_fail (c != NULL && c->policy != NULL && c->method != NULL, NULL);

  if (c->policy->tries == 0 || (outcome_of (c) & c->policy->outcomes) == 0 || c->left <= 0)
    return decided (RT_RETRY_NO, NULL);
  if (!may_repeat (c))
    return decided (RT_RETRY_UNSAFE,
                    g_strdup_printf (_("Not tried again: %s is not idempotent, so that a second "
                                       "one could do its work twice (RFC 9110, section 9.2.2)."),
                                     c->method));
  if (c->tries > c->policy->tries)
    return used_up (c);

  if (c->policy->heed_retry_after && c->failure == NULL && c->retry_after != NULL)
    asked = rt_retry_after_parse (c->retry_after, c->now);
  if (asked > (gint64) c->policy->retry_after_limit)
    return too_long (c, asked);

  return try_again (c, asked);
}

void
rt_retry_free (RtRetry *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->rule, g_free);
  g_clear_pointer (&self->section, g_free);
  g_free (self);
}
