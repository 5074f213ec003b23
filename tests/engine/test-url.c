/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/engine/url.c. */

#include "url.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "failure.h"
#include "url-cases.h"

static const RtUrlCase typed[] = {
  /* the scheme that nobody typed */
  { "example.org", "https://example.org/" },
  { "localhost", "http://localhost/" },
  { "localhost.", "http://localhost./" },
  { "localhost:8080/x", "http://localhost:8080/x" },
  { "a.localhost", "http://a.localhost/" },
  { "printer.local", "http://printer.local/" },
  { "db.internal", "http://db.internal/" },
  { "intranet/x", "http://intranet/x" },
  { "127.0.0.1", "http://127.0.0.1/" },
  { "127.255.0.9:1", "http://127.255.0.9:1/" },
  { "10.1.2.3", "http://10.1.2.3/" },
  { "172.15.0.1", "https://172.15.0.1/" },
  { "172.16.0.1", "http://172.16.0.1/" },
  { "172.31.255.1", "http://172.31.255.1/" },
  { "172.32.0.1", "https://172.32.0.1/" },
  { "192.168.7.7", "http://192.168.7.7/" },
  { "169.254.1.1", "http://169.254.1.1/" },
  { "93.184.216.34", "https://93.184.216.34/" },
  { "[::1]:8080/x", "http://[::1]:8080/x" },
  { "[fc00::1]", "http://[fc00::1]/" },
  { "[fdab::1]", "http://[fdab::1]/" },
  { "[fe80::1]", "http://[fe80::1]/" },
  { "http://[fe80::1%25eth0]:81/", "http://[fe80::1%eth0]:81/" },
  { "http://[fe80::1%eth0]/x", "http://[fe80::1%eth0]/x" },
  { "http://[fe80::1%25]/", "http://[fe80::1%25]/" },
  { "[2001:db8::1]", "https://[2001:db8::1]/" },
  { "//example.org/x", "https://example.org/x" },
  { "example.org:8080", "https://example.org:8080/" },
  { "localhost?a", "http://localhost/?a" },
  { "localhost:81#a", "http://localhost:81/#a" },
  /* with a scheme */
  { "http://example.org", "http://example.org/" },
  { "HTTPS://EXAMPLE.org/Path", "https://example.org/Path" },
  { "http:/x", "http://x/" },
  { "http:x", "http://x/" },
  { "http:8080", "http://8080/" },
  { "http:///x", "http://x/" },
  { "http:\\\\x\\y", "http://x/y" },
  { "mailto:x", NULL, RT_ENGINE_ERROR_SCHEME, "“mailto:”" },
  { "mailto:", NULL, RT_ENGINE_ERROR_SCHEME, "“mailto:”" },
  { "javascript:alert(1)", NULL, RT_ENGINE_ERROR_SCHEME, "“javascript:”" },
  { "file:/etc/hosts", NULL, RT_ENGINE_ERROR_SCHEME, "“file:”" },
  { "ftp://example.org/", NULL, RT_ENGINE_ERROR_SCHEME, "“ftp:”" },
  { "ws://example.org/", NULL, RT_ENGINE_ERROR_SCHEME, "“ws:”" },
  { "http:", NULL, RT_ENGINE_ERROR_HOST, "missing" },
  { "http://", NULL, RT_ENGINE_ERROR_HOST, "missing" },
  { "/path", NULL, RT_ENGINE_ERROR_HOST, "missing" },
  { "", NULL, RT_ENGINE_ERROR_URL, "no URL" },
  { " \t\r\n ", NULL, RT_ENGINE_ERROR_URL, "no URL" },
  { " http://a/ \r\n", "http://a/" },
  /* ports */
  { "http://a:80/", "http://a/" },
  { "https://a:443/", "https://a/" },
  { "http://a:443/", "http://a:443/" },
  { "http://a:/", "http://a/" },
  { "http://a:00000000080/", "http://a/" },
  { "http://a:65535/", "http://a:65535/" },
  { "http://a:65536/", NULL, RT_ENGINE_ERROR_URL, "65536" },
  { "http://a:0/", NULL, RT_ENGINE_ERROR_URL, "“0”" },
  { "http://a:99999999999999999999999/", NULL, RT_ENGINE_ERROR_URL, "65535" },
  { "http://a:8x/", NULL, RT_ENGINE_ERROR_URL, "“8x”" },
  { "http://a:-1/", NULL, RT_ENGINE_ERROR_URL, "“-1”" },
  { "http://a:\377/", NULL, RT_ENGINE_ERROR_URL, "\\xFF" },
  { "http://a:b:80/", NULL, RT_ENGINE_ERROR_URL, "“b:80”" },
  /* addresses in brackets */
  { "http://[::1", NULL, RT_ENGINE_ERROR_HOST, "“]”" },
  { "http://[::1]x/", NULL, RT_ENGINE_ERROR_HOST, "“x”" },
  { "http://[::1]\377/", NULL, RT_ENGINE_ERROR_HOST, "\\xFF" },
  { "http://[::g]/", NULL, RT_ENGINE_ERROR_HOST, "“::g”" },
  { "http://[127.0.0.1]/", NULL, RT_ENGINE_ERROR_HOST, "127.0.0.1" },
  { "http://[]/", NULL, RT_ENGINE_ERROR_HOST, "IPv6" },
  { "http://[::1]:/", "http://[::1]/" },
  /* user info is never shown */
  { "http://me:pass@a/x", "http://a/x" },
  { "http://a@b@c/", "http://c/" },
  { "http://@a/", "http://a/" },
  { "http://a/@b", "http://a/@b" },
  /* a backslash ends the host, as in browsers: never another host than shown */
  { "http://good\\@evil/", "http://good/@evil/" },
  { "http://good\\x", "http://good/x" },
  { "http://a/b\\c", "http://a/b\\c" },
  /* names */
  { "http://b\303\274cher.example/", "http://xn--bcher-kva.example/" },
  { "http://\357\274\241.org/", "http://a.org/" },
  { "http://\357\274\221\357\274\222\357\274\227.0.0.1/", "http://127.0.0.1/" },
  { "http://a\343\200\202org/", "http://a.org/" },
  { "http://%41.org/", "http://a.org/" },
  { "http://a%0d%0aX:1/", NULL, RT_ENGINE_ERROR_HOST, "0x0D) at position 2" },
  { "http://a%00b/", NULL, RT_ENGINE_ERROR_HOST, "0x00" },
  { "http://a%2fb/", NULL, RT_ENGINE_ERROR_HOST, "“/” (position 2)" },
  { "http://a b/", NULL, RT_ENGINE_ERROR_HOST, "“ ” (position 2)" },
  { "http://\357\274\217a/", NULL, RT_ENGINE_ERROR_HOST, "“/”" },
  { "http://\377/", NULL, RT_ENGINE_ERROR_HOST, "\\xFF" },
  /* path and query: as typed, encoded where they must be */
  { "http://a/%zz%4", "http://a/%zz%4" },
  { "http://a/%41%7e", "http://a/%41%7e" },
  { "http://a/b c\303\251", "http://a/b%20c%C3%A9" },
  { "http://a/\"<>", "http://a/%22%3C%3E" },
  { "http://a/{}|^`'[]", "http://a/{}|^`'[]" },
  { "http://a/./b/../c", "http://a/./b/../c" },
  { "http://a//b//", "http://a//b//" },
  { "http://a?b=c d", "http://a/?b=c%20d" },
  { "http://a/?b?c/d", "http://a/?b?c/d" },
  { "http://a/?", "http://a/?" },
  { "http://a/#", "http://a/#" },
  { "http://a/#b#c d?e", "http://a/#b#c%20d?e" },
  { "http://a/b\nc", NULL, RT_ENGINE_ERROR_URL, "0x0A) stands in the URL after “http://a/b”" },
  { "http://a\tb/", NULL, RT_ENGINE_ERROR_URL, "0x09) stands in the URL after “http://a”" },
  { "http://a/\177", NULL, RT_ENGINE_ERROR_URL, "0x7F" },
};

static void
test_typed (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(RtUrl) url = rt_url_parse (typed[i].said, &error);

      rt_test_check_url (&typed[i], url, error);
    }
}

static void
check_parts (const RtUrl *url)
{
  g_autofree char *origin = rt_url_dup_origin (url);

  g_assert_cmpstr (rt_url_get_scheme (url), ==, "http");
  g_assert_cmpstr (rt_url_get_host (url), ==, "::1");
  g_assert_cmpuint (rt_url_get_port (url), ==, 8080);
  g_assert_cmpstr (rt_url_get_userinfo (url), ==, "me:p%40ss");
  g_assert_cmpstr (rt_url_get_target (url), ==, "/a?b=%41");
  g_assert_cmpstr (rt_url_get_fragment (url), ==, "c");
  g_assert_cmpstr (rt_url_get_authority (url), ==, "[::1]:8080");
  g_assert_cmpstr (origin, ==, "http://[::1]:8080");
  g_assert_false (rt_url_is_default_port (url));
  g_assert_true (rt_url_is_scheme_guessed (url));
}

static void
test_parts (void)
{
  g_autoptr(RtUrl) url = rt_url_parse ("me:p%40ss@[::1]:8080/a?b=%41#c", NULL);
  g_autoptr(RtUrl) copy = NULL;
  g_autoptr(RtUrl) plain = rt_url_parse ("http://a", NULL);

  /* "me:" looks like a scheme. */
  g_assert_null (url);
  url = rt_url_parse ("http://[fe80::1%25eth0]:8080/", NULL);
  g_assert_cmpstr (rt_url_get_host (url), ==, "fe80::1%eth0");
  g_assert_cmpstr (rt_url_get_authority (url), ==, "[fe80::1]:8080");
  copy = rt_url_resolve (url, "/y", NULL);
  g_assert_cmpstr (rt_url_get_text (copy), ==, "http://[fe80::1%eth0]:8080/y");
  g_clear_pointer (&copy, rt_url_free);
  g_clear_pointer (&url, rt_url_free);

  url = rt_url_parse ("//me:p%40ss@[::1]:8080/a?b=%41#c", NULL);
  copy = rt_url_copy (url);
  check_parts (url);
  check_parts (copy);

  g_assert_null (rt_url_get_userinfo (plain));
  g_assert_null (rt_url_get_fragment (plain));
  g_assert_cmpstr (rt_url_get_target (plain), ==, "/");
  g_assert_cmpuint (rt_url_get_port (plain), ==, 80);
  g_assert_true (rt_url_is_default_port (plain));
  g_assert_false (rt_url_is_scheme_guessed (plain));
}

static void
test_same_origin (void)
{
  static const struct
  {
    const char *a, *b;
    gboolean    same;
  } cases[] = {
    { "http://a/x", "http://a:80/y?z", TRUE },
    { "http://A", "http://a", TRUE },
    { "http://u:p@a", "http://a", TRUE },
    { "http://a", "https://a", FALSE },
    { "http://a:443", "https://a", FALSE },
    { "http://a", "http://a:81", FALSE },
    { "http://a", "http://b.a", FALSE },
    { "http://a.", "http://a", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(RtUrl) a = rt_url_parse (cases[i].a, NULL);
      g_autoptr(RtUrl) b = rt_url_parse (cases[i].b, NULL);

      g_assert_cmpint (rt_url_same_origin (a, b), ==, cases[i].same);
      g_assert_cmpint (rt_url_same_origin (b, a), ==, cases[i].same);
    }
}

/* What a browser accepts and we do not, and why. */
static const struct
{
  const char *part;
  const char *why;
} refused[] = {
  { "\t", "a control character is named, not dropped in silence" },
  { "\n", "as above" },
  { "\r", "as above" },
  { "\177", "as above" },
  { "\010", "as above" },
  { "!\"$&'()*+,-.;=_`{}~", "no name has these; a quote in Host is a trap" },
  { "fa\303\237", "GLib knows IDNA 2003 only: another host" },
  { "http://./", "no name: empty labels" },
  { "http://../", "as above" },
  { "http://foo.09..", "as above" },
  { "xn--pokxncvks", "not Punycode" },
  { "XN--pokxncvks", "as above" },
  { "Xn--pokxncvks", "as above" },
  { "xN--pokxncvks", "as above" },
  { "https://xn--/", "as above" },
};

static gboolean
is_refused_knowingly (const char *input)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    if (strstr (input, refused[i].part) != NULL)
      return TRUE;

  return FALSE;
}

/* Addresses in other notations stay as they are typed. */
static gboolean
is_odd_number (const char *host)
{
  return strstr (host, "0x") != NULL || g_str_has_prefix (host, "00");
}

static void
check_browser_row (JsonObject *row)
{
  const char *input = json_object_get_string_member (row, "input");
  g_autofree char *scheme = g_ascii_strdown (input, 6);
  g_autoptr(GError) error = NULL;
  g_autoptr(RtUrl) url = NULL;
  g_autofree char *shown = NULL;

  if ((!g_str_has_prefix (scheme, "http:") && !g_str_has_prefix (scheme, "https:")) ||
      !json_object_has_member (row, "href") || !json_object_get_null_member (row, "base") ||
      strlen (input) == 0)
    return;

  url = rt_url_parse (input, &error);
  if (url == NULL && is_refused_knowingly (input))
    return;
  if (url == NULL)
    g_error ("%s: %s", input, error->message);

  shown = strchr (rt_url_get_host (url), ':') != NULL
            ? g_strdup_printf ("[%s]", rt_url_get_host (url))
            : g_strdup (rt_url_get_host (url));
  if (!is_odd_number (shown))
    g_assert_cmpstr (shown, ==, json_object_get_string_member (row, "hostname"));
}

static void
test_browsers (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "suites",
                                                 "url", "urltestdata.json", NULL);
  g_autoptr(JsonParser) parser = json_parser_new ();
  JsonArray *rows;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the public URL test data is not there");
      return;
    }

  g_assert_true (json_parser_load_from_file (parser, path, NULL));
  rows = json_node_get_array (json_parser_get_root (parser));
  for (guint i = 0; i < json_array_get_length (rows); i++)
    if (JSON_NODE_HOLDS_OBJECT (json_array_get_element (rows, i)))
      check_browser_row (json_array_get_object_element (rows, i));
}

/* Whatever is typed, what goes out has no byte that ends a line early. */
static void
test_any_bytes (void)
{
  for (guint round = 0; round < 3000; round++)
    {
      char text[40] = "http://a/";
      g_autoptr(RtUrl) url = NULL;
      gsize from = g_test_rand_int_range (0, 10);

      for (gsize i = from; i < sizeof text - 1; i++)
        text[i] = g_test_rand_bit () ? "/\\:@?#[]%.-a0"[g_test_rand_int_range (0, 13)]
                                     : g_test_rand_int_range (1, 256);
      text[sizeof text - 1] = '\0';

      url = rt_url_parse (text, NULL);
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

  g_test_add_func ("/url/typed", test_typed);
  g_test_add_func ("/url/parts", test_parts);
  g_test_add_func ("/url/same-origin", test_same_origin);
  g_test_add_func ("/url/browsers", test_browsers);
  g_test_add_func ("/url/any-bytes", test_any_bytes);

  return g_test_run ();
}
