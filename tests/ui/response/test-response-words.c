/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of response-words.c: flags in words. */

#include "config.h"

#include "response-words.h"

#include "exchanges.h"

#include <string.h>

static void
test_flags (void)
{
  g_autofree char *none = rt_words_for_oddities (RT_ODDITY_NONE);
  g_autofree char *two = rt_words_for_oddities (RT_ODDITY_FOLDED | RT_ODDITY_NUL);
  g_autofree char *start = rt_words_for_start_oddities (RT_START_BARE_LF);
  g_auto (GStrv) tls = rt_words_for_tls_errors (G_TLS_CERTIFICATE_EXPIRED |
                                                G_TLS_CERTIFICATE_BAD_IDENTITY);

  g_assert_cmpstr (none, ==, "");
  g_assert_nonnull (strstr (two, "Folded"));
  g_assert_nonnull (strstr (two, "NUL"));
  g_assert_cmpstr (start, !=, "");
  g_assert_cmpuint (g_strv_length (tls), ==, 2);
}

/* Every flag has words, and no two the same. */
static void
test_all_flags (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int bit = 0; bit <= 11; bit++)
    g_assert_true (g_hash_table_add (seen, rt_words_for_oddities (1 << bit)));
  for (int bit = 0; bit <= 9; bit++)
    g_assert_true (g_hash_table_add (seen, rt_words_for_start_oddities (1 << bit)));
  g_assert_false (g_hash_table_contains (seen, ""));
  for (int framing = RT_FRAMING_UNKNOWN; framing <= RT_FRAMING_HTTP2; framing++)
    g_assert_cmpstr (rt_words_for_framing (framing), !=, "");
}

static void
test_bound (void)
{
  g_autofree char *shorter = rt_words_bound (g_strdup ("short"));
  GString *text = g_string_new (NULL);
  g_autofree char *bounded = NULL;

  for (int i = 0; i < 10000; i++)
    g_string_append (text, "é");
  bounded = rt_words_bound (g_string_free (text, FALSE));
  g_assert_cmpstr (shorter, ==, "short");
  g_assert_cmpuint (strlen (bounded), <, RT_WORDS_MAX_SHOWN + 64);
  g_assert_true (g_utf8_validate (bounded, -1, NULL));
  g_assert_nonnull (strstr (bounded, "20.0 kB"));
}

static void
test_date (void)
{
  g_autoptr (GDateTime) date = g_date_time_new_utc (2026, 2, 3, 14, 5, 0);
  g_autofree char *words = rt_words_for_date (date);
  g_autofree char *unknown = rt_words_for_date (NULL);

  g_assert_nonnull (strstr (words, "2026, 14:05 UTC"));
  g_assert_cmpstr (unknown, ==, "unknown");
}

static void
test_progress (void)
{
  g_autoptr (RtExchange) running = rt_test_exchange_new_running ("http://example.org/");
  g_autoptr (RtExchange) waiting = rt_exchange_new (NULL, "GET", "http://example.org/");
  RtSizes sizes;
  RtTiming timing;

  g_assert_cmpstr (rt_words_for_progress (running), ==, "Waiting for the response");
  rt_exchange_get_sizes (running, &sizes);
  sizes.request_content_total = 1000;
  sizes.request_content = 999;
  rt_exchange_set_sizes (running, &sizes);
  rt_exchange_get_timing (running, &timing);
  timing.phases[RT_PHASE_REQUEST] = (RtSpanOfTime) { 1, 2 };
  timing.phases[RT_PHASE_WAIT] = (RtSpanOfTime) { 2, -1 };
  rt_exchange_set_timing (running, &timing);
  rt_exchange_set_state (running, RT_EXCHANGE_SENDING);
  g_assert_cmpstr (rt_words_for_progress (running), ==, "Sending the request");
  sizes.request_content = 1000;
  rt_exchange_set_sizes (running, &sizes);
  g_assert_cmpstr (rt_words_for_progress (running), ==, "Waiting for the response");
  rt_exchange_set_state (running, RT_EXCHANGE_RECEIVING);
  g_assert_cmpstr (rt_words_for_progress (running), ==, "Receiving");
  g_assert_cmpstr (rt_words_for_progress (waiting), ==, "About to begin");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/response-words/flags", test_flags);
  g_test_add_func ("/response-words/all-flags", test_all_flags);
  g_test_add_func ("/response-words/bound", test_bound);
  g_test_add_func ("/response-words/date", test_date);
  g_test_add_func ("/response-words/progress", test_progress);

  return g_test_run ();
}
