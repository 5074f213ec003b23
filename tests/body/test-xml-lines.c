/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of xml-lines.c: the layout as lines, while the text arrives. */

#include "config.h"

#include "xml-lines.h"
#include "xml-pretty.h"

#include "check-lengths.h"
#include "lines-share.h"

#include <string.h>

static RtDecodedText *
new_text (void)
{
  g_autoptr (RtMediaType) type = rt_media_type_parse ("text/xml; charset=utf-8");

  return rt_decoded_text_new (rt_charset_detect (type, (const guint8 *) "<a/>", 4));
}

static void
extend (RtDecodedText *text,
        const char    *data,
        gsize          length,
        gboolean       complete)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);

  rt_decoded_text_extend (text, bytes, complete);
}

static void
wait (RtLines *lines)
{
  while (!rt_lines_is_complete (lines))
    g_main_context_iteration (NULL, TRUE);
}

static char *
read_all (RtLines *lines)
{
  GString *out = g_string_new (NULL);
  guint64 line = 0;
  gsize n;

  while ((n = rt_lines_read_block (lines, line, 1 << 20, out)) > 0)
    line += n;
  g_assert_cmpuint (line, ==, rt_lines_get_n_lines (lines));

  return g_string_free (out, FALSE);
}

static void
test_growing (void)
{
  g_autoptr (RtDecodedText) text = new_text ();
  g_autoptr (RtLines) lines = rt_xml_lines_new (text, FALSE);
  g_autoptr (GString) xml = g_string_new ("<r>");
  g_autofree char *all = NULL;
  g_autofree char *message = NULL;
  GString *pretty;
  guint line;

  for (guint i = 0; i < 60000; i++)
    g_string_append_printf (xml, "<i n='%u'><j>%u</j>\n</i>", i, i);
  g_string_append (xml, "</r>");
  g_assert_cmpuint (rt_lines_get_n_lines (lines), ==, 0);
  extend (text, xml->str, xml->len / 2, FALSE);
  while (rt_lines_get_n_lines (lines) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (rt_lines_is_complete (lines));
  check_lengths (lines);
  extend (text, xml->str, xml->len, TRUE);
  wait (lines);
  g_assert_cmpuint (rt_lines_get_n_lines (lines), ==, 180002);
  g_assert_null (rt_xml_lines_get_flaw (RT_XML_LINES (lines)));
  check_lengths (lines);
  all = read_all (lines);
  pretty = rt_xml_pretty (xml->str, xml->len, &line, &message);
  g_assert_cmpstr (all, ==, pretty->str);
  g_string_free (pretty, TRUE);
}

static void
test_read (void)
{
  g_autoptr (RtDecodedText) text = new_text ();
  g_autoptr (RtLines) lines = rt_xml_lines_new (text, FALSE);
  g_autoptr (GString) out = g_string_new (NULL);
  guint64 lengths[4];

  extend (text, "<a><b><c/></b></a>", 18, TRUE);
  wait (lines);
  g_assert_cmpuint (rt_lines_get_n_lines (lines), ==, 5);
  g_assert_cmpuint (rt_lines_get_length (lines, 2), ==, 8);
  g_assert_cmpuint (rt_lines_get_length (lines, 5), ==, 0);
  g_assert_cmpuint (rt_lines_get_longest (lines), ==, 8);
  rt_lines_read (lines, 2, 2, 3, out);
  g_assert_cmpstr (out->str, ==, "  <");
  rt_lines_read (lines, 2, 6, 100, out);
  g_assert_cmpstr (out->str, ==, "  </>");
  rt_lines_read (lines, 2, 8, 100, out);
  rt_lines_read (lines, 9, 0, 100, out);
  g_assert_cmpstr (out->str, ==, "  </>");
  g_assert_cmpuint (rt_lines_get_lengths (lines, 2, 4, lengths), ==, 3);
  g_assert_cmpuint (lengths[1], ==, 6);
  g_string_truncate (out, 0);
  g_assert_cmpuint (rt_lines_read_block (lines, 0, 9, out), ==, 2);
  g_assert_cmpuint (rt_lines_read_block (lines, 2, 3, out), ==, 0);
  g_assert_cmpstr (out->str, ==, "<a>\n  <b>\n");
}

static void
test_flaw (void)
{
  g_autoptr (RtDecodedText) text = new_text ();
  g_autoptr (RtLines) lines = rt_xml_lines_new (text, FALSE);
  const char *xml = "<a>\n\303\251<b>\n</c>\nrest";
  g_autofree char *all = NULL;
  const RtJsonFlaw *flaw;

  extend (text, xml, strlen (xml), TRUE);
  wait (lines);
  flaw = rt_xml_lines_get_flaw (RT_XML_LINES (lines));
  g_assert_nonnull (flaw);
  g_assert_cmpuint (flaw->offset, ==, strstr (xml, "</c>") - xml);
  g_assert_cmpuint (flaw->line, ==, 3);
  g_assert_cmpuint (flaw->column, ==, 1);
  g_assert_cmpstr (flaw->message, !=, "");
  check_lengths (lines);
  all = read_all (lines);
  g_assert_true (g_str_has_suffix (all, "</c>\nrest\n"));
}

static void
test_html (void)
{
  g_autoptr (RtDecodedText) text = new_text ();
  g_autoptr (RtLines) lines = rt_xml_lines_new (text, TRUE);
  g_autofree char *all = NULL;

  extend (text, "<ul><li>a<li>b</ul>", 19, TRUE);
  wait (lines);
  check_lengths (lines);
  all = read_all (lines);
  g_assert_cmpstr (all, ==, "<ul>\n  <li>a\n  <li>b\n</ul>\n");
  g_assert_null (rt_xml_lines_get_flaw (RT_XML_LINES (lines)));
}

/* Gone while the thread works: it ends by itself. */
static void
test_dispose (void)
{
  g_autoptr (RtDecodedText) text = new_text ();
  RtLines *lines = rt_xml_lines_new (text, FALSE);
  char *data = g_malloc (4 << 20);
  g_autoptr (GBytes) bytes = NULL;

  memset (data, ' ', 4 << 20);
  /* The thread may have them for a moment longer. */
  bytes = g_bytes_new_take (data, 4 << 20);
  rt_decoded_text_extend (text, bytes, FALSE);
  g_assert_finalize_object (lines);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&text);
}

static void
test_share (void)
{
  g_autoptr (RtDecodedText) text = new_text ();
  g_autoptr (RtLines) lines = rt_xml_lines_new (text, FALSE);

  lines_share_check (text, lines, "<a><b> </b></a>\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xml-lines/growing", test_growing);
  g_test_add_func ("/xml-lines/read", test_read);
  g_test_add_func ("/xml-lines/flaw", test_flaw);
  g_test_add_func ("/xml-lines/html", test_html);
  g_test_add_func ("/xml-lines/dispose", test_dispose);
  g_test_add_func ("/xml-lines/share", test_share);

  return g_test_run ();
}
