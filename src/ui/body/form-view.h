/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Form data as a table of names and values, decoded; what is wrong with their
 * spelling stands beside them. A page of the viewer.
 */

#pragma once

#include "body-page.h"

G_BEGIN_DECLS

#define RT_TYPE_FORM_VIEW (rt_form_view_get_type ())
G_DECLARE_FINAL_TYPE (RtFormView, rt_form_view, RT, FORM_VIEW, GtkWidget)

GtkWidget *rt_form_view_new (void);

G_END_DECLS
