/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* When a request is sent again by itself. */

#pragma once

#include <gtk/gtk.h>

#include "request.h"

G_BEGIN_DECLS

#define RT_TYPE_RETRY_EDITOR (rt_retry_editor_get_type ())
G_DECLARE_FINAL_TYPE (RtRetryEditor, rt_retry_editor, RT, RETRY_EDITOR, GtkWidget)

GtkWidget *rt_retry_editor_new         (void);
void       rt_retry_editor_set_request (RtRetryEditor *self,
                                        RtRequest     *request);

G_END_DECLS
