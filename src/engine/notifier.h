/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Carries "something changed" from the engine's thread to the thread that
 * sent, at most 20 times a second.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Microseconds between two deliveries. */
#define RT_NOTIFIER_INTERVAL (G_USEC_PER_SEC / 20)

typedef struct _RtNotifier RtNotifier;

/* Called in the receiving context with the object that the notifier serves. */
typedef void (*RtNotifierFunc) (gpointer object);

/**
 * rt_notifier_new:
 * @context: (nullable): where to deliver; %NULL is the default context
 * @object: a GObject that owns the notifier; kept alive while a delivery is due
 */
RtNotifier *rt_notifier_new        (GMainContext   *context,
                                    RtNotifierFunc  func,
                                    gpointer        object);

/**
 * rt_notifier_new_beside:
 *
 * Another object whose changes are delivered together with those of @other, in
 * the order in which they were first poked: they cost one wake-up.
 */
RtNotifier *rt_notifier_new_beside (RtNotifier     *other,
                                    RtNotifierFunc  func,
                                    gpointer        object);
void        rt_notifier_free       (RtNotifier     *self);

/**
 * rt_notifier_expect:
 *
 * In the receiving thread, which so needs not be woken for it: much is about to
 * change. What changes within the interval from now on is delivered at its end,
 * or with the first that is poked at once.
 */
void        rt_notifier_expect     (RtNotifier     *self);

/**
 * rt_notifier_poke:
 * @at_once: do not wait for the interval to pass
 *
 * Any thread. Makes sure that one delivery is due.
 */
void        rt_notifier_poke       (RtNotifier     *self,
                                    gboolean        at_once);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtNotifier, rt_notifier_free)

G_END_DECLS
