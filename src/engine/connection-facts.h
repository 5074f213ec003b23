/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The facts of the connection that a message of libsoup uses. */

#pragma once

#include <libsoup/soup.h>

#include "channel.h"

G_BEGIN_DECLS

/**
 * rt_connection_read_facts:
 * @channel: (nullable): %NULL when nothing was connected
 * @tls: the URL is https
 *
 * As far as they are known now; after a failed handshake that is the
 * certificate, but no version.
 *
 * Returns: (transfer full): the facts, for the caller to complete
 */
RtConnection *rt_connection_read_facts (SoupMessage *message,
                                        RtChannel   *channel,
                                        gboolean     tls);

G_END_DECLS
