/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The header fields of a request: those that are typed, what the one that has
 * the keyboard means, and those that are added automatically.
 */

#pragma once

#include <gtk/gtk.h>

#include "catalogue.h"
#include "request.h"

G_BEGIN_DECLS

#define RT_TYPE_HEADER_EDITOR (rt_header_editor_get_type ())
G_DECLARE_FINAL_TYPE (RtHeaderEditor, rt_header_editor, RT, HEADER_EDITOR, GtkWidget)

GtkWidget *rt_header_editor_new           (void);
void       rt_header_editor_set_catalogue (RtHeaderEditor *self,
                                           RtCatalogue    *catalogue);
void       rt_header_editor_set_request   (RtHeaderEditor *self,
                                           RtRequest      *request);

G_END_DECLS
