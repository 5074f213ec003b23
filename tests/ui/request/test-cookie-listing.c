/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of cookie-listing.c: the order, and what decides. */

#include "config.h"

#include "cookie-listing.h"

#include "cookies.h"

/* One line a cookie: its place and its name. */
static char *
describe (RtRequest *request)
{
  const char *places[] = { "goes", "stays", "elsewhere", "undecided" };
  g_autoptr (GPtrArray) items =
    rt_cookie_listing_new (request, g_get_real_time () / G_USEC_PER_SEC);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      RtCookieItem *item = g_ptr_array_index (items, i);

      g_assert_cmpint (rt_cookie_item_get_why (item) != NULL, ==,
                       rt_cookie_item_get_place (item) == RT_COOKIE_STAYS);
      g_string_append_printf (text, "%s %s\n", places[rt_cookie_item_get_place (item)],
                              rt_cookie_get_name (rt_cookie_item_get_cookie (item)));
    }

  return g_string_free (text, FALSE);
}

static void
check (RtRequest  *request,
       const char *url,
       const char *expected)
{
  g_autofree char *text = NULL;

  rt_request_set_url (request, url);
  text = describe (request);
  g_assert_cmpstr (text, ==, expected);
}

static void
receive (RtCookieJar *jar,
         const char  *host,
         const char  *line)
{
  g_autoptr (RtCookieVerdict) verdict = rt_test_cookie_receive (jar, host, line);

  g_assert_cmpint (verdict->fate, ==, RT_COOKIE_STORED);
}

static RtRequest *
new_request (void)
{
  RtRequest *request = rt_request_new ();
  g_autoptr (RtCookieJar) jar = rt_cookie_jar_new (NULL);

  receive (jar, "example.org", "root=1");
  receive (jar, "example.org", "admin=1; Path=/admin");
  receive (jar, "example.org", "safe=1; Secure");
  receive (jar, "other.net", "other=1");
  receive (jar, "localhost", "own=1; Secure");
  rt_request_set_cookie_jar (request, jar);

  return request;
}

static void
test_places (void)
{
  g_autoptr (RtRequest) request = new_request ();

  check (request, "https://example.org/admin?x=/",
         "goes admin\ngoes root\ngoes safe\nelsewhere own\nelsewhere other\n");
  check (request, "http://example.org/",
         "goes root\nstays safe\nstays admin\nelsewhere own\nelsewhere other\n");
  check (request, "http://localhost:8080/",
         "goes own\nelsewhere root\nelsewhere safe\nelsewhere admin\nelsewhere other\n");
}

static void
test_count (void)
{
  g_autoptr (RtRequest) request = new_request ();

  rt_request_set_url (request, "https://example.org/admin");
  g_assert_cmpuint (rt_cookie_listing_count_going (request), ==, 3);
  rt_request_set_url (request, "https://elsewhere.example/");
  g_assert_cmpuint (rt_cookie_listing_count_going (request), ==, 0);
  rt_request_set_url (request, "");
  g_assert_cmpuint (rt_cookie_listing_count_going (request), ==, 0);
}

static void
test_undecided (void)
{
  g_autoptr (RtRequest) request = new_request ();
  const char *all = "undecided root\nundecided safe\nundecided admin\nundecided own\n"
                    "undecided other\n";

  check (request, "", all);
  check (request, "ftp://example.org/", all);
  rt_request_set_use_cookies (request, FALSE);
  check (request, "https://example.org/", all);
  rt_request_set_use_cookies (request, TRUE);

  rt_request_add_field (request, "cookie", "own=1");
  g_assert_true (rt_cookie_listing_is_typed (request));
  check (request, "https://example.org/", all);
}

static void
test_no_jar (void)
{
  g_autoptr (RtRequest) request = rt_request_new ();

  check (request, "https://example.org/", "");
}

static void
test_target (void)
{
  g_autoptr (RtRequest) request = rt_request_new ();
  g_autofree char *target = NULL;

  g_assert_null (rt_cookie_listing_dup_target (request));
  rt_request_set_url (request, "https://Example.org:8443/a/b?c=d");
  target = rt_cookie_listing_dup_target (request);
  g_assert_cmpstr (target, ==, "example.org/a/b");
}

/* "position-removed+added" of each change. */
static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  GString    *changes)
{
  g_string_append_printf (changes, "%u-%u+%u ", position, removed, added);
}

static void
show (RtRequest  *request,
      GListStore *store)
{
  g_autoptr (GPtrArray) items =
    rt_cookie_listing_new (request, g_get_real_time () / G_USEC_PER_SEC);

  rt_cookie_listing_show (items, store);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (store)), ==, items->len);
  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr (RtCookieItem) shown = g_list_model_get_item (G_LIST_MODEL (store), i);

      g_assert_true (rt_cookie_item_equal (shown, g_ptr_array_index (items, i)));
    }
}

/* Only what differs is another row. */
static void
test_show (void)
{
  g_autoptr (RtRequest) request = new_request ();
  RtCookieJar *jar = rt_request_get_cookie_jar (request);
  g_autoptr (GListStore) store = g_list_store_new (RT_TYPE_COOKIE_ITEM);
  g_autoptr (GString) changes = g_string_new (NULL);
  g_autoptr (RtCookieVerdict) replaced = NULL;
  g_autoptr (GPtrArray) cookies = NULL;

  g_signal_connect (store, "items-changed", G_CALLBACK (items_changed_cb), changes);
  rt_request_set_url (request, "https://example.org/admin");
  show (request, store);
  show (request, store);
  replaced = rt_test_cookie_receive (jar, "example.org", "root=2");
  show (request, store);
  cookies = rt_cookie_jar_dup_cookies (jar);
  for (guint i = 0; i < cookies->len; i++)
    rt_cookie_jar_remove (jar, g_ptr_array_index (cookies, i));
  show (request, store);
  g_assert_cmpstr (changes->str, ==, "0-0+5 1-1+1 0-5+0 ");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cookie-listing/places", test_places);
  g_test_add_func ("/cookie-listing/count", test_count);
  g_test_add_func ("/cookie-listing/undecided", test_undecided);
  g_test_add_func ("/cookie-listing/no-jar", test_no_jar);
  g_test_add_func ("/cookie-listing/show", test_show);
  g_test_add_func ("/cookie-listing/target", test_target);

  return g_test_run ();
}
