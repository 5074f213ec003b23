/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of cookies-pane.c: every fate, and every reason for none. */

#include "config.h"

#include "cookies-pane.h"

#include "cookies.h"
#include "exchanges.h"
#include "widgets.h"

#define OK "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n"

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_COOKIES_PANE);
}

static GtkWidget *
show (RtExchange *exchange)
{
  GtkWidget *pane =
    g_object_ref_sink (g_object_new (RT_TYPE_COOKIES_PANE, "exchange", exchange, NULL));

  rt_response_pane_set_show_secrets (RT_RESPONSE_PANE (pane), TRUE);

  return pane;
}

static void
take_all (RtExchange *exchange,
          GPtrArray  *verdicts)
{
  for (guint i = 0; i < verdicts->len; i++)
    rt_exchange_take_cookie_verdict (exchange,
                                     rt_cookie_verdict_ref (g_ptr_array_index (verdicts, i)));
}

static void
take (RtExchange  *exchange,
      RtCookieJar *jar,
      const char  *line)
{
  rt_exchange_take_cookie_verdict (exchange, rt_test_cookie_receive (jar, "example.org", line));
}

static void
test_fates (void)
{
  g_autoptr (RtCookieJar) jar = rt_cookie_jar_new (NULL);
  g_autoptr (RtCookieVerdict) going = rt_test_cookie_receive (jar, "example.org", "going=1");
  g_autoptr (RtCookieVerdict) staying =
    rt_test_cookie_receive (jar, "example.org", "staying=1; Path=/admin");
  const RtCookieSite site = { "example.org", "/", TRUE };
  g_autoptr (RtExchange) exchange = rt_test_exchange_new ("https://example.org/", OK "\r\n", "", 0);
  g_autoptr (GPtrArray) verdicts = NULL;
  g_autofree char *field =
    rt_cookie_jar_choose (jar, &site, g_get_real_time () / G_USEC_PER_SEC, &verdicts);
  GtkWidget *pane;

  take_all (exchange, verdicts);
  take (exchange, jar, "fresh=1; Secure");
  take (exchange, jar, "going=2");
  take (exchange, jar, "staying=; Path=/admin; Max-Age=0");
  take (exchange, jar, "far=1; Domain=example.com");
  pane = show (exchange);

  rt_test_assert_text (pane, "Sent (1)");
  rt_test_assert_text (pane, "It is for example.org, and Path=/ matches /.");
  rt_test_assert_text (pane, "Not sent (1)");
  rt_test_assert_text (pane, "Path=/admin does not match /.");
  rt_test_assert_text (pane, "Set (1)");
  rt_test_assert_text (pane, "fresh=1");
  rt_test_assert_text (pane, "Replaced (1)");
  rt_test_assert_text (pane, "going=2");
  rt_test_assert_text (pane, "Removed (1)");
  rt_test_assert_text (pane, "removed the one that was kept");
  rt_test_assert_text (pane, "Refused (1)");
  rt_test_assert_text (pane, "Domain=example.com is neither example.org");
  rt_test_assert_text (pane, "RFC 6265bis, section 5.8.3");
  g_assert_nonnull (rt_test_find (pane, "Cookies of this exchange"));
  g_assert_nonnull (rt_test_find (pane, "far=1"));

  rt_response_pane_set_exchange (RT_RESPONSE_PANE (pane), NULL);
  rt_test_assert_no_text (pane, "Sent");
  g_assert_finalize_object (pane);
}

static void
test_many (void)
{
  g_autoptr (RtExchange) exchange = rt_test_exchange_new ("https://example.org/", OK "\r\n", "", 0);
  GtkWidget *pane;

  for (guint i = 0; i < 120; i++)
    rt_exchange_take_cookie_verdict (exchange, rt_cookie_verdict_new (
      RT_COOKIE_REFUSED, NULL, "=", "Because.", "section"));
  pane = show (exchange);
  rt_test_assert_text (pane, "Refused (120)");
  rt_test_assert_text (pane, "and 20 more");
  g_assert_finalize_object (pane);
}

static void
check_reason (RtExchange *exchange,
              const char *reason)
{
  GtkWidget *pane = show (exchange);

  rt_test_assert_text (pane, reason);
  g_assert_finalize_object (pane);
}

static void
test_none (void)
{
  g_autoptr (RtExchange) none = rt_test_exchange_new ("https://example.org/", OK "\r\n", "", 0);
  g_autoptr (RtExchange) off = rt_test_exchange_new (
    "https://example.org/", OK "Set-Cookie: a=b; HttpOnly\r\nset-cookie: c=d\r\n\r\n", "", 0);
  g_autoptr (RtExchange) running = rt_test_exchange_new_running ("https://example.org/");
  g_autoptr (RtExchange) failed = rt_test_exchange_new_failed ("http://e/", RT_FAILURE_REFUSED,
                                                               RT_PHASE_CONNECT, "refused");
  GtkWidget *pane;

  check_reason (none, "None came: the response has no Set-Cookie field.");
  check_reason (none, "or cookies are off");
  check_reason (running, "No cookie so far.");
  check_reason (failed, "as no response did");

  pane = show (off);
  rt_test_assert_text (pane, "Cookies are off for this request");
  rt_test_assert_text (pane, "a=b");
  rt_test_assert_text (pane, "cannot read it");
  rt_test_assert_text (pane, "c=d");
  g_assert_finalize_object (pane);
}

static void
test_typed (void)
{
  static const char head[] = "GET / HTTP/1.1\r\nHost: example.org\r\nCookie: own=1\r\n\r\n";
  g_autoptr (RtExchange) exchange = rt_exchange_new (NULL, "GET", "https://example.org/");
  g_autoptr (GBytes) bytes = g_bytes_new_static (head, sizeof head - 1);

  rt_exchange_take_request_head (exchange, rt_head_parse (RT_HEAD_REQUEST, bytes));
  rt_test_exchange_add_head (exchange, OK "\r\n");
  rt_exchange_finish (exchange);
  check_reason (exchange, "The Cookie header was typed");
  check_reason (exchange, "None came");
}

/* It follows an exchange that is still under way. */
static void
test_grows (void)
{
  g_autoptr (RtCookieJar) jar = rt_cookie_jar_new (NULL);
  g_autoptr (RtExchange) exchange = rt_test_exchange_new_running ("https://example.org/");
  GtkWidget *pane = show (exchange);

  rt_test_assert_no_text (pane, "a=b");
  take (exchange, jar, "a=b");
  rt_exchange_finish (exchange);
  g_signal_emit_by_name (exchange, "changed");
  rt_test_assert_text (pane, "a=b");
  g_assert_finalize_object (pane);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/cookies-pane/new-destroy", test_new_destroy);
  g_test_add_func ("/cookies-pane/fates", test_fates);
  g_test_add_func ("/cookies-pane/many", test_many);
  g_test_add_func ("/cookies-pane/none", test_none);
  g_test_add_func ("/cookies-pane/typed", test_typed);
  g_test_add_func ("/cookies-pane/grows", test_grows);

  return g_test_run ();
}
