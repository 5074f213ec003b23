/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of json-path.c and its parts: selectors and filters by RFC 9535, what
 * is refused and where, ends of an evaluation, the search for a text. */

#include "config.h"

#include "json-path.h"

#include "json-trees.h"

/* The source of each node, with spaces between. */
static char *
join (RtJsonTree *tree,
      GArray     *nodes)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < nodes->len; i++)
    {
      if (i > 0)
        g_string_append_c (out, ' ');
      rt_json_tree_append_source (tree, &g_array_index (nodes, RtJsonNode, i), 0, out);
    }

  return g_string_free (out, FALSE);
}

static const char letters[] = "[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\"]";
static const char shop[] =
  "{\"shelf\":[{\"kind\":\"tea\",\"cost\":3.5,\"n\":1},{\"kind\":\"cup\",\"cost\":8,\"sold\":true},"
  "{\"kind\":\"pot\",\"cost\":20.00,\"tags\":[\"x\",\"yy\"]}],\"open\":null,\"a b\":{\"cost\":1}}";

static const struct
{
  const char *json;
  const char *path;
  const char *nodes;
} good[] = {
  { "{\"k\":1}", "$", "{\"k\":1}" },
  { letters, "$[1]", "\"b\"" },
  { letters, "$[-2]", "\"f\"" },
  { letters, "$[9]", "" },
  { letters, "$[-9]", "" },
  { letters, "$[1:3]", "\"b\" \"c\"" },
  { letters, "$[5:]", "\"f\" \"g\"" },
  { letters, "$[1:5:2]", "\"b\" \"d\"" },
  { letters, "$[5:1:-2]", "\"f\" \"d\"" },
  { letters, "$[::-1]", "\"g\" \"f\" \"e\" \"d\" \"c\" \"b\" \"a\"" },
  { letters, "$[::0]", "" },
  { letters, "$[-2:]", "\"f\" \"g\"" },
  { letters, "$[0, 3, 0]", "\"a\" \"d\" \"a\"" },
  { letters, "$[0:2,5]", "\"a\" \"b\" \"f\"" },
  { shop, "$.shelf[0].kind", "\"tea\"" },
  { shop, "$['a b']['cost']", "1" },
  { shop, "$[\"a\\u0020b\"] .cost", "1" },
  { shop, "$..cost", "3.5 8 20.00 1" },
  { shop, "$.shelf.*.cost", "3.5 8 20.00" },
  { shop, "$..[-1]", "{\"kind\":\"pot\",\"cost\":20.00,\"tags\":[\"x\",\"yy\"]} \"yy\"" },
  { shop, "$.shelf[?@.cost < 10].kind", "\"tea\" \"cup\"" },
  { shop, "$.shelf[?@.sold].kind", "\"cup\"" },
  { shop, "$.shelf[?!@.sold && @.cost > $['a b'].cost].kind", "\"tea\" \"pot\"" },
  { shop, "$.shelf[?(@.cost == 20 || @.n == 1)].kind", "\"tea\" \"pot\"" },
  { shop, "$.shelf[?length(@.tags) == 2].kind", "\"pot\"" },
  { shop, "$.shelf[?count(@.*) == 3].kind", "\"tea\" \"cup\" \"pot\"" },
  { shop, "$.shelf[?count(@..*) > 3].kind", "\"pot\"" },
  { shop, "$.shelf[?match(@.kind, 't.a|c[t-v]p')].kind", "\"tea\" \"cup\"" },
  { shop, "$.shelf[?search(@.kind, 'o')].kind", "\"pot\"" },
  { shop, "$.shelf[?match(@.kind, 'o')].kind", "" },
  { shop, "$.shelf[?match(@.kind, '(')].kind", "" },
  { shop, "$.shelf[?value(@..tags[1]) == 'yy'].kind", "\"pot\"" },
  { shop, "$.shelf[?@.tags == $.shelf[2].tags].kind", "\"pot\"" },
  { shop, "$.shelf[?@.none == @.missing].kind", "\"tea\" \"cup\" \"pot\"" },
  { shop, "$[?@ == null]", "null" },
  { shop, "$.shelf[?@.tags[?@ == 'x']].kind", "\"pot\"" },
  { "[1,2,[3,[4]]]", "$..*", "1 2 [3,[4]] 3 [4] 4" },
  { "[[1,[2]],3]", "$..[0]", "[1,[2]] 1 2" },
  { "{\"a\":1,\"a\":2}", "$.a", "1 2" },
  { "{\"\\u0061\":1}", "$.a", "1" },
  { "{\"\303\251\":1}", "$.\303\251", "1" },
  { "[{\"a\":{\"x\":1,\"y\":[2.0]}},{\"a\":{\"y\":[2],\"x\":1}}]", "$[?@.a == $[0].a].a.x", "1 1" },
  { "[\"\\ud83d\\ude00x\",\"ab\",\"abc\"]", "$[?length(@) == 2]", "\"\\ud83d\\ude00x\" \"ab\"" },
  { "[\"a\\nb\",\"a b\"]", "$[?match(@, 'a.b')]", "\"a b\"" },
  { "[\"A1\",\"a1\"]", "$[?match(@, '\\\\p{Lu}[0-9]{1,2}')]", "\"A1\"" },
  { "[1,\"1\",true,null,{},[]]", "$[?@ <= 1]", "1" },
  { "[true,false]", "$[?@ >= true]", "true" },
  { "[\"a\",\"b\"]", "$[?@ > 'a']", "\"b\"" },
  { "5", "$.a", "" },
};

static void
test_good (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (RtJsonTree) tree = json_tree_of (good[i].json, -1, FALSE);
      g_autoptr (GError) error = NULL;
      g_autoptr (RtJsonPath) path = rt_json_path_new (good[i].path, NULL, &error);
      g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (RtJsonNode));
      g_autofree char *found = NULL;

      g_test_message ("%s", good[i].path);
      g_assert_no_error (error);
      g_assert_true (rt_json_path_evaluate (path, tree, 0, NULL, nodes, NULL, &error));
      found = join (tree, nodes);
      g_assert_cmpstr (found, ==, good[i].nodes);
    }
  json_settle ();
}

static const struct
{
  const char *path;
  gsize       offset;
  int         code;
} bad[] = {
  { "", 0, RT_JSON_PATH_ERROR_SYNTAX },
  { "a", 0, RT_JSON_PATH_ERROR_SYNTAX },
  { " $", 0, RT_JSON_PATH_ERROR_SYNTAX },
  { "$ ", 1, RT_JSON_PATH_ERROR_SYNTAX },
  { "$.", 2, RT_JSON_PATH_ERROR_SYNTAX },
  { "$. a", 2, RT_JSON_PATH_ERROR_SYNTAX },
  { "$.1", 2, RT_JSON_PATH_ERROR_SYNTAX },
  { "$[", 2, RT_JSON_PATH_ERROR_SYNTAX },
  { "$[a]", 2, RT_JSON_PATH_ERROR_SYNTAX },
  { "$[01]", 2, RT_JSON_PATH_ERROR_SYNTAX },
  { "$[-0]", 2, RT_JSON_PATH_ERROR_SYNTAX },
  { "$[9007199254740992]", 2, RT_JSON_PATH_ERROR_SYNTAX },
  { "$[99999999999999999999]", 2, RT_JSON_PATH_ERROR_SYNTAX },
  { "$[1,]", 4, RT_JSON_PATH_ERROR_SYNTAX },
  { "$['a]", 5, RT_JSON_PATH_ERROR_SYNTAX },
  { "$['\\x']", 4, RT_JSON_PATH_ERROR_SYNTAX },
  { "$['\\ud800']", 9, RT_JSON_PATH_ERROR_SYNTAX },
  { "$[?@.a == ]", 10, RT_JSON_PATH_ERROR_SYNTAX },
  { "$[?@.a = 1]", 7, RT_JSON_PATH_ERROR_SYNTAX },
  { "$[?(@.a]", 7, RT_JSON_PATH_ERROR_SYNTAX },
  { "$[?1]", 3, RT_JSON_PATH_ERROR_TYPE },
  { "$[?@.* == 1]", 3, RT_JSON_PATH_ERROR_TYPE },
  { "$[?1 == @..a]", 8, RT_JSON_PATH_ERROR_TYPE },
  { "$[?length(@)]", 3, RT_JSON_PATH_ERROR_TYPE },
  { "$[?length(@.*) > 1]", 10, RT_JSON_PATH_ERROR_TYPE },
  { "$[?count(1) > 1]", 9, RT_JSON_PATH_ERROR_TYPE },
  { "$[?match(@, 'a') == true]", 3, RT_JSON_PATH_ERROR_TYPE },
  { "$[?match(@)]", 10, RT_JSON_PATH_ERROR_SYNTAX },
  { "$[?wrong(@)]", 3, RT_JSON_PATH_ERROR_SYNTAX },
  { "$[?length (@) == 1]", 3, RT_JSON_PATH_ERROR_SYNTAX },
  { "$\377", 1, RT_JSON_PATH_ERROR_SYNTAX },
};

static void
test_bad (void)
{
  g_autofree char *parentheses = g_strnfill (1000, '(');
  g_autofree char *deep = g_strconcat ("$[?", parentheses, "@]", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      gsize offset;

      g_test_message ("%s", bad[i].path);
      g_assert_null (rt_json_path_new (bad[i].path, &offset, &error));
      g_assert_error (error, RT_JSON_PATH_ERROR, bad[i].code);
      g_assert_cmpuint (offset, ==, bad[i].offset);
    }
  g_assert_null (rt_json_path_new (deep, NULL, NULL));
}

static void
test_ends (void)
{
  g_autoptr (RtJsonTree) tree = json_tree_of (letters, -1, FALSE);
  g_autoptr (RtJsonPath) path = rt_json_path_new ("$[*]", NULL, NULL);
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (RtJsonNode));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  gboolean cut;

  g_assert_true (rt_json_path_evaluate (path, tree, 7, NULL, nodes, &cut, &error));
  g_assert_cmpuint (nodes->len, ==, 7);
  g_assert_false (cut);
  g_array_set_size (nodes, 0);
  g_assert_true (rt_json_path_evaluate (path, tree, 3, NULL, nodes, &cut, &error));
  g_assert_cmpuint (nodes->len, ==, 3);
  g_assert_true (cut);
  g_cancellable_cancel (cancellable);
  g_assert_false (rt_json_path_evaluate (path, tree, 0, cancellable, nodes, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  json_settle ();
}

static void
test_several (void)
{
  g_autoptr (RtJsonTree) tree = json_tree_of ("{\"a\":1}\n[0]\n{\"a\":{\"a\":2}}\n", -1, TRUE);
  g_autoptr (RtJsonPath) path = rt_json_path_new ("$..a", NULL, NULL);
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (RtJsonNode));
  g_autofree char *found = NULL;

  g_assert_true (rt_json_path_evaluate (path, tree, 0, NULL, nodes, NULL, NULL));
  found = join (tree, nodes);
  g_assert_cmpstr (found, ==, "1 {\"a\":2} 2");
  json_settle ();
}

/* The text is deep, not the stack. */
static void
test_deep (void)
{
  g_autofree char *open = g_strnfill (100 * 1000, '[');
  g_autofree char *close = g_strnfill (100 * 1000, ']');
  g_autofree char *json = g_strconcat (open, "{\"a\":7}", close, NULL);
  g_autoptr (RtJsonTree) tree = json_tree_of (json, -1, FALSE);
  g_autoptr (RtJsonPath) path = rt_json_path_new ("$..a", NULL, NULL);
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (RtJsonNode));
  g_autofree char *found = NULL;

  g_assert_true (rt_json_path_evaluate (path, tree, 0, NULL, nodes, NULL, NULL));
  g_assert_true (rt_json_tree_find_text (tree, "7", TRUE, 0, NULL, nodes, NULL, NULL));
  found = join (tree, nodes);
  g_assert_cmpstr (found, ==, "7 7");
  json_settle ();
}

static const struct
{
  const char *text;
  gboolean    match_case;
  const char *nodes;
} texts[] = {
  { "tea", TRUE, "\"Tea\\u0021 tea\"" },
  { "tea!", FALSE, "\"Tea\\u0021 tea\"" },
  { "TEA", TRUE, "" },
  { "list", FALSE, "[1.50,true,{\"deep\":null}]" },
  { "1.5", TRUE, "1.50" },
  { "DEEP", FALSE, "null" },
  { "u0021", TRUE, "\"Tea\\u0021 tea\"" },
  { "l", TRUE, "[1.50,true,{\"deep\":null}] null" },
  { "(", FALSE, "" },
};

static void
test_text (void)
{
  g_autoptr (RtJsonTree) tree = json_tree_of ("{\"drink\":\"Tea\\u0021 tea\","
                                              "\"list\":[1.50,true,{\"deep\":null}]}", -1, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (RtJsonNode));
      g_autofree char *found = NULL;

      g_assert_true (rt_json_tree_find_text (tree, texts[i].text, texts[i].match_case, 0, NULL,
                                             nodes, NULL, NULL));
      found = join (tree, nodes);
      g_assert_cmpstr (found, ==, texts[i].nodes);
    }
  json_settle ();
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-path/good", test_good);
  g_test_add_func ("/json-path/bad", test_bad);
  g_test_add_func ("/json-path/ends", test_ends);
  g_test_add_func ("/json-path/several", test_several);
  g_test_add_func ("/json-path/deep", test_deep);
  g_test_add_func ("/json-path/text", test_text);

  return g_test_run ();
}
