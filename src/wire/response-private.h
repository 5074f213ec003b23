/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the files of the response reader share. Only response-*.c include it. */

#pragma once

#include "response-reader.h"

#include "chunked.h"
#include "framing.h"
#include "head-scan.h"

G_BEGIN_DECLS

typedef enum
{
  PHASE_START, /* too few bytes to tell whether it is a response */
  PHASE_HEAD,
  PHASE_GARBAGE,
  PHASE_LENGTH,
  PHASE_CHUNKED,
  PHASE_UNTIL_CLOSE,
  PHASE_TRAILERS,
  PHASE_DONE,
} Phase;

struct _RtResponseReader
{
  /* input */
  const RtResponseSink *sink;
  gpointer              user_data;
  char                 *method;
  gsize                 max_head;
  guint                 max_interim;

  /* in progress */
  Phase                 phase;
  RtHeadScan            scan; /* of the head or the trailers */
  RtChunked            *chunked;
  guint                 n_interim;
  guint                 seen_faults; /* a bit a kind */
  gboolean              is_end_told;
  gboolean              is_aborted;
  GError               *stopped; /* the limit that was passed */
  gint64                time;    /* of the last bytes */

  /* output */
  RtResponseState       state;
  RtFramingPlan         plan;
  guint64               content_read;
  guint64               content_wire;
  guint64               extra_length;
  GByteArray           *extra;
  GBytes               *extra_bytes;
};

/* Takes @fault. Each kind is told once. */
void     rt_response_tell_fault       (RtResponseReader *self,
                                       RtFault          *fault);
/* Takes @faults and what is in it. */
void     rt_response_tell_faults      (RtResponseReader *self,
                                       GPtrArray        *faults);
/* Takes @head. */
void     rt_response_tell_head        (RtResponseReader *self,
                                       void            (*tell) (RtHead   *head,
                                                                gint64    time,
                                                                gpointer  user_data),
                                       RtHead           *head);
void     rt_response_tell_content     (RtResponseReader *self,
                                       const guint8     *data,
                                       gsize             length);
void     rt_response_tell_end         (RtResponseReader *self);
/* Takes the fault of @step. */
void     rt_response_take_step        (RtResponseReader    *self,
                                       const RtChunkedStep *step);
void     rt_response_deliver_trailers (RtResponseReader *self);
void     rt_response_finish           (RtResponseReader *self,
                                       RtResponseState   state);
RtHead  *rt_response_parse_scanned    (RtResponseReader *self,
                                       RtHeadKind        kind);
gboolean rt_response_is_interim       (const RtHead     *head);

G_END_DECLS
