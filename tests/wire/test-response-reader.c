/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/wire/response-*.c, framing.c, chunked.c and head-scan.c: what
 * arrives against what is told. Every case is fed whole, byte by byte and in
 * random pieces, and must tell the same.
 */

#include "response-log.h"

#include <string.h>

#define OK "HTTP/1.1 200 OK\r\n"
#define CHUNKED OK "Transfer-Encoding: chunked\r\n\r\n"

typedef struct
{
  const char *method;
  const char *text;
  const char *heads;
  const char *content;
  const char *end;
  const char *faults;
  RtFraming   framing;
  const char *extra; /* NULL: none */
} Case;

static const Case cases[] = {
  /* by length */
  { "GET", OK "Content-Length: 5\r\n\r\nhello", "head 200|", "hello", "complete", "",
    RT_FRAMING_LENGTH, NULL },
  { "GET", OK "Content-Length: 0\r\n\r\n", "head 200|", "", "complete", "", RT_FRAMING_LENGTH,
    NULL },
  { "GET", OK "Content-Length: 5\r\n\r\nhel", "head 200|", "hel", "cut", "content-short",
    RT_FRAMING_LENGTH, NULL },
  { "GET", OK "Content-Length: 2\r\n\r\nhello", "head 200|", "he", "complete", "extra-bytes",
    RT_FRAMING_LENGTH, "llo" },
  { "GET", OK "Content-Length: 5, 5\r\nContent-Length:5\r\n\r\nhello", "head 200|", "hello",
    "complete", "", RT_FRAMING_LENGTH, NULL },
  { "GET", OK "Content-Length: 05, 5\r\n\r\nhello", "head 200|", "hello", "complete", "",
    RT_FRAMING_LENGTH, NULL },
  { "GET", OK "Content-Length: 5, 6\r\n\r\nhello", "head 200|", "hello", "complete",
    "length-conflict", RT_FRAMING_UNTIL_CLOSE, NULL },
  { "GET", OK "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello", "head 200|", "hello",
    "complete", "length-conflict", RT_FRAMING_UNTIL_CLOSE, NULL },
  { "GET", OK "Content-Length: -5\r\n\r\nhello", "head 200|", "hello", "complete",
    "length-invalid", RT_FRAMING_UNTIL_CLOSE, NULL },
  { "GET", OK "Content-Length: +5\r\n\r\nhello", "head 200|", "hello", "complete",
    "length-invalid", RT_FRAMING_UNTIL_CLOSE, NULL },
  { "GET", OK "Content-Length: 0x5\r\n\r\nhello", "head 200|", "hello", "complete",
    "length-invalid", RT_FRAMING_UNTIL_CLOSE, NULL },
  { "GET", OK "Content-Length: 5 6\r\n\r\nhello", "head 200|", "hello", "complete",
    "length-invalid", RT_FRAMING_UNTIL_CLOSE, NULL },
  { "GET", OK "Content-Length:\r\n\r\nhello", "head 200|", "hello", "complete",
    "length-invalid", RT_FRAMING_UNTIL_CLOSE, NULL },
  { "GET", OK "Content-Length: ,5\r\n\r\nhello", "head 200|", "hello", "complete",
    "length-invalid", RT_FRAMING_UNTIL_CLOSE, NULL },
  { "GET", OK "Content-Length: 9223372036854775808\r\n\r\nhello", "head 200|", "hello",
    "complete", "length-invalid", RT_FRAMING_UNTIL_CLOSE, NULL },
  { "GET", OK "Content-Length: 9223372036854775807\r\n\r\nhello", "head 200|", "hello", "cut",
    "content-short", RT_FRAMING_LENGTH, NULL },
  /* until the close */
  { "GET", OK "\r\nhello", "head 200|", "hello", "complete", "", RT_FRAMING_UNTIL_CLOSE, NULL },
  { "GET", OK "\r\n", "head 200|", "", "complete", "", RT_FRAMING_UNTIL_CLOSE, NULL },
  /* without content, whatever is announced */
  { "HEAD", OK "Content-Length: 5\r\n\r\n", "head 200|", "", "complete", "", RT_FRAMING_NONE,
    NULL },
  { "HEAD", OK "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "head 200|", "", "complete",
    "extra-bytes", RT_FRAMING_NONE, "0\r\n\r\n" },
  { "GET", "HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\nhello", "head 204|", "",
    "complete", "extra-bytes", RT_FRAMING_NONE, "hello" },
  { "GET", "HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n", "head 304|", "",
    "complete", "", RT_FRAMING_NONE, NULL },
  { "GET", "HTTP/1.1 205 Reset\r\nContent-Length: 2\r\n\r\nhe", "head 205|", "he", "complete",
    "", RT_FRAMING_LENGTH, NULL },
  /* another protocol follows */
  { "GET", "HTTP/1.1 101 Switching\r\nUpgrade: x\r\n\r\n\x81\x01z", "head 101|", "",
    "complete", "", RT_FRAMING_NONE, "\x81\x01z" },
  { "CONNECT", OK "Content-Length: 9\r\n\r\ntunnel", "head 200|", "", "complete", "",
    RT_FRAMING_NONE, "tunnel" },
  { "CONNECT", "HTTP/1.1 407 No\r\nContent-Length: 2\r\n\r\nno", "head 407|", "no", "complete",
    "", RT_FRAMING_LENGTH, NULL },
  /* interim responses */
  { "GET", "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early\r\nLink: x\r\n\r\n"
    OK "Content-Length: 2\r\n\r\nhe", "interim 100|interim 103|head 200|", "he", "complete", "",
    RT_FRAMING_LENGTH, NULL },
  { "GET", "HTTP/1.1 100 Continue\r\n\r\n", "interim 100|", "", "cut", "", RT_FRAMING_UNKNOWN,
    NULL },
  { "GET", "HTTP/1.1 100 Continue\r\nContent-Length: 2\r\n\r\n" OK "\r\n",
    "interim 100|head 200|", "", "complete", "", RT_FRAMING_UNTIL_CLOSE, NULL },
  /* chunked */
  { "GET", CHUNKED "5\r\nhello\r\n0\r\n\r\n", "head 200|", "hello", "complete", "",
    RT_FRAMING_CHUNKED, NULL },
  { "GET", CHUNKED "2 ;a=b;c\r\nhe\r\n00003;x\r\nllo\r\n0;last\r\n\r\n", "head 200|", "hello",
    "complete", "", RT_FRAMING_CHUNKED, NULL },
  { "GET", CHUNKED "A\r\n0123456789\r\na\n0123456789\n0\n\n", "head 200|",
    "01234567890123456789", "complete", "", RT_FRAMING_CHUNKED, NULL },
  { "GET", CHUNKED "2\r\nhe\r\n0\r\nA: 1\r\nb: 2\r\n\r\n", "head 200|trailers 2|", "he",
    "complete", "", RT_FRAMING_CHUNKED, NULL },
  { "GET", CHUNKED "0\r\n\r\nmore", "head 200|", "", "complete", "extra-bytes",
    RT_FRAMING_CHUNKED, "more" },
  { "GET", CHUNKED "0\r\nno colon\r\n\r\n", "head 200|trailers 1|", "", "complete",
    "field-malformed", RT_FRAMING_CHUNKED, NULL },
  { "GET", CHUNKED "2 junk\r\nhe\r\n0\r\n\r\n", "head 200|", "he", "complete",
    "chunk-malformed", RT_FRAMING_CHUNKED, NULL },
  { "GET", CHUNKED "zz\r\nhello\r\n0\r\n\r\n", "head 200|", "zz\r\nhello\r\n0\r\n\r\n", "cut",
    "chunk-malformed", RT_FRAMING_CHUNKED, NULL },
  { "GET", CHUNKED "-5\r\nhello", "head 200|", "-5\r\nhello", "cut", "chunk-malformed",
    RT_FRAMING_CHUNKED, NULL },
  { "GET", CHUNKED "\r\nhello", "head 200|", "\r\nhello", "cut", "chunk-malformed",
    RT_FRAMING_CHUNKED, NULL },
  { "GET", CHUNKED "ffffffffffffffff\r\nhello", "head 200|", "ffffffffffffffff\r\nhello", "cut",
    "chunk-malformed", RT_FRAMING_CHUNKED, NULL },
  { "GET", CHUNKED "00000000000000005\r\nhello", "head 200|", "00000000000000005\r\nhello",
    "cut", "chunk-malformed", RT_FRAMING_CHUNKED, NULL },
  { "GET", CHUNKED "2\r\nhello\r\n0\r\n\r\n", "head 200|", "hello\r\n0\r\n\r\n", "cut",
    "chunk-malformed", RT_FRAMING_CHUNKED, NULL },
  { "GET", CHUNKED "2\r\nhe\rllo", "head 200|", "he\rllo", "cut", "chunk-malformed",
    RT_FRAMING_CHUNKED, NULL },
  { "GET", CHUNKED "<html>", "head 200|", "<html>", "cut", "chunk-malformed",
    RT_FRAMING_CHUNKED, NULL },
  { "GET", CHUNKED "", "head 200|", "", "cut", "last-chunk-missing", RT_FRAMING_CHUNKED, NULL },
  { "GET", CHUNKED "5\r\nhello\r\n", "head 200|", "hello", "cut", "last-chunk-missing",
    RT_FRAMING_CHUNKED, NULL },
  { "GET", CHUNKED "5\r\nhello", "head 200|", "hello", "cut", "last-chunk-missing",
    RT_FRAMING_CHUNKED, NULL },
  { "GET", CHUNKED "5\r\nhel", "head 200|", "hel", "cut", "last-chunk-missing",
    RT_FRAMING_CHUNKED, NULL },
  { "GET", CHUNKED "2\r\nhe\r\n5", "head 200|", "he", "cut", "last-chunk-missing",
    RT_FRAMING_CHUNKED, NULL },
  { "GET", CHUNKED "0\r\n", "head 200|", "", "cut", "trailers-cut", RT_FRAMING_CHUNKED, NULL },
  { "GET", CHUNKED "0\r\nA: 1\r\nB", "head 200|trailers 2|", "", "cut",
    "trailers-cut", RT_FRAMING_CHUNKED, NULL },
  /* transfer codings */
  { "GET", OK "Transfer-Encoding: gzip, chunked\r\n\r\n2\r\nhe\r\n0\r\n\r\n", "head 200|", "he",
    "complete", "transfer-coding-unknown", RT_FRAMING_CHUNKED, NULL },
  { "GET", OK "Transfer-Encoding: gzip\r\nTransfer-Encoding: Chunked\r\n\r\n0\r\n\r\n",
    "head 200|", "", "complete", "transfer-coding-unknown", RT_FRAMING_CHUNKED, NULL },
  { "GET", OK "Transfer-Encoding: chunked, gzip\r\n\r\n0\r\n\r\n", "head 200|", "0\r\n\r\n",
    "complete", "transfer-coding-unknown", RT_FRAMING_UNTIL_CLOSE, NULL },
  { "GET", OK "Transfer-Encoding: identity\r\nContent-Length: 2\r\n\r\nhe", "head 200|", "he",
    "complete", "", RT_FRAMING_LENGTH, NULL },
  { "GET", OK "Transfer-Encoding: chunked;q=1\r\n\r\n0\r\n\r\n", "head 200|", "", "complete", "",
    RT_FRAMING_CHUNKED, NULL },
  { "GET", OK "Content-Length: 9\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "head 200|", "",
    "complete", "length-and-chunked", RT_FRAMING_CHUNKED, NULL },
  { "GET", OK "Content-Length: x\r\nTransfer-Encoding: y\r\n\r\nhi", "head 200|", "hi",
    "complete", "length-and-chunked,length-invalid,transfer-coding-unknown",
    RT_FRAMING_UNTIL_CLOSE, NULL },
  /* odd heads */
  { "GET", OK "A: b\r\nContent-Le", "head 200|", "", "cut", "head-cut", RT_FRAMING_UNKNOWN,
    NULL },
  { "GET", "\r\n\nHTTP/1.1 200 OK\nContent-Length: 2\n\nhe", "head 200|", "he", "complete", "",
    RT_FRAMING_LENGTH, NULL },
  { "GET", "ICY 200 OK\r\n\r\nmusic", "head 200|", "music", "complete", "start-line-malformed",
    RT_FRAMING_UNTIL_CLOSE, NULL },
  { "GET", "HTTP/1.1 BLAH\r\n\r\nx", "head -1|", "x", "complete", "start-line-malformed",
    RT_FRAMING_UNTIL_CLOSE, NULL },
  { "GET", "HTTP/1.1 999 Denied\r\n\r\nx", "head 999|", "x", "complete", "",
    RT_FRAMING_UNTIL_CLOSE, NULL },
  { "GET", OK "A: b\r\nno colon\r\n\r\n", "head 200|", "", "complete", "field-malformed",
    RT_FRAMING_UNTIL_CLOSE, NULL },
  { "GET", OK "Content-Length : 2\r\n\r\nhe", "head 200|", "he", "complete", "field-malformed",
    RT_FRAMING_LENGTH, NULL },
  { "GET", OK " Content-Length: 2\r\n\r\nhe", "head 200|", "he", "complete", "field-malformed",
    RT_FRAMING_UNTIL_CLOSE, NULL },
  { "GET", OK "Content-Length:\r\n 2\r\n\r\nhe", "head 200|", "he", "complete", "",
    RT_FRAMING_LENGTH, NULL },
  /* heads that end early */
  { "GET", "", "", "", "cut", "", RT_FRAMING_UNKNOWN, NULL },
  { "GET", "\r\n\r\n", "", "", "cut", "head-cut", RT_FRAMING_UNKNOWN, NULL },
  { "GET", "HT", "", "", "cut", "head-cut", RT_FRAMING_UNKNOWN, NULL },
  { "GET", "HTTP/1.1 200 O", "", "", "cut", "head-cut", RT_FRAMING_UNKNOWN, NULL },
  { "GET", OK, "head 200|", "", "cut", "head-cut", RT_FRAMING_UNKNOWN, NULL },
  { "GET", "HTTP/1.1 100 Continue\r\nA: b\r\n", "interim 100|", "", "cut", "head-cut",
    RT_FRAMING_UNKNOWN, NULL },
  /* no response at all */
  { "GET", "<html>hello\n\n</html>", "", "", "cut", "start-line-malformed", RT_FRAMING_UNKNOWN,
    NULL },
  { "GET", "SSH-2.0-x\r\n\r\n", "", "", "cut", "start-line-malformed", RT_FRAMING_UNKNOWN,
    NULL },
  { "GET", "HTML", "", "", "cut", "start-line-malformed", RT_FRAMING_UNKNOWN, NULL },
};

static void
check_case (const Case        *expected,
            const ResponseLog *log)
{
  g_autofree char *faults = response_log_faults (log);

  g_test_message ("case %" G_GSIZE_FORMAT, (gsize) (expected - cases));
  g_assert_cmpstr (log->heads->str, ==, expected->heads);
  g_assert_cmpmem (log->content->data, log->content->len, expected->content,
                   strlen (expected->content));
  g_assert_cmpstr (log->end->str, ==, expected->end);
  g_assert_cmpstr (faults, ==, expected->faults);
  g_assert_cmpint (log->framing, ==, expected->framing);
  g_assert_no_error (log->error);
  g_assert_cmpint (log->extra != NULL, ==, expected->extra != NULL);
  if (log->extra != NULL)
    g_assert_cmpmem (g_bytes_get_data (log->extra, NULL), g_bytes_get_size (log->extra),
                     expected->extra, strlen (expected->extra));
  /* the bytes of a head that did not end; nothing when none began */
  if (expected->framing != RT_FRAMING_UNKNOWN || *expected->faults == '\0')
    g_assert_null (log->partial);
  else
    g_assert_nonnull (log->partial);
}

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize length = strlen (cases[i].text);
      g_autoptr (ResponseLog) whole = response_log_run (cases[i].method, cases[i].text, length,
                                                        FEED_WHOLE, NULL);
      g_autoptr (ResponseLog) bytes = response_log_run (cases[i].method, cases[i].text, length,
                                                        FEED_BYTES, NULL);

      check_case (&cases[i], whole);
      response_log_assert_same (whole, bytes);
      for (int j = 0; j < 5; j++)
        {
          g_autoptr (ResponseLog) random = response_log_run (cases[i].method, cases[i].text,
                                                             length, FEED_RANDOM, NULL);

          response_log_assert_same (whole, random);
        }
    }
}

static void
test_evidence (void)
{
  const struct
  {
    const char *text;
    const char *evidence;
  } rows[] = {
    { OK "Content-Length: 1000\r\n\r\nhello", "1000 bytes announced, 5 received" },
    { OK "Content-Length: 5, 6\r\n\r\n", "Content-Length says several values: “5, 6”" },
    { CHUNKED "2\r\nhe\r\nzz;\r\nx",
      "At offset 7 stands “zz;” where a chunk size is expected" },
    { CHUNKED "2\r\nhello",
      "At offset 5 stands “l” where the line end after a chunk of 2 bytes is expected" },
    { CHUNKED "64\r\nhello",
      "The response ended inside a chunk: 100 bytes announced, 5 received" },
    { OK "a b: c\r\nd\002: e\r\nf: g\r\n\r\n", "2 field lines are malformed, the first: “a b: c”" },
    { OK "Set-Cookie: sid=\001secret; Path=/\r\n\r\n",
      "1 field line is malformed: “Set-Cookie: sid=***; Path=/”" },
    { OK "Authorization Bearer secret\r\n\r\n", "1 field line is malformed: “Authorization***”" },
    { "HTTP/1.1 BLAH\r\n\r\n", "The status line is “HTTP/1.1 BLAH”" },
    { "\001\377garbage", "No status line; the bytes begin with “\\x01\\xFFgarbage”" },
    { OK "A:", "The response ended after 19 bytes of its head" },
    { OK "Content-Length: 1\r\n\r\n123", "2 bytes came after the end, beginning with “23”" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ResponseLog) log = response_log_run ("GET", rows[i].text,
                                                      strlen (rows[i].text), FEED_WHOLE, NULL);

      g_assert_cmpuint (log->evidence->len, ==, 1);
      g_assert_cmpstr (g_ptr_array_index (log->evidence, 0), ==, rows[i].evidence);
    }
}

static void
test_nul (void)
{
  const char text[] = "HTTP/1.1 200 O\0K\r\nA: \0\r\n\r\n";
  g_autoptr (ResponseLog) log = response_log_run ("GET", text, sizeof text - 1, FEED_BYTES, NULL);

  g_assert_true (response_log_has (log, "nul-in-head"));
  g_assert_true (response_log_has (log, "start-line-malformed"));
  g_assert_cmpmem (log->head_bytes->data, log->head_bytes->len, text, sizeof text - 1);
}

/* Sizes, extensions and trailers count as bytes on the wire. */
static void
test_wire_count (void)
{
  const char *framed = "2;x=y\r\nhe\r\n0\r\nA: b\r\n\r\n";
  g_autofree char *text = g_strconcat (CHUNKED, framed, "extra", NULL);
  g_autoptr (ResponseLog) log = response_log_run ("GET", text, strlen (text), FEED_RANDOM, NULL);

  g_assert_cmpuint (log->content->len, ==, 2);
  g_assert_cmpuint (log->wire, ==, strlen (framed));
  g_assert_cmpint (log->length, ==, -1);
}

static void
test_head_limit (void)
{
  const FeedOptions options = { .max_head = 64, .max_interim = 3 };
  const struct
  {
    const char *start;
    const char *heads;
  } rows[] = {
    { OK "X: ", "head 200|" },
    { "\r\n", "" },
    { "garbage", "" },
    { "HTTP/1.1 200 ", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (int mode = 0; mode < FEED_N; mode++)
      {
        g_autofree char *fill = g_strnfill (200, i == 1 ? '\n' : 'x');
        g_autofree char *text = g_strconcat (rows[i].start, fill, NULL);
        g_autoptr (ResponseLog) log = response_log_run ("GET", text, strlen (text), mode,
                                                        &options);

        g_assert_error (log->error, RT_WIRE_ERROR, RT_WIRE_ERROR_HEAD_TOO_LARGE);
        g_assert_cmpstr (log->heads->str, ==, rows[i].heads);
        g_assert_cmpstr (log->end->str, ==, "cut");
        g_assert_cmpuint (g_bytes_get_size (log->partial), ==, 64);
        g_assert_false (response_log_has (log, "head-cut"));
      }
}

/* A head of exactly the limit passes, and so do longer contents. */
static void
test_head_at_limit (void)
{
  const char *text = OK "\r\nhello";
  const FeedOptions options = { .max_head = strlen (OK) + 2, .max_interim = 1 };
  g_autoptr (ResponseLog) log = response_log_run ("GET", text, strlen (text), FEED_WHOLE,
                                                  &options);

  g_assert_no_error (log->error);
  g_assert_cmpstr (log->heads->str, ==, "head 200|");
}

static void
test_trailer_limit (void)
{
  const FeedOptions options = { .max_head = 64, .max_interim = 1 };
  g_autofree char *fill = g_strnfill (100, 'x');
  g_autofree char *text = g_strconcat (CHUNKED, "0\r\nA: ", fill, NULL);
  g_autoptr (ResponseLog) log = response_log_run ("GET", text, strlen (text), FEED_WHOLE,
                                                  &options);

  g_assert_error (log->error, RT_WIRE_ERROR, RT_WIRE_ERROR_HEAD_TOO_LARGE);
  g_assert_cmpstr (log->heads->str, ==, "head 200|trailers 1|");
}

static void
test_interim_limit (void)
{
  const FeedOptions options = { .max_head = 1000, .max_interim = 2 };
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < 5; i++)
    g_string_append (text, "HTTP/1.1 100 Continue\r\n\r\n");
  for (int mode = 0; mode < FEED_N; mode++)
    {
      g_autoptr (ResponseLog) log = response_log_run ("GET", text->str, text->len, mode,
                                                      &options);

      g_assert_error (log->error, RT_WIRE_ERROR, RT_WIRE_ERROR_TOO_MANY_INTERIM);
      g_assert_true (g_str_has_prefix (log->heads->str, "interim 100|interim 100|"));
      g_assert_cmpstr (log->end->str, ==, "cut");
    }
}

/* When we stop, the server is not blamed for what is missing. */
static void
test_abort (void)
{
  const FeedOptions options = { .is_aborted = TRUE };
  const char *const texts[] = { "HT", OK "A: b\r\n", OK "Content-Length: 5\r\n\r\nhe",
                                CHUNKED "5\r\nhe", CHUNKED "0\r\n", OK "\r\nhello" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (ResponseLog) log = response_log_run ("GET", texts[i], strlen (texts[i]),
                                                      FEED_WHOLE, &options);

      g_assert_cmpuint (log->faults->len, ==, 0);
      g_assert_cmpstr (log->end->str, ==, "cut");
    }
}

/* The end is told when it is reached, not at the close. */
static void
test_end_without_close (void)
{
  const FeedOptions options = { .stays_open = TRUE };
  const char *const texts[] = { OK "Content-Length: 2\r\n\r\nhe", CHUNKED "0\r\n\r\n",
                                OK "Content-Length: 0\r\n\r\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (ResponseLog) log = response_log_run ("GET", texts[i], strlen (texts[i]),
                                                      FEED_BYTES, &options);

      g_assert_cmpstr (log->end->str, ==, "complete");
    }
}

/* 4 KiB of what comes after the end are kept, all of it is counted. */
static void
test_extra (void)
{
  g_autofree char *fill = g_strnfill (10000, 'x');
  g_autofree char *text = g_strconcat (OK "Content-Length: 0\r\n\r\n", fill, NULL);

  for (int mode = 0; mode < FEED_N; mode++)
    {
      g_autoptr (ResponseLog) log = response_log_run ("GET", text, strlen (text), mode, NULL);

      g_assert_cmpuint (g_bytes_get_size (log->extra), ==, 4096);
      g_assert_cmpstr (log->end->str, ==, "complete");
    }
}

/* Members of a sink may be missing; nothing leaks or breaks. */
static void
test_empty_sink (void)
{
  static const RtResponseSink sink = { NULL, };
  const char *text = "HTTP/1.1 100 C\r\n\r\nHTTP/1.1  200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                     "2\r\nhe\r\n0\r\nA: b\r\n\r\nextra";
  g_autoptr (RtResponseReader) reader = rt_response_reader_new ("GET", &sink, NULL);

  g_assert_true (rt_response_reader_feed (reader, (const guint8 *) text, strlen (text), 1, NULL));
  g_assert_cmpint (rt_response_reader_get_state (reader), ==, RT_RESPONSE_COMPLETE);
  rt_response_reader_close (reader, 2);
}

static void
test_states (void)
{
  static const RtResponseSink sink = { NULL, };
  const struct
  {
    const char     *more;
    RtResponseState state;
  } steps[] = {
    { "", RT_RESPONSE_AWAITING_HEAD },
    { "H", RT_RESPONSE_IN_HEAD },
    { "TTP/1.1 100 C\r\n\r\n", RT_RESPONSE_AWAITING_HEAD },
    { OK "Transfer-", RT_RESPONSE_IN_HEAD },
    { "Encoding: chunked\r\n\r\n", RT_RESPONSE_IN_CONTENT },
    { "1\r\nx\r\n0\r\n", RT_RESPONSE_IN_TRAILERS },
    { "\r\n", RT_RESPONSE_COMPLETE },
  };
  g_autoptr (RtResponseReader) reader = rt_response_reader_new ("GET", &sink, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      rt_response_reader_feed (reader, (const guint8 *) steps[i].more, strlen (steps[i].more), 0,
                               NULL);
      g_assert_cmpint (rt_response_reader_get_state (reader), ==, steps[i].state);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/response-reader/cases", test_cases);
  g_test_add_func ("/response-reader/evidence", test_evidence);
  g_test_add_func ("/response-reader/nul", test_nul);
  g_test_add_func ("/response-reader/wire-count", test_wire_count);
  g_test_add_func ("/response-reader/head-limit", test_head_limit);
  g_test_add_func ("/response-reader/head-at-limit", test_head_at_limit);
  g_test_add_func ("/response-reader/trailer-limit", test_trailer_limit);
  g_test_add_func ("/response-reader/interim-limit", test_interim_limit);
  g_test_add_func ("/response-reader/abort", test_abort);
  g_test_add_func ("/response-reader/end-without-close", test_end_without_close);
  g_test_add_func ("/response-reader/extra", test_extra);
  g_test_add_func ("/response-reader/empty-sink", test_empty_sink);
  g_test_add_func ("/response-reader/states", test_states);

  return g_test_run ();
}
