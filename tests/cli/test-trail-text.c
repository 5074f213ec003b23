/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A trail in lines: secrets stay, control bytes do nothing, troubles are told. */

#include "trail-text.h"

#include <string.h>

#include "exchange-private.h"
#include "trail-private.h"

static RtHead *
head_of (RtHeadKind  kind,
         const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return rt_head_parse (kind, bytes);
}

static RtTrail *
make_trail (RtExchange *exchange)
{
  g_autoptr (RtRequest) request = rt_request_new ();
  RtTrail *trail = rt_trail_new (NULL, request);

  rt_exchange_finish (exchange);
  rt_trail_append (trail, exchange);
  rt_trail_finish (trail, RT_TRAIL_END_NOT_FOLLOWED, "Not followed.");
  while (rt_trail_is_running (trail))
    g_main_context_iteration (NULL, TRUE);
  return trail;
}

static char *
dup_text (RtExchange *exchange,
          gboolean    show_secrets,
          gboolean    colour)
{
  const RtTrailTextStyle style = { 80, colour, show_secrets };
  g_autoptr (RtTrail) trail = make_trail (exchange);
  g_autoptr (RtCatalogue) catalogue = rt_catalogue_new (NULL);

  g_autofree char *one = rt_trail_text_of_exchange (trail, 0, catalogue, &style);
  g_autofree char *end = rt_trail_text_of_end (trail, catalogue, &style);

  return g_strconcat (one, end, NULL);
}

static RtExchange *
make_exchange (void)
{
  RtExchange *exchange = rt_exchange_new (NULL, "GET", "http://u:pw@h/a");

  rt_exchange_take_request_head (exchange, head_of (RT_HEAD_REQUEST,
    "GET /a HTTP/1.1\r\nHost: h\r\nAuthorization: Basic SECRET\r\n\r\n"));
  rt_exchange_take_interim_head (exchange, head_of (RT_HEAD_RESPONSE,
    "HTTP/1.1 103 Early Hints\r\n\r\n"));
  rt_exchange_take_response_head (exchange, head_of (RT_HEAD_RESPONSE,
    "HTTP/1.1 302 Found\033[2J\r\nset-cookie: a=SECRET\r\nX: \033]0;t\a\r\n\r\n"));
  rt_exchange_take_fault (exchange, rt_fault_new (RT_FAULT_CONTENT_SHORT,
                                                  "1,000 announced, 3 received"));
  return exchange;
}

static void
test_lines (void)
{
  g_autoptr (RtExchange) exchange = make_exchange ();
  g_autofree char *text = dup_text (exchange, FALSE, FALSE);

  g_assert_true (g_str_has_prefix (text, "* GET http://u:***@h/a\n> GET /a HTTP/1.1\n"
                                         "> Host: h\n> Authorization: Basic ***\n"
                                         "< HTTP/1.1 103 Early Hints\n"
                                         "< HTTP/1.1 302 Found"));
  g_assert_nonnull (strstr (text, "\n< set-cookie: a=***\n"));
  g_assert_nonnull (strstr (text, "\n  1,000 announced, 3 received\n"));
  g_assert_nonnull (strstr (text, "\n* Not followed.\n"));
  g_assert_nonnull (strstr (text, "\n* 302 Found\n"));
  g_assert_null (strstr (text, "SECRET"));
  g_assert_null (strstr (text, "pw"));
  g_assert_null (strchr (text, '\033'));
  g_assert_null (strchr (text, '\a'));
}

/* The same reasons as in the ladder, between the two. */
static void
test_hop (void)
{
  const RtTrailTextStyle style = { 200, FALSE, FALSE };
  g_autoptr (RtRequest) request = rt_request_new ();
  g_autoptr (RtTrail) trail = rt_trail_new (NULL, request);
  g_autoptr (RtCatalogue) catalogue = rt_catalogue_new (NULL);
  g_autoptr (RtExchange) first = make_exchange ();
  g_autoptr (RtExchange) second = rt_exchange_new (NULL, "GET", "http://i/a");
  RtNext *next = g_new0 (RtNext, 1);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  next->reason = RT_NEXT_REDIRECT;
  next->rule = g_strdup ("302 after GET");
  next->section = g_strdup ("RFC 9110, section 15.4.3");
  rt_exchange_take_next (first, next);
  rt_exchange_take_request_head (second, head_of (RT_HEAD_REQUEST,
    "GET /a HTTP/1.1\r\nHost: i\r\n\r\n"));
  rt_trail_append (trail, first);
  rt_trail_append (trail, second);
  while (rt_trail_get_n_exchanges (trail) < 2)
    g_main_context_iteration (NULL, TRUE);
  before = rt_trail_text_of_exchange (trail, 0, catalogue, &style);
  after = rt_trail_text_of_exchange (trail, 1, catalogue, &style);
  g_assert_null (strstr (before, "302 after GET"));
  g_assert_true (g_str_has_prefix (after, "* 302 after GET (RFC 9110, section 15.4.3)\n"
                                          "  URL: host changed.\n"
                                          "  Left out: Authorization.\n"));
  g_assert_nonnull (strstr (after, "\n\n* GET http://i/a\n"));
  g_assert_null (strstr (after, "SECRET"));
  rt_exchange_finish (first);
  rt_exchange_finish (second);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* A line that is no field is no way for a secret to come out. */
static void
test_odd_lines (void)
{
  g_autoptr (RtExchange) exchange = rt_exchange_new (NULL, "GET", "http://h/");
  g_autofree char *text = NULL;

  rt_exchange_take_response_head (exchange, head_of (RT_HEAD_RESPONSE,
    "HTTP/1.1 200 OK\r\nSet-Cookie a=SECRET\r\nX : 1\r\nFold: a\r\n b\r\n\r\n"));
  text = dup_text (exchange, FALSE, FALSE);
  g_assert_null (strstr (text, "SECRET"));
  g_assert_nonnull (strstr (text, "(no colon"));
  g_assert_nonnull (strstr (text, "(white space before the colon)\n"));
  g_assert_nonnull (strstr (text, "\n< Fold: a b  (folded over several lines)\n"));
}

static void
test_shown_secrets (void)
{
  g_autoptr (RtExchange) exchange = make_exchange ();
  g_autofree char *text = dup_text (exchange, TRUE, TRUE);

  g_assert_nonnull (strstr (text, "Basic SECRET\n"));
  g_assert_nonnull (strstr (text, "a=SECRET\n"));
  g_assert_nonnull (strstr (text, "\033[1;34m"));
  g_assert_null (strstr (text, "\033[2J"));
}

static void
test_failure (void)
{
  const RtTrailTextStyle style = { 80, FALSE, FALSE };
  g_autoptr (RtCatalogue) catalogue = rt_catalogue_new (NULL);
  g_autoptr (RtExchange) exchange = rt_exchange_new (NULL, "GET", "http://h/");
  g_autoptr (RtTrail) trail = NULL;
  g_autofree char *text = NULL;

  rt_exchange_take_failure (exchange, rt_failure_new (RT_FAILURE_REFUSED, RT_PHASE_CONNECT,
                                                      "Nobody listens.", NULL));
  trail = make_trail (exchange);
  text = rt_trail_text_troubles (trail, catalogue, &style);
  g_assert_true (g_str_has_prefix (text, "! Connection refused\n  Nobody listens.\n"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trail-text/lines", test_lines);
  g_test_add_func ("/trail-text/hop", test_hop);
  g_test_add_func ("/trail-text/odd-lines", test_odd_lines);
  g_test_add_func ("/trail-text/shown-secrets", test_shown_secrets);
  g_test_add_func ("/trail-text/failure", test_failure);
  return g_test_run ();
}
