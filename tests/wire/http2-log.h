/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Builds HTTP/2 frames, and records what a reader of them told, for the tests. */

#pragma once

#include "http2-reader.h"

#include <nghttp2/nghttp2.h>

typedef struct
{
  GString    *told;    /* "request 1 GET /|head 1 200|end 1 complete|" */
  GByteArray *content; /* of all streams */
  GString    *faults;  /* "1 h2-malformed|" */
  GPtrArray  *evidence;
  GPtrArray  *lines;   /* of frames; "> " sent, "< " received */
  GError     *error;
} Http2Log;

/* One connection as bytes, direction by direction, in their order. */
typedef struct
{
  GArray              *pieces; /* of Http2Piece */
  nghttp2_hd_deflater *sent;
  nghttp2_hd_deflater *received;
} Http2Script;

typedef struct
{
  gboolean    is_sent;
  GByteArray *bytes;
} Http2Piece;

Http2Script *http2_script_new     (void); /* with the preface and SETTINGS of both */
void         http2_script_free    (Http2Script *self);
void         http2_script_bytes   (Http2Script *self,
                                   gboolean     is_sent,
                                   const void  *data,
                                   gsize        length);
void         http2_script_frame   (Http2Script *self,
                                   gboolean     is_sent,
                                   guint8       type,
                                   guint8       flags,
                                   guint32      stream,
                                   const void  *payload,
                                   gsize        length);
/** @fields: "name: value" lines; packed as a field block. (transfer full) */
GByteArray  *http2_script_pack    (Http2Script *self,
                                   gboolean     is_sent,
                                   const char  *fields);
void         http2_script_headers (Http2Script *self,
                                   gboolean     is_sent,
                                   guint8       flags, /* END_HEADERS is added */
                                   guint32      stream,
                                   const char  *fields);
void         http2_script_data    (Http2Script *self,
                                   guint8       flags,
                                   guint32      stream,
                                   const char  *text);

/** @piece_size: 0 for whole pieces, -1 for random ones */
Http2Log    *http2_log_run        (const Http2Script *script,
                                   int                piece_size);
void         http2_log_free       (Http2Log          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Http2Log, http2_log_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Http2Script, http2_script_free)
