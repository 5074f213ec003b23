/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of trail-chip.c: one exchange as a chip. */

#include "config.h"

#include "trail-chip.h"

#include "exchanges.h"
#include "widgets.h"

#include <string.h>

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_TRAIL_CHIP);
}

static void
test_chip (void)
{
  g_autoptr (RtExchange) first = rt_test_exchange_new_at (0, "POST", "http://example.org/a",
                                                          "HTTP/1.1 301 Moved\r\n\r\n", "", 0);
  g_autoptr (RtExchange) second = rt_test_exchange_new_at (1, "GET", "https://example.org/b",
                                                           "HTTP/1.1 200 OK\r\n\r\n", "", 0);
  g_autoptr (RtExchange) third = rt_test_exchange_new_at (2, "GET", "https://other.example:8443/",
                                                          "HTTP/1.1 200 OK\r\n\r\n", "", 0);
  RtTrailChip *chip = g_object_ref_sink (g_object_new (RT_TYPE_TRAIL_CHIP, NULL));
  RtNext *next = g_new0 (RtNext, 1);

  next->reason = RT_NEXT_REDIRECT;
  next->rule = g_strdup ("301 after POST");
  rt_exchange_take_next (first, next);

  rt_trail_chip_set_exchange (chip, first, NULL);
  rt_test_assert_text (GTK_WIDGET (chip), "301");
  rt_test_assert_text (GTK_WIDGET (chip), "POST");
  rt_test_assert_text (GTK_WIDGET (chip), "128 ms");
  rt_test_assert_no_text (GTK_WIDGET (chip), "example.org");
  g_assert_nonnull (strstr (rt_trail_chip_get_words (chip), "Redirection"));
  g_assert_nonnull (strstr (rt_trail_chip_get_words (chip), "redirect followed"));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (chip), "status-3xx"));

  rt_trail_chip_set_exchange (chip, second, first);
  rt_test_assert_text (GTK_WIDGET (chip), "\nhttps\n");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (chip), "status-3xx"));
  rt_trail_chip_set_exchange (chip, third, second);
  rt_test_assert_text (GTK_WIDGET (chip), "other.example:8443");
  rt_trail_chip_set_exchange (chip, NULL, NULL);
  g_assert_finalize_object (chip);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/trail-chip/new-destroy", test_new_destroy);
  g_test_add_func ("/trail-chip/chip", test_chip);

  return g_test_run ();
}
