/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the routes of authentication have in common: the credentials that came,
 * a welcome, a denial.
 */

#pragma once

#include "route.h"

G_BEGIN_DECLS

#define RT_AUTH_REALM "playground"

/** What stands behind @scheme in the field @name; NULL without it. */
const char  *rt_auth_reply_find_credentials (RtCall      *call,
                                             const char  *name,
                                             const char  *scheme);
/** Whether the field @name has Basic credentials of this user. */
gboolean     rt_auth_reply_is_basic_right   (RtCall      *call,
                                             const char  *name,
                                             const char  *user,
                                             const char  *secret);
/** {"authenticated": true…}. (transfer full) */
RtReplyJson *rt_auth_reply_welcome          (const char  *scheme,
                                             const char  *user);
/** Sends {"authenticated": false, "why": @why}. */
void         rt_auth_reply_deny             (RtReply     *reply,
                                             const char  *why);

G_END_DECLS
