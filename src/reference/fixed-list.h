/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A list that never changes, which any thread may read. GListStore is none: it
 * keeps the place of the last look in itself.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define RT_TYPE_FIXED_LIST (rt_fixed_list_get_type ())
G_DECLARE_FINAL_TYPE (RtFixedList, rt_fixed_list, RT, FIXED_LIST, GObject)

/** The items that @model has now, in their order. (transfer full) */
GListModel *rt_fixed_list_new (GListModel *model);

G_END_DECLS
