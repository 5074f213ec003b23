/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A value of a JSON tree for the clipboard: its text is made when somebody takes
 * it, however large it is.
 */

#pragma once

#include <gtk/gtk.h>

#include "json-node-text.h"

G_BEGIN_DECLS

/** (transfer full) */
GdkContentProvider *rt_json_copy_new (RtJsonTree       *tree,
                                      const RtJsonNode *node,
                                      RtJsonTextForm    form);

G_END_DECLS
