/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of failure-card.c: what happened and the way on. */

#include "config.h"

#include "failure-card.h"

#include "exchanges.h"
#include "widgets.h"

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_FAILURE_CARD);
}

static GtkWidget *
show (RtExchange *exchange)
{
  g_autoptr (RtCatalogue) catalogue = rt_catalogue_new (NULL);

  return g_object_ref_sink (g_object_new (RT_TYPE_FAILURE_CARD, "catalogue", catalogue,
                                          "exchange", exchange, NULL));
}

static GtkWidget *
find_button (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
test_refused (void)
{
  g_autoptr (RtExchange) exchange =
    rt_test_exchange_new_failed ("http://e/", RT_FAILURE_REFUSED, RT_PHASE_CONNECT,
                                 "127.0.0.1 port 9 refused the <b>connection</b>.");
  GtkWidget *card = show (exchange);

  g_assert_true (gtk_widget_get_visible (card));
  rt_test_assert_text (card, "refused the <b>connection</b>.");
  rt_test_assert_text (card, "Nothing had arrived");
  g_assert_false (gtk_widget_get_visible (find_button (card)));
  g_assert_finalize_object (card);
}

static void
anyway_cb (GtkWidget *card,
           guint     *n)
{
  (*n)++;
}

static void
test_certificate (void)
{
  g_autoptr (RtExchange) exchange =
    rt_test_exchange_new_failed ("https://e/", RT_FAILURE_TLS_EXPIRED, RT_PHASE_TLS, "not trusted");
  g_autoptr (RtConnection) connection = rt_test_connection_new (G_TLS_CERTIFICATE_EXPIRED);
  GtkWidget *card;
  guint n = 0;

  rt_exchange_set_connection (exchange, connection);
  card = show (exchange);
  rt_test_assert_text (card, "CN=example.org");
  rt_test_assert_text (card, "It has expired.");
  g_signal_connect (card, "send-anyway", G_CALLBACK (anyway_cb), &n);
  g_assert_true (gtk_widget_get_visible (find_button (card)));
  g_signal_emit_by_name (find_button (card), "clicked");
  g_assert_cmpuint (n, ==, 1);
  g_assert_finalize_object (card);
}

/* Certificates of today name their hosts and nobody else. */
static void
test_no_subject (void)
{
  g_autoptr (RtExchange) exchange =
    rt_test_exchange_new_failed ("https://e/", RT_FAILURE_TLS_EXPIRED, RT_PHASE_TLS, "not trusted");
  g_autoptr (RtConnection) connection = rt_test_connection_new (G_TLS_CERTIFICATE_EXPIRED);
  RtCertificate *certificate = g_ptr_array_index (connection->certificates, 0);
  GtkWidget *card;

  g_clear_pointer (&certificate->subject, g_free);
  certificate->subject = g_strdup ("");
  rt_exchange_set_connection (exchange, connection);
  card = show (exchange);
  rt_test_assert_text (card, "The certificate (valid until ");
  rt_test_assert_no_text (card, "“”");
  g_assert_finalize_object (card);
}

static void
test_hidden (void)
{
  g_autoptr (RtExchange) exchange = rt_test_exchange_new ("http://e/", "HTTP/1.1 200 OK\r\n\r\n",
                                                          "", 0);
  GtkWidget *card = show (exchange);

  g_assert_false (gtk_widget_get_visible (card));
  g_assert_finalize_object (card);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/failure-card/new-destroy", test_new_destroy);
  g_test_add_func ("/failure-card/refused", test_refused);
  g_test_add_func ("/failure-card/certificate", test_certificate);
  g_test_add_func ("/failure-card/no-subject", test_no_subject);
  g_test_add_func ("/failure-card/hidden", test_hidden);

  return g_test_run ();
}
