/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Next steps on how it is sent: https, HTTP/1.1, without Expect, with a length,
 * without the field that is too large. */

#include "config.h"

#include "next-step-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "format.h"
#include "grammar.h"
#include "sent-sizes.h"

#define NAME_MAX_LENGTH 40
/* A head of this size meets the first usual limit. */
#define LARGE_HEAD 8000

/* What a port that speaks TLS does to http, and servers that want it say. */
static gboolean
hints_at_tls (const RtStepCase *self)
{
  g_autofree char *upgrade = rt_step_case_dup_response (self, "Upgrade");

  if (self->failure != NULL && self->response == NULL)
    return self->failure->kind == RT_FAILURE_CLOSED_EARLY
           || self->failure->kind == RT_FAILURE_RESET
           || self->failure->kind == RT_FAILURE_MALFORMED;
  if (self->status == 426)
    return upgrade != NULL && g_ascii_strncasecmp (upgrade, "TLS", 3) == 0;

  return self->status == 497 || self->status == 400 || self->status == 403;
}

/* 400 and 403 have many causes: https is only likely on a port of its own. */
static gboolean
is_likely (const RtStepCase *self)
{
  guint port = rt_url_get_port (self->url);

  if (self->status == 400)
    return port == 443 || port == 8443;

  return self->status != 403 || rt_head_find_field (self->response,
                                                    "Strict-Transport-Security", 0) >= 0;
}

static void
find_https (RtStepCase *self)
{
  g_autofree char *text = NULL;
  g_autofree char *words = NULL;
  g_autoptr(RtUrl) url = NULL;

  if (self->url == NULL || strcmp (rt_url_get_scheme (self->url), "http") != 0
      || !hints_at_tls (self) || !is_likely (self))
    return;
  text = g_strconcat ("https", rt_url_get_text (self->url) + strlen ("http"), NULL);
  url = rt_url_parse (text, NULL);
  if (url == NULL)
    return;
  words = g_strdup_printf (_("Changes the URL to %s.%s"), rt_url_get_text (url),
                           rt_step_case_peek_origin_words (self, url));
  rt_next_step_set_url (rt_step_case_add (self, "use-https", _("Use https"), words),
                        rt_url_get_text (url));
}

static void
find_http1 (RtStepCase *self)
{
  RtNextStep *step;

  if (rt_request_get_protocol (rt_trail_get_request (self->trail)) != RT_PROTOCOL_HTTP2)
    return;
  if (self->status != 421 && self->status != 505
      && (self->failure == NULL || self->failure->kind != RT_FAILURE_HTTP2))
    return;
  step = rt_step_case_add (self, "use-http1", _("Use HTTP/1.1"),
                           _("Sends the same by HTTP/1.1, which is often served by another "
                             "program."));
  rt_next_step_set_protocol (step, RT_PROTOCOL_HTTP1);
}

static gboolean
waits_in_vain (const RtStepCase *self)
{
  return self->failure != NULL && self->response == NULL
         && (self->failure->kind == RT_FAILURE_TIMED_OUT
             || self->failure->kind == RT_FAILURE_IDLE_TIMED_OUT);
}

static void
find_expect (RtStepCase *self)
{
  RtNextStep *step;

  if (!rt_step_case_has_sent (self, "Expect") || (self->status != 417 && !waits_in_vain (self)))
    return;
  step = rt_step_case_add (self, "without-expect", _("Send without Expect"),
                           _("Leaves Expect out: the content goes out at once."));
  rt_next_step_drop_field (step, "Expect");
}

static void
find_length (RtStepCase *self)
{
  RtNextStep *step;

  if (self->status != 411 || !rt_step_case_has_sent (self, "Transfer-Encoding"))
    return;
  step = rt_step_case_add (self, "send-length", _("Send with Its Length"),
                           _("Leaves Transfer-Encoding out, so that Content-Length is sent."));
  rt_next_step_drop_field (step, "Transfer-Encoding");
}

static void
find_large_field (RtStepCase *self)
{
  gsize length = 0;
  int position = self->request != NULL ? rt_sent_largest_field (self->request, &length) : -1;
  g_autofree char *name = position >= 0 ? rt_head_dup_field_name (self->request, position) : NULL;
  g_autofree char *label = NULL;
  g_autofree char *words = NULL;
  g_autofree char *size = NULL;

  if (self->status != 431 && (self->status != 400 || self->sizes.request_head < LARGE_HEAD))
    return;
  if (name == NULL || strlen (name) > NAME_MAX_LENGTH || !rt_grammar_is_token (name, -1))
    return;
  label = g_strdup_printf (_("Send without %s"), name);
  size = rt_format_bytes (length);
  /* Translators: a field, and its size, such as "12 bytes" */
  words = g_strdup_printf (_("Leaves %s out, the largest field with %s."), name, size);
  rt_next_step_drop_field (rt_step_case_add (self, "drop-field", label, words), name);
}

void
rt_steps_find_connections (RtStepCase *self)
{
  find_https (self);
  find_http1 (self);
  find_expect (self);
  find_length (self);
  find_large_field (self);
}
