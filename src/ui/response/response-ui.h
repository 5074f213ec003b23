/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where the templates of this folder stand in the app's resource, and what every
 * widget of the folder needs.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RT_RESPONSE_UI "/io/github/roundtrip_app/Roundtrip/ui/response/"

/**
 * rt_response_ui_dispose:
 * @widget: a widget with a template, in its dispose
 * @type: the type that has the template
 *
 * gtk_widget_dispose_template(), and what that leaves: the children that the
 * template does not bind.
 */
void rt_response_ui_dispose   (GtkWidget  *widget,
                               GType       type);

/**
 * rt_response_ui_set_text:
 * @name: (nullable): accessible name that stays while the text changes; GtkLabel
 *   would take the text for it
 *
 * Sets text, never markup, and hides a label that has none.
 */
void rt_response_ui_set_text  (GtkLabel   *label,
                               const char *name,
                               const char *text);

G_END_DECLS
