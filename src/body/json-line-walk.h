/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One line of JSON after the other, as pieces of the text and of what stands
 * between them. Pure.
 */

#pragma once

#include "json-line-index.h"

G_BEGIN_DECLS

/* Indent, key, colon, value, end of an empty container, comma. */
#define RT_JSON_MAX_PIECES 6

typedef struct
{
  const char *text;
  guint64     length;
} RtJsonPiece;

typedef struct
{
  RtJsonPiece pieces[RT_JSON_MAX_PIECES];
  guint       n_pieces;
  guint64     length;
} RtJsonLine;

typedef struct
{
  RtJsonSource  source;
  const GArray *long_lines; /* of RtJsonSpan */
  guint64       rest;       /* as in RtJsonLineScan */
  guint64       rest_line;
  guint64       length;     /* bytes of the text that were read */
  guint64       line;       /* number of the next line */
  guint64       offset;
  RtJsonLayout  layout;
  gboolean      has_next;
  RtJsonToken   next;       /* begins the next line */
} RtJsonLineWalk;

/**
 * rt_json_line_walk_init:
 * @index: what was made of the text so far; of it no more than the spans is
 *   looked at later
 * @text: the text
 * @limit: bytes of it that are JSON
 * @length: bytes of it that the index knows
 * @mark: where to begin
 */
void     rt_json_line_walk_init (RtJsonLineWalk   *self,
                                 RtJsonLineIndex  *index,
                                 const char       *text,
                                 guint64           limit,
                                 guint64           length,
                                 const RtJsonMark *mark);

/** The next line, or FALSE when there is none. */
gboolean rt_json_line_walk_next (RtJsonLineWalk   *self,
                                 RtJsonLine       *line);

/** Adds @length bytes of the line from @from on to @out. */
void     rt_json_line_append    (const RtJsonLine *line,
                                 guint64           from,
                                 guint64           length,
                                 GString          *out);

G_END_DECLS
