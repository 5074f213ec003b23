/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A GSource that becomes due at g_source_set_ready_time() and at nothing else.
 * A timeout source is not that: after each call GLib sets its time anew.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * rt_alarm_new:
 * @callback: called when it is due; sets the next time itself, or is called
 *   again at once
 *
 * Returns: (transfer full): the source, not attached, never due
 */
GSource *rt_alarm_new (GSourceFunc callback,
                       gpointer    user_data);

G_END_DECLS
