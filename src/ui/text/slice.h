/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A slice of the bytes of a line as it is drawn: nothing invisible, nothing
 * that turns the direction of the text around, every byte accounted for. Pure.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RT_SLICE_TAB 8 /* cells */

/* What a unit, the smallest piece that is drawn whole, stands for. */
typedef enum
{
  RT_UNIT_PLAIN,   /* a character as it is */
  RT_UNIT_TAB,     /* blanks up to the next stop */
  RT_UNIT_SPACE,   /* a blank that is not the common one */
  RT_UNIT_CONTROL, /* a control character, as its picture or name */
  RT_UNIT_FORMAT,  /* a character without a look of its own, as its name */
  RT_UNIT_INVALID, /* one byte that is no UTF-8 */
} RtUnitKind;

typedef enum
{
  /* No unit takes more cells than it has bytes, so that bytes can be counted in
   * place of cells. */
  RT_SLICE_COMPACT = 1 << 0,
  /* There are glyphs for the pictures of control characters (U+2400 and on);
   * else they are drawn as "^@". */
  RT_SLICE_PICTURES = 1 << 1,
} RtSliceFlags;

typedef struct
{
  guint32    byte;  /* offset in the bytes */
  guint32    drawn; /* offset in the drawn text */
  guint32    cell;  /* cells of a monospace font before it, from the slice's start */
  RtUnitKind kind;
} RtUnit;

typedef struct
{
  GString *drawn; /* valid UTF-8, without control characters */
  GArray  *units; /* of RtUnit; one more at the end, for what follows */
} RtSlice;

/**
 * rt_slice_new:
 * @text: any bytes
 * @length: of @text
 * @limit: no unit begins at or after this byte, so that the last one may be
 *   whole when @length is a little more
 * @cell: the cell that the slice begins at, for the tab stops
 * @max_cells: no unit begins at or after as many cells
 */
RtSlice *rt_slice_new       (const char    *text,
                             gsize          length,
                             gsize          limit,
                             guint64        cell,
                             guint          max_cells,
                             RtSliceFlags   flags);
void     rt_slice_free      (RtSlice       *self);

/** Bytes that the slice shows. */
gsize    rt_slice_get_bytes (const RtSlice *self);
/** Cells that it takes. */
guint    rt_slice_get_cells (const RtSlice *self);

/** The place in the drawn text of a byte; that of its unit within one. */
gsize    rt_slice_to_drawn  (const RtSlice *self,
                             gsize          byte);
/** The byte of the unit that a place in the drawn text lies in. */
gsize    rt_slice_to_byte   (const RtSlice *self,
                             gsize          drawn);
/** The unit that begins at or before @byte; the one at the end for the end. */
const RtUnit *rt_slice_find (const RtSlice *self,
                             gsize          byte);

/* Goes over the units of a line one after the other. */
typedef struct
{
  guint64  cell;   /* where the next unit begins */
  gunichar before; /* the character before it, or 0 */
  gboolean blank;  /* whether a line may be broken before it */
} RtSliceWalk;

/** The bytes of the unit at the start of @text, which has some. */
gsize    rt_slice_step      (RtSliceWalk   *walk,
                             const char    *text,
                             gsize          length,
                             RtSliceFlags   flags);

/** @byte, or the start of the character that it lies within. */
gsize    rt_slice_align     (const char    *text,
                             gsize          length,
                             gsize          byte);

/** Whether all bytes are printable ASCII: bytes are cells then. */
gboolean rt_slice_is_simple (const char    *text,
                             gsize          length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtSlice, rt_slice_free)

G_END_DECLS
