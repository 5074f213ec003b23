/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "digest-check.h"
#include "visit.h"

#include <string.h>

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

  g_assert_cmpuint (visit_count (two, "WWW-Authenticate"), ==, 2);
  g_assert_cmpint (qop->code, ==, 400);
  g_assert_cmpint (algorithm->code, ==, 400);
  g_assert_cmpint (broken->code, ==, 400);
}

/* A parameter of the first challenge, or of the info; (transfer full). */
static char *
take (Visit      *visited,
      const char *field,
      const char *name)
{
  g_autofree char *value = visit_field (visited, field);
  g_autofree char *text = NULL;
  g_autoptr (GHashTable) parameters = NULL;

  if (value == NULL)
    return NULL;
  text = g_strconcat (g_str_has_prefix (value, "Digest ") ? "" : "Digest ", value, NULL);
  parameters = rt_digest_check_parse (text);
  g_assert_nonnull (parameters);
  return g_strdup (g_hash_table_lookup (parameters, name));
}

static void
test_stale_at_once (void)
{
  static const char target[] = "/digest-auth/auth/user/secret/MD5?stale";
  static const char always[] = "/digest-auth/auth/user/secret/MD5?stale=always";
  g_autoptr (Visit) none = visit_get (target);
  g_autofree char *nonce = take_nonce (none);
  g_autoptr (Visit) first = answer (target, "MD5", "auth", "secret", nonce, "00000001");
  g_autofree char *stale = take (first, "WWW-Authenticate", "stale");
  g_autofree char *next = take_nonce (first);
  g_autoptr (Visit) second = answer (target, "MD5", "auth", "secret", next, "00000001");
  g_autoptr (Visit) dead = answer (always, "MD5", "auth", "secret", next, "00000002");
  g_autofree char *dead_nonce = NULL;
  g_autoptr (Visit) wrong = answer (target, "MD5", "auth", "wrong", nonce, "00000001");
  g_autofree char *no_stale = take (wrong, "WWW-Authenticate", "stale");
  g_autoptr (Visit) again = visit_get (always);

  g_assert_cmpint (first->code, ==, 401);
  g_assert_cmpstr (stale, ==, "true");
  g_assert_cmpint (second->code, ==, 200);
  g_assert_cmpint (dead->code, ==, 200);
  g_assert_cmpint (wrong->code, ==, 401);
  g_assert_cmpstr (no_stale, ==, NULL);
  dead_nonce = take_nonce (again);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (Visit) visited = answer (always, "MD5", "auth", "secret", dead_nonce, "00000001");

      g_assert_cmpint (visited->code, ==, 401);
      g_clear_pointer (&dead_nonce, g_free);
      dead_nonce = take_nonce (visited);
    }
}

static void
test_next (void)
{
  static const char target[] = "/digest-auth/auth/user/secret/MD5?next";
  g_autoptr (Visit) none = visit_get (target);
  g_autofree char *nonce = take_nonce (none);
  g_autoptr (Visit) first = answer (target, "MD5", "auth", "secret", nonce, "00000001");
  g_autoptr (Visit) old = answer (target, "MD5", "auth", "secret", nonce, "00000002");
  g_autofree char *next = take (first, "Authentication-Info", "nextnonce");
  g_autoptr (Visit) second = answer (target, "MD5", "auth", "secret", next, "00000001");

  g_assert_cmpint (first->code, ==, 200);
  g_assert_cmpint (old->code, ==, 401);
  g_assert_cmpstr (next, !=, nonce);
  g_assert_cmpint (second->code, ==, 200);
}

static void
test_proofs (void)
{
  static const struct
  {
    const char *target;
    const char *qop;
    const char *password;  /* that the proof is of; NULL for none */
  } cases[] = {
    { "/digest-auth/auth/user/secret/MD5", "auth", "secret" },
    { "/digest-auth/auth-int/user/secret/SHA-256", "auth-int", "secret" },
    { "/digest-auth/auth/user/secret/MD5?proof=wrong", "auth", "not the password" },
    { "/digest-auth/auth/user/secret/MD5?proof=none", "auth", NULL },
    { "/digest-auth/none/user/secret/MD5", NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *algorithm = strstr (cases[i].target, "SHA") != NULL ? "SHA-256" : "MD5";
      g_autoptr (Visit) none = visit_get (cases[i].target);
      g_autofree char *nonce = take_nonce (none);
      g_autoptr (Visit) right = answer (cases[i].target, algorithm, cases[i].qop, "secret", nonce,
                                        "00000001");
      g_autofree char *proof = take (right, "Authentication-Info", "rspauth");
      g_autoptr (GBytes) content = g_bytes_new (right->body, right->body_length);
      RtDigestInput input = { algorithm, "user", "playground", cases[i].password, "",
                              cases[i].target, nonce, "00000001", "c0ffee", cases[i].qop, content };
      g_autofree char *expected = cases[i].password != NULL ? rt_digest_check_response (&input)
                                                            : NULL;

      g_assert_cmpint (right->code, ==, 200);
      g_assert_cmpstr (proof, ==, expected);
    }
}

static void
test_form (void)
{
  static const struct
  {
    const char *query;
    const char *wanted;
    const char *unwanted;
  } cases[] = {
    { "?spelling=lower", "algorithm=sha-256", NULL },
    { "?spelling=quoted", "algorithm=\"SHA-256\"", NULL },
    { "?spelling=absent", "nonce", "algorithm" },
    { "?realm=a,%20%22b%22", "realm=\"a, \\\"b\\\"\"", NULL },
    { "?userhash", "userhash=true", "Basic" },
    { "?basic&join", "Basic realm=\"playground\", Digest realm=", NULL },
    { "?basic", "Basic realm=\"playground\"", "Digest" },
    { "", "nonce=\"", "stale" },
    { "", "==\", opaque", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *target = g_strconcat ("/digest-auth/auth/u/p/SHA-256", cases[i].query, NULL);
      g_autoptr (Visit) visited = visit_get (target);
      g_autofree char *value = visit_field (visited, "WWW-Authenticate");

      g_assert_cmpint (visited->code, ==, 401);
      g_assert_nonnull (strstr (value, cases[i].wanted));
      if (cases[i].unwanted != NULL)
        g_assert_null (strstr (value, cases[i].unwanted));
    }
}

static void
test_beside_basic (void)
{
  g_autoptr (Visit) basic = visit ("GET", "/digest-auth/auth/user/secret/MD5?basic",
                                   "Authorization: Basic dXNlcjpzZWNyZXQ=\r\n");
  g_autoptr (Visit) not_offered = visit ("GET", "/digest-auth/auth/user/secret/MD5",
                                         "Authorization: Basic dXNlcjpzZWNyZXQ=\r\n");
  g_autoptr (Visit) line_end = visit_get ("/digest-auth/auth/u/p/MD5?realm=a%0d%0ab");

  g_assert_cmpint (basic->code, ==, 200);
  g_assert_cmpint (not_offered->code, ==, 401);
  g_assert_cmpint (line_end->code, ==, 400);
}

static void
test_proxy (void)
{
  g_autoptr (Visit) none = visit_get ("/proxy-digest-auth/auth/u/p/MD5");
  g_autoptr (Visit) server = visit ("GET", "/proxy-digest-auth/auth/u/p/MD5",
                                    "Authorization: Digest x\r\n");

  g_assert_cmpint (none->code, ==, 407);
  g_assert_cmpuint (visit_count (none, "Proxy-Authenticate"), ==, 1);
  g_assert_cmpint (server->code, ==, 407);
}

int
main (int    argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/digest/digest", test_digest);
  g_test_add_func ("/digest/stale", test_stale);
  g_test_add_func ("/digest/stale-at-once", test_stale_at_once);
  g_test_add_func ("/digest/replay", test_replay);
  g_test_add_func ("/digest/next", test_next);
  g_test_add_func ("/digest/proofs", test_proofs);
  g_test_add_func ("/digest/form", test_form);
  g_test_add_func ("/digest/beside-basic", test_beside_basic);
  g_test_add_func ("/digest/proxy", test_proxy);
  g_test_add_func ("/digest/odd", test_odd);
  visit_open ();
  result = g_test_run ();
  visit_close ();
  return result;
}
