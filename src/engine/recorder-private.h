/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtRecorder over two files: recorder.c takes moments and bytes,
 * recorder-readers.c takes what the readers of HTTP/1 and HTTP/2 make of them.
 */

#pragma once

#include "decoder.h"
#include "http2-reader.h"
#include "recorder.h"

G_BEGIN_DECLS

struct _RtRecorder
{
  RtExchange       *exchange;
  RtTiming          timing;
  RtSizes           sizes;
  RtPhase           phase;

  GByteArray       *sent_head;
  gsize             head_length;

  RtResponseReader *reader;
  RtHttp2Reader    *http2;
  GString          *frames;
  RtDecoder        *decoder;
  RtBody           *content;
  GError           *store_error;

  gboolean          has_bytes;
  gboolean          has_head;
  gboolean          ended;
  gboolean          complete;
  gboolean          cut;
  gboolean          finished;
};

extern const RtResponseSink rt_recorder_http1_sink;
extern const RtHttp2Sink rt_recorder_http2_sink;

/** Hands times and sizes to the exchange. */
void rt_recorder_publish      (RtRecorder *self);
/** @all_came: what is missing of coded content is the server's fault. */
void rt_recorder_end_decoding (RtRecorder *self,
                               gboolean    all_came);

G_END_DECLS
