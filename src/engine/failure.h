/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The errors of the engine: why a request cannot be sent, or why no response
 * came. A failure is a result: it is kept in the exchange with its phase.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define RT_ENGINE_ERROR (rt_engine_error_quark ())
GQuark rt_engine_error_quark (void);

/* Before anything is sent: the request cannot be. */
typedef enum
{
  RT_ENGINE_ERROR_URL,      /* not a URL; the message says where */
  RT_ENGINE_ERROR_SCHEME,   /* neither http nor https */
  RT_ENGINE_ERROR_HOST,
  RT_ENGINE_ERROR_METHOD,   /* not a token, or CONNECT */
  RT_ENGINE_ERROR_FIELD,    /* a name or value that would break the framing */
  RT_ENGINE_ERROR_CONTENT,  /* a file that cannot be read, a bad media type */
  RT_ENGINE_ERROR_PROXY,
  RT_ENGINE_ERROR_CA_FILE,
  RT_ENGINE_ERROR_STORE,    /* not before: what arrives cannot be kept */
} RtEngineError;

/* Why no (whole) response came. Ids in the reference: "name-not-found" … */
typedef enum
{
  RT_FAILURE_NAME_NOT_FOUND,
  RT_FAILURE_REFUSED,
  RT_FAILURE_UNREACHABLE,
  RT_FAILURE_TIMED_OUT,         /* the whole request's time; see the phase */
  RT_FAILURE_IDLE_TIMED_OUT,
  RT_FAILURE_TLS_EXPIRED,
  RT_FAILURE_TLS_NOT_YET_VALID,
  RT_FAILURE_TLS_WRONG_HOST,
  RT_FAILURE_TLS_UNKNOWN_ISSUER,
  RT_FAILURE_TLS_SELF_SIGNED,
  RT_FAILURE_TLS_REVOKED,
  RT_FAILURE_TLS_INSECURE,      /* weak algorithm */
  RT_FAILURE_TLS_HANDSHAKE,     /* no common version, not TLS at all, … */
  RT_FAILURE_TLS_CERTIFICATE_REQUIRED, /* the server wants one from us */
  RT_FAILURE_PROXY,             /* the proxy could not be used */
  RT_FAILURE_PROXY_REFUSED,     /* it answered CONNECT with another status */
  RT_FAILURE_RESET,
  RT_FAILURE_CLOSED_EARLY,      /* closed before a response */
  RT_FAILURE_MALFORMED,         /* what came is not HTTP */
  RT_FAILURE_HEAD_TOO_LARGE,
  RT_FAILURE_TOO_MANY_INTERIM,
  RT_FAILURE_CANCELLED,         /* stopped by the person */
  RT_FAILURE_STORE,             /* the disk is full, the cache not writable */
  RT_FAILURE_HTTP2,             /* a stream or connection error of HTTP/2 */
  RT_FAILURE_CONTENT_READ,      /* the request's own file could not be read */
  RT_FAILURE_INVALID_REQUEST,   /* refused before sending: see the message */
  RT_FAILURE_OTHER,
} RtFailureKind;

typedef enum
{
  RT_PHASE_NAME,
  RT_PHASE_CONNECT,
  RT_PHASE_PROXY,
  RT_PHASE_TLS,
  RT_PHASE_REQUEST,
  RT_PHASE_WAIT,
  RT_PHASE_CONTENT,
  RT_N_PHASES,
} RtPhase;

typedef struct
{
  RtFailureKind kind;
  RtPhase       phase;   /* in which it happened */
  char         *message; /* the evidence in words, translated, one sentence */
  char         *detail;  /* what the library said, as it said it; may be NULL */
} RtFailure;

RtFailure  *rt_failure_new           (RtFailureKind    kind,
                                      RtPhase          phase,
                                      const char      *message,
                                      const char      *detail);
RtFailure  *rt_failure_copy          (const RtFailure *self);
void        rt_failure_free          (RtFailure       *self);
/** The id of @kind in the reference: "refused". */
const char *rt_failure_kind_to_id    (RtFailureKind    kind);
/** "name", "connect", "proxy", "tls", "request", "wait", "content". */
const char *rt_phase_to_id           (RtPhase          phase);
/** The same in words, translated: "Name lookup", "Connect", "TLS handshake". */
const char *rt_phase_to_words        (RtPhase          phase);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtFailure, rt_failure_free)

G_END_DECLS
