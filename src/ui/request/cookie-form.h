/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A form for one cookie, new or kept. Escape gives it up. */

#pragma once

#include <gtk/gtk.h>

#include "cookie.h"

G_BEGIN_DECLS

#define RT_TYPE_COOKIE_FORM (rt_cookie_form_get_type ())
G_DECLARE_FINAL_TYPE (RtCookieForm, rt_cookie_form, RT, COOKIE_FORM, GtkWidget)

/* Signals: "saved" (RtCookie): what was typed, and it is valid;
 * "given-up". */
GtkWidget *rt_cookie_form_new          (void);

/** Begins with @cookie; rt_cookie_form_get_edited() remembers it. */
void       rt_cookie_form_edit         (RtCookieForm *self,
                                        RtCookie     *cookie);

/** Begins with a new cookie for @host. @host: (nullable) */
void       rt_cookie_form_begin        (RtCookieForm *self,
                                        const char   *host);

/** The cookie that is edited; %NULL for a new one. (transfer none) (nullable) */
RtCookie  *rt_cookie_form_get_edited   (RtCookieForm *self);

G_END_DECLS
