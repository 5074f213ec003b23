/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The pane of the cookies: which went along and which did not, what became of
 * those that came, and why.
 */

#pragma once

#include "response-pane.h"

G_BEGIN_DECLS

#define RT_TYPE_COOKIES_PANE (rt_cookies_pane_get_type ())
G_DECLARE_FINAL_TYPE (RtCookiesPane, rt_cookies_pane, RT, COOKIES_PANE, RtResponsePane)

G_END_DECLS
