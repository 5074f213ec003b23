/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is selected in lines, for the clipboard: read when somebody asks for it, so
 * that copying a million lines costs nothing.
 */

#pragma once

#include <gtk/gtk.h>

#include "lines.h"

G_BEGIN_DECLS

/** @max_bytes: more is not given; 0 for all. (transfer full) */
GdkContentProvider *rt_range_provider_new (RtLines       *lines,
                                           const RtPlace *from,
                                           const RtPlace *to,
                                           guint64        max_bytes);

G_END_DECLS
