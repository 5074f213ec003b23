/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of json-tree.c and of what stands beside it: the tree says what Pretty
 * says, in pages of any size, of texts whole, broken and growing; depth; the
 * memory of the index. */

#include "config.h"

#include "json-tree.h"

#include "json-trees.h"

/* Prints by asking for children, a page at a time. */
static void
print (RtJsonTree       *tree,
       const RtJsonNode *node,
       guint             level,
       GString          *out)
{
  gboolean object = node->kind == RT_JSON_OBJECT;
  guint64 n = rt_json_tree_count (tree, node);
  RtJsonNode page[7];
  gsize filled;

  if (!rt_json_kind_is_container (node->kind))
    {
      g_assert_cmpuint (n, ==, 0);
      rt_json_tree_append_source (tree, node, 0, out);
      return;
    }
  g_string_append_c (out, object ? '{' : '[');
  for (guint64 first = 0; first < n; first += filled)
    {
      filled = rt_json_tree_get_children (tree, node, first, g_test_rand_int_range (1, 8), page);
      g_assert_cmpuint (filled, >, 0);
      for (gsize i = 0; i < filled; i++)
        {
          g_assert_cmpuint (page[i].index, ==, first + i);
          g_string_append_printf (out, "%s\n%*s", page[i].index > 0 ? "," : "",
                                  (int) (2 * (level + 1)), "");
          g_assert_cmpint (page[i].key_length > 0, ==, object);
          if (object)
            {
              g_string_append_c (out, '"');
              rt_json_tree_append_key (tree, &page[i], 0, out);
              g_string_append (out, "\": ");
            }
          print (tree, &page[i], level + 1, out);
        }
    }
  g_assert_cmpuint (rt_json_tree_get_children (tree, node, n, 7, page), ==, 0);
  if (n > 0)
    g_string_append_printf (out, "\n%*s", (int) (2 * level), "");
  g_string_append_c (out, object ? '}' : ']');
}

static void
check_tree (const char *json,
            gsize       length)
{
  g_autoptr (RtJsonTree) tree = json_tree_of (json, length, FALSE);
  g_autoptr (GString) out = g_string_new (NULL);
  g_auto (RtJsonFlaw) flaw = { 0 };
  g_autoptr (GString) expected = rt_json_pretty (json, length, FALSE, 0, NULL, &flaw);
  RtJsonNode root;

  g_assert_null (rt_json_tree_get_flaw (tree));
  g_assert_true (rt_json_tree_get_root (tree, &root));
  print (tree, &root, 0, out);
  g_string_append_c (out, '\n');
  g_assert_cmpstr (out->str, ==, expected->str);
}

static void
test_random (void)
{
  for (int i = 0; i < 200; i++)
    {
      g_autoptr (GString) json = json_random (i % 6);

      check_tree (json->str, json->len);
    }
  json_settle ();
}

static void
test_suite (void)
{
  static const char prefixes[] = "yni";

  for (const char *prefix = prefixes; *prefix != '\0'; prefix++)
    {
      g_autoptr (GPtrArray) files = json_suite (*prefix);

      if (files == NULL)
        {
          g_test_skip ("the public JSON test suite is not here");
          return;
        }
      for (guint i = 0; i < files->len; i++)
        {
          g_autofree char *json = NULL;
          g_autoptr (RtJsonTree) tree = NULL;
          gsize length;

          g_test_message ("%s", (const char *) files->pdata[i]);
          g_assert_true (g_file_get_contents (files->pdata[i], &json, &length, NULL));
          if (*prefix == 'y')
            check_tree (json, length);
          tree = json_tree_of (json, length, FALSE);
          if (*prefix == 'n')
            {
              const RtJsonFlaw *flaw = rt_json_tree_get_flaw (tree);

              g_assert_nonnull (flaw);
              g_assert_cmpuint (flaw->offset, <=, length);
              g_assert_cmpuint (flaw->line, >=, 1);
              g_assert_cmpstr (flaw->message, !=, "");
            }
        }
    }
  json_settle ();
}

/* A large one inside others: each child is found by its number and its place. */
static void
test_large (void)
{
  g_autoptr (GString) json = g_string_new ("{\"before\":[[],{}],\"list\":[");
  g_autoptr (RtJsonTree) tree = NULL;
  RtJsonNode root, members[4], child;
  const guint n = 30000;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (json, "%s{\"id\": %u, \"a\": [1, [2, {}]]}", i > 0 ? "," : "", i);
  g_string_append (json, "],\"after\":\"x\"}");
  tree = json_tree_of (json->str, json->len, FALSE);
  g_assert_true (rt_json_tree_get_root (tree, &root));
  g_assert_cmpuint (rt_json_tree_count (tree, &root), ==, 3);
  g_assert_cmpuint (rt_json_tree_get_children (tree, &root, 0, 4, members), ==, 3);
  g_assert_cmpuint (rt_json_tree_count (tree, &members[1]), ==, n);
  for (guint i = 0; i < n; i += 997)
    {
      g_autofree char *expected = g_strdup_printf ("$['list'][%u]['a'][1][0]", i);
      g_autofree char *pointer = g_strdup_printf ("/list/%u/id", i);
      g_autofree char *path = NULL;
      g_autofree char *found = NULL;
      RtJsonNode id;
      const char *place;

      g_assert_cmpuint (rt_json_tree_get_children (tree, &members[1], i, 1, &child), ==, 1);
      g_assert_cmpuint (rt_json_tree_get_children (tree, &child, 0, 1, &id), ==, 1);
      found = rt_json_tree_dup_pointer (tree, &id);
      g_assert_cmpstr (found, ==, pointer);
      place = strstr (json->str + child.offset, "[2") + 1;
      id.offset = place - json->str;
      path = rt_json_tree_dup_path (tree, &id);
      g_assert_cmpstr (path, ==, expected);
    }
  g_assert_cmpuint (rt_json_tree_get_index_size (tree), <, json->len / 20);
  json_settle ();
}

static void
test_words (void)
{
  static const char json[] =
    "{\"a\\u0062\":18446744073709551616,\"\":-0,\"a/b~\":1e400,"
    "\"it's \\\\ \\n\\u0001\\u00e9\":\"\\ud83d\\ude00 \\ud800 \\u0000|\",\"ab\":[1.10,{\"a\":null}]}";
  static const struct { const char *key, *decoded, *source, *value, *path, *pointer; } at[] = {
    { "a\\u0062", "ab", "18446744073709551616", NULL, "$['ab']", "/ab" },
    { "", "", "-0", NULL, "$['']", "/" },
    { "a/b~", "a/b~", "1e400", NULL, "$['a/b~']", "/a~1b~0" },
    { "it's \\\\ \\n\\u0001\\u00e9", "it's \\ \n\001\303\251",
      "\"\\ud83d\\ude00 \\ud800 \\u0000|\"", "\360\237\230\200 \357\277\275 ",
      "$['it\\'s \\\\ \\n\\u0001\303\251']", "/it's \\ \n\001\303\251" },
    { "ab", "ab", "[1.10,{\"a\":null}]", NULL, "$['ab']", "/ab" },
  };
  g_autoptr (RtJsonTree) tree = json_tree_of (json, -1, FALSE);
  RtJsonNode root, nodes[6], inner[2];
  g_autofree char *path = NULL;

  g_assert_true (rt_json_tree_get_root (tree, &root));
  g_assert_cmpuint (rt_json_tree_get_children (tree, &root, 0, 6, nodes), ==, 5);
  for (gsize i = 0; i < G_N_ELEMENTS (at); i++)
    {
      g_autoptr (GString) key = g_string_new (NULL);
      g_autoptr (GString) source = g_string_new (NULL);
      g_autoptr (GString) decoded = rt_json_tree_dup_key (tree, &nodes[i]);
      g_autofree char *own = rt_json_tree_dup_path (tree, &nodes[i]);
      g_autofree char *pointer = rt_json_tree_dup_pointer (tree, &nodes[i]);

      rt_json_tree_append_key (tree, &nodes[i], 0, key);
      rt_json_tree_append_source (tree, &nodes[i], 0, source);
      g_assert_cmpstr (key->str, ==, at[i].key);
      g_assert_cmpstr (decoded->str, ==, at[i].decoded);
      g_assert_cmpstr (source->str, ==, at[i].source);
      g_assert_cmpstr (own, ==, at[i].path);
      g_assert_cmpstr (pointer, ==, at[i].pointer);
    }
  g_assert_cmpuint (rt_json_tree_get_children (tree, &nodes[4], 0, 2, inner), ==, 2);
  path = rt_json_tree_dup_path (tree, &inner[1]);
  g_assert_cmpstr (path, ==, "$['ab'][1]");
  json_settle ();
}

static void
test_cut (void)
{
  g_autoptr (RtJsonTree) tree = json_tree_of ("[\"a\303\251b\"]", -1, FALSE);
  RtJsonNode root;

  g_assert_true (rt_json_tree_get_root (tree, &root));
  for (gsize max = 1; max < 9; max++)
    {
      g_autoptr (GString) source = g_string_new (NULL);

      rt_json_tree_append_source (tree, &root, max, source);
      g_assert_cmpuint (source->len, ==, max == 4 ? 3 : MIN (max, 8));
    }
  json_settle ();
}

static void
test_several (void)
{
  g_autoptr (RtJsonTree) tree = json_tree_of ("{\"a\":1}\n[2,[3]]\n", -1, TRUE);
  g_autoptr (RtJsonTree) none = json_tree_of ("\n", -1, TRUE);
  g_autoptr (GArray) chain = g_array_new (FALSE, FALSE, sizeof (RtJsonNode));
  RtJsonNode root, documents[3];
  g_autofree char *path = NULL;
  g_autofree char *pointer = NULL;

  g_assert_false (rt_json_tree_get_root (none, &root));
  g_assert_true (rt_json_tree_get_root (tree, &root));
  g_assert_cmpint (root.kind, ==, RT_JSON_DOCUMENTS);
  g_assert_cmpuint (rt_json_tree_count (tree, &root), ==, 2);
  g_assert_cmpuint (rt_json_tree_get_children (tree, &root, 0, 3, documents), ==, 2);
  g_assert_cmpint (documents[1].kind, ==, RT_JSON_ARRAY);
  g_assert_true (rt_json_tree_locate (tree, 12, chain));
  g_assert_cmpuint (chain->len, ==, 4);
  path = rt_json_tree_dup_path (tree, &g_array_index (chain, RtJsonNode, 3));
  g_assert_cmpstr (path, ==, "$[1][0]");
  pointer = rt_json_tree_dup_pointer (tree, &documents[1]);
  g_assert_cmpstr (pointer, ==, "");
  g_assert_false (rt_json_tree_locate (tree, 7, chain));
  json_settle ();
}

static const struct
{
  const char *json;
  const char *pretty; /* what is valid of it, as children say */
  gsize       flaw;
} broken[] = {
  { "", NULL, 0 },
  { "nul", NULL, 0 },
  { "[1,2,{\"a\":3,\"b\"", "[\n  1,\n  2,\n  {\n    \"a\": 3\n  }\n]", 15 },
  { "[1,\"abc", "[\n  1\n]", 7 },
  { "{\"a\":[1,}", "{\n  \"a\": [\n    1\n  ]\n}", 8 },
  { "[1] x", "[\n  1\n]", 4 },
  { "{\"a\":1,,", "{\n  \"a\": 1\n}", 7 },
};

static void
test_broken (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (RtJsonTree) tree = json_tree_of (broken[i].json, -1, FALSE);
      g_autoptr (GString) out = g_string_new (NULL);
      RtJsonNode root;

      g_test_message ("%s", broken[i].json);
      g_assert_cmpuint (rt_json_tree_get_flaw (tree)->offset, ==, broken[i].flaw);
      g_assert_cmpint (rt_json_tree_get_root (tree, &root), ==, broken[i].pretty != NULL);
      if (broken[i].pretty == NULL)
        continue;
      print (tree, &root, 0, out);
      g_assert_cmpstr (out->str, ==, broken[i].pretty);
      g_assert_cmpint (root.unfinished, ==, i != 5);
    }
  json_settle ();
}

/* At every length the tree of what is there is a tree, and the longer the
 * larger. */
static void
test_grow (void)
{
  g_autoptr (GString) json = g_string_new ("[");
  guint64 last = 0;

  for (int i = 0; i < 3000; i++)
    g_string_append_printf (json, "%s{\"k\":[%d,{},\"x\"]}", i > 0 ? "," : "", i);
  g_string_append_c (json, ']');
  for (gsize n = 0; n <= json->len; n += n < 300 ? 1 : 1733)
    {
      g_autoptr (RtDecodedText) text = json_text_new ();
      g_autoptr (RtJsonTree) tree = NULL;
      RtJsonNode root, page[3];

      json_text_extend (text, json->str, n, FALSE);
      tree = rt_json_tree_new (text, FALSE);
      if (!rt_json_tree_get_root (tree, &root))
        continue;
      g_assert_true (root.unfinished);
      g_assert_cmpuint (rt_json_tree_count (tree, &root), >=, last);
      last = rt_json_tree_count (tree, &root);
      g_assert_cmpuint (rt_json_tree_get_children (tree, &root, last > 3 ? last - 3 : 0, 3, page),
                        ==, MIN (last, 3));
    }
  g_assert_cmpuint (last, >, 2800);
  json_settle ();
}

/* By many small pieces, the thread at work meanwhile: as if given at once. */
static void
test_pieces (void)
{
  for (int round = 0; round < 60; round++)
    {
      g_autoptr (GString) json = json_random (6);
      g_autoptr (RtDecodedText) text = json_text_new ();
      g_autoptr (RtJsonTree) tree = rt_json_tree_new (text, FALSE);
      g_autoptr (RtJsonTree) once = NULL;
      g_autoptr (GString) found = g_string_new (NULL);
      g_autoptr (GString) expected = g_string_new (NULL);
      RtJsonNode root, other;
      gboolean has_root;

      if (round % 4 == 0)
        g_string_truncate (json, g_test_rand_int_range (0, json->len + 1));
      for (gsize n = 0; n < json->len;)
        {
          n += g_test_rand_int_range (0, 3 + json->len / 20);
          n = MIN (json->len, n);
          json_text_extend (text, json->str, n, FALSE);
          if (round % 3 == 0)
            g_main_context_iteration (NULL, FALSE);
        }
      json_text_extend (text, json->str, json->len, TRUE);
      while (!rt_json_tree_is_complete (tree))
        g_main_context_iteration (NULL, TRUE);
      once = json_tree_of (json->str, json->len, FALSE);
      has_root = rt_json_tree_get_root (tree, &root);
      g_assert_cmpint (has_root, ==, rt_json_tree_get_root (once, &other));
      if (!has_root)
        continue;
      print (tree, &root, 0, found);
      print (once, &other, 0, expected);
      g_assert_cmpstr (found->str, ==, expected->str);
      g_assert_cmpint (root.unfinished, ==, other.unfinished);
    }
  json_settle ();
}

static void
test_deep (void)
{
  const gsize depth = 100 * 1000;
  g_autofree char *json = g_malloc (2 * depth);
  g_autoptr (RtJsonTree) tree = NULL;
  g_autoptr (GArray) chain = g_array_new (FALSE, FALSE, sizeof (RtJsonNode));
  RtJsonNode node, child;

  memset (json, '[', depth);
  memset (json + depth, ']', depth);
  tree = json_tree_of (json, 2 * depth, FALSE);
  g_assert_null (rt_json_tree_get_flaw (tree));
  g_assert_true (rt_json_tree_get_root (tree, &node));
  for (guint i = 0; i < 3000; i++)
    {
      g_assert_cmpuint (rt_json_tree_get_children (tree, &node, 0, 1, &child), ==, 1);
      g_assert_cmpuint (child.offset, ==, i + 1);
      g_assert_cmpuint (child.end, ==, 2 * depth - i - 1);
      g_assert_false (child.unfinished);
      node = child;
    }
  g_assert_true (rt_json_tree_locate (tree, 3000, chain));
  g_assert_cmpuint (chain->len, ==, 3001);
  json_settle ();
}

static void
test_memory (void)
{
  static const char * const units[] = { "[", "1,", "[],", "{\"\":1},", "{\"a\":", "[[],", "[1,[" };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (GString) json = g_string_new ("[");
      g_autoptr (RtJsonTree) tree = NULL;

      while (json->len < 20 * 1000 * 1000)
        g_string_append (json, units[i]);
      tree = json_tree_of (json->str, json->len, FALSE);
      g_assert_cmpuint (rt_json_tree_get_index_size (tree), <, json->len / 5);
    }
  json_settle ();
}

static void
count_cb (int *count)
{
  (*count)++;
}

static void
test_objects (void)
{
  g_autofree char *filler = g_strnfill (4 * 1024 * 1024, '[');
  g_autoptr (RtDecodedText) text = json_text_new ();
  RtJsonTree *tree = rt_json_tree_new (text, FALSE);
  int count = 0;

  g_signal_connect_swapped (tree, "changed", G_CALLBACK (count_cb), &count);
  json_text_extend (text, filler, 100, FALSE);
  while (count == 0)
    g_main_context_iteration (NULL, TRUE);
  json_text_extend (text, filler, 4 * 1024 * 1024, TRUE);
  g_assert_finalize_object (tree);
  json_settle ();
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-tree/random", test_random);
  g_test_add_func ("/json-tree/suite", test_suite);
  g_test_add_func ("/json-tree/large", test_large);
  g_test_add_func ("/json-tree/words", test_words);
  g_test_add_func ("/json-tree/cut", test_cut);
  g_test_add_func ("/json-tree/several", test_several);
  g_test_add_func ("/json-tree/broken", test_broken);
  g_test_add_func ("/json-tree/grow", test_grow);
  g_test_add_func ("/json-tree/pieces", test_pieces);
  g_test_add_func ("/json-tree/deep", test_deep);
  g_test_add_func ("/json-tree/memory", test_memory);
  g_test_add_func ("/json-tree/objects", test_objects);

  return g_test_run ();
}
