/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How a request is sent: redirects, retries, time limits, protocol, trust, proxy. */

#pragma once

#include <gtk/gtk.h>

#include "request.h"

G_BEGIN_DECLS

#define RT_TYPE_OPTIONS_PAGE (rt_options_page_get_type ())
G_DECLARE_FINAL_TYPE (RtOptionsPage, rt_options_page, RT, OPTIONS_PAGE, GtkWidget)

GtkWidget *rt_options_page_new         (void);
void       rt_options_page_set_request (RtOptionsPage *self,
                                        RtRequest     *request);

G_END_DECLS
