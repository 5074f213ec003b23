/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/cli/citation.c. */

#include "citation.h"

static void
test_parse (void)
{
  static const struct { const char *text; const char *document; const char *section; } cases[] = {
    { "RFC 9110", "RFC 9110", NULL },
    { "rfc9110", "RFC 9110", NULL },
    { "RFC-9110 15.5", "RFC 9110", "15.5" },
    { "RFC 9110, section 15.5.5", "RFC 9110", "15.5.5" },
    { "RFC 9110, Section 15.5.5.", "RFC 9110", "15.5.5" },
    { "rfc9110#section-15", "RFC 9110", "15" },
    { "RFC 9110 §9.3.1", "RFC 9110", "9.3.1" },
    { "section 15", NULL, "15" },
    { "15.5.5", NULL, "15.5.5" },
  };
  static const char *const others[] = {
    "", "404", "40", "RFC", "rfc x", "RFC 9110 x", "RFC 9110 15..5", ".", "1.x", "section",
    "reset", "RFC 9110 15.5 and more", "§",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RtCitation) citation = rt_citation_parse (cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_nonnull (citation);
      g_assert_cmpstr (citation->document, ==, cases[i].document);
      g_assert_cmpstr (citation->section, ==, cases[i].section);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_test_message ("%s", others[i]);
      g_assert_null (rt_citation_parse (others[i]));
    }
}

static void
test_compare (void)
{
  static const struct { const char *text; const char *specification; RtCited cited; } cases[] = {
    { "RFC 9110", "RFC 9110", RT_CITED_WITHIN },
    { "RFC 9110", "RFC 9110, section 15.5.5", RT_CITED_WITHIN },
    { "RFC 911", "RFC 9110, section 15.5.5", RT_CITED_NOT },
    { "RFC 9110 15.5.5", "RFC 9110, section 15.5.5", RT_CITED_EXACTLY },
    { "RFC 9110 15.5", "RFC 9110, section 15.5.5", RT_CITED_WITHIN },
    { "RFC 9110 15.5", "RFC 9110, section 15.50", RT_CITED_NOT },
    { "RFC 9111 15.5", "RFC 9110, section 15.5.5", RT_CITED_NOT },
    { "15.5.5", "RFC 9110, section 15.5.5", RT_CITED_EXACTLY },
    { "15.5.5", "RFC 9110", RT_CITED_NOT },
    { "15.5.5", "", RT_CITED_NOT },
    { "RFC 9110", "", RT_CITED_NOT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RtCitation) citation = rt_citation_parse (cases[i].text);

      g_test_message ("%s in %s", cases[i].text, cases[i].specification);
      g_assert_cmpint (rt_citation_compare (citation, cases[i].specification), ==, cases[i].cited);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/citation/parse", test_parse);
  g_test_add_func ("/citation/compare", test_compare);

  return g_test_run ();
}
