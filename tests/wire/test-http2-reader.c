/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/wire/http2-*.c with frames built by hand and fields packed by
 * nghttp2. Each script is fed whole, byte by byte and in random pieces.
 */

#include "http2-log.h"

#include <string.h>

#define GET ":method: GET\n:scheme: https\n:authority: a\n:path: /x"
#define HEAD ":method: HEAD\n:scheme: https\n:authority: a\n:path: /x"
#define END NGHTTP2_FLAG_END_STREAM

/* Runs @script in all ways; returns the record of one of them. */
static Http2Log *
run (const Http2Script *script)
{
  Http2Log *whole = http2_log_run (script, 0);
  const int sizes[] = { 1, -1, -1, 7 };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (Http2Log) other = http2_log_run (script, sizes[i]);

      g_assert_cmpstr (whole->told->str, ==, other->told->str);
      g_assert_cmpstr (whole->faults->str, ==, other->faults->str);
      g_assert_cmpmem (whole->content->data, whole->content->len, other->content->data,
                       other->content->len);
      g_assert_cmpuint (whole->lines->len, ==, other->lines->len);
    }

  return whole;
}

static void
check (const Http2Script *script,
       const char        *told,
       const char        *content,
       const char        *faults)
{
  g_autoptr (Http2Log) log = run (script);

  g_assert_no_error (log->error);
  g_assert_cmpstr (log->told->str, ==, told);
  g_assert_cmpmem (log->content->data, log->content->len, content, strlen (content));
  g_assert_cmpstr (log->faults->str, ==, faults);
}

static void
test_plain (void)
{
  g_autoptr (Http2Script) script = http2_script_new ();

  http2_script_headers (script, TRUE, END, 1, GET);
  http2_script_headers (script, FALSE, 0, 1, ":status: 103\nlink: x");
  http2_script_headers (script, FALSE, 0, 1, ":status: 200\ncontent-length: 5\nx-b: 1\nx-a: 2");
  http2_script_data (script, 0, 1, "he");
  http2_script_data (script, 0, 1, "ll");
  http2_script_data (script, END, 1, "o");
  check (script, "request 1 GET /x|interim 1 103 link=x|"
                 "head 1 200 content-length=5 x-b=1 x-a=2|end 1 complete|", "hello", "");
}

static void
test_trailers (void)
{
  g_autoptr (Http2Script) script = http2_script_new ();

  http2_script_headers (script, TRUE, END, 1, GET);
  http2_script_headers (script, FALSE, 0, 1, ":status: 200");
  http2_script_data (script, 0, 1, "x");
  http2_script_headers (script, FALSE, END, 1, "grpc-status: 0");
  check (script, "request 1 GET /x|head 1 200|trailers 1 -1 grpc-status=0|end 1 complete|", "x",
         "");
}

/* Two streams, answered out of order; the table of fields is shared. */
static void
test_streams (void)
{
  g_autoptr (Http2Script) script = http2_script_new ();

  http2_script_headers (script, TRUE, END, 1, GET);
  http2_script_headers (script, TRUE, END, 3, HEAD);
  http2_script_headers (script, FALSE, END, 3, ":status: 200\ncontent-length: 9\nx-same: value");
  http2_script_headers (script, FALSE, 0, 1, ":status: 404\nx-same: value");
  http2_script_data (script, END, 1, "");
  check (script, "request 1 GET /x|request 3 HEAD /x|head 3 200 content-length=9 x-same=value|"
                 "end 3 complete|head 1 404 x-same=value|end 1 complete|", "", "");
}

/* Padding, priority and fragments are taken off. */
static void
test_padding (void)
{
  g_autoptr (Http2Script) script = http2_script_new ();
  g_autoptr (GByteArray) block = http2_script_pack (script, TRUE, GET);
  g_autoptr (GByteArray) answer = http2_script_pack (script, FALSE, ":status: 200\nx-a: b");
  g_autoptr (GByteArray) payload = g_byte_array_new ();

  g_byte_array_append (payload, (const guint8 *) "\3\0\0\0\0\20", 6);
  g_byte_array_append (payload, block->data, 5);
  g_byte_array_append (payload, (const guint8 *) "pad", 3);
  http2_script_frame (script, TRUE, NGHTTP2_HEADERS,
                      END | NGHTTP2_FLAG_PADDED | NGHTTP2_FLAG_PRIORITY, 1, payload->data,
                      payload->len);
  http2_script_frame (script, TRUE, NGHTTP2_CONTINUATION, 0, 1, NULL, 0);
  http2_script_frame (script, TRUE, NGHTTP2_CONTINUATION, NGHTTP2_FLAG_END_HEADERS, 1,
                      block->data + 5, block->len - 5);
  http2_script_frame (script, FALSE, NGHTTP2_HEADERS, 0, 1, answer->data, 1);
  http2_script_frame (script, FALSE, NGHTTP2_CONTINUATION, NGHTTP2_FLAG_END_HEADERS, 1,
                      answer->data + 1, answer->len - 1);
  http2_script_frame (script, FALSE, NGHTTP2_DATA, NGHTTP2_FLAG_PADDED, 1, "\2hipp", 5);
  http2_script_frame (script, FALSE, NGHTTP2_DATA, NGHTTP2_FLAG_PADDED, 1, "\1p", 2);
  http2_script_frame (script, FALSE, NGHTTP2_DATA, NGHTTP2_FLAG_PADDED | END, 1, "\0!", 2);
  check (script, "request 1 GET /x|head 1 200 x-a=b|end 1 complete|", "hi!", "");
}

static void
test_reset (void)
{
  g_autoptr (Http2Script) script = http2_script_new ();
  g_autoptr (Http2Log) log = NULL;

  for (guint i = 1; i <= 7; i += 2)
    http2_script_headers (script, TRUE, END, i, GET);
  http2_script_frame (script, FALSE, NGHTTP2_RST_STREAM, 0, 1, "\0\0\0\7", 4);
  http2_script_frame (script, FALSE, NGHTTP2_RST_STREAM, 0, 3, "\0\0\1\0", 4);
  http2_script_frame (script, TRUE, NGHTTP2_RST_STREAM, 0, 5, "\0\0\0\10", 4);
  http2_script_frame (script, TRUE, NGHTTP2_RST_STREAM, 0, 7, "\0\0\0\1", 4);
  http2_script_frame (script, FALSE, NGHTTP2_RST_STREAM, 0, 7, "\0\0\0\1", 4);
  log = run (script);
  g_assert_true (g_str_has_suffix (log->told->str, "end 1 cut|end 3 cut|end 5 cut|end 7 cut|"));
  g_assert_cmpstr (log->faults->str, ==, "1 h2-stream-reset|3 h2-stream-reset|7 h2-stream-reset|");
  g_assert_cmpstr (g_ptr_array_index (log->evidence, 0), ==,
                   "The server reset the stream: REFUSED_STREAM");
  g_assert_cmpstr (g_ptr_array_index (log->evidence, 1), ==,
                   "The server reset the stream: 0x100");
}

static void
test_goaway (void)
{
  g_autoptr (Http2Script) script = http2_script_new ();
  g_autoptr (Http2Log) log = NULL;

  http2_script_headers (script, TRUE, END, 1, GET);
  http2_script_headers (script, TRUE, END, 3, GET);
  http2_script_frame (script, FALSE, NGHTTP2_GOAWAY, 0, 0, "\0\0\0\1\0\0\0\13calm", 12);
  http2_script_headers (script, FALSE, END, 1, ":status: 200");
  log = run (script);
  g_assert_cmpstr (log->told->str, ==, "request 1 GET /x|request 3 GET /x|end 3 cut|"
                                       "head 1 200|end 1 complete|");
  g_assert_nonnull (strstr (log->faults->str, "1 h2-goaway|"));
  g_assert_nonnull (strstr (log->faults->str, "3 h2-goaway|"));
  g_assert_cmpstr (g_ptr_array_index (log->evidence, 0), ==,
                   "The server leaves after stream 1: ENHANCE_YOUR_CALM, “calm”");
}

/* A server that leaves in peace is no fault for what it still answers. */
static void
test_goaway_graceful (void)
{
  g_autoptr (Http2Script) script = http2_script_new ();

  http2_script_headers (script, TRUE, END, 1, GET);
  http2_script_frame (script, FALSE, NGHTTP2_GOAWAY, 0, 0, "\0\0\0\1\0\0\0\0", 8);
  http2_script_headers (script, FALSE, END, 1, ":status: 200");
  check (script, "request 1 GET /x|head 1 200|end 1 complete|", "", "");
}

static void
test_lengths (void)
{
  g_autoptr (Http2Script) script = http2_script_new ();

  for (guint i = 1; i <= 7; i += 2)
    http2_script_headers (script, TRUE, END, i, GET);
  http2_script_headers (script, FALSE, 0, 1, ":status: 200\ncontent-length: 5");
  http2_script_data (script, END, 1, "ab");
  http2_script_headers (script, FALSE, 0, 3, ":status: 200\ncontent-length: 1");
  http2_script_data (script, END, 3, "cd");
  http2_script_headers (script, FALSE, 0, 5, ":status: 200");
  http2_script_data (script, 0, 5, "ef");
  check (script, "request 1 GET /x|request 3 GET /x|request 5 GET /x|request 7 GET /x|"
                 "head 1 200 content-length=5|end 1 cut|"
                 "head 3 200 content-length=1|end 3 complete|head 5 200|end 5 cut|end 7 cut|",
         "abcdef", "1 content-short|3 h2-malformed|5 content-short|");
}

typedef struct
{
  guint8      type;
  guint8      flags;
  guint32     stream;
  const char *payload;
  gsize       length;
  const char *faults;
} Malformed;

/* Frames that break a rule, each after a request and before a good answer,
 * which must still be read where the field table allows it. */
static void
test_malformed (void)
{
  const Malformed rows[] = {
    { NGHTTP2_DATA, 0, 0, "x", 1, "0 h2-malformed|" },
    { NGHTTP2_DATA, 0, 9, "x", 1, "9 h2-malformed|" },
    { NGHTTP2_DATA, 0, 1, "early", 5, "1 h2-malformed|" },
    { NGHTTP2_DATA, NGHTTP2_FLAG_PADDED, 1, "\5abcd", 5, "1 h2-malformed|" },
    { NGHTTP2_CONTINUATION, NGHTTP2_FLAG_END_HEADERS, 1, "", 0, "1 h2-malformed|" },
    { NGHTTP2_SETTINGS, 0, 0, "abc", 3, "0 h2-malformed|" },
    { NGHTTP2_RST_STREAM, 0, 1, "abc", 3, "1 h2-malformed|" },
    { NGHTTP2_GOAWAY, 0, 0, "abc", 3, "0 h2-malformed|" },
    { NGHTTP2_PING, 0, 0, "abc", 3, "0 h2-malformed|" },
    { NGHTTP2_WINDOW_UPDATE, 0, 1, "abc", 3, "1 h2-malformed|" },
    { NGHTTP2_PRIORITY, 0, 1, "abc", 3, "1 h2-malformed|" },
    { 0xfe, 0xff, 1, "whatever", 8, "" },
    { NGHTTP2_RST_STREAM, 0, 99, "\0\0\0\1", 4, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Http2Script) script = http2_script_new ();

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      http2_script_headers (script, TRUE, END, 1, GET);
      http2_script_frame (script, FALSE, rows[i].type, rows[i].flags, rows[i].stream,
                          rows[i].payload, rows[i].length);
      http2_script_headers (script, FALSE, END, 1, ":status: 200");
      check (script, "request 1 GET /x|head 1 200|end 1 complete|", "", rows[i].faults);
    }
}

/* When fields cannot be unpacked, content and ends are still told. */
static void
test_broken_fields (void)
{
  g_autoptr (Http2Script) script = http2_script_new ();

  http2_script_headers (script, TRUE, END, 1, GET);
  http2_script_headers (script, TRUE, END, 3, GET);
  http2_script_headers (script, FALSE, 0, 3, ":status: 200");
  http2_script_frame (script, FALSE, NGHTTP2_HEADERS, NGHTTP2_FLAG_END_HEADERS | END, 1,
                      "\377\377\377\377\377\377\377\377", 8);
  http2_script_data (script, END, 3, "content");
  check (script, "request 1 GET /x|request 3 GET /x|head 3 200|end 1 cut|end 3 complete|",
         "content", "1 h2-malformed|");
}

static void
test_bad_fields (void)
{
  const char *const fields[] = { ":status: 200\nUpper: x", ":status: 200\nconnection: close",
                                 ":status: 200\nx: a\rb", "x: no status", ":status: 20",
                                 "x: y\n:status: 200", ":status: 200\nbad name: x" };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (Http2Script) script = http2_script_new ();
      g_autoptr (Http2Log) log = NULL;

      http2_script_headers (script, TRUE, END, 1, GET);
      http2_script_headers (script, FALSE, END, 1, fields[i]);
      log = run (script);
      g_assert_cmpstr (log->faults->str, ==, "1 h2-malformed|");
      g_assert_nonnull (strstr (log->told->str, "head 1 "));
    }
}

static void
test_other_protocol (void)
{
  g_autoptr (Http2Script) script = http2_script_new ();
  g_autoptr (Http2Log) log = NULL;
  const char *text = "HTTP/1.1 400 Bad Request\r\n\r\n";

  g_array_set_size (script->pieces, 2);
  http2_script_headers (script, TRUE, END, 1, GET);
  http2_script_bytes (script, FALSE, text, strlen (text));
  log = run (script);
  g_assert_cmpstr (log->told->str, ==, "request 1 GET /x|end 1 cut|");
  g_assert_cmpstr (log->faults->str, ==, "0 h2-malformed|");
  g_assert_nonnull (strstr (g_ptr_array_index (log->evidence, 0), "“HTTP/1.1 ”"));
}

static void
test_no_preface (void)
{
  g_autoptr (Http2Script) script = http2_script_new ();

  g_array_set_size (script->pieces, 0);
  http2_script_bytes (script, TRUE, "GET / HTTP/1.1\r\n\r\n", 18);
  check (script, "", "", "0 h2-malformed|");
}

static void
test_lines (void)
{
  g_autoptr (Http2Script) script = http2_script_new ();
  g_autoptr (Http2Log) log = NULL;
  const char *const expected[] = {
    "> SETTINGS 12 bytes, HEADER_TABLE_SIZE 65536, ENABLE_PUSH 0",
    "< SETTINGS 0 bytes",
    "< SETTINGS 0 bytes, ACK",
    "> SETTINGS 0 bytes, ACK",
    "> HEADERS stream 1, * bytes, END_STREAM, END_HEADERS",
    "< HEADERS stream 1, * bytes, END_HEADERS",
    "< PING 8 bytes, ACK",
    "< DATA stream 1, 3 frames, 6 bytes, END_STREAM",
    "> WINDOW_UPDATE stream 0, 2 frames, +32",
    "< 0xfe stream 1, 1 byte",
    "< GOAWAY 8 bytes, PROTOCOL_ERROR",
  };

  http2_script_headers (script, TRUE, END, 1, GET);
  http2_script_headers (script, FALSE, 0, 1, ":status: 200");
  http2_script_frame (script, FALSE, NGHTTP2_PING, NGHTTP2_FLAG_ACK, 0, "12345678", 8);
  http2_script_data (script, 0, 1, "ab");
  http2_script_frame (script, TRUE, NGHTTP2_WINDOW_UPDATE, 0, 0, "\0\0\0\20", 4);
  http2_script_data (script, 0, 1, "cd");
  http2_script_frame (script, TRUE, NGHTTP2_WINDOW_UPDATE, 0, 0, "\0\0\0\20", 4);
  http2_script_data (script, END, 1, "ef");
  http2_script_frame (script, FALSE, 0xfe, 0, 1, "x", 1);
  http2_script_frame (script, FALSE, NGHTTP2_GOAWAY, 0, 0, "\0\0\0\0\0\0\0\1", 8);

  log = run (script);
  g_assert_cmpuint (log->lines->len, ==, G_N_ELEMENTS (expected));
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_test_message ("%s", (char *) g_ptr_array_index (log->lines, i));
      g_assert_true (g_pattern_match_simple (expected[i], g_ptr_array_index (log->lines, i)));
    }
}

static void
test_line_limit (void)
{
  g_autoptr (Http2Script) script = http2_script_new ();
  g_autoptr (Http2Log) log = NULL;

  for (int i = 0; i < 1500; i++)
    http2_script_frame (script, FALSE, NGHTTP2_PING, 0, 0, "12345678", 8);
  log = http2_log_run (script, 0);
  g_assert_cmpuint (log->lines->len, ==, 1001);
  g_assert_cmpstr (g_ptr_array_index (log->lines, 1000), ==, "< Further frames are not listed");
}

static void
test_interim_limit (void)
{
  g_autoptr (Http2Script) script = http2_script_new ();
  g_autoptr (Http2Log) log = NULL;

  http2_script_headers (script, TRUE, END, 1, GET);
  for (int i = 0; i < 101; i++)
    http2_script_headers (script, FALSE, 0, 1, ":status: 103");
  log = run (script);
  g_assert_error (log->error, RT_WIRE_ERROR, RT_WIRE_ERROR_TOO_MANY_INTERIM);
  g_assert_true (g_str_has_suffix (log->told->str, "end 1 cut|"));
}

/* Endless fragments, and few bytes that unpack to many. */
static void
test_head_limit (void)
{
  g_autofree char *large = g_strnfill (30000, 'x');
  g_autofree char *fields = g_strconcat (":status: 200\nx: ", large, NULL);
  g_autoptr (Http2Script) endless = http2_script_new ();
  g_autoptr (Http2Script) bomb = http2_script_new ();
  g_autoptr (GByteArray) block = NULL;
  g_autoptr (Http2Log) one = NULL;
  g_autoptr (Http2Log) two = NULL;

  http2_script_headers (endless, TRUE, END, 1, GET);
  http2_script_frame (endless, FALSE, NGHTTP2_HEADERS, 0, 1, NULL, 0);
  for (int i = 0; i < 40; i++)
    http2_script_frame (endless, FALSE, NGHTTP2_CONTINUATION, 0, 1, large, 30000);
  one = http2_log_run (endless, 0);
  g_assert_error (one->error, RT_WIRE_ERROR, RT_WIRE_ERROR_HEAD_TOO_LARGE);

  http2_script_headers (bomb, TRUE, END, 1, GET);
  block = http2_script_pack (bomb, FALSE, fields);
  for (int i = 0; i < 1000; i++) /* the newest entry of the table */
    g_byte_array_append (block, (const guint8 *) "\276", 1);
  http2_script_frame (bomb, FALSE, NGHTTP2_HEADERS, NGHTTP2_FLAG_END_HEADERS, 1, block->data,
                      block->len);
  two = http2_log_run (bomb, 0);
  g_assert_error (two->error, RT_WIRE_ERROR, RT_WIRE_ERROR_HEAD_TOO_LARGE);
}

/* A pushed response is not ours, but its fields count for the table. */
static void
test_push (void)
{
  g_autoptr (Http2Script) script = http2_script_new ();
  g_autoptr (GByteArray) promise = g_byte_array_new ();
  g_autoptr (GByteArray) block = NULL;

  http2_script_headers (script, TRUE, END, 1, GET);
  block = http2_script_pack (script, FALSE, ":method: GET\n:path: /pushed\nx-new: 1");
  g_byte_array_append (promise, (const guint8 *) "\0\0\0\2", 4);
  g_byte_array_append (promise, block->data, block->len);
  http2_script_frame (script, FALSE, NGHTTP2_PUSH_PROMISE, NGHTTP2_FLAG_END_HEADERS, 1,
                      promise->data, promise->len);
  http2_script_headers (script, FALSE, 0, 2, ":status: 200\nx-new: 1");
  http2_script_data (script, END, 2, "pushed");
  http2_script_headers (script, FALSE, END, 1, ":status: 200\nx-new: 1");
  check (script, "request 1 GET /x|head 1 200 x-new=1|end 1 complete|", "", "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/http2-reader/plain", test_plain);
  g_test_add_func ("/http2-reader/trailers", test_trailers);
  g_test_add_func ("/http2-reader/streams", test_streams);
  g_test_add_func ("/http2-reader/padding", test_padding);
  g_test_add_func ("/http2-reader/reset", test_reset);
  g_test_add_func ("/http2-reader/goaway", test_goaway);
  g_test_add_func ("/http2-reader/goaway-graceful", test_goaway_graceful);
  g_test_add_func ("/http2-reader/lengths", test_lengths);
  g_test_add_func ("/http2-reader/malformed", test_malformed);
  g_test_add_func ("/http2-reader/broken-fields", test_broken_fields);
  g_test_add_func ("/http2-reader/bad-fields", test_bad_fields);
  g_test_add_func ("/http2-reader/other-protocol", test_other_protocol);
  g_test_add_func ("/http2-reader/no-preface", test_no_preface);
  g_test_add_func ("/http2-reader/lines", test_lines);
  g_test_add_func ("/http2-reader/line-limit", test_line_limit);
  g_test_add_func ("/http2-reader/interim-limit", test_interim_limit);
  g_test_add_func ("/http2-reader/head-limit", test_head_limit);
  g_test_add_func ("/http2-reader/push", test_push);

  return g_test_run ();
}
