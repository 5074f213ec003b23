/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The server inside: real HTTP on 127.0.0.1, http and https, in a thread of
 * its own, that can produce every status and every trouble. Uses nothing of the
 * engine or the wire layer, so that it is an independent witness in tests.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define RT_TYPE_PLAYGROUND (rt_playground_get_type ())
G_DECLARE_FINAL_TYPE (RtPlayground, rt_playground, RT, PLAYGROUND, GObject)

RtPlayground *rt_playground_new   (void);

/**
 * rt_playground_start:
 * @port: TCP port for http, or 0 for a free one; https takes a free one
 * @error: the port is taken, …
 *
 * Listens at http. Both ports are those of 127.0.0.1.
 */
gboolean      rt_playground_start (RtPlayground  *self,
                                   guint          port,
                                   GError       **error);
/**
 * rt_playground_open_secure:
 * @error: no certificate could be made, …
 *
 * Listens at https too: the first time blocks for the milliseconds that making
 * certificates takes. Done by itself before the first request is answered,
 * and for who asks for one of the origins below.
 *
 * Returns: whether there is https
 */
gboolean      rt_playground_open_secure (RtPlayground  *self,
                                         GError       **error);
/** Ends all connections and the threads. Also done when @self is disposed. */
void          rt_playground_stop  (RtPlayground  *self);

/** "http://127.0.0.1:41234"; no slash at the end; NULL before the start. */
const char   *rt_playground_get_http_origin  (RtPlayground *self);
const char   *rt_playground_get_https_origin (RtPlayground *self);
/** The certificate authority that signed the https certificate, PEM. */
const char   *rt_playground_get_ca_pem       (RtPlayground *self);

/**
 * rt_playground_get_tls_trouble_origin:
 * @name: "expired", "not-yet-valid", "wrong-host", "self-signed" or
 *   "unknown-issuer"
 *
 * Each of these origins has the same routes, and a certificate that is wrong
 * in this one way for a client that trusts the authority.
 *
 * Returns: (nullable): "https://127.0.0.1:41236"; %NULL before the start, or
 * for another name
 */
const char   *rt_playground_get_tls_trouble_origin (RtPlayground *self,
                                                    const char   *name);

/**
 * rt_playground_dup_try_url:
 * @code: a status code
 * @method: (out) (transfer full): the method to send it with
 *
 * A code of 1xx comes as an interim response before a 200, but for 101, which
 * is the last response on its connection.
 *
 * Returns: (transfer full): the URL that brings exactly this code; %NULL when
 * no server can (below 100, above 999), or before the start
 */
char         *rt_playground_dup_try_url      (RtPlayground *self,
                                              int           code,
                                              char        **method);

G_END_DECLS
