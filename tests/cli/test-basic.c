/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Basic credentials, and what cannot be some. */

#include "basic.h"

static void
test_spelling (void)
{
  static const char * const rows[][2] = {
    /* RFC 7617 sections 2 and 2.1. */
    { "Aladdin:open sesame", "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==" },
    { "test:123£", "Basic dGVzdDoxMjPCow==" },
    { "a:", "Basic YTo=" },
    { ":b", "Basic OmI=" },
    { "a:b:c", "Basic YTpiOmM=" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *value = rt_basic_dup_credentials (rows[i][0], &error);

      g_assert_no_error (error);
      g_assert_cmpstr (value, ==, rows[i][1]);
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

      g_assert_null (rt_basic_dup_credentials (rows[i], &error));
      g_assert_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE);
      g_assert_null (g_strrstr (error->message, "hunter2"));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/basic/spelling", test_spelling);
  g_test_add_func ("/basic/refused", test_refused);

  return g_test_run ();
}
