/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/auth/digest-session.c. */

#include "digest-session.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define NONCE "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v"
#define CNONCE "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"

static const RtLoginRequest get = {
  .method = "GET", .target = "/dir/index.html", .host = "h", .content_known = TRUE,
};

static RtChallenge *
parse (const char *text)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (RtChallengeList) list = NULL;

  g_ptr_array_add (values, g_bytes_new (text, strlen (text)));
  list = rt_challenge_list_parse (values);
  g_assert_true (list->valid);
  return rt_challenge_copy (list->challenges->pdata[0]);
}

static RtDigestSession *
start (const char *challenge,
       const char *user,
       const char *secret)
{
  g_autoptr (RtChallenge) read = parse (challenge);
  g_autofree char *obstacle = rt_digest_dup_obstacle (read, &get);
  RtDigestSession *session;

  g_assert_cmpstr (obstacle, ==, NULL);
  session = rt_digest_session_new (read, user, secret);
  rt_digest_session_set_cnonce (session, CNONCE);
  return session;
}

static RtDigestSession *
start_example (const char *more)
{
  g_autofree char *text = g_strconcat ("Digest realm=\"http-auth@example.org\", nonce=\"" NONCE
                                       "\"", more, NULL);

  return start (text, "Mufasa", "Circle of Life");
}

static void
assert_value (RtDigestSession *session,
              const char      *expected)
{
  g_autofree char *value = rt_digest_session_dup_value (session, &get);

  g_assert_cmpstr (value, ==, expected);
}

#define BEGIN "Digest username=\"Mufasa\", realm=\"http-auth@example.org\", nonce=\"" NONCE "\", " \
  "uri=\"/dir/index.html\""

/* RFC 7616 section 3.9.1, the whole field: what has quotes and what has none. */
static void
test_examples (void)
{
  g_autoptr (RtDigestSession) md5 = start_example (", qop=\"auth, auth-int\", algorithm=MD5, "
                                                   "opaque=\"FQhe==\"");
  g_autoptr (RtDigestSession) sha = start_example (", qop=\"auth, auth-int\", algorithm=SHA-256");

  assert_value (md5, BEGIN ", algorithm=MD5, qop=auth, nc=00000001, cnonce=\"" CNONCE "\", "
                "response=\"8ca523f5e9506fed4657c9700eebdbec\", opaque=\"FQhe==\"");
  assert_value (sha, BEGIN ", algorithm=SHA-256, qop=auth, nc=00000001, cnonce=\"" CNONCE "\", "
                "response=\"753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1\"");
}

/* Challenges that other clients tripped over, each with a part of the answer
 * that must be there and one that must not. */
static void
test_known_bugs (void)
{
  static const struct
  {
    const char *name;
    const char *challenge;
    const char *wanted;
    const char *unwanted;
  } cases[] = {
    { "commas inside of a quoted realm",
      "Digest realm=\"a, b, nonce=c\", nonce=\"n\", qop=\"auth\"",
      "realm=\"a, b, nonce=c\", nonce=\"n\"", NULL },
    { "an equals sign inside of a nonce", "Digest realm=\"a\", nonce=\"MTIz==\", qop=auth",
      "nonce=\"MTIz==\"", NULL },
    { "no qop", "Digest realm=\"a\", nonce=\"n\"", "response=\"", "qop" },
    { "no qop, so no count", "Digest realm=\"a\", nonce=\"n\"", "response=\"", "nc=" },
    { "no qop, so no cnonce", "Digest realm=\"a\", nonce=\"n\", qop=\"\"", "response=\"",
      "cnonce=" },
    { "the count has no quotes", "Digest realm=\"a\", nonce=\"n\", qop=\"auth\"",
      ", nc=00000001,", "nc=\"" },
    { "qop has no quotes", "Digest realm=\"a\", nonce=\"n\", qop=\"auth\"",
      ", qop=auth,", "qop=\"" },
    { "the query is part of the uri", "Digest realm=\"a\", nonce=\"n\", qop=\"auth\"",
      "uri=\"/dir/index.html?a=b,c&d\"", NULL },
    { "algorithm in any case", "Digest realm=\"a\", nonce=\"n\", algorithm=sha-256, qop=AUTH",
      "algorithm=sha-256, qop=auth,", NULL },
    { "algorithm in quotes", "Digest realm=\"a\", nonce=\"n\", algorithm=\"MD5\"",
      "algorithm=MD5,", "algorithm=\"" },
    { "no algorithm", "Digest realm=\"a\", nonce=\"n\"", "response=\"", "algorithm" },
    { "no opaque", "Digest realm=\"a\", nonce=\"n\"", "response=\"", "opaque" },
    { "an empty opaque", "Digest realm=\"a\", nonce=\"n\", opaque=\"\"", "opaque=\"\"", NULL },
    { "names in any case", "dIgEsT REALM=\"a\", NONCE=\"n\"", "realm=\"a\", nonce=\"n\"", NULL },
    { "quotes and backslashes", "Digest realm=\"a\\\"\\\\b\", nonce=\"n\"",
      "realm=\"a\\\"\\\\b\"", NULL },
    { "blanks between the qops", "Digest realm=a, nonce=n, qop=\" auth-int ,\tauth \"", "qop=auth,",
      NULL },
    { "an unknown qop beside it", "Digest realm=a, nonce=n, qop=\"auth-conf,auth\"", "qop=auth,",
      NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RtLoginRequest request = get;
      g_autoptr (RtDigestSession) session = start (cases[i].challenge, "u", "p");
      g_autofree char *value = NULL;

      request.target = "/dir/index.html?a=b,c&d";
      value = rt_digest_session_dup_value (session, &request);
      g_test_message ("%s: %s", cases[i].name, value);
      g_assert_nonnull (strstr (value, cases[i].wanted));
      if (cases[i].unwanted != NULL)
        g_assert_null (strstr (value, cases[i].unwanted));
    }
}

/* RFC 2069: response=MD5(A1-hash:nonce:A2-hash), computed with OpenSSL. */
static void
test_old (void)
{
  g_autoptr (RtDigestSession) session =
    start ("Digest realm=\"testrealm@host.com\", nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\"",
           "Mufasa", "Circle Of Life");

  assert_value (session, "Digest username=\"Mufasa\", realm=\"testrealm@host.com\", "
                "nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\", uri=\"/dir/index.html\", "
                "response=\"670fd8c2df070c60b045671b8b24ff02\"");
}

/* Computed with OpenSSL. */
static void
test_sessions (void)
{
  g_autoptr (RtDigestSession) with = start_example (", qop=auth, algorithm=MD5-sess");
  g_autoptr (RtDigestSession) without = start_example (", algorithm=MD5-sess");

  assert_value (with, BEGIN ", algorithm=MD5-sess, qop=auth, nc=00000001, cnonce=\"" CNONCE "\", "
                "response=\"e783283f46242139c486a698fec7211d\"");
  /* The server needs the client's nonce for the key. */
  assert_value (without, BEGIN ", algorithm=MD5-sess, cnonce=\"" CNONCE "\", "
                "response=\"37a7f42db2090a3fcac4e26e747d4fc8\"");
}

static void
test_integrity (void)
{
  g_autoptr (RtDigestSession) session = start_example (", qop=auth-int, algorithm=MD5");
  g_autoptr (GBytes) content = g_bytes_new_static ("a=b", 3);
  RtLoginRequest request = get;
  g_autofree char *value = NULL;
  g_autofree char *unknown = NULL;

  assert_value (session, BEGIN ", algorithm=MD5, qop=auth-int, nc=00000001, cnonce=\"" CNONCE "\", "
                "response=\"8804a53d3640a40a4f73cea12c5ba451\"");
  request.method = "POST";
  request.content = content;
  value = rt_digest_session_dup_value (session, &request);
  g_assert_cmpstr (value, ==, BEGIN ", algorithm=MD5, qop=auth-int, nc=00000002, cnonce=\"" CNONCE
                   "\", response=\"8c43e48642b3c9b6a75dbed40d6aa0d1\"");
  request.content_known = FALSE;
  unknown = rt_digest_session_dup_value (session, &request);
  g_assert_null (unknown);
}

static void
test_users (void)
{
  static const struct
  {
    const char *charset;
    const char *user;
    const char *written;
  } cases[] = {
    { ", charset=UTF-8", "a b", "username=\"a b\"" },
    { ", charset=UTF-8", "a\"\\b", "username=\"a\\\"\\\\b\"" },
    { ", charset=UTF-8", "", "username=\"\"" },
    { ", charset=UTF-8", "a:b", "username=\"a:b\"" },
    { ", charset=UTF-8", "Jäsøn Doe", "username*=UTF-8''J%C3%A4s%C3%B8n%20Doe" },
    { ", charset=\"utf-8\"", "ö", "username*=UTF-8''%C3%B6" },
    { ", charset=UTF-8", "a\n*'%(!#$&+-.^_`|~",
      "username*=UTF-8''a%0A%2A%27%25%28!#$&+-.^_`|~" },
    /* Servers of before know no "username*". */
    { "", "Jäsøn \"Doe\"", "username=\"Jäsøn \\\"Doe\\\"\"" },
    { ", charset=ISO-8859-1", "ö", "username=\"ö\"" },
    { "", "a\nb", "username*=UTF-8''a%0Ab" },
    { "", "a\177b", "username*=UTF-8''a%7Fb" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *challenge = g_strconcat ("Digest realm=a, nonce=n", cases[i].charset, NULL);
      g_autoptr (RtDigestSession) session = start (challenge, cases[i].user, "p");
      g_autofree char *value = rt_digest_session_dup_value (session, &get);
      g_autofree char *begin = g_strconcat ("Digest ", cases[i].written, ", realm=", NULL);

      g_assert_true (g_str_has_prefix (value, begin));
    }
}

/* The hash of the name in the erratum of RFC 7616 section 3.9.2; composed, as
 * charset asks for it. */
static void
test_userhash (void)
{
  g_autoptr (RtDigestSession) session =
    start ("Digest realm=\"api@example.org\", nonce=n, algorithm=SHA-512-256, userhash=TRUE, "
           "charset=\"utf-8\"", "Ja\314\210søn Doe", "p");
  g_autofree char *value = rt_digest_session_dup_value (session, &get);

  g_assert_nonnull (strstr (value, "username=\"793263caabb707a56211940d90411ea4a575adeccb7e360aeb"
                            "624ed06ece9b0b\""));
  g_assert_true (g_str_has_suffix (value, ", userhash=true"));
}

static void
test_obstacles (void)
{
  static const struct
  {
    const char *challenge;
    const char *words;
  } cases[] = {
    { "Digest", "realm" },
    { "Digest nonce=n", "realm" },
    { "Digest realm=r", "nonce" },
    { "Digest realm=r, nonce=n, algorithm=SHA-1", "“SHA-1” is not known" },
    { "Digest realm=r, nonce=n, algorithm=\"\"", "is not known" },
    { "Digest realm=r, nonce=n, algorithm=\"\377\"", "“\\xFF” is not known" },
    { "Digest realm=r, nonce=n, qop=auth-conf", "qop" },
    { "Digest realm=r, nonce=n, qop=auth-int", "auth-int" },
    { "Digest realm=r, nonce=n, qop=\"auth-int,x\"", "auth-int" },
  };
  RtLoginRequest request = get;

  request.content_known = FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RtChallenge) challenge = parse (cases[i].challenge);
      g_autofree char *words = rt_digest_dup_obstacle (challenge, &request);

      g_assert_nonnull (strstr (words, cases[i].words));
    }
}

static void
test_stale (void)
{
  static const struct
  {
    const char *challenge;
    gboolean    stale;
  } cases[] = {
    { "Digest stale=true", TRUE }, { "Digest stale=\"TRUE\"", TRUE }, { "Digest stale=false" },
    { "Digest stale=yes" }, { "Digest realm=x" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RtChallenge) challenge = parse (cases[i].challenge);

      g_assert_cmpint (rt_digest_is_stale (challenge), ==, cases[i].stale);
    }
}

/* The count goes on with a nonce and begins anew with the next one; the key of
 * a session stays that of the first nonce. */
static void
test_next_nonce (void)
{
  g_autoptr (RtDigestSession) session = start_example (", qop=auth, algorithm=MD5-sess");
  g_autofree char *first = rt_digest_session_dup_value (session, &get);
  g_autofree char *second = rt_digest_session_dup_value (session, &get);
  g_autofree char *third = NULL;
  g_autofree char *fourth = NULL;

  g_assert_nonnull (strstr (first, "nc=00000001"));
  g_assert_nonnull (strstr (second, "nc=00000002"));
  g_assert_cmpint (rt_digest_session_take_info (session, "nextnonce=\"other==\"", NULL), ==,
                   RT_PROOF_NONE);
  third = rt_digest_session_dup_value (session, &get);
  g_assert_nonnull (strstr (third, "nonce=\"other==\""));
  g_assert_nonnull (strstr (third, "nc=00000001"));
  g_assert_nonnull (strstr (third, "response=\"c40a5fb09ccba6a0f74bdc05200e6150\""));
  /* The same again is not a new one. */
  rt_digest_session_take_info (session, "nextnonce=\"other==\"", NULL);
  fourth = rt_digest_session_dup_value (session, &get);
  g_assert_nonnull (strstr (fourth, "nc=00000002"));
}

static void
test_proof (void)
{
  static const struct
  {
    const char *info;
    const char *content;
    RtProof     proof;
  } cases[] = {
    { "rspauth=\"9b712497bc9f91499fbcca1dfc5f09a5\"", NULL, RT_PROOF_RIGHT },
    { "qop=auth, rspauth=\"9b712497bc9f91499fbcca1dfc5f09a5\", cnonce=\"" CNONCE
      "\", nc=00000001", NULL, RT_PROOF_RIGHT },
    { "RSPAUTH=9B712497BC9F91499FBCCA1DFC5F09A5 , , x=y", NULL, RT_PROOF_RIGHT },
    { "qop=auth, rspauth=\"9b712497bc9f91499fbcca1dfc5f09a5\", nc=00000002", NULL, RT_PROOF_WRONG },
    { "qop=auth, rspauth=\"9b712497bc9f91499fbcca1dfc5f09a5\", cnonce=\"x\"", NULL,
      RT_PROOF_WRONG },
    { "rspauth=\"8ca523f5e9506fed4657c9700eebdbec\"", NULL, RT_PROOF_WRONG },
    { "rspauth=\"\"", NULL, RT_PROOF_WRONG },
    { "qop=auth-int, rspauth=\"6e17dd06bd52f02e910b2954c2041177\"", "hello", RT_PROOF_RIGHT },
    { "qop=auth-int, rspauth=\"6e17dd06bd52f02e910b2954c2041177\"", "hellO", RT_PROOF_WRONG },
    { "qop=auth-int, rspauth=\"6e17dd06bd52f02e910b2954c2041177\"", NULL, RT_PROOF_NONE },
    { "qop=auth", NULL, RT_PROOF_NONE },
    { "", NULL, RT_PROOF_NONE },
    { "rspauth=\"", NULL, RT_PROOF_NONE },
    { "Digest rspauth=x", NULL, RT_PROOF_NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RtDigestSession) session = start_example (", qop=auth, algorithm=MD5");
      g_autoptr (GBytes) content = cases[i].content != NULL
                                   ? g_bytes_new (cases[i].content, strlen (cases[i].content))
                                   : NULL;
      g_autofree char *value = rt_digest_session_dup_value (session, &get);

      g_test_message ("%s", cases[i].info);
      g_assert_cmpint (rt_digest_session_take_info (session, cases[i].info, content), ==,
                       cases[i].proof);
    }
}

/* Who cannot prove anything has no say in what comes next. */
static void
test_wrong_proof_keeps_nonce (void)
{
  g_autoptr (RtDigestSession) session = start_example (", qop=auth, algorithm=MD5");
  g_autofree char *first = rt_digest_session_dup_value (session, &get);
  g_autofree char *second = NULL;

  g_assert_cmpint (rt_digest_session_take_info (session, "rspauth=\"0\", nextnonce=\"x\"", NULL),
                   ==, RT_PROOF_WRONG);
  second = rt_digest_session_dup_value (session, &get);
  g_assert_nonnull (strstr (second, "nonce=\"" NONCE "\""));
  g_assert_nonnull (strstr (second, "nc=00000002"));
}

/* Two sessions never share a client's nonce; it is long and printable. */
static void
test_random (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (RtChallenge) challenge = parse ("Digest realm=a, nonce=n, qop=auth");

  for (guint i = 0; i < 64; i++)
    {
      g_autoptr (RtDigestSession) session = rt_digest_session_new (challenge, "u", "p");
      g_autofree char *value = rt_digest_session_dup_value (session, &get);
      const char *begin = strstr (value, "cnonce=\"") + strlen ("cnonce=\"");

      g_assert_cmpuint (strspn (begin, "0123456789abcdef"), ==, 32);
      g_assert_true (g_hash_table_add (seen, g_strndup (begin, 32)));
    }
}

static void
judge_row (JsonObject *row)
{
  g_autofree char *text =
    g_strdup_printf ("Digest realm=\"%s\", nonce=\"%s\", qop=\"%s\", algorithm=%s",
                     json_object_get_string_member (row, "realm"),
                     json_object_get_string_member (row, "nonce"),
                     json_object_get_string_member (row, "qop"),
                     json_object_get_string_member (row, "algorithm"));
  g_autoptr (RtDigestSession) session =
    start (text, json_object_get_string_member (row, "username"),
           json_object_get_string_member (row, "password"));
  RtLoginRequest request = {
    .method = json_object_get_string_member (row, "method"),
    .target = json_object_get_string_member (row, "uri"),
    .content_known = TRUE,
  };
  g_autofree char *expected = g_strdup_printf ("response=\"%s\"",
                                               json_object_get_string_member (row, "response"));
  g_autofree char *value = NULL;

  rt_digest_session_set_cnonce (session, json_object_get_string_member (row, "cnonce"));
  value = rt_digest_session_dup_value (session, &request);
  g_assert_nonnull (strstr (value, expected));
}

static void
test_vectors (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "suites",
                                                 "www-authenticate", "digest-vectors.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *rows;

  if (!json_parser_load_from_file (parser, path, NULL))
    {
      g_test_skip ("the shared suites are not here");
      return;
    }
  rows = json_node_get_array (json_parser_get_root (parser));
  g_assert_cmpuint (json_array_get_length (rows), >=, 3);
  for (guint i = 0; i < json_array_get_length (rows); i++)
    judge_row (json_array_get_object_element (rows, i));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/auth/digest-session/examples", test_examples);
  g_test_add_func ("/auth/digest-session/known-bugs", test_known_bugs);
  g_test_add_func ("/auth/digest-session/old", test_old);
  g_test_add_func ("/auth/digest-session/sessions", test_sessions);
  g_test_add_func ("/auth/digest-session/integrity", test_integrity);
  g_test_add_func ("/auth/digest-session/users", test_users);
  g_test_add_func ("/auth/digest-session/userhash", test_userhash);
  g_test_add_func ("/auth/digest-session/obstacles", test_obstacles);
  g_test_add_func ("/auth/digest-session/stale", test_stale);
  g_test_add_func ("/auth/digest-session/next-nonce", test_next_nonce);
  g_test_add_func ("/auth/digest-session/proof", test_proof);
  g_test_add_func ("/auth/digest-session/wrong-proof", test_wrong_proof_keeps_nonce);
  g_test_add_func ("/auth/digest-session/random", test_random);
  g_test_add_func ("/auth/digest-session/vectors", test_vectors);
  return g_test_run ();
}
