/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A fault: one thing that is wrong with a response that did arrive, with its
 * evidence. What each kind means stands in the reference under the same id.
 * Also the errors of this layer.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  RT_FAULT_HEAD_CUT,               /* closed inside the head */
  RT_FAULT_START_LINE_MALFORMED,
  RT_FAULT_FIELD_MALFORMED,
  RT_FAULT_LENGTH_INVALID,         /* Content-Length is not a number */
  RT_FAULT_LENGTH_CONFLICT,        /* several that differ */
  RT_FAULT_LENGTH_AND_CHUNKED,     /* RFC 9112 section 6.3, a smuggling sign */
  RT_FAULT_TRANSFER_CODING_UNKNOWN,
  RT_FAULT_CONTENT_SHORT,          /* fewer bytes than Content-Length */
  RT_FAULT_CHUNK_MALFORMED,
  RT_FAULT_LAST_CHUNK_MISSING,
  RT_FAULT_TRAILERS_CUT,
  RT_FAULT_EXTRA_BYTES,            /* bytes after the end */
  RT_FAULT_CODING_TRUNCATED,       /* content coding ended early */
  RT_FAULT_CODING_DAMAGED,         /* not what Content-Encoding says, or bad checksum */
  RT_FAULT_CODING_UNKNOWN,
  RT_FAULT_CODING_TRAILING,        /* bytes after the end of the coded data */
  RT_FAULT_CODING_RATIO,           /* stopped: it grows too much */
  RT_FAULT_H2_STREAM_RESET,
  RT_FAULT_H2_GOAWAY,
  RT_FAULT_H2_MALFORMED,
  RT_FAULT_NUL_IN_HEAD,
} RtFaultKind;

typedef struct
{
  RtFaultKind  kind;
  char        *evidence; /* in words, translated, with the numbers or the bytes
                          * quoted: "1,000 bytes announced, 420 received" */
} RtFault;

RtFault    *rt_fault_new        (RtFaultKind    kind,
                                 const char    *format,
                                 ...) G_GNUC_PRINTF (2, 3);
RtFault    *rt_fault_copy       (const RtFault *self);
void        rt_fault_free       (RtFault       *self);
/** Bytes as they are quoted in evidence: one line of text, cut after 60 bytes
 * with an ellipsis. (transfer full) */
char       *rt_fault_quote      (const void    *bytes,
                                 gsize          length);
/** The id of @kind in the reference: "content-short". */
const char *rt_fault_kind_to_id (RtFaultKind    kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtFault, rt_fault_free)

#define RT_WIRE_ERROR (rt_wire_error_quark ())
GQuark rt_wire_error_quark (void);

typedef enum
{
  RT_WIRE_ERROR_HEAD_TOO_LARGE,
  RT_WIRE_ERROR_TOO_MANY_INTERIM,
  RT_WIRE_ERROR_NO_TAP, /* the tap could not be installed */
} RtWireError;

G_END_DECLS
