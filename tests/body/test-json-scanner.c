/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of json-scanner.c: the same tokens and the same flaw however the text
 * is cut as it arrives; UTF-8; the public suite where it is present. */

#include "config.h"

#include "json-scanner.h"

#include <string.h>

#include "json-doubtful.h"

static const char letters[] = "{[}]ksnw_";

/* The tokens as text, then how it ended. With @step bytes more at a time, each
 * time in a buffer of just that size. */
static char *
describe (const char *text,
          gsize       length,
          gboolean    several,
          gsize       step,
          gsize       max_tokens)
{
  g_autoptr (RtJsonScanner) scanner = rt_json_scanner_new (several);
  GString *out = g_string_new (NULL);
  RtJsonScan scan = RT_JSON_SCAN_MORE;
  RtJsonToken tokens[8];
  g_auto (RtJsonFlaw) flaw = { 0 };

  for (gsize there = MIN (step, length);; there = MIN (there + step, length))
    {
      g_autofree char *exact = there > 0 ? g_memdup2 (text, there) : NULL;
      gsize n;

      do
        {
          scan = rt_json_scanner_read (scanner, exact, there, there == length, tokens, max_tokens,
                                       &n);
          for (gsize i = 0; i < n; i++)
            if (tokens[i].kind != RT_JSON_TOKEN_SPACE)
              g_string_append_printf (out, "%c%" G_GUINT64_FORMAT "-%" G_GUINT64_FORMAT " ",
                                      letters[tokens[i].kind], tokens[i].start, tokens[i].end);
          g_assert_cmpuint (rt_json_scanner_get_position (scanner), <=, there);
        }
      while (scan == RT_JSON_SCAN_FULL);
      if (scan == RT_JSON_SCAN_FLAW)
        {
          rt_json_scanner_fill_flaw (scanner, exact, &flaw);
          g_string_append_printf (out, "flaw %zu %u:%u", flaw.offset, flaw.line, flaw.column);
          break;
        }
      if (there == length)
        break;
    }
  if (scan != RT_JSON_SCAN_FLAW)
    g_string_append (out, scan == RT_JSON_SCAN_END ? "end" : "?");

  return g_string_free (out, FALSE);
}

static void
check (const char *text,
       gsize       length,
       gboolean    several,
       const char *expected)
{
  g_autofree char *whole = describe (text, length, several, length, 8);

  if (expected != NULL)
    g_assert_cmpstr (whole, ==, expected);
  for (gsize step = 1; step < 20; step += step < 9 ? 1 : 5)
    {
      g_autofree char *cut = describe (text, length, several, step, 2 + step % 3);

      g_assert_cmpstr (cut, ==, whole);
    }
}

static const struct
{
  const char *text;
  gboolean    several;
  const char *tokens;
} cases[] = {
  { "{\"a\" :[1, -2.5e+07,\"x\\n\\u00e9\"] , \"b\":true}", FALSE,
    "{0-1 k1-4 [6-7 n7-8 n10-18 s19-30 ]30-31 k34-37 w38-42 }42-43 end" },
  { " 0 ", FALSE, "n1-2 end" },
  { "-0", FALSE, "n0-2 end" },
  { "1e5", FALSE, "n0-3 end" },
  { "123", FALSE, "n0-3 end" },
  { "1.5", FALSE, "n0-3 end" },
  { "[[],{}]", FALSE, "[0-1 [1-2 ]2-3 {4-5 }5-6 ]6-7 end" },
  { "null", FALSE, "w0-4 end" },
  { "\"\303\251\342\202\254\360\237\230\200 and more\"", FALSE, "s0-20 end" },
  { "\"a longer string, without anything odd in it\"", FALSE, "s0-45 end" },
  { "[true,false,null]", FALSE, "[0-1 w1-5 w6-11 w12-16 ]16-17 end" },
  { "{\"a\": 1,\"b\":  2,\"c\":\n3}", FALSE,
    "{0-1 k1-4 n6-7 k8-11 n14-15 k16-19 n21-22 }22-23 end" },
  { "", TRUE, "end" },
  { " \n", TRUE, "end" },
  { "1\n2", TRUE, "n0-1 n2-3 end" },
  { "\0361\n\036[2]\n", TRUE, "n1-2 [4-5 n5-6 ]6-7 end" },
  { "{}{}", TRUE, "{0-1 }1-2 {2-3 }3-4 end" },
  { "{}\n{", TRUE, "{0-1 }1-2 {3-4 flaw 4 2:2" },
  { "[\036]", TRUE, "[0-1 flaw 1 1:2" },
  { "", FALSE, "flaw 0 1:1" },
  { "\036{}", FALSE, "flaw 0 1:1" },
  { "{} {}", FALSE, "{0-1 }1-2 flaw 3 1:4" },
  { "[1,]", FALSE, "[0-1 n1-2 flaw 3 1:4" },
  { "[1 2]", FALSE, "[0-1 n1-2 flaw 3 1:4" },
  { "{\"a\":1,}", FALSE, "{0-1 k1-4 n5-6 flaw 7 1:8" },
  { "{\"a\",1}", FALSE, "{0-1 k1-4 flaw 4 1:5" },
  { "{\"a\":}", FALSE, "{0-1 k1-4 flaw 5 1:6" },
  { "{\"a\": ]", FALSE, "{0-1 k1-4 flaw 6 1:7" },
  { "{\"a\": ", FALSE, "{0-1 k1-4 flaw 6 1:7" },
  { "{,}", FALSE, "{0-1 flaw 1 1:2" },
  { "[,]", FALSE, "[0-1 flaw 1 1:2" },
  { "[1}", FALSE, "[0-1 n1-2 flaw 2 1:3" },
  { "01", FALSE, "flaw 1 1:2" },
  { "-x", FALSE, "flaw 1 1:2" },
  { "1.e1", FALSE, "flaw 2 1:3" },
  { "1e+", FALSE, "flaw 3 1:4" },
  { "1e+x", FALSE, "flaw 3 1:4" },
  { "+1", FALSE, "flaw 0 1:1" },
  { "tru", FALSE, "flaw 0 1:1" },
  { "[nul]", FALSE, "[0-1 flaw 1 1:2" },
  { "[falsy ]", FALSE, "[0-1 flaw 1 1:2" },
  { "truex", FALSE, "w0-4 flaw 4 1:5" },
  { "\"a", FALSE, "flaw 2 1:3" },
  { "\"a\\", FALSE, "flaw 3 1:4" },
  { "\"a\\u12", FALSE, "flaw 3 1:4" },
  { "\"a\\u12x4\"", FALSE, "flaw 3 1:4" },
  { "\"\\0\"", FALSE, "flaw 2 1:3" },
  { "\"a\tb\"", FALSE, "flaw 2 1:3" },
  { "\"abc\177\"", FALSE, "s0-6 end" },
  { "\"\303\"", FALSE, "flaw 1 1:2" },
  { "\"\303", FALSE, "flaw 1 1:2" },
  { "\"\342\202\"", FALSE, "flaw 1 1:2" },
  { "\"\200\"", FALSE, "flaw 1 1:2" },
  { "\"\300\257\"", FALSE, "flaw 1 1:2" },
  { "\"\340\200\200\"", FALSE, "flaw 1 1:2" },
  { "\"\355\240\200\"", FALSE, "flaw 1 1:2" },
  { "\"\360\217\277\277\"", FALSE, "flaw 1 1:2" },
  { "\"\364\220\200\200\"", FALSE, "flaw 1 1:2" },
  { "\"\364\217\277\277\"", FALSE, "s0-6 end" },
  { "\"\365\200\200\200\"", FALSE, "flaw 1 1:2" },
  { "\357\273\2771", FALSE, "flaw 0 1:1" },
  { "[\"\303\251\303\251\",\n\"\342\202\254\" \302\240]", FALSE, "[0-1 s1-7 s9-14 flaw 15 2:5" },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      check (cases[i].text, strlen (cases[i].text), cases[i].several, cases[i].tokens);
    }
  check ("[\0]", 3, FALSE, "[0-1 flaw 1 1:2");
  check ("\"\0\"", 3, FALSE, "flaw 1 1:2");
  check ("\"\\\0\"", 4, FALSE, "flaw 2 1:3");
}

/* What is not plain, at each place of a string: it is read many bytes at a time. */
static void
test_places (void)
{
  static const struct { const char *bytes; gboolean is_right; } odd[] = {
    { "\\\"", TRUE }, { "\\u00e9", TRUE }, { "\177", TRUE }, { " ", TRUE },
    { "\303\251", TRUE }, { "\342\202\254", TRUE }, { "\360\237\230\200", TRUE },
    { "\n", FALSE }, { "\037", FALSE }, { "\200", FALSE }, { "\377", FALSE }, { "\303x", FALSE },
    { "\342\202x", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (odd); i++)
    for (guint before = 0; before < 36; before++)
      for (guint after = 0; after < 36; after += 5)
        {
          g_autofree char *as = g_strnfill (before, 'a');
          g_autofree char *bs = g_strnfill (after, 'b');
          g_autofree char *text = g_strconcat ("{\"", as, odd[i].bytes, bs, "\":1}", NULL);
          gsize length = strlen (text);
          g_autofree char *expected =
            odd[i].is_right ? g_strdup_printf ("{0-1 k1-%zu n%zu-%zu }%zu-%zu end", length - 3,
                                               length - 2, length - 1, length - 1, length)
                            : g_strdup_printf ("{0-1 flaw %u 1:%u", before + 2, before + 3);
          g_autofree char *found = describe (text, length, FALSE, length, 8);

          g_assert_cmpstr (found, ==, expected);
          if (before % 7 == 0)
            check (text, length, FALSE, expected);
        }
}

/* GLib knows UTF-8 too. */
static void
check_character (const char *text,
                 gsize       length)
{
  g_autoptr (RtJsonScanner) scanner = rt_json_scanner_new (FALSE);
  RtJsonToken tokens[8];
  const char *end;
  gsize n;
  gboolean is_right = g_utf8_validate (text, length, &end);
  RtJsonScan scan = rt_json_scanner_read (scanner, text, length, TRUE, tokens, 8, &n);

  g_assert_cmpint (scan, ==, is_right ? RT_JSON_SCAN_END : RT_JSON_SCAN_FLAW);
  if (!is_right)
    {
      g_auto (RtJsonFlaw) flaw = { 0 };

      rt_json_scanner_fill_flaw (scanner, text, &flaw);
      g_assert_cmpuint (flaw.offset, ==, end - text);
    }
}

static void
test_characters (void)
{
  static const guint8 more[] = { 'a', 0x7f, 0x80, 0xbf, 0xc0 };

  for (guint first = 0x80; first <= 0xff; first++)
    for (guint second = 0x7f; second <= 0xc0; second++)
      for (gsize i = 0; i < G_N_ELEMENTS (more) * G_N_ELEMENTS (more); i++)
        {
          char text[] = { '"', first, second, more[i / G_N_ELEMENTS (more)],
                          more[i % G_N_ELEMENTS (more)], '"' };

          check_character (text, sizeof text);
        }
}

static void
test_partial (void)
{
  static const char text[] = "{\"key\":\"some string\",\"n\":-1.25e3,";
  static const struct { gsize there; gboolean partial; RtJsonTokenKind kind; guint64 start; } at[] = {
    { 1, FALSE }, { 3, TRUE, RT_JSON_TOKEN_KEY, 1 }, { 6, FALSE },
    { 8, TRUE, RT_JSON_TOKEN_STRING, 7 }, { 15, TRUE, RT_JSON_TOKEN_STRING, 7 },
    { 20, FALSE }, { 26, TRUE, RT_JSON_TOKEN_NUMBER, 25 }, { 28, TRUE, RT_JSON_TOKEN_NUMBER, 25 },
    { 33, FALSE },
  };
  g_autoptr (RtJsonScanner) scanner = rt_json_scanner_new (FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (at); i++)
    {
      RtJsonToken tokens[8], partial;
      gsize n;

      g_assert_cmpint (rt_json_scanner_read (scanner, text, at[i].there, FALSE, tokens, 8, &n), ==,
                       RT_JSON_SCAN_MORE);
      g_assert_cmpint (rt_json_scanner_get_partial (scanner, &partial), ==, at[i].partial);
      g_assert_cmpuint (rt_json_scanner_get_position (scanner), ==, at[i].there);
      if (at[i].partial)
        {
          g_assert_cmpint (partial.kind, ==, at[i].kind);
          g_assert_cmpuint (partial.start, ==, at[i].start);
          g_assert_cmpuint (partial.end, ==, at[i].there);
        }
    }
}

/* Long runs of white space are told, depth costs a bit a level. */
static void
test_large (void)
{
  gsize depth = 1000 * 1000;
  g_autofree char *text = g_malloc (depth);
  g_autoptr (RtJsonScanner) scanner = rt_json_scanner_new (FALSE);
  g_autoptr (RtJsonScanner) other = rt_json_scanner_new (FALSE);
  RtJsonToken tokens[64];
  gsize n, sum = 0;

  memset (text, ' ', depth);
  text[0] = '[';
  text[depth - 1] = ']';
  g_assert_cmpint (rt_json_scanner_read (other, text, depth, TRUE, tokens, 64, &n), ==,
                   RT_JSON_SCAN_END);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpint (tokens[1].kind, ==, RT_JSON_TOKEN_SPACE);
  g_assert_cmpuint (tokens[1].start, ==, 1);
  g_assert_cmpuint (tokens[1].end, ==, depth - 1);

  memset (text, '[', depth);
  while (rt_json_scanner_read (scanner, text, depth, TRUE, tokens, 64, &n) == RT_JSON_SCAN_FULL)
    sum += n;
  g_assert_cmpuint (sum + n, ==, depth);
  g_assert_cmpuint (rt_json_scanner_get_size (scanner), <, depth / 5);
}

static void
test_suite (void)
{
  g_autofree char *folder = g_build_filename (g_test_get_dir (G_TEST_DIST), "..", "..", "shared",
                                              "suites", "json", "JSONTestSuite", NULL);
  g_autofree char *nested = g_build_filename (folder, "test_parsing", NULL);
  g_autoptr (GDir) dir = g_dir_open (nested, 0, NULL);
  const char *where = dir != NULL ? nested : folder;
  const char *name;
  guint n = 0;

  if (dir == NULL)
    dir = g_dir_open (folder, 0, NULL);
  if (dir == NULL)
    {
      g_test_skip ("the public JSON test suite is not here");
      return;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (where, name, NULL);
      g_autofree char *text = NULL;
      g_autofree char *result = NULL;
      gsize length;

      if (!g_str_has_suffix (name, ".json") || name[1] != '_' ||
          !g_file_get_contents (path, &text, &length, NULL))
        continue;
      g_test_message ("%s", name);
      result = describe (text, length, FALSE, length, 8);
      if (name[0] == 'i')
        {
          int flaw = json_doubtful[json_doubtful_find (name)].sent;
          g_autofree char *expected = g_strdup_printf ("flaw %d ", flaw);

          g_assert_cmpint (strstr (result, expected) != NULL, ==, flaw >= 0);
          g_assert_cmpint (g_str_has_suffix (result, "end"), ==, flaw < 0);
        }
      else
        g_assert_cmpint (g_str_has_suffix (result, "end"), ==, name[0] == 'y');
      if (length < 2000)
        check (text, length, FALSE, NULL);
      n++;
    }
  g_assert_cmpuint (n, >, 300);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-scanner/cases", test_cases);
  g_test_add_func ("/json-scanner/places", test_places);
  g_test_add_func ("/json-scanner/characters", test_characters);
  g_test_add_func ("/json-scanner/partial", test_partial);
  g_test_add_func ("/json-scanner/large", test_large);
  g_test_add_func ("/json-scanner/suite", test_suite);

  return g_test_run ();
}
