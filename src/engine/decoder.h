/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Undoes content codings (RFC 9110 section 8.4.1) as the bytes arrive: gzip,
 * deflate, br, zstd, one after the other where several were applied. Says in a
 * fault what was wrong; keeps what could be decoded.
 */

#pragma once

#include "body.h"
#include "fault.h"
#include "head.h"

G_BEGIN_DECLS

/* Decoding stops when the output passes this size and this many times the
 * input: a decompression bomb. */
#define RT_DECODER_RATIO_FROM (64 * 1024 * 1024)
#define RT_DECODER_RATIO_MAX 100

typedef struct _RtDecoder RtDecoder;

/**
 * rt_decoder_new:
 * @head: the response head, with its Content-Encoding
 * @content: where the decoded bytes go
 * @fault: (out) (transfer full) (nullable): RT_FAULT_CODING_UNKNOWN
 *
 * Returns: (transfer full) (nullable): the decoder; %NULL when there is
 *   nothing to undo, or one of the codings is not known
 */
RtDecoder *rt_decoder_new    (RtHead       *head,
                              RtBody       *content,
                              RtFault     **fault);
void       rt_decoder_free   (RtDecoder    *self);

/**
 * rt_decoder_feed:
 * @error: of rt_body_append(); damage is no error but a fault
 *
 * After a fault further bytes are ignored.
 */
gboolean   rt_decoder_feed   (RtDecoder     *self,
                              const guint8  *data,
                              gsize          length,
                              GError       **error);

/** All has been fed: checks that it was complete. */
void       rt_decoder_finish (RtDecoder     *self);

/** What was wrong, or NULL. (transfer full) once */
RtFault   *rt_decoder_steal_fault (RtDecoder *self);

/** FALSE when nothing could be decoded: the bytes are not what they claim. */
gboolean   rt_decoder_made_sense (RtDecoder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtDecoder, rt_decoder_free)

G_END_DECLS
