/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of lesson-source.c: parameters of values, values of steps, words. */

#include "config.h"

#include "lesson-source.h"

#include "hops.h"

static void
test_parameter (void)
{
  static const struct { const char *value; const char *name; const char *expected; } cases[] = {
    { "Digest realm=\"a\", nonce=\"b\"", "nonce", "b" },
    { "Digest nonce=\"b\"", "nonce", "b" },
    { "Digest NONCE=b,opaque=c", "nonce", "b" },
    { "Digest cnonce=\"b\"", "nonce", NULL },
    { "Digest realm=\"nonce=x\", nonce=y", "nonce", "y" },
    { "Digest realm=\"a \\\" nonce=x\", nonce=y", "nonce", "y" },
    { "Digest nonce=\"a\\\"b\"", "nonce", "a\"b" },
    { "Digest nonce=\"open", "nonce", "open" },
    { "Digest realm=\"open nonce=1", "nonce", NULL },
    { "no-cache, max-age=60", "max-age", "60" },
    { "no-cache, max-age", "max-age", NULL },
    { "text/html;charset=utf-8", "charset", "utf-8" },
    { "nonce==", "nonce", "=" },
    { "nonce=", "nonce", "" },
    { "nonce=\"", "nonce", "" },
    { "nonce=\"\\", "nonce", "\\" },
    { "", "nonce", NULL },
    { "===\"\"", "nonce", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *value = rt_lesson_source_dup_parameter (cases[i].value, cases[i].name);

      g_assert_cmpstr (value, ==, cases[i].expected);
    }
}

static void
test_value (void)
{
  static const Hop login[] = {
    { "GET", "/", "X-Mine: m\n", "401\nWWW-Authenticate: Digest nonce=\"n1\"\n", NULL,
      RT_NEXT_CHALLENGE },
    { "GET", "/", NULL, "200\nETag: \"e\"\nVary: a\nVary: b\n" },
    { NULL },
  };
  static const struct { RtLessonSource source; const char *expected; } cases[] = {
    { { 1, RT_LESSON_LAST, FALSE, (char *) "etag", NULL }, "\"e\"" },
    { { 1, 1, FALSE, (char *) "ETag", NULL }, NULL },
    { { 1, 2, FALSE, (char *) "ETag", NULL }, "\"e\"" },
    { { 1, 3, FALSE, (char *) "ETag", NULL }, NULL },
    { { 1, 1, FALSE, (char *) "WWW-Authenticate", (char *) "nonce" }, "n1" },
    { { 1, 1, FALSE, (char *) "WWW-Authenticate", (char *) "realm" }, NULL },
    { { 1, 1, TRUE, (char *) "X-Mine", NULL }, "m" },
    { { 1, 0, FALSE, (char *) "Vary", NULL }, "a, b" },
    { { 2, 0, FALSE, (char *) "ETag", NULL }, NULL },
    { { 9, 0, FALSE, (char *) "ETag", NULL }, NULL },
  };
  g_autoptr(RtTrail) trail = hops_new_trail (login);
  g_autoptr(GPtrArray) trails = g_ptr_array_new ();

  g_ptr_array_add (trails, trail);
  g_ptr_array_add (trails, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *value = rt_lesson_source_dup_value (&cases[i].source, trails);

      g_assert_cmpstr (value, ==, cases[i].expected);
    }
}

static void
test_no_response (void)
{
  RtLessonSource source = { 1, RT_LESSON_LAST, FALSE, (char *) "ETag", NULL };
  g_autoptr(RtTrail) trail = hops_new_failed ("/", RT_FAILURE_REFUSED);
  g_autoptr(GPtrArray) trails = g_ptr_array_new ();

  g_ptr_array_add (trails, trail);
  g_assert_null (rt_lesson_source_dup_value (&source, trails));
}

static void
test_words (void)
{
  static const struct { RtLessonSource source; const char *expected; } cases[] = {
    { { 1, 0, FALSE, (char *) "ETag", NULL }, "the ETag of step 1" },
    { { 2, 1, FALSE, (char *) "WWW-Authenticate", (char *) "nonce" },
      "the nonce in WWW-Authenticate of step 2, exchange 1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = rt_lesson_source_dup_words (&cases[i].source);

      g_assert_cmpstr (words, ==, cases[i].expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lessons/source/parameter", test_parameter);
  g_test_add_func ("/lessons/source/value", test_value);
  g_test_add_func ("/lessons/source/no-response", test_no_response);
  g_test_add_func ("/lessons/source/words", test_words);

  return g_test_run ();
}
