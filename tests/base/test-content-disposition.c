/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/base/content-disposition.c; where the public suite lies beside
 * the project, the rows of it that keep the grammar too.
 */

#include "content-disposition.h"

#include <json-glib/json-glib.h>
#include <string.h>

static void
test_table (void)
{
  static const struct
  {
    const char *text;
    const char *type;
    const char *filename;
    gboolean    is_malformed;
    gboolean    is_undecodable;
  } cases[] = {
    { "attachment", "attachment" },
    { "INLINE", "inline" },
    { "attachment; filename=a.txt", "attachment", "a.txt" },
    { "attachment;filename=\"a b; c.txt\"", "attachment", "a b; c.txt" },
    { "attachment; filename=\"a\\\"b\"", "attachment", "a\"b" },
    { "attachment; FILENAME = a", "attachment", "a" },
    { "attachment; filename=a; filename*=UTF-8''%e2%82%ac", "attachment", "€" },
    { "attachment; filename*=UTF-8''%e2%82%ac; filename=a", "attachment", "€" },
    { "attachment; filename*=ISO-8859-1'en'%A3", "attachment", "£" },
    { "attachment; filename=a; filename*=UTF-8''%e2%82", "attachment", "a", FALSE, TRUE },
    { "attachment; filename=a; filename*=UTF-8''%zz", "attachment", "a", FALSE, TRUE },
    { "attachment; filename=a; filename*=UTF-8''a%00b", "attachment", "a", FALSE, TRUE },
    { "attachment; filename*=a", "attachment", NULL, FALSE, TRUE },
    { "attachment; filename*=\"UTF-8''a\"", "attachment", NULL, TRUE, TRUE },
    { "attachment; filename=a b", "attachment", "a b", TRUE },
    { "attachment; filename=a; filename=b", "attachment", "a", TRUE },
    { "attachment; filename=\"a", "attachment", NULL, TRUE },
    { "attachment; filename=", "attachment", "", TRUE },
    { "attachment; filename", "attachment", NULL, TRUE },
    { "attachment;", "attachment", NULL, TRUE },
    { "; filename=a", "", "a", TRUE },
    { "filename=a", "", "a", TRUE },
    { "filename=\"a; b\"; name=c", "", "a; b", TRUE },
    { "=", "", NULL, TRUE },
    { "filename=\"a", "", NULL, TRUE },
    { "", "", NULL, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(RtContentDisposition) parsed = rt_content_disposition_parse (cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (rt_content_disposition_get_type (parsed), ==, cases[i].type);
      g_assert_cmpstr (rt_content_disposition_get (parsed, "filename"), ==, cases[i].filename);
      g_assert_cmpint (rt_content_disposition_is_malformed (parsed), ==, cases[i].is_malformed);
      g_assert_cmpint (rt_content_disposition_is_undecodable (parsed, "filename"), ==,
                       cases[i].is_undecodable);
    }
}

static void
check_parameter (const RtContentDisposition *parsed,
                 const char                 *name,
                 const char                 *expected)
{
  const char *value = g_str_has_suffix (name, "*")
                        ? rt_content_disposition_get_plain (parsed, name)
                        : rt_content_disposition_get (parsed, name);

  g_assert_cmpstr (value, ==, expected);
}

/* FALSE when the row does not keep the grammar. */
static gboolean
check_row (JsonObject *row)
{
  JsonObject *expected = json_object_get_object_member (row, "expected");
  const char *header = json_object_get_string_member (row, "header");
  g_autoptr(RtContentDisposition) parsed = rt_content_disposition_parse (header);
  JsonObject *parameters = json_object_get_object_member (expected, "parameters");
  g_autoptr(GList) names = json_object_get_members (parameters);

  if (rt_content_disposition_is_malformed (parsed))
    return FALSE;

  g_test_message ("%s", json_object_get_string_member (row, "name"));
  g_assert_cmpstr (rt_content_disposition_get_type (parsed), ==,
                   json_object_get_string_member (expected, "type"));
  for (GList *at = names; at != NULL; at = at->next)
    check_parameter (parsed, at->data, json_object_get_string_member (parameters, at->data));

  return TRUE;
}

static void
test_suite (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "suites",
                                                 "content-disposition", "jshttp-tc2231.json", NULL);
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GError) error = NULL;
  JsonArray *all;
  guint n_checked = 0;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the public suite of dispositions is not here");
      return;
    }
  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  all = json_node_get_array (json_parser_get_root (parser));
  for (guint i = 0; i < json_array_get_length (all); i++)
    {
      JsonObject *row = json_array_get_object_element (all, i);

      /* Rows that write, and two that turn a decoder off. */
      if (JSON_NODE_HOLDS_VALUE (json_object_get_member (row, "header")) &&
          strstr (json_object_get_string_member (row, "name"), "option is false") == NULL)
        n_checked += check_row (row);
    }
  g_test_message ("%u rows keep the grammar", n_checked);
  g_assert_cmpuint (n_checked, >=, 60);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/content-disposition/table", test_table);
  g_test_add_func ("/content-disposition/suite", test_suite);

  return g_test_run ();
}
