/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/auth/digest-formula.c. */

#include "digest-formula.h"

#include <json-glib/json-glib.h>
#include <string.h>

static void
test_algorithms (void)
{
  static const struct
  {
    const char  *text;
    gboolean     known;
    RtDigestHash hash;
    gboolean     session;
  } cases[] = {
    { NULL, TRUE, RT_DIGEST_MD5, FALSE },
    { "MD5", TRUE, RT_DIGEST_MD5, FALSE },
    { "md5-SESS", TRUE, RT_DIGEST_MD5, TRUE },
    { "Sha-256", TRUE, RT_DIGEST_SHA_256, FALSE },
    { "SHA-256-sess", TRUE, RT_DIGEST_SHA_256, TRUE },
    { "SHA-512-256", TRUE, RT_DIGEST_SHA_512_256, FALSE },
    { "sha-512-256-sess", TRUE, RT_DIGEST_SHA_512_256, TRUE },
    { "", FALSE }, { "-sess", FALSE }, { "MD", FALSE }, { "MD55", FALSE }, { "SHA-512", FALSE },
    { "SHA", FALSE }, { "MD5-sess-sess", FALSE }, { "\"MD5\"", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RtDigestAlgorithm algorithm;

      g_assert_cmpint (rt_digest_algorithm_parse (&algorithm, cases[i].text), ==, cases[i].known);
      if (!cases[i].known)
        continue;
      g_assert_cmpint (algorithm.hash, ==, cases[i].hash);
      g_assert_cmpint (algorithm.session, ==, cases[i].session);
    }
}

/* Known answers, of "" and "abc" (FIPS 180-4, RFC 1321). */
static void
test_hashes (void)
{
  static const struct
  {
    RtDigestHash hash;
    const char  *text;
    const char  *hex;
  } cases[] = {
    { RT_DIGEST_MD5, "", "d41d8cd98f00b204e9800998ecf8427e" },
    { RT_DIGEST_MD5, "abc", "900150983cd24fb0d6963f7d28e17f72" },
    { RT_DIGEST_SHA_256, "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
    { RT_DIGEST_SHA_256, "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
    { RT_DIGEST_SHA_512_256, "",
      "c672b8d1ef56ed28ab87c3622c5114069bdd3ad7b8f9737498d0c01ecef0967a" },
    { RT_DIGEST_SHA_512_256, "abc",
      "53048e2681941ef99b2e29b76b4c7dabe4c2d0c634fc6d46e0e2f13107e7af23" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *hex = rt_digest_hash_dup_hex_of (cases[i].hash, cases[i].text);
      g_autofree char *of_nothing = rt_digest_hash_dup_hex (cases[i].hash, NULL, 0);

      g_assert_cmpstr (hex, ==, cases[i].hex);
      if (*cases[i].text == '\0')
        g_assert_cmpstr (of_nothing, ==, cases[i].hex);
    }
  g_assert_cmpstr (rt_digest_hash_get_name (RT_DIGEST_SHA_512_256), ==, "SHA-512-256");
}

/* RFC 7616 section 3.9.1. */
static RtDigestFormula
make_example (const char *algorithm)
{
  RtDigestFormula formula = {
    .user = "Mufasa",
    .realm = "http-auth@example.org",
    .secret = "Circle of Life",
    .method = "GET",
    .uri = "/dir/index.html",
    .first_nonce = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v",
    .first_cnonce = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ",
    .nonce = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v",
    .cnonce = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ",
    .count = "00000001",
    .qop = "auth",
    .content_hash = "x",
  };

  g_assert_true (rt_digest_algorithm_parse (&formula.algorithm, algorithm));
  return formula;
}

static void
assert_response (RtDigestFormula *formula,
                 const char      *expected)
{
  g_autofree char *response = rt_digest_formula_dup_response (formula);

  g_assert_cmpstr (response, ==, expected);
}

static void
test_examples (void)
{
  RtDigestFormula formula = make_example ("MD5");

  assert_response (&formula, "8ca523f5e9506fed4657c9700eebdbec");
  formula = make_example ("SHA-256");
  assert_response (&formula, "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1");

  /* RFC 2617 section 3.5. */
  formula = make_example ("MD5");
  formula.realm = "testrealm@host.com";
  formula.secret = "Circle Of Life";
  formula.nonce = "dcd98b7102dd2f0e8b11d0f600bfb0c093";
  formula.cnonce = "0a4f113b";
  assert_response (&formula, "6629fae49393a05397450978507c4ef1");

  /* The same as RFC 2069 would have it: MD5(A1-hash:nonce:A2-hash). */
  formula.qop = NULL;
  assert_response (&formula, "670fd8c2df070c60b045671b8b24ff02");
}

/* The request of RFC 7616 section 3.9.2, whose own results are wrong: the hash
 * of the name is that of its erratum, the response was computed with OpenSSL. */
static void
test_userhash (void)
{
  RtDigestFormula formula = make_example ("SHA-512-256");
  g_autofree char *hash = NULL;

  formula.user = "Jäsøn Doe";
  formula.realm = "api@example.org";
  formula.secret = "Secret, or not?";
  formula.uri = "/doe.json";
  formula.nonce = "5TsQWLVdgBdmrQ0XsxbDODV+57QdFR34I9HAbC/RVvkK";
  formula.cnonce = "NTg6RKcb9boFIAS3KrFK9BGeh+niz/sm";
  hash = rt_digest_formula_dup_userhash (&formula);
  g_assert_cmpstr (hash, ==, "793263caabb707a56211940d90411ea4a575adeccb7e360aeb624ed06ece9b0b");
  assert_response (&formula, "7a4e1192babbba02e91182d2895bfdbf7adafc6e48d4e517ca301974843d840c");
}

/* Each member of the formula counts, where it should and nowhere else. */
static void
test_what_counts (void)
{
  static const struct
  {
    const char *algorithm;
    const char *qop;
    goffset     member;
    gboolean    counts;
  } cases[] = {
    { "MD5", "auth", G_STRUCT_OFFSET (RtDigestFormula, user), TRUE },
    { "MD5", "auth", G_STRUCT_OFFSET (RtDigestFormula, realm), TRUE },
    { "MD5", "auth", G_STRUCT_OFFSET (RtDigestFormula, secret), TRUE },
    { "MD5", "auth", G_STRUCT_OFFSET (RtDigestFormula, method), TRUE },
    { "MD5", "auth", G_STRUCT_OFFSET (RtDigestFormula, uri), TRUE },
    { "MD5", "auth", G_STRUCT_OFFSET (RtDigestFormula, nonce), TRUE },
    { "MD5", "auth", G_STRUCT_OFFSET (RtDigestFormula, cnonce), TRUE },
    { "MD5", "auth", G_STRUCT_OFFSET (RtDigestFormula, count), TRUE },
    { "MD5", "auth", G_STRUCT_OFFSET (RtDigestFormula, qop), TRUE },
    { "MD5", "auth", G_STRUCT_OFFSET (RtDigestFormula, content_hash), FALSE },
    { "MD5", "auth-int", G_STRUCT_OFFSET (RtDigestFormula, content_hash), TRUE },
    { "MD5", "auth", G_STRUCT_OFFSET (RtDigestFormula, first_nonce), FALSE },
    { "MD5", "auth", G_STRUCT_OFFSET (RtDigestFormula, first_cnonce), FALSE },
    { "MD5-sess", "auth", G_STRUCT_OFFSET (RtDigestFormula, first_nonce), TRUE },
    { "SHA-256-sess", "auth", G_STRUCT_OFFSET (RtDigestFormula, first_cnonce), TRUE },
    { "MD5", NULL, G_STRUCT_OFFSET (RtDigestFormula, count), FALSE },
    { "MD5", NULL, G_STRUCT_OFFSET (RtDigestFormula, cnonce), FALSE },
    { "MD5", NULL, G_STRUCT_OFFSET (RtDigestFormula, nonce), TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RtDigestFormula formula = make_example (cases[i].algorithm);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      formula.qop = cases[i].qop;
      before = rt_digest_formula_dup_response (&formula);
      G_STRUCT_MEMBER (const char *, &formula, cases[i].member) = "other";
      after = rt_digest_formula_dup_response (&formula);
      g_assert_cmpint (strcmp (before, after) != 0, ==, cases[i].counts);
    }
}

static void
judge_row (JsonObject *row)
{
  RtDigestFormula formula = {
    .user = json_object_get_string_member (row, "username"),
    .realm = json_object_get_string_member (row, "realm"),
    .secret = json_object_get_string_member (row, "password"),
    .method = json_object_get_string_member (row, "method"),
    .uri = json_object_get_string_member (row, "uri"),
    .nonce = json_object_get_string_member (row, "nonce"),
    .first_nonce = json_object_get_string_member (row, "nonce"),
    .count = json_object_get_string_member (row, "nc"),
    .cnonce = json_object_get_string_member (row, "cnonce"),
    .first_cnonce = json_object_get_string_member (row, "cnonce"),
    .qop = json_object_get_string_member (row, "qop"),
  };

  g_assert_true (rt_digest_algorithm_parse (&formula.algorithm,
                                            json_object_get_string_member (row, "algorithm")));
  assert_response (&formula, json_object_get_string_member (row, "response"));
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
  g_test_add_func ("/auth/digest-formula/algorithms", test_algorithms);
  g_test_add_func ("/auth/digest-formula/hashes", test_hashes);
  g_test_add_func ("/auth/digest-formula/examples", test_examples);
  g_test_add_func ("/auth/digest-formula/userhash", test_userhash);
  g_test_add_func ("/auth/digest-formula/what-counts", test_what_counts);
  g_test_add_func ("/auth/digest-formula/vectors", test_vectors);
  return g_test_run ();
}
