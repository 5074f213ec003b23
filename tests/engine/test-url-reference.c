/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/engine/url-reference.c. */

#include "url.h"

#include "failure.h"
#include "url-cases.h"

/* RFC 3986 section 5.4; an empty path is written as "/". */
static const RtUrlCase references[] = {
  { "g:h", NULL, RT_ENGINE_ERROR_SCHEME, "“g:”" },
  { "g", "http://a/b/c/g" },
  { "./g", "http://a/b/c/g" },
  { "g/", "http://a/b/c/g/" },
  { "/g", "http://a/g" },
  { "//g", "http://g/" },
  { "?y", "http://a/b/c/d;p?y" },
  { "g?y", "http://a/b/c/g?y" },
  { "#s", "http://a/b/c/d;p?q#s" },
  { "g#s", "http://a/b/c/g#s" },
  { "g?y#s", "http://a/b/c/g?y#s" },
  { ";x", "http://a/b/c/;x" },
  { "g;x", "http://a/b/c/g;x" },
  { "g;x?y#s", "http://a/b/c/g;x?y#s" },
  { "", "http://a/b/c/d;p?q" },
  { ".", "http://a/b/c/" },
  { "./", "http://a/b/c/" },
  { "..", "http://a/b/" },
  { "../", "http://a/b/" },
  { "../g", "http://a/b/g" },
  { "../..", "http://a/" },
  { "../../", "http://a/" },
  { "../../g", "http://a/g" },
  /* abnormal */
  { "../../../g", "http://a/g" },
  { "../../../../g", "http://a/g" },
  { "/./g", "http://a/g" },
  { "/../g", "http://a/g" },
  { "g.", "http://a/b/c/g." },
  { ".g", "http://a/b/c/.g" },
  { "g..", "http://a/b/c/g.." },
  { "..g", "http://a/b/c/..g" },
  { "./../g", "http://a/b/g" },
  { "./g/.", "http://a/b/c/g/" },
  { "g/./h", "http://a/b/c/g/h" },
  { "g/../h", "http://a/b/c/h" },
  { "g;x=1/./y", "http://a/b/c/g;x=1/y" },
  { "g;x=1/../y", "http://a/b/c/y" },
  { "g?y/./x", "http://a/b/c/g?y/./x" },
  { "g?y/../x", "http://a/b/c/g?y/../x" },
  { "g#s/./x", "http://a/b/c/g#s/./x" },
  { "g#s/../x", "http://a/b/c/g#s/../x" },
  { "http:g", "http://a/b/c/g" },
  /* and more that Location fields say */
  { "HTTP:/g", "http://a/g" },
  { "https:g", "https://g/" },
  { "http://g/x/../y", "http://g/y" },
  { "//g/x/../y?z/../z", "http://g/y?z/../z" },
  { "g?u=http://x/../y", "http://a/b/c/g?u=http://x/../y" },
  { "http:g?u=//x/../y", "http://a/b/c/g?u=//x/../y" },
  { "mailto:x//y", NULL, RT_ENGINE_ERROR_SCHEME, "“mailto:”" },
  { "localhost:8080/x", NULL, RT_ENGINE_ERROR_SCHEME, "localhost:8080/x" },
  { "\\\\g\\x", "http://g/x" },
  { "/a\\..\\b", "http://a/b" },
  { "?a\\b", "http://a/b/c/d;p?a\\b" },
  { " g\t", "http://a/b/c/g" },
  { "\303\251 x", "http://a/b/c/%C3%A9%20x" },
  { "\351", "http://a/b/c/%E9" },
  { "g\rh", NULL, RT_ENGINE_ERROR_URL, "0x0D" },
  { "http://\r\nX: y/", NULL, RT_ENGINE_ERROR_URL, "0x0D" },
  { "//", NULL, RT_ENGINE_ERROR_HOST, "missing" },
};

static void
test_resolve (void)
{
  g_autoptr(RtUrl) base = rt_url_parse ("http://a/b/c/d;p?q", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (references); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(RtUrl) url = rt_url_resolve (base, references[i].said, &error);

      rt_test_check_url (&references[i], url, error);
    }
}

static void
test_fragment_inherited (void)
{
  static const char *const cases[][2] = {
    { "g", "http://a/g#f%20g" }, { "", "http://a/b#f%20g" },      { "#s", "http://a/b#s" },
    { "g#", "http://a/g#" },     { "http://h", "http://h/#f%20g" },
  };
  g_autoptr(RtUrl) base = rt_url_parse ("http://a/b#f g", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(RtUrl) url = rt_url_resolve (base, cases[i][0], NULL);

      g_assert_cmpstr (rt_url_get_text (url), ==, cases[i][1]);
    }
}

/* Whatever is said, what goes out has no byte that ends a line early. */
static void
test_any_bytes (void)
{
  for (guint round = 0; round < 3000; round++)
    {
      char text[40] = "http://a/";
      g_autoptr(RtUrl) base = rt_url_parse ("http://a/b?c#d", NULL);
      g_autoptr(RtUrl) url = NULL;
      gsize from = g_test_rand_int_range (0, 10);

      for (gsize i = from; i < sizeof text - 1; i++)
        text[i] = g_test_rand_bit () ? "/\\:@?#[]%.-a0"[g_test_rand_int_range (0, 13)]
                                     : g_test_rand_int_range (1, 256);
      text[sizeof text - 1] = '\0';

      url = rt_url_resolve (base, text, NULL);
      if (url == NULL)
        continue;
      for (const char *c = rt_url_get_text (url); *c != '\0'; c++)
        g_assert_true (g_ascii_isgraph (*c));
      g_assert_true (rt_url_get_target (url)[0] == '/');
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/url-reference/resolve", test_resolve);
  g_test_add_func ("/url-reference/fragment-inherited", test_fragment_inherited);
  g_test_add_func ("/url-reference/any-bytes", test_any_bytes);

  return g_test_run ();
}
