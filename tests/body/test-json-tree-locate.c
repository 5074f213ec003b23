/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of json-tree-locate.c: what it finds is what one finds who asks each node
 * for its children; depth. */

#include "config.h"

#include "json-tree.h"

#include "json-texts.h"

static RtJsonTree *
make (const char *json,
      gsize       length,
      gboolean    several,
      gboolean    complete)
{
  g_autoptr (RtDecodedText) text = json_text_new ();
  RtJsonTree *tree = rt_json_tree_new (text, several);

  json_text_extend (text, json, length, complete);
  while (complete && !rt_json_tree_is_complete (tree))
    g_main_context_iteration (NULL, TRUE);

  return tree;
}

/* The child that holds @offset. */
static gboolean
find_child (RtJsonTree       *tree,
            const RtJsonNode *parent,
            guint64           offset,
            RtJsonNode       *found)
{
  guint64 n = rt_json_tree_count (tree, parent);

  for (guint64 i = 0; i < n; i++)
    if (rt_json_tree_get_children (tree, parent, i, 1, found) == 1 && offset < found->end &&
        offset >= (found->key_length > 0 ? found->key : found->offset))
      return TRUE;

  return FALSE;
}

static void
check_node (const RtJsonNode *node,
            const RtJsonNode *expected)
{
  g_assert_cmpint (node->kind, ==, expected->kind);
  g_assert_cmpuint (node->offset, ==, expected->offset);
  g_assert_cmpuint (node->end, ==, expected->end);
  g_assert_cmpuint (node->key, ==, expected->key);
  g_assert_cmpuint (node->key_length, ==, expected->key_length);
  g_assert_cmpuint (node->index, ==, expected->index);
  g_assert_cmpint (node->unfinished, ==, expected->unfinished);
}

static void
check_offset (RtJsonTree *tree,
              guint64     offset)
{
  g_autoptr (GArray) chain = g_array_new (FALSE, FALSE, sizeof (RtJsonNode));
  RtJsonNode node;
  guint n = 0;

  rt_json_tree_locate (tree, offset, chain);
  if (!rt_json_tree_get_root (tree, &node) ||
      (node.kind == RT_JSON_DOCUMENTS && !find_child (tree, &node, offset, &(RtJsonNode) { 0 })) ||
      (node.kind != RT_JSON_DOCUMENTS && (offset < node.offset || offset >= node.end)))
    {
      g_assert_cmpuint (chain->len, ==, 0);
      return;
    }
  do
    {
      RtJsonNode parent = node;

      g_assert_cmpuint (n, <, chain->len);
      check_node (&g_array_index (chain, RtJsonNode, n), &node);
      n++;
      if (!find_child (tree, &parent, offset, &node))
        break;
    }
  while (TRUE);
  g_assert_cmpuint (n, ==, chain->len);
}

static void
test_every_place (void)
{
  static const struct { const char *json; gboolean several; } cases[] = {
    { " {\"a\" : [1, {\"b\": [ ] , \"c\":null}, \"x\"] , \"d\": {} } ", FALSE },
    { "[[[]],[],[[1]]]", FALSE }, { "[1,[2,{\"k\":[3,4", FALSE }, { "{\"a\":1,\"b\"", FALSE },
    { "{\"a\":", FALSE }, { "[[[[[", FALSE }, { " 12 ", FALSE }, { "  ", FALSE }, { "", FALSE },
    { "[1,]", FALSE }, { "[1}", FALSE },
    { "{\"a\":1}\n\n[2,[3]]\n4 \n[", TRUE }, { "[1]\n", TRUE }, { "", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize length = 0; length <= strlen (cases[i].json); length++)
      for (guint complete = 0; complete < 2; complete++)
        {
          g_autoptr (RtJsonTree) tree = make (cases[i].json, length, cases[i].several, complete);

          for (gsize offset = 0; offset <= length + 1; offset++)
            check_offset (tree, offset);
        }
  json_settle ();
}

/* Containers of every size, so that some are noted and some are not. */
static void
append_random (GString *out,
               guint    depth)
{
  guint n = g_test_rand_int_range (0, depth > 4 ? 3 : 7);
  gboolean object = g_test_rand_bit ();

  if (depth > 7 || g_test_rand_int_range (0, 4) == 0)
    {
      json_random_string (out);
      return;
    }
  g_string_append_c (out, object ? '{' : '[');
  for (guint i = 0; i < n; i++)
    {
      g_string_append (out, i > 0 ? "," : "");
      json_random_space (out);
      if (object)
        json_random_string (out);
      g_string_append (out, object ? ":" : "");
      append_random (out, depth + 1);
    }
  g_string_append_c (out, object ? '}' : ']');
}

static void
test_random (void)
{
  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (GString) json = g_string_new ("[");
      g_autoptr (RtJsonTree) tree = NULL;

      append_random (json, 0);
      g_string_append (json, g_test_rand_bit () ? "]" : "");
      tree = make (json->str, json->len, FALSE, TRUE);
      for (guint k = 0; k < 100; k++)
        check_offset (tree, g_test_rand_int_range (0, json->len));
    }
  json_settle ();
}

/* Of 100,000 containers in each other, open and closed. */
static void
test_deep (void)
{
  const guint n = 100000;
  g_autoptr (GString) json = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_c (json, '[');
  for (guint closed = 0; closed < 2; closed++)
    {
      g_autoptr (RtJsonTree) tree = make (json->str, json->len, FALSE, TRUE);
      g_autoptr (GArray) chain = g_array_new (FALSE, FALSE, sizeof (RtJsonNode));

      g_assert_true (rt_json_tree_locate (tree, n - 1, chain));
      g_assert_cmpuint (chain->len, ==, n);
      for (guint i = 0; i < n; i++)
        {
          const RtJsonNode *node = &g_array_index (chain, RtJsonNode, i);

          g_assert_cmpuint (node->offset, ==, i);
          g_assert_cmpuint (node->end, ==, closed ? 2 * n - i : n);
          g_assert_cmpint (node->unfinished, ==, !closed);
        }
      for (guint i = 0; i < n; i++)
        g_string_append_c (json, ']');
    }
  json_settle ();
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-tree-locate/every-place", test_every_place);
  g_test_add_func ("/json-tree-locate/random", test_random);
  g_test_add_func ("/json-tree-locate/deep", test_deep);

  return g_test_run ();
}
