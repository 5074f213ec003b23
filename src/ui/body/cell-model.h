/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Rows of cells of text that are made when a list looks at them: a million of
 * them cost nothing until they are seen.
 */

#pragma once

#include <gio/gio.h>
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RT_CELL_MAX 5

#define RT_TYPE_CELL_ROW (rt_cell_row_get_type ())
G_DECLARE_FINAL_TYPE (RtCellRow, rt_cell_row, RT, CELL_ROW, GObject)

#define RT_TYPE_CELL_MODEL (rt_cell_model_get_type ())
G_DECLARE_FINAL_TYPE (RtCellModel, rt_cell_model, RT, CELL_MODEL, GObject)

/* Fills @row, number @index, by rt_cell_row_take(). */
typedef void (*RtCellFill) (RtCellRow *row,
                            guint      index,
                            gpointer   data);

/** @text: (transfer full): valid UTF-8 */
void         rt_cell_row_take      (RtCellRow   *self,
                                    guint        column,
                                    char        *text);
const char  *rt_cell_row_get       (RtCellRow   *self,
                                    guint        column);
guint        rt_cell_row_get_index (RtCellRow   *self);

/** @data: must live as long as the model has rows */
RtCellModel *rt_cell_model_new     (RtCellFill   fill,
                                    gpointer     data);
/** There are @n rows; those from @from on are others than before. */
void         rt_cell_model_change  (RtCellModel *self,
                                    guint        from,
                                    guint        n);
/** Shows @column of the rows under @title. (transfer none) */
GtkColumnViewColumn *
             rt_cell_model_add_column (GtkColumnView *view,
                                       const char    *title,
                                       guint          column,
                                       gboolean       expand);

G_END_DECLS
