/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The parts of a multipart body as a list; choosing one says which bytes it has,
 * so that others show it. A page of the viewer.
 */

#pragma once

#include "body-page.h"

G_BEGIN_DECLS

#define RT_TYPE_PARTS_VIEW (rt_parts_view_get_type ())
G_DECLARE_FINAL_TYPE (RtPartsView, rt_parts_view, RT, PARTS_VIEW, GtkWidget)

/* Signal "part-chosen" (guint64 start, guint64 length, const char *media_type,
 * const char *disposition): the content of a part in the bytes, its Content-Type as
 * sent, and its Content-Disposition as text, which may be empty. */

GtkWidget *rt_parts_view_new (void);

G_END_DECLS
