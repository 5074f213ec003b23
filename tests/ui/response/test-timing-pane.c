/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of timing-pane.c: phases and sizes. */

#include "config.h"

#include "timing-pane.h"

#include "exchanges.h"
#include "widgets.h"

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_TIMING_PANE);
}

static void
test_sizes (void)
{
  g_autoptr (RtExchange) exchange = rt_test_exchange_new ("http://e/", "HTTP/1.1 200 OK\r\n\r\n",
                                                          "hello", -1);
  RtSizes sizes = { .content_wire = 1242, .content_encoded = 1200, .content_decoded = 200000,
                    .content_announced = -1, .request_head = 78 };
  GtkWidget *pane;

  rt_exchange_set_sizes (exchange, &sizes);
  pane = g_object_ref_sink (g_object_new (RT_TYPE_TIMING_PANE, "exchange", exchange, NULL));
  rt_test_assert_text (pane, "78 bytes");
  rt_test_assert_text (pane, "1242 bytes");
  rt_test_assert_text (pane, "200.0 kB");
  rt_test_assert_text (pane, "by Content-Length");
  g_assert_nonnull (rt_test_find (pane, "Timing"));
  rt_response_pane_set_exchange (RT_RESPONSE_PANE (pane), NULL);
  rt_test_assert_no_text (pane, "78 bytes");
  g_assert_finalize_object (pane);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/timing-pane/new-destroy", test_new_destroy);
  g_test_add_func ("/timing-pane/sizes", test_sizes);

  return g_test_run ();
}
