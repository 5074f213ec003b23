/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of json-copy.c: a value is given as text when it is taken, though nobody
 * else has its tree any more. */

#include "config.h"

#include "json-copy.h"

#include "contents.h"
#include "views.h"
#include "widgets.h"

static char *
copy (const char     *json,
      RtJsonTextForm  form)
{
  RtJsonTree *tree = rt_test_tree_new (json);
  GdkContentProvider *provider;
  RtJsonNode root;

  g_assert_true (rt_json_tree_get_root (tree, &root));
  provider = rt_json_copy_new (tree, &root, form);
  g_object_unref (tree);

  return rt_test_dup_provided (provider);
}

static void
test_forms (void)
{
  g_autofree char *string = copy ("\"\\u0041\\n\\u0000\"", RT_JSON_TEXT_VALUE);
  g_autofree char *number = copy ("1e400", RT_JSON_TEXT_VALUE);
  g_autofree char *sent = copy ("[1 , 2]", RT_JSON_TEXT_VALUE);
  g_autofree char *pretty = copy ("[1 , 2]", RT_JSON_TEXT_PRETTY);

  g_assert_cmpstr (string, ==, "A\n\342\220\200");
  g_assert_cmpstr (number, ==, "1e400");
  g_assert_cmpstr (sent, ==, "[1 , 2]");
  g_assert_cmpstr (pretty, ==, "[\n  1,\n  2\n]");
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/json-copy/forms", test_forms);

  return g_test_run ();
}
