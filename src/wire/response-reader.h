/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads the response direction of one HTTP/1 exchange: interim heads, the
 * final head, content with its framing removed, trailers, and the end, byte by
 * byte from whatever pieces arrive (RFC 9112). It never fails on bad bytes: it
 * goes on as far as sense can be made of them and reports what was wrong.
 * Pure: no network, no GObject; one thread at a time.
 *
 * Bytes that do not begin with "HTTP" or "ICY " (blank lines and white space
 * apart) are no response: no head is delivered, the bytes are the partial head,
 * and the close ends it as cut, with the fault "start-line-malformed".
 *
 * A 101, and a 2xx answer to CONNECT, is a final head with RT_FRAMING_NONE and
 * ends the response at once; the bytes that follow belong to another protocol,
 * stand in rt_response_reader_peek_extra(), and are no fault.
 *
 * The order of calls: a head, then what is wrong with it; content; trailers;
 * other faults; end. Bytes after the end are a fault before end() when they
 * arrived with the last bytes of the response, else after it.
 */

#pragma once

#include "head.h"
#include "fault.h"

G_BEGIN_DECLS

/* How the content is delimited (RFC 9112 section 6.3). */
typedef enum
{
  RT_FRAMING_UNKNOWN,      /* no final head yet */
  RT_FRAMING_NONE,         /* HEAD, 1xx, 204, 304: no content */
  RT_FRAMING_LENGTH,
  RT_FRAMING_CHUNKED,
  RT_FRAMING_UNTIL_CLOSE,
  RT_FRAMING_HTTP2,        /* DATA frames; set by the HTTP/2 reader */
} RtFraming;

typedef enum
{
  RT_RESPONSE_AWAITING_HEAD, /* nothing, or interim responses only */
  RT_RESPONSE_IN_HEAD,
  RT_RESPONSE_IN_CONTENT,
  RT_RESPONSE_IN_TRAILERS,
  RT_RESPONSE_COMPLETE,      /* ended as its framing says */
  RT_RESPONSE_CUT,           /* ended before that */
} RtResponseState;

/* All times are g_get_monotonic_time() as given to feed. Heads belong to the
 * reader's caller after the call (transfer full). */
typedef struct
{
  void (*interim)  (RtHead *head, gint64 time, gpointer user_data);
  void (*head)     (RtHead *head, gint64 time, gpointer user_data);
  /* content with chunk framing removed, content codings still on */
  void (*content)  (const guint8 *data, gsize length, gint64 time, gpointer user_data);
  void (*trailers) (RtHead *trailers, gint64 time, gpointer user_data);
  /* once, at the end: state is COMPLETE or CUT. A head that is cut after a
   * whole status line has been delivered before, with the fault "head-cut" */
  void (*end)      (RtResponseState state, gint64 time, gpointer user_data);
  /* (transfer full) each fault once for each kind */
  void (*fault)    (RtFault *fault, gpointer user_data);
} RtResponseSink;

typedef struct _RtResponseReader RtResponseReader;

/**
 * rt_response_reader_new:
 * @method: the method of the request: decides about content (HEAD, CONNECT)
 * @sink: (nullable members): what to call; kept by reference
 * @user_data: for @sink
 */
RtResponseReader *rt_response_reader_new  (const char           *method,
                                           const RtResponseSink *sink,
                                           gpointer              user_data);
void              rt_response_reader_free (RtResponseReader     *self);

/**
 * rt_response_reader_set_limits:
 * @max_head: bytes of one head, 0 for none (default 1 MiB)
 * @max_interim: number of interim responses (default 100)
 */
void rt_response_reader_set_limits (RtResponseReader *self,
                                    gsize             max_head,
                                    guint             max_interim);

/**
 * rt_response_reader_feed:
 * @data: what has just been received
 * @time: when
 * @error: RT_WIRE_ERROR_HEAD_TOO_LARGE, RT_WIRE_ERROR_TOO_MANY_INTERIM
 *
 * Bytes after the end are counted and kept (the first 4 KiB), with a fault.
 *
 * Returns: FALSE when a limit was passed and reading must stop
 */
gboolean rt_response_reader_feed (RtResponseReader  *self,
                                  const guint8      *data,
                                  gsize              length,
                                  gint64             time,
                                  GError           **error);

/** The peer closed its side: ends the response, as complete or as cut. */
void     rt_response_reader_close (RtResponseReader *self,
                                   gint64            time);

/** Reading stopped for another reason (an error, a limit, the person): what has
 * arrived is delivered, and the response ends as cut, without a fault for what
 * is missing. */
void     rt_response_reader_abort (RtResponseReader *self,
                                   gint64            time);

RtResponseState rt_response_reader_get_state          (const RtResponseReader *self);
RtFraming       rt_response_reader_get_framing        (const RtResponseReader *self);
/** Announced content length in bytes, -1 when there is none or it is invalid. */
gint64          rt_response_reader_get_content_length (const RtResponseReader *self);
/** Content bytes so far, framing removed, codings on. */
guint64         rt_response_reader_get_content_read   (const RtResponseReader *self);
/** Bytes of content on the wire so far: chunk framing and trailers included. */
guint64         rt_response_reader_get_content_wire   (const RtResponseReader *self);
/** Bytes after the end so far, all of them. */
guint64         rt_response_reader_get_extra_length   (const RtResponseReader *self);
/** First bytes after the end, at most 4 KiB; NULL when none. (transfer none),
 * valid until more is fed */
GBytes         *rt_response_reader_peek_extra         (RtResponseReader       *self);
/** Bytes received of a head that is not complete yet, or that never became
 * one (garbage); NULL when there are none. (transfer full) */
GBytes         *rt_response_reader_dup_partial_head   (const RtResponseReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtResponseReader, rt_response_reader_free)

G_END_DECLS
