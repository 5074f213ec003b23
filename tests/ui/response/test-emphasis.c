/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of emphasis.c: which letters are emphasised. */

#include "config.h"

#include "emphasis.h"

#include <string.h>

/* The text with "[" and "]" around what is bold and underlined. */
static char *
render (const char    *text,
        PangoAttrList *attributes)
{
  GString *out = g_string_new (NULL);
  gboolean open = FALSE;

  for (gsize i = 0; i <= strlen (text); i++)
    {
      GSList *list = pango_attr_list_get_attributes (attributes);
      guint n = 0;

      for (GSList *link = list; link != NULL; link = link->next)
        {
          PangoAttribute *attribute = link->data;

          n += i >= attribute->start_index && i < attribute->end_index && text[i] != '\0';
        }
      g_slist_free_full (list, (GDestroyNotify) pango_attribute_destroy);
      g_assert_true (n == 0 || n == 2);
      if ((n > 0) != open)
        g_string_append_c (out, n > 0 ? '[' : ']');
      open = n > 0;
      if (text[i] != '\0')
        g_string_append_c (out, text[i]);
    }

  return g_string_free (out, FALSE);
}

static void
test_url (void)
{
  static const struct
  {
    const char *url;
    RtUrlParts  parts;
    const char *rendered;
  } cases[] = {
    { "http://e/a?b#c", 0, "http://e/a?b#c" },
    { "http://e/a?b#c", RT_URL_SCHEME, "[http]://e/a?b#c" },
    { "http://e/a?b#c", RT_URL_HOST, "http://[e]/a?b#c" },
    { "http://e:80/a", RT_URL_HOST, "http://[e]:80/a" },
    { "http://e:80/a", RT_URL_PORT, "http://e:[80]/a" },
    { "http://e/a", RT_URL_PORT, "http://e/a" },
    { "http://u:p@e:8/a", RT_URL_HOST, "http://u:p@[e]:8/a" },
    { "http://[::1]:8/a", RT_URL_PORT, "http://[::1]:[8]/a" },
    { "http://[::1]/a", RT_URL_PORT, "http://[::1]/a" },
    { "http://e/a?b#c", RT_URL_PATH, "http://e[/a]?b#c" },
    { "http://e/a?b#c", RT_URL_QUERY, "http://e/a[?b]#c" },
    { "http://e/a?b#c", RT_URL_FRAGMENT, "http://e/a?b[#c]" },
    { "http://e?b", RT_URL_PATH | RT_URL_QUERY, "http://e[?b]" },
    { "http://e/a?u=http://f/", RT_URL_HOST, "http://[e]/a?u=http://f/" },
    { "/a?u=http://f/", RT_URL_HOST | RT_URL_PATH, "[/a]?u=http://f/" },
    { "", RT_URL_HOST | RT_URL_PATH | RT_URL_FRAGMENT, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PangoAttrList) attributes = rt_emphasis_for_url (cases[i].url, cases[i].parts);
      g_autofree char *rendered = render (cases[i].url, attributes);

      g_assert_cmpstr (rendered, ==, cases[i].rendered);
    }
}

static void
test_changes (void)
{
  static const struct
  {
    const char *left;
    const char *right;
    const char *left_rendered;
    const char *right_rendered;
  } cases[] = {
    { "same", "same", "same", "same" },
    { "", "new", "", "[new]" },
    { "302 Found", "200 OK", "[302] [Found]", "[200] [OK]" },
    { "max-age=60", "max-age=90", "max-age=[60]", "max-age=[90]" },
    { "a, b, c", "a, c", "a, [b, ]c", "a, c" },
    { "one two three", "two three four", "[one ]two three", "two three[ four]" },
    { "gr\xc3\xbc\xc3\x9f", "gru\xc3\x9f", "[gr\xc3\xbc\xc3\x9f]", "[gru\xc3\x9f]" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PangoAttrList) left = NULL;
      g_autoptr (PangoAttrList) right = NULL;
      g_autofree char *left_rendered = NULL;
      g_autofree char *right_rendered = NULL;

      rt_emphasis_for_changes (cases[i].left, cases[i].right, &left, &right);
      left_rendered = render (cases[i].left, left);
      right_rendered = render (cases[i].right, right);
      g_assert_cmpstr (left_rendered, ==, cases[i].left_rendered);
      g_assert_cmpstr (right_rendered, ==, cases[i].right_rendered);
    }
}

/* Very many words: what is equal at both ends stays plain, and it ends. */
static void
test_many (void)
{
  g_autoptr (GString) left = g_string_new ("begin ");
  g_autoptr (GString) right = g_string_new ("begin ");
  g_autoptr (PangoAttrList) left_attributes = NULL;
  g_autoptr (PangoAttrList) right_attributes = NULL;
  g_autofree char *rendered = NULL;

  for (int i = 0; i < 1000; i++)
    {
      g_string_append_printf (left, "%d,", i);
      g_string_append_printf (right, "%d;", i);
    }
  g_string_append (left, " end");
  g_string_append (right, " end");
  rt_emphasis_for_changes (left->str, right->str, &left_attributes, &right_attributes);
  rendered = render (left->str, left_attributes);
  g_assert_true (g_str_has_prefix (rendered, "begin 0[,1,"));
  g_assert_true (g_str_has_suffix (rendered, "999,] end"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/emphasis/url", test_url);
  g_test_add_func ("/emphasis/changes", test_changes);
  g_test_add_func ("/emphasis/many", test_many);

  return g_test_run ();
}
