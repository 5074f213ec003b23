/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The data of a server-sent event for the clipboard, read when somebody takes it,
 * however long it is.
 */

#pragma once

#include <gtk/gtk.h>

#include "record.h"

G_BEGIN_DECLS

/** @bytes: all of the stream that @event is in. (transfer full) */
GdkContentProvider *rt_event_copy_new (GBytes         *bytes,
                                       const RtRecord *event);

G_END_DECLS
