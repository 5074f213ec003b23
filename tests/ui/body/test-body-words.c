/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of body-words.c: what the Body pane says. */

#include "config.h"

#include "body-words.h"

#include "contents.h"
#include "exchanges.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>

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
  g_assert_nonnull (strstr (running_words, "Nothing has arrived yet"));
}

static void
test_summary (void)
{
  g_autoptr (RtBodyContent) content = rt_test_content_new ("text/plain", "abcde", 5);
  g_autoptr (RtBodyContent) arriving = rt_body_content_new (NULL);
  g_autofree char *summary = rt_body_words_summary (content, "3 bytes as sent, gzip");
  g_autofree char *so_far = NULL;

  g_assert_nonnull (strstr (summary, "5 bytes · 3 bytes as sent, gzip"));
  g_assert_null (strstr (summary, "so far"));
  rt_test_content_extend (arriving, "[1,", 3, FALSE);
  so_far = rt_body_words_summary (arriving, NULL);
  g_assert_nonnull (strstr (so_far, "By its bytes: "));
  g_assert_nonnull (strstr (so_far, "3 bytes so far"));
}

static void
test_origin (void)
{
  g_autoptr (RtExchange) plain = rt_test_exchange_new ("http://e/", "HTTP/1.1 200 OK\r\n\r\n",
                                                       "abc", 3);
  g_autoptr (RtExchange) coded =
    rt_test_exchange_new ("http://e/", "HTTP/1.1 200 OK\r\nContent-Encoding: x-\001y\r\n\r\n",
                          "abc", 3);
  g_autoptr (RtBody) decoded = rt_body_new ();
  g_autofree char *none = rt_body_words_origin (plain);
  g_autofree char *origin = NULL;

  g_assert_null (none);
  rt_exchange_set_content (coded, decoded);
  origin = rt_body_words_origin (coded);
  g_assert_cmpstr (origin, ==, "3 bytes as sent, x-\\x01y");
}

static void
test_note (void)
{
  g_autoptr (RtBodyContent) sound = rt_test_content_new ("text/plain", "abc", 3);
  g_autoptr (RtBodyContent) wrong = rt_test_content_new ("text/plain", "\211PNG\r\n\032\n\0\0", 10);
  g_autofree char *none = rt_body_words_note (sound, NULL);
  g_autofree char *message = rt_body_words_note (sound, "Not saved.");
  g_autofree char *both = rt_body_words_note (wrong, "Not saved.");

  g_assert_null (none);
  g_assert_cmpstr (message, ==, "Not saved.");
  g_assert_nonnull (strstr (both, "PNG"));
  g_assert_true (g_str_has_suffix (both, "\nNot saved."));
}

static void
tell_cb (RtBodyContent  *content,
         char          **told)
{
  g_free (*told);
  *told = rt_body_words_note (content, NULL);
}

/* A limit on files stands in for a disk that is full while a text is decoded. Who
 * shows the note is told when there is something to say. */
static void
test_trouble (void)
{
  gsize length = 8 * 1024 * 1024;
  g_autofree char *data = g_malloc (length);
  g_autoptr (RtBodyContent) content = NULL;
  g_autofree char *told = NULL;
  struct rlimit before;
  struct rlimit limit;

  memset (data, 'a', length);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = length / 2;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  content = rt_test_content_new ("text/plain; charset=latin1", data, length);
  g_assert_nonnull (rt_body_content_get_lines (content, RT_BODY_VIEW_RAW));
  g_signal_connect (content, "changed", G_CALLBACK (tell_cb), &told);
  while (told == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);

  g_assert_true (g_str_has_prefix (told, "Only the beginning could be read as windows-1252: "));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/body-words/empty", test_empty);
  g_test_add_func ("/body-words/summary", test_summary);
  g_test_add_func ("/body-words/origin", test_origin);
  g_test_add_func ("/body-words/note", test_note);
  g_test_add_func ("/body-words/trouble", test_trouble);

  return g_test_run ();
}
