/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The wire tap: records the exact bytes of a connection, in clear also under
 * TLS, by public GIO API only. Once, before the first connection of the
 * process, it replaces two slots of the GIOStream classes (and one of the TLS
 * class, to know at once that TLS begins); only connections that were attached
 * are recorded, all others are left as they are. The one place with that trick.
 * What is done with the bytes is the sink's business.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Which layer of a connection the bytes belong to. */
typedef enum
{
  RT_TAP_PLAIN,  /* the bytes of the socket, while no TLS lies over them */
  RT_TAP_SECRET, /* the socket's bytes under TLS: only counted */
  RT_TAP_CLEAR,  /* the clear text inside TLS */
} RtTapLayer;

/* Called in whichever thread does the I/O (for RT_TAP_SECRET also gnutls's
 * handshake thread), never with a lock of the tap held. Reading and writing may
 * happen in two threads at once, and so may their calls; all calls of one
 * direction of one layer come one after the other. Times are
 * g_get_monotonic_time(). */
typedef struct
{
  /* Bytes that arrived. Returning FALSE with an error makes the read fail with
   * it: how caps and deadlines reach into the library's loops. */
  gboolean (*received) (RtTapLayer    layer,
                        const guint8 *data,
                        gsize         length,
                        gint64        time,
                        gpointer      user_data,
                        GError      **error);
  /* The peer closed (error NULL), or reading failed; once a layer. A cancelled
   * read is no end. */
  void     (*ended)    (RtTapLayer    layer,
                        const GError *error,
                        gint64        time,
                        gpointer      user_data);
  /* Before bytes are written: return other bytes to write in place of all of
   * @data (transfer full), or NULL to let them pass. Not called for SECRET.
   * Called again with the rest when only a part of passing bytes was taken,
   * and with the same bytes when none was. */
  GBytes  *(*rewrite)  (RtTapLayer    layer,
                        const guint8 *data,
                        gsize         length,
                        gpointer      user_data);
  /* Bytes that the kernel or the TLS layer took. */
  void     (*sent)     (RtTapLayer    layer,
                        const guint8 *data,
                        gsize         length,
                        gint64        time,
                        gpointer      user_data);
} RtTapSink;

/**
 * rt_tap_install:
 *
 * Must run once before the first connection; later calls do nothing. Safe
 * from any thread.
 *
 * Returns: FALSE with RT_WIRE_ERROR_NO_TAP when the classes are not as expected
 */
gboolean rt_tap_install (GError **error);

/**
 * rt_tap_attach:
 * @connection: a connected GTcpConnection or GUnixConnection whose streams
 *   nobody has asked for yet: as given by G_SOCKET_CLIENT_CONNECTED
 * @sink: what to call; must outlive @connection
 * @user_data: for @sink
 * @destroy: (nullable): frees @user_data once the connection, its TLS layers and
 *   their streams are all gone: in any thread, and with libsoup often some
 *   time after the message is finished
 *
 * Records @connection and every TLS layer that is put on it. A
 * RT_TAP_PLAIN connection becomes RT_TAP_SECRET when TLS starts on it; what a
 * proxy said before that was PLAIN.
 */
void     rt_tap_attach  (GIOStream       *connection,
                         const RtTapSink *sink,
                         gpointer         user_data,
                         GDestroyNotify   destroy);

G_END_DECLS
