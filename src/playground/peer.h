/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One connection of a client, seen as bytes in and bytes out. Everything
 * blocks, in the thread of this connection, and ends when the playground does.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _RtPeer RtPeer;

/**
 * rt_peer_new:
 * @socket: an accepted connection
 * @certificate: (nullable): speak TLS with this certificate
 * @cancellable: ends every wait
 */
RtPeer       *rt_peer_new       (GSocket         *socket,
                                 GTlsCertificate *certificate,
                                 GCancellable    *cancellable);
/** Closes the connection if that was not done. */
void          rt_peer_free      (RtPeer          *self);

/** The TLS handshake, if any; FALSE when the client did not go along. */
gboolean      rt_peer_greet     (RtPeer          *self);
gboolean      rt_peer_is_tls    (RtPeer          *self);
/** FALSE after an end of either kind, or when the client has gone. */
gboolean      rt_peer_is_open   (RtPeer          *self);
/** "127.0.0.1:50312" */
const char   *rt_peer_get_address (RtPeer        *self);

/** What has been read and not been consumed. */
const guint8 *rt_peer_peek      (RtPeer          *self,
                                 gsize           *length);
void          rt_peer_consume   (RtPeer          *self,
                                 gsize            length);
/** Waits for more bytes, at most a minute; FALSE at the end of them. */
gboolean      rt_peer_fill      (RtPeer          *self);

/** Writes all of @bytes; FALSE when the client has gone. */
gboolean      rt_peer_write     (RtPeer          *self,
                                 const void      *bytes,
                                 gsize            length);
gboolean      rt_peer_write_text (RtPeer         *self,
                                  const char     *text);
/** FALSE when the client went away, or the playground ends, before @microseconds. */
gboolean      rt_peer_wait      (RtPeer          *self,
                                 gint64           microseconds);

/** Ends in order: what was written arrives, then the end (FIN). */
void          rt_peer_close     (RtPeer          *self);
/** Ends with a reset (RST) after what was written has arrived. */
void          rt_peer_reset     (RtPeer          *self);
/** Ends with FIN, but under TLS without the close_notify that RFC 8446
 * section 6.1 asks for, so that the client cannot know the end is real. */
void          rt_peer_cut       (RtPeer          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtPeer, rt_peer_free)

G_END_DECLS
