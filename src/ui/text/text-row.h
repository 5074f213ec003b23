/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One row of a line view: a slice of a line, laid out. */

#pragma once

#include <gtk/gtk.h>

#include "slice.h"

G_BEGIN_DECLS

/* Which row: of a line, and which part of it. */
typedef struct
{
  guint64 line;
  guint64 part;
} RtRowKey;

typedef struct
{
  RtRowKey       key;
  guint64        start;   /* the byte of the line that the slice begins at */
  guint64        end;     /* the byte that it ends before */
  gboolean       first;   /* the line begins with it */
  gboolean       last;    /* the line ends with it */
  double         x;       /* where the slice begins, from the start of the line */
  double         scale;   /* of the layout's width, so that a row fits */
  double         width;
  RtSlice       *slice;
  PangoLayout   *layout;
  GskRenderNode *node;    /* the drawn text; NULL until it is drawn */
  GArray        *marks;   /* of RtMatch, offsets in the slice; NULL until looked for */
  guint          stamp;   /* of the frame that last used it */
} RtTextRow;

/* A piece of a row, in pixels from the start of the line. */
typedef struct
{
  double start;
  double end;
} RtExtent;

/**
 * rt_text_row_new:
 * @slice: (transfer full): its text
 * @layout: (transfer full): of the slice's drawn text
 */
RtTextRow *rt_text_row_new        (const RtRowKey  *key,
                                   guint64          start,
                                   RtSlice         *slice,
                                   PangoLayout     *layout);
void       rt_text_row_free       (RtTextRow       *self);

/** Draws the row narrower when it is wider than @width. */
void       rt_text_row_fit        (RtTextRow       *self,
                                   double           width);

/** Where @byte of the line stands, from the start of the line. */
double     rt_text_row_get_x      (const RtTextRow *self,
                                   guint64          byte);
/** The byte whose edge is nearest to @x. */
guint64    rt_text_row_get_byte   (const RtTextRow *self,
                                   double           x);
/** Adds what @from up to @to of the line takes; some pieces in text of both
 * directions. @extents: (element-type RtExtent) */
void       rt_text_row_get_extents (const RtTextRow *self,
                                    guint64          from,
                                    guint64          to,
                                    GArray          *extents);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtTextRow, rt_text_row_free)

G_END_DECLS
