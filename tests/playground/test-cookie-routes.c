/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "visit.h"

static void
test_read (void)
{
  g_autoptr (Visit) visited = visit ("GET", "/cookies",
                                     "Cookie: a=1; b=\"x=y\"\r\ncookie: a=2\r\n");

  g_assert_cmpstr (visited->body, ==,
                   "{\n  \"cookies\": [\n    [\"a\", \"1\"],\n    [\"b\", \"\\\"x=y\\\"\"],\n"
                   "    [\"a\", \"2\"]\n  ]\n}\n");
}

static void
test_set (void)
{
  g_autoptr (Visit) set = visit_get ("/cookies/set?a=1&b=2");
  g_autoptr (Visit) deleted = visit_get ("/cookies/delete?a");
  g_autoptr (Visit) evil = visit_get ("/cookies/set?a=1%0d%0aX-Evil:%201");
  g_autofree char *first = visit_field (set, "Set-Cookie");
  g_autofree char *location = visit_field (set, "Location");
  g_autofree char *gone = visit_field (deleted, "Set-Cookie");

  g_assert_cmpint (set->code, ==, 302);
  g_assert_cmpstr (location, ==, "/cookies");
  g_assert_cmpuint (visit_count (set, "Set-Cookie"), ==, 2);
  g_assert_cmpstr (first, ==, "a=1; Path=/");
  g_assert_cmpstr (gone, ==, "a=; Path=/; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT");
  g_assert_cmpint (evil->code, ==, 400);
  g_assert_cmpuint (visit_count (evil, "X-Evil"), ==, 0);
}

static void
test_attributes (void)
{
  g_autoptr (Visit) visited = visit_get ("/cookies/attributes");

  g_assert_cmpuint (visit_count (visited, "Set-Cookie"), ==, 11);
}

int
main (int    argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cookie/read", test_read);
  g_test_add_func ("/cookie/set", test_set);
  g_test_add_func ("/cookie/attributes", test_attributes);
  visit_open ();
  result = g_test_run ();
  visit_close ();
  return result;
}
