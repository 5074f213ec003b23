/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of html-layout.c: breaks where they show nothing, and nowhere else. */

#include "config.h"

#include "laid-out.h"

#include <string.h>

static const struct
{
  const char *html;
  const char *lines;
} cases[] = {
  { "<!DOCTYPE html><html><head><meta charset=utf-8><title>A b</title>"
    "<link rel=x href=y></head><body><p>One <b>two</b> three</p></body></html>",
    "<!DOCTYPE html>\n<html>\n  <head>\n    <meta charset=utf-8>\n    <title>A b</title>\n"
    "    <link rel=x href=y>\n  </head>\n  <body>\n    <p>One <b>two</b> three</p>\n  </body>\n"
    "</html>\n" },
  { "<ul><li>a<li>b<ul><li>c</ul></ul>",
    "<ul>\n  <li>a\n  <li>b\n    <ul>\n      <li>c\n    </ul>\n</ul>\n" },
  { "<p>a<p>b<div>c</div>", "<p>a\n<p>b\n<div>c</div>\n" },
  { "a<b>b</b><i>c</i>", "a<b>b</b><i>c</i>\n" },
  { "<p>Hello\n   world</p>", "<p>Hello\n  world</p>\n" },
  { "<div>\n\n<p>x</p>\n</div>\n", "<div>\n  <p>x</p>\n</div>\n" },
  { "<div> <span> a </span> </div>", "<div> <span> a </span> </div>\n" },
  { "<pre>\n a\n   b</pre><p>c", "<pre>\n a\n   b</pre>\n<p>c\n" },
  { "<p>x<textarea>\n <p>\n</textarea>y</p>", "<p>x<textarea>\n <p>\n</textarea>y</p>\n" },
  { "<script>if (a<b) {\n  '</p>'\n}</script><p>x",
    "<script>if (a<b) {\n  '</p>'\n}</script>\n<p>x\n" },
  { "a<script>x</script>b", "a<script>x</script>b\n" },
  { "<SCRIPT>x</ScRiPt ><P>y", "<SCRIPT>x</ScRiPt >\n<P>y\n" },
  { "<div a='>' b=\">\" c=x'y>z</div>", "<div a='>' b=\">\" c=x'y>z</div>\n" },
  { "a < b <3 &lt; <", "a < b <3 &lt; <\n" },
  { "<!-- a > b --><!--><!---><p>x", "<!-- a > b -->\n<!-->\n<!--->\n<p>x\n" },
  { "<p>a<!-- c -->b</p>", "<p>a<!-- c -->b</p>\n" },
  { "<table><tr><td>1<td>2<tr><td>3</table>",
    "<table>\n  <tr>\n    <td>1\n    <td>2\n  <tr>\n    <td>3\n</table>\n" },
  { "a<br>b<br/>c", "a<br>\nb<br/>\nc\n" },
  { "<select><option>a<option>b</select>", "<select>\n<option>a\n<option>b</select>\n" },
  { "</div></p>x", "</div>\n</p>\nx\n" },
  { "<div><p>x</div>y", "<div>\n  <p>x\n</div>\ny\n" },
  { "<div", "<div\n" },
  { "<p>x<!-- never", "<p>x<!-- never\n" },
  { "<script>never\n ended", "<script>never\n ended\n" },
  { "<hr><p>a", "<hr>\n<p>a\n" },
  { "<?php x ?><p>y", "<?php x ?>\n<p>y\n" },
  { "", "" },
};

static void
test_cases (void)
{
  static const gsize steps[] = { 1, 2, 7, 1000 };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize s = 0; s < G_N_ELEMENTS (steps); s++)
      {
        gsize length = strlen (cases[i].html);
        g_autofree char *exact = g_memdup2 (cases[i].html, length);
        g_autofree char *lines = laid_out (exact, length, steps[s], TRUE);

        g_test_message ("%s, %" G_GSIZE_FORMAT, cases[i].html, steps[s]);
        g_assert_cmpstr (lines, ==, cases[i].lines);
      }
}

/* What is shown: runs of white space are one space, and none at the edges of
 * lines. Nothing else may differ. */
static char *
squeeze (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isspace (*p))
      g_string_append_c (out, *p);

  return g_string_free (out, FALSE);
}

static void
test_nothing_lost (void)
{
  static const char *const pieces[] = {
    "<div>", "</div>", "<p>", "</p>", "<li>", "</ul>", "<ul>", "word", " ", "\n", "<b>", "</b>",
    "<script>a\n<b", "</script>", "<!-- x\ny -->", "<", "<td>", "</table>", "<pre>", "</pre>",
    "<br>", "<a href='x>\n'>", "two words\n  and", "<img src=x>", "<title>", "</title>", "</",
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (GString) html = g_string_new (NULL);
      g_autofree char *whole = NULL;
      g_autofree char *lines = NULL;
      g_autofree char *a = NULL;
      g_autofree char *b = NULL;

      for (guint n = 0; n < (i % 10 == 0 ? 20000 : 60); n++)
        g_string_append (html, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      whole = laid_out (html->str, html->len, html->len, TRUE);
      lines = laid_out (html->str, html->len, g_rand_int_range (rand, 40, 3000), TRUE);
      g_assert_cmpstr (whole, ==, lines);
      a = squeeze (html->str);
      b = squeeze (lines);
      g_assert_cmpstr (a, ==, b);
    }
}

static void
test_deep (void)
{
  g_autoptr (GString) html = g_string_new (NULL);
  g_autofree char *lines = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (html, "<div>");
  g_string_append (html, "x");
  for (guint i = 0; i < 100000; i++)
    g_string_append (html, "</div>");
  lines = laid_out (html->str, html->len, 100000, TRUE);
  g_assert_true (g_str_has_prefix (lines, "<div>\n  <div>\n"));
  g_assert_true (g_str_has_suffix (lines, "\n  </div>\n</div>\n"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/html-layout/cases", test_cases);
  g_test_add_func ("/html-layout/nothing-lost", test_nothing_lost);
  g_test_add_func ("/html-layout/deep", test_deep);

  return g_test_run ();
}
