/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The engine's side of a trail: how its thread fills it. */

#pragma once

#include "trail.h"

G_BEGIN_DECLS

/**
 * rt_trail_new:
 * @context: (nullable): where changes are emitted; %NULL is the default context
 * @request: the snapshot that is sent
 */
RtTrail *rt_trail_new        (GMainContext *context,
                              RtRequest    *request);

/** In the sender's thread, before anything else happens to it. */
void     rt_trail_begin      (RtTrail      *self);

/** Any thread. An exchange that is told of together with the trail; to be put
 * into its list. (transfer full) */
RtExchange *rt_trail_create_exchange (RtTrail    *self,
                                      const char *method,
                                      const char *url);

/**
 * rt_trail_new_finished:
 * @exchanges: (element-type RtExchange): in order, all finished
 *
 * Returns: (transfer full): a trail that has ended, for what was sent elsewhere
 */
RtTrail *rt_trail_new_finished (RtRequest   *request,
                              GPtrArray    *exchanges);

/** Any thread. Takes its own reference. The exchange enters the list at its
 * end, and gets its position there. */
void     rt_trail_append     (RtTrail      *self,
                              RtExchange   *exchange);
/** The same, but before the last: a tunnel to a proxy that the last needs. */
void     rt_trail_insert_before_last (RtTrail    *self,
                                      RtExchange *exchange);

/** Any thread. Exchanges in the list, and on their way into it. */
guint    rt_trail_count      (RtTrail      *self);

/**
 * rt_trail_finish: any thread. "running" becomes FALSE and "finished" is
 * emitted after all exchanges are in the list and have told of their end.
 * @words: in words how it ended; NULL for nothing
 */
void     rt_trail_finish     (RtTrail      *self,
                              RtTrailEnd    end,
                              const char   *words);

/** To be filled before it is handed to a trail. (transfer full) */
RtPending *rt_pending_new        (RtPendingKind kind,
                                  guint         position);
/** Any thread. "pending" notifies in the sender's. @pending: (transfer full) (nullable) */
void     rt_trail_take_pending   (RtTrail     *self,
                                  RtPending   *pending);

/** Called by rt_trail_decide(), in the sender's thread. */
typedef void (*RtTrailDecided) (RtDecision decision, gpointer user_data);

/** Any thread. @decided: (nullable): takes the place of the one before */
void     rt_trail_set_decided    (RtTrail       *self,
                                  RtTrailDecided decided,
                                  gpointer       user_data);

/** Cancelled by rt_trail_stop(). (transfer none) */
GCancellable *rt_trail_get_cancellable (RtTrail *self);

G_END_DECLS
