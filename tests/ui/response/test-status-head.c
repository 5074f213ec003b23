/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of status-head.c: number, word, reason, meaning. */

#include "config.h"

#include "status-head.h"

#include "exchanges.h"
#include "widgets.h"

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_STATUS_HEAD);
}

static const char *
get_label (GtkWidget  *root,
           const char *name)
{
  return gtk_label_get_text (GTK_LABEL (rt_test_find (root, name)));
}

static GtkWidget *
show (RtExchange *exchange)
{
  g_autoptr (RtCatalogue) catalogue = rt_catalogue_new (NULL);

  return g_object_ref_sink (g_object_new (RT_TYPE_STATUS_HEAD, "catalogue", catalogue,
                                          "exchange", exchange, NULL));
}

static void
test_response (void)
{
  g_autoptr (RtExchange) exchange = rt_test_exchange_new ("http://e/",
                                                          "HTTP/1.1 404 <b>Gone</b> fishing\r\n\r\n",
                                                          "x", -1);
  GtkWidget *head = show (exchange);

  g_assert_cmpstr (get_label (head, "Status"), ==, "404");
  g_assert_cmpstr (get_label (head, "Reason"), ==, "<b>Gone</b> fishing");
  g_assert_cmpstr (get_label (head, "Meaning"), !=, "");
  rt_test_assert_text (head, "Client error");
  rt_test_assert_text (head, "128 ms");
  g_assert_true (gtk_widget_has_css_class (gtk_widget_get_parent (rt_test_find (head, "Status")),
                                           "status-4xx"));
  g_assert_cmpstr (rt_status_head_get_announcement (RT_STATUS_HEAD (head)), ==,
                   "404 <b>Gone</b> fishing, Client error");
  g_assert_finalize_object (head);
}

static void
test_announced_once (void)
{
  g_autoptr (RtExchange) exchange = rt_test_exchange_new ("http://e/", "HTTP/1.1 200 OK\r\n\r\n",
                                                          "x", -1);
  GtkWidget *head = show (exchange);
  GtkWidget *alert = rt_test_find (head, "200 OK, Success");

  g_assert_nonnull (alert);
  gtk_test_accessible_assert_role (alert, GTK_ACCESSIBLE_ROLE_ALERT);
  g_assert_finalize_object (head);
}

static void
test_no_response (void)
{
  g_autoptr (RtExchange) exchange = rt_test_exchange_new_failed ("http://e/", RT_FAILURE_REFUSED,
                                                                 RT_PHASE_CONNECT, "refused");
  GtkWidget *head = show (exchange);

  g_assert_cmpstr (get_label (head, "Status"), ==, "No response");
  g_assert_cmpstr (get_label (head, "Reason"), ==, "Connection refused");
  g_assert_nonnull (rt_test_find (head, "No response: Connection refused"));
  g_assert_finalize_object (head);
}

/* What came is a response, though nobody can tell which. */
static void
test_no_status (void)
{
  static const char *const heads[] = { "HTTP/1.1 000 Zero\r\n\r\n", "HTTP/1.1 2xx OK\r\n\r\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autoptr (RtExchange) exchange = rt_test_exchange_new ("http://e/", heads[i], "x", -1);
      GtkWidget *head = show (exchange);

      g_assert_cmpstr (get_label (head, "Status"), ==, "No status");
      g_assert_cmpstr (get_label (head, "Meaning"), !=, "");
      g_assert_nonnull (rt_test_find (head, "No status"));
      g_assert_finalize_object (head);
    }
}

static void
test_codes (void)
{
  static const struct
  {
    const char *line;
    const char *status;
    const char *css_class;
  } cases[] = {
    { "HTTP/1.1 099 Low", "099", "status-other" },
    { "HTTP/1.1 200", "200", "status-2xx" },
    { "HTTP/1.1 307 Temporary Redirect", "307", "status-3xx" },
    { "HTTP/1.1 599 High", "599", "status-5xx" },
    { "HTTP/1.1 999 Highest", "999", "status-other" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (cases[i].line, "\r\n\r\n", NULL);
      g_autoptr (RtExchange) exchange = rt_test_exchange_new ("http://e/", text, "", 0);
      GtkWidget *head = show (exchange);
      GtkWidget *status = rt_test_find (head, "Status");

      g_test_message ("%s", cases[i].line);
      g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (status)), ==, cases[i].status);
      g_assert_true (gtk_widget_has_css_class (gtk_widget_get_parent (status), cases[i].css_class));
      g_assert_finalize_object (head);
    }
}

static void
show_code_cb (GtkWidget *head,
              int        code,
              int       *shown)
{
  *shown = code;
}

static void
test_show_code (void)
{
  g_autoptr (RtExchange) exchange = rt_test_exchange_new ("http://e/", "HTTP/1.1 418 X\r\n\r\n",
                                                          "", 0);
  GtkWidget *head = show (exchange);
  int code = 0;

  g_signal_connect (head, "show-code", G_CALLBACK (show_code_cb), &code);
  g_signal_emit_by_name (rt_test_find (head, "About this code"), "clicked");
  g_assert_cmpint (code, ==, 418);
  g_assert_finalize_object (head);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/status-head/new-destroy", test_new_destroy);
  g_test_add_func ("/status-head/response", test_response);
  g_test_add_func ("/status-head/announced-once", test_announced_once);
  g_test_add_func ("/status-head/no-response", test_no_response);
  g_test_add_func ("/status-head/no-status", test_no_status);
  g_test_add_func ("/status-head/codes", test_codes);
  g_test_add_func ("/status-head/show-code", test_show_code);

  return g_test_run ();
}
