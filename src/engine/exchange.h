/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One request as it went out, and the response (or the failure) that came
 * back. Filled by the engine's thread, read from any; "changed" is emitted in
 * the thread that sent, at most 20 times a second while it runs and once at
 * its end.
 */

#pragma once

#include "body.h"
#include "connection.h"
#include "cookie-jar.h"
#include "failure.h"
#include "fault.h"
#include "head.h"
#include "login.h"
#include "response-reader.h"
#include "timing.h"

G_BEGIN_DECLS

typedef enum
{
  RT_EXCHANGE_WAITING,  /* not begun */
  RT_EXCHANGE_SENDING,  /* connecting or sending */
  RT_EXCHANGE_AWAITING, /* sent, no final head yet */
  RT_EXCHANGE_RECEIVING,
  RT_EXCHANGE_DONE,     /* with a response or a failure, or both */
} RtExchangeState;

/* Sizes in bytes as they were on the wire, TLS not counted. */
typedef struct
{
  guint64 request_head;
  guint64 request_content;
  guint64 request_content_total; /* what there is to send */
  guint64 interim;               /* all interim heads */
  guint64 response_head;
  guint64 content_wire;          /* with chunk framing and trailers */
  guint64 content_encoded;       /* framing removed, codings on */
  guint64 content_decoded;       /* codings removed */
  gint64  content_announced;     /* Content-Length, -1 when none */
} RtSizes;

/* Why the next exchange of the trail happened. */
typedef enum
{
  RT_NEXT_NONE,
  RT_NEXT_REDIRECT,
  RT_NEXT_STALE_CONNECTION, /* a kept connection was closed; sent again */
  RT_NEXT_TUNNEL,           /* CONNECT to a proxy made the way for it */
  RT_NEXT_CHALLENGE,        /* a 401 or 407 was answered with credentials */
  RT_NEXT_RETRY,            /* the retry policy tried again */
} RtNextReason;

typedef struct
{
  RtNextReason reason;
  char        *rule;    /* in words, translated: "302 after POST: sent again as GET, without content" */
  char        *section; /* "RFC 9110, section 15.4.3"; "" when none */
  char       **dropped; /* names of fields left out, "content" for the content */
  char        *method_before;
  char        *method_after;
  char        *url_after;
  char       **credentials; /* what was done with credentials, one sentence each, translated:
                             * sent, answered, withheld, and why; empty when there are none */
  gint64       waited;      /* microseconds between the two; 0 when none */
} RtNext;

void rt_next_free (RtNext *self);

#define RT_TYPE_EXCHANGE (rt_exchange_get_type ())
G_DECLARE_FINAL_TYPE (RtExchange, rt_exchange, RT, EXCHANGE, GObject)

/* Signal "changed". All getters may be called from any thread; what they give
 * is immutable or a copy. */
RtExchangeState rt_exchange_get_state            (RtExchange *self);
/** Position in its trail, from 0. */
guint           rt_exchange_get_position         (RtExchange *self);
/** The URL that was asked for, with its fragment. (transfer full) */
char           *rt_exchange_dup_url              (RtExchange *self);
char           *rt_exchange_dup_method           (RtExchange *self);
/** Heads: NULL until they are there. (transfer full) (nullable) */
RtHead         *rt_exchange_dup_request_head     (RtExchange *self);
RtHead         *rt_exchange_dup_response_head    (RtExchange *self);
RtHead         *rt_exchange_dup_trailers         (RtExchange *self);
/** (element-type RtHead) (transfer full): interim responses in order */
GPtrArray      *rt_exchange_dup_interim_heads    (RtExchange *self);
/** Bytes that came in place of a head, or of half a head. (nullable) */
GBytes         *rt_exchange_dup_partial_head     (RtExchange *self);
/** Bytes after the end of the response, at most 4 KiB. (nullable) */
GBytes         *rt_exchange_dup_extra_bytes      (RtExchange *self);
/** The status of the final response, 0 while there is none or it is unreadable. */
int             rt_exchange_get_status           (RtExchange *self);
/** The reason phrase as received; NULL when none can be sent (HTTP/2) or no
 * response came; "" when it was left empty. (transfer full) (nullable) */
char           *rt_exchange_dup_reason           (RtExchange *self);
RtFraming       rt_exchange_get_framing          (RtExchange *self);
/** Content as received, codings on. (transfer none); never NULL */
RtBody         *rt_exchange_get_body             (RtExchange *self);
/** Content with its codings removed: the same object as the body when there
 * are none, or while it is not known. (transfer full) */
RtBody         *rt_exchange_dup_content          (RtExchange *self);
/** Content of the request as it was sent; NULL when there is none or it was
 * streamed from files. (transfer full) (nullable) */
GBytes         *rt_exchange_dup_request_content  (RtExchange *self);
/** (element-type RtFault) (transfer full): what is wrong with what arrived */
GPtrArray      *rt_exchange_dup_faults           (RtExchange *self);
/** Why no whole response came; NULL when all is well. (transfer full) (nullable) */
RtFailure      *rt_exchange_dup_failure          (RtExchange *self);
/** NULL before it is connected. (transfer full) (nullable) */
RtConnection   *rt_exchange_dup_connection       (RtExchange *self);
void            rt_exchange_get_timing           (RtExchange *self,
                                                  RtTiming   *timing);
void            rt_exchange_get_sizes            (RtExchange *self,
                                                  RtSizes    *sizes);
/** Why and how the trail went on after it; NULL when it ended here. The
 * caller does not free it; it lives as long as @self. */
const RtNext   *rt_exchange_get_next             (RtExchange *self);
/** (element-type RtCookieVerdict) (transfer full): of the jar: cookies that
 * went with it, that were withheld, and what was done with those it brought;
 * empty when cookies are off. */
GPtrArray      *rt_exchange_dup_cookie_verdicts  (RtExchange *self);
/** What the server proved by Authentication-Info: rspauth. */
RtProof         rt_exchange_get_proof            (RtExchange *self);
/** What the library understood of the response, one "Name: value" a line, in
 * its order; NULL when it never got that far. The cross-check of the Wire
 * pane. (transfer full) (nullable) */
char           *rt_exchange_dup_library_view     (RtExchange *self);
/** The frames of HTTP/2 in words, one a line; NULL in HTTP/1. (transfer full) (nullable) */
char           *rt_exchange_dup_frames           (RtExchange *self);

G_END_DECLS
