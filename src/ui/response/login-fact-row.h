/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One row of a login: a parameter, its value, what it means, and what is wrong
 * with it.
 */

#pragma once

#include <gtk/gtk.h>

#include "login-sheet.h"

G_BEGIN_DECLS

#define RT_TYPE_LOGIN_FACT_ROW (rt_login_fact_row_get_type ())
G_DECLARE_FINAL_TYPE (RtLoginFactRow, rt_login_fact_row, RT, LOGIN_FACT_ROW, GtkWidget)

/** @show_secrets: FALSE puts "***" in place of a secret, everywhere. */
GtkWidget *rt_login_fact_row_new (const RtLoginFact *fact,
                                  gboolean           show_secrets);

G_END_DECLS
