/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The page of the views that are lines of text: laid out, raw, hexadecimal. */

#pragma once

#include "body-page.h"

G_BEGIN_DECLS

#define RT_TYPE_LINES_PAGE (rt_lines_page_get_type ())
G_DECLARE_FINAL_TYPE (RtLinesPage, rt_lines_page, RT, LINES_PAGE, GtkWidget)

/* Property "wrap" boolean (TRUE), writable: long lines are; those in
 * hexadecimal never. */

G_END_DECLS
