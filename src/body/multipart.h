/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The parts of a multipart body (RFC 2046 section 5.1; form-data: RFC 7578;
 * byteranges: RFC 9110 section 14.6), found while it arrives. Offsets only:
 * nothing is copied, and what a server does wrong is said and passed over.
 * A part that is a multipart of its own is read by another of these.
 */

#pragma once

#include "media-type.h"
#include "records.h"

G_BEGIN_DECLS

/* Bytes of the fields of a part. */
#define RT_MULTIPART_MAX_HEAD (64 * 1024)

/* Of the list of parts; those of the end only when it is complete. */
typedef enum
{
  RT_MULTIPART_NO_PARTS = 1 << 0,    /* no delimiter was found in all of it */
  RT_MULTIPART_NOT_CLOSED = 1 << 1,  /* no delimiter with "--" at the end */
  RT_MULTIPART_BARE_LF = 1 << 2,     /* a line ends in LF, not CR LF */
  RT_MULTIPART_ODD_BOUNDARY = 1 << 3, /* RFC 2046 forbids it; it is used all the same */
} RtMultipartFault;

/* Flags of a part. */
typedef enum
{
  RT_PART_NO_HEAD_END = 1 << 0, /* no empty line after the fields */
  RT_PART_UNFINISHED = 1 << 1,  /* the body ended inside it */
} RtPartFault;

/* Places of a part. */
enum
{
  RT_PART_CONTENT, /* where its content begins, 0 while that is not known */
};

/* Offsets in the whole body. */
typedef struct
{
  guint64 head_start;
  guint64 head_length;    /* without the empty line */
  guint64 content_start;
  guint64 content_length; /* so far, when it is the last and grows */
  guint   faults;         /* RtPartFault */
} RtPart;

/* A field of a part as sent; the texts are not made fit for the screen. */
typedef struct
{
  char   *name;
  char   *value; /* folded lines joined by a space */
  guint64 offset; /* of its line in the whole body */
} RtPartField;

/**
 * rt_multipart_new:
 * @type: the media type with its "boundary"
 * @error: (out) (optional) (transfer none): why not, translated
 *
 * Returns: (transfer full) (nullable): the parts, or %NULL when the boundary is
 *   missing, empty or of more than 256 bytes. The last one is there while it grows.
 */
RtRecords  *rt_multipart_new         (RtDecodedText      *bytes,
                                      const RtMediaType  *type,
                                      const char        **error);
/** One sentence for a fault each, translated; "" without. (transfer full) */
char       *rt_multipart_fault_words (guint               faults);

/** What a part is. @data: the whole body */
void        rt_part_init             (RtPart             *self,
                                      const RtRecord     *record,
                                      const guint8       *data);
/** Likewise, for the faults of a part. (transfer full) */
char       *rt_part_fault_words      (guint               faults);

/**
 * rt_part_read_fields:
 * @data: the whole body
 *
 * Returns: (transfer full) (element-type RtPartField)
 */
GPtrArray  *rt_part_read_fields      (const RtPart       *self,
                                      const guint8       *data);
/** The value of field @name, in any case; NULL when there is none. */
const char *rt_part_find_field       (GPtrArray          *fields,
                                      const char         *name);

G_END_DECLS
