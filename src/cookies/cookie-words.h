/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Cookies in words, for verdicts and for the window. Translated; everything
 * that comes from outside is escaped and of bounded length.
 */

#pragma once

#include <glib.h>

#include "cookie.h"
#include "set-cookie.h"

G_BEGIN_DECLS

/** Fit for a sentence: escaped, and cut where it is long. (transfer full) */
char *rt_cookie_dup_quoted          (const char              *text);

/** The whole of it, escaped: for a form. (transfer full) */
char *rt_cookie_dup_escaped         (const char              *text);

/** "RFC 6265bis, section 5.7"; for "" the draft beside it that adds
 * Partitioned. (transfer full) */
char *rt_cookie_dup_section         (const char              *number);

/** "Expires when the window closes", "Expires in 3 days", "Expired". (transfer
 * full) */
char *rt_cookie_dup_expiry_words    (RtCookie                *cookie,
                                     gint64                   now);

/** "21 Nov 2026, 07:03:44 UTC". (transfer full) */
char *rt_cookie_dup_time_words      (gint64                   seconds);

/** Where it goes and for how long, one sentence. (transfer full) */
char *rt_cookie_dup_scope_words     (RtCookie                *cookie,
                                     gint64                   now);

/**
 * rt_cookie_dup_attribute_words:
 * @now: Unix seconds, when it came
 * @section: (out): for rt_cookie_dup_section()
 *
 * Returns: (transfer full): what the attribute asks for, or why it does not
 *   count, in a sentence
 */
char *rt_cookie_dup_attribute_words (const RtCookieAttribute *attribute,
                                     gint64                   now,
                                     const char             **section);

G_END_DECLS
