/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "visit.h"

#include <string.h>

static void
test_many (void)
{
  g_autoptr (Visit) many = visit_get ("/many-challenges");
  g_autoptr (Visit) none = visit_get ("/no-challenge");

  g_assert_cmpint (many->code, ==, 401);
  g_assert_cmpuint (visit_count (many, "WWW-Authenticate"), ==, 2);
  g_assert_cmpint (none->code, ==, 401);
  g_assert_cmpuint (visit_count (none, "WWW-Authenticate"), ==, 0);
}

static void
test_malformed (void)
{
  static const struct
  {
    const char *kind;
    const char *value;
  } cases[] = {
    { "unterminated", "Basic realm=\"playground" },
    { "no-scheme", "realm=\"playground\"" },
    { "comma-behind-scheme", "Basic, realm=\"playground\"" },
    { "empty", "" },
  };
  g_autoptr (Visit) other = visit_get ("/malformed-challenge/other");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *target = g_strconcat ("/malformed-challenge/", cases[i].kind, NULL);
      g_autoptr (Visit) visited = visit_get (target);
      g_autofree char *value = visit_field (visited, "WWW-Authenticate");

      g_assert_cmpint (visited->code, ==, 401);
      g_assert_cmpstr (value, ==, cases[i].value);
    }
  g_assert_cmpint (other->code, ==, 400);
}

static void
test_spelt (void)
{
  g_autoptr (Visit) two = visit_get ("/challenge?value=Basic%20realm%3D%22a&x=y&value=NTLM");
  g_autoptr (Visit) proxy = visit_get ("/challenge?proxy&value=NTLM");
  g_autoptr (Visit) broken = visit_get ("/challenge?value=a%0d%0aX:%20y");
  g_autofree char *first = visit_field (two, "WWW-Authenticate");

  g_assert_cmpint (two->code, ==, 401);
  g_assert_cmpuint (visit_count (two, "WWW-Authenticate"), ==, 2);
  g_assert_cmpstr (first, ==, "Basic realm=\"a");
  g_assert_cmpint (proxy->code, ==, 407);
  g_assert_cmpuint (visit_count (proxy, "Proxy-Authenticate"), ==, 1);
  g_assert_cmpint (broken->code, ==, 400);
}

int
main (int    argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/challenge/many", test_many);
  g_test_add_func ("/challenge/malformed", test_malformed);
  g_test_add_func ("/challenge/spelt", test_spelt);
  visit_open ();
  result = g_test_run ();
  visit_close ();
  return result;
}
