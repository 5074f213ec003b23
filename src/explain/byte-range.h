/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Range, Content-Range and the parts of multipart/byteranges, read (RFC 9110
 * section 14). Pure.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* -1 is what was not said. */
typedef struct
{
  char  *unit;          /* as spelt; "" when missing */
  gint64 first;
  gint64 last;
  gint64 total;
  gboolean unsatisfied; /* "bytes * / 1234" without its spaces */
} RtContentRange;

/**
 * rt_content_range_parse:
 * @trouble: (out): what is wrong, translated, half a sentence; NULL when it is good
 *
 * Returns: (transfer full): what could be read; free with rt_content_range_clear()
 */
void     rt_content_range_parse (const char      *text,
                                 RtContentRange  *range,
                                 const char     **trouble);
void     rt_content_range_clear (RtContentRange  *range);
/** The same for who needs only good ranges of bytes: TRUE for one. Nothing is to
 * be cleared. */
gboolean rt_content_range_read  (const char      *text,
                                 RtContentRange  *range);

/* One range of a request: "0-99", "500-", "-500" (first is -1). */
typedef struct
{
  gint64 first;
  gint64 last; /* the length of the tail when @first is -1 */
} RtByteRange;

/**
 * rt_byte_ranges_parse:
 * @text: value of a Range field
 * @trouble: (out): as above
 *
 * Returns: (transfer full) (nullable): RtByteRange in their order; NULL when the
 *   unit is not bytes or the grammar is not kept
 */
GArray  *rt_byte_ranges_parse   (const char      *text,
                                 const char     **trouble);

/** TRUE when the server may answer @asked with @given (RFC 9110 section 15.3.7:
 * it may send less of the end, or several ranges as one). */
gboolean rt_content_range_answers (const RtContentRange *given,
                                   GArray               *asked);
/** TRUE when @asked names a byte that content of @total bytes has. */
gboolean rt_byte_ranges_exist   (GArray          *asked,
                                 gint64           total);

/* A part of multipart/byteranges. */
typedef struct
{
  char  *content_range; /* NULL when it has none */
  char  *content_type;
  gsize  offset;        /* of its content in the whole */
  gsize  length;
} RtRangePart;

void       rt_range_part_free   (RtRangePart *self);
/** (transfer full): RtRangePart; @is_closed: the last boundary was there. At most
 * 1000 parts. */
GPtrArray *rt_range_parts_parse (const char      *boundary,
                                 const guint8    *data,
                                 gsize            length,
                                 gboolean        *is_closed);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RtContentRange, rt_content_range_clear)

G_END_DECLS
