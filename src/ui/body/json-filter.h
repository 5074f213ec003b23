/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The values of a JSON tree that a person filters for, found in a thread: by
 * JSONPath when the text begins with "$", else those whose key or scalar value
 * holds the text.
 */

#pragma once

#include <gio/gio.h>

#include "json-tree.h"

G_BEGIN_DECLS

/* Values that are found at most. */
#define RT_JSON_FILTER_MAX 10000

void    rt_json_filter_async  (RtJsonTree           *tree,
                               const char           *text,
                               GCancellable         *cancellable,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data);

/**
 * rt_json_filter_finish:
 * @cut: (out): TRUE when there would have been more
 *
 * Returns: (transfer full) (nullable) (element-type RtJsonNode): in order; %NULL
 * when cancelled, or when @text is no JSONPath: @error says where
 */
GArray *rt_json_filter_finish (GAsyncResult         *result,
                               gboolean             *cut,
                               GError              **error);

/**
 * rt_json_filter_extend:
 * @items: (element-type RtJsonItem): what was found before
 * @nodes: (element-type RtJsonNode): what is found now
 *
 * Adds to @items what @nodes has beyond them. FALSE, and nothing added, when
 * @nodes does not begin with them.
 */
gboolean rt_json_filter_extend (GListStore          *items,
                                RtJsonTree          *tree,
                                GArray              *nodes);

G_END_DECLS
