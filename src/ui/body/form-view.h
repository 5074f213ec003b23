/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Form data as a table of names and values, decoded; what is wrong with their
 * spelling stands beside them.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RT_TYPE_FORM_VIEW (rt_form_view_get_type ())
G_DECLARE_FINAL_TYPE (RtFormView, rt_form_view, RT, FORM_VIEW, GtkWidget)

GtkWidget *rt_form_view_new       (void);
/** @bytes: (nullable): application/x-www-form-urlencoded */
void       rt_form_view_set_bytes (RtFormView *self,
                                   GBytes     *bytes);
/** Names and values that are listed. */
guint      rt_form_view_get_n     (RtFormView *self);

G_END_DECLS
