/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How long each send of a repetition took, as a mark for each in the shape and
 * the colour of its class.
 */

#pragma once

#include <gtk/gtk.h>

#include "repetition.h"

G_BEGIN_DECLS

#define RT_TYPE_REPETITION_PLOT (rt_repetition_plot_get_type ())
G_DECLARE_FINAL_TYPE (RtRepetitionPlot, rt_repetition_plot, RT, REPETITION_PLOT, GtkWidget)

/* Signal "chosen" (guint number): the mark of this result was clicked. What
 * it shows stands in the table too, which the keyboard reaches. */
GtkWidget *rt_repetition_plot_new            (void);
/** @results: (nullable): of RtRepetitionResult; the last 300 are drawn. */
void       rt_repetition_plot_set_results    (RtRepetitionPlot *self,
                                              GListModel       *results);
/** There will be so many, so that there is room for them; 0 = not known. */
void       rt_repetition_plot_set_expected   (RtRepetitionPlot *self,
                                              guint             n);
/** Marks this one; 0 marks none. */
void       rt_repetition_plot_set_marked     (RtRepetitionPlot *self,
                                              guint             number);
/** The accessible description. */
void       rt_repetition_plot_set_words      (RtRepetitionPlot *self,
                                              const char       *words);
/** The duration at the top of the scale for @longest: 1, 2 or 5 times a power
 * of ten of microseconds, not below @longest. */
gint64     rt_repetition_plot_round_up       (gint64            longest);

G_END_DECLS
