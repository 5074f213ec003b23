/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/engine/host.c. */

#include "host.h"

#include <string.h>

#include "failure.h"

static void
test_to_ascii (void)
{
  static const char *const cases[][2] = {
    { "Example.ORG", "example.org" },
    { "localhost", "localhost" },
    { "a_b-c.d", "a_b-c.d" },
    { "127.0.0.1", "127.0.0.1" },
    { "%6Cocalhost", "localhost" },
    { "%e2%98%83.net", "xn--n3h.net" },
    { "b\303\274cher", "xn--bcher-kva" },
    { "B\303\234CHER", "xn--bcher-kva" },
    { "\357\274\241\357\274\222", "a2" },
    { "a\343\200\202b\357\274\216c", "a.b.c" },
    { "a\302\255b", "ab" },
    { "xn--bcher-kva", "xn--bcher-kva" },
    { "50%zz", NULL },
    { "fa\303\237.de", NULL },
    { "a\342\200\215b", NULL },
    { "a\342\200\256b", NULL },
    { "\303", NULL },
    { "%c3", NULL },
    { "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *ascii = rt_host_to_ascii (cases[i][0], &error);

      g_assert_cmpstr (ascii, ==, cases[i][1]);
      if (ascii == NULL)
        {
          g_assert_error (error, RT_ENGINE_ERROR, RT_ENGINE_ERROR_HOST);
          g_assert_true (g_utf8_validate (error->message, -1, NULL));
        }
    }
}

/* No character that ends a host or a line, plain, escaped or full-width. */
static void
test_forbidden (void)
{
  for (guint c = 1; c < 0x80; c++)
    {
      g_autofree char *plain = g_strdup_printf ("a%cb", c);
      g_autofree char *escaped = g_strdup_printf ("a%%%02xb", c);
      char wide[8] = "";
      const char *const spellings[] = { plain, escaped, wide };
      gboolean allowed = g_ascii_isalnum (c) || strchr ("-._~!$&'()*+,;=", c) != NULL;

      if (c > 0x20 && c < 0x7f)
        wide[g_unichar_to_utf8 (0xff00 + c - 0x20, wide)] = '\0';
      for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
        {
          g_autofree char *ascii = rt_host_to_ascii (spellings[i], NULL);

          if (!allowed && !(c == '%' && i == 0))
            g_assert_null (ascii);
          else if (i < 2 && c != '%')
            g_assert_nonnull (ascii);
        }
    }
}

static void
test_place_named (void)
{
  g_autoptr(GError) control = NULL;
  g_autoptr(GError) space = NULL;
  g_autoptr(GError) deviation = NULL;

  g_assert_null (rt_host_to_ascii ("ab%0Ac", &control));
  g_assert_nonnull (strstr (control->message, "(0x0A) at position 3"));
  g_assert_null (rt_host_to_ascii ("a<b", &space));
  g_assert_nonnull (strstr (space->message, "“<” (position 2)"));
  g_assert_null (rt_host_to_ascii ("fa\303\237", &deviation));
  g_assert_nonnull (strstr (deviation->message, "U+00DF"));
}

static void
test_long (void)
{
  g_autofree char *text = g_strnfill (300, 'a');
  g_autofree char *long_name = NULL;

  for (guint i = 50; i < 300; i += 51)
    text[i] = '.';
  long_name = rt_host_to_ascii (text, NULL);
  g_assert_null (long_name);
}

static void
test_ipv6 (void)
{
  static const char *const yes[] = { "::1", "::", "2001:db8::1", "::ffff:1.2.3.4", "fe80::1%eth0",
                                     "0:1:0:1:0:1:0:1", "fe80::1%25eth0" };
  static const char *const no[] = { "", "1.2.3.4", ":", "1:2:3", "::1\n", "::1%a/b", "::1%a b",
                                    "::1%\r", "localhost", "::g", "::1%@" };

  for (guint i = 0; i < G_N_ELEMENTS (yes); i++)
    g_assert_true (rt_host_is_ipv6 (yes[i]));
  for (guint i = 0; i < G_N_ELEMENTS (no); i++)
    g_assert_false (rt_host_is_ipv6 (no[i]));
}

static void
test_private (void)
{
  static const char *const yes[] = {
    "localhost", "localhost.", "a.localhost", "a.localhost.", "x.local", "x.internal",
    "x.home.arpa", "x.lan", "x.test", "nas", "127.0.0.1", "127.9.9.9", "0.0.0.0", "10.0.0.0",
    "10.255.255.255", "172.16.0.0", "172.31.255.255", "192.168.0.1", "169.254.0.1", "::1", "::",
    "fc00::", "fdff::1", "fe80::1", "febf::1", "fe80::1%eth0",
  };
  static const char *const no[] = {
    "example.org", "example.org.", "localhost.example.org", "mylocal.net", "xlocal.com",
    "11.0.0.0", "9.255.255.255", "172.15.255.255", "172.32.0.0", "192.169.0.0", "169.253.0.1",
    "128.0.0.1", "2001:db8::1", "fb00::1", "fe00::1", "ff02::1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (yes); i++)
    if (!rt_host_is_private (yes[i]))
      g_error ("%s is private", yes[i]);
  for (guint i = 0; i < G_N_ELEMENTS (no); i++)
    if (rt_host_is_private (no[i]))
      g_error ("%s is not private", no[i]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/host/to-ascii", test_to_ascii);
  g_test_add_func ("/host/forbidden", test_forbidden);
  g_test_add_func ("/host/place-named", test_place_named);
  g_test_add_func ("/host/long", test_long);
  g_test_add_func ("/host/ipv6", test_ipv6);
  g_test_add_func ("/host/private", test_private);

  return g_test_run ();
}
