/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where the lines of JSON laid out anew begin in the text: a mark for about
 * each 256th, so that any line is a short walk away. After the JSON come the
 * lines of what follows on a flaw, as they stand. No lock of its own: one thread
 * takes tokens beside those who read, and what it took is seen by them when it
 * is published, which is short whatever was taken.
 */

#pragma once

#include "json-feed.h"
#include "json-layout.h"
#include "json-walk.h"

G_BEGIN_DECLS

typedef struct
{
  guint64 line;
  guint64 offset; /* of its first token, or of the line itself after the JSON */
  guint64 depth;  /* levels that are open before it */
} RtJsonMark;

typedef struct
{
  GArray *marks;      /* of RtJsonMark, in order */
  /* Spans; who reads may keep them, as they are replaced and not changed. */
  GArray *longs;      /* of RtJsonSpan: tokens */
  GArray *long_lines; /* of RtJsonSpan: lines after the JSON */
} RtJsonLineTables;

typedef struct
{
  guint64      n_lines;     /* those of the JSON that began */
  guint64      longest;     /* of the lines that ended */
  RtJsonLayout layout;
  guint64      line_length; /* of the line that is being read */
  guint64      rest;        /* offset of what follows on a flaw, or G_MAXUINT64 */
  guint64      n_rest;      /* lines of it that ended */
  guint64      rest_line;   /* offset of the one that did not */
} RtJsonLineScan;

typedef struct
{
  /* What is read; rt_json_line_index_publish() alone changes it. */
  RtJsonLineTables tables;
  RtJsonLineScan   scan;
  /* Of the thread that takes tokens: how far it is, and what it has found since
   * it published. */
  RtJsonLineScan   taken;
  RtJsonLineTables found;
} RtJsonLineIndex;

RtJsonLineIndex  *rt_json_line_index_new         (void);
void              rt_json_line_index_free        (RtJsonLineIndex   *self);

void              rt_json_line_index_take_tokens (RtJsonLineIndex   *self,
                                                  const RtJsonToken *tokens,
                                                  gsize              n_tokens);
void              rt_json_line_index_take_rest   (RtJsonLineIndex   *self,
                                                  const RtJsonView  *view,
                                                  guint64            from,
                                                  guint64            to);
/** Shows what was taken; nobody reads meanwhile. */
void              rt_json_line_index_publish     (RtJsonLineIndex   *self);

/** The last mark at or before @line; the start of the text when there is none. */
const RtJsonMark *rt_json_line_index_find_line   (RtJsonLineIndex   *self,
                                                  guint64            line);

gsize             rt_json_line_index_get_size    (RtJsonLineIndex   *self);

G_END_DECLS
