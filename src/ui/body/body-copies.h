/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Opens a body with the program that the system has for its kind: a private
 * copy in the cache folder, that goes with its owner.
 */

#pragma once

#include "exchange.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RT_TYPE_BODY_COPIES (rt_body_copies_get_type ())
G_DECLARE_FINAL_TYPE (RtBodyCopies, rt_body_copies, RT, BODY_COPIES, GObject)

/** What was opened; the copies are removed when it is disposed of. */
RtBodyCopies *rt_body_copies_new          (void);

/**
 * rt_body_copies_write_async:
 *
 * Writes the content of @exchange, decoded, in a thread: a file of its own
 * folder that only this user can read, with the name that a save would have.
 */
void          rt_body_copies_write_async  (RtBodyCopies        *self,
                                           RtExchange          *exchange,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);
/** As rt_body_copies_write_async(), of @bytes; @name is a safe one. */
void          rt_body_copies_write_bytes_async (RtBodyCopies        *self,
                                                GBytes              *bytes,
                                                const char          *name,
                                                GCancellable        *cancellable,
                                                GAsyncReadyCallback  callback,
                                                gpointer             user_data);
/** (transfer full) (nullable): the file */
GFile        *rt_body_copies_write_finish (RtBodyCopies        *self,
                                           GAsyncResult        *result,
                                           GError             **error);

G_END_DECLS
