/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The engine: sends a request, follows redirects, and records the trail with
 * the exact bytes. It works in a thread of its own with libsoup under the wire
 * tap; the thread that sends only receives changes.
 */

#pragma once

#include "request.h"
#include "trail.h"

G_BEGIN_DECLS

#define RT_TYPE_ENGINE (rt_engine_get_type ())
G_DECLARE_FINAL_TYPE (RtEngine, rt_engine, RT, ENGINE, GObject)

/**
 * rt_engine_new:
 * @error: the wire tap could not be installed
 *
 * Returns: (transfer full) (nullable): the engine; several may exist
 */
RtEngine *rt_engine_new  (GError    **error);

/**
 * rt_engine_send:
 * @request: what to send; copied
 *
 * Never blocks and never fails: a request that cannot be sent gives a trail
 * with one exchange whose failure is RT_FAILURE_INVALID_REQUEST. Changes arrive
 * in the thread-default main context of the caller.
 *
 * Returns: (transfer full): the trail, running
 */
RtTrail  *rt_engine_send (RtEngine   *self,
                          RtRequest  *request);

/** Closes the connections that are kept open for later requests. */
void      rt_engine_forget_connections (RtEngine *self);

G_END_DECLS
