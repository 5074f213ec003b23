/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Sessions of libsoup, one for each way of connecting, each used by one send
 * at a time, so that a kept connection is never offered to a send with other
 * rules. The engine's thread only.
 */

#pragma once

#include <libsoup/soup.h>

#include "channel.h"
#include "request.h"

G_BEGIN_DECLS

typedef struct _RtSession RtSession;
typedef struct _RtSessionPool RtSessionPool;

RtSessionPool *rt_session_pool_new       (void);
void           rt_session_pool_free      (RtSessionPool  *self);
/** Closes what is kept open. */
void           rt_session_pool_clear     (RtSessionPool  *self);

/**
 * rt_session_pool_take:
 * @request: its protocol, proxy, trust file and "insecure" choose the session
 * @error: RT_ENGINE_ERROR_PROXY, RT_ENGINE_ERROR_CA_FILE
 *
 * Returns: (transfer full) (nullable): a session that nobody else uses
 */
RtSession     *rt_session_pool_take      (RtSessionPool  *self,
                                          RtRequest      *request,
                                          GError        **error);
/** Takes @session back with its open connections. */
void           rt_session_pool_give_back (RtSessionPool  *self,
                                          RtSession      *session);

/** Ends a session with all that goes on in it. */
void           rt_session_discard        (RtSession      *self);
SoupSession   *rt_session_get_soup       (RtSession      *self);
/** The channel of libsoup's connection number @id; NULL when not known. */
RtChannel     *rt_session_find_channel   (RtSession      *self,
                                          guint64         id);
void           rt_session_add_channel    (RtSession      *self,
                                          guint64         id,
                                          RtChannel      *channel);

G_END_DECLS
