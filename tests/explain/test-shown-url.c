/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "shown-url.h"

static void
test_urls (void)
{
  static const char *const cases[][2] = {
    { "http://u:p@h/x", "http://u:***@h/x" },
    { "http://h/?a=1&access_token=S&b", "http://h/?a=1&access_token=***&b" },
    { "http://h/?api%5Fkey=S#f?token=x", "http://h/?api%5Fkey=***#f?token=x" },
    { "http://h/?mine=S", "http://h/?mine=***" },
    { "http://h/?m%69ne=S", "http://h/?m%69ne=***" },
    { "http://h/?%zz=S", "http://h/?%zz=***" },
    { "http://h/?a=b&&=", "http://h/?a=b&&=" },
    { "http://h/#a?token=x", "http://h/#a?token=x" },
    { "http://h/\n", "http://h/\\n" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = rt_shown_url_new (cases[i][0], "mine");

      g_assert_cmpstr (shown, ==, cases[i][1]);
    }
}

static void
test_sentences (void)
{
  g_autofree char *masked =
    rt_shown_url_mask_sentence ("A loop: GET http://h/?token=S was asked, or /?mine=S too.",
                                "mine");
  g_autofree char *without = rt_shown_url_mask_sentence ("No URL: a=b.", NULL);

  g_assert_cmpstr (masked, ==, "A loop: GET http://h/?token=*** was asked, or /?mine=*** too.");
  g_assert_cmpstr (without, ==, "No URL: a=b.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shown-url/urls", test_urls);
  g_test_add_func ("/shown-url/sentences", test_sentences);

  return g_test_run ();
}
