/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/explain/validator-notes.c and condition-notes.c. */

#include "topic-rows.h"

#define DATE "Date: Sat, 21 Nov 2026 12:00:00 GMT\n"
#define LM "Last-Modified: Wed, 11 Nov 2026 12:00:00 GMT\n"
#define SINCE "If-Modified-Since: Wed, 11 Nov 2026 12:00:00 GMT\n"

static const TopicRow rows[] = {
  { "validator-strong", 200, NULL, "ETag: \"a\"" },
  { "!validator-strong", 200, NULL, "ETag: W/\"a\"" },
  { "validator-weak", 200, NULL, "ETag: W/\"a\"" },
  { "!validator-weak", 200, NULL, "ETag: \"a\"" },
  { "validator-unquoted", 200, NULL, "ETag: abc" },
  { "validator-unquoted", 200, NULL, "ETag: W/abc" },
  { "!validator-unquoted", 200, NULL, "ETag: \"\"" },
  { "validator-small-w", 200, NULL, "ETag: w/\"a\"" },
  { "!validator-small-w", 200, NULL, "ETag: W/\"a\"" },
  { "validator-malformed", 200, NULL, "ETag: \"a b\"" },
  { "validator-malformed", 200, NULL, "ETag: \"a" },
  { "validator-malformed", 200, NULL, "ETag: \"a\", \"b\"" },
  { "!validator-malformed", 200, NULL, "ETag: \"a\\b,c\"" },
  { "validator-coding-suffix", 200, NULL, "ETag: \"5f-61-gzip\"" },
  { "!validator-coding-suffix", 200, NULL, "ETag: \"gzip-5f\"" },
  { "validator-after-date", 200, NULL, DATE "Last-Modified: Sat, 21 Nov 2026 12:00:05 GMT" },
  { "!validator-after-date", 200, NULL, DATE LM },
  { "validator-future", 200, NULL, "Last-Modified: Sat, 21 Nov 2026 12:05:00 GMT" },
  { "!validator-future", 200, NULL, "Last-Modified: Sat, 21 Nov 2026 12:00:30 GMT" },
  { "validator-modified-now", 200, NULL, DATE "Last-Modified: Sat, 21 Nov 2026 12:00:00 GMT" },
  { "!validator-modified-now", 200, NULL, DATE LM },
  { "validator-modified", 200, NULL, DATE LM },
  { "!validator-modified", 200, NULL, DATE },
  { "condition-304-other", 304, "If-None-Match: \"a\"\n", "ETag: \"b\"" },
  { "condition-304-other", 304, "If-Modified-Since: Tue, 18 Jul 2023 09:30:00 GMT\n",
    "Last-Modified: Wed, 19 Jul 2023 09:30:00 GMT" },
  { "!condition-304-other", 304, "If-None-Match: \"a\"\n", "ETag: W/\"a\"" },
  { "condition-ignored", 200, "If-None-Match: W/\"a\"\n", "ETag: \"a\"" },
  { "condition-ignored", 200, SINCE, LM },
  { "!condition-ignored", 200, SINCE "If-None-Match: \"b\"\n", "ETag: \"a\"\n" LM },
  { "!condition-ignored", 206, "If-None-Match: \"a\"\n", "ETag: \"a\"" },
  { "condition-changed", 200, "If-None-Match: \"b\"\n", "ETag: \"a\"" },
  { "condition-changed", 200, "If-Modified-Since: Tue, 10 Nov 2026 12:00:00 GMT\n", LM },
  { "!condition-changed", 200, "If-None-Match: \"a\"\n", "ETag: \"a\"" },
  { "condition-unanswered", 200, "If-None-Match: \"b\"\n", NULL },
  { "!condition-unanswered", 200, "If-None-Match: \"b\"\n", "ETag: \"a\"" },
  { "condition-created", 201, "If-None-Match: *\n", NULL, NULL, "PUT" },
  { "!condition-created", 412, "If-None-Match: *\n", NULL, NULL, "PUT" },
  { "condition-method", 200, SINCE, NULL, NULL, "POST" },
  { "!condition-method", 200, SINCE, NULL },
  { "condition-date-unused", 200, SINCE "If-None-Match: \"b\"\n", NULL },
  { "condition-date-unused", 200, "If-Match: \"b\"\nIf-Unmodified-Since: x\n", NULL },
  { "!condition-date-unused", 200, SINCE, NULL },
  { "condition-malformed", 200, "If-None-Match: abc\n", NULL },
  { "!condition-malformed", 200, "If-None-Match: \"a,b\", W/\"c\"\n", NULL },
  { "!condition-malformed", 200, "If-None-Match: *\n", NULL },
  { "condition-bad-date", 200, "If-Modified-Since: yesterday\n", NULL },
  { "!condition-bad-date", 200, SINCE, NULL },
  { "condition-weak-match", 412, "If-Match: W/\"a\"\n", NULL, NULL, "PUT" },
  { "!condition-weak-match", 412, "If-Match: \"a\"\n", NULL, NULL, "PUT" },
  { "condition-match-ignored", 200, "If-Match: \"a\"\n", "ETag: \"b\"" },
  { "!condition-match-ignored", 200, "If-Match: \"a\"\n", "ETag: \"b\"", NULL, "PUT" },
  { "condition-held", 204, "If-Match: \"a\"\n", "ETag: \"b\"", NULL, "PUT" },
  { "condition-held", 200, "If-Unmodified-Since: Wed, 11 Nov 2026 12:00:00 GMT\n", NULL, NULL,
    "PUT" },
  { "!condition-held", 412, "If-Match: \"a\"\n", NULL, NULL, "PUT" },
};

static void
test_rows (void)
{
  topic_rows_check (rows, G_N_ELEMENTS (rows));
}

static void
test_reach (void)
{
  topic_rows_check_reach ("validator", rows, G_N_ELEMENTS (rows));
  topic_rows_check_reach ("condition", rows, G_N_ELEMENTS (rows));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/conditional-notes/rows", test_rows);
  g_test_add_func ("/conditional-notes/reach", test_reach);

  return g_test_run ();
}
