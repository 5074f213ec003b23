/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of request-pane.c: pages and the numbers on their tabs. */

#include "config.h"

#include "request-pane.h"

#include "cookies.h"
#include "widgets.h"

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_REQUEST_PANE);
}

static void
test_numbers (void)
{
  RtRequest *request = rt_request_new ();
  GtkWidget *pane = g_object_ref_sink (rt_request_pane_new ());
  g_autoptr (RtPair) pair = NULL;

  rt_request_pane_set_request (RT_REQUEST_PANE (pane), request);
  rt_test_assert_no_text (pane, "Query (");
  rt_request_set_url (request, "http://a/?x=1&y=2&z");
  rt_test_assert_text (pane, "Query (3)");
  rt_request_set_url (request, "http://a/?x=1");
  rt_test_assert_text (pane, "Query (1)");
  rt_request_add_field (request, "A", "1");
  rt_test_assert_text (pane, "Headers (1)");
  pair = g_list_model_get_item (G_LIST_MODEL (rt_request_get_fields (request)), 0);
  rt_pair_set_enabled (pair, FALSE);
  rt_test_assert_no_text (pane, "Headers (");
  g_assert_finalize_object (pane);
  g_clear_object (&pair);
  g_assert_finalize_object (request);
}

static void
test_challenges (void)
{
  static const char * const offered[] = { "Basic", "Digest MD5", NULL };
  RtRequest *request = rt_request_new ();
  GtkWidget *pane = g_object_ref_sink (rt_request_pane_new ());

  rt_request_pane_set_request (RT_REQUEST_PANE (pane), request);
  rt_credentials_set_kind (rt_request_get_credentials (request), RT_CREDENTIALS_USER);
  rt_test_assert_no_text (pane, "Several were offered");
  rt_request_pane_set_challenges (RT_REQUEST_PANE (pane), offered, NULL);
  rt_test_assert_text (pane, "Several were offered");
  rt_request_pane_set_challenges (RT_REQUEST_PANE (pane), NULL, NULL);
  rt_test_assert_no_text (pane, "Several were offered");
  g_assert_finalize_object (pane);
  g_assert_finalize_object (request);
}

static void
test_pages (void)
{
  static const char * const names[] = { "headers", "body", "auth", "options", "parameters" };
  RtRequestPane *pane = g_object_ref_sink (RT_REQUEST_PANE (rt_request_pane_new ()));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      rt_request_pane_set_page (pane, names[i]);
      g_assert_cmpstr (rt_request_pane_get_page (pane), ==, names[i]);
    }
  g_assert_finalize_object (pane);
}

/* A page costs nothing until it is shown; what it shows is the request of now. */
static void
test_on_demand (void)
{
  static const struct
  {
    const char *page;
    const char *label; /* of a control on it */
  } pages[] = {
    { "headers", "Added automatically" },
    { "body", "Kind of body" },
    { "cookies", "Use cookies" },
  };
  g_autoptr (RtRequest) request = rt_request_new ();
  GtkWidget *pane = rt_request_pane_new ();
  GtkWindow *window = rt_test_show (pane);
  int before, after;

  rt_request_pane_set_request (RT_REQUEST_PANE (pane), request);
  rt_request_add_field (request, "X-Early", "1");
  gtk_widget_measure (pane, GTK_ORIENTATION_HORIZONTAL, -1, &before, NULL, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_test_message ("%s", pages[i].page);
      g_assert_null (rt_test_find (pane, pages[i].label));
      rt_request_pane_set_page (RT_REQUEST_PANE (pane), pages[i].page);
      g_assert_nonnull (rt_test_find (pane, pages[i].label));
    }
  rt_request_pane_set_page (RT_REQUEST_PANE (pane), "auth");
  rt_request_pane_set_page (RT_REQUEST_PANE (pane), "options");
  rt_request_pane_set_page (RT_REQUEST_PANE (pane), "headers");
  gtk_widget_measure (pane, GTK_ORIENTATION_HORIZONTAL, -1, &after, NULL, NULL, NULL);
  g_test_message ("%d, then %d", before, after);
  /* Nothing beside it moves. */
  g_assert_cmpint (after, <=, 360);
  gtk_window_destroy (window);
}

/* Content that something else than the editor gives is what the editor makes of it. */
static void
test_content (void)
{
  g_autoptr (RtRequest) request = rt_request_new ();
  GtkWidget *pane = g_object_ref_sink (rt_request_pane_new ());

  rt_request_pane_set_request (RT_REQUEST_PANE (pane), request);
  rt_request_set_content_kind (request, RT_CONTENT_TEXT);
  g_assert_cmpstr (rt_request_get_media_type (request), ==, "application/json");
  g_assert_finalize_object (pane);
}

/* The jar tells of its changes in the main loop. */
static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Counted whether their page was seen or not. */
static void
test_cookies (void)
{
  g_autoptr (RtRequest) request = rt_request_new ();
  g_autoptr (RtCookieJar) jar = rt_cookie_jar_new (NULL);
  g_autoptr (RtCookieJar) other = rt_cookie_jar_new (NULL);
  g_autoptr (RtCookieVerdict) verdict = NULL;
  g_autoptr (RtCookieVerdict) second = NULL;
  GtkWidget *pane = g_object_ref_sink (rt_request_pane_new ());

  rt_request_set_cookie_jar (request, jar);
  rt_request_set_url (request, "http://example.org/");
  rt_request_pane_set_request (RT_REQUEST_PANE (pane), request);
  rt_test_assert_no_text (pane, "Cookies (");
  verdict = rt_test_cookie_receive (jar, "example.org", "a=1");
  settle ();
  rt_test_assert_text (pane, "Cookies (1)");
  rt_request_set_cookie_jar (request, other);
  settle ();
  rt_test_assert_no_text (pane, "Cookies (");
  second = rt_test_cookie_receive (other, "example.org", "b=1");
  settle ();
  rt_test_assert_text (pane, "Cookies (1)");
  g_assert_finalize_object (pane);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/request-pane/new-destroy", test_new_destroy);
  g_test_add_func ("/request-pane/numbers", test_numbers);
  g_test_add_func ("/request-pane/challenges", test_challenges);
  g_test_add_func ("/request-pane/pages", test_pages);
  g_test_add_func ("/request-pane/on-demand", test_on_demand);
  g_test_add_func ("/request-pane/content", test_content);
  g_test_add_func ("/request-pane/cookies", test_cookies);

  return g_test_run ();
}
