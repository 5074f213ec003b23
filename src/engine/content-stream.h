/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A stream over pieces of memory and of files, one after the other. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Either bytes or a path; @length bytes of it. */
typedef struct
{
  GBytes *bytes;
  char   *path;
  guint64 length;
} RtContentPiece;

void          rt_content_piece_free (RtContentPiece *self);

#define RT_TYPE_CONTENT_STREAM (rt_content_stream_get_type ())
G_DECLARE_FINAL_TYPE (RtContentStream, rt_content_stream, RT, CONTENT_STREAM, GInputStream)

/**
 * rt_content_stream_new:
 * @pieces: (element-type RtContentPiece): kept by reference, not changed
 *
 * Reading fails with RT_ENGINE_ERROR_CONTENT when a file cannot be read or is
 * not as long as its piece says.
 *
 * Returns: (transfer full): the stream
 */
GInputStream *rt_content_stream_new (GPtrArray      *pieces);

G_END_DECLS
