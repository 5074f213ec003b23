/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of body-words.c: what the Body pane says. */

#include "config.h"

#include "body-words.h"

#include "exchanges.h"

#include <string.h>

static void
assert_empty_says (const char *method,
                   const char *head,
                   const char *words)
{
  g_autoptr (RtExchange) exchange = rt_test_exchange_new_at (0, method, "http://e/", head, "", 0);
  g_autofree char *text = rt_body_words_empty (exchange);

  if (strstr (text, words) == NULL)
    g_error ("“%s” does not say “%s”", text, words);
}

static void
test_empty (void)
{
  g_autoptr (RtExchange) failed = rt_test_exchange_new_failed ("http://e/", RT_FAILURE_REFUSED,
                                                               RT_PHASE_CONNECT, "refused");
  g_autoptr (RtExchange) running = rt_test_exchange_new_running ("http://e/");
  g_autofree char *failed_words = rt_body_words_empty (failed);
  g_autofree char *running_words = rt_body_words_empty (running);

  assert_empty_says ("HEAD", "HTTP/1.1 200 OK\r\n\r\n", "HEAD");
  assert_empty_says ("GET", "HTTP/1.1 204 No Content\r\n\r\n", "204");
  assert_empty_says ("GET", "HTTP/1.1 304 Not Modified\r\n\r\n", "304");
  assert_empty_says ("GET", "HTTP/1.1 200 OK\r\n\r\n", "0 bytes");
  g_assert_nonnull (strstr (failed_words, "No response"));
  g_assert_nonnull (strstr (running_words, "Receiving"));
}

static void
test_summary (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("caf\303\251", 5);
  g_autoptr (RtBodyRendering) r = rt_body_rendering_make (bytes, "text/plain; charset=utf-8", FALSE);
  g_autofree char *summary = rt_body_words_summary (r);

  g_assert_nonnull (strstr (summary, "5 bytes"));
  g_assert_nonnull (strstr (summary, "UTF-8, by the charset in Content-Type"));
}

static void
test_note (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("{\"\377\",}", 6);
  g_autoptr (RtBodyRendering) r = rt_body_rendering_make (bytes, "application/json", FALSE);
  g_autofree char *note = rt_body_words_note (r, TRUE);

  g_assert_nonnull (strstr (note, "Not JSON by the letter"));
  g_assert_nonnull (strstr (note, "1 byte is no character"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/body-words/empty", test_empty);
  g_test_add_func ("/body-words/summary", test_summary);
  g_test_add_func ("/body-words/note", test_note);

  return g_test_run ();
}
