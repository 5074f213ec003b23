/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of cookie-choice.c: who goes along, in what order, and the words. */

#include "cookie-choice.h"

#include "cookie-samples.h"

static const struct
{
  const char *domain;
  const char *path;
  gboolean    host_only;
  gboolean    secure;
  gint64      expires;
  const char *host;
  const char *target;
  gboolean    is_secure;
  const char *why; /* NULL: it goes */
} cases[] = {
  { "a.org", "/", TRUE, FALSE, -1, "a.org", "/", FALSE, NULL },
  { "a.org", "/", FALSE, FALSE, -1, "www.a.org", "/x", FALSE, NULL },
  { "a.org", "/x", FALSE, TRUE, NOW + 1, "a.org", "/x/y", TRUE, NULL },
  { "a.org", "/", TRUE, FALSE, -1, "www.a.org", "/", FALSE,
    "It is for a.org only, not for www.a.org." },
  { "www.a.org", "/", TRUE, FALSE, -1, "a.org", "/", FALSE,
    "It is for www.a.org only, not for a.org." },
  { "b.a.org", "/", FALSE, FALSE, -1, "c.a.org", "/", FALSE,
    "Domain=b.a.org does not cover c.a.org." },
  { "a.org", "/admin", TRUE, FALSE, -1, "a.org", "/", FALSE,
    "Path=/admin does not match /." },
  { "a.org", "/", TRUE, TRUE, -1, "a.org", "/", FALSE,
    "It is Secure, and a.org is asked over plain http." },
  { "a.org", "/", TRUE, FALSE, NOW, "a.org", "/", FALSE,
    "It expired on 9 Sep 2001, 01:46:40 UTC; the time of sending was 9 Sep 2001, "
    "01:46:40 UTC." },
};

static void
test_withhold (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RtCookie) cookie =
        sample_cookie ("n", cases[i].domain, cases[i].path, cases[i].host_only, cases[i].secure,
                       cases[i].expires);
      const RtCookieSite site = { cases[i].host, cases[i].target, cases[i].is_secure };
      g_autofree char *why = rt_cookie_choice_withhold (cookie, &site, NOW);

      g_assert_cmpstr (why, ==, cases[i].why);
    }
}

static void
test_near (void)
{
  const struct
  {
    const char *domain;
    gboolean    near;
  } domains[] = {
    { "www.a.org", TRUE },  { "a.org", TRUE },     { "x.www.a.org", TRUE },
    { "api.a.org", TRUE },  { "b.org", FALSE },    { "notwww.a.orgs", FALSE },
    { "127.0.0.1", FALSE }, { "localhost", FALSE },
  };
  g_autoptr (RtSuffixList) suffixes = rt_suffix_list_new (NULL);
  const RtCookieSite site = { "www.a.org", "/", FALSE };

  for (gsize i = 0; i < G_N_ELEMENTS (domains); i++)
    {
      g_autoptr (RtCookie) cookie =
        sample_cookie ("n", domains[i].domain, "/", TRUE, FALSE, -1);

      g_test_message ("%s", domains[i].domain);
      g_assert_cmpint (rt_cookie_choice_is_near (cookie, &site, suffixes), ==, domains[i].near);
    }
}

static void
test_sent (void)
{
  g_autoptr (RtCookie) own = sample_cookie ("n", "a.org", "/", TRUE, FALSE, -1);
  g_autoptr (RtCookie) wide = sample_cookie ("n", "a.org", "/x", FALSE, FALSE, -1);
  g_autofree char *own_words =
    rt_cookie_choice_say_sent (own, &(RtCookieSite) { "a.org", "/x", FALSE });
  g_autofree char *wide_words =
    rt_cookie_choice_say_sent (wide, &(RtCookieSite) { "w.a.org", "/x/y", FALSE });

  g_assert_cmpstr (own_words, ==, "It is for a.org, and Path=/ matches /x.");
  g_assert_cmpstr (wide_words, ==, "Domain=a.org covers w.a.org, and Path=/x matches /x/y.");
}

static void
test_order (void)
{
  g_autoptr (GPtrArray) cookies = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *field = NULL;

  g_ptr_array_add (cookies, sample_cookie ("second", "a.org", "/", TRUE, FALSE, -1));
  g_ptr_array_add (cookies, sample_cookie ("third", "a.org", "/", TRUE, FALSE, -1));
  g_ptr_array_add (cookies, sample_cookie ("first", "a.org", "/long", TRUE, FALSE, -1));
  g_ptr_array_add (cookies, sample_cookie ("", "a.org", "/", TRUE, FALSE, -1));
  g_ptr_array_sort (cookies, rt_cookie_choice_compare);
  field = rt_cookie_choice_serialize (cookies);

  g_assert_cmpstr (field, ==, "first=v; second=v; third=v; v");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cookies/choice/withhold", test_withhold);
  g_test_add_func ("/cookies/choice/near", test_near);
  g_test_add_func ("/cookies/choice/sent", test_sent);
  g_test_add_func ("/cookies/choice/order", test_order);

  return g_test_run ();
}
