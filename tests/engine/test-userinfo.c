/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/engine/userinfo.c. */

#include "userinfo.h"

static void
test_split (void)
{
  static const struct { const char *userinfo, *user, *secret; } cases[] = {
    { "", "", "" },
    { "u", "u", "" },
    { "u:", "u", "" },
    { ":p", "", "p" },
    { "u:p", "u", "p" },
    { "u:p:q", "u", "p:q" },
    { "a%3Ab:c%3ad", "a:b", "c:d" },
    { "us%20er:pa%C3%A4ss", "us er", "pa\303\244ss" },
    { "a@b:c@d", "a@b", "c@d" },
    { "%:%zz", "%", "%zz" },
    { "%00:%ff", "%00", "%ff" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *user = NULL;
      g_autofree char *secret = NULL;

      rt_userinfo_split (cases[i].userinfo, &user, &secret);
      g_assert_cmpstr (user, ==, cases[i].user);
      g_assert_cmpstr (secret, ==, cases[i].secret);
    }
}

static void
test_remove (void)
{
  static const struct { const char *url, *userinfo, *expected; } cases[] = {
    { "http://u:p@h/", "u:p", "http://h/" },
    { " http://u@h/?a@b#c@d", "u", " http://h/?a@b#c@d" },
    { "http://@h", "", "http://h" },
    { "http://a@b@h/", "a@b", "http://h/" },
    { "http://http:@h/", "http:", "http://h/" },
    { "u:p@localhost:8080", "u:p", "localhost:8080" },
    { "//u:p@h/u:p@", "u:p", "//h/u:p@" },
    { "http://h/", "u", "http://h/" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *url = rt_userinfo_remove (cases[i].url, cases[i].userinfo);

      g_assert_cmpstr (url, ==, cases[i].expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/userinfo/split", test_split);
  g_test_add_func ("/userinfo/remove", test_remove);

  return g_test_run ();
}
