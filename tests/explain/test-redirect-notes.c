/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "trail-cases.h"

/* Each exchange of a clean trail gets one note at most. */
static void
test_quiet (void)
{
  static const char *const chains[] = {
    "301 http://a.example/|https://a.example/",
    "302 http://a.example/|http://b.example/",
    "308 https://a.example/x|https://a.example/y",
    "303 https://a.example/x|https://b.example/y",
  };

  for (guint i = 0; i < G_N_ELEMENTS (chains); i++)
    {
      g_autoptr(RtTrail) trail = trail_cases_chain (chains[i]);

      for (guint position = 0; position < 2; position++)
        {
          g_autoptr(GPtrArray) notes =
            cases_explain_at (trail, position);
          guint count = 0;

          for (guint k = 0; k < notes->len; k++)
            if (g_str_has_prefix (rt_note_get_id (notes->pdata[k]), "redirect-"))
              {
                g_assert_cmpint (rt_note_get_level (notes->pdata[k]), ==, RT_NOTE_INFO);
                count++;
              }
          g_assert_cmpuint (count, <=, 1);
        }
    }
}

/* Nothing came: nothing is said. */
static void
test_without_response (void)
{
  g_autoptr(RtTrail) trail = trail_cases_one ("http://a.example/", "GET", NULL);

  trail_cases_assert (trail, 0, "redirect-", "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/redirect-notes/quiet", test_quiet);
  g_test_add_func ("/redirect-notes/without-response", test_without_response);

  return g_test_run ();
}
