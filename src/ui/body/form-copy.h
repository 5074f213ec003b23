/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A name or value of form data for the clipboard, decoded when somebody takes it,
 * however long it is.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** @raw: as sent. (transfer full) */
GdkContentProvider *rt_form_copy_new (GBytes *raw);

G_END_DECLS
