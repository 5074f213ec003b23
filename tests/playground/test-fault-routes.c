/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "visit.h"

#include <string.h>

#define OK "HTTP/1.1 200 OK\r\n"
#define PLAIN "Content-Type: text/plain\r\n"
#define CHUNKED "Transfer-Encoding: chunked\r\n\r\n"

/* sizeof keeps the NUL of some. */
#define BYTES(text) text, sizeof (text) - 1

/* Byte for byte, and the kind of the end. */
static void
test_exact (void)
{
  static const struct
  {
    const char *name;
    const char *bytes;
    gsize       length;
    gboolean    reset;
  } cases[] = {
    { "close-before-head", BYTES (""), FALSE },
    { "reset-before-head", BYTES (""), TRUE },
    { "cut-head", BYTES (OK "Content-Type: text/pl"), FALSE },
    { "cut-head-line", BYTES (OK PLAIN), FALSE },
    { "reset-head", BYTES (OK "Content-Type: text/pl"), TRUE },
    { "garbage", BYTES ("\x00\x01\x02\x80\xff\xfeThis is no HTTP.\r\n\r\n"), FALSE },
    { "http09", BYTES ("<p>HTTP/0.9 had no status line.</p>\n"), FALSE },
    { "bad-status-line", BYTES ("HTTP/1.1 OK\r\n" PLAIN "Content-Length: 6\r\n\r\nHello\n"),
      FALSE },
    { "code-99", BYTES ("HTTP/1.1 99 Low\r\n" PLAIN "Content-Length: 6\r\n\r\nHello\n"), FALSE },
    { "short-content", BYTES (OK PLAIN "Content-Length: 100\r\n\r\nOnly this much.\n"), FALSE },
    { "short-content-close", BYTES (OK PLAIN "Content-Length: 100\r\nConnection: close\r\n\r\n"
                                    "Only this much.\n"), FALSE },
    { "long-content", BYTES (OK PLAIN "Content-Length: 6\r\n\r\nHello\nand more than was "
                             "announced.\n"), FALSE },
    { "reset-in-content", BYTES (OK PLAIN "Content-Length: 100\r\n\r\nOnly this much.\n"), TRUE },
    { "broken-chunk", BYTES (OK PLAIN CHUNKED "6\r\nHello\n\r\n3\r\nToo long\r\n0\r\n\r\n"),
      FALSE },
    { "chunk-cut", BYTES (OK PLAIN CHUNKED "6\r\nHello\n\r\n64\r\nOnly this much.\n"), FALSE },
    { "no-last-chunk", BYTES (OK PLAIN CHUNKED "6\r\nHello\n\r\n"), FALSE },
    { "bad-chunk-size", BYTES (OK PLAIN CHUNKED "6\r\nHello\n\r\nzz\r\nHello\n\r\n0\r\n\r\n"),
      FALSE },
    { "two-lengths", BYTES (OK PLAIN "Content-Length: 6\r\nContent-Length: 12\r\n\r\n"
                            "Hello\nHello\n"), FALSE },
    { "length-and-chunked", BYTES (OK PLAIN "Content-Length: 3\r\n" CHUNKED
                                   "6\r\nHello\n\r\n0\r\n\r\n"), FALSE },
    { "nul", BYTES (OK "X-Nul: be\0fore\r\n" PLAIN "Content-Length: 6\r\n\r\nHello\n"), FALSE },
    { "bare-lf", BYTES ("HTTP/1.1 200 OK\nContent-Type: text/plain\nContent-Length: 6\n\nHello\n"),
      FALSE },
    { "content-on-204", BYTES ("HTTP/1.1 204 No Content\r\n" PLAIN "Content-Length: 6\r\n\r\n"
                               "Hello\n"), FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *target = g_strconcat ("/fault/", cases[i].name, NULL);
      g_autoptr (Visit) visited = visit_get (target);

      g_test_message ("%s", target);
      g_assert_cmpmem (visited->bytes->data, visited->length, cases[i].bytes, cases[i].length);
      g_assert_cmpint (visited->reset, ==, cases[i].reset);
    }
}

/* A fault is the same whatever the method and the content. */
static void
test_with_content (void)
{
  g_autoptr (Visit) visited = visit ("POST", "/fault/reset-in-content",
                                     "Content-Length: 5\r\n\r\nHello");

  g_assert_cmpint (visited->code, ==, 200);
  g_assert_true (visited->reset);
}

static void
test_large_heads (void)
{
  g_autoptr (Visit) huge = visit_get ("/fault/huge-head");
  g_autoptr (Visit) many = visit_get ("/fault/many-fields");

  g_assert_cmpuint (strlen (huge->head), >, 2 * 1024 * 1024);
  g_assert_true (g_str_has_suffix (huge->body, "Hello\n"));
  g_assert_nonnull (strstr (many->head, "\r\nX-Field-4999: 4999\r\n"));
}

/* Sends the request, reads @length bytes, and leaves. */
static char *
read_some (const char *target,
           gsize       length)
{
  g_autoptr (GSocketConnection) connection
    = visit_connect (rt_playground_get_http_origin (visit_playground ()));
  GIOStream *stream = G_IO_STREAM (connection);
  g_autofree char *request = g_strdup_printf ("GET %s HTTP/1.1\r\nHost: a\r\n\r\n", target);
  g_autofree char *bytes = g_malloc0 (length + 1);
  gsize got = 0;

  g_output_stream_write_all (g_io_stream_get_output_stream (stream), request, strlen (request),
                             NULL, NULL, NULL);
  g_input_stream_read_all (g_io_stream_get_input_stream (stream), bytes, length, &got, NULL, NULL);
  g_assert_cmpuint (got, ==, length);
  return g_steal_pointer (&bytes);
}

static void
test_endless (void)
{
  g_autofree char *head = read_some ("/fault/endless-head", 1000000);
  g_autofree char *interim = read_some ("/fault/endless-interim", 1000000);
  g_autofree char *stalled = read_some ("/fault/stall-in-content", 82);

  g_assert_null (strstr (head, "\r\n\r\n"));
  g_assert_null (strstr (interim, " 200 "));
  g_assert_true (g_str_has_suffix (stalled, "Only this much.\n"));
}

/* How many bytes the content decodes to, and whether it ends well. */
static gsize
inflate_all (const char *target,
             gboolean   *good)
{
  g_autoptr (Visit) visited = visit_get (target);
  g_autoptr (GConverter) inflater
    = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  g_autoptr (GInputStream) packed = g_memory_input_stream_new_from_data (visited->body,
                                                                         visited->body_length,
                                                                         NULL);
  g_autoptr (GInputStream) plain = g_converter_input_stream_new (packed, inflater);
  g_autofree char *block = g_malloc (65536);
  gsize total = 0;
  gssize got;

  while ((got = g_input_stream_read (plain, block, 65536, NULL, NULL)) > 0)
    total += got;
  *good = got == 0;
  return total;
}

static void
test_gzip (void)
{
  gboolean good;

  g_assert_cmpuint (inflate_all ("/fault/gzip-bomb", &good), ==, 200000000);
  g_assert_true (good);
  g_assert_cmpuint (inflate_all ("/fault/broken-gzip", &good), <, 2300);
  g_assert_false (good);
  g_assert_cmpuint (inflate_all ("/fault/truncated-gzip", &good), <, 2300);
  g_assert_false (good);
  inflate_all ("/fault/gzip-checksum", &good);
  g_assert_false (good);
  g_assert_cmpuint (inflate_all ("/fault/not-gzip", &good), ==, 0);
  g_assert_false (good);
}

int
main (int    argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fault/exact", test_exact);
  g_test_add_func ("/fault/with-content", test_with_content);
  g_test_add_func ("/fault/large-heads", test_large_heads);
  g_test_add_func ("/fault/endless", test_endless);
  g_test_add_func ("/fault/gzip", test_gzip);
  visit_open ();
  result = g_test_run ();
  visit_close ();
  return result;
}
