/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of json-walk.c: the tokens of the scanner, from any of them on. */

#include "config.h"

#include "json-walk.h"

#include "json-texts.h"

/* All tokens by the scanner, white space left out; long ones are noted. */
static GArray *
scan (const GString *json,
      GArray        *longs)
{
  g_autoptr (RtJsonScanner) scanner = rt_json_scanner_new (FALSE);
  GArray *all = g_array_new (FALSE, FALSE, sizeof (RtJsonToken));
  RtJsonToken tokens[16];
  RtJsonScan result;
  gsize n;

  do
    {
      result = rt_json_scanner_read (scanner, json->str, json->len, TRUE, tokens, 16, &n);
      for (gsize i = 0; i < n; i++)
        {
          rt_json_note_long (longs, &tokens[i]);
          if (tokens[i].kind != RT_JSON_TOKEN_SPACE)
            g_array_append_val (all, tokens[i]);
        }
    }
  while (result == RT_JSON_SCAN_FULL);
  g_assert_cmpint (result, ==, RT_JSON_SCAN_END);

  return all;
}

static void
test_random (void)
{
  for (int i = 0; i < 300; i++)
    {
      g_autoptr (GString) json = json_random (i % 6);
      g_autofree char *exact = g_memdup2 (json->str, json->len);
      g_autoptr (GArray) longs = g_array_new (FALSE, FALSE, sizeof (RtJsonSpan));
      g_autoptr (GArray) all = scan (json, longs);
      RtJsonSource source = { exact, json->len, longs };
      guint64 offset = 0;
      RtJsonToken token;

      for (guint n = 0; n < all->len; n++, offset = token.end)
        {
          const RtJsonToken *expected = &g_array_index (all, RtJsonToken, n);

          g_assert_true (rt_json_walk (&source, offset, &token));
          g_assert_cmpuint (token.start, ==, expected->start);
          g_assert_cmpuint (token.end, ==, expected->end);
          g_assert_cmpint (token.kind, ==, expected->kind);
        }
      g_assert_false (rt_json_walk (&source, offset, &token));
      g_assert_cmpuint (rt_json_walk_space (&source, offset), ==, json->len);
    }
}

static void
test_spans (void)
{
  static const RtJsonSpan all[] = { { 3, 5 }, { 5, 9 }, { 20, 30 } };
  static const int at[][2] = { { 0, -1 }, { 3, 0 }, { 4, 0 }, { 5, 1 }, { 8, 1 }, { 9, -1 },
                               { 19, -1 }, { 20, 2 }, { 29, 2 }, { 30, -1 } };
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (RtJsonSpan));

  g_assert_null (rt_json_span_find (spans, 3));
  g_array_append_vals (spans, all, G_N_ELEMENTS (all));
  for (gsize i = 0; i < G_N_ELEMENTS (at); i++)
    {
      const RtJsonSpan *found = rt_json_span_find (spans, at[i][0]);
      const RtJsonSpan *first = &g_array_index (spans, RtJsonSpan, 0);

      g_assert_cmpint (found != NULL ? (int) (found - first) : -1, ==, at[i][1]);
    }
}

/* What is cut ends where the text does. */
static void
test_limit (void)
{
  g_autoptr (GArray) longs = g_array_new (FALSE, FALSE, sizeof (RtJsonSpan));
  g_autofree char *exact = g_memdup2 ("[\"abc", 5);
  RtJsonSource source = { exact, 5, longs };
  RtJsonToken token;

  g_assert_true (rt_json_walk (&source, 1, &token));
  g_assert_cmpuint (token.end, ==, 5);
  g_assert_cmpint (token.kind, ==, RT_JSON_TOKEN_STRING);
  source.limit = 1;
  g_assert_false (rt_json_walk (&source, 1, &token));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-walk/random", test_random);
  g_test_add_func ("/json-walk/spans", test_spans);
  g_test_add_func ("/json-walk/limit", test_limit);

  return g_test_run ();
}
