/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reply.h"
#include "visit.h"

static void
test_dates (void)
{
  g_autofree char *text = rt_reply_format_date (784111777);

  g_assert_cmpstr (text, ==, "Sun, 06 Nov 1994 08:49:37 GMT");
  g_assert_cmpint (rt_reply_parse_date (text), ==, 784111777);
  g_assert_cmpint (rt_reply_parse_date ("yesterday"), ==, -1);
  g_assert_cmpint (rt_reply_parse_date ("Sun, 06 Foo 1994 08:49:37 GMT"), ==, -1);
  g_assert_cmpint (rt_reply_parse_date ("Sun, 36 Nov 1994 08:49:37 GMT"), ==, -1);
}

static void
test_phrases (void)
{
  g_assert_cmpstr (rt_reply_phrase (404), ==, "Not Found");
  g_assert_cmpstr (rt_reply_phrase (299), ==, "Unassigned");
  g_assert_cmpstr (rt_reply_phrase (600), ==, "Invalid Status Code");
}

/* HTTP/1.0 has no chunks: the content ends with the connection. */
static void
test_old_client (void)
{
  g_autoptr (Visit) old = visit_raw ("GET /stream/2 HTTP/1.0\r\n\r\n", -1);
  g_autoptr (Visit) kept = visit_raw ("GET /empty HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"
                                      "GET /empty HTTP/1.0\r\n\r\n", -1);

  g_assert_cmpint (visit_count (old, "Transfer-Encoding"), ==, 0);
  g_assert_cmpstr (old->body, ==, "{\"id\": 0, \"of\": 2}\n{\"id\": 1, \"of\": 2}\n");
  g_assert_nonnull (strstr (kept->head, "Connection: keep-alive\r\n"));
  g_assert_true (g_str_has_prefix (kept->body, "HTTP/1.1 200 OK\r\n"));
}

/* HEAD has the fields of GET and no content. */
static void
test_head (void)
{
  static const char * const targets[] = { "/html", "/json", "/range/5000", "/lines/5", "/gzip" };

  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autoptr (Visit) get = visit_get (targets[i]);
      g_autoptr (Visit) head = visit ("HEAD", targets[i], "");
      g_autofree char *a = visit_field (get, "Content-Length");
      g_autofree char *b = visit_field (head, "Content-Length");

      g_assert_cmpstr (a, ==, b);
      g_assert_cmpuint (head->body_length, ==, 0);
      g_assert_cmpuint (get->body_length, >, 0);
    }
}

int
main (int    argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reply/dates", test_dates);
  g_test_add_func ("/reply/phrases", test_phrases);
  g_test_add_func ("/reply/old-client", test_old_client);
  g_test_add_func ("/reply/head", test_head);
  visit_open ();
  result = g_test_run ();
  visit_close ();
  return result;
}
