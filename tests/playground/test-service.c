/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "service.h"

static void
test_windows (void)
{
  g_autoptr (RtService) service = rt_service_new ();

  g_assert_cmpuint (rt_service_count (service, "a", 3600).used, ==, 1);
  g_assert_cmpuint (rt_service_count (service, "a", 3600).used, ==, 2);
  g_assert_cmpuint (rt_service_count (service, "b", 3600).used, ==, 1);
  g_assert_cmpuint (rt_service_count (service, "a", 3600).reset, <=, 3600);
  g_assert_cmpuint (rt_service_count (service, "a", 3600).reset, >, 3000);
  /* A window of no length is over at once. */
  g_assert_cmpuint (rt_service_count (service, "c", 0).used, ==, 1);
  g_assert_cmpuint (rt_service_count (service, "c", 0).used, ==, 1);
}

static void
test_nonces (void)
{
  g_autoptr (RtService) service = rt_service_new ();
  g_autofree char *free_one = rt_service_issue_nonce (service, 0);
  g_autofree char *twice = rt_service_issue_nonce (service, 2);

  g_assert_cmpint (rt_service_use_nonce (service, "x", 1), ==, RT_NONCE_UNKNOWN);
  g_assert_cmpint (rt_service_use_nonce (service, free_one, 1), ==, RT_NONCE_GOOD);
  g_assert_cmpint (rt_service_use_nonce (service, free_one, 1), ==, RT_NONCE_REPLAYED);
  g_assert_cmpint (rt_service_use_nonce (service, free_one, 5), ==, RT_NONCE_GOOD);
  g_assert_cmpint (rt_service_use_nonce (service, free_one, 4), ==, RT_NONCE_REPLAYED);
  g_assert_cmpint (rt_service_use_nonce (service, twice, 1), ==, RT_NONCE_GOOD);
  g_assert_cmpint (rt_service_use_nonce (service, twice, 2), ==, RT_NONCE_GOOD);
  g_assert_cmpint (rt_service_use_nonce (service, twice, 3), ==, RT_NONCE_STALE);
}

static void
test_bounded (void)
{
  g_autoptr (RtService) service = rt_service_new ();

  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *key = g_strdup_printf ("%u", i);
      g_autofree char *nonce = rt_service_issue_nonce (service, 1);

      rt_service_count (service, key, 10);
    }
  g_assert_cmpuint (g_hash_table_size (service->windows), <=, 1024);
  g_assert_cmpuint (g_hash_table_size (service->nonces), <=, 1024);
}

static void
test_sessions (void)
{
  g_autoptr (RtService) service = rt_service_new ();
  g_autofree char *nonce = rt_service_issue_nonce (service, 0);
  g_autofree char *first = NULL;
  g_autofree char *client = NULL;
  g_autofree char *none = NULL;
  g_autofree char *no_client = NULL;

  g_assert_false (rt_service_find_session (service, nonce, &none, &no_client));
  g_assert_null (none);
  g_assert_null (no_client);
  rt_service_bind_nonce (service, nonce, "a", "b");
  rt_service_bind_nonce (service, "unknown", "a", "b");
  g_assert_true (rt_service_find_session (service, nonce, &first, &client));
  g_assert_cmpstr (first, ==, "a");
  g_assert_cmpstr (client, ==, "b");
  g_assert_false (rt_service_find_session (service, "unknown", &none, &no_client));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/service/windows", test_windows);
  g_test_add_func ("/service/nonces", test_nonces);
  g_test_add_func ("/service/sessions", test_sessions);
  g_test_add_func ("/service/bounded", test_bounded);
  return g_test_run ();
}
