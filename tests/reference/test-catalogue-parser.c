/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Well-formedness and white space. */

#include "catalogue-parser.h"

#include "reference-samples.h"

static void
test_tree (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) xml = make_bytes ("<a x='1'>\n <!-- no -->\n <b>one &amp;\n"
                                       "   two<![CDATA[ <3]]></b>\n</a>");
  g_autoptr (RtNode) root = rt_node_parse ("f.xml", xml, &error);
  const RtNode *child;

  g_assert_no_error (error);
  g_assert_cmpstr (root->name, ==, "a");
  g_assert_cmpstr (root->text, ==, "");
  g_assert_cmpint (root->line, ==, 1);
  g_assert_cmpstr (rt_node_get_attribute (root, "x"), ==, "1");
  g_assert_null (rt_node_get_attribute (root, "y"));
  g_assert_cmpuint (root->children->len, ==, 1);
  child = g_ptr_array_index (root->children, 0);
  g_assert_cmpint (child->line, ==, 3);
  g_assert_cmpstr (child->text, ==, "one & two <3");
}

static void
test_malformed (void)
{
  static const struct { const char *xml; const char *message; } cases[] = {
    { "", "f.xml:1:" },
    { "no xml", "f.xml:1:" },
    { "<a>", "f.xml:1:" },
    { "<a>\n</b>", "f.xml:2:" },
    { "<a>\n\n<b x='1></a>", "f.xml:3:" },
    { "<a>&unknown;</a>", "f.xml:1:" },
    { "<a>\377</a>", "f.xml:1:" },
    { "<a></a><", "f.xml:1:" },
    { "<a>\n<b/> text </a>", "f.xml:1: <a> has text between its elements" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) xml = make_bytes (cases[i].xml);
      g_autoptr (RtNode) root = rt_node_parse ("f.xml", xml, &error);

      g_assert_null (root);
      g_assert_error (error, RT_REFERENCE_ERROR, RT_REFERENCE_ERROR_SYNTAX);
      g_assert_true (g_str_has_prefix (error->message, cases[i].message));
    }
}

/* A file of a stranger must not use up the stack. */
static void
test_depth (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) xml = NULL;
  g_autoptr (RtNode) root = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append (text, "<a>");
  xml = make_bytes (text->str);
  root = rt_node_parse ("f.xml", xml, &error);
  g_assert_null (root);
  g_assert_error (error, RT_REFERENCE_ERROR, RT_REFERENCE_ERROR_SYNTAX);
  g_assert_cmpstr (error->message, ==, "f.xml:1: <a> is nested too deeply");
}

static void
test_normalize (void)
{
  static const struct { const char *text; const char *expected; } cases[] = {
    { "", "" },
    { " \n\t ", "" },
    { "one", "one" },
    { "  one \n   two\tthree  ", "one two three" },
    { "one\n\ntwo", "one\n\ntwo" },
    { "\n one\n more \n  \n\n  two \n", "one more\n\ntwo" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = rt_reference_normalize (cases[i].text);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reference/catalogue-parser/tree", test_tree);
  g_test_add_func ("/reference/catalogue-parser/malformed", test_malformed);
  g_test_add_func ("/reference/catalogue-parser/depth", test_depth);
  g_test_add_func ("/reference/catalogue-parser/normalize", test_normalize);

  return g_test_run ();
}
