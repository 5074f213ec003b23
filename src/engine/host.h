/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Hosts: names and addresses as they stand in a URL. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * rt_host_to_ascii:
 * @name: a host as typed: a name, perhaps international or percent-encoded,
 *   or an IPv4 address
 * @error: RT_ENGINE_ERROR_HOST; the message names the character
 *
 * Refuses every character that could end the Host field or the authority
 * early, percent-encoded or not (RFC 3986 section 3.2.2, RFC 5890).
 *
 * Returns: (transfer full) (nullable): the name in ASCII, lower case
 */
char    *rt_host_to_ascii   (const char  *name,
                             GError     **error);

/** TRUE for an IPv6 address without brackets; a zone is allowed. */
gboolean rt_host_is_ipv6    (const char  *host);

/**
 * rt_host_is_private: TRUE for names and addresses that do not lead to the
 * public network: loopback, private and link-local ranges (RFC 1918, 3927,
 * 4193, 6761, 6762), and names without a dot.
 */
gboolean rt_host_is_private (const char  *host);

G_END_DECLS
