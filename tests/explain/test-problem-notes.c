/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/explain/problem-notes.c. */

#include "rows.h"

#include <string.h>

#define PROBLEM "\nContent-Type: application/problem+json; charset=utf-8"
#define DEEP "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["

static const Row rows[] = {
  { "problem-details", TRUE, "POST /a", "HTTP/1.1 422 X" PROBLEM,
    "{\"type\":\"https://e.org/out\",\"title\":\"Out of credit\",\"detail\":\"30, and it costs "
    "50\",\"instance\":\"/a/1\",\"balance\":30,\"accounts\":[\"/1\"],\"b\":1,\"c\":2,\"d\":3,\"e\":4,\"f\":5}" },
  { "problem-details", TRUE, "POST /a", "HTTP/1.1 500 X" PROBLEM, "{}" },
  { "problem-details", TRUE, "POST /a", "HTTP/1.1 500 X" PROBLEM,
    "{\"title\":\"a\\u0000b<b>%s\\n\"}" },
  { "problem-details", FALSE, "POST /a", "HTTP/1.1 422 X\nContent-Type: application/json",
    "{\"title\":\"x\"}" },
  { "problem-details", FALSE, "POST /a", "HTTP/1.1 422 X" PROBLEM, "[]" },
  { "problem-status-differs", TRUE, "POST /a", "HTTP/1.1 422 X" PROBLEM, "{\"status\":400}" },
  { "problem-status-differs", FALSE, "POST /a", "HTTP/1.1 422 X" PROBLEM, "{\"status\":422}" },
  { "problem-status-differs", FALSE, "POST /a", "HTTP/1.1 422 X" PROBLEM, "{\"status\":\"400\"}" },
  { "problem-member-type", TRUE, "POST /a", "HTTP/1.1 422 X" PROBLEM,
    "{\"status\":\"422\",\"title\":{}}" },
  { "problem-member-type", TRUE, "POST /a", "HTTP/1.1 422 X" PROBLEM, "{\"detail\":null}" },
  { "problem-member-type", FALSE, "POST /a", "HTTP/1.1 422 X" PROBLEM,
    "{\"status\":422,\"title\":\"x\"}" },
  { "problem-without-error", TRUE, "POST /a", "HTTP/1.1 200 OK" PROBLEM, "{\"title\":\"x\"}" },
  { "problem-without-error", FALSE, "POST /a", "HTTP/1.1 503 OK" PROBLEM, "{\"title\":\"x\"}" },
  { "problem-malformed", TRUE, "POST /a", "HTTP/1.1 422 X" PROBLEM, "{\"title\":" },
  { "problem-malformed", TRUE, "POST /a", "HTTP/1.1 422 X" PROBLEM, NULL },
  { "problem-malformed", TRUE, "POST /a", "HTTP/1.1 422 X" PROBLEM, "\"text\"" },
  { "problem-malformed", TRUE, "POST /a", "HTTP/1.1 422 X" PROBLEM, "{\"a\":" DEEP },
  { "problem-malformed", TRUE, "POST /a", "HTTP/1.1 422 X" PROBLEM, "{\"title\":\"\xff\"}" },
  { "problem-malformed", FALSE, "POST /a", "HTTP/1.1 422 X" PROBLEM, "{\"a\":[[[[[[1]]]]]]}" },
  { "problem-malformed", FALSE, "HEAD /a", "HTTP/1.1 422 X" PROBLEM, NULL },
  { "problem-xml", TRUE, "POST /a", "HTTP/1.1 422 X\nContent-Type: application/problem+xml",
    "<problem/>" },
  { "problem-xml", FALSE, "POST /a", "HTTP/1.1 422 X\nContent-Type: application/xml",
    "<problem/>" },
};

static void
test_large (void)
{
  g_autofree char *filled = g_strnfill (300 * 1024, ' ');
  const Row large_rows[] = {
    { "problem-too-large", TRUE, "GET /a", "HTTP/1.1 500 X" PROBLEM, filled },
    { "problem-too-large", FALSE, "GET /a", "HTTP/1.1 500 X" PROBLEM, "{}" },
  };

  rows_check (large_rows, G_N_ELEMENTS (large_rows));
}

/* What it says stands in the note, quoted. */
static void
test_words (void)
{
  g_autoptr(RtTrail) trail = rows_make (&rows[0]);
  g_autoptr(GPtrArray) notes = cases_explain (trail);
  RtNote *note = cases_find (notes, "problem-details");

  g_assert_cmpstr (rt_note_get_sentence (note), ==, "The server explains: “Out of credit”.");
  g_assert_nonnull (strstr (rt_note_get_detail (note), "Detail: “30, and it costs 50”."));
  g_assert_nonnull (strstr (rt_note_get_detail (note), "“balance”: “30”, “accounts”: “[\"/1\"]”"));
  g_assert_nonnull (strstr (rt_note_get_detail (note), " and 1 more"));
}

/* RFC 9457 section 4.2.1: about:blank, which is meant when there is no type. */
static void
test_blank (void)
{
  static const struct { const char *content; gboolean is_blank; } cases[] = {
    { "{\"type\":\"about:blank\",\"title\":\"Not Found\"}", TRUE },
    { "{\"title\":\"Not Found\"}", TRUE },
    { "{\"type\":5}", TRUE },
    { "{\"type\":\"https://e.org/out\"}", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Row row = { "", TRUE, "GET /a", "HTTP/1.1 404 X" PROBLEM, cases[i].content };
      g_autoptr(RtTrail) trail = rows_make (&row);
      g_autoptr(GPtrArray) notes = cases_explain (trail);
      const char *detail = rt_note_get_detail (cases_find (notes, "problem-details"));

      g_assert_cmpint (strstr (detail, "no more than what the status says") != NULL, ==,
                       cases[i].is_blank);
      g_assert_cmpint (strstr (detail, "programs go by it") != NULL, ==, !cases[i].is_blank);
    }
}

static void
test_rows (void)
{
  rows_check (rows, G_N_ELEMENTS (rows));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/problem-notes/rows", test_rows);
  g_test_add_func ("/problem-notes/large", test_large);
  g_test_add_func ("/problem-notes/words", test_words);
  g_test_add_func ("/problem-notes/blank", test_blank);

  return g_test_run ();
}
