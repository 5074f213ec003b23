/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where the lines of a text begin, for one line in many: a mark after so many
 * lines and after so many bytes, so that any line is found from the mark
 * before it by looking at few bytes. Not thread-safe, but for what is said.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Lines, and bytes to the beginning of a line, from one mark to the next. */
#define RT_LINE_INDEX_LINES 128
#define RT_LINE_INDEX_BYTES (32 * 1024)

typedef struct
{
  guint64 line;
  guint64 offset; /* of its first byte */
} RtLineMark;

/* How far the text was looked at. All zero at first. */
typedef struct
{
  guint64    n_bytes; /* of the text */
  RtLineMark open;    /* the line without a line end yet */
  RtLineMark marked;  /* the last mark */
  guint64    longest; /* bytes of the longest line that has an end */
} RtLineScan;

/**
 * rt_line_scan:
 * @text: all of the text
 * @end: how far to look
 * @marks: (element-type RtLineMark): new marks are added
 *
 * Goes on from where it stands. Any thread, with its own @self.
 */
void rt_line_scan (RtLineScan *self,
                   const char *text,
                   guint64     end,
                   GArray     *marks);

typedef struct
{
  GArray    *marks; /* of RtLineMark; there is none for line 0 */
  RtLineScan scan;
} RtLineIndex;

void    rt_line_index_init  (RtLineIndex      *self);
void    rt_line_index_clear (RtLineIndex      *self);
/** Takes over what a scan that began with self->scan has found. */
void    rt_line_index_add   (RtLineIndex      *self,
                             const RtLineScan *scan,
                             const GArray     *marks);

/* The lines from one mark to the next: all but the last of them begin and end
 * within RT_LINE_INDEX_BYTES. */
typedef struct
{
  RtLineMark first;
  RtLineMark next;   /* the line after them, and where it begins */
  gboolean   open;   /* there is one line, without a line end */
} RtLineGroup;

/** The group of a line; @line is not beyond the open one. */
void    rt_line_index_find_line   (const RtLineIndex *self,
                                   guint64            line,
                                   RtLineGroup       *group);

/**
 * rt_line_index_find_mark:
 * @line: the mark is not beyond this line
 * @offset: nor beyond this offset
 *
 * The last such mark. Returns: %FALSE when there is none
 */
gboolean rt_line_index_find_mark  (const RtLineIndex *self,
                                   guint64            line,
                                   guint64            offset,
                                   RtLineMark        *mark);

/* One line: its text, and where the next begins. */
typedef struct
{
  guint64 start;
  guint64 end;  /* without LF or CR LF */
  guint64 next;
} RtLineSpan;

/** Any thread. @line: one of @group. */
void    rt_line_group_get_span    (const RtLineGroup *self,
                                   const char        *text,
                                   guint64            line,
                                   RtLineSpan        *span);
/** Any thread. Makes the span of the line that follows that of @span, which is
 * @line. Both are of the group. */
void    rt_line_group_next_span   (const RtLineGroup *self,
                                   const char        *text,
                                   guint64            line,
                                   RtLineSpan        *span);

G_END_DECLS
