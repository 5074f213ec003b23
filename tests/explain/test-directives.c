/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "directives.h"

#include <string.h>

static void
append (GString           *out,
        const RtDirective *directive)
{
  g_string_append (out, directive->name);
  if (directive->value != NULL)
    g_string_append_printf (out, directive->is_quoted ? "=<%s>" : "=%s", directive->value);
  if (directive->is_bad)
    g_string_append_c (out, '!');
}

static char *
show (const char *text,
      gboolean    semicolons)
{
  gsize length = strlen (text);
  g_autofree char *exact = g_memdup2 (text, length);
  g_autoptr(GPtrArray) list = semicolons ? rt_directives_parse_semicolons (exact, length)
                                         : rt_directives_parse (exact, length);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      const RtDirective *one = g_ptr_array_index (list, i);

      if (i > 0)
        g_string_append_c (out, '|');
      append (out, one);
      g_assert_cmpmem (exact + one->offset, one->length, one->text, strlen (one->text));
      for (guint j = 0; j < one->parameters->len; j++)
        {
          g_string_append_c (out, ';');
          append (out, g_ptr_array_index (one->parameters, j));
        }
    }

  return g_string_free (out, FALSE);
}

static void
test_lists (void)
{
  static const struct { const char *text; const char *shown; } cases[] = {
    { "", "" },
    { " , ,", "" },
    { "no-cache", "no-cache" },
    { "public, max-age=60", "public|max-age=60" },
    { "private=\"a, b\", x", "private=<a, b>|x" },
    { "max-age = 60", "max-age=60" },
    { "max-age=", "max-age=" },
    { "a=\"x\\\"y\"", "a=<x\"y>" },
    { "a=\"x", "a=<x>!" },
    { "a=\"x\\", "a=<x\\>!" },
    { "a=\"x\"y, b", "a=<x>!|b" },
    { "text/html;q=0.5;level=1, */*", "text/html;q=0.5;level=1|*/*" },
    { "text/html ; q=0.5 ;, b", "text/html;q=0.5|b" },
    { "text/html;a=\"x;y, z\";b", "text/html;a=<x;y, z>;b" },
    { "W/\"a,b\", \"c\"", "W/\"a,b\"|\"c\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = show (cases[i].text, FALSE);

      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

static void
test_semicolons (void)
{
  g_autofree char *shown = show ("max-age=1; includeSubDomains ;; a=\"b;c\"", TRUE);

  g_assert_cmpstr (shown, ==, "max-age=1|includeSubDomains|a=<b;c>");
}

static void
test_find (void)
{
  g_autoptr(GPtrArray) list = rt_directives_parse ("A=1, b, a=2", -1);
  g_autoptr(GPtrArray) none = rt_directives_parse (NULL, -1);

  g_assert_cmpstr (rt_directives_find (list, "a")->value, ==, "1");
  g_assert_null (rt_directives_find (list, "c"));
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_seconds (void)
{
  static const struct { const char *text; gboolean good; gint64 seconds; } cases[] = {
    { "a=0", TRUE, 0 }, { "a=60", TRUE, 60 }, { "a=\"60\"", TRUE, 60 },
    { "a=99999999999999999999999", TRUE, G_GINT64_CONSTANT (1) << 31 },
    { "a=-1", FALSE }, { "a=1.5", FALSE }, { "a=1s", FALSE }, { "a=", FALSE }, { "a", FALSE },
    { "a=+1", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) list = rt_directives_parse (cases[i].text, -1);
      gint64 seconds = 0;

      g_assert_cmpint (rt_directive_get_seconds (list->pdata[0], &seconds), ==, cases[i].good);
      g_assert_cmpint (seconds, ==, cases[i].seconds);
    }
}

static void
test_quality (void)
{
  static const struct { const char *text; int quality; gboolean is_bad; } cases[] = {
    { "a", 1000 }, { "a;q=0", 0 }, { "a;q=1", 1000 }, { "a;q=1.000", 1000 }, { "a;q=0.8", 800 },
    { "a;Q=0.875", 875 }, { "a;q=0.", 0 }, { "a;q=1.1", 1000, TRUE }, { "a;q=0.1234", 1000, TRUE },
    { "a;q=.5", 1000, TRUE }, { "a;q=x", 1000, TRUE }, { "a;q", 1000, TRUE },
    { "a;q=0,5", 0 }, { "a;level=1;q=0.5", 500 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) list = rt_directives_parse (cases[i].text, -1);
      gboolean is_bad;

      g_assert_cmpint (rt_directive_get_quality (list->pdata[0], &is_bad), ==, cases[i].quality);
      g_assert_cmpint (is_bad, ==, cases[i].is_bad);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/directives/lists", test_lists);
  g_test_add_func ("/directives/semicolons", test_semicolons);
  g_test_add_func ("/directives/find", test_find);
  g_test_add_func ("/directives/seconds", test_seconds);
  g_test_add_func ("/directives/quality", test_quality);

  return g_test_run ();
}
