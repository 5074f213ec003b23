/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A row of the JSON tree: key, value in the colour of its type, size. */

#pragma once

#include <gtk/gtk.h>

#include "json-item.h"

G_BEGIN_DECLS

#define RT_TYPE_JSON_ROW (rt_json_row_get_type ())
G_DECLARE_FINAL_TYPE (RtJsonRow, rt_json_row, RT, JSON_ROW, GtkWidget)

/* Property "list-row" GtkTreeListRow (nullable), writable: of an RtJsonItem. */
GtkWidget  *rt_json_row_new      (void);
/** (transfer none) (nullable) */
RtJsonItem *rt_json_row_get_item (RtJsonRow *self);

G_END_DECLS
