/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "digest-check.h"
#include "visit.h"

static void
test_basic (void)
{
  g_autoptr (Visit) none = visit_get ("/basic-auth/user/secret");
  g_autoptr (Visit) right = visit ("GET", "/basic-auth/user/secret",
                                   "Authorization: Basic dXNlcjpzZWNyZXQ=\r\n");
  g_autoptr (Visit) wrong = visit ("GET", "/basic-auth/user/other",
                                   "Authorization: Basic dXNlcjpzZWNyZXQ=\r\n");
  g_autoptr (Visit) hidden = visit_get ("/hidden-basic-auth/user/secret");
  g_autoptr (Visit) found = visit ("GET", "/hidden-basic-auth/user/secret",
                                   "Authorization: basic dXNlcjpzZWNyZXQ=\r\n");
  g_autofree char *challenge = visit_field (none, "WWW-Authenticate");

  g_assert_cmpint (none->code, ==, 401);
  g_assert_cmpstr (challenge, ==, "Basic realm=\"playground\", charset=\"UTF-8\"");
  g_assert_cmpint (right->code, ==, 200);
  g_assert_cmpint (wrong->code, ==, 401);
  g_assert_cmpint (hidden->code, ==, 404);
  g_assert_cmpint (found->code, ==, 200);
}

static void
test_bearer (void)
{
  g_autoptr (Visit) none = visit_get ("/bearer");
  g_autoptr (Visit) right = visit ("GET", "/bearer", "Authorization: Bearer abc\r\n");

  g_assert_cmpint (none->code, ==, 401);
  g_assert_cmpuint (visit_count (none, "WWW-Authenticate"), ==, 1);
  g_assert_cmpint (right->code, ==, 200);
}

/* The nonce of the first challenge. */
static char *
take_nonce (Visit *visited)
{
  g_autofree char *challenge = visit_field (visited, "WWW-Authenticate");
  g_autoptr (GHashTable) parameters = rt_digest_check_parse (challenge);

  g_assert_nonnull (parameters);
  return g_strdup (g_hash_table_lookup (parameters, "nonce"));
}

static Visit *
answer (const char *target,
        const char *algorithm,
        const char *qop,
        const char *password,
        const char *nonce,
        const char *nc)
{
  g_autoptr (GBytes) content = g_bytes_new_static ("Hello", 5);
  RtDigestInput input = { algorithm, "user", "playground", password, "POST", target, nonce, nc,
                          "c0ffee", qop, content };
  g_autofree char *response = rt_digest_check_response (&input);
  g_autofree char *fields
    = g_strdup_printf ("Authorization: Digest username=\"user\", realm=\"playground\", "
                       "nonce=\"%s\", uri=\"%s\", algorithm=%s, response=\"%s\", "
                       "opaque=\"cm91bmR0cmlw\"%s%s,"
                       " nc=%s, cnonce=\"c0ffee\"\r\nContent-Length: 5\r\n\r\nHello",
                       nonce, target, algorithm, response, qop != NULL ? ", qop=" : "",
                       qop != NULL ? qop : "", nc);

  return visit ("POST", target, fields);
}

static void
test_digest (void)
{
  static const char * const algorithms[] = {
    "MD5", "MD5-sess", "SHA-256", "SHA-256-sess", "SHA-512-256", "SHA-512-256-sess",
  };
  static const char * const qops[] = { "auth", "auth-int", "none" };

  for (guint i = 0; i < G_N_ELEMENTS (algorithms); i++)
    for (guint j = 0; j < G_N_ELEMENTS (qops) && rt_digest_check_knows (algorithms[i]); j++)
      {
        g_autofree char *target = g_strdup_printf ("/digest-auth/%s/user/secret/%s", qops[j],
                                                   algorithms[i]);
        const char *qop = j == 2 ? NULL : qops[j];
        g_autoptr (Visit) none = visit_get (target);
        g_autofree char *nonce = take_nonce (none);
        g_autoptr (Visit) wrong = answer (target, algorithms[i], qop, "wrong", nonce, "00000001");
        g_autoptr (Visit) right = answer (target, algorithms[i], qop, "secret", nonce, "00000001");

        g_test_message ("%s", target);
        g_assert_cmpint (none->code, ==, 401);
        g_assert_cmpint (wrong->code, ==, 401);
        g_assert_cmpint (right->code, ==, 200);
      }
}

static void
test_stale (void)
{
  static const char target[] = "/digest-auth/auth/user/secret/MD5?uses=1";
  g_autoptr (Visit) none = visit_get (target);
  g_autofree char *nonce = take_nonce (none);
  g_autoptr (Visit) first = answer (target, "MD5", "auth", "secret", nonce, "00000001");
  g_autoptr (Visit) second = answer (target, "MD5", "auth", "secret", nonce, "00000002");
  g_autofree char *info = visit_field (first, "Authentication-Info");
  g_autofree char *challenge = visit_field (second, "WWW-Authenticate");

  g_assert_cmpint (first->code, ==, 200);
  g_assert_nonnull (strstr (info, "rspauth=\""));
  g_assert_cmpint (second->code, ==, 401);
  g_assert_nonnull (strstr (challenge, "stale=true"));
}

static void
test_replay (void)
{
  static const char target[] = "/digest-auth/auth/user/secret";
  g_autoptr (Visit) none = visit_get (target);
  g_autofree char *nonce = take_nonce (none);
  g_autoptr (Visit) first = answer (target, "MD5", "auth", "secret", nonce, "00000001");
  g_autoptr (Visit) second = answer (target, "MD5", "auth", "secret", nonce, "00000001");

  g_assert_cmpint (first->code, ==, 200);
  g_assert_cmpint (second->code, ==, 401);
}

static void
test_odd (void)
{
  g_autoptr (Visit) two = visit_get ("/digest-auth/auth/u/p/SHA-256,MD5");
  g_autoptr (Visit) qop = visit_get ("/digest-auth/other/u/p");
  g_autoptr (Visit) algorithm = visit_get ("/digest-auth/auth/u/p/SHA-1");
  g_autoptr (Visit) broken = visit ("GET", "/digest-auth/auth/u/p",
                                    "Authorization: Digest username=\"u\r\n");
  g_autoptr (Visit) many = visit_get ("/many-challenges");

  g_assert_cmpuint (visit_count (two, "WWW-Authenticate"), ==, 2);
  g_assert_cmpint (qop->code, ==, 400);
  g_assert_cmpint (algorithm->code, ==, 400);
  g_assert_cmpint (broken->code, ==, 400);
  g_assert_cmpuint (visit_count (many, "WWW-Authenticate"), ==, 2);
}

int
main (int    argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/auth/basic", test_basic);
  g_test_add_func ("/auth/bearer", test_bearer);
  g_test_add_func ("/auth/digest", test_digest);
  g_test_add_func ("/auth/stale", test_stale);
  g_test_add_func ("/auth/replay", test_replay);
  g_test_add_func ("/auth/odd", test_odd);
  visit_open ();
  result = g_test_run ();
  visit_close ();
  return result;
}
