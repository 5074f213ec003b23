/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Failures and errors: their kinds, ids and words. */

#include "config.h"

#include "failure.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (rt-engine-error-quark, rt_engine_error)

static const char *const failure_ids[] = {
  [RT_FAILURE_NAME_NOT_FOUND] = "name-not-found",
  [RT_FAILURE_REFUSED] = "refused",
  [RT_FAILURE_UNREACHABLE] = "unreachable",
  [RT_FAILURE_TIMED_OUT] = "timed-out",
  [RT_FAILURE_IDLE_TIMED_OUT] = "idle-timed-out",
  [RT_FAILURE_TLS_EXPIRED] = "tls-expired",
  [RT_FAILURE_TLS_NOT_YET_VALID] = "tls-not-yet-valid",
  [RT_FAILURE_TLS_WRONG_HOST] = "tls-wrong-host",
  [RT_FAILURE_TLS_UNKNOWN_ISSUER] = "tls-unknown-issuer",
  [RT_FAILURE_TLS_SELF_SIGNED] = "tls-self-signed",
  [RT_FAILURE_TLS_REVOKED] = "tls-revoked",
  [RT_FAILURE_TLS_INSECURE] = "tls-insecure",
  [RT_FAILURE_TLS_HANDSHAKE] = "tls-handshake",
  [RT_FAILURE_TLS_CERTIFICATE_REQUIRED] = "tls-certificate-required",
  [RT_FAILURE_PROXY] = "proxy",
  [RT_FAILURE_PROXY_REFUSED] = "proxy-refused",
  [RT_FAILURE_RESET] = "reset",
  [RT_FAILURE_CLOSED_EARLY] = "closed-early",
  [RT_FAILURE_MALFORMED] = "malformed",
  [RT_FAILURE_HEAD_TOO_LARGE] = "head-too-large",
  [RT_FAILURE_TOO_MANY_INTERIM] = "too-many-interim",
  [RT_FAILURE_CANCELLED] = "cancelled",
  [RT_FAILURE_STORE] = "store",
  [RT_FAILURE_HTTP2] = "http2",
  [RT_FAILURE_CONTENT_READ] = "content-read",
  [RT_FAILURE_INVALID_REQUEST] = "invalid-request",
  [RT_FAILURE_OTHER] = "other",
};

static const char *const phase_ids[] = {
  [RT_PHASE_NAME] = "name",
  [RT_PHASE_CONNECT] = "connect",
  [RT_PHASE_PROXY] = "proxy",
  [RT_PHASE_TLS] = "tls",
  [RT_PHASE_REQUEST] = "request",
  [RT_PHASE_WAIT] = "wait",
  [RT_PHASE_CONTENT] = "content",
};

static const char *const phase_words[] = {
  [RT_PHASE_NAME] = N_("Name lookup"),
  [RT_PHASE_CONNECT] = N_("Connect"),
  [RT_PHASE_PROXY] = N_("Proxy"),
  [RT_PHASE_TLS] = N_("TLS handshake"),
  [RT_PHASE_REQUEST] = N_("Sending the request"),
  [RT_PHASE_WAIT] = N_("Waiting for the response"),
  [RT_PHASE_CONTENT] = N_("Receiving the content"),
};

G_STATIC_ASSERT (G_N_ELEMENTS (failure_ids) == RT_FAILURE_OTHER + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (phase_ids) == RT_N_PHASES);
G_STATIC_ASSERT (G_N_ELEMENTS (phase_words) == RT_N_PHASES);

RtFailure *
rt_failure_new (RtFailureKind kind,
                RtPhase       phase,
                const char   *message,
                const char   *detail)
{
  RtFailure *self = g_new0 (RtFailure, 1);

  self->kind = kind;
  self->phase = phase;
  self->message = g_strdup (message);
  self->detail = g_strdup (detail);

  return self;
}

RtFailure *
rt_failure_copy (const RtFailure *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return rt_failure_new (self->kind, self->phase, self->message, self->detail);
}

void
rt_failure_free (RtFailure *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->message, g_free);
  g_clear_pointer (&self->detail, g_free);
  g_free (self);
}

const char *
rt_failure_kind_to_id (RtFailureKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (failure_ids), "other");

  return failure_ids[kind];
}

const char *
rt_phase_to_id (RtPhase phase)
{
  g_return_val_if_fail (phase < RT_N_PHASES, "");

  return phase_ids[phase];
}

const char *
rt_phase_to_words (RtPhase phase)
{
  g_return_val_if_fail (phase < RT_N_PHASES, "");

  return _(phase_words[phase]);
}
