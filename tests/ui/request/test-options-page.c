/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of options-page.c: each control and its property. */

#include "config.h"

#include "options-page.h"

#include "widgets.h"

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_OPTIONS_PAGE);
}

static void
test_bound (void)
{
  RtRequest *request = rt_request_new ();
  GtkWidget *page = g_object_ref_sink (rt_options_page_new ());
#define FIND(name) rt_test_find (page, name)

  rt_options_page_set_request (RT_OPTIONS_PAGE (page), request);
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (FIND ("Follow redirects automatically"))));
  gtk_switch_set_active (GTK_SWITCH (FIND ("Follow redirects automatically")), FALSE);
  g_assert_false (rt_request_get_follow (request));
  g_assert_false (gtk_widget_is_sensitive (FIND ("Ask at each redirect")));
  rt_request_set_follow (request, TRUE);
  gtk_switch_set_active (GTK_SWITCH (FIND ("Ask at each redirect")), TRUE);
  g_assert_true (rt_request_get_step (request));
  gtk_switch_set_active (GTK_SWITCH (FIND ("Try again by itself")), TRUE);
  g_assert_cmpuint (rt_request_get_retry (request)->tries, ==, 3);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (FIND ("Maximum of redirects")), 3);
  g_assert_cmpuint (rt_request_get_max_redirects (request), ==, 3);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (FIND ("Seconds for the whole request")), 4);
  g_assert_cmpuint (rt_request_get_timeout (request), ==, 4);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (FIND ("Seconds without a byte")), 5);
  g_assert_cmpuint (rt_request_get_idle_timeout (request), ==, 5);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (FIND ("Protocol of the request")), 1);
  g_assert_cmpint (rt_request_get_protocol (request), ==, RT_PROTOCOL_HTTP2);
  gtk_switch_set_active (GTK_SWITCH (FIND ("Send although the certificate is not trusted")), TRUE);
  g_assert_true (rt_request_get_insecure (request));
  g_assert_null (rt_request_get_proxy (request));
  rt_request_set_proxy (request, "http://127.0.0.1:8888");
  rt_request_set_ca_file (request, "/tmp/ca.pem");
  rt_test_assert_text (page, "ca.pem");
  g_assert_finalize_object (page);
  g_assert_cmpstr (rt_request_get_proxy (request), ==, "http://127.0.0.1:8888");
  g_assert_finalize_object (request);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/options-page/new-destroy", test_new_destroy);
  g_test_add_func ("/options-page/bound", test_bound);

  return g_test_run ();
}
