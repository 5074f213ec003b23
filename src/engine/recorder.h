/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Records one exchange: takes the moments and the exact bytes as the tap sees
 * them, reads them, undoes content codings, and fills the RtExchange. Knows
 * nothing of libsoup or sockets; the engine's thread only.
 */

#pragma once

#include "exchange.h"

G_BEGIN_DECLS

typedef struct _RtRecorder RtRecorder;

/**
 * rt_recorder_new:
 * @exchange: what is filled
 * @head_length: bytes of the request head that will be sent
 * @content_length: bytes of content that follow it
 */
RtRecorder *rt_recorder_new         (RtExchange    *exchange,
                                     gsize          head_length,
                                     guint64        content_length);
void        rt_recorder_free        (RtRecorder    *self);
RtExchange *rt_recorder_get_exchange (RtRecorder   *self);

/** A phase begins; the one before it that was open ends. */
void        rt_recorder_begin_phase (RtRecorder    *self,
                                     RtPhase        phase,
                                     gint64         time);
void        rt_recorder_end_phase   (RtRecorder    *self,
                                     RtPhase        phase,
                                     gint64         time);
/** The phase that goes on, or the last that did. */
RtPhase     rt_recorder_get_phase   (RtRecorder    *self);

/** Bytes that went out, head first. */
void        rt_recorder_sent        (RtRecorder    *self,
                                     const guint8  *data,
                                     gsize          length,
                                     gint64         time);
/**
 * rt_recorder_received:
 * @error: RT_WIRE_ERROR_* of a limit, or of the file system
 *
 * Returns: FALSE when nothing more may be read
 */
gboolean    rt_recorder_received    (RtRecorder    *self,
                                     const guint8  *data,
                                     gsize          length,
                                     gint64         time,
                                     GError       **error);
/**
 * rt_recorder_flush:
 * @error: of the file system
 *
 * Before nothing is received for a while: what came can be read.
 *
 * Returns: FALSE when nothing more may be read
 */
gboolean    rt_recorder_flush       (RtRecorder    *self,
                                     GError       **error);
/** The server closed its side: the response is complete, or cut by it. */
void        rt_recorder_closed      (RtRecorder    *self,
                                     gint64         time);
/** Reading ended for another reason: what is missing is not the server's fault. */
void        rt_recorder_cut         (RtRecorder    *self,
                                     gint64         time);

/** From here on both directions are HTTP/2 (RFC 9113), as ALPN agreed. */
void        rt_recorder_use_http2   (RtRecorder    *self);

/** The response has ended, whole or cut. */
gboolean    rt_recorder_has_ended   (RtRecorder    *self);
/** It ended as its framing says. */
gboolean    rt_recorder_is_complete (RtRecorder    *self);
/** Any byte of a response has arrived. */
gboolean    rt_recorder_has_bytes   (RtRecorder    *self);

/** Keeps why no (whole) response came, with the phase of now. */
void        rt_recorder_fail        (RtRecorder    *self,
                                     RtFailureKind  kind,
                                     const char    *message,
                                     const char    *detail);
/** Ends the exchange; nothing is recorded after it. */
void        rt_recorder_finish      (RtRecorder    *self,
                                     gint64         time);
gboolean    rt_recorder_is_finished (RtRecorder    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtRecorder, rt_recorder_free)

G_END_DECLS
