/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A kept cookie as the list of a request shows it: whether it would go along
 * with this request. Immutable.
 */

#pragma once

#include "cookie.h"

G_BEGIN_DECLS

typedef enum
{
  RT_COOKIE_GOES,      /* along with the request */
  RT_COOKIE_STAYS,     /* it is near, and there is a reason */
  RT_COOKIE_ELSEWHERE, /* for other sites */
  RT_COOKIE_UNDECIDED, /* there is no URL yet, or cookies are off */
} RtCookiePlace;

#define RT_TYPE_COOKIE_ITEM (rt_cookie_item_get_type ())
G_DECLARE_FINAL_TYPE (RtCookieItem, rt_cookie_item, RT, COOKIE_ITEM, GObject)

/** @why: (nullable): why it stays, in a sentence */
RtCookieItem *rt_cookie_item_new        (RtCookie      *cookie,
                                         RtCookiePlace  place,
                                         const char    *why);
RtCookie     *rt_cookie_item_get_cookie (RtCookieItem  *self);
RtCookiePlace rt_cookie_item_get_place  (RtCookieItem  *self);
const char   *rt_cookie_item_get_why    (RtCookieItem  *self);
gboolean      rt_cookie_item_equal      (RtCookieItem  *self,
                                         RtCookieItem  *other);

G_END_DECLS
