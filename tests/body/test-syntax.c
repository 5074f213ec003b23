/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of syntax.c and its lexers: a letter for each byte says what it is. */

#include "config.h"

#include "syntax.h"

#include <string.h>

/* '.' plain, then as the enumeration goes. */
static const char letters[] = ".pksnweCd";

typedef struct
{
  RtSyntax    syntax;
  const char *text;
  const char *kinds;
} Case;

static const Case cases[] = {
  { RT_SYNTAX_JSON, "", "" },
  { RT_SYNTAX_JSON, "{\"a\": 1}", "pkkkp.np" },
  { RT_SYNTAX_JSON, "  \"a\" : \"b\",", "..kkk.p.sssp" },
  { RT_SYNTAX_JSON, "[true,null,-1.5e3]", "pwwwwpwwwwpnnnnnnp" },
  { RT_SYNTAX_JSON, "\"x\\n\\u00e9y\"", "sseeeeeeeess" },
  { RT_SYNTAX_JSON, "\"a\\\"b\"", "sseess" },
  { RT_SYNTAX_JSON, "truth \001 NaN", "..........." },
  { RT_SYNTAX_JSON, "\"open", "sssss" },
  { RT_SYNTAX_JSON, "{\"cut", "pkkkk" },
  { RT_SYNTAX_XML, "<a b=\"c\">t</a>", "pw.kpsssp.ppwp" },
  { RT_SYNTAX_XML, "<a b='&lt;' c=d/>", "pw.kpseeees.kpssp" },
  { RT_SYNTAX_XML, "x &amp; y & z", "..eeeee......" },
  { RT_SYNTAX_XML, "<!-- > -->t", "CCCCCCCCCC." },
  { RT_SYNTAX_XML, "<?xml?><!DOCTYPE a>", "CCCCCCCCCCCCCCCCCCC" },
  { RT_SYNTAX_XML, "a < b <3", "........" },
  { RT_SYNTAX_XML, "<script>a<b</script>", "pwwwwwwp...ppwwwwwwp" },
  { RT_SYNTAX_XML, "<scripts>a<b>", "pwwwwwwwp.pwp" },
  { RT_SYNTAX_HEX, "00000010  48 54  |HT|", "dddddddd.........dssd" },
  { RT_SYNTAX_HEX, "x|", "dd" },
  { RT_SYNTAX_NONE, "{\"a\"}", "....." },
};

static char *
show (RtSyntax       syntax,
      const char    *text,
      gsize          length,
      RtSyntaxState *state)
{
  g_autofree char *exact = g_memdup2 (text, length);
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (RtToken));
  char *kinds = g_strnfill (length, '.');
  gsize end = 0;

  rt_syntax_scan (syntax, exact, length, state, tokens);
  for (guint i = 0; i < tokens->len; i++)
    {
      const RtToken *token = &g_array_index (tokens, RtToken, i);

      g_assert_cmpuint (token->start, >=, end);
      g_assert_cmpuint (token->end, >, token->start);
      g_assert_cmpuint (token->end, <=, length);
      end = token->end;
      memset (kinds + token->start, letters[token->kind], token->end - token->start);
    }

  return kinds;
}

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RtSyntaxState state = { 0, };
      g_autofree char *kinds = show (cases[i].syntax, cases[i].text, strlen (cases[i].text),
                                     &state);

      g_assert_cmpstr (kinds, ==, cases[i].kinds);
    }
}

/* Cut anywhere: the state carries over. Whether a string is a key may be told
 * later than where it was cut. */
static void
test_cut (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize cut = 0; cut <= strlen (cases[i].text); cut++)
      {
        RtSyntaxState whole = { 0, };
        RtSyntaxState cut_state = { 0, };
        gsize length = strlen (cases[i].text);

        rt_syntax_scan (cases[i].syntax, cases[i].text, length, &whole, NULL);
        g_free (show (cases[i].syntax, cases[i].text, cut, &cut_state));
        g_free (show (cases[i].syntax, cases[i].text + cut, length - cut, &cut_state));
        if (cases[i].syntax == RT_SYNTAX_JSON)
          g_assert_cmpuint (cut_state.mode, ==, whole.mode);
      }
}

static void
test_lines (void)
{
  RtSyntaxState state = { 0, };
  g_autofree char *one = show (RT_SYNTAX_XML, "a <!-- b", 8, &state);
  g_autofree char *two = show (RT_SYNTAX_XML, "<c> --> d", 9, &state);

  g_assert_cmpstr (one, ==, "..CCCCCC");
  g_assert_cmpstr (two, ==, "CCCCCCC..");
}

static void
test_guess (void)
{
  static const struct
  {
    RtSyntax    syntax;
    const char *before;
    const char *after;
    const char *kinds;
  } guesses[] = {
    { RT_SYNTAX_JSON, "12, \"a\": \"b c", "d\", 1", "sspn" },
    { RT_SYNTAX_JSON, "some words\", \"a\": 12, ", "true", "wwww" },
    { RT_SYNTAX_JSON, "words without any end", "d\",", "ssp" },
    { RT_SYNTAX_JSON, "1,2,3,4,5,6,", "7", "n" },
    { RT_SYNTAX_XML, "b=\"x\">text <i>", "t<", ".." },
    { RT_SYNTAX_XML, "x</a><b ", "c=\"d\"", "kpsss" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (guesses); i++)
    {
      gsize length = strlen (guesses[i].before);
      g_autofree char *before = g_memdup2 (guesses[i].before, length);
      g_autofree char *kinds = NULL;
      RtSyntaxState state;

      rt_syntax_guess (guesses[i].syntax, before, length, &state);
      kinds = show (guesses[i].syntax, guesses[i].after, strlen (guesses[i].after), &state);
      for (gsize k = 0; kinds[k] != '\0'; k++)
        if (kinds[k] != '.' && guesses[i].kinds[k] == '.')
          g_test_message ("%u: %s", i, kinds);
      g_assert_cmpint (kinds[0], ==, guesses[i].kinds[0]);
    }
}

static void
test_random (void)
{
  static const char bytes[] = "<>\"'&!-?/= {}[]:,\\u0a;\377\303";

  for (guint round = 0; round < 5000; round++)
    {
      char text[48];
      gsize length = g_test_rand_int_range (0, sizeof text);
      RtSyntaxState state = { 0, };

      for (gsize i = 0; i < length; i++)
        text[i] = bytes[g_test_rand_int_range (0, sizeof bytes)];
      for (RtSyntax syntax = RT_SYNTAX_NONE; syntax <= RT_SYNTAX_HEX; syntax++)
        {
          g_autofree char *exact = g_memdup2 (text, length);

          rt_syntax_guess (syntax, exact, length, &state);
          g_free (show (syntax, text, length, &state));
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/syntax/table", test_table);
  g_test_add_func ("/syntax/cut", test_cut);
  g_test_add_func ("/syntax/lines", test_lines);
  g_test_add_func ("/syntax/guess", test_guess);
  g_test_add_func ("/syntax/random", test_random);

  return g_test_run ();
}
