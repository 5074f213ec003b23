/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Takes the chunked coding off (RFC 9112 section 7.1), up to the last chunk;
 * the trailer section is the caller's. Only the response reader and its tests
 * include it.
 */

#pragma once

#include "fault.h"

G_BEGIN_DECLS

typedef enum
{
  RT_CHUNKED_SIZE,     /* in a chunk's size line */
  RT_CHUNKED_DATA,
  RT_CHUNKED_DATA_END, /* in the line end after a chunk's data */
  RT_CHUNKED_LAST,     /* the last chunk's line is read; trailers follow */
  RT_CHUNKED_RAW,      /* no sense can be made of it any more */
} RtChunkedPhase;

typedef struct _RtChunked RtChunked;

typedef struct
{
  const guint8 *content; /* what came out; valid until the next call */
  gsize         length;
  RtFault      *fault;   /* (transfer full) (nullable) */
} RtChunkedStep;

RtChunked      *rt_chunked_new       (void);
void            rt_chunked_free      (RtChunked       *self);
RtChunkedPhase  rt_chunked_get_phase (const RtChunked *self);

/**
 * rt_chunked_step:
 *
 * Reads some bytes, at least one. Not to be called in phase LAST.
 *
 * Returns: how many bytes were read
 */
gsize           rt_chunked_step      (RtChunked       *self,
                                      const guint8    *data,
                                      gsize            length,
                                      RtChunkedStep   *step);

/** The bytes ended here: what was held back comes out, and what is wrong. */
void            rt_chunked_close     (RtChunked       *self,
                                      RtChunkedStep   *step);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtChunked, rt_chunked_free)

G_END_DECLS
