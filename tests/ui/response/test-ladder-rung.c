/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of ladder-rung.c: one exchange of the ladder. */

#include "config.h"

#include "ladder-rung.h"

#include "exchanges.h"
#include "widgets.h"

#include <string.h>

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_LADDER_RUNG);
}

static void
test_words (void)
{
  g_autoptr (RtCatalogue) catalogue = rt_catalogue_new (NULL);
  g_autoptr (RtExchange) exchange =
    rt_test_exchange_new_at (1, "PUT", "http://e/2", "HTTP/1.1 503 Busy\r\n\r\n", "", 0);
  RtLadderRung *rung = RT_LADDER_RUNG (g_object_ref_sink (rt_ladder_rung_new (catalogue)));

  rt_ladder_rung_set_exchange (rung, exchange, NULL, RT_URL_PATH);
  g_assert_true (g_str_has_prefix (rt_ladder_rung_get_words (rung),
                                   "2: 503 Busy, Server error, PUT http://e/2, "));
  rt_test_assert_text (GTK_WIDGET (rung), "503\nBusy\n");
  g_assert_finalize_object (rung);
}

static void
test_failure (void)
{
  g_autoptr (RtExchange) exchange =
    rt_test_exchange_new_failed ("http://e/", RT_FAILURE_REFUSED, RT_PHASE_CONNECT, "refused");
  g_autoptr (RtCatalogue) catalogue = rt_catalogue_new (NULL);
  RtLadderRung *rung = RT_LADDER_RUNG (g_object_ref_sink (rt_ladder_rung_new (catalogue)));

  rt_ladder_rung_set_exchange (rung, exchange, NULL, 0);
  g_assert_nonnull (strstr (rt_ladder_rung_get_words (rung), "Connection refused"));
  g_assert_finalize_object (rung);
}

/* It follows what it shows while that runs. */
static void
test_runs (void)
{
  g_autoptr (RtExchange) exchange = rt_test_exchange_new_running ("http://e/");
  RtLadderRung *rung = RT_LADDER_RUNG (g_object_ref_sink (rt_ladder_rung_new (NULL)));

  rt_ladder_rung_set_exchange (rung, exchange, NULL, 0);
  g_assert_null (strstr (rt_ladder_rung_get_words (rung), "204 No Content"));
  rt_test_exchange_add_head (exchange, "HTTP/1.1 204 No Content\r\n\r\n");
  rt_exchange_finish (exchange);
  while (strstr (rt_ladder_rung_get_words (rung), "204 No Content") == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (rung);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/ladder-rung/new-destroy", test_new_destroy);
  g_test_add_func ("/ladder-rung/words", test_words);
  g_test_add_func ("/ladder-rung/failure", test_failure);
  g_test_add_func ("/ladder-rung/runs", test_runs);

  return g_test_run ();
}
