/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "visit.h"

static void
test_delay (void)
{
  g_autoptr (Visit) none = visit_get ("/delay/0");
  g_autoptr (Visit) part = visit_get ("/delay/0.01");
  g_autoptr (Visit) long_one = visit_get ("/delay/601");
  g_autoptr (Visit) word = visit_get ("/delay/nan");

  g_assert_cmpint (none->code, ==, 200);
  g_assert_cmpint (part->code, ==, 200);
  g_assert_cmpint (long_one->code, ==, 400);
  g_assert_cmpint (word->code, ==, 400);
}

static void
test_drip (void)
{
  g_autoptr (Visit) visited = visit_get ("/drip?duration=0.05&numbytes=5&code=503");
  g_autoptr (Visit) interim = visit_get ("/drip?code=100");

  g_assert_cmpint (visited->code, ==, 503);
  g_assert_cmpstr (visited->body, ==, "*****");
  g_assert_cmpint (interim->code, ==, 400);
}

static void
test_stream (void)
{
  g_autoptr (Visit) visited = visit_get ("/stream/2");
  g_autoptr (Visit) events = visit_get ("/events/2?pause=0");
  g_autoptr (GByteArray) ticks = visit_unchunk (events);

  g_assert_cmpstr (visited->body, ==,
                   "13\r\n{\"id\": 0, \"of\": 2}\n\r\n"
                   "13\r\n{\"id\": 1, \"of\": 2}\n\r\n"
                   "0\r\n\r\n");
  g_assert_true (g_str_has_prefix ((char *) ticks->data,
                                   "id: 0\nevent: tick\ndata: {\"n\": 0}\n\nid: 1\n"));
}

static void
test_slow_head (void)
{
  g_autoptr (Visit) visited = visit_get ("/slow-head?pause=0.0001");

  g_assert_cmpint (visited->code, ==, 200);
  g_assert_cmpstr (visited->body, ==, "slow\n");
}

/* Reads a little of what has no end, and leaves. */
static void
test_endless (void)
{
  static const char request[] = "GET /endless HTTP/1.1\r\nHost: a\r\n\r\n";
  g_autoptr (GSocketConnection) connection
    = visit_connect (rt_playground_get_http_origin (visit_playground ()));
  GIOStream *stream = G_IO_STREAM (connection);
  g_autofree char *block = g_malloc (1000000);
  gsize got = 0;

  g_output_stream_write_all (g_io_stream_get_output_stream (stream), request, strlen (request),
                             NULL, NULL, NULL);
  g_input_stream_read_all (g_io_stream_get_input_stream (stream), block, 1000000, &got, NULL, NULL);
  g_assert_cmpuint (got, ==, 1000000);
}

int
main (int    argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timing/delay", test_delay);
  g_test_add_func ("/timing/drip", test_drip);
  g_test_add_func ("/timing/stream", test_stream);
  g_test_add_func ("/timing/slow-head", test_slow_head);
  g_test_add_func ("/timing/endless", test_endless);
  visit_open ();
  result = g_test_run ();
  visit_close ();
  return result;
}
