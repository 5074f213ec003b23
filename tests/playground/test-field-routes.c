/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "visit.h"

#include <string.h>

static void
test_response_headers (void)
{
  g_autoptr (Visit) visited = visit_get ("/response-headers?X-One=1&x-one=2&Content-Type=text/x");
  g_autoptr (Visit) evil = visit_get ("/response-headers?X=1%0aY:2");
  g_autoptr (Visit) framing = visit_get ("/response-headers?content-length=5");
  g_autofree char *type = visit_field (visited, "Content-Type");

  g_assert_true (g_str_has_prefix (visited->head, "HTTP/1.1 200 OK\r\nX-One: 1\r\nx-one: 2\r\n"));
  g_assert_cmpstr (type, ==, "text/x");
  g_assert_cmpuint (visit_count (visited, "Content-Type"), ==, 1);
  g_assert_cmpint (evil->code, ==, 400);
  g_assert_cmpint (framing->code, ==, 400);
}

static void
test_trailers (void)
{
  g_autoptr (Visit) visited = visit_get ("/trailers");
  g_autoptr (GByteArray) content = visit_unchunk (visited);
  guint8 digest[32];
  gsize length = sizeof digest;
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *base64 = NULL;
  g_autofree char *end = NULL;

  g_checksum_update (sum, content->data, content->len);
  g_checksum_get_digest (sum, digest, &length);
  base64 = g_base64_encode (digest, length);
  end = g_strdup_printf ("\r\n0\r\nContent-Digest: sha-256=:%s:\r\n"
                         "Server-Timing: total;dur=0\r\n\r\n", base64);
  g_assert_true (g_str_has_suffix (visited->body, end));
}

static void
test_early_hints (void)
{
  g_autoptr (Visit) visited = visit_get ("/early-hints");

  g_assert_cmpint (visited->code, ==, 103);
  g_assert_true (g_str_has_prefix (visited->body, "HTTP/1.1 103 Early Hints\r\n"));
  g_assert_nonnull (strstr (visited->body, "\r\n\r\nHTTP/1.1 200 OK\r\n"));
}

static void
test_continue (void)
{
  static const char fields[] = "Expect: 100-continue\r\nContent-Length: 2\r\n\r\nhi";
  g_autoptr (Visit) asked = visit ("POST", "/continue", fields);
  g_autoptr (Visit) refused = visit ("POST", "/continue?refuse=1", fields);
  g_autoptr (Visit) plain = visit ("POST", "/continue?refuse=1", "Content-Length: 2\r\n\r\nhi");

  g_assert_cmpstr (asked->head, ==, "HTTP/1.1 100 Continue\r\n\r\n");
  g_assert_true (g_str_has_prefix (asked->body, "HTTP/1.1 200 OK\r\n"));
  g_assert_cmpint (refused->code, ==, 417);
  g_assert_cmpint (plain->code, ==, 200);
}

int
main (int    argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/field/response-headers", test_response_headers);
  g_test_add_func ("/field/trailers", test_trailers);
  g_test_add_func ("/field/early-hints", test_early_hints);
  g_test_add_func ("/field/continue", test_continue);
  visit_open ();
  result = g_test_run ();
  visit_close ();
  return result;
}
