/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "visit.h"

#include <string.h>

/* Every code, by GET and HEAD: the code arrives, framed as its RFC says. */
static void
test_all_codes (void)
{
  for (guint code = 200; code <= 999; code++)
    {
      g_autofree char *target = g_strdup_printf ("/status/%u", code);
      g_autoptr (Visit) get = visit_get (target);
      g_autoptr (Visit) head = visit ("HEAD", target, "");

      g_assert_cmpint (get->code, ==, code);
      g_assert_cmpint (head->code, ==, code);
      g_assert_cmpuint (head->body_length, ==, 0);
      g_assert_cmpint (get->body_length > 0, ==, code != 204 && code != 205 && code != 304);
    }
}

static void
test_fields (void)
{
  static const struct
  {
    guint       code;
    const char *name;
    const char *value;
  } cases[] = {
    { 201, "Location", "/anything/created" },
    { 205, "Content-Length", "0" },
    { 206, "Content-Range", "bytes 0-99/1000" },
    { 206, "Content-Length", "100" },
    { 301, "Location", "/landing?from=301" },
    { 308, "Location", "/landing?from=308" },
    { 304, "ETag", "\"playground-304\"" },
    { 401, "WWW-Authenticate", "Basic realm=\"playground\", charset=\"UTF-8\"" },
    { 405, "Allow", "POST, PUT, PATCH, DELETE" },
    { 407, "Proxy-Authenticate", "Basic realm=\"playground proxy\", charset=\"UTF-8\"" },
    { 408, "Connection", "close" },
    { 413, "Retry-After", "120" },
    { 415, "Accept-Post", "application/json, text/plain" },
    { 416, "Content-Range", "bytes */1000" },
    { 426, "Upgrade", "roundtrip-echo" },
    { 426, "Connection", "upgrade, close" },
    { 429, "Retry-After", "10" },
    { 451, "Link", "</anything/authority>; rel=\"blocked-by\"" },
    { 503, "Retry-After", "30" },
    { 511, "Content-Type", "text/html; charset=utf-8" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *target = g_strdup_printf ("/status/%u", cases[i].code);
      g_autoptr (Visit) visited = visit_get (target);
      g_autofree char *value = visit_field (visited, cases[i].name);

      g_assert_cmpstr (value, ==, cases[i].value);
    }
}

static void
test_no_content (void)
{
  g_autoptr (Visit) none = visit_get ("/status/204");
  g_autoptr (Visit) same = visit_get ("/status/304");
  g_autoptr (Visit) choices = visit_get ("/status/300");

  g_assert_cmpuint (visit_count (none, "Content-Length"), ==, 0);
  g_assert_cmpuint (visit_count (none, "Content-Type"), ==, 0);
  g_assert_cmpuint (visit_count (same, "Content-Length"), ==, 0);
  g_assert_cmpuint (visit_count (choices, "Link"), ==, 2);
  g_assert_cmpuint (visit_count (choices, "Location"), ==, 0);
}

/* Each interim code really comes as one, then 200. */
static void
test_interim (void)
{
  for (guint code = 100; code <= 199; code++)
    {
      g_autofree char *target = g_strdup_printf ("/status/%u", code);
      g_autoptr (Visit) visited = visit_get (target);
      g_autoptr (Visit) old = NULL;
      g_autofree char *old_request = g_strdup_printf ("GET %s HTTP/1.0\r\n\r\n", target);

      g_assert_cmpint (visited->code, ==, code);
      if (code == 101)
        g_assert_cmpuint (visited->body_length, ==, 0);
      else
        g_assert_true (g_str_has_prefix (visited->body, "HTTP/1.1 200 OK\r\n"));
      old = visit_raw (old_request, -1);
      g_assert_cmpint (old->code, ==, 200);
    }
}

static void
test_early_hints (void)
{
  g_autoptr (Visit) visited = visit_get ("/status/103");

  g_assert_cmpstr (visited->head, ==,
                   "HTTP/1.1 103 Early Hints\r\n"
                   "Link: </style.css>; rel=preload; as=style\r\n"
                   "Link: </script.js>; rel=preload; as=script\r\n\r\n");
}

static void
test_upgrade (void)
{
  g_autoptr (GSocketConnection) connection
    = visit_connect (rt_playground_get_http_origin (visit_playground ()));
  GInputStream *in = g_io_stream_get_input_stream (G_IO_STREAM (connection));
  GOutputStream *out = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  static const char expected[] = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: roundtrip-echo\r\n"
                                 "Connection: upgrade\r\n\r\nfirst";
  static const char request[] = "GET /status/101 HTTP/1.1\r\nHost: a\r\nUpgrade: roundtrip-echo\r\n"
                                "Connection: upgrade\r\n\r\nfirst";
  char got[sizeof expected] = "";

  g_output_stream_write_all (out, request, strlen (request), NULL, NULL, NULL);
  g_input_stream_read_all (in, got, strlen (expected), NULL, NULL, NULL);
  g_assert_cmpstr (got, ==, expected);
  g_output_stream_write_all (out, "second", 6, NULL, NULL, NULL);
  g_input_stream_read_all (in, got, 6, NULL, NULL, NULL);
  g_assert_cmpmem (got, 6, "second", 6);
  g_socket_shutdown (g_socket_connection_get_socket (connection), FALSE, TRUE, NULL);
  g_assert_cmpint (g_input_stream_read (in, got, 1, NULL, NULL), ==, 0);
}

static void
test_reason_and_body (void)
{
  g_autoptr (Visit) own = visit_get ("/status/200?reason=All+right&body=Hello");
  g_autoptr (Visit) empty = visit_get ("/status/404?reason=");
  g_autoptr (Visit) broken = visit_get ("/status/200?reason=a%0d%0aX-Evil:%201");
  g_autoptr (Visit) low = visit_get ("/status/99");
  g_autoptr (Visit) word = visit_get ("/status/abc");

  g_assert_true (g_str_has_prefix (own->head, "HTTP/1.1 200 All right\r\n"));
  g_assert_cmpstr (own->body, ==, "Hello");
  g_assert_true (g_str_has_prefix (empty->head, "HTTP/1.1 404 \r\n"));
  g_assert_cmpint (broken->code, ==, 400);
  g_assert_cmpuint (visit_count (broken, "X-Evil"), ==, 0);
  g_assert_cmpint (low->code, ==, 400);
  g_assert_cmpint (word->code, ==, 400);
}

/* Who asks first is refused before the content is sent; the connection ends,
 * for the content may still come. */
static void
test_expect (void)
{
  g_autoptr (Visit) refused = visit_raw ("POST /status/417 HTTP/1.1\r\nHost: a\r\n"
                                         "Expect: 100-continue\r\nContent-Length: 5\r\n\r\n", -1);
  g_autoptr (Visit) page = visit ("GET", "/status/404", "Accept: text/html\r\n");

  g_assert_cmpint (refused->code, ==, 417);
  g_assert_nonnull (strstr (refused->head, "Connection: close\r\n"));
  g_assert_true (g_str_has_prefix (page->body, "<!DOCTYPE html>"));
}

int
main (int    argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/status/all-codes", test_all_codes);
  g_test_add_func ("/status/fields", test_fields);
  g_test_add_func ("/status/no-content", test_no_content);
  g_test_add_func ("/status/interim", test_interim);
  g_test_add_func ("/status/early-hints", test_early_hints);
  g_test_add_func ("/status/upgrade", test_upgrade);
  g_test_add_func ("/status/reason-and-body", test_reason_and_body);
  g_test_add_func ("/status/expect", test_expect);
  visit_open ();
  result = g_test_run ();
  visit_close ();
  return result;
}
