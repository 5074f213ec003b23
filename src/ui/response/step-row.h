/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One next step: a button, and what it changes. */

#pragma once

#include <gtk/gtk.h>

#include "next-step.h"

G_BEGIN_DECLS

#define RT_TYPE_STEP_ROW (rt_step_row_get_type ())
G_DECLARE_FINAL_TYPE (RtStepRow, rt_step_row, RT, STEP_ROW, GtkWidget)

/* Signal "chosen": the button was pressed. */
GtkWidget  *rt_step_row_new      (RtNextStep *step);
RtNextStep *rt_step_row_get_step (RtStepRow  *self);

G_END_DECLS
