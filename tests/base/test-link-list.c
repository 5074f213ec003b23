/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/base/link-list.c. */

#include "link-list.h"

#include <string.h>

#include <json-glib/json-glib.h>

static void
test_split (void)
{
  static const struct { const char *value; const char *joined; } cases[] = {
    { "", "" },
    { " , ,, ", "" },
    { "GET", "GET" },
    { "GET, HEAD ,\tPOST", "GET|HEAD|POST" },
    { "a=\"1, 2\", b", "a=\"1, 2\"|b" },
    { "a=\"1\\\", 2\", b", "a=\"1\\\", 2\"|b" },
    { "a=\"1, 2", "a=\"1, 2" },
    { "a=\"\\", "a=\"\\" },
    { "<a,b>; rel=x, <c>", "<a,b>; rel=x|<c>" },
    { "<a,b", "<a|b" },
    { "a<b, c>d", "a<b|c>d" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto(GStrv) members = rt_list_split (cases[i].value);
      g_autofree char *joined = g_strjoinv ("|", members);

      g_assert_cmpstr (joined, ==, cases[i].joined);
    }
}

static void
test_many (void)
{
  g_autofree char *text = g_strnfill (400001, 'a');
  g_auto(GStrv) members = NULL;

  for (guint i = 1; i < 400001; i += 2)
    text[i] = ',';
  members = rt_list_split (text);
  g_assert_cmpuint (g_strv_length (members), ==, 1000);
}

static void
test_links (void)
{
  g_autoptr(GPtrArray) links =
    rt_link_list_parse ("</b?a=1,2>; REL = \"prev  Next\"; rel=last; title=\"a \\\"b\\\", c\";x,"
                        "nonsense, </anchored>;rel=up;anchor=\"#a\", < /c >;rel=up, <d");
  const RtLink *link;

  g_assert_cmpuint (links->len, ==, 3);
  link = rt_link_list_find (links, "next");
  g_assert_nonnull (link);
  g_assert_cmpstr (link->target, ==, "/b?a=1,2");
  g_assert_cmpstr (rt_link_get_parameter (link, "title"), ==, "a \"b\", c");
  g_assert_cmpstr (rt_link_get_parameter (link, "x"), ==, "");
  g_assert_null (rt_link_get_parameter (link, "y"));
  g_assert_true (rt_link_has_rel (link, "PREV"));
  g_assert_false (rt_link_has_rel (link, "last"));
  g_assert_cmpstr (rt_link_list_find (links, "up")->target, ==, "/c");
  g_assert_null (rt_link_list_find (links, "alternate"));
}

/* The suite has a row for each relation of a link. */
static gboolean
has_link (GPtrArray  *links,
          JsonObject *expected)
{
  const char *uri = json_object_get_string_member (expected, "uri");
  const char *rel = json_object_get_string_member_with_default (expected, "rel", "");

  for (guint i = 0; i < links->len; i++)
    {
      const char *value = rt_link_get_parameter (links->pdata[i], "rel");

      if (g_str_equal (((RtLink *) links->pdata[i])->target, uri)
          && strstr (value != NULL ? value : "", rel) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* Targets and relations; extended values are not decoded here. */
static void
test_suite (void)
{
  g_autofree char *path =
    g_build_filename (g_test_get_dir (G_TEST_DIST), "..", "..", "shared", "suites",
                      "link-header", "link-tests.json", NULL);
  g_autoptr(JsonParser) parser = json_parser_new ();
  JsonArray *rows;

  if (!json_parser_load_from_file (parser, path, NULL))
    {
      g_test_skip ("the public link header suite is not here");
      return;
    }
  rows = json_node_get_array (json_parser_get_root (parser));
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);
      JsonArray *expected = json_object_get_array_member (row, "expected");
      g_autofree char *value = g_strdup (json_object_get_string_member (row, "header"));
      g_autoptr(GPtrArray) links = NULL;

      /* Folds are undone by the head, before a value comes here. */
      if (strchr (value, '\n') != NULL)
        continue;
      g_test_message ("%s", json_object_get_string_member (row, "name"));
      links = rt_link_list_parse (value);
      g_assert_cmpuint (links->len, <=, json_array_get_length (expected));
      for (guint j = 0; j < json_array_get_length (expected); j++)
        g_assert_true (has_link (links, json_array_get_object_element (expected, j)));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/link-list/split", test_split);
  g_test_add_func ("/link-list/many", test_many);
  g_test_add_func ("/link-list/links", test_links);
  g_test_add_func ("/link-list/suite", test_suite);

  return g_test_run ();
}
