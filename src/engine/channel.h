/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A connection under the tap: hands what passes on it to the attempt that uses
 * it, remembers its facts for the exchanges that reuse it, and can shut it down
 * from any thread.
 */

#pragma once

#include "connection.h"
#include "tap.h"

G_BEGIN_DECLS

typedef struct _RtChannel RtChannel;

/**
 * rt_channel_attach:
 * @stream: as G_SOCKET_CLIENT_CONNECTED gives it
 *
 * Returns: (transfer full): the channel, under the tap
 */
RtChannel    *rt_channel_attach       (GIOStream       *stream);
RtChannel    *rt_channel_ref          (RtChannel       *self);
void          rt_channel_unref        (RtChannel       *self);

/** Who hears what passes. Encrypted bytes are never heard.
 * The engine's thread only, as are the calls. */
void          rt_channel_set_listener (RtChannel       *self,
                                       const RtTapSink *listener,
                                       gpointer         user_data);

/** Nobody hears it any more, if it is @user_data who does: a pooled connection
 * may serve another already. */
void          rt_channel_drop_listener (RtChannel      *self,
                                        gpointer        user_data);

/** What was kept of its first exchange, or NULL. (transfer none) */
RtConnection *rt_channel_get_facts    (RtChannel       *self);
void          rt_channel_set_facts    (RtChannel       *self,
                                       RtConnection    *facts);
/** Unique in the process, from 1. */
guint64       rt_channel_get_id       (RtChannel       *self);
GSocket      *rt_channel_get_socket   (RtChannel       *self); /* may be NULL */

/** Ends every read and write on it at once. Any thread. */
void          rt_channel_shut_down    (RtChannel       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtChannel, rt_channel_unref)

G_END_DECLS
