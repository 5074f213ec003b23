/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The cookies of a jar, and the limits on their number. Not thread-safe: the
 * jar has the lock.
 */

#pragma once

#include "cookie.h"

G_BEGIN_DECLS

#define RT_COOKIE_STORE_DOMAIN_LIMIT 50
#define RT_COOKIE_STORE_LIMIT        3000

typedef struct _RtCookieStore RtCookieStore;

RtCookieStore *rt_cookie_store_new        (void);
void           rt_cookie_store_free       (RtCookieStore *self);
guint          rt_cookie_store_get_length (RtCookieStore *self);

/** Expired ones too, until they are pushed out. (transfer none) */
RtCookie      *rt_cookie_store_get        (RtCookieStore *self,
                                           guint          index);

/** The one with @cookie's name, domain, path and host-only flag, which is the
 * identity of a cookie (RFC 6265bis section 5.7). (transfer none) (nullable) */
RtCookie      *rt_cookie_store_find       (RtCookieStore *self,
                                           RtCookie      *cookie);

/** Puts @cookie in the place of the one of its identity, if any. */
void           rt_cookie_store_put        (RtCookieStore *self,
                                           RtCookie      *cookie);

/** Returns: FALSE when none has the identity of @cookie */
gboolean       rt_cookie_store_remove     (RtCookieStore *self,
                                           RtCookie      *cookie);

/** Notes that it was sent, which keeps it from being pushed out. */
void           rt_cookie_store_touch      (RtCookieStore *self,
                                           RtCookie      *cookie);

/**
 * rt_cookie_store_push_out:
 * @domain: the domain that has just got a cookie
 *
 * Removes what is over a limit, in the order of RFC 6265bis section 5.7:
 * expired, not Secure, the others; of these the least recently used.
 *
 * Returns: (transfer full) (nullable): the unexpired cookie that had to go
 */
RtCookie      *rt_cookie_store_push_out   (RtCookieStore *self,
                                           const char    *domain,
                                           gint64         now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtCookieStore, rt_cookie_store_free)

G_END_DECLS
