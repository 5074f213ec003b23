/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of headers-pane.c: heads in wire order. */

#include "config.h"

#include "headers-pane.h"

#include "exchanges.h"
#include "field-item.h"
#include "widgets.h"

#include <string.h>

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_HEADERS_PANE);
}

static char *
dup_row (RtHeadersPane *pane,
         guint          i)
{
  g_autoptr (RtFieldItem) item = g_list_model_get_item (rt_headers_pane_get_items (pane), i);

  return rt_field_item_to_text (item);
}

static void
test_order (void)
{
  g_autoptr (RtExchange) exchange =
    rt_test_exchange_new ("http://e/", "HTTP/1.1 200 Fine\r\nb: 2\r\nSet-Cookie: x\r\nA: 1\r\n"
                                       "SET-cookie: y\r\n\r\n", "", 0);
  static const char * const rows[] = {
    "Response · HTTP/1.1 200 Fine", "b: 2", "Set-Cookie: ***", "A: 1", "SET-cookie: ***",
    "Request as sent · GET / HTTP/1.1", "Host: example.org", "User-Agent: Roundtrip/0.1.0",
  };
  RtHeadersPane *pane =
    g_object_ref_sink (g_object_new (RT_TYPE_HEADERS_PANE, "exchange", exchange, NULL));

  g_assert_cmpuint (g_list_model_get_n_items (rt_headers_pane_get_items (pane)), ==,
                    G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *row = dup_row (pane, i);

      g_assert_cmpstr (row, ==, rows[i]);
    }
  rt_test_assert_text (GTK_WIDGET (pane), "4 fields, as received");
  g_assert_finalize_object (pane);
}

static void
test_interim_and_trailers (void)
{
  static const char hint[] = "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n";
  static const char trailer[] = "Digest: abc\r\n\r\n";
  g_autoptr (GBytes) hint_bytes = g_bytes_new_static (hint, strlen (hint));
  g_autoptr (GBytes) trailer_bytes = g_bytes_new_static (trailer, strlen (trailer));
  g_autoptr (RtExchange) exchange = rt_exchange_new (NULL, "GET", "http://e/");
  RtHeadersPane *pane;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;

  rt_exchange_take_interim_head (exchange, rt_head_parse (RT_HEAD_RESPONSE, hint_bytes));
  rt_test_exchange_add_head (exchange, "HTTP/1.1 200 OK\r\n\r\n");
  rt_exchange_take_trailers (exchange, rt_head_parse (RT_HEAD_TRAILERS, trailer_bytes));
  rt_exchange_finish (exchange);
  pane = g_object_ref_sink (g_object_new (RT_TYPE_HEADERS_PANE, "exchange", exchange, NULL));
  second = dup_row (pane, 3);
  third = dup_row (pane, 4);
  g_assert_cmpstr (second, ==, "Digest: abc");
  g_assert_cmpstr (third, ==, "Interim response · HTTP/1.1 103 Early Hints");
  g_assert_finalize_object (pane);
}

static void
test_shown (void)
{
  g_autoptr (RtExchange) exchange =
    rt_test_exchange_new ("http://e/", "HTTP/1.1 200 OK\r\nX-One: <b>value</b>\r\n\r\n", "", 0);
  GtkWidget *pane = g_object_new (RT_TYPE_HEADERS_PANE, "exchange", exchange, NULL);
  GtkWindow *window = rt_test_show (pane);

  g_assert_nonnull (rt_test_find (pane, "Response headers"));
  rt_test_assert_text (pane, "<b>value</b>");
  gtk_window_destroy (window);
}

/* Hidden until they are asked for, and again afterwards; in copies as well,
 * which are made of the same rows. */
static void
test_secrets (void)
{
  g_autoptr (RtExchange) exchange =
    rt_test_exchange_new ("http://e/", "HTTP/1.1 200 OK\r\nSet-Cookie: sid=s3cret\r\n\r\n", "", 0);
  GtkWidget *pane = g_object_new (RT_TYPE_HEADERS_PANE, "exchange", exchange, NULL);
  GtkWindow *window = rt_test_show (pane);
  GtkWidget *toggle = rt_test_find (pane, "Show secrets");
  g_autofree char *shown = NULL;
  g_autofree char *hidden = NULL;

  g_assert_true (gtk_widget_get_visible (toggle));
  rt_test_assert_no_text (pane, "s3cret");
  rt_test_assert_text (pane, "sid=***");
  rt_response_pane_set_show_secrets (RT_RESPONSE_PANE (pane), TRUE);
  shown = dup_row (RT_HEADERS_PANE (pane), 1);
  g_assert_cmpstr (shown, ==, "Set-Cookie: sid=s3cret");
  rt_response_pane_set_show_secrets (RT_RESPONSE_PANE (pane), FALSE);
  hidden = dup_row (RT_HEADERS_PANE (pane), 1);
  g_assert_cmpstr (hidden, ==, "Set-Cookie: sid=***");
  gtk_window_destroy (window);
}

/* No toggle where there is nothing to hide. */
static void
test_no_secrets (void)
{
  g_autoptr (RtExchange) exchange =
    rt_test_exchange_new ("http://e/", "HTTP/1.1 200 OK\r\nA: b\r\n\r\n", "", 0);
  GtkWidget *pane = g_object_new (RT_TYPE_HEADERS_PANE, "exchange", exchange, NULL);

  g_object_ref_sink (pane);
  g_assert_false (gtk_widget_get_visible (rt_test_find (pane, "Show secrets")));
  g_assert_finalize_object (pane);
}

static void
test_many (void)
{
  GString *head = g_string_new ("HTTP/1.1 200 OK\r\n");
  g_autoptr (RtExchange) exchange = NULL;
  GtkWidget *pane;
  GtkWindow *window;

  for (int i = 0; i < 10000; i++)
    g_string_append_printf (head, "X-%d: %d\r\n", i, i);
  g_string_append (head, "\r\n");
  exchange = rt_test_exchange_new ("http://e/", head->str, "", 0);
  g_string_free (head, TRUE);
  pane = g_object_new (RT_TYPE_HEADERS_PANE, "exchange", exchange, NULL);
  window = rt_test_show (pane);
  g_assert_cmpuint (g_list_model_get_n_items (rt_headers_pane_get_items (RT_HEADERS_PANE (pane))),
                    >, 10000);
  gtk_window_destroy (window);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/headers-pane/new-destroy", test_new_destroy);
  g_test_add_func ("/headers-pane/order", test_order);
  g_test_add_func ("/headers-pane/interim-and-trailers", test_interim_and_trailers);
  g_test_add_func ("/headers-pane/shown", test_shown);
  g_test_add_func ("/headers-pane/secrets", test_secrets);
  g_test_add_func ("/headers-pane/no-secrets", test_no_secrets);
  g_test_add_func ("/headers-pane/many", test_many);

  return g_test_run ();
}
