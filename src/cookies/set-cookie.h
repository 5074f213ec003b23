/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One value of Set-Cookie, read but not yet judged: every attribute stands
 * here, also those that do not count (RFC 6265bis section 5.6).
 */

#pragma once

#include <glib.h>

#include "cookie.h"

G_BEGIN_DECLS

#define RT_COOKIE_ATTRIBUTE_LIMIT 1024             /* bytes of a value */
#define RT_COOKIE_AGE_LIMIT       (400 * 24 * 3600) /* seconds */

typedef enum
{
  RT_COOKIE_ATTRIBUTE_EXPIRES,
  RT_COOKIE_ATTRIBUTE_MAX_AGE,
  RT_COOKIE_ATTRIBUTE_DOMAIN,
  RT_COOKIE_ATTRIBUTE_PATH,
  RT_COOKIE_ATTRIBUTE_SECURE,
  RT_COOKIE_ATTRIBUTE_HTTP_ONLY,
  RT_COOKIE_ATTRIBUTE_SAME_SITE,
  RT_COOKIE_ATTRIBUTE_PARTITIONED,
  RT_COOKIE_ATTRIBUTE_OTHER, /* no attribute that RFC 6265bis knows */
} RtCookieAttributeKind;

typedef enum
{
  RT_COOKIE_ATTRIBUTE_COUNTS,
  RT_COOKIE_ATTRIBUTE_OVERRIDDEN, /* a later one of its name, or Max-Age, counts */
  RT_COOKIE_ATTRIBUTE_UNREADABLE, /* its value means nothing */
  RT_COOKIE_ATTRIBUTE_TOO_LONG,
  RT_COOKIE_ATTRIBUTE_UNKNOWN,
} RtCookieAttributeState;

typedef struct
{
  RtCookieAttributeKind  kind;
  RtCookieAttributeState state;
  char                  *name;   /* as spelt */
  char                  *value;  /* without the blanks around it; NULL without "=" */
  gint64                 number; /* Max-Age: seconds; Expires: Unix seconds */
} RtCookieAttribute;

typedef struct
{
  char      *name;       /* "" when there is none */
  char      *value;
  gboolean   has_equals; /* the first part has a "=" */
  GPtrArray *attributes; /* RtCookieAttribute, in their order */
} RtSetCookie;

/**
 * rt_set_cookie_parse:
 * @bytes: not necessarily NUL-terminated
 * @control: (out): offset of the control character that spoils it
 *
 * Returns: (transfer full) (nullable): NULL when it holds a control character
 *   other than TAB, for which the whole field is to be ignored
 */
RtSetCookie             *rt_set_cookie_parse         (const char            *bytes,
                                                      gsize                  length,
                                                      gsize                 *control);
void                     rt_set_cookie_free          (RtSetCookie           *self);

/** The one attribute of @kind that counts. (transfer none) (nullable) */
const RtCookieAttribute *rt_set_cookie_find          (const RtSetCookie     *self,
                                                      RtCookieAttributeKind  kind);
RtSameSite               rt_set_cookie_get_same_site (const RtSetCookie     *self);

/** Unix seconds, capped at 400 days from @now, 0 for times long past;
 * -1 without Max-Age and Expires. */
gint64                   rt_set_cookie_get_expiry    (const RtSetCookie     *self,
                                                      gint64                 now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtSetCookie, rt_set_cookie_free)

G_END_DECLS
