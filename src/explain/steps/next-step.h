/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A change to the request that a person can apply with one click. Made from a
 * response, applied to the request that is edited, undone by the window, which
 * keeps a copy. Immutable.
 */

#pragma once

#include "trail.h"

G_BEGIN_DECLS

#define RT_TYPE_NEXT_STEP (rt_next_step_get_type ())
G_DECLARE_FINAL_TYPE (RtNextStep, rt_next_step, RT, NEXT_STEP, GObject)

/** Stable, kebab-case: "use-allowed-method", "wait", "only-if-changed". */
const char *rt_next_step_get_id     (RtNextStep *self);
/** What the button says: "Send with GET". */
const char *rt_next_step_get_label  (RtNextStep *self);
/** What it changes and what to expect: "Adds If-None-Match: “x”; expect 304." */
const char *rt_next_step_get_words  (RtNextStep *self);
/** Seconds to wait before it is sent; 0 for none. */
guint       rt_next_step_get_wait   (RtNextStep *self);
/** It opens the Auth pane in place of sending: credentials are wanted. */
gboolean    rt_next_step_wants_credentials (RtNextStep *self);
/** Changes @request. */
void        rt_next_step_apply      (RtNextStep *self,
                                     RtRequest  *request);

/**
 * rt_next_steps_for_exchange:
 * @now: Unix seconds
 *
 * Returns: (transfer full): RtNextStep, the likeliest first; empty when there is
 *   nothing to try
 */
GPtrArray  *rt_next_steps_for_exchange (RtTrail *trail,
                                        guint    position,
                                        gint64   now);

G_END_DECLS
