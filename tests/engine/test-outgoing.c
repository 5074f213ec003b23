/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/engine/outgoing.c. What it adds and refuses by way of
 * RtRequest stands in test-request.c.
 */

#include "config.h"

#include "outgoing.h"

#include <string.h>

#include "failure.h"

#define AGENT "User-Agent: Roundtrip/" RT_VERSION "\r\n"
#define CODINGS "Accept-Encoding: gzip, deflate, br, zstd\r\n"

static RtOutgoing *
make_ready (RtRequest *request)
{
  g_autoptr(GError) error = NULL;
  RtOutgoing *outgoing = rt_outgoing_new (request, &error);

  g_assert_no_error (error);

  return outgoing;
}

static void
check_head (const RtOutgoing *outgoing,
            gboolean          absolute_form,
            const char       *expected)
{
  g_autoptr(GBytes) head = rt_outgoing_compose_head (outgoing, absolute_form);

  g_assert_cmpmem (g_bytes_get_data (head, NULL), g_bytes_get_size (head), expected,
                   strlen (expected));
}

static void
test_plain (void)
{
  g_autoptr(RtRequest) request = rt_request_new ();
  g_autoptr(RtOutgoing) outgoing = NULL;

  rt_request_set_url (request, "http://@a.example:81/b c?d#e");
  outgoing = make_ready (request);
  check_head (outgoing, FALSE,
              "GET /b%20c?d HTTP/1.1\r\nHost: a.example:81\r\n" AGENT CODINGS "\r\n");
  check_head (outgoing, TRUE,
              "GET http://a.example:81/b%20c?d HTTP/1.1\r\nHost: a.example:81\r\n"
              AGENT CODINGS "\r\n");
  g_assert_null (outgoing->content);
}

/* Order, spelling, repeats, folds, odd spaces and bytes: as typed. */
static void
test_as_typed (void)
{
  g_autoptr(RtRequest) request = rt_request_new ();
  g_autoptr(RtPair) off = rt_pair_new ("Off", "1");
  g_autoptr(RtPair) blank = rt_pair_new ("", "");
  g_autoptr(RtOutgoing) outgoing = NULL;
  g_autoptr(RtOutgoing) copy = NULL;

  rt_request_set_url (request, "http://[::1]/");
  rt_request_set_method (request, "m-SEARCH");
  rt_request_add_field (request, "zEBRA", "1");
  rt_request_add_field (request, "A", "  two  ");
  rt_pair_set_enabled (off, FALSE);
  g_list_store_append (rt_request_get_fields (request), off);
  g_list_store_append (rt_request_get_fields (request), blank);
  rt_request_add_field (request, "Zebra", "2");
  rt_request_add_field (request, "Empty", "");
  rt_request_add_field (request, "Fold", "a\r\n b\r\n\tc");
  rt_request_add_field (request, "Raw", "\303\251\001\177");
  rt_request_add_field (request, "accept-ENCODING", "identity");
  outgoing = make_ready (request);
  copy = rt_outgoing_copy (outgoing);
  check_head (copy, FALSE,
              "m-SEARCH / HTTP/1.1\r\nHost: [::1]\r\nzEBRA: 1\r\nA:   two  \r\nZebra: 2\r\n"
              "Empty:\r\nFold: a\r\n b\r\n\tc\r\nRaw: \303\251\001\177\r\n"
              "accept-ENCODING: identity\r\n" AGENT "\r\n");
}

static void
test_content_fields (void)
{
  g_autoptr(RtRequest) request = rt_request_new ();
  g_autoptr(RtOutgoing) outgoing = NULL;

  g_object_set (request, "url", "http://a", "method", "POST", "content-kind", RT_CONTENT_TEXT,
                "media-type", "text/plain; charset=utf-8", "text", "\303\251\n", NULL);
  rt_request_add_field (request, "host", "other");
  outgoing = make_ready (request);
  check_head (outgoing, FALSE,
              "POST / HTTP/1.1\r\nhost: other\r\n" AGENT CODINGS
              "Content-Type: text/plain; charset=utf-8\r\nContent-Length: 3\r\n\r\n");
  g_assert_cmpuint (rt_content_get_length (outgoing->content), ==, 3);
  g_assert_false (rt_outgoing_misframes (outgoing));
}

/* No byte of a method or a name may be other than a token's. */
static void
test_tokens (void)
{
  for (guint c = 1; c < 0x100; c++)
    {
      char text[] = { 'a', c, 'b', '\0' };
      gboolean allowed = g_ascii_isalnum (c) || (c < 0x80 && strchr ("!#$%&'*+-.^_`|~", c) != NULL);
      g_autoptr(RtRequest) method = rt_request_new ();
      g_autoptr(RtRequest) name = rt_request_new ();
      g_autoptr(RtOutgoing) with_method = NULL;
      g_autoptr(RtOutgoing) with_name = NULL;
      g_autoptr(GError) error = NULL;

      g_object_set (method, "url", "http://a", "method", text, NULL);
      with_method = rt_outgoing_new (method, NULL);
      g_assert_cmpint (with_method != NULL, ==, allowed);
      rt_request_set_url (name, "http://a");
      rt_request_add_field (name, text, "v");
      with_name = rt_outgoing_new (name, &error);
      g_assert_cmpint (with_name != NULL, ==, allowed);
      g_assert_true (error == NULL || g_utf8_validate (error->message, -1, NULL));
    }
}

static void
test_find_and_remove (void)
{
  g_autoptr(RtRequest) request = rt_request_new ();
  g_autoptr(RtOutgoing) outgoing = NULL;

  rt_request_set_url (request, "http://a");
  rt_request_add_field (request, "X", "1");
  rt_request_add_field (request, "Y", "2");
  rt_request_add_field (request, "x", "3");
  outgoing = make_ready (request);
  g_assert_cmpstr (rt_outgoing_find_field (outgoing, "x")->value, ==, "1");
  g_assert_null (rt_outgoing_find_field (outgoing, "x")->reason);
  g_assert_nonnull (rt_outgoing_find_field (outgoing, "host")->reason);
  g_assert_true (rt_outgoing_remove_field (outgoing, "X"));
  g_assert_false (rt_outgoing_remove_field (outgoing, "X"));
  g_assert_null (rt_outgoing_find_field (outgoing, "x"));
  check_head (outgoing, FALSE, "GET / HTTP/1.1\r\nHost: a\r\nY: 2\r\n" AGENT CODINGS "\r\n");
}

static void
test_misframes (void)
{
  static const struct
  {
    const char *text; /* NULL: no content */
    const char *fields[5];
    gboolean    misframes, chunked;
  } cases[] = {
    { NULL, { NULL }, FALSE, FALSE },
    { "", { NULL }, FALSE, FALSE },
    { "abc", { NULL }, FALSE, FALSE },
    { "abc", { "Content-Length", "3" }, FALSE, FALSE },
    { "abc", { "content-length", "4" }, TRUE, FALSE },
    { "abc", { "Content-Length", "2" }, TRUE, FALSE },
    { "abc", { "Content-Length", "3", "Content-Length", "3" }, TRUE, FALSE },
    { "abc", { "Content-Length", "+3" }, TRUE, FALSE },
    { NULL, { "Content-Length", "5" }, TRUE, FALSE },
    { NULL, { "Content-Length", "0" }, FALSE, FALSE },
    { "abc", { "Transfer-Encoding", "chunked" }, FALSE, TRUE },
    { "abc", { "transfer-encoding", "CHUNKED " }, FALSE, TRUE },
    { "abc", { "Transfer-Encoding", "gzip, chunked" }, FALSE, TRUE },
    { "abc", { "Transfer-Encoding", "gzip" }, TRUE, FALSE },
    { "abc", { "Transfer-Encoding", "chunked, gzip" }, TRUE, FALSE },
    { "abc", { "Transfer-Encoding", "xchunked" }, TRUE, FALSE },
    { "abc", { "Transfer-Encoding", "chunked", "Content-Length", "3" }, TRUE, TRUE },
    { "abc", { "Transfer-Encoding", "chunked", "Transfer-Encoding", "chunked" }, TRUE, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(RtRequest) request = rt_request_new ();
      g_autoptr(RtOutgoing) outgoing = NULL;

      rt_request_set_url (request, "http://a");
      if (cases[i].text != NULL)
        g_object_set (request, "content-kind", RT_CONTENT_TEXT, "text", cases[i].text, NULL);
      for (guint j = 0; cases[i].fields[j] != NULL; j += 2)
        rt_request_add_field (request, cases[i].fields[j], cases[i].fields[j + 1]);
      outgoing = make_ready (request);
      g_test_message ("%" G_GSIZE_FORMAT, i);
      g_assert_cmpint (rt_outgoing_misframes (outgoing), ==, cases[i].misframes);
      g_assert_cmpint (rt_outgoing_is_chunked (outgoing), ==, cases[i].chunked);
    }
}

/* Content whose length was left out on purpose has no end. */
static void
test_length_removed (void)
{
  g_autoptr(RtRequest) request = rt_request_new ();
  g_autoptr(RtOutgoing) outgoing = NULL;

  g_object_set (request, "url", "http://a", "content-kind", RT_CONTENT_TEXT, "text", "abc", NULL);
  rt_request_set_automatic_removed (request, "Content-Length", TRUE);
  outgoing = make_ready (request);
  g_assert_true (rt_outgoing_misframes (outgoing));
}

static void
test_content_trouble (void)
{
  g_autoptr(RtRequest) request = rt_request_new ();
  g_autoptr(GError) error = NULL;

  g_object_set (request, "url", "http://a", "content-kind", RT_CONTENT_FILE,
                "content-file", "/nonexistent/file", NULL);
  g_assert_null (rt_outgoing_new (request, &error));
  g_assert_error (error, RT_ENGINE_ERROR, RT_ENGINE_ERROR_CONTENT);
  g_assert_nonnull (strstr (error->message, "/nonexistent/file"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/outgoing/plain", test_plain);
  g_test_add_func ("/outgoing/as-typed", test_as_typed);
  g_test_add_func ("/outgoing/content-fields", test_content_fields);
  g_test_add_func ("/outgoing/tokens", test_tokens);
  g_test_add_func ("/outgoing/find-and-remove", test_find_and_remove);
  g_test_add_func ("/outgoing/misframes", test_misframes);
  g_test_add_func ("/outgoing/length-removed", test_length_removed);
  g_test_add_func ("/outgoing/content-trouble", test_content_trouble);

  return g_test_run ();
}
