/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of error-text.c: words by domain and code. */

#include "config.h"

#include "error-text.h"

#include "failure.h"

static void
test_engine (void)
{
  for (int code = RT_ENGINE_ERROR_URL; code <= RT_ENGINE_ERROR_CA_FILE; code++)
    {
      g_autoptr (GError) error = g_error_new (RT_ENGINE_ERROR, code, "at “%s”", "x");
      g_autoptr (GError) other = g_error_new (RT_ENGINE_ERROR, code + 1, "at “x”");
      g_autofree char *line = rt_error_text_dup_line (error);

      g_assert_nonnull (strstr (line, rt_error_text_get_title (error)));
      g_assert_nonnull (strstr (line, "at “x”. "));
      g_assert_true (g_str_has_suffix (line, rt_error_text_get_advice (error)));
      g_assert_cmpstr (rt_error_text_get_title (error), !=, rt_error_text_get_title (other));
    }
}

static void
test_io (void)
{
  g_autoptr (GError) full = g_error_new (G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full.");
  g_autoptr (GError) other = g_error_new (G_IO_ERROR, G_IO_ERROR_FAILED, "odd");
  g_autofree char *line = rt_error_text_dup_line (full);

  g_assert_cmpstr (line, ==, "The disk is full: full. Free some space and try again.");
  g_assert_cmpstr (rt_error_text_get_title (other), ==, "This did not work");
}

static void
test_not_text (void)
{
  g_autoptr (GError) error = g_error_new_literal (G_FILE_ERROR, 0, "a\xff" "b\n<b>");
  g_autofree char *line = rt_error_text_dup_line (error);

  g_assert_true (g_utf8_validate (line, -1, NULL));
  g_assert_null (strchr (line, '\n'));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/error-text/engine", test_engine);
  g_test_add_func ("/error-text/io", test_io);
  g_test_add_func ("/error-text/not-text", test_not_text);

  return g_test_run ();
}
