/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The cookies of the request's jar: which of them go to the URL that is typed,
 * and what a person does with them.
 */

#pragma once

#include <gtk/gtk.h>

#include "request.h"

G_BEGIN_DECLS

#define RT_TYPE_COOKIES_PAGE (rt_cookies_page_get_type ())
G_DECLARE_FINAL_TYPE (RtCookiesPage, rt_cookies_page, RT, COOKIES_PAGE, GtkWidget)

/* Property "n-going" uint: how many cookies go along; notify on change. */
GtkWidget *rt_cookies_page_new         (void);
void       rt_cookies_page_set_request (RtCookiesPage *self,
                                        RtRequest     *request);
guint      rt_cookies_page_get_n_going (RtCookiesPage *self);

G_END_DECLS
