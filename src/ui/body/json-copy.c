/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A value as a source of text. */

#include "config.h"

#include "json-copy.h"

#include "text-provider.h"

typedef struct
{
  RtJsonTree    *tree;
  RtJsonNode     node;
  RtJsonTextForm form;
} Value;

static gpointer
open_value (gpointer what)
{
  const Value *value = what;

  return rt_json_node_text_new (value->tree, &value->node, value->form);
}

static gboolean
read_value (gpointer reading,
            GString *out)
{
  return rt_json_node_text_read (reading, out);
}

static void
close_value (gpointer reading)
{
  rt_json_node_text_free (reading);
}

static void
value_free (gpointer what)
{
  g_clear_object (&((Value *) what)->tree);
  g_free (what);
}

GdkContentProvider *
rt_json_copy_new (RtJsonTree       *tree,
                  const RtJsonNode *node,
                  RtJsonTextForm    form)
{
  static const RtTextSource source = { open_value, read_value, close_value, value_free };
  Value *value;

  g_return_val_if_fail (RT_IS_JSON_TREE (tree), NULL);
  g_return_val_if_fail (node != NULL, NULL);

  value = g_new0 (Value, 1);
  value->tree = g_object_ref (tree);
  value->node = *node;
  value->form = form;

  return rt_text_provider_new (&source, value, 0);
}
