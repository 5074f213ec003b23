/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Ranges of bytes: what Range asks for and what Content-Range says (RFC 9110
 * section 14). Pure; numbers beyond 2^62 are refused.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Of Range: "5-9" is 5 and 9, "5-" is 5 and -1, "-5" is -1 and 5. */
typedef struct
{
  gint64 first;
  gint64 last;
} RtAskedRange;

/* Of Content-Range: "bytes 5-9/100"; "bytes * /100" has -1 as first and last;
 * a total of "*" is -1. */
typedef struct
{
  gint64 first;
  gint64 last;
  gint64 total;
} RtContentRange;

/** (transfer full) (nullable) (element-type RtAskedRange): NULL when @value is
 * not a well-formed list of byte ranges; 100 at most are read */
GArray  *rt_asked_ranges_parse   (const char           *value);
/** FALSE when @value is not a well-formed range of bytes. */
gboolean rt_content_range_parse  (const char           *value,
                                  RtContentRange       *range);
/** TRUE when the server may answer @asked with @given (RFC 9110 section 15.3.7:
 * it may send less of the end, or several ranges as one). */
gboolean rt_content_range_answers (const RtContentRange *given,
                                   GArray               *asked);
/** TRUE when @asked names a byte that content of @total bytes has. */
gboolean rt_asked_ranges_exist   (GArray               *asked,
                                  gint64                total);

G_END_DECLS
