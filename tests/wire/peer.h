/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The other side of a connection, in a thread of its own: reads what comes
 * until a blank line, answers with bytes that the test gave, and closes. Knows
 * no HTTP, so that it can witness what was sent.
 */

#pragma once

#include <gio/gio.h>

typedef struct _Peer Peer;

typedef enum
{
  PEER_PLAIN,
  PEER_TLS,
  PEER_TUNNEL, /* answers one head with "HTTP/1.1 200 OK", then TLS */
} PeerKind;

/** @response: what to answer; @tail_size: zero bytes to send after it */
Peer            *peer_new             (PeerKind    kind,
                                       const char *response,
                                       gsize       tail_size);
void             peer_free            (Peer       *self);
guint16          peer_get_port        (Peer       *self);
/** Waits for the end of the one connection. What came in, TLS taken off. */
GByteArray      *peer_wait            (Peer       *self);
GTlsCertificate *peer_new_certificate (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Peer, peer_free)
