/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of json-lines.c: the same text as Pretty, however it arrives; broken
 * texts; long tokens; places and offsets; the memory of the index. */

#include "config.h"

#include "json-lines.h"

#include "check-lengths.h"
#include "json-doubtful.h"
#include "json-texts.h"
#include "lines-share.h"

static char *
all_lines (RtLines *lines,
           gsize    block)
{
  GString *out = g_string_new (NULL);
  guint64 line = 0;

  while (line < rt_lines_get_n_lines (lines))
    {
      gsize n = rt_lines_read_block (lines, line, block, out);

      if (n == 0)
        {
          g_assert_cmpuint (rt_lines_get_length (lines, line), >, block);
          rt_lines_read (lines, line++, 0, G_MAXSIZE, out);
          g_string_append_c (out, '\n');
        }
      line += n;
    }

  return g_string_free (out, FALSE);
}

static RtLines *
whole (const char *json,
       gsize       length,
       gboolean    several)
{
  g_autoptr (RtDecodedText) text = json_text_new ();
  RtLines *lines = rt_json_lines_new (text, several);

  json_text_extend (text, json, length, TRUE);
  while (!rt_lines_is_complete (lines))
    g_main_context_iteration (NULL, TRUE);

  return lines;
}

static void
check_each_line (RtLines    *lines,
                 const char *expected)
{
  g_auto (GStrv) split = g_strsplit (expected, "\n", -1);
  guint n = *expected == '\0' ? 0 : g_strv_length (split) - 1;
  gsize longest = 0;

  g_assert_cmpuint (rt_lines_get_n_lines (lines), ==, n);
  for (guint i = 0; i < n; i++)
    {
      gsize length = strlen (split[i]);
      gsize from = length / 3;
      g_autoptr (GString) out = g_string_new (NULL);

      longest = MAX (longest, length);
      g_assert_cmpuint (rt_lines_get_length (lines, i), ==, length);
      rt_lines_read (lines, i, 0, from, out);
      rt_lines_read (lines, i, from, length, out);
      g_assert_cmpstr (out->str, ==, split[i]);
    }
  g_assert_cmpuint (rt_lines_get_length (lines, n), ==, 0);
  g_assert_cmpuint (rt_lines_get_longest (lines), ==, longest);
}

static void
check_pretty (const char *json,
              gsize       length)
{
  g_autoptr (RtLines) lines = whole (json, length, FALSE);
  g_auto (RtJsonFlaw) flaw = { 0 };
  g_autoptr (GString) pretty = rt_json_pretty (json, length, FALSE, 0, NULL, &flaw);
  g_autofree char *text = all_lines (lines, 500);

  g_assert_nonnull (pretty);
  g_assert_null (rt_json_lines_get_flaw (RT_JSON_LINES (lines)));
  g_assert_cmpstr (text, ==, pretty->str);
  g_assert_cmpuint (rt_json_lines_get_n_laid_out (RT_JSON_LINES (lines)), ==,
                    rt_lines_get_n_lines (lines));
  check_lengths (lines);
  if (length < 20000)
    check_each_line (lines, pretty->str);
}

static void
test_random (void)
{
  for (int i = 0; i < 300; i++)
    {
      g_autoptr (GString) json = json_random (i % 6);

      check_pretty (json->str, json->len);
    }
  json_settle ();
}

static void
test_suite (void)
{
  g_autoptr (GPtrArray) files = json_suite ('y');

  if (files == NULL)
    {
      g_test_skip ("the public JSON test suite is not here");
      return;
    }
  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *json = NULL;
      gsize length;

      g_test_message ("%s", (const char *) files->pdata[i]);
      g_assert_true (g_file_get_contents (files->pdata[i], &json, &length, NULL));
      check_pretty (json, length);
    }
  g_assert_cmpuint (files->len, >, 90);
  json_settle ();
}

/* As a body: its charset is found first. */
static void
test_doubtful (void)
{
  g_autoptr (GPtrArray) files = json_suite ('i');
  g_autoptr (RtMediaType) type = rt_media_type_parse ("application/json");

  if (files == NULL)
    {
      g_test_skip ("the public JSON test suite is not here");
      return;
    }
  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *json = NULL;
      g_autoptr (RtDecodedText) text = NULL;
      g_autoptr (RtLines) lines = NULL;
      const RtJsonFlaw *flaw;
      gsize length;

      g_test_message ("%s", (const char *) files->pdata[i]);
      g_assert_true (g_file_get_contents (files->pdata[i], &json, &length, NULL));
      text = rt_decoded_text_new (rt_charset_detect (type, (const guint8 *) json, length));
      json_text_extend (text, json, length, TRUE);
      lines = rt_json_lines_new (text, FALSE);
      while (!rt_lines_is_complete (lines))
        g_main_context_iteration (NULL, TRUE);
      flaw = rt_json_lines_get_flaw (RT_JSON_LINES (lines));
      g_assert_cmpint (flaw != NULL ? (int) flaw->offset : -1, ==,
                       json_doubtful[json_doubtful_find (files->pdata[i])].decoded);
    }
  g_assert_cmpuint (files->len, ==, G_N_ELEMENTS (json_doubtful));
  json_settle ();
}

/* By many small pieces, the thread at work meanwhile: as if given at once. */
static void
test_pieces (void)
{
  for (int round = 0; round < 60; round++)
    {
      g_autoptr (GString) json = json_random (6);
      g_autoptr (RtDecodedText) text = json_text_new ();
      g_autoptr (RtLines) lines = rt_json_lines_new (text, FALSE);
      g_autoptr (RtLines) once = NULL;
      g_autofree char *expected = NULL;
      g_autofree char *found = NULL;

      if (round % 4 == 0)
        g_string_truncate (json, g_test_rand_int_range (0, json->len + 1));
      for (gsize n = 0; n < json->len;)
        {
          n += g_test_rand_int_range (0, 3 + json->len / 20);
          n = MIN (json->len, n);
          json_text_extend (text, json->str, n, FALSE);
          if (round % 3 == 0)
            g_main_context_iteration (NULL, FALSE);
        }
      json_text_extend (text, json->str, json->len, TRUE);
      while (!rt_lines_is_complete (lines))
        g_main_context_iteration (NULL, TRUE);
      once = whole (json->str, json->len, FALSE);
      expected = all_lines (once, 500);
      found = all_lines (lines, 500);
      g_assert_cmpstr (found, ==, expected);
      g_assert_cmpuint (rt_lines_get_longest (lines), ==, rt_lines_get_longest (once));
      check_lengths (lines);
    }
  json_settle ();
}

/* What was a whole line once stays; the last one may grow. */
static void
test_grow (void)
{
  for (int round = 0; round < 40; round++)
    {
      g_autoptr (GString) json = json_random (4);
      g_auto (RtJsonFlaw) flaw = { 0 };
      g_autoptr (GString) pretty = rt_json_pretty (json->str, json->len, FALSE, 0, NULL, &flaw);
      gsize step = g_test_rand_int_range (1, 40) + json->len / 100;

      for (gsize n = 0; n < json->len; n += step)
        {
          g_autoptr (RtDecodedText) text = json_text_new ();
          g_autoptr (RtLines) lines = NULL;
          g_autofree char *now = NULL;

          json_text_extend (text, json->str, n, FALSE);
          lines = rt_json_lines_new (text, FALSE);
          check_lengths (lines);
          now = all_lines (lines, 300);
          if (*now != '\0')
            now[strlen (now) - 1] = '\0';
          g_assert_true (g_str_has_prefix (pretty->str, now));
          g_assert_false (rt_lines_is_complete (lines));
        }
    }
  json_settle ();
}

static const struct
{
  const char *json;
  gboolean    several;
  const char *text;
  guint64     laid_out;
  gint        flaw;
} broken[] = {
  { "", FALSE, "", 0, 0 },
  { "no JSON\r\nat all\n", FALSE, "no JSON\nat all\n", 0, 0 },
  { "[1,2", FALSE, "[\n  1,\n  2\n", 3, 4 },
  { "[1,]", FALSE, "[\n  1,\n]\n", 2, 3 },
  { "{\n \"a\": 1\n  \"b\": 2\n}\n", FALSE, "{\n  \"a\": 1\n  \"b\": 2\n}\n", 2, 12 },
  { "{\"a\":tru}", FALSE, "{\n  \"a\": \ntru}\n", 2, 5 },
  { "[\"abc\\x\", 1]", FALSE, "[\n  \"abc\n\\x\", 1]\n", 2, 6 },
  { "[\"abc", FALSE, "[\n  \"abc\n", 2, 5 },
  { "\"abc", FALSE, "\"abc\n", 1, 4 },
  { "[01]", FALSE, "[\n  0\n1]\n", 2, 2 },
  { "{} x", FALSE, "{}\nx\n", 1, 3 },
  { "{}\n{\"a\":1}\n[2]\n", TRUE, "{}\n{\n  \"a\": 1\n}\n[\n  2\n]\n", 7, -1 },
  { "\036{}\n\036[]\n", TRUE, "{}\n[]\n", 2, -1 },
  { "1\n\n\nx\n\n", FALSE, "1\nx\n\n", 1, 4 },
};

static void
test_broken (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (RtLines) lines = whole (broken[i].json, strlen (broken[i].json),
                                         broken[i].several);
      const RtJsonFlaw *flaw = rt_json_lines_get_flaw (RT_JSON_LINES (lines));
      g_autofree char *text = all_lines (lines, 100);

      g_test_message ("%s", broken[i].json);
      g_assert_cmpint (flaw != NULL ? (gint) flaw->offset : -1, ==, broken[i].flaw);
      g_assert_cmpstr (text, ==, broken[i].text);
      g_assert_cmpuint (rt_json_lines_get_n_laid_out (RT_JSON_LINES (lines)), ==,
                        broken[i].laid_out);
      check_each_line (lines, text);
      check_lengths (lines);
    }
  json_settle ();
}

/* The rest of a text of megabytes that breaks in the middle, and one line of it
 * that is long. */
static void
test_long (void)
{
  g_autoptr (GString) json = g_string_new ("[\"");
  g_autoptr (GString) expected = g_string_new ("[\n  \"");
  g_autofree char *filler = g_strnfill (3 * 1024 * 1024, 'x');
  g_autoptr (RtLines) lines = NULL;
  g_autoptr (GString) piece = g_string_new (NULL);
  g_autofree char *text = NULL;

  g_string_append_printf (json, "%s\"", filler);
  g_string_append_printf (expected, "%s\"", filler);
  for (int i = 0; i < 5000; i++)
    {
      g_string_append_printf (json, ",%d", i);
      g_string_append_printf (expected, ",\n  %d", i);
    }
  g_string_append (json, " oops\r\n");
  g_string_append (expected, "\noops\n");
  for (int i = 0; i < 5000; i++)
    {
      g_string_append_printf (json, "line %d\n", i);
      g_string_append_printf (expected, "line %d\n", i);
    }
  g_string_append_printf (json, "%s\nend", filler);
  g_string_append_printf (expected, "%s\nend\n", filler);
  lines = whole (json->str, json->len, FALSE);
  text = all_lines (lines, 10000);
  g_assert_true (g_str_equal (text, expected->str));
  g_assert_cmpuint (rt_lines_get_longest (lines), ==, 3 * 1024 * 1024 + 5);
  rt_lines_read (lines, 1, 3 * 1024 * 1024, 100, piece);
  g_assert_cmpstr (piece->str, ==, "xxx\",");
  check_lengths (lines);
  g_assert_cmpuint (rt_json_lines_get_index_size (RT_JSON_LINES (lines)), <, json->len / 20);
  json_settle ();
}

static void
test_memory (void)
{
  static const char * const units[] = { "[", "1,", "[],", "{\"\":1},", "\"\"," };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (GString) json = g_string_new ("[");
      g_autoptr (RtLines) lines = NULL;

      while (json->len < 2000 * 1000)
        g_string_append (json, units[i]);
      lines = whole (json->str, json->len, FALSE);
      g_assert_cmpuint (rt_json_lines_get_index_size (RT_JSON_LINES (lines)), <, json->len / 5);
      g_assert_nonnull (rt_json_lines_get_flaw (RT_JSON_LINES (lines)));
    }
  json_settle ();
}

static void
count_cb (int *count)
{
  (*count)++;
}

/* Disposed of while the thread is at work; told of changes. */
static void
test_objects (void)
{
  g_autofree char *filler = g_strnfill (8 * 1024 * 1024, '[');
  g_autoptr (RtDecodedText) text = json_text_new ();
  RtLines *lines = rt_json_lines_new (text, FALSE);
  int count = 0;

  g_signal_connect_swapped (lines, "changed", G_CALLBACK (count_cb), &count);
  json_text_extend (text, filler, 100, FALSE);
  while (count == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (rt_lines_get_n_lines (lines), ==, 100);
  json_text_extend (text, filler, 8 * 1024 * 1024, TRUE);
  g_assert_finalize_object (lines);
  json_settle ();
}

static void
test_share (void)
{
  g_autoptr (RtDecodedText) text = json_text_new ();
  g_autoptr (RtLines) lines = rt_json_lines_new (text, FALSE);

  lines_share_check (text, lines, "[11111, 1111111]");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-lines/random", test_random);
  g_test_add_func ("/json-lines/suite", test_suite);
  g_test_add_func ("/json-lines/doubtful", test_doubtful);
  g_test_add_func ("/json-lines/pieces", test_pieces);
  g_test_add_func ("/json-lines/grow", test_grow);
  g_test_add_func ("/json-lines/broken", test_broken);
  g_test_add_func ("/json-lines/long", test_long);
  g_test_add_func ("/json-lines/memory", test_memory);
  g_test_add_func ("/json-lines/objects", test_objects);
  g_test_add_func ("/json-lines/share", test_share);

  return g_test_run ();
}
