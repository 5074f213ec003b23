/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Text of any size as numbered lines that are made on demand: the raw text, a
 * document laid out anew, bytes in hexadecimal. Nobody ever holds all of it.
 * Lines are only added while bytes arrive; one that has been complete never
 * changes. All functions but those that connect signals: any thread.
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* A place between two bytes of the text of a line; both count from 0. */
typedef struct
{
  guint64 line;
  guint64 byte;
} RtPlace;

#define RT_TYPE_LINES (rt_lines_get_type ())
G_DECLARE_DERIVABLE_TYPE (RtLines, rt_lines, RT, LINES, GObject)

/* Signal "changed": lines were added, the last one grew, or all are there. On
 * the main context of the thread that made the object, at most 20 times a
 * second. */
struct _RtLinesClass
{
  GObjectClass parent_class;

  guint64  (*get_n_lines) (RtLines *self);
  guint64  (*get_length)  (RtLines *self,
                           guint64  line);
  void     (*read)        (RtLines *self,
                           guint64  line,
                           guint64  from,
                           gsize    length,
                           GString *out);
  gsize    (*read_block)  (RtLines *self,
                           guint64  line,
                           gsize    max_length,
                           GString *out);
  guint64  (*get_longest) (RtLines *self);
  gboolean (*is_complete) (RtLines *self);

  /* May be left out: then it asks for each of them. */
  gsize    (*get_lengths) (RtLines *self,
                           guint64  line,
                           gsize    n,
                           guint64 *lengths);
  /* May be left out: then it is 1. */
  double   (*get_share)   (RtLines *self);
};

/** 0 only when there is no text. A line end at the end starts no line. */
guint64  rt_lines_get_n_lines (RtLines *self);

/** Bytes of the text of @line, without its line end; 0 when there is no such line. */
guint64  rt_lines_get_length  (RtLines *self,
                               guint64  line);

/**
 * rt_lines_read:
 * @from: the first byte of the text of @line
 * @length: bytes to read at most
 * @out: the bytes are added to it; they need not be UTF-8, and may be NUL
 *
 * Takes time for @length, not for the size of the line or the text.
 */
void     rt_lines_read        (RtLines *self,
                               guint64  line,
                               guint64  from,
                               gsize    length,
                               GString *out);

/**
 * rt_lines_read_block:
 * @line: the first line
 * @max_length: bytes after which no further line is begun; a line may be longer
 * @out: whole lines are added, each with "\n" after it
 *
 * For what goes over all of the text: find, copy, save. A line of more than
 * @max_length bytes is not read here when it is the first: then the result is 0
 * and rt_lines_read() reads it in pieces.
 *
 * Returns: the number of lines
 */
gsize    rt_lines_read_block  (RtLines *self,
                               guint64  line,
                               gsize    max_length,
                               GString *out);

/**
 * rt_lines_read_block_before:
 * @end: the line before which it stops
 *
 * As rt_lines_read_block(), and no line from @end on.
 */
gsize    rt_lines_read_block_before (RtLines *self,
                                     guint64  line,
                                     guint64  end,
                                     gsize    max_length,
                                     GString *out);

/**
 * rt_lines_get_lengths:
 * @n: lines to look at, at most
 * @lengths: (out caller-allocates) (array length=n): see rt_lines_get_length()
 *
 * For what goes over all of the text.
 *
 * Returns: the number of lines, less than @n at the end
 */
gsize    rt_lines_get_lengths (RtLines *self,
                               guint64  line,
                               gsize    n,
                               guint64 *lengths);

/** Bytes of the longest line so far, for the width of the view. */
guint64  rt_lines_get_longest (RtLines *self);

/** TRUE when no line will be added. */
gboolean rt_lines_is_complete (RtLines *self);

/** How much of the text the lines so far are, over 0 to 1, as far as it is known:
 * with it one can tell how many lines there will be. */
double   rt_lines_get_share   (RtLines *self);

/** For the classes: emits "changed"; on the context named above only. */
void     rt_lines_emit_changed (RtLines *self);

/** <0, 0, >0 as @a is before, at, or after @b. */
int      rt_place_compare     (const RtPlace *a,
                               const RtPlace *b);

G_END_DECLS
