/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of json-tree-find.c: order, ends of the search, containers with their end. */

#include "config.h"

#include "json-path.h"

#include "json-trees.h"

static void
test_order (void)
{
  g_autoptr (RtJsonTree) tree = json_tree_of ("{\"x\":[\"x\",{\"y\":\"ax\"}],\"z\":\"X\"}", -1, FALSE);
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (RtJsonNode));
  const guint64 offsets[] = { 5, 6, 15, 26 };

  g_assert_true (rt_json_tree_find_text (tree, "x", FALSE, 0, NULL, nodes, NULL, NULL));
  g_assert_cmpuint (nodes->len, ==, 4);
  for (guint i = 0; i < nodes->len; i++)
    g_assert_cmpuint (g_array_index (nodes, RtJsonNode, i).offset, ==, offsets[i]);
  g_assert_cmpuint (g_array_index (nodes, RtJsonNode, 0).end, ==, 21);
  g_array_set_size (nodes, 0);
  g_assert_true (rt_json_tree_find_text (tree, "x", TRUE, 0, NULL, nodes, NULL, NULL));
  g_assert_cmpuint (nodes->len, ==, 3);
  json_settle ();
}

static void
test_ends (void)
{
  g_autoptr (GString) json = g_string_new ("[0");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (RtJsonNode));
  g_autoptr (GError) error = NULL;
  g_autoptr (RtJsonTree) tree = NULL;
  gboolean cut;

  for (int i = 0; i < 5000; i++)
    g_string_append (json, ",7");
  g_string_append_c (json, ']');
  tree = json_tree_of (json->str, -1, FALSE);
  g_assert_true (rt_json_tree_find_text (tree, "7", TRUE, 5000, NULL, nodes, &cut, NULL));
  g_assert_false (cut);
  g_assert_cmpuint (nodes->len, ==, 5000);
  g_array_set_size (nodes, 0);
  g_assert_true (rt_json_tree_find_text (tree, "7", TRUE, 10, NULL, nodes, &cut, NULL));
  g_assert_true (cut);
  g_assert_cmpuint (nodes->len, ==, 10);
  g_cancellable_cancel (cancellable);
  g_assert_false (rt_json_tree_find_text (tree, "7", TRUE, 0, cancellable, nodes, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  json_settle ();
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-tree-find/order", test_order);
  g_test_add_func ("/json-tree-find/ends", test_ends);

  return g_test_run ();
}
