/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of body-checksum.c: the sum, and what the server says it is. */

#include "config.h"

#include "body-checksum.h"

#include "exchanges.h"

#include <string.h>

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GAsyncResult **out = user_data;

  *out = g_object_ref (result);
}

static char *
check (RtExchange   *exchange,
       GCancellable *cancellable)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  char *words;

  rt_body_checksum_async (exchange, cancellable, done_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  words = rt_body_checksum_finish (result, &error);
  g_assert_true ((words == NULL) == (error != NULL));

  return words;
}

/* The sums of "hello". */
static void
test_claims (void)
{
  g_autoptr (RtExchange) exchange = rt_test_exchange_new ("http://e/",
    "HTTP/1.1 200 OK\r\n"
    "Content-MD5: XUFAKrxLKna5cZ2REBfFkg==\r\n"
    "Repr-Digest: sha-256=:AAAA6QdvZ7R5eZ3vvjD7s+lVjGV3u9QuvwCXHlaqLvo=:, crc9=:AA==:\r\n\r\n",
    "hello", 5);
  g_autofree char *words = check (exchange, NULL);
  g_auto (GStrv) lines = g_strsplit (words, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  g_assert_true (g_str_has_suffix (
    lines[0], "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"));
  g_assert_nonnull (strstr (lines[1], "Content-MD5"));
  g_assert_nonnull (strstr (lines[1], "match"));
  g_assert_nonnull (strstr (lines[2], "does not match"));
  g_assert_nonnull (strstr (lines[3], "crc9"));
}

/* A server that made the checksum before it applied the coding. */
static void
test_decoded (void)
{
  g_autoptr (RtExchange) exchange = rt_test_exchange_new ("http://e/",
    "HTTP/1.1 200 OK\r\n"
    "Content-Encoding: gzip\r\n"
    "Content-MD5: XUFAKrxLKna5cZ2REBfFkg==\r\n"
    "Content-Digest: md5=:AAAAAAAAAAAAAAAAAAAAAA==:\r\n\r\n",
    "coded", 5);
  g_autoptr (RtBody) content = rt_body_new ();
  g_autofree char *words = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (rt_body_append (content, "hello", 5, NULL));
  rt_body_finish (content);
  rt_exchange_set_content (exchange, content);
  words = check (exchange, NULL);
  lines = g_strsplit (words, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  g_assert_nonnull (strstr (lines[1], "content coding"));
  g_assert_null (strstr (lines[2], "content coding"));
}

static void
test_plain (void)
{
  g_autoptr (RtExchange) exchange = rt_test_exchange_new ("http://e/", "HTTP/1.1 200 OK\r\n\r\n",
                                                          "", 0);
  g_autofree char *words = check (exchange, NULL);

  g_assert_true (g_str_has_suffix (
    words, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
  g_assert_null (strchr (words, '\n'));
}

static void
test_cancelled (void)
{
  g_autoptr (RtExchange) exchange = rt_test_exchange_new ("http://e/", "HTTP/1.1 200 OK\r\n\r\n",
                                                          "x", 1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_null (check (exchange, cancellable));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/body-checksum/claims", test_claims);
  g_test_add_func ("/body-checksum/decoded", test_decoded);
  g_test_add_func ("/body-checksum/plain", test_plain);
  g_test_add_func ("/body-checksum/cancelled", test_cancelled);

  return g_test_run ();
}
