/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Two exchanges side by side: of one trail, or of this Send and the one before. */

#pragma once

#include <gtk/gtk.h>

#include "trail.h"

G_BEGIN_DECLS

#define RT_TYPE_COMPARE_VIEW (rt_compare_view_get_type ())
G_DECLARE_FINAL_TYPE (RtCompareView, rt_compare_view, RT, COMPARE_VIEW, GtkWidget)

/**
 * rt_compare_view_set_trails:
 * @before: (nullable): what was sent before @trail
 *
 * Chooses the answers of both; without @before, the first and the last exchange
 * of @trail.
 */
void        rt_compare_view_set_trails       (RtCompareView *self,
                                              RtTrail       *before,
                                              RtTrail       *trail);
void        rt_compare_view_set_show_secrets (RtCompareView *self,
                                              gboolean       show);
/** All rows that are shown: RtComparedRow, and GtkStringObject for headings. (transfer none) */
GListModel *rt_compare_view_get_rows         (RtCompareView *self);
/** FALSE while a comparison is made. */
gboolean    rt_compare_view_is_ready         (RtCompareView *self);

G_END_DECLS
