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
 * rt_response_ui_set_text:
 * @name: (nullable): accessible name that stays while the text changes; GtkLabel
 *   would take the text for it
 *
 * Sets text, never markup, and hides a label that has none.
 */
void rt_response_ui_set_text  (GtkLabel   *label,
                               const char *name,
                               const char *text);

/**
 * rt_response_ui_wrap_for:
 *
 * Lets @label break @text anywhere when there is a very long word in it. To look
 * for a better place first takes Pango 1.5 s for a word of 4,096 letters. No
 * hyphen is drawn where it breaks: nobody sent one.
 */
void rt_response_ui_wrap_for  (GtkLabel   *label,
                               const char *text);

/** TRUE when @text has a word that is too long to look at as one. */
gboolean rt_response_ui_has_long_word (const char *text);

G_END_DECLS
