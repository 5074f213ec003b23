/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A line view that scrolls, with the bars to find and to go to a line above it.
 *
 * Actions: "text.find", "text.find-next", "text.find-previous",
 * "text.go-to-line". Keys: Ctrl+F, Ctrl+G, Ctrl+Shift+G, Ctrl+I.
 */

#pragma once

#include "line-view.h"

G_BEGIN_DECLS

#define RT_TYPE_TEXT_PAGE (rt_text_page_get_type ())
G_DECLARE_FINAL_TYPE (RtTextPage, rt_text_page, RT, TEXT_PAGE, GtkWidget)

GtkWidget  *rt_text_page_new      (void);

/** (transfer none) */
RtLineView *rt_text_page_get_view (RtTextPage *self);

G_END_DECLS
