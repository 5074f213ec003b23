/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of auth-page.c: both logins of a request, and where they go. */

#include "config.h"

#include "auth-page.h"

#include "widgets.h"

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_AUTH_PAGE);
}

static void
test_logins (void)
{
  RtRequest *request = rt_request_new ();
  GtkWidget *page = g_object_ref_sink (rt_auth_page_new ());

  rt_auth_page_set_request (RT_AUTH_PAGE (page), request);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (rt_test_find (page, "Kind of the login")), 2);
  g_assert_cmpint (rt_credentials_get_kind (rt_request_get_credentials (request)), ==,
                   RT_CREDENTIALS_BASIC);
  g_assert_cmpint (rt_credentials_get_kind (rt_request_get_proxy_credentials (request)), ==,
                   RT_CREDENTIALS_NONE);
  rt_request_set_url (request, "http://example.org/");
  rt_test_assert_text (page, "goes over http");
  rt_request_set_url (request, "https://example.org/");
  rt_test_assert_no_text (page, "goes over http");
  g_assert_finalize_object (page);
  g_assert_finalize_object (request);
}

static GtkWidget *
find_expander (GtkWidget *widget)
{
  while (widget != NULL && !GTK_IS_EXPANDER (widget))
    widget = gtk_widget_get_parent (widget);

  return widget;
}

static void
test_proxy (void)
{
  RtRequest *request = rt_request_new ();
  GtkWidget *page = g_object_ref_sink (rt_auth_page_new ());
  GtkWidget *kind, *expander;

  rt_credentials_set_kind (rt_request_get_proxy_credentials (request), RT_CREDENTIALS_USER);
  rt_auth_page_set_request (RT_AUTH_PAGE (page), request);
  kind = rt_test_find (page, "Kind of the proxy login");
  expander = find_expander (kind);
  g_assert_true (gtk_expander_get_expanded (GTK_EXPANDER (expander)));
  rt_test_assert_text (page, "No proxy is set");
  rt_request_set_proxy (request, "http://proxy.example.org:3128");
  rt_test_assert_no_text (page, "No proxy is set");
  rt_test_assert_text (expander, "goes over http");
  g_assert_finalize_object (page);
  g_assert_finalize_object (request);
}

static void
test_challenges (void)
{
  static const char * const offered[] = { "Basic", "Digest MD5", NULL };
  RtRequest *request = rt_request_new ();
  GtkWidget *page = g_object_ref_sink (rt_auth_page_new ());
  g_auto(GStrv) own = NULL;
  g_auto(GStrv) of_proxy = NULL;

  rt_auth_page_set_request (RT_AUTH_PAGE (page), request);
  g_object_set (page, "challenges", offered, NULL);
  g_object_get (page, "challenges", &own, "proxy-challenges", &of_proxy, NULL);
  g_assert_true (g_strv_equal ((const char * const *) own, offered));
  g_assert_null (of_proxy);
  g_assert_finalize_object (page);
  g_assert_finalize_object (request);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/auth-page/new-destroy", test_new_destroy);
  g_test_add_func ("/auth-page/logins", test_logins);
  g_test_add_func ("/auth-page/proxy", test_proxy);
  g_test_add_func ("/auth-page/challenges", test_challenges);

  return g_test_run ();
}
