/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One line of a comparison: a sign, what is compared, and both values; or the
 * heading of a part.
 */

#pragma once

#include <gtk/gtk.h>

#include "compare.h"
#include "credentials.h"

G_BEGIN_DECLS

#define RT_TYPE_COMPARE_ROW (rt_compare_row_get_type ())
G_DECLARE_FINAL_TYPE (RtCompareRow, rt_compare_row, RT, COMPARE_ROW, GtkWidget)

GtkWidget *rt_compare_row_new      (void);
/**
 * rt_compare_row_set_row:
 * @credentials: (nullable): tells which API key is a secret
 * @show_secrets: FALSE hides them
 */
void       rt_compare_row_set_row  (RtCompareRow  *self,
                                    RtComparedRow *row,
                                    RtCredentials *credentials,
                                    gboolean       show_secrets);
void       rt_compare_row_set_head (RtCompareRow  *self,
                                    const char    *title);

G_END_DECLS
