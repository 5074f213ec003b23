/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One cookie as a jar keeps it (RFC 6265bis section 5.5). Immutable. */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  RT_SAME_SITE_DEFAULT, /* not said */
  RT_SAME_SITE_NONE,
  RT_SAME_SITE_LAX,
  RT_SAME_SITE_STRICT,
} RtSameSite;

/* All that a cookie is made of; for rt_cookie_new(). */
typedef struct
{
  const char *name;   /* bytes as sent; may be "" */
  const char *value;
  const char *domain; /* lower case, ASCII, without a leading dot */
  const char *path;   /* begins with "/" */
  gint64      expires; /* Unix seconds; -1 = when the window closes */
  gint64      created; /* Unix microseconds */
  gboolean    host_only;
  gboolean    secure;
  gboolean    http_only;
  gboolean    partitioned;
  RtSameSite  same_site;
} RtCookieParts;

#define RT_TYPE_COOKIE (rt_cookie_get_type ())
G_DECLARE_FINAL_TYPE (RtCookie, rt_cookie, RT, COOKIE, GObject)

RtCookie   *rt_cookie_new           (const RtCookieParts *parts);
const char *rt_cookie_get_name      (RtCookie            *self);
const char *rt_cookie_get_value     (RtCookie            *self);
const char *rt_cookie_get_domain    (RtCookie            *self);
const char *rt_cookie_get_path      (RtCookie            *self);
gint64      rt_cookie_get_expires   (RtCookie            *self);
gint64      rt_cookie_get_created   (RtCookie            *self);
gboolean    rt_cookie_is_host_only  (RtCookie            *self);
gboolean    rt_cookie_is_secure     (RtCookie            *self);
gboolean    rt_cookie_is_http_only  (RtCookie            *self);
gboolean    rt_cookie_is_partitioned (RtCookie           *self);
RtSameSite  rt_cookie_get_same_site (RtCookie            *self);
/** @now: Unix seconds */
gboolean    rt_cookie_is_expired    (RtCookie            *self,
                                     gint64               now);

G_END_DECLS
