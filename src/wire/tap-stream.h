/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The streams that the tap puts in front of a connection's own. They forward
 * every call and tell a sink what passed. Only tap*.c include it.
 */

#pragma once

#include "tap.h"

G_BEGIN_DECLS

/* What all layers of one attached connection share. */
typedef struct _RtTapRecorder RtTapRecorder;

RtTapRecorder *rt_tap_recorder_new (const RtTapSink *sink,
                                    gpointer         user_data,
                                    GDestroyNotify   destroy);

/* One layer: a recorder, and whether the layer is covered by TLS by now. */
typedef struct _RtTapLink RtTapLink;

/** @recorder: (transfer none); @layer: RT_TAP_PLAIN or RT_TAP_CLEAR */
RtTapLink     *rt_tap_link_new          (RtTapRecorder *recorder,
                                         RtTapLayer     layer);
RtTapLink     *rt_tap_link_ref          (RtTapLink     *self);
void           rt_tap_link_unref        (RtTapLink     *self);
RtTapRecorder *rt_tap_link_get_recorder (RtTapLink     *self);
/** From now on the bytes of this layer are TLS records: RT_TAP_SECRET. */
void           rt_tap_link_cover        (RtTapLink     *self);
/** Whether rt_tap_link_cover() was called. */
gboolean       rt_tap_link_is_covered   (RtTapLink     *self);
void           rt_tap_recorder_unref    (RtTapRecorder *self);

GInputStream  *rt_tap_input_stream_new  (GInputStream  *base,
                                         RtTapLink     *link);
GOutputStream *rt_tap_output_stream_new (GOutputStream *base,
                                         RtTapLink     *link);

/* What the streams tell; each may be called in any thread. */
gboolean rt_tap_link_received (RtTapLink     *self,
                               const void    *data,
                               gsize          length,
                               GError       **error);
void     rt_tap_link_ended    (RtTapLink     *self,
                               const GError  *error);
GBytes  *rt_tap_link_rewrite  (RtTapLink     *self,
                               const void    *data,
                               gsize          length);
void     rt_tap_link_sent     (RtTapLink     *self,
                               const void    *data,
                               gsize          length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtTapLink, rt_tap_link_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtTapRecorder, rt_tap_recorder_unref)

G_END_DECLS
