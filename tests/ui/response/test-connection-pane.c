/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of connection-pane.c: facts of a connection. */

#include "config.h"

#include "connection-pane.h"

#include "exchanges.h"
#include "widgets.h"

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_CONNECTION_PANE);
}

static GtkWidget *
show (RtExchange *exchange)
{
  return g_object_ref_sink (g_object_new (RT_TYPE_CONNECTION_PANE, "exchange", exchange, NULL));
}

static void
test_encrypted (void)
{
  g_autoptr (RtConnection) connection = rt_test_connection_new (0);
  g_autoptr (RtExchange) exchange = rt_exchange_new (NULL, "GET", "https://example.org/");
  GtkWidget *pane;

  connection->reused = TRUE;
  rt_exchange_set_connection (exchange, connection);
  rt_exchange_finish (exchange);
  pane = show (exchange);
  rt_test_assert_text (pane, "93.184.216.34:443");
  rt_test_assert_text (pane, "reused");
  rt_test_assert_text (pane, "TLS_AES_256_GCM_SHA384");
  rt_test_assert_text (pane, "Trusted");
  rt_test_assert_text (pane, "example.org, www.example.org");
  rt_test_assert_text (pane, "AB:CD:EF");
  g_assert_nonnull (rt_test_find (pane, "Connection"));
  g_assert_finalize_object (pane);
}

static void
test_errors (void)
{
  g_autoptr (RtConnection) connection =
    rt_test_connection_new (G_TLS_CERTIFICATE_EXPIRED | G_TLS_CERTIFICATE_UNKNOWN_CA);
  g_autoptr (RtExchange) exchange = rt_exchange_new (NULL, "GET", "https://example.org/");
  GtkWidget *pane;

  connection->sent_anyway = TRUE;
  rt_exchange_set_connection (exchange, connection);
  rt_exchange_finish (exchange);
  pane = show (exchange);
  rt_test_assert_text (pane, "It has expired.");
  rt_test_assert_text (pane, "The issuer is not known");
  rt_test_assert_text (pane, "Sent anyway");
  rt_test_assert_no_text (pane, "Trusted");
  g_assert_finalize_object (pane);
}

static void
test_plain (void)
{
  g_autoptr (RtConnection) connection = rt_connection_new ();
  g_autoptr (RtExchange) exchange = rt_exchange_new (NULL, "GET", "http://example.org/");
  GtkWidget *pane;

  rt_exchange_set_connection (exchange, connection);
  rt_exchange_finish (exchange);
  pane = show (exchange);
  rt_test_assert_text (pane, "everybody on the way can read");
  rt_test_assert_text (pane, "unknown");
  g_assert_finalize_object (pane);
}

static void
test_none (void)
{
  g_autoptr (RtExchange) exchange = rt_test_exchange_new_failed ("http://e/", RT_FAILURE_REFUSED,
                                                                 RT_PHASE_CONNECT, "refused");
  GtkWidget *pane = show (exchange);

  rt_test_assert_text (pane, "No connection was made.");
  rt_response_pane_set_exchange (RT_RESPONSE_PANE (pane), NULL);
  rt_test_assert_no_text (pane, "No connection was made.");
  g_assert_finalize_object (pane);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/connection-pane/new-destroy", test_new_destroy);
  g_test_add_func ("/connection-pane/encrypted", test_encrypted);
  g_test_add_func ("/connection-pane/errors", test_errors);
  g_test_add_func ("/connection-pane/plain", test_plain);
  g_test_add_func ("/connection-pane/none", test_none);

  return g_test_run ();
}
