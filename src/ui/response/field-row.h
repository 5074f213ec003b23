/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The row that shows an RtFieldItem. */

#pragma once

#include <gtk/gtk.h>

#include "field-item.h"

G_BEGIN_DECLS

#define RT_TYPE_FIELD_ROW (rt_field_row_get_type ())
G_DECLARE_FINAL_TYPE (RtFieldRow, rt_field_row, RT, FIELD_ROW, GtkWidget)

GtkWidget *rt_field_row_new      (void);
/** @item may be NULL: the row is empty then. */
void       rt_field_row_set_item (RtFieldRow  *self,
                                  RtFieldItem *item);

G_END_DECLS
