/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the files of the line view share, one concern each. Nobody else includes
 * this.
 *
 * Two measures: the text's own pixels, x from the start of the lines and rows
 * counted from the first; and the widget's pixels, after scrolling and behind
 * the line numbers.
 */

#pragma once

#include "line-view.h"
#include "row-index.h"
#include "text-colors.h"
#include "text-row.h"

G_BEGIN_DECLS

/* Longer lines are known by bytes only: what a byte takes is one cell. */
#define RT_LONG_LINE (32 * 1024)

/* A row among all: the line, which of its rows, and pixels of it that are above. */
typedef struct
{
  guint64 line;
  guint64 row;
  double  offset;
} RtTopRow;

struct _RtLineView
{
  GtkWidget      parent_instance;

  RtLines       *lines;
  RtRowIndex    *row_index;   /* NULL unless lines are wrapped */
  RtSyntax       syntax;
  gboolean       wrap;
  gboolean       show_line_numbers;

  /* line-view-geometry.c */
  GtkAdjustment *adjustments[2]; /* by GtkOrientation */
  GtkScrollablePolicy policies[2];
  double         cell_width;
  int            row_height;
  int            baseline;
  int            digits;      /* of the line numbers; for the same lines never fewer */
  int            gutter;      /* pixels of the line numbers */
  guint          columns;     /* cells that are seen */
  RtSliceFlags   pictures;    /* RT_SLICE_PICTURES when there are glyphs for them */
  guint64        n_lines;     /* when last looked at */
  double         widest;      /* row that was seen, in pixels */
  RtTopRow       first;       /* the row that is drawn at the top */
  RtPlace        top;         /* what stays at the top when rows move */
  double         top_offset;
  double         value;       /* of the scrollbar, when last looked at */
  gboolean       configuring;
  guint          configure_id; /* to configure anew after that */
  gboolean       has_pending;
  RtPlace        pending;     /* to scroll to when there is a size */

  /* line-view-rows.c */
  GHashTable    *rows;        /* RtRowKey -> RtTextRow */
  GHashTable    *breaks;      /* line -> GArray of where its rows start */
  GPtrArray     *seen;        /* of RtTextRow, from the top; not owned */
  double         seen_y;      /* of the first one */
  gboolean       seen_valid;
  guint          stamp;
  GHashTable    *states;      /* line -> RtSyntaxState before it */
  RtPlace        shaped;      /* the end of the row that was made last */
  RtSyntaxState  shaped_state; /* and what stands there */

  /* line-view-draw.c */
  RtTextColors   colors;
  gboolean       colors_valid;
  PangoLayout   *number_layout;

  /* line-view-find.c */
  RtFinder      *finder;
  RtMatch        match;
  gboolean       has_match;

  /* line-view-selection.c, line-view-pointer.c, line-view-copy.c */
  RtPlace        anchor;
  RtPlace        caret;
  double         goal_x;      /* where the caret goes up and down; < 0: not known */
  RtPlace        drag_from;   /* what the press selected */
  RtPlace        drag_to;
  int            drag_unit;   /* presses: 1 characters, 2 words, 3 lines; 0 no drag */
  double         pointer_x;
  double         pointer_y;
  guint          autoscroll_id;
  gint64         autoscroll_time;
  GtkWidget     *popover;

  /* line-view-access.c */
  GtkWidget     *spoken;
  guint          speak_id;
};

/* line-view-geometry.c */
void     rt_line_view_measure_font      (RtLineView     *self);
void     rt_line_view_configure         (RtLineView     *self);
/* After what is seen may stand elsewhere. */
void     rt_line_view_reconfigure       (RtLineView     *self);
void     rt_line_view_set_adjustment    (RtLineView     *self,
                                         GtkOrientation  orientation,
                                         GtkAdjustment  *adjustment);
double   rt_line_view_get_scroll_x      (RtLineView     *self);
/* Scrolls so that the row is the first that is seen, if there are enough. */
void     rt_line_view_go_to_row         (RtLineView     *self,
                                         const RtTopRow *row);
void     rt_line_view_scroll_rows       (RtLineView     *self,
                                         double          rows);
/* Moves a row by whole rows; FALSE when that ended at an end of the text. */
gboolean rt_line_view_move_row          (RtLineView     *self,
                                         RtTopRow       *row,
                                         gint64          n);
void     rt_line_view_clamp_place       (RtLineView     *self,
                                         RtPlace        *place);
void     rt_line_view_lines_changed     (RtLineView     *self);
int      rt_line_view_get_page_rows     (RtLineView     *self);
void     rt_line_view_configure_horizontal (RtLineView  *self);

/* line-view-rows.c */
void       rt_line_view_init_rows       (RtLineView     *self);
void       rt_line_view_forget_rows     (RtLineView     *self);
void       rt_line_view_forget_rows_from (RtLineView    *self,
                                          guint64        line);
void       rt_line_view_forget_marks    (RtLineView     *self);
guint64    rt_line_view_count_rows      (RtLineView     *self,
                                         guint64         line);
guint64    rt_line_view_find_row        (RtLineView     *self,
                                         const RtPlace  *place);
guint64    rt_line_view_get_row_start   (RtLineView     *self,
                                         guint64         line,
                                         guint64         row);
RtTextRow *rt_line_view_get_row         (RtLineView     *self,
                                         guint64         line,
                                         guint64         row);
/* What is seen, from the top. */
GPtrArray *rt_line_view_get_seen        (RtLineView     *self);
/* Cells of a byte of a line: exact for lines that are not long. */
double     rt_line_view_get_text_x      (RtLineView     *self,
                                         const RtPlace  *place);
void       rt_line_view_prune_rows      (RtLineView     *self);

/* line-view-shape.c */
/* A row of @text, which begins at @from of the line: from @start on, up to
 * @limit or as many cells. */
RtTextRow *rt_line_view_shape           (RtLineView     *self,
                                         const RtRowKey *key,
                                         guint64         from,
                                         const GString  *text,
                                         gsize           start,
                                         gsize           limit,
                                         guint64         cell,
                                         guint           max_cells);

/* line-view-draw.c */
void     rt_line_view_snapshot          (GtkWidget      *widget,
                                         GtkSnapshot    *snapshot);
const RtTextColors *rt_line_view_get_colors (RtLineView *self);

/* line-view-selection.c */
void     rt_line_view_move_caret        (RtLineView     *self,
                                         const RtPlace  *place,
                                         gboolean        extend);
void     rt_line_view_get_word          (RtLineView     *self,
                                         const RtPlace  *place,
                                         RtPlace        *from,
                                         RtPlace        *to);
/* The next unit or word before or after a place. */
void     rt_line_view_step_unit         (RtLineView     *self,
                                         RtPlace        *place,
                                         gboolean        backwards);
void     rt_line_view_step_word         (RtLineView     *self,
                                         RtPlace        *place,
                                         gboolean        backwards);
void     rt_line_view_end_place         (RtLineView     *self,
                                         RtPlace        *place);
void     rt_line_view_selection_moved   (RtLineView     *self);

/* line-view-pointer.c, line-view-keys.c, line-view-menu.c */
void     rt_line_view_init_pointer      (RtLineView     *self);
void     rt_line_view_stop_pointer      (RtLineView     *self);
void     rt_line_view_add_bindings      (GtkWidgetClass *widget_class);
void     rt_line_view_popup_menu        (RtLineView     *self,
                                         double          x,
                                         double          y);

/* line-view-copy.c */
void     rt_line_view_claim_primary     (RtLineView     *self);

/* line-view-access.c */
void     rt_line_view_init_access       (RtLineView     *self);
void     rt_line_view_queue_speak       (RtLineView     *self);
void     rt_line_view_stop_access       (RtLineView     *self);

G_END_DECLS
