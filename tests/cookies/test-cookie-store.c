/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of cookie-store.c: identity, and who is pushed out. */

#include "cookie-store.h"

#include "cookie-samples.h"

static void
put (RtCookieStore *store,
     const char    *name,
     const char    *domain,
     gboolean       secure,
     gint64         expires)
{
  g_autoptr (RtCookie) cookie = sample_cookie (name, domain, "/", TRUE, secure, expires);

  rt_cookie_store_put (store, cookie);
}

static void
test_identity (void)
{
  g_autoptr (RtCookieStore) store = rt_cookie_store_new ();
  g_autoptr (RtCookie) first = sample_cookie ("a", "a.org", "/", TRUE, FALSE, -1);
  g_autoptr (RtCookie) again = sample_cookie ("a", "a.org", "/", TRUE, TRUE, 9);
  RtCookie *others[] = {
    sample_cookie ("A", "a.org", "/", TRUE, FALSE, -1),
    sample_cookie ("a", "b.org", "/", TRUE, FALSE, -1),
    sample_cookie ("a", "a.org", "/p", TRUE, FALSE, -1),
    sample_cookie ("a", "a.org", "/", FALSE, FALSE, -1),
  };

  rt_cookie_store_put (store, first);
  g_assert_true (rt_cookie_store_find (store, again) == first);
  rt_cookie_store_put (store, again);
  g_assert_cmpuint (rt_cookie_store_get_length (store), ==, 1);
  g_assert_true (rt_cookie_store_get (store, 0) == again);

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_assert_null (rt_cookie_store_find (store, others[i]));
      g_assert_false (rt_cookie_store_remove (store, others[i]));
      rt_cookie_store_put (store, others[i]);
      g_assert_cmpuint (rt_cookie_store_get_length (store), ==, i + 2);
      g_object_unref (others[i]);
    }

  g_assert_true (rt_cookie_store_remove (store, first));
  g_assert_false (rt_cookie_store_remove (store, first));
  g_assert_cmpuint (rt_cookie_store_get_length (store), ==, 4);
}

static RtCookieStore *
fill (const char *domain,
      guint       secure)
{
  RtCookieStore *store = rt_cookie_store_new ();

  for (guint i = 0; i < RT_COOKIE_STORE_DOMAIN_LIMIT; i++)
    {
      g_autofree char *name = g_strdup_printf ("%02u", i);

      put (store, name, domain, i < secure, -1);
    }

  return store;
}

static void
check_pushed_out (RtCookieStore *store,
                  const char    *name)
{
  g_autoptr (RtCookie) gone = rt_cookie_store_push_out (store, "a.org", NOW);

  g_assert_cmpstr (gone != NULL ? rt_cookie_get_name (gone) : NULL, ==, name);
  g_assert_cmpuint (rt_cookie_store_get_length (store), ==, RT_COOKIE_STORE_DOMAIN_LIMIT);
}

static void
test_oldest_goes (void)
{
  g_autoptr (RtCookieStore) store = fill ("a.org", 0);

  check_pushed_out (store, NULL);
  put (store, "new", "a.org", FALSE, -1);
  check_pushed_out (store, "00");
}

static void
test_used_stays (void)
{
  g_autoptr (RtCookieStore) store = fill ("a.org", 0);

  rt_cookie_store_touch (store, rt_cookie_store_get (store, 0));
  put (store, "new", "a.org", FALSE, -1);
  check_pushed_out (store, "01");
}

static void
test_secure_stays (void)
{
  g_autoptr (RtCookieStore) store = fill ("a.org", 10);

  put (store, "new", "a.org", TRUE, -1);
  check_pushed_out (store, "10");
}

static void
test_new_one_goes (void)
{
  g_autoptr (RtCookieStore) store = fill ("a.org", RT_COOKIE_STORE_DOMAIN_LIMIT);

  put (store, "new", "a.org", FALSE, -1);
  check_pushed_out (store, "new");
  put (store, "newer", "a.org", TRUE, -1);
  check_pushed_out (store, "00");
}

/* Nobody needs to be told of an expired one. */
static void
test_expired_goes_first (void)
{
  g_autoptr (RtCookieStore) store = fill ("a.org", 0);

  put (store, "expired", "a.org", TRUE, NOW);
  check_pushed_out (store, NULL);
  g_assert_cmpstr (rt_cookie_get_name (rt_cookie_store_get (store, 0)), ==, "00");
}

static void
test_other_domain_stays (void)
{
  g_autoptr (RtCookieStore) store = fill ("b.org", 0);

  put (store, "new", "a.org", FALSE, -1);
  g_assert_null (rt_cookie_store_push_out (store, "a.org", NOW));
  g_assert_cmpuint (rt_cookie_store_get_length (store), ==, RT_COOKIE_STORE_DOMAIN_LIMIT + 1);
}

static void
test_all (void)
{
  g_autoptr (RtCookieStore) store = rt_cookie_store_new ();
  g_autoptr (RtCookie) gone = NULL;

  for (guint i = 0; i < RT_COOKIE_STORE_LIMIT; i++)
    {
      g_autofree char *domain = g_strdup_printf ("%u.org", i);

      put (store, "a", domain, i == 0, -1);
    }
  g_assert_null (rt_cookie_store_push_out (store, "0.org", NOW));

  put (store, "a", "new.org", FALSE, -1);
  gone = rt_cookie_store_push_out (store, "new.org", NOW);
  g_assert_cmpstr (rt_cookie_get_domain (gone), ==, "0.org");
  g_assert_cmpuint (rt_cookie_store_get_length (store), ==, RT_COOKIE_STORE_LIMIT);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cookies/store/identity", test_identity);
  g_test_add_func ("/cookies/store/oldest-goes", test_oldest_goes);
  g_test_add_func ("/cookies/store/used-stays", test_used_stays);
  g_test_add_func ("/cookies/store/secure-stays", test_secure_stays);
  g_test_add_func ("/cookies/store/new-one-goes", test_new_one_goes);
  g_test_add_func ("/cookies/store/expired-goes-first", test_expired_goes_first);
  g_test_add_func ("/cookies/store/other-domain-stays", test_other_domain_stays);
  g_test_add_func ("/cookies/store/all", test_all);

  return g_test_run ();
}
