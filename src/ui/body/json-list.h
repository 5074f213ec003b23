/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The children of a JSON container as a list of RtJsonItem that are made when
 * they are asked for. More than RT_JSON_PAGE of them come in pages, and those
 * in pages of pages, so that no list is ever long.
 */

#pragma once

#include <gio/gio.h>

#include "json-tree.h"

G_BEGIN_DECLS

#define RT_JSON_PAGE 1000

#define RT_TYPE_JSON_LIST (rt_json_list_get_type ())
G_DECLARE_FINAL_TYPE (RtJsonList, rt_json_list, RT, JSON_LIST, GObject)

/**
 * rt_json_list_new:
 * @first: index of the first child
 * @n: how many at most; G_MAXUINT64: all, also those that come later
 *
 * Returns: (transfer full)
 */
GListModel *rt_json_list_new (RtJsonTree       *tree,
                              const RtJsonNode *parent,
                              guint64           first,
                              guint64           n);

G_END_DECLS
