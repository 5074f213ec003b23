/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One Send: attempt after attempt along the redirects, under its deadlines,
 * until there is an answer, a failure, or a stop. The engine's thread only.
 */

#pragma once

#include "session-pool.h"
#include "trail.h"

G_BEGIN_DECLS

typedef struct _RtRun RtRun;

/* Called once, after the trail was told that it is finished. */
typedef void (*RtRunDone) (RtRun *run, gpointer user_data);

/**
 * rt_run_new:
 * @trail: what is filled; its request is what is sent
 * @context: (nullable): where changes are told
 * @done: called once; the run must outlive the call
 *
 * Returns: (transfer full): the run, not started
 */
RtRun *rt_run_new   (RtTrail       *trail,
                     GMainContext  *context,
                     RtSessionPool *pool,
                     RtRunDone      done,
                     gpointer       user_data);
/** It may be done when this returns. */
void   rt_run_start (RtRun         *self);
void   rt_run_free  (RtRun         *self);

/** Ends it as rt_trail_stop() does, from the engine's thread. */
void   rt_run_stop  (RtRun         *self);

G_END_DECLS
