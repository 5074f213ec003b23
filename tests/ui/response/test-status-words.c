/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of status-words.c: reason, contrast, facts and badges. */

#include "config.h"

#include "status-words.h"

#include "exchanges.h"

#include <string.h>

static RtExchange *
answered (const char *status_line)
{
  g_autofree char *head = g_strconcat (status_line, "\r\n\r\n", NULL);

  return rt_test_exchange_new ("http://e/", head, "hello", -1);
}

static void
test_reason (void)
{
  g_autoptr (RtExchange) sent = answered ("HTTP/1.1 200 Gone fishing");
  g_autoptr (RtExchange) empty = answered ("HTTP/1.1 200 ");
  g_autofree char *sent_words = rt_status_words_reason (sent, NULL);
  g_autofree char *empty_words = rt_status_words_reason (empty, NULL);

  g_assert_cmpstr (sent_words, ==, "Gone fishing");
  g_assert_nonnull (strstr (empty_words, "empty reason phrase"));
}

static void
test_http2 (void)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (RtExchange) exchange = rt_exchange_new (NULL, "GET", "https://e/");
  g_autofree char *words = NULL;

  g_ptr_array_add (fields, g_bytes_new_static (":status", 7));
  g_ptr_array_add (fields, g_bytes_new_static ("404", 3));
  rt_exchange_take_response_head (exchange, rt_head_new_http2 (RT_HEAD_RESPONSE, fields, 3));
  rt_exchange_finish (exchange);
  words = rt_status_words_reason (exchange, NULL);
  g_assert_cmpint (rt_exchange_get_status (exchange), ==, 404);
  g_assert_cmpstr (words, ==, "no reason phrase in HTTP/2");
}

static void
test_contrast (void)
{
  g_autoptr (RtCatalogue) catalogue = rt_catalogue_new (NULL);
  g_autoptr (RtStatusCode) registered = rt_catalogue_describe_code (catalogue, 404);
  g_autoptr (RtStatusCode) unknown = rt_catalogue_describe_code (catalogue, 470);
  g_autoptr (RtExchange) other = answered ("HTTP/1.1 404 Gone fishing");
  g_autoptr (RtExchange) same = answered ("HTTP/1.1 404 Not Found");
  g_autofree char *unknown_words = rt_status_words_contrast (other, unknown);
  g_autofree char *other_words = rt_status_words_contrast (other, registered);
  g_autofree char *same_words = rt_status_words_contrast (same, registered);

  g_assert_nonnull (strstr (unknown_words, "No name is registered"));
  if (*rt_status_code_get_phrase (registered) == '\0')
    {
      g_test_skip ("the reference holds no 404 in this build");
      return;
    }
  g_assert_cmpstr (other_words, ==, "the server's own words – registered name: Not Found");
  g_assert_cmpstr (same_words, ==, "");
}

static void
test_facts (void)
{
  g_autoptr (RtExchange) exchange = answered ("HTTP/1.0 200 OK");
  RtSizes sizes = { .content_wire = 1200, .content_decoded = 3400, .content_encoded = 1200 };
  g_autofree char *plain = rt_status_words_facts (exchange);
  g_autofree char *coded = NULL;

  g_assert_cmpstr (plain, ==, "128 ms · 5 bytes · HTTP/1.0");
  rt_exchange_set_sizes (exchange, &sizes);
  coded = rt_status_words_facts (exchange);
  g_assert_nonnull (strstr (coded, "1.2 kB on the wire, 3.4 kB decoded"));
}

/* No time that stands still while the clock goes on. */
static void
test_running_facts (void)
{
  g_autoptr (RtExchange) exchange = rt_test_exchange_new_running ("http://e/");
  g_autofree char *waiting = rt_status_words_facts (exchange);
  g_autofree char *arriving = NULL;

  g_assert_cmpstr (waiting, ==, "");
  rt_test_exchange_add_head (exchange, "HTTP/1.1 200 OK\r\n\r\n");
  arriving = rt_status_words_facts (exchange);
  g_assert_cmpstr (arriving, ==, "0 bytes · HTTP/1.1");
}

static void
test_badges (void)
{
  g_autoptr (RtExchange) exchange = rt_exchange_new (NULL, "GET", "https://e/");
  g_autoptr (RtConnection) connection = rt_test_connection_new (G_TLS_CERTIFICATE_EXPIRED);
  g_autofree char *text = NULL;
  g_auto (GStrv) words = NULL;

  connection->sent_anyway = TRUE;
  rt_exchange_set_connection (exchange, connection);
  rt_test_exchange_add_head (exchange, "HTTP/1.1 200 OK\r\n\r\n");
  rt_exchange_take_fault (exchange, rt_fault_new (RT_FAULT_CONTENT_SHORT, "short"));
  rt_exchange_take_failure (exchange, rt_failure_new (RT_FAILURE_CANCELLED, RT_PHASE_CONTENT,
                                                      "stopped", NULL));
  words = rt_status_words_badges (exchange);
  text = g_strjoinv ("|", words);
  g_assert_cmpstr (text, ==,
                   "certificate not trusted, sent anyway|stopped by you|damaged response");
}

static void
test_failure (void)
{
  g_autoptr (RtCatalogue) catalogue = rt_catalogue_new (NULL);
  g_autoptr (RtFailure) failure = rt_failure_new (RT_FAILURE_REFUSED, RT_PHASE_CONNECT, "m", NULL);
  g_autofree char *name = rt_status_words_failure (catalogue, failure);
  g_autofree char *plain = rt_status_words_failure (NULL, failure);

  g_assert_cmpstr (name, ==, "Connection refused");
  g_assert_cmpstr (plain, !=, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/status-words/reason", test_reason);
  g_test_add_func ("/status-words/http2", test_http2);
  g_test_add_func ("/status-words/contrast", test_contrast);
  g_test_add_func ("/status-words/facts", test_facts);
  g_test_add_func ("/status-words/running-facts", test_running_facts);
  g_test_add_func ("/status-words/badges", test_badges);
  g_test_add_func ("/status-words/failure", test_failure);

  return g_test_run ();
}
