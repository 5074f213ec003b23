/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* An exchange that can be chosen for one side of a comparison. */

#pragma once

#include <gtk/gtk.h>

#include "trail.h"

G_BEGIN_DECLS

#define RT_TYPE_COMPARE_CHOICE (rt_compare_choice_get_type ())
G_DECLARE_FINAL_TYPE (RtCompareChoice, rt_compare_choice, RT, COMPARE_CHOICE, GObject)

/** @before: it belongs to the Send before this one. */
RtCompareChoice    *rt_compare_choice_new          (RtTrail         *trail,
                                                    guint            position,
                                                    gboolean         before);
RtExchange         *rt_compare_choice_get_exchange (RtCompareChoice *self);
/** "2: 200 GET http://…", "Before, 1: …". (transfer full) */
char               *rt_compare_choice_dup_label    (RtCompareChoice *self);
/** Shows choices in a drop-down, long ones with their middle left out. (transfer full) */
GtkListItemFactory *rt_compare_choice_new_factory  (void);

G_END_DECLS
