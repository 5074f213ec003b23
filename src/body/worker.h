/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Long work for an object, done in slices in a thread, one thread at a time,
 * again whenever there is more to do; and word of it on the object's main
 * context, at most 20 times a second. The thread never holds the object, only
 * plain data (the core), so that disposing of the object ends the work without
 * waiting for it.
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct _RtWorker RtWorker;

/* One slice of some milliseconds; TRUE: there is more to do. In a thread, or in
 * rt_worker_run_here(); never twice at a time. */
typedef gboolean (*RtWorkerStep) (RtWorker *self,
                                  gpointer  core);
/* On the main context of the object. */
typedef void     (*RtWorkerTell) (gpointer  owner);

/**
 * rt_worker_new:
 * @owner: whose work it is; the thread's main context becomes its own
 * @core: (transfer full): what @step works on
 * @free_core: frees @core on the main context of @owner, some time after
 *   rt_worker_end()
 * @step: (nullable): the work; %NULL when only @tell is wanted
 * @tell: says in public that something changed
 */
RtWorker *rt_worker_new       (gpointer        owner,
                               gpointer        core,
                               GDestroyNotify  free_core,
                               RtWorkerStep    step,
                               RtWorkerTell    tell);

/** From dispose: no more work, no more word. Does not wait; releases @self. */
void      rt_worker_end       (RtWorker       *self);
/** For a step that takes long: whether it is for nothing. Any thread. */
gboolean  rt_worker_has_ended (RtWorker       *self);

/** There may be work to do. Any thread. */
void      rt_worker_wake      (RtWorker       *self);
/**
 * rt_worker_run_here:
 *
 * Does one slice at once in the calling thread and what is left of the work in
 * the other, so that a little is there without a thread's round trip. When that
 * thread is at work, as rt_worker_wake(). On the main context of the owner.
 */
void      rt_worker_run_here  (RtWorker       *self);

/** Something changed: word of it will go out. Any thread. */
void      rt_worker_tell      (RtWorker       *self);
/** As rt_worker_tell(), at once unless the last was just now. On the main
 * context of the owner. */
void      rt_worker_tell_here (RtWorker       *self);

G_END_DECLS
