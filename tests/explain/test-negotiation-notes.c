/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/explain/negotiation-notes.c and accepting.c. */

#include "accepting.h"
#include "topic-rows.h"

#define GZIP "Accept-Encoding: gzip, br;q=0\n"

static const TopicRow rows[] = {
  { "negotiation-type-met", 200, "Accept: text/*;q=0.5\n", "Content-Type: text/html" },
  { "!negotiation-type-met", 200, "Accept: */*\n", "Content-Type: text/html" },
  { "!negotiation-type-met", 404, "Accept: text/html\n", "Content-Type: text/html" },
  { "negotiation-type-unmet", 200, "Accept: application/json\n", "Content-Type: text/html" },
  { "negotiation-type-unmet", 200, "Accept: text/*, text/html;q=0\n", "Content-Type: text/html" },
  { "negotiation-type-unmet", 200, "Accept: text/html;level=1\n", "Content-Type: text/html" },
  { "!negotiation-type-unmet", 200, "Accept: application/json, */*;q=0.1\n",
    "Content-Type: text/html" },
  { "!negotiation-type-unmet", 406, "Accept: application/json\n", "Content-Type: text/html" },
  { "!negotiation-type-unmet", 200, NULL, "Content-Type: text/html" },
  { "negotiation-language-met", 200, "Accept-Language: en\n", "Content-Language: en-GB" },
  { "!negotiation-language-met", 200, "Accept-Language: en-GB\n", "Content-Language: en" },
  { "negotiation-language-unmet", 200, "Accept-Language: fr, *;q=0\n", "Content-Language: de" },
  { "!negotiation-language-unmet", 200, "Accept-Language: fr, *;q=0.1\n", "Content-Language: de" },
  { "negotiation-malformed", 200, "Accept: html\n", NULL },
  { "negotiation-malformed", 200, "Accept-Language: en_US\n", NULL },
  { "!negotiation-malformed", 200, "Accept: text/html;level=1;q=0.5, */*\n"
                                   "Accept-Language: en-US, *\n", NULL },
  { "negotiation-bad-weight", 200, "Accept: text/html;q=5\n", NULL },
  { "!negotiation-bad-weight", 200, "Accept: text/html;q=0.5\n", NULL },
  { "negotiation-coding-unasked", 200, GZIP, "Content-Encoding: br" },
  { "negotiation-coding-unasked", 200, NULL, "Content-Encoding: gzip" },
  { "!negotiation-coding-unasked", 200, GZIP, "Content-Encoding: x-gzip" },
  { "!negotiation-coding-unasked", 200, "Accept-Encoding: *\n", "Content-Encoding: zstd" },
  { "negotiation-identity", 200, GZIP, "Content-Encoding: identity" },
  { "!negotiation-identity", 200, GZIP, "Content-Encoding: gzip" },
  { "negotiation-vary-missing", 200, GZIP, "Content-Encoding: gzip" },
  { "negotiation-vary-missing", 200, "Accept-Language: de\n",
    "Content-Language: de\nVary: Accept" },
  { "!negotiation-vary-missing", 200, GZIP, "Content-Encoding: gzip\nVary: accept-encoding" },
  { "!negotiation-vary-missing", 200, GZIP, "Content-Encoding: gzip\nCache-Control: private" },
  { "negotiation-location", 200, NULL, "Content-Location: /a.en.html" },
  { "!negotiation-location", 200, NULL, "Content-Location: /a" },
  { "negotiation-location-same", 200, NULL, "Content-Location: a" },
  { "!negotiation-location-same", 200, NULL, "Content-Location: b" },
  { "negotiation-location-malformed", 200, NULL, "Content-Location: http://[x" },
  { "!negotiation-location-malformed", 200, NULL, "Content-Location: b" },
  { "negotiation-language-malformed", 200, NULL, "Content-Language: en_US" },
  { "!negotiation-language-malformed", 200, NULL, "Content-Language: en-US, zh-Hant-TW" },
  { "negotiation-language-repeated", 200, NULL, "Content-Language: en, EN" },
  { "!negotiation-language-repeated", 200, NULL, "Content-Language: en, de" },
  { "negotiation-charset-obsolete", 200, "Accept-Charset: utf-8\n", NULL },
  { "!negotiation-charset-obsolete", 200, NULL, NULL },
  { "negotiation-hints-malformed", 200, NULL, "Accept-CH: \"DPR\"" },
  { "!negotiation-hints-malformed", 200, NULL, "Accept-CH: DPR, Sec-CH-UA" },
  { "negotiation-hints-insecure", 200, NULL, "Accept-CH: DPR" },
  { "!negotiation-hints-insecure", 200, NULL, NULL },
  { "negotiation-hints-vary", 200, "DPR: 2\n", "Accept-CH: DPR" },
  { "!negotiation-hints-vary", 200, "DPR: 2\n", "Accept-CH: DPR\nVary: dpr" },
  { "negotiation-offer-malformed", 200, NULL, "Accept-Patch: json" },
  { "!negotiation-offer-malformed", 200, NULL,
    "Accept-Patch: application/json, text/x;charset=utf-8" },
};

static void
test_rows (void)
{
  topic_rows_check (rows, G_N_ELEMENTS (rows));
}

static void
test_reach (void)
{
  topic_rows_check_reach ("negotiation", rows, G_N_ELEMENTS (rows));
}

static void
test_words (void)
{
  static const struct { const char *value; const char *words; } cases[] = {
    { "application/json", "application/json" },
    { "text/html;q=0.8, application/json, image/gif;q=0",
      "application/json, then text/html (0.8), not image/gif" },
    { "*/*;q=0.1, text/html;level=1", "text/html;level=1, then anything (0.1)" },
    { "a,b,c,d,e,f,g,h", "a, b, c, d, e, f and 2 more" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = rt_accepting_words (cases[i].value);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_language_tags (void)
{
  static const char *const good[] = { "en", "de-CH-1996", "x-klingon", "zh-Hant" };
  static const char *const bad[] = { "", "-", "en-", "en_US", "abcdefghi", "e n", "1" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (rt_accepting_is_language_tag (good[i]));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (rt_accepting_is_language_tag (bad[i]));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/negotiation-notes/rows", test_rows);
  g_test_add_func ("/negotiation-notes/reach", test_reach);
  g_test_add_func ("/negotiation-notes/words", test_words);
  g_test_add_func ("/negotiation-notes/language-tags", test_language_tags);

  return g_test_run ();
}
