/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of wire-pane.c: exact bytes and what the library made of them. */

#include "config.h"

#include "wire-pane.h"

#include "exchanges.h"
#include "widgets.h"

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_WIRE_PANE);
}

static void
test_heads (void)
{
  g_autoptr (RtExchange) exchange =
    rt_test_exchange_new ("http://e/", "HTTP/1.1 200 OK\r\nx-A: 1\r\nOdd : 2\r\n\r\n", "", 0);
  g_autoptr (GBytes) extra = g_bytes_new_static ("more\001", 5);
  GtkWidget *pane;

  rt_exchange_take_library_view (exchange, g_strdup ("HTTP/1.1 200 OK\nX-A: 1\n"));
  rt_exchange_set_extra_bytes (exchange, extra);
  pane = g_object_ref_sink (g_object_new (RT_TYPE_WIRE_PANE, "exchange", exchange, NULL));
  rt_test_assert_text (pane, "GET / HTTP/1.1 CR LF\n");
  rt_test_assert_text (pane, "Odd : 2 CR LF\n");
  rt_test_assert_text (pane, "more\\x01");
  rt_test_assert_text (pane, "≠ X-A: 1");
  rt_test_assert_text (pane, "≠ x-A: 1");
  rt_test_assert_text (pane, "The bytes are right.");
  g_assert_nonnull (rt_test_find (pane, "Bytes on the wire"));
  g_assert_finalize_object (pane);
}

/* What the pane says of a head and of what the library made of it. */
static void
test_understood (void)
{
  static const struct { const char *head, *understood, *words; } cases[] = {
    { "HTTP/1.1 200 OK\r\nA: 1\r\nB: 2\r\n\r\n", "HTTP/1.1 200 OK\nA: 1\nB: 2\n",
      "The same as in the bytes." },
    { "HTTP/1.1 200 \r\nA: 1\r\n\r\n", "HTTP/1.1 200 \nA: 1\n", "The same as in the bytes." },
    { "HTTP/1.1 200\r\nA: 1\r\n\r\n", "HTTP/1.1 200 \nA: 1\n", "The same as in the bytes." },
    { "HTTP/1.1 200 OK\r\nA: 1\r\nB: 2\r\n\r\n", "HTTP/1.1 200 OK\nB: 2\nA: 1\n",
      "The same fields in another order." },
    { "HTTP/1.1 200 Fine\r\nA: 1\r\n\r\n", "HTTP/1.1 200 OK\nA: 1\n",
      "≠ HTTP/1.1 200 OK\n  A: 1\nLines of the bytes that it does not show so:\n"
      "≠ HTTP/1.1 200 Fine\n"
      "2 lines differ." },
    { "HTTP/1.1 200 OK\r\nA: 1\r\n\r\n", "HTTP/1.1 200 OK\n", "≠ A: 1\n1 line differs." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RtExchange) exchange = rt_test_exchange_new ("http://e/", cases[i].head, "", 0);
      GtkWidget *pane;

      rt_exchange_take_library_view (exchange, g_strdup (cases[i].understood));
      pane = g_object_ref_sink (g_object_new (RT_TYPE_WIRE_PANE, "exchange", exchange, NULL));
      rt_test_assert_text (pane, cases[i].words);
      g_assert_finalize_object (pane);
    }
}

/* The phrase is the library's own; the pseudo field is the status line. */
static void
test_understood_http2 (void)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (RtExchange) exchange = rt_exchange_new (NULL, "GET", "https://e/");
  GtkWidget *pane;

  g_ptr_array_add (fields, g_bytes_new_static (":status", 7));
  g_ptr_array_add (fields, g_bytes_new_static ("404", 3));
  g_ptr_array_add (fields, g_bytes_new_static ("a", 1));
  g_ptr_array_add (fields, g_bytes_new_static ("1", 1));
  rt_exchange_take_response_head (exchange, rt_head_new_http2 (RT_HEAD_RESPONSE, fields, 9));
  rt_exchange_take_library_view (exchange, g_strdup ("HTTP/2 404 Not Found\na: 1\n"));
  rt_exchange_finish (exchange);
  pane = g_object_ref_sink (g_object_new (RT_TYPE_WIRE_PANE, "exchange", exchange, NULL));
  rt_test_assert_text (pane, "The same as in the bytes.");
  g_assert_finalize_object (pane);
}

static void
test_partial (void)
{
  g_autoptr (RtExchange) exchange = rt_exchange_new (NULL, "GET", "http://e/");
  g_autoptr (GBytes) garbage = g_bytes_new_static ("SSH-2.0\n", 8);
  GtkWidget *pane;

  rt_exchange_take_partial_head (exchange, g_bytes_ref (garbage));
  rt_exchange_take_frames (exchange, g_strdup ("SETTINGS 18 bytes\nHEADERS"));
  rt_exchange_finish (exchange);
  pane = g_object_ref_sink (g_object_new (RT_TYPE_WIRE_PANE, "exchange", exchange, NULL));
  rt_test_assert_text (pane, "No byte of the request was sent.");
  rt_test_assert_text (pane, "SSH-2.0 LF");
  rt_test_assert_text (pane, "SETTINGS 18 bytes");
  g_assert_finalize_object (pane);
}

/* Hidden in the bytes and in what the library says, until they are asked for. */
static void
test_secrets (void)
{
  g_autoptr (RtExchange) exchange =
    rt_test_exchange_new ("http://e/", "HTTP/1.1 200 OK\r\nSet-Cookie: sid=s3cret; Path=/\r\n\r\n",
                          "", 0);
  GtkWidget *pane;

  rt_exchange_take_library_view (exchange, g_strdup ("HTTP/1.1 200 OK\n"
                                                     "Set-Cookie: sid=s3cret; Path=/\n"
                                                     "set-cookie: sid=s3cret"));
  pane = g_object_ref_sink (g_object_new (RT_TYPE_WIRE_PANE, "exchange", exchange, NULL));
  rt_test_assert_no_text (pane, "s3cret");
  rt_test_assert_text (pane, "Set-Cookie: sid=***; Path=/ CR LF");
  rt_test_assert_text (pane, "*** stands in place of secrets");
  rt_response_pane_set_show_secrets (RT_RESPONSE_PANE (pane), TRUE);
  rt_test_assert_text (pane, "Set-Cookie: sid=s3cret; Path=/ CR LF");
  rt_response_pane_set_show_secrets (RT_RESPONSE_PANE (pane), FALSE);
  rt_test_assert_no_text (pane, "s3cret");
  g_assert_finalize_object (pane);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/wire-pane/new-destroy", test_new_destroy);
  g_test_add_func ("/wire-pane/heads", test_heads);
  g_test_add_func ("/wire-pane/understood", test_understood);
  g_test_add_func ("/wire-pane/understood-http2", test_understood_http2);
  g_test_add_func ("/wire-pane/partial", test_partial);
  g_test_add_func ("/wire-pane/secrets", test_secrets);

  return g_test_run ();
}
