/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One cookie of the jar: Enter or F2 edits it, Delete removes it. */

#pragma once

#include <gtk/gtk.h>

#include "cookie-item.h"

G_BEGIN_DECLS

#define RT_TYPE_COOKIE_ROW (rt_cookie_row_get_type ())
G_DECLARE_FINAL_TYPE (RtCookieRow, rt_cookie_row, RT, COOKIE_ROW, GtkListBoxRow)

/* Signals "edit" and "remove": the person wants to. */
GtkWidget    *rt_cookie_row_new      (RtCookieItem *item);
RtCookieItem *rt_cookie_row_get_item (RtCookieRow  *self);

/** Says anew when it expires. @now: Unix seconds */
void          rt_cookie_row_tick     (RtCookieRow  *self,
                                      gint64        now);

G_END_DECLS
