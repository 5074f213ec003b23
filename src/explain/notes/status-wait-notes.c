/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Waiting: Retry-After in words with any status, and the statuses that are about
 * time: 408, 425, 429 and 503. */

#include "config.h"

#include "topics.h"

#include <glib/gi18n-lib.h>

#include "saying.h"
#include "tell.h"
#include "span.h"
#include "timing.h"
#include "wait.h"

#define RETRY_SECTION "RFC 9110, section 10.2.3"

static void
explain_seconds (RtCase *self,
                 gint64  seconds)
{
  g_autofree char *value = rt_case_quote_response (self, "Retry-After");
  g_autofree char *words = rt_span_words (seconds);
  g_autofree char *sentence = g_strdup_printf (_("Retry-After: wait %s before you ask again."),
                                               words);

  if (seconds == 0)
    rt_say_response (self, "Retry-After", "status-wait-over", RT_NOTE_INFO, RETRY_SECTION,
                     _("Retry-After: you may ask again at once."),
                     _("It says %s, which is now or in the past by the clock of the "
                       "server."), value);
  else
    rt_say_response (self, "Retry-After", "status-wait", RT_NOTE_INFO, RETRY_SECTION, sentence,
                     _("It says %s, as seconds or as a date. Asking before that is of no use and "
                       "may make the wait longer."), value);
}

static gint64
explain_retry_after (RtCase *self)
{
  g_autofree char *value = rt_case_quote_response (self, "Retry-After");
  gint64 seconds = rt_wait_read (self->response, self->now);

  if (seconds >= 0)
    explain_seconds (self, seconds);
  else if (seconds == -2)
    rt_say_response (self, "Retry-After", "status-wait-unreadable", RT_NOTE_WARNING, RETRY_SECTION,
                     _("Retry-After says neither seconds nor a date."),
                     _("It says %s. Right are a whole number of seconds, such as 120, or a date "
                       "such as “Sun, 06 Nov 1994 08:49:37 GMT”. Programs that cannot read it "
                       "guess."), value);

  return seconds;
}

static void
explain_timeout (RtCase *self)
{
  RtTiming timing;
  gint64 total;
  g_autofree char *words = NULL;

  rt_exchange_get_timing (self->exchange, &timing);
  total = timing.ended >= 0 && timing.ended >= timing.started ? timing.ended - timing.started : 0;
  words = rt_span_words (total / G_USEC_PER_SEC);
  rt_case_tell (self, "status-408", RT_NOTE_INFO,
                _("The server did not get the whole request in its time."),
                _("This exchange took %s in all. If it was short, the server had probably given up "
                  "the idle connection before the request came: send it again. If it was long, the "
                  "upload stalled, or Content-Length promised more than was sent."), words);
}

static void
explain_early (RtCase *self)
{
  g_autofree char *early = rt_case_quote_request (self, "Early-Data");

  if (early != NULL)
    rt_case_tell (self, "status-425-early-data", RT_NOTE_INFO,
                  _("The request came as early data, which somebody could replay."),
                  _("Early-Data was %s. Send it again once the TLS connection is set up, and "
                    "without that field."), early);
  else
    rt_case_tell (self, "status-425-not-early", RT_NOTE_INFO,
                  _("The server suspects early data, though none was sent from here."),
                  _("This client never sends in TLS early data. A proxy on the way may have done "
                    "so; sending it again is right."));
}

static void
explain_rate (RtCase *self)
{
  rt_case_tell (self, "status-429-without-wait", RT_NOTE_INFO,
                _("Too many requests, and nothing says how long to wait."),
                _("There is no Retry-After that can be read. Wait a while, and twice as long each "
                  "time it comes again. Limits often stand in RateLimit or X-RateLimit fields, and "
                  "hang on the key or the address that you send from."));
}

static void
explain_unavailable (RtCase *self)
{
  rt_case_tell (self, "status-503-without-wait", RT_NOTE_INFO,
                _("The server cannot answer just now, and does not say for how long."),
                _("It is overloaded, under maintenance, or a proxy in front has no healthy server "
                  "to give the request to. There is no Retry-After that can be read. Ask again "
                  "later, and more and more seldom."));
}

void
rt_explain_wait_status (RtCase *self)
{
  gint64 seconds;

  if (self->response == NULL || self->status <= 0)
    return;

  seconds = explain_retry_after (self);
  if (self->status == 408 && self->request != NULL)
    explain_timeout (self);
  else if (self->status == 425 && self->request != NULL)
    explain_early (self);
  else if (self->status == 429 && seconds < 0)
    explain_rate (self);
  else if (self->status == 503 && seconds < 0)
    explain_unavailable (self);
}
