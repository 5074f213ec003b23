/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "digest-check.h"

#include <json-glib/json-glib.h>
#include <string.h>

static void
test_vectors (void)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "suites",
                                                 "www-authenticate", "digest-vectors.json", NULL);
  JsonArray *rows;

  if (!json_parser_load_from_file (parser, path, NULL))
    {
      g_test_skip ("the shared suites are not here");
      return;
    }
  rows = json_node_get_array (json_parser_get_root (parser));
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);
      RtDigestInput input = {
        .algorithm = json_object_get_string_member (row, "algorithm"),
        .username = json_object_get_string_member (row, "username"),
        .realm = json_object_get_string_member (row, "realm"),
        .password = json_object_get_string_member (row, "password"),
        .method = json_object_get_string_member (row, "method"),
        .uri = json_object_get_string_member (row, "uri"),
        .nonce = json_object_get_string_member (row, "nonce"),
        .nc = json_object_get_string_member (row, "nc"),
        .cnonce = json_object_get_string_member (row, "cnonce"),
        .qop = json_object_get_string_member (row, "qop"),
      };
      g_autofree char *response = rt_digest_check_response (&input);

      g_assert_cmpstr (response, ==, json_object_get_string_member (row, "response"));
    }
}

/* The example of RFC 7616 section 3.9.1. */
static RtDigestInput
example (const char *algorithm)
{
  return (RtDigestInput) {
    algorithm, "Mufasa", "http-auth@example.org", "Circle of Life", "GET", "/dir/index.html",
    "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", "00000001",
    "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ", "auth", NULL,
  };
}

static void
test_rfc_7616 (void)
{
  RtDigestInput md5 = example ("MD5");
  RtDigestInput sha = example ("SHA-256");
  g_autofree char *md5_response = rt_digest_check_response (&md5);
  g_autofree char *sha_response = rt_digest_check_response (&sha);

  g_assert_cmpstr (md5_response, ==, "8ca523f5e9506fed4657c9700eebdbec");
  g_assert_cmpstr (sha_response, ==,
                   "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1");
}

static void
test_variants (void)
{
  RtDigestInput input = example ("MD5-sess");
  g_autofree char *session = rt_digest_check_response (&input);
  g_autofree char *old = NULL;
  g_autofree char *integrity = NULL;

  g_assert_cmpstr (session, !=, "8ca523f5e9506fed4657c9700eebdbec");
  input = example ("MD5");
  input.qop = NULL;
  old = rt_digest_check_response (&input);
  g_assert_cmpuint (strlen (old), ==, 32);
  input.qop = "auth-int";
  integrity = rt_digest_check_response (&input);
  g_assert_cmpstr (integrity, !=, old);
  input.nc = NULL;
  g_assert_null (rt_digest_check_response (&input));
  g_assert_false (rt_digest_check_knows ("SHA-1"));
  g_assert_false (rt_digest_check_knows (""));
  g_assert_true (rt_digest_check_knows ("sha-256-SESS"));
}

/* FIPS 180-4's example for SHA-512/256 of "abc". */
static void
test_sha512_256 (void)
{
  g_autofree char *hash = rt_digest_check_hash ("SHA-512-256", "abc", 3);

  if (hash == NULL)
    g_test_skip ("built without nettle");
  else
    g_assert_cmpstr (hash, ==,
                     "53048e2681941ef99b2e29b76b4c7dabe4c2d0c634fc6d46e0e2f13107e7af23");
}

static void
test_parse (void)
{
  static const char * const bad[] = {
    "", "Digest", "Basic a=b", "Digest a", "Digest a=", "Digest a=\"b", "Digest a=b c=d",
    "Digest a=b, A=c", "Digest =b",
  };
  g_autoptr (GHashTable) table
    = rt_digest_check_parse ("digest a=b ,Name = \"q \\\" , x\",, nc=00000001");

  g_assert_nonnull (table);
  g_assert_cmpuint (g_hash_table_size (table), ==, 3);
  g_assert_cmpstr (g_hash_table_lookup (table, "name"), ==, "q \" , x");
  g_assert_cmpstr (g_hash_table_lookup (table, "nc"), ==, "00000001");
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *exact = g_memdup2 (bad[i], strlen (bad[i]) + 1);
      g_autoptr (GHashTable) none = rt_digest_check_parse (exact);

      g_assert_null (none);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/digest-check/vectors", test_vectors);
  g_test_add_func ("/digest-check/rfc-7616", test_rfc_7616);
  g_test_add_func ("/digest-check/variants", test_variants);
  g_test_add_func ("/digest-check/sha-512-256", test_sha512_256);
  g_test_add_func ("/digest-check/parse", test_parse);
  return g_test_run ();
}
