/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "visit.h"

#include <json-glib/json-glib.h>
#include <string.h>

static JsonObject *
parse (JsonParser *parser,
       Visit      *visited)
{
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, visited->body, visited->body_length, &error);
  g_assert_no_error (error);
  return json_node_get_object (json_parser_get_root (parser));
}

static void
assert_pair (JsonArray  *list,
             guint       at,
             const char *name,
             const char *value)
{
  JsonArray *pair = json_array_get_array_element (list, at);

  g_assert_cmpstr (json_array_get_string_element (pair, 0), ==, name);
  g_assert_cmpstr (json_array_get_string_element (pair, 1), ==, value);
}

/* Order, spelling, repeats, and the very bytes. */
static void
test_exact (void)
{
  static const char request[] = "PaTcH /anything/a%2Fb?x=1&x=%C3%A9 HTTP/1.1\r\n"
                                "hOST:127.0.0.1\r\n"
                                "X-Twice: one\r\n"
                                "x-twice:   two  \r\n"
                                "X-Folded: a\r\n"
                                "  b\r\n"
                                "X-Latin: caf\xe9\r\n"
                                "Connection: close\r\n"
                                "\r\n";
  g_autoptr (Visit) visited = visit_raw (request, -1);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *echo = parse (parser, visited);
  JsonArray *fields = json_object_get_array_member (echo, "fields");
  g_autofree guchar *head = NULL;
  gsize length;

  g_assert_cmpstr (json_object_get_string_member (echo, "method"), ==, "PaTcH");
  g_assert_cmpstr (json_object_get_string_member (echo, "target"), ==,
                   "/anything/a%2Fb?x=1&x=%C3%A9");
  g_assert_cmpuint (json_array_get_length (fields), ==, 6);
  assert_pair (fields, 0, "hOST", "127.0.0.1");
  assert_pair (fields, 1, "X-Twice", "one");
  assert_pair (fields, 2, "x-twice", "two");
  assert_pair (fields, 3, "X-Folded", "a b");
  assert_pair (fields, 4, "X-Latin", "caf\xc3\xa9");
  assert_pair (json_object_get_array_member (echo, "query"), 1, "x", "\xc3\xa9");
  head = g_base64_decode (json_object_get_string_member (echo, "head_base64"), &length);
  g_assert_cmpmem (head, length, request, strlen (request));
}

static void
test_content (void)
{
  g_autoptr (Visit) text = visit ("POST", "/post", "Content-Length: 5\r\n\r\nHello");
  g_autoptr (Visit) chunks = visit ("POST", "/post", "Transfer-Encoding: chunked\r\n\r\n"
                                    "2;x=y\r\nHe\r\n3\r\nllo\r\n0\r\nX-Sum: 1\r\n");
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *echo = parse (parser, text);
  JsonObject *content = json_object_get_object_member (echo, "content");

  g_assert_cmpstr (json_object_get_string_member (content, "text"), ==, "Hello");
  g_assert_cmpint (json_object_get_int_member (content, "length"), ==, 5);
  g_assert_cmpstr (json_object_get_string_member (content, "sha256"), ==,
                   "185f8db32271fe25f561a6fc938b2e264306ec304eda518007d1764826381969");
  echo = parse (parser, chunks);
  content = json_object_get_object_member (echo, "content");
  g_assert_cmpstr (json_object_get_string_member (content, "text"), ==, "Hello");
  assert_pair (json_object_get_array_member (echo, "trailers"), 0, "X-Sum", "1");
}

static void
test_binary (void)
{
  g_autoptr (GString) request = g_string_new ("POST /post HTTP/1.1\r\nHost: a\r\n"
                                              "Connection: close\r\n"
                                              "Content-Length: 4\r\n\r\n");
  g_autoptr (Visit) visited = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *content;

  g_string_append_len (request, "\0\xff\xfe\n", 4);
  visited = visit_raw (request->str, request->len);
  content = json_object_get_object_member (parse (parser, visited), "content");
  g_assert_cmpstr (json_object_get_string_member (content, "base64"), ==, "AP/+Cg==");
}

/* More than is kept is counted and digested. */
static void
test_large (void)
{
  gsize size = 9 * 1024 * 1024;
  g_autoptr (GString) request = g_string_new (NULL);
  g_autoptr (Visit) visited = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *sum = NULL;
  JsonObject *content;
  gsize head;

  g_string_printf (request, "PUT /put HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
                   "Content-Length: %" G_GSIZE_FORMAT "\r\n\r\n", size);
  head = request->len;
  g_string_set_size (request, head + size);
  memset (request->str + head, 'u', size);
  sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) request->str + head, size);
  visited = visit_raw (request->str, request->len);
  content = json_object_get_object_member (parse (parser, visited), "content");
  g_assert_cmpint (json_object_get_int_member (content, "length"), ==, size);
  g_assert_true (json_object_get_boolean_member (content, "truncated"));
  g_assert_cmpstr (json_object_get_string_member (content, "sha256"), ==, sum);
}

static void
test_methods (void)
{
  g_autoptr (Visit) wrong = visit ("POST", "/get", "");
  g_autoptr (Visit) options = visit ("OPTIONS", "/get", "");
  g_autoptr (Visit) missing = visit_get ("/no-such-route");
  g_autoptr (Visit) asterisk = visit ("OPTIONS", "*", "");
  g_autofree char *allow = visit_field (wrong, "Allow");

  g_assert_cmpint (wrong->code, ==, 405);
  g_assert_cmpstr (allow, ==, "GET, HEAD, OPTIONS");
  g_assert_cmpint (options->code, ==, 204);
  g_assert_cmpint (missing->code, ==, 404);
  g_assert_cmpint (asterisk->code, ==, 204);
}

int
main (int    argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/echo/exact", test_exact);
  g_test_add_func ("/echo/content", test_content);
  g_test_add_func ("/echo/binary", test_binary);
  g_test_add_func ("/echo/large", test_large);
  g_test_add_func ("/echo/methods", test_methods);
  visit_open ();
  result = g_test_run ();
  visit_close ();
  return result;
}
