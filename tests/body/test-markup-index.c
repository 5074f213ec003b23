/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of markup-index.c: every line by its number, with few marks. */

#include "config.h"

#include "markup-index.h"

#include <string.h>

static char *
read_line (RtMarkupIndex *index,
           const char    *text,
           guint64        line)
{
  guint64 first;
  g_autoptr (GArray) lines = rt_markup_index_dup_block (index, text, line, &first);
  const RtMarkupLine *found;

  if (line - first >= lines->len)
    return NULL;
  found = &g_array_index (lines, RtMarkupLine, line - first);

  return g_strndup (text + found->start, found->end - found->start);
}

static void
test_by_number (void)
{
  g_autoptr (RtMarkupIndex) index = rt_markup_index_new (FALSE);
  g_autoptr (GString) xml = g_string_new ("<r>");
  guint64 offset;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (xml, "<i>%u</i>", i);
  g_string_append (xml, "</r>");
  while (rt_markup_index_run (index, xml->str, xml->len, TRUE))
    ;
  g_assert_cmpuint (rt_markup_index_get_n_lines (index), ==, 0);
  g_assert_true (rt_markup_index_publish (index));
  g_assert_cmpuint (rt_markup_index_get_n_lines (index), ==, 20002);
  g_assert_cmpuint (rt_markup_index_get_longest (index), ==, strlen ("  <i>10000</i>"));
  g_assert_null (rt_markup_index_get_flaw (index, &offset));
  for (guint i = 0; i < 20000; i += 37)
    {
      g_autofree char *line = read_line (index, xml->str, i + 1);
      g_autofree char *expected = g_strdup_printf ("<i>%u</i>", i);

      g_assert_cmpstr (line, ==, expected);
    }
  g_assert_null (read_line (index, xml->str, 20002));
}

/* A long line is found by the marks around it, and the last one grows. */
static void
test_long_line (void)
{
  g_autoptr (RtMarkupIndex) index = rt_markup_index_new (FALSE);
  g_autoptr (GString) xml = g_string_new ("<r><s/><t>");
  g_autofree char *grown = NULL;
  g_autofree char *last = NULL;

  for (guint i = 0; i < 50000; i++)
    g_string_append (xml, "word ");
  rt_markup_index_run (index, xml->str, xml->len, FALSE);
  rt_markup_index_publish (index);
  /* What encloses it may still turn out to hold text. */
  g_assert_cmpuint (rt_markup_index_get_n_lines (index), ==, 0);
  for (guint i = 0; i < 50000; i++)
    g_string_append (xml, "word ");
  g_string_append (xml, "</t><u/></r>");
  rt_markup_index_run (index, xml->str, xml->len, TRUE);
  rt_markup_index_publish (index);
  g_assert_cmpuint (rt_markup_index_get_n_lines (index), ==, 5);
  grown = read_line (index, xml->str, 2);
  g_assert_cmpuint (strlen (grown), ==, 7 + 500000);
  last = read_line (index, xml->str, 3);
  g_assert_cmpstr (last, ==, "<u/>");
}

static void
test_flaw (void)
{
  g_autoptr (RtMarkupIndex) index = rt_markup_index_new (FALSE);
  const char *xml = "<a>\n<b></c>\nrest\n";
  guint64 offset = 0;
  g_autofree char *rest = NULL;

  rt_markup_index_run (index, xml, strlen (xml), TRUE);
  rt_markup_index_publish (index);
  g_assert_nonnull (rt_markup_index_get_flaw (index, &offset));
  g_assert_cmpuint (offset, ==, 7);
  rest = read_line (index, xml, 3);
  g_assert_cmpstr (rest, ==, "rest");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/markup-index/by-number", test_by_number);
  g_test_add_func ("/markup-index/long-line", test_long_line);
  g_test_add_func ("/markup-index/flaw", test_flaw);

  return g_test_run ();
}
