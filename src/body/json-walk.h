/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tokens of JSON that the scanner has found right, from any token on: quick,
 * as nothing is checked again, and past long tokens and white space in one
 * step, as their ends were noted. Pure.
 */

#pragma once

#include "json-scanner.h"

G_BEGIN_DECLS

/* A run of bytes. */
typedef struct
{
  guint64 start;
  guint64 end;
} RtJsonSpan;

typedef struct
{
  const char   *text;
  guint64       limit; /* bytes that were found right */
  const GArray *longs; /* (element-type RtJsonSpan): in order, of RT_JSON_LONG bytes or more */
} RtJsonSource;

/** The span of @spans (in order, apart) that holds @offset, or %NULL. */
const RtJsonSpan *rt_json_span_find  (const GArray       *spans,
                                      guint64             offset);

/** Adds @token to @longs when it is long. */
void              rt_json_note_long  (GArray             *longs,
                                      const RtJsonToken  *token);

/**
 * rt_json_walk_space:
 *
 * Returns: the offset from @offset on that is no white space, or the limit
 */
guint64           rt_json_walk_space (const RtJsonSource *source,
                                      guint64             offset);

/**
 * rt_json_walk:
 * @offset: between tokens, or at the start of one
 * @token: (out): the next one; its end is the limit when it goes on beyond. A
 *   string is a key when a colon follows
 *
 * Returns: FALSE when there is none
 */
gboolean          rt_json_walk       (const RtJsonSource *source,
                                      guint64             offset,
                                      RtJsonToken        *token);

G_END_DECLS
