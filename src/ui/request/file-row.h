/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A file that was chosen, or a button that chooses one. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RT_TYPE_FILE_ROW (rt_file_row_get_type ())
G_DECLARE_FINAL_TYPE (RtFileRow, rt_file_row, RT, FILE_ROW, GtkWidget)

/* Properties, writable: "path" string (nullable), absolute; "title" string:
 * what the file is for, the accessible name and the title of the chooser. */
GtkWidget  *rt_file_row_new      (void);
const char *rt_file_row_get_path (RtFileRow  *self);
void        rt_file_row_set_path (RtFileRow  *self,
                                  const char *path);

G_END_DECLS
