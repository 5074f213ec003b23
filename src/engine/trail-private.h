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

/** Any thread. Takes its own reference. The exchange enters the list at its
 * end, and gets its position there. */
void     rt_trail_append     (RtTrail      *self,
                              RtExchange   *exchange);
/** The same, but before the last: a tunnel to a proxy that the last needs. */
void     rt_trail_insert_before_last (RtTrail    *self,
                                      RtExchange *exchange);

/**
 * rt_trail_finish: any thread. "running" becomes FALSE and "finished" is
 * emitted after all exchanges are in the list and have told of their end.
 * @words: in words how it ended; NULL for nothing
 */
void     rt_trail_finish     (RtTrail      *self,
                              RtTrailEnd    end,
                              const char   *words);

/** Cancelled by rt_trail_stop(). (transfer none) */
GCancellable *rt_trail_get_cancellable (RtTrail *self);

G_END_DECLS
