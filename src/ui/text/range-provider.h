/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is selected in lines, for the primary selection: read when somebody asks
 * for it, so that selecting a million lines costs nothing.
 */

#pragma once

#include <gtk/gtk.h>

#include "lines.h"

G_BEGIN_DECLS

#define RT_TYPE_RANGE_PROVIDER (rt_range_provider_get_type ())
G_DECLARE_FINAL_TYPE (RtRangeProvider, rt_range_provider, RT, RANGE_PROVIDER, GdkContentProvider)

/** @max_bytes: more is not given */
GdkContentProvider *rt_range_provider_new (RtLines       *lines,
                                           const RtPlace *from,
                                           const RtPlace *to,
                                           gsize          max_bytes);

G_END_DECLS
