/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The logins of a request: at the server, and at the proxy. */

#pragma once

#include <gtk/gtk.h>

#include "request.h"

G_BEGIN_DECLS

#define RT_TYPE_AUTH_PAGE (rt_auth_page_get_type ())
G_DECLARE_FINAL_TYPE (RtAuthPage, rt_auth_page, RT, AUTH_PAGE, GtkWidget)

/* Properties, writable: "challenges" and "proxy-challenges" GStrv (nullable):
 * labels (rt_challenge_dup_label()) of what the last response offered. */
GtkWidget *rt_auth_page_new         (void);
void       rt_auth_page_set_request (RtAuthPage *self,
                                     RtRequest  *request);

G_END_DECLS
