/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What happened to one cookie, why, and what each of its attributes says. */

#pragma once

#include <gtk/gtk.h>

#include "cookie-jar.h"

G_BEGIN_DECLS

#define RT_TYPE_VERDICT_ROW (rt_verdict_row_get_type ())
G_DECLARE_FINAL_TYPE (RtVerdictRow, rt_verdict_row, RT, VERDICT_ROW, GtkWidget)

/** @now: Unix seconds, when it came. @masked: "***" stands for the value */
GtkWidget *rt_verdict_row_new      (RtCookieVerdict *verdict,
                                    gint64           now,
                                    gboolean         masked);

/** A Set-Cookie that nobody judged. @line: its value, for the screen */
GtkWidget *rt_verdict_row_new_line (const char      *line,
                                    gint64           now,
                                    gboolean         masked);

G_END_DECLS
