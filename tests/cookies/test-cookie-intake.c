/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of cookie-intake.c: every reason to refuse, and what just passes. */

#include "config.h"

#include "cookie-intake.h"

#include "cookie-samples.h"

typedef struct
{
  const char *line;
  const char *host;
  gboolean    secure;
  const char *why;     /* part of the reason; NULL: it is kept */
  const char *section;
} Case;

static const Case cases[] = {
  { "a=b", "example.org", FALSE, NULL, NULL },
  { "a", "example.org", FALSE, NULL, NULL },
  { "=b", "example.org", FALSE, NULL, NULL },
  { "a=", "example.org", FALSE, NULL, NULL },
  { "=", "example.org", FALSE, "neither a name nor a value", "5.7" },
  { "", "example.org", FALSE, "neither a name nor a value", "5.7" },
  { "; Path=/", "example.org", FALSE, "neither a name nor a value", "5.7" },

  { "a=b; Domain=example.org", "www.example.org", FALSE, NULL, NULL },
  { "a=b; Domain=.EXAMPLE.org", "www.example.org", FALSE, NULL, NULL },
  { "a=b; Domain=www.example.org", "example.org", FALSE,
    "Domain=www.example.org is neither example.org", "5.7" },
  { "a=b; Domain=other.org", "example.org", FALSE, "Domain=other.org is neither", "5.7" },
  { "a=b; Domain=..example.org", "example.org", FALSE, "neither example.org", "5.7" },
  { "a=b; Domain=example.org.", "example.org", FALSE, "neither example.org", "5.7" },
  { "a=b; Domain=0.0.1", "127.0.0.1", FALSE, "neither 127.0.0.1", "5.7" },
  { "a=b; Domain=127.0.0.1", "127.0.0.1", FALSE, NULL, NULL },
  { "a=b; Domain=org", "example.org", FALSE, "Domain=org is a public suffix", "5.7" },
  { "a=b; Domain=localhost", "localhost", FALSE, NULL, NULL },
  { "a=b; Domain=b\303\274cher.org", "b\303\274cher.org", FALSE, "not ASCII", "5.7" },

  { "a=b; Secure", "example.org", TRUE, NULL, NULL },
  { "a=b; Secure", "example.org", FALSE, "over plain http", "5.7" },
  { "a=b; SameSite=None; Secure", "example.org", TRUE, NULL, NULL },
  { "a=b; SameSite=None", "example.org", TRUE, "SameSite=None needs Secure", "5.7" },
  { "a=b; Partitioned; Secure", "example.org", TRUE, NULL, NULL },
  { "a=b; Partitioned", "example.org", TRUE, "Partitioned needs Secure", "" },

  { "__Secure-a=b; Secure", "example.org", TRUE, NULL, NULL },
  { "__Secure-a=b", "example.org", TRUE, "“__Secure-” needs Secure", "5.4" },
  { "__SECURE-a=b", "example.org", TRUE, "“__Secure-” needs Secure", "5.4" },
  { "__Secure=b", "example.org", TRUE, NULL, NULL },
  { "__Host-a=b; Secure; Path=/", "example.org", TRUE, NULL, NULL },
  { "__Host-a=b; Secure; Path=/; Domain=", "example.org", TRUE, NULL, NULL },
  { "__Host-a=b; Path=/", "example.org", TRUE, "“__Host-” needs Secure", "5.4" },
  { "__hOST-a=b; Secure; Path=/; Domain=example.org", "example.org", TRUE, "with Domain", "5.4" },
  { "__Host-a=b; Secure", "example.org", TRUE, "“__Host-” needs Path=/", "5.4" },
  { "__Host-a=b; Secure; Path=/a", "example.org", TRUE, "“__Host-” needs Path=/", "5.4" },
  { "=__Host-a=b; Secure; Path=/", "example.org", TRUE, "has no name", "5.7" },
  { "__secure-a; Secure", "example.org", TRUE, "has no name", "5.7" },
};

static char *
refuse (const Case *test,
        RtCookie  **cookie)
{
  g_autoptr (RtSuffixList) suffixes = rt_suffix_list_new (NULL);
  g_autoptr (RtSetCookie) set = NULL;
  const RtCookieSite site = { test->host, "/", test->secure };
  const char *section = NULL;
  char *why;
  gsize control;

  set = rt_set_cookie_parse (test->line, strlen (test->line), &control);
  *cookie = rt_cookie_intake_build (set, &site, suffixes, NOW, 1);
  why = rt_cookie_intake_refuse (set, *cookie, &site, suffixes, &section);
  g_assert_cmpstr (section, ==, test->section);

  return why;
}

static void
test_table (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RtCookie) cookie = NULL;
      g_autofree char *why = refuse (&cases[i], &cookie);

      g_test_message ("%s: %s", cases[i].line, why != NULL ? why : "kept");
      g_assert_cmpint (why == NULL, ==, cases[i].why == NULL);
      if (why != NULL)
        {
          g_assert_nonnull (strstr (why, cases[i].why));
          g_assert_true (g_str_has_suffix (why, "."));
        }
    }
}

static void
test_size (void)
{
  for (gsize size = 4095; size < 4098; size++)
    {
      g_autofree char *value = g_strnfill (size - 1, 'v');
      g_autofree char *line = g_strdup_printf ("a=%s", value);
      const Case test = { line, "example.org", FALSE, NULL, size > 4096 ? "5.6" : NULL };
      g_autoptr (RtCookie) cookie = NULL;
      g_autofree char *why = refuse (&test, &cookie);

      g_assert_cmpint (why == NULL, ==, size <= 4096);
      g_assert_true (why == NULL || strstr (why, "4097 bytes; the limit is 4096") != NULL);
    }
}

/* A name that only the list knows. */
static void
test_listed_suffix (void)
{
  const Case mine = { "a=b; Domain=github.io", "github.io", FALSE, NULL, NULL };
  const Case all = { "a=b; Domain=github.io", "me.github.io", FALSE, "", "5.7" };
  g_autoptr (RtSuffixList) suffixes = rt_suffix_list_new (NULL);
  g_autoptr (RtCookie) cookie = NULL;
  g_autoptr (RtCookie) refused = NULL;
  g_autofree char *why = NULL;

  if (!rt_suffix_list_is_known (suffixes))
    {
      g_test_skip ("this system has no public suffix list");
      return;
    }

  g_assert_null (refuse (&mine, &cookie));
  g_assert_true (rt_cookie_is_host_only (cookie));
  why = refuse (&all, &refused);
  g_assert_nonnull (strstr (why, "Domain=github.io is a public suffix"));
}

static RtCookie *
build (const char *line,
       const char *path)
{
  g_autoptr (RtSuffixList) suffixes = rt_suffix_list_new (NULL);
  const RtCookieSite site = { "www.example.org", path, TRUE };
  gsize control;
  g_autoptr (RtSetCookie) set = rt_set_cookie_parse (line, strlen (line), &control);

  return rt_cookie_intake_build (set, &site, suffixes, NOW, 5);
}

static void
test_build (void)
{
  g_autoptr (RtCookie) plain = build ("a=b", "/x/y");
  g_autoptr (RtCookie) full = build ("a=b; Domain=Example.ORG; Path=/p; Secure; HttpOnly; "
                                     "Partitioned; SameSite=Strict; Max-Age=3", "/x/y");
  g_autoptr (RtCookie) odd = build ("a=b; Path=p", "/x/y/");

  g_assert_cmpstr (rt_cookie_get_domain (plain), ==, "www.example.org");
  g_assert_cmpstr (rt_cookie_get_path (plain), ==, "/x");
  g_assert_true (rt_cookie_is_host_only (plain));
  g_assert_cmpint (rt_cookie_get_expires (plain), ==, -1);
  g_assert_cmpint (rt_cookie_get_created (plain), ==, 5);

  g_assert_cmpstr (rt_cookie_get_domain (full), ==, "example.org");
  g_assert_cmpstr (rt_cookie_get_path (full), ==, "/p");
  g_assert_false (rt_cookie_is_host_only (full));
  g_assert_true (rt_cookie_is_secure (full));
  g_assert_true (rt_cookie_is_http_only (full));
  g_assert_true (rt_cookie_is_partitioned (full));
  g_assert_cmpint (rt_cookie_get_same_site (full), ==, RT_SAME_SITE_STRICT);
  g_assert_cmpint (rt_cookie_get_expires (full), ==, NOW + 3);

  g_assert_cmpstr (rt_cookie_get_path (odd), ==, "/x/y");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cookies/intake/table", test_table);
  g_test_add_func ("/cookies/intake/size", test_size);
  g_test_add_func ("/cookies/intake/listed-suffix", test_listed_suffix);
  g_test_add_func ("/cookies/intake/build", test_build);

  return g_test_run ();
}
