/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of xml-layout.c: the lines of rt_xml_pretty(), however the bytes come. */

#include "config.h"

#include "laid-out.h"
#include "xml-pretty.h"

#include <string.h>

static const struct
{
  const char *xml;
  const char *lines;
} cases[] = {
  { "<a/>", "<a/>\n" },
  { "<?xml version='1.0'?><a><b>x</b><c/></a>",
    "<?xml version='1.0'?>\n<a>\n  <b>x</b>\n  <c/>\n</a>\n" },
  { "<p>some <b>bold</b>\n text</p>", "<p>some <b>bold</b>\n text</p>\n" },
  { "<p>some\r\ntext</p>", "<p>some\ntext</p>\n" },
  { "<a><b/><c/>text</a>", "<a><b/><c/>text</a>\n" },
  { "<a><!-- x\n y --><b/></a>", "<a>\n  <!-- x\n y -->\n  <b/>\n</a>\n" },
  { "<!DOCTYPE a [<!ENTITY x \"]>\">]><a/>", "<!DOCTYPE a [<!ENTITY x \"]>\">]>\n<a/>\n" },
  { "<!DOCTYPE a [<!-- don't ]> --><?p \"]> ?>]><a/>",
    "<!DOCTYPE a [<!-- don't ]> --><?p \"]> ?>]>\n<a/>\n" },
  { "<a> </a>\n", "<a> </a>\n" },
  { "", "" },
  { "  \n", "" },
  /* mistakes: what is before stays, what follows stands as it is */
  { "<a><b></a>\n<c/>", "<a>\n  <b>\n</a>\n<c/>\n" },
  { "<a><b/></a></x>  <y>", "<a>\n  <b/>\n</a>\n</x>  <y>\n" },
  { "<a>\n<b>\n", "<a>\n  <b>\n" },
  { "<a><b/><!-- x\n\ny", "<a>\n  <b/>\n<!-- x\n\ny\n" },
  { "<a>one <b>two</c> x", "<a>one <b>two\n</c> x\n" },
  { "<", "<\n" },
  { "<></>", "<></>\n" },
};

static void
test_cases (void)
{
  static const gsize steps[] = { 1, 2, 5, 1000 };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize s = 0; s < G_N_ELEMENTS (steps); s++)
      {
        gsize length = strlen (cases[i].xml);
        g_autofree char *exact = g_memdup2 (cases[i].xml, length);
        g_autofree char *lines = laid_out (exact, length, steps[s], FALSE);

        g_test_message ("%s", cases[i].xml);
        g_assert_cmpstr (lines, ==, cases[i].lines);
      }
}

/* --- documents made by chance --- */

static void
grow (GString *out,
      GRand   *rand,
      guint    depth)
{
  static const char *const texts[] = {
    "word", " ", "\n  ", "two\nlines", "<!-- c -->", "<![CDATA[<x>]]>", "<e x='>'/>", "<?pi?>",
    "\t\n", "&amp;",
  };
  guint n = g_rand_int_range (rand, 0, 6);

  for (guint i = 0; i < n; i++)
    if (depth < 8 && g_rand_int_range (rand, 0, 2) == 0)
      {
        g_string_append_printf (out, "<n%u>", depth);
        grow (out, rand, depth + 1);
        g_string_append_printf (out, "</n%u>", depth);
      }
    else
      g_string_append (out, texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))]);
}

static void
test_same_as_pretty (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 400; i++)
    {
      g_autoptr (GString) xml = g_string_new ("<root>");
      g_autofree char *message = NULL;
      g_autofree char *lines = NULL;
      guint line;
      GString *pretty;

      for (guint n = 0; n < (i % 20 == 0 ? 200 : 1); n++)
        {
          g_string_append (xml, "<row>");
          grow (xml, rand, 0);
          g_string_append (xml, "</row>");
        }
      g_string_append (xml, "</root>");
      pretty = rt_xml_pretty (xml->str, xml->len, &line, &message);
      g_assert_nonnull (pretty);
      lines = laid_out (xml->str, xml->len, g_rand_int_range (rand, 1, 400), FALSE);
      g_assert_cmpstr (lines, ==, pretty->str);
      g_string_free (pretty, TRUE);
    }
}

static void
test_deep (void)
{
  g_autoptr (GString) xml = g_string_new (NULL);
  g_autofree char *lines = NULL;

  for (guint i = 0; i < 200000; i++)
    g_string_append (xml, "<a>");
  for (guint i = 0; i < 200000; i++)
    g_string_append (xml, "</a>");
  lines = laid_out (xml->str, xml->len, 100000, FALSE);
  g_assert_true (g_str_has_prefix (lines, "<a>\n  <a>\n"));
  g_assert_true (g_str_has_suffix (lines, "\n  </a>\n</a>\n"));
}

/* Text after so much that its element was laid out already: joined, not lost. */
static void
test_late_text (void)
{
  g_autoptr (GString) xml = g_string_new ("<a>");
  g_autofree char *lines = NULL;

  for (guint i = 0; i < RT_MARKUP_LOOK_AHEAD / 4; i++)
    g_string_append (xml, "<b/> ");
  g_string_append (xml, "<c/>late<d/></a>");
  lines = laid_out (xml->str, xml->len, 1000, FALSE);
  g_assert_true (g_str_has_prefix (lines, "<a>\n  <b/>\n"));
  g_assert_true (g_str_has_suffix (lines, "\n  <c/>late<d/>\n</a>\n"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xml-layout/cases", test_cases);
  g_test_add_func ("/xml-layout/same-as-pretty", test_same_as_pretty);
  g_test_add_func ("/xml-layout/deep", test_deep);
  g_test_add_func ("/xml-layout/late-text", test_late_text);

  return g_test_run ();
}
