/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Calls that any thread wants to be made in the thread of a main context, in
 * their order.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _RtInbox RtInbox;

RtInbox *rt_inbox_new  (GMainContext   *context);
/** What was not called yet never is; its @destroy is. */
void     rt_inbox_free (RtInbox        *self);

/**
 * rt_inbox_post:
 * @destroy: (nullable): called with @data after @func, in the same thread
 *
 * Any thread.
 */
void     rt_inbox_post (RtInbox        *self,
                        void          (*func) (gpointer data),
                        gpointer        data,
                        GDestroyNotify  destroy);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtInbox, rt_inbox_free)

G_END_DECLS
