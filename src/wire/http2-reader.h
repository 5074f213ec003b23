/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads both directions of one HTTP/2 connection from byte 0 (RFC 9113): every
 * head with its fields decoded in wire order (HPACK by nghttp2), the content
 * of DATA frames, trailers, resets and GOAWAY. Pure; one thread at a time.
 */

#pragma once

#include "response-reader.h"

G_BEGIN_DECLS

typedef struct _RtHttp2Reader RtHttp2Reader;

/* All members may be NULL. A fault of stream 0 is the connection's. A stream
 * that END_STREAM ends short of its Content-Length ends as cut; one that nobody
 * resets and the close ends is cut with "content-short", or without a fault
 * when its head never came. Interim responses: 100 a stream at most; a head: 1
 * MiB, packed or not. */

typedef struct
{
  /* a request's fields as they went out; @stream is odd (transfer full) */
  void (*request)  (guint32 stream, RtHead *head, gint64 time, gpointer user_data);
  void (*interim)  (guint32 stream, RtHead *head, gint64 time, gpointer user_data);
  void (*head)     (guint32 stream, RtHead *head, gint64 time, gpointer user_data);
  void (*content)  (guint32 stream, const guint8 *data, gsize length, gint64 time,
                    gpointer user_data);
  void (*trailers) (guint32 stream, RtHead *head, gint64 time, gpointer user_data);
  /* END_STREAM, RST_STREAM (state CUT, a fault before it), or the close */
  void (*end)      (guint32 stream, RtResponseState state, gint64 time, gpointer user_data);
  void (*fault)    (guint32 stream, RtFault *fault, gpointer user_data);
  /* one line of words a frame, runs of DATA and of WINDOW_UPDATE joined:
   * "SETTINGS 18 bytes, ENABLE_PUSH 0"; at most 1,000 and one that says so. A
   * run is told when it has ended, with the time of its first frame. */
  void (*frame)    (gboolean sent, const char *line, gint64 time, gpointer user_data);
} RtHttp2Sink;

RtHttp2Reader *rt_http2_reader_new  (const RtHttp2Sink *sink,
                                     gpointer           user_data);
void           rt_http2_reader_free (RtHttp2Reader     *self);

/**
 * rt_http2_reader_feed:
 * @sent: TRUE for bytes that went out, FALSE for bytes that came in
 * @error: RT_WIRE_ERROR_HEAD_TOO_LARGE, RT_WIRE_ERROR_TOO_MANY_INTERIM
 *
 * Returns: FALSE when a limit was passed and reading must stop
 */
gboolean       rt_http2_reader_feed (RtHttp2Reader     *self,
                                     gboolean           sent,
                                     const guint8      *data,
                                     gsize              length,
                                     gint64             time,
                                     GError           **error);
/** The peer closed: every open stream ends as cut. */
void           rt_http2_reader_close (RtHttp2Reader    *self,
                                      gint64            time);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtHttp2Reader, rt_http2_reader_free)

G_END_DECLS
