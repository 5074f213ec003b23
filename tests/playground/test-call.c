/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "visit.h"

#include <string.h>

/* Requests that must be refused, and how. */
static void
test_refused (void)
{
  static const struct
  {
    const char *request;
    int         code;
  } cases[] = {
    { "GET / HTTP/1.1\r\n\r\n", 400 },
    { "GET /\r\n\r\n", 400 },
    { "GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505 },
    { "G(T / HTTP/1.1\r\nHost: a\r\n\r\n", 400 },
    { "GET  / HTTP/1.1\r\nHost: a\r\n\r\n", 400 },
    { "GET a HTTP/1.1\r\nHost: a\r\n\r\n", 400 },
    { "GET / HTTP/1.1\r\nHost : a\r\n\r\n", 400 },
    { "GET / HTTP/1.1\r\nHost: a\r\nnothing\r\n\r\n", 400 },
    { "GET / HTTP/1.1\r\n Host: a\r\n\r\n", 400 },
    { "GET / HTTP/1.1\r\nHost: a\rb\r\n\r\n", 400 },
    { "POST /post HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n", 400 },
    { "POST /post HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", 400 },
    { "POST /post HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\nx", 400 },
    { "POST /post HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999\r\n\r\n", 413 },
    { "POST /post HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
      400 },
    { "POST /post HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n", 501 },
    { "POST /post HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 400 },
    { "POST /post HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nxyz\r\n0\r\n\r\n",
      400 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Visit) visited = visit_raw (cases[i].request, -1);

      g_test_message ("%s", cases[i].request);
      g_assert_cmpint (visited->code, ==, cases[i].code);
      g_assert_nonnull (strstr (visited->head, "Connection: close\r\n"));
    }
}

static void
test_large_head (void)
{
  g_autoptr (GString) request = g_string_new ("GET / HTTP/1.1\r\nHost: a\r\nX: ");
  g_autoptr (Visit) visited = NULL;

  for (guint i = 0; i < 200000; i++)
    g_string_append_c (request, 'x');
  g_string_append (request, "\r\n\r\n");
  visited = visit_raw (request->str, request->len);
  g_assert_cmpint (visited->code, ==, 431);
}

/* Two requests in one write: two responses, in order. */
static void
test_pipelined (void)
{
  g_autoptr (Visit) visited = visit_raw ("\r\nGET /empty HTTP/1.1\r\nHost: a\r\n\r\n"
                                         "POST /status/404 HTTP/1.1\r\nHost: a\r\n"
                                         "Content-Length: 3\r\n\r\nabc"
                                         "GET /status/204 HTTP/1.1\r\nHost: a\r\n"
                                         "Connection: close\r\n\r\n", -1);

  g_assert_cmpint (visited->code, ==, 200);
  g_assert_true (g_str_has_prefix (visited->body, "HTTP/1.1 404 Not Found\r\n"));
  g_assert_nonnull (strstr (visited->body, "HTTP/1.1 204 No Content\r\n"));
}

static void
test_end_in_head (void)
{
  g_autoptr (GSocketConnection) connection
    = visit_connect (rt_playground_get_http_origin (visit_playground ()));
  GIOStream *stream = G_IO_STREAM (connection);
  char byte;

  g_output_stream_write_all (g_io_stream_get_output_stream (stream), "GET / HT", 8, NULL, NULL,
                             NULL);
  g_socket_shutdown (g_socket_connection_get_socket (connection), FALSE, TRUE, NULL);
  g_assert_cmpint (g_input_stream_read (g_io_stream_get_input_stream (stream), &byte, 1, NULL,
                                        NULL), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/call/refused", test_refused);
  g_test_add_func ("/call/large-head", test_large_head);
  g_test_add_func ("/call/pipelined", test_pipelined);
  g_test_add_func ("/call/end-in-head", test_end_in_head);
  visit_open ();
  result = g_test_run ();
  visit_close ();
  return result;
}
