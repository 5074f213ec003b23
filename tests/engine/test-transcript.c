/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of transcript.c: what curl prints becomes a trail again. */

#include "transcript.h"

#include <string.h>

static RtTrail *
parse (const char  *text,
       const char  *method,
       const char  *url,
       GError     **error)
{
  gsize length = strlen (text);
  /* Exactly as long as it is, so that reading on is seen. */
  g_autoptr(GBytes) bytes = g_bytes_new_take (g_memdup2 (text, length), length);

  return rt_transcript_parse (bytes, method, url, error);
}

static char *
dup_content (RtTrail *trail)
{
  g_autoptr(GBytes) bytes = rt_body_dup_bytes (rt_exchange_get_body (rt_trail_get_last (trail)));

  return g_bytes_get_size (bytes) > 0
           ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : g_strdup ("");
}

/* "302 200": the statuses, interim ones in brackets before them. */
static char *
dup_statuses (RtTrail *trail)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < rt_trail_get_n_exchanges (trail); i++)
    {
      RtExchange *exchange = rt_trail_get_exchange (trail, i);
      g_autoptr(GPtrArray) interim = rt_exchange_dup_interim_heads (exchange);

      for (guint k = 0; k < interim->len; k++)
        g_string_append_printf (text, "(%d) ", rt_head_get_status (interim->pdata[k]));
      g_string_append_printf (text, "%d ", rt_exchange_get_status (exchange));
    }

  return g_strdup (g_strchomp (text->str));
}

static void
test_rows (void)
{
  static const struct
  {
    const char *text;
    const char *statuses;
    const char *content;
  } rows[] = {
    { "HTTP/1.1 200 OK\r\nA: b\r\n\r\nhello", "200", "hello" },
    { "HTTP/1.1 200 OK\nA: b\n\nhello", "200", "hello" },
    { "\r\n\r\nHTTP/1.0 404 No", "404", "" },
    { "HTTP/2 204 \r\na: b\r\n\r\n", "204", "" },
    { "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Hints\r\n\r\nHTTP/1.1 201 Created\r\n\r\nx",
      "(100) (103) 201", "x" },
    { "HTTP/1.1 302 F\r\nLocation: /b\r\n\r\nHTTP/1.1 200 OK\r\n\r\nbody", "302 200", "body" },
    { "HTTP/1.1 200 Connection established\r\n\r\nHTTP/1.1 200 OK\r\n\r\nx", "200 200", "x" },
    { "HTTP/1.1 401 U\r\n\r\nHTTP/1.1 200 OK\r\n\r\nx", "401 200", "x" },
    { "HTTP/1.1 404 No\r\n\r\nHTTP/1.1 is a protocol", "404", "HTTP/1.1 is a protocol" },
    { "HTTP/1.1 100 Continue\r\n\r\n", "100", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(RtTrail) trail = parse (rows[i].text, NULL, NULL, &error);
      g_autofree char *statuses = NULL;
      g_autofree char *content = NULL;

      g_assert_no_error (error);
      statuses = dup_statuses (trail);
      content = dup_content (trail);
      g_assert_cmpstr (statuses, ==, rows[i].statuses);
      g_assert_cmpstr (content, ==, rows[i].content);
      g_assert_false (rt_trail_is_running (trail));
    }
}

static void
test_urls (void)
{
  g_autoptr(RtTrail) trail =
    parse ("HTTP/1.1 301 M\r\nLocation: /b?c\r\n\r\nHTTP/1.1 200 OK\r\n\r\n", "HEAD",
           "http://e.example/a", NULL);
  g_autofree char *first = rt_exchange_dup_url (rt_trail_get_exchange (trail, 0));
  g_autofree char *second = rt_exchange_dup_url (rt_trail_get_exchange (trail, 1));
  g_autofree char *method = rt_exchange_dup_method (rt_trail_get_last (trail));

  g_assert_cmpstr (first, ==, "http://e.example/a");
  g_assert_cmpstr (second, ==, "http://e.example/b?c");
  g_assert_cmpstr (method, ==, "HEAD");
}

static void
test_verbose (void)
{
  g_autoptr(RtTrail) trail =
    parse ("*   Trying 127.0.0.1:80...\n"
           "> POST /a HTTP/1.1\r\n> Host: e.example\r\n> \r\n* upload done\n"
           "< HTTP/1.1 405 No\r\n< Allow: GET\r\n< \r\n{ [3 bytes data]\nabc\n* Closing\n",
           NULL, NULL, NULL);
  RtExchange *exchange = rt_trail_get_last (trail);
  g_autofree char *method = rt_exchange_dup_method (exchange);
  g_autofree char *url = rt_exchange_dup_url (exchange);
  g_autofree char *content = dup_content (trail);
  g_autoptr(RtHead) request = rt_exchange_dup_request_head (exchange);
  g_autoptr(RtHead) response = rt_exchange_dup_response_head (exchange);

  g_assert_cmpuint (rt_trail_get_n_exchanges (trail), ==, 1);
  g_assert_cmpstr (method, ==, "POST");
  g_assert_cmpstr (url, ==, "http://e.example/a");
  g_assert_cmpstr (content, ==, "abc\n");
  g_assert_cmpuint (rt_head_get_n_fields (request), ==, 1);
  g_assert_cmpint (rt_head_find_field (response, "Allow", 0), ==, 0);
}

/* "length-conflict …": of all exchanges. */
static char *
dup_faults (RtTrail *trail)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < rt_trail_get_n_exchanges (trail); i++)
    {
      g_autoptr(GPtrArray) faults = rt_exchange_dup_faults (rt_trail_get_exchange (trail, i));

      for (guint k = 0; k < faults->len; k++)
        g_string_append_printf (text, "%s ",
                                rt_fault_kind_to_id (((RtFault *) faults->pdata[k])->kind));
    }

  return g_strdup (g_strchomp (text->str));
}

#define OK "HTTP/1.1 200 OK\r\n"
#define LENGTH "Content-Length: "

static void
test_faults (void)
{
  static const struct
  {
    const char *text;
    const char *method;
    const char *faults;
  } rows[] = {
    { OK LENGTH "3\r\n\r\nabc", NULL, "" },
    { OK LENGTH "3, 3\r\n\r\nabc", NULL, "" },
    { OK LENGTH "2\r\n" LENGTH "3\r\n\r\nabc", NULL, "length-conflict" },
    { OK LENGTH "2, 3\r\n\r\n", NULL, "length-conflict" },
    { OK LENGTH "-3\r\n\r\nabc", NULL, "length-invalid" },
    { OK LENGTH "3\r\nTransfer-Encoding: chunked\r\n\r\nabc", NULL, "length-and-chunked" },
    { OK "Transfer-Encoding: chunked\r\n\r\nabc", NULL, "" },
    { OK "Transfer-Encoding: chunked, gzip\r\n\r\n", NULL, "transfer-coding-unknown" },
    { OK LENGTH "20\r\n\r\nabc", NULL, "content-short" },
    { "HTTP/2 200 \r\n" LENGTH "20\r\n\r\nabc", NULL, "content-short" },
    /* A head alone, one that answers HEAD, decoded content. */
    { OK LENGTH "20\r\n\r\n", NULL, "" },
    { OK LENGTH "20\r\n\r\nabc", "HEAD", "" },
    { "HTTP/1.1 304 N\r\n" LENGTH "20\r\n\r\nabc", NULL, "" },
    { OK LENGTH "20\r\nContent-Encoding: gzip\r\n\r\nabc", NULL, "" },
    /* curl -L shows the content of the last one only. */
    { "HTTP/1.1 302 F\r\n" LENGTH "20\r\n\r\n" OK "\r\nabc", NULL, "" },
    { "HTTP/1.1 302 F\r\n" LENGTH "2, 3\r\n\r\n" OK LENGTH "4\r\n\r\nabc", NULL,
      "length-conflict content-short" },
    { OK "A b: c\r\n\r\n", NULL, "field-malformed" },
    { "< " OK "< " LENGTH "20\r\n< \r\n<p>\n* end\n", NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(RtTrail) trail = parse (rows[i].text, rows[i].method, NULL, NULL);
      g_autofree char *faults = dup_faults (trail);

      g_test_message ("%s", rows[i].text);
      g_assert_cmpstr (faults, ==, rows[i].faults);
    }
}

/* A line of content that begins with "<" is no line of a head. */
static void
test_verbose_markup (void)
{
  g_autoptr(RtTrail) trail = parse ("< HTTP/1.1 200 OK\n<\n<p>\n</p>\n", NULL, NULL, NULL);
  g_autofree char *content = dup_content (trail);

  g_assert_cmpstr (content, ==, "<p>\n</p>\n");
}

static void
test_nothing (void)
{
  static const char *const texts[] = { "", "\n\n", "<html>", "HTTP", "{\"a\": 1}" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (parse (texts[i], NULL, NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/transcript/rows", test_rows);
  g_test_add_func ("/transcript/urls", test_urls);
  g_test_add_func ("/transcript/verbose", test_verbose);
  g_test_add_func ("/transcript/verbose-markup", test_verbose_markup);
  g_test_add_func ("/transcript/faults", test_faults);
  g_test_add_func ("/transcript/nothing", test_nothing);

  return g_test_run ();
}
