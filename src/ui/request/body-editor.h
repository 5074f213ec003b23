/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The content of a request: its kind, its media type, and an editor for it. */

#pragma once

#include <gtk/gtk.h>

#include "request.h"

G_BEGIN_DECLS

#define RT_TYPE_BODY_EDITOR (rt_body_editor_get_type ())
G_DECLARE_FINAL_TYPE (RtBodyEditor, rt_body_editor, RT, BODY_EDITOR, GtkWidget)

GtkWidget *rt_body_editor_new         (void);
void       rt_body_editor_set_request (RtBodyEditor *self,
                                       RtRequest    *request);

G_END_DECLS
