/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Names and secrets, and what cannot be some. */

#include "user-pass.h"

static void
test_split (void)
{
  static const char * const rows[][3] = {
    { "Aladdin:open sesame", "Aladdin", "open sesame" },
    { "test:123£", "test", "123£" },
    { "a:", "a", "" },
    { ":b", "", "b" },
    { "a:b:c", "a", "b:c" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *user = NULL;
      g_autofree char *secret = NULL;

      g_assert_true (rt_user_pass_split ("--user", rows[i][0], &user, &secret, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (user, ==, rows[i][1]);
      g_assert_cmpstr (secret, ==, rows[i][2]);
    }
}

static void
test_refused (void)
{
  static const char * const rows[] = { "", "hunter2", "a:hunter2\r", "a:\thunter2", "a:hunter2\xff",
                                       "\x7f:hunter2" };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *user = NULL;
      g_autofree char *secret = NULL;

      g_assert_false (rt_user_pass_split ("--user", rows[i], &user, &secret, &error));
      g_assert_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE);
      g_assert_true (g_str_has_prefix (error->message, "--user: "));
      g_assert_null (g_strrstr (error->message, "hunter2"));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/user-pass/split", test_split);
  g_test_add_func ("/user-pass/refused", test_refused);

  return g_test_run ();
}
