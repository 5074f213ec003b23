/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Goes to a line by its number; in a view of bytes in hexadecimal, to an
 * offset.
 */

#pragma once

#include "line-view.h"

G_BEGIN_DECLS

#define RT_TYPE_GO_TO_BAR (rt_go_to_bar_get_type ())
G_DECLARE_FINAL_TYPE (RtGoToBar, rt_go_to_bar, RT, GO_TO_BAR, GtkWidget)

/** @view: (nullable), not owned. Its syntax says whether it shows bytes. */
void     rt_go_to_bar_set_view     (RtGoToBar  *self,
                                    RtLineView *view);
void     rt_go_to_bar_open         (RtGoToBar  *self);
void     rt_go_to_bar_close        (RtGoToBar  *self);

/**
 * rt_go_to_bar_parse_number:
 * @text: "1204", "1,204", "0x4b4"; letters alone tell that it is hexadecimal
 *
 * Returns: FALSE when it is none
 */
gboolean rt_go_to_bar_parse_number (const char *text,
                                    gboolean    hexadecimal,
                                    guint64    *number);

G_END_DECLS
