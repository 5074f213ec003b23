/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What every widget with a template does at its end. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * rt_template_dispose:
 * @widget: a widget with a template, in its dispose
 * @type: the type that has the template
 *
 * gtk_widget_dispose_template(), and what that leaves in GTK 4.8: the children
 * that the template does not bind.
 */
void rt_template_dispose (GtkWidget *widget,
                          GType      type);

G_END_DECLS
