/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of json-pretty.c: layout, the letter of every token kept, the place of
 * the first error, depth, and the public suite where it is present.
 */

#include "config.h"

#include "json-pretty.h"

#include <string.h>

static GString *
run (const char *text,
     gsize       length,
     gboolean    several,
     RtJsonFlaw *flaw)
{
  g_autofree char *exact = length > 0 ? g_memdup2 (text, length) : NULL;

  return rt_json_pretty (exact, length, several, 0, NULL, flaw);
}

static const struct
{
  const char *json;
  const char *pretty;
  gboolean    several;
} good[] = {
  { "{}", "{}\n" },
  { " [ ] ", "[]\n" },
  { "[[],{}]", "[\n  [],\n  {}\n]\n" },
  { "{\"b\":1,\"a\":[1,2]}", "{\n  \"b\": 1,\n  \"a\": [\n    1,\n    2\n  ]\n}\n" },
  { "{\"a\":1,\"a\":2}", "{\n  \"a\": 1,\n  \"a\": 2\n}\n" },
  { "18446744073709551616", "18446744073709551616\n" },
  { "[1.00,-0,1E400,0.10000000000000000001]",
    "[\n  1.00,\n  -0,\n  1E400,\n  0.10000000000000000001\n]\n" },
  { "\"\\u0000\\/\\ud800 \303\251\"", "\"\\u0000\\/\\ud800 \303\251\"\n" },
  { "true", "true\n" },
  { "{\"a\" : {\t\"b\":\r\nnull } }", "{\n  \"a\": {\n    \"b\": null\n  }\n}\n" },
  { "{\"a\":1}\n{\"b\":2}\n", "{\n  \"a\": 1\n}\n{\n  \"b\": 2\n}\n", TRUE },
  { "\0361\n\0362\n", "1\n2\n", TRUE },
};

static void
test_good (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_auto (RtJsonFlaw) flaw = { 0 };
      GString *out = run (good[i].json, strlen (good[i].json), good[i].several, &flaw);

      g_test_message ("%s", good[i].json);
      g_assert_nonnull (out);
      g_assert_cmpstr (out->str, ==, good[i].pretty);
      g_string_free (out, TRUE);
    }
}

static const struct
{
  const char *json;
  gsize       offset;
  guint       line;
  guint       column;
} bad[] = {
  { "", 0, 1, 1 },
  { "  ", 2, 1, 3 },
  { "{", 1, 1, 2 },
  { "[1,]", 3, 1, 4 },
  { "{\"a\":1,}", 7, 1, 8 },
  { "{a:1}", 1, 1, 2 },
  { "{'a':1}", 1, 1, 2 },
  { "[1\n 2]", 4, 2, 2 },
  { "[\"\303\251\", x]", 7, 1, 7 },
  { "01", 1, 1, 2 },
  { "1.", 2, 1, 3 },
  { ".5", 0, 1, 1 },
  { "-", 1, 1, 2 },
  { "1e", 2, 1, 3 },
  { "NaN", 0, 1, 1 },
  { "tru", 0, 1, 1 },
  { "\"a", 2, 1, 3 },
  { "\"a\\", 3, 1, 4 },
  { "\"\\x\"", 2, 1, 3 },
  { "\"\\u12\"", 2, 1, 3 },
  { "\"a\nb\"", 2, 1, 3 },
  { "{} {}", 3, 1, 4 },
  { "[1}", 2, 1, 3 },
  { "{\"a\" 1}", 5, 1, 6 },
  { "]", 0, 1, 1 },
  { "/* c */ 1", 0, 1, 1 },
};

static void
test_bad (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_auto (RtJsonFlaw) flaw = { 0 };
      GString *out = run (bad[i].json, strlen (bad[i].json), FALSE, &flaw);

      g_test_message ("%s", bad[i].json);
      g_assert_null (out);
      g_assert_cmpuint (flaw.offset, ==, bad[i].offset);
      g_assert_cmpuint (flaw.line, ==, bad[i].line);
      g_assert_cmpuint (flaw.column, ==, bad[i].column);
      g_assert_nonnull (flaw.message);
    }
}

static void
test_deep (void)
{
  gsize depth = 100 * 1000;
  g_autofree char *text = g_malloc (2 * depth);
  g_auto (RtJsonFlaw) flaw = { 0 };
  GString *out;

  memset (text, '[', depth);
  memset (text + depth, ']', depth);
  out = rt_json_pretty (text, 2 * depth, FALSE, 0, NULL, &flaw);
  g_assert_nonnull (out);
  g_assert_cmpuint (out->len, <, 2 * depth * (2 * RT_JSON_MAX_INDENT + 2));
  g_string_free (out, TRUE);

  out = rt_json_pretty (text, 2 * depth - 1, FALSE, 0, NULL, &flaw);
  g_assert_null (out);
  g_assert_cmpuint (flaw.offset, ==, 2 * depth - 1);
}

typedef struct
{
  GString *text;
  guint    n_pieces;
} Pieces;

static void
take_piece (const char *piece,
            gsize       length,
            gpointer    data)
{
  Pieces *pieces = data;

  g_assert_cmpuint (length, >, 0);
  g_string_append_len (pieces->text, piece, length);
  pieces->n_pieces++;
}

/* What comes in pieces is what comes at once. */
static void
check_pieces (const char *text,
              gsize       length,
              gboolean    several,
              guint       least_pieces)
{
  g_auto (RtJsonFlaw) flaw = { 0 };
  g_autofree char *exact = length > 0 ? g_memdup2 (text, length) : NULL;
  GString *whole = run (text, length, several, &flaw);
  Pieces pieces = { g_string_new (NULL), 0 };

  g_assert_nonnull (whole);
  g_assert_true (rt_json_pretty_pieces (exact, length, several, take_piece, &pieces, &flaw));
  g_assert_cmpmem (pieces.text->str, pieces.text->len, whole->str, whole->len);
  g_assert_cmpuint (pieces.n_pieces, >=, least_pieces);
  g_string_free (pieces.text, TRUE);
  g_string_free (whole, TRUE);
}

static void
test_pieces (void)
{
  GString *text = g_string_new ("[0");

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    check_pieces (good[i].json, strlen (good[i].json), good[i].several, 1);
  check_pieces ("", 0, TRUE, 0);

  for (guint i = 1; i < 100 * 1000; i++)
    g_string_append_printf (text, i % 7 != 0 ? ",%u" : ",{\"k\":[%u,\"a longer text\"]}", i);
  g_string_append (text, ",\"");
  for (guint i = 0; i < 300 * 1000; i++)
    g_string_append_c (text, 'a' + i % 26);
  g_string_append (text, "\"]");
  check_pieces (text->str, text->len, FALSE, 10);
  g_string_free (text, TRUE);
}

/* Tokens and joints of each length: they are copied many bytes at a time. */
static void
test_lengths (void)
{
  g_auto (RtJsonFlaw) flaw = { 0 };
  GString *text = g_string_new ("[");
  GString *expected = g_string_new ("[");
  GString *out;

  for (guint length = 0; length < 1000; length++)
    {
      g_autofree char *key = g_strnfill (length * 7 % 90, 'k');
      g_autofree char *value = g_strnfill (length % 100, 'v');

      g_string_append_printf (text, "%s{\"%s\":[\"%s\"]}", length > 0 ? "," : "", key, value);
      g_string_append_printf (expected, "%s\n  {\n    \"%s\": [\n      \"%s\"\n    ]\n  }",
                              length > 0 ? "," : "", key, value);
    }
  g_string_append (text, "]");
  g_string_append (expected, "\n]\n");
  out = run (text->str, text->len, FALSE, &flaw);
  g_assert_cmpmem (out->str, out->len, expected->str, expected->len);
  g_string_free (out, TRUE);
  g_string_free (expected, TRUE);
  g_string_free (text, TRUE);
}

static void
test_pieces_bad (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_auto (RtJsonFlaw) flaw = { 0 };
      Pieces pieces = { g_string_new (NULL), 0 };

      g_assert_false (rt_json_pretty_pieces (bad[i].json, strlen (bad[i].json), FALSE,
                                             take_piece, &pieces, &flaw));
      g_assert_cmpuint (flaw.offset, ==, bad[i].offset);
      g_string_free (pieces.text, TRUE);
    }
}

/* Objects and arrays alternate beyond the first byte of the stack. */
static void
test_stack (void)
{
  g_auto (RtJsonFlaw) flaw = { 0 };
  GString *text = g_string_new (NULL);
  GString *out;

  for (int i = 0; i < 40; i++)
    g_string_append (text, i % 3 == 0 ? "{\"k\":" : "[");
  for (int i = 39; i >= 0; i--)
    g_string_append (text, i % 3 == 0 ? (i == 39 ? "1}" : "}") : "]");
  out = rt_json_pretty (text->str, text->len, FALSE, 0, NULL, &flaw);
  g_assert_nonnull (out);
  g_string_free (out, TRUE);
  g_string_free (text, TRUE);
}

static void
test_cut (void)
{
  g_auto (RtJsonFlaw) flaw = { 0 };
  gboolean cut = FALSE;
  GString *out = rt_json_pretty ("[1,2,3,4]", 9, FALSE, 8, &cut, &flaw);

  g_assert_true (cut);
  g_assert_cmpstr (out->str, ==, "[\n  1,");
  g_string_free (out, TRUE);

  /* What comes after the cut is still checked. */
  out = rt_json_pretty ("[1,2,3,x]", 9, FALSE, 8, &cut, &flaw);
  g_assert_null (out);
  g_assert_cmpuint (flaw.offset, ==, 7);
}

static char *
strip (const char *text,
       gsize       length)
{
  GString *out = g_string_sized_new (length + 1);
  gboolean quoted = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (quoted && text[i] == '\\' && i + 1 < length)
        g_string_append_c (out, text[i++]);
      else if (text[i] == '"')
        quoted = !quoted;
      else if (!quoted && strchr (" \n\r\t", text[i]) != NULL)
        continue;
      g_string_append_c (out, text[i]);
    }

  return g_string_free (out, FALSE);
}

/* y_ is laid out with every token kept, n_ is refused; bytes that are not
 * UTF-8 never come this far. */
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
      g_auto (RtJsonFlaw) flaw = { 0 };
      gsize length;
      GString *out;

      if (!g_str_has_suffix (name, ".json") || strchr ("yn", name[0]) == NULL || name[1] != '_' ||
          !g_file_get_contents (path, &text, &length, NULL) ||
          (length > 0 && !g_utf8_validate_len (text, length, NULL)))
        continue;
      out = run (text, length, FALSE, &flaw);
      g_test_message ("%s", name);
      g_assert_cmpint (out != NULL, ==, name[0] == 'y');
      if (out != NULL)
        {
          g_autofree char *before = strip (text, length);
          g_autofree char *after = strip (out->str, out->len);

          g_assert_cmpstr (before, ==, after);
          g_string_free (out, TRUE);
        }
      n++;
    }
  g_test_message ("%u files", n);
  g_assert_cmpuint (n, >, 100);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-pretty/good", test_good);
  g_test_add_func ("/json-pretty/bad", test_bad);
  g_test_add_func ("/json-pretty/deep", test_deep);
  g_test_add_func ("/json-pretty/lengths", test_lengths);
  g_test_add_func ("/json-pretty/pieces", test_pieces);
  g_test_add_func ("/json-pretty/pieces-bad", test_pieces_bad);
  g_test_add_func ("/json-pretty/stack", test_stack);
  g_test_add_func ("/json-pretty/cut", test_cut);
  g_test_add_func ("/json-pretty/suite", test_suite);

  return g_test_run ();
}
