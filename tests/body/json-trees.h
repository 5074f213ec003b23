/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Trees of JSON that is all there, for the tests of who asks them. */

#pragma once

#include "json-texts.h"
#include "json-tree.h"

/* @length: -1 for a text that ends with a NUL. @several: see rt_json_tree_new() */
static inline RtJsonTree *
json_tree_of (const char *json,
              gssize      length,
              gboolean    several)
{
  g_autoptr (RtDecodedText) text = json_text_new ();
  RtJsonTree *tree = rt_json_tree_new (text, several);

  json_text_extend (text, json, length < 0 ? strlen (json) : (gsize) length, TRUE);
  while (!rt_json_tree_is_complete (tree))
    g_main_context_iteration (NULL, TRUE);

  return tree;
}
