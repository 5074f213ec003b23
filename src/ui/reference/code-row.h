/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A row of the list of status codes. */

#pragma once

#include <gtk/gtk.h>

#include "code-item.h"

G_BEGIN_DECLS

#define RT_TYPE_CODE_ROW (rt_code_row_get_type ())
G_DECLARE_FINAL_TYPE (RtCodeRow, rt_code_row, RT, CODE_ROW, GtkWidget)

/* Property "item": RtCodeItem (nullable), writable. */
GtkWidget  *rt_code_row_new             (void);
/** What a screen reader says: "404 Not Found, you are here, seen before". */
const char *rt_code_row_get_description (RtCodeRow  *self);

G_END_DECLS
