/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of xml-pretty.c: text is never changed, mistakes are placed. */

#include "config.h"

#include "xml-pretty.h"

#include <string.h>

static const struct
{
  const char *xml;
  const char *pretty; /* NULL: does not match */
  guint       line;
} cases[] = {
  { "<a/>", "<a/>\n" },
  { "<?xml version='1.0'?><a><b>x</b><c/></a>",
    "<?xml version='1.0'?>\n<a>\n  <b>x</b>\n  <c/>\n</a>\n" },
  { "<a>\n\n  <b/>   </a>\n", "<a>\n  <b/>\n</a>\n" },
  { "<a> </a>", "<a> </a>\n" },
  { "<a></a>", "<a></a>\n" },
  { "<p>some <b>bold</b>\n text</p>", "<p>some <b>bold</b>\n text</p>\n" },
  { "<a x='>' y=\"/>\"><b/></a>", "<a x='>' y=\"/>\">\n  <b/>\n</a>\n" },
  { "<a><![CDATA[<b>]]></a>", "<a><![CDATA[<b>]]></a>\n" },
  { "<a><!-- </a> --><b/></a>", "<a>\n  <!-- </a> -->\n  <b/>\n</a>\n" },
  { "<!DOCTYPE a [<!ENTITY x \"]>\">]><a/>", "<!DOCTYPE a [<!ENTITY x \"]>\">]>\n<a/>\n" },
  { "<!DOCTYPE a [<!-- don't ]> --><?p \"]> ?>]><a/>",
    "<!DOCTYPE a [<!-- don't ]> --><?p \"]> ?>]>\n<a/>\n" },
  { "<a xml:space='preserve'> <b/> </a>", "<a xml:space='preserve'> <b/> </a>\n" },
  { "<a>&amp;&#1;</a>", "<a>&amp;&#1;</a>\n" },
  { "<a><b></a>", NULL, 1 },
  { "<a>\n<b>\n", NULL, 2 },
  { "</a>", NULL, 1 },
  { "<a>\n<!-- x", NULL, 2 },
  { "<a", NULL, 1 },
  { "<", NULL, 1 },
  { "<></>", NULL, 1 },
  { "</", NULL, 1 },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize length = strlen (cases[i].xml);
      g_autofree char *exact = g_memdup2 (cases[i].xml, length);
      g_autofree char *message = NULL;
      guint line = 0;
      GString *out = rt_xml_pretty (exact, length, &line, &message);

      g_test_message ("%s", cases[i].xml);
      g_assert_cmpstr (out != NULL ? out->str : NULL, ==, cases[i].pretty);
      if (out == NULL)
        {
          g_assert_cmpuint (line, ==, cases[i].line);
          g_assert_nonnull (message);
        }
      else
        g_string_free (out, TRUE);
    }
}

static void
test_deep (void)
{
  GString *text = g_string_new (NULL);
  g_autofree char *message = NULL;
  guint line;
  GString *out;

  for (int i = 0; i < 50000; i++)
    g_string_append (text, "<a>");
  for (int i = 0; i < 50000; i++)
    g_string_append (text, "</a>");
  out = rt_xml_pretty (text->str, text->len, &line, &message);
  g_assert_nonnull (out);
  g_string_free (out, TRUE);
  g_string_free (text, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xml-pretty/cases", test_cases);
  g_test_add_func ("/xml-pretty/deep", test_deep);

  return g_test_run ();
}
