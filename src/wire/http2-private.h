/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the files of the HTTP/2 reader share. Only http2-*.c include it. */

#pragma once

#include "http2-reader.h"

#include <nghttp2/nghttp2.h>

G_BEGIN_DECLS

#define RT_HTTP2_MAX_HEAD (1024 * 1024)
#define RT_HTTP2_MAX_INTERIM 100
#define RT_HTTP2_HEADER_LENGTH 9

/* RFC 9113 section 4.1 */
typedef struct
{
  guint32 length;
  guint8  type;
  guint8  flags;
  guint32 stream;
  gint64  time; /* of its first byte's piece */
} RtHttp2Frame;

/* Frames of one direction that are told as one line. */
typedef struct
{
  RtHttp2Frame frame;  /* the first */
  guint        n;      /* 0: none is waiting */
  guint64      bytes;
} RtHttp2Run;

typedef struct
{
  gboolean             is_sent;
  gsize                preface_read;  /* sent only */
  gboolean             is_lost;       /* no frames can be told apart any more */
  guint64              n_frames;

  guint8               header[RT_HTTP2_HEADER_LENGTH];
  gsize                header_read;
  RtHttp2Frame         frame;
  guint32              payload_read;
  guint32              data_left;     /* of a DATA frame, without its padding */
  GByteArray          *payload;       /* of other frames */

  nghttp2_hd_inflater *inflater;      /* NULL: the compression state is lost */
  GByteArray          *block;         /* field block so far; NULL: none is open */
  RtHttp2Frame         block_frame;   /* the frame that opened it */

  gint64               table_size;    /* announced to the peer, not yet acknowledged; -1 */
  RtHttp2Run           run;
} RtHttp2Direction;

typedef struct
{
  guint32  id;
  guint    seen_faults; /* a bit a kind */
  guint    n_interim;
  gboolean has_head;
  gboolean has_no_content; /* HEAD, 204, 304 */
  gboolean is_head_method;
  gint64   content_length; /* -1: none */
  guint64  content_read;
} RtHttp2Stream;

struct _RtHttp2Reader
{
  const RtHttp2Sink *sink;
  gpointer           user_data;

  RtHttp2Direction   sent;
  RtHttp2Direction   received;
  GHashTable        *streams;     /* of open RtHttp2Stream by id */
  guint32            last_stream; /* highest that the client opened */
  guint              seen_faults; /* of the connection */
  guint              n_lines;
  GError            *stopped;
};

/* http2-stream.c: streams and what the sink is told about them */
RtHttp2Stream *rt_http2_stream_open     (RtHttp2Reader       *self,
                                         guint32              id);
RtHttp2Stream *rt_http2_stream_find     (RtHttp2Reader       *self,
                                         guint32              id);
void           rt_http2_stream_content  (RtHttp2Reader       *self,
                                         RtHttp2Stream       *stream,
                                         const guint8        *data,
                                         gsize                length,
                                         gint64               time);
/** The peer ended the stream: complete, unless content is missing. */
void           rt_http2_stream_complete (RtHttp2Reader       *self,
                                         RtHttp2Stream       *stream,
                                         gint64               time);
void           rt_http2_stream_cut      (RtHttp2Reader       *self,
                                         RtHttp2Stream       *stream,
                                         gint64               time);
void           rt_http2_streams_close   (RtHttp2Reader       *self,
                                         gint64               time);
/** @fault: (transfer full). Told once a kind and stream. */
void           rt_http2_tell_fault      (RtHttp2Reader       *self,
                                         guint32              stream,
                                         RtFault             *fault);
void           rt_http2_tell_malformed  (RtHttp2Reader       *self,
                                         const RtHttp2Frame  *frame,
                                         const char          *why);

/* http2-frame.c: whole frames, and DATA by the piece */
void           rt_http2_frame_data      (RtHttp2Reader       *self,
                                         RtHttp2Direction    *direction,
                                         const guint8        *data,
                                         gsize                length,
                                         gint64               time);
void           rt_http2_frame_end       (RtHttp2Reader       *self,
                                         RtHttp2Direction    *direction,
                                         gint64               time);

/* http2-fields.c: field blocks */
void           rt_http2_fields_begin    (RtHttp2Reader       *self,
                                         RtHttp2Direction    *direction,
                                         const guint8        *data,
                                         gsize                length,
                                         gint64               time);
void           rt_http2_fields_continue (RtHttp2Reader       *self,
                                         RtHttp2Direction    *direction,
                                         gint64               time);

/* http2-words.c: frames in words */
const char    *rt_http2_error_name      (guint32              code,
                                         char                 buffer[16]);
void           rt_http2_tell_frame      (RtHttp2Reader       *self,
                                         RtHttp2Direction    *direction);
void           rt_http2_flush_runs      (RtHttp2Reader       *self);

static inline guint32
rt_http2_read_u32 (const guint8 *data)
{
  return ((guint32) data[0] << 24) | (data[1] << 16) | (data[2] << 8) | data[3];
}

G_END_DECLS
