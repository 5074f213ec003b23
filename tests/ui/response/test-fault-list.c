/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of fault-list.c: what is wrong with a response. */

#include "config.h"

#include "fault-list.h"

#include "exchanges.h"
#include "widgets.h"

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_FAULT_LIST);
}

static void
test_faults (void)
{
  g_autoptr (RtCatalogue) catalogue = rt_catalogue_new (NULL);
  g_autoptr (RtExchange) exchange = rt_test_exchange_new_running ("http://e/");
  GtkWidget *list = g_object_ref_sink (g_object_new (RT_TYPE_FAULT_LIST, "catalogue", catalogue,
                                                     "exchange", exchange, NULL));

  g_assert_false (gtk_widget_get_visible (list));
  rt_exchange_take_fault (exchange, rt_fault_new (RT_FAULT_CONTENT_SHORT,
                                                  "1,000 bytes announced, %d received", 420));
  rt_exchange_take_fault (exchange, rt_fault_new (RT_FAULT_EXTRA_BYTES, "<i>7 bytes</i>"));
  rt_exchange_finish (exchange);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_true (gtk_widget_get_visible (list));
  rt_test_assert_text (list, "1,000 bytes announced, 420 received");
  rt_test_assert_text (list, "<i>7 bytes</i>");
  rt_response_pane_set_exchange (RT_RESPONSE_PANE (list), NULL);
  g_assert_false (gtk_widget_get_visible (list));
  g_assert_finalize_object (list);
}

static void
test_many (void)
{
  g_autoptr (RtExchange) exchange = rt_test_exchange_new_running ("http://e/");
  GtkWidget *list;

  for (int kind = RT_FAULT_HEAD_CUT; kind <= RT_FAULT_NUL_IN_HEAD; kind++)
    rt_exchange_take_fault (exchange, rt_fault_new (kind, "evidence %d", kind));
  list = g_object_ref_sink (g_object_new (RT_TYPE_FAULT_LIST, "exchange", exchange, NULL));
  rt_test_assert_text (list, "evidence 0");
  rt_test_assert_text (list, "17 more");
  g_assert_finalize_object (list);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/fault-list/new-destroy", test_new_destroy);
  g_test_add_func ("/fault-list/faults", test_faults);
  g_test_add_func ("/fault-list/many", test_many);

  return g_test_run ();
}
