/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* JSONPath (RFC 9535): read once, evaluated over a tree as often as wanted.
 * An evaluation keeps nothing but its results, and can be cancelled.
 */

#pragma once

#include <gio/gio.h>

#include "json-tree.h"

G_BEGIN_DECLS

#define RT_JSON_PATH_ERROR (rt_json_path_error_quark ())
GQuark rt_json_path_error_quark (void);

typedef enum
{
  RT_JSON_PATH_ERROR_SYNTAX,
  RT_JSON_PATH_ERROR_TYPE,   /* section 2.4.3: "length(@.*) > 1" */
  RT_JSON_PATH_ERROR_LENGTH, /* longer or deeper than is read */
} RtJsonPathError;

typedef struct _RtJsonPath RtJsonPath;

/**
 * rt_json_path_new:
 * @text: the expression, "$…"
 * @offset: (out) (optional): the byte of @text at which an error was found
 * @error: what is wrong there, in words
 *
 * Returns: (transfer full) (nullable)
 */
RtJsonPath *rt_json_path_new       (const char       *text,
                                    gsize            *offset,
                                    GError          **error);
void        rt_json_path_free      (RtJsonPath       *self);

/**
 * rt_json_path_evaluate:
 * @max: the most nodes to find, 0 for no end
 * @nodes: (element-type RtJsonNode): the nodes are added, in the order of
 *   RFC 9535; one may come more than once
 * @cut: (out) (optional): whether there would have been more
 *
 * Takes a thread of its own when the tree is large: it goes over as much of the
 * text as the expression asks for. In a list of documents "$" is each of them.
 * The tree takes no more text meanwhile.
 *
 * Returns: FALSE when cancelled
 */
gboolean    rt_json_path_evaluate  (RtJsonPath       *self,
                                    RtJsonTree       *tree,
                                    gsize             max,
                                    GCancellable     *cancellable,
                                    GArray           *nodes,
                                    gboolean         *cut,
                                    GError          **error);

/**
 * rt_json_tree_find_text:
 * @text: UTF-8, not empty
 * @match_case: whether "a" is another letter than "A"
 * @max, @cancellable, @nodes, @cut: as above
 *
 * The nodes whose key, or whose value when it is no container, holds @text, as
 * decoded or as it was sent; in the order of the text.
 *
 * Returns: FALSE when cancelled
 */
gboolean    rt_json_tree_find_text (RtJsonTree       *self,
                                    const char       *text,
                                    gboolean          match_case,
                                    gsize             max,
                                    GCancellable     *cancellable,
                                    GArray           *nodes,
                                    gboolean         *cut,
                                    GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtJsonPath, rt_json_path_free)

G_END_DECLS
