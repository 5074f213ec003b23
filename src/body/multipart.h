/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The parts of a multipart body (RFC 2046 section 5.1; form-data: RFC 7578;
 * byteranges: RFC 9110 section 14.6), found while it arrives. Offsets only:
 * nothing is copied, and what a server does wrong is said and passed over.
 * A part that is a multipart of its own is read by another of these. Pure.
 */

#pragma once

#include "media-type.h"

#include <glib.h>

G_BEGIN_DECLS

/* Parts after which no more are listed, and bytes of the fields of one. */
#define RT_MULTIPART_MAX_PARTS 100000
#define RT_MULTIPART_MAX_HEAD (64 * 1024)

typedef enum
{
  RT_MULTIPART_NO_PARTS = 1 << 0,    /* no delimiter was found in all of it */
  RT_MULTIPART_NOT_CLOSED = 1 << 1,  /* no delimiter with "--" at the end */
  RT_MULTIPART_BARE_LF = 1 << 2,     /* a line ends in LF, not CR LF */
  RT_MULTIPART_TOO_MANY = 1 << 3,
} RtMultipartFault;

typedef enum
{
  RT_PART_NO_HEAD_END = 1 << 0, /* no empty line after the fields */
  RT_PART_UNFINISHED = 1 << 1,  /* the body ended inside it */
} RtPartFault;

/* Offsets in the whole body. */
typedef struct
{
  guint64 start;          /* of the delimiter's line */
  guint64 head_start;
  guint64 head_length;    /* without the empty line */
  guint64 content_start;
  guint64 content_length; /* so far, when it is the last and grows */
  guint   faults;         /* RtPartFault */
  guint   complete : 1;
} RtPart;

/* A field of a part as sent; the texts are not made fit for the screen. */
typedef struct
{
  char   *name;
  char   *value; /* folded lines joined by a space */
  guint64 offset; /* of its line in the whole body */
} RtPartField;

typedef struct _RtMultipart RtMultipart;

/**
 * rt_multipart_new:
 * @type: the media type with its "boundary"
 * @error: (out) (optional) (transfer none): why not, translated
 *
 * Returns: (transfer full) (nullable): a reader, or %NULL when the boundary is
 *   missing, empty or of more than 256 bytes
 */
RtMultipart  *rt_multipart_new           (const RtMediaType *type,
                                          const char       **error);
void          rt_multipart_free          (RtMultipart       *self);
/** TRUE when the boundary breaks RFC 2046: over 70 characters, or others than
 * it allows. It is used all the same. */
gboolean      rt_multipart_is_odd_boundary (RtMultipart     *self);

/**
 * rt_multipart_extend:
 * @data: all bytes from the first on; those of the call before and more
 * @complete: no more will come
 *
 * Takes time for the bytes that are new.
 */
void          rt_multipart_extend        (RtMultipart       *self,
                                          const guint8      *data,
                                          gsize              length,
                                          gboolean           complete);

guint         rt_multipart_get_n_parts   (RtMultipart       *self);
/** (transfer none): valid until more bytes are read */
const RtPart *rt_multipart_get_part      (RtMultipart       *self,
                                          guint              index);
/** RtMultipartFault; those of the end only when it is complete. */
guint         rt_multipart_get_faults    (RtMultipart       *self);
/** Bytes before the first delimiter. */
guint64       rt_multipart_get_preamble  (RtMultipart       *self);
/** Where the bytes after the closing delimiter begin; @length of them. */
guint64       rt_multipart_get_epilogue  (RtMultipart       *self,
                                          guint64           *length);

/**
 * rt_part_read_fields:
 * @data: the whole body
 *
 * Returns: (transfer full) (element-type RtPartField)
 */
GPtrArray    *rt_part_read_fields        (const RtPart      *self,
                                          const guint8      *data);
/** The value of field @name, in any case; NULL when there is none. */
const char   *rt_part_find_field         (GPtrArray         *fields,
                                          const char        *name);
/** One sentence for a fault each, translated; "" without. (transfer full) */
char         *rt_multipart_fault_words   (guint              faults);
char         *rt_part_fault_words        (guint              faults);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtMultipart, rt_multipart_free)

G_END_DECLS
