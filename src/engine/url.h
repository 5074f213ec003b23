/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The URL that a person typed, as it will be used: the scheme guessed where
 * none was typed, the host in ASCII, path and query encoded only where they
 * must be and otherwise exactly as typed. Immutable.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _RtUrl RtUrl;

/**
 * rt_url_parse:
 * @text: what was typed; white space around it is ignored
 * @error: RT_ENGINE_ERROR_URL, _SCHEME or _HOST; the message says what is
 *   wrong and where
 *
 * Without a scheme, loopback and private names and addresses (localhost,
 * *.localhost, *.local, *.internal, names without a dot, 127/8, 10/8, 172.16/12,
 * 192.168/16, 169.254/16, ::1, fc00::/7, fe80::/10) get http, all others https.
 *
 * Returns: (transfer full) (nullable): the URL
 */
RtUrl      *rt_url_parse           (const char   *text,
                                    GError      **error);

/**
 * rt_url_resolve:
 * @reference: the value of a Location field, text or not
 *
 * RFC 3986 section 5; the fragment of @base is inherited when @reference has
 * none (RFC 9110 section 10.2.2).
 *
 * Returns: (transfer full) (nullable): the absolute URL
 */
RtUrl      *rt_url_resolve         (const RtUrl  *base,
                                    const char   *reference,
                                    GError      **error);
RtUrl      *rt_url_copy            (const RtUrl  *self);
/** The same with another request target, in origin form. (transfer full) */
RtUrl      *rt_url_with_target     (const RtUrl  *self,
                                    const char   *target);
void        rt_url_free            (RtUrl        *self);

const char *rt_url_get_scheme      (const RtUrl  *self); /* "http" or "https" */
gboolean    rt_url_is_scheme_guessed (const RtUrl *self);
const char *rt_url_get_host        (const RtUrl  *self); /* ASCII, IPv6 without brackets */
guint       rt_url_get_port        (const RtUrl  *self); /* never 0 */
gboolean    rt_url_is_default_port (const RtUrl  *self);
const char *rt_url_get_userinfo    (const RtUrl  *self); /* NULL when none */
/** The request target in origin form: path and query as they are sent. */
const char *rt_url_get_target      (const RtUrl  *self);
const char *rt_url_get_fragment    (const RtUrl  *self); /* NULL when none */
/** Value of the Host field: "example.org", "[::1]:8080". */
const char *rt_url_get_authority   (const RtUrl  *self);
/** Scheme, authority and target, and the fragment; never the user info. */
const char *rt_url_get_text        (const RtUrl  *self);
/** "https://example.org:8443": scheme, host and port (RFC 6454). */
char       *rt_url_dup_origin      (const RtUrl  *self);
gboolean    rt_url_same_origin     (const RtUrl  *a,
                                    const RtUrl  *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtUrl, rt_url_free)

G_END_DECLS
