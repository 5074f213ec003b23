/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of digest-claim.c: what is claimed, what it covers, whether it is so. */

#include "config.h"

#include "digest-claim.h"

#include <string.h>

/* Of "abc". */
#define MD5 "kAFQmDzST7DWlj99KOF/cg=="
#define SHA256 "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="

static const struct
{
  const char   *field;
  const char   *value;
  guint         n;
  const char   *algorithm; /* of the first */
  RtDigestState state;
  RtDigestCover cover;
} cases[] = {
  { "Content-MD5", MD5, 1, "md5", RT_DIGEST_TO_CHECK, RT_DIGEST_OF_CONTENT },
  { "content-md5", " " MD5 " ", 1, "md5", RT_DIGEST_TO_CHECK, RT_DIGEST_OF_CONTENT },
  { "Content-MD5", "900150983cd24fb0d6963f7d28e17f72", 1, "md5", RT_DIGEST_MALFORMED,
    RT_DIGEST_OF_CONTENT },
  { "Content-MD5", "", 1, "md5", RT_DIGEST_MALFORMED, RT_DIGEST_OF_CONTENT },
  { "Digest", "SHA-256=" SHA256 ",unixsum=30637", 2, "SHA-256", RT_DIGEST_TO_CHECK,
    RT_DIGEST_OF_REPRESENTATION },
  { "Digest", "id-sha-256=" SHA256, 1, "id-sha-256", RT_DIGEST_TO_CHECK, RT_DIGEST_OF_DECODED },
  { "Digest", "unixsum=30637", 1, "unixsum", RT_DIGEST_UNKNOWN, RT_DIGEST_OF_REPRESENTATION },
  { "Digest", "sha-256", 1, "sha-256", RT_DIGEST_MALFORMED, RT_DIGEST_OF_REPRESENTATION },
  { "Digest", "sha-256=:" SHA256 ":", 1, "sha-256", RT_DIGEST_MALFORMED,
    RT_DIGEST_OF_REPRESENTATION },
  { "Digest", ", ,", 1, "", RT_DIGEST_MALFORMED, RT_DIGEST_OF_REPRESENTATION },
  { "Repr-Digest", "sha-256=:" SHA256 ":", 1, "sha-256", RT_DIGEST_TO_CHECK,
    RT_DIGEST_OF_REPRESENTATION },
  { "Content-Digest", "sha-256=:" SHA256 ":, crc32c=:AAAAAA==:", 2, "sha-256", RT_DIGEST_TO_CHECK,
    RT_DIGEST_OF_CONTENT },
  { "Content-Digest", "crc32c=:AAAAAA==:", 1, "crc32c", RT_DIGEST_UNKNOWN, RT_DIGEST_OF_CONTENT },
  { "Content-Digest", "sha-256=" SHA256, 1, "", RT_DIGEST_MALFORMED, RT_DIGEST_OF_CONTENT },
  { "Content-Digest", "sha-256=abc", 1, "sha-256", RT_DIGEST_MALFORMED, RT_DIGEST_OF_CONTENT },
  { "Content-Digest", "sha-256=:AAAA:", 1, "sha-256", RT_DIGEST_MALFORMED, RT_DIGEST_OF_CONTENT },
};

static void
test_read (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) claims = rt_digest_claims_read (cases[i].field, cases[i].value);
      const RtDigestClaim *first = g_ptr_array_index (claims, 0);
      g_autofree char *words = rt_digest_claim_words (first);

      g_test_message ("%s: %s", cases[i].field, cases[i].value);
      g_assert_cmpuint (claims->len, ==, cases[i].n);
      g_assert_cmpstr (first->algorithm, ==, cases[i].algorithm);
      g_assert_cmpint (first->state, ==, cases[i].state);
      g_assert_cmpint (first->cover, ==, cases[i].cover);
      g_assert_cmpint (first->expected != NULL, ==, first->state == RT_DIGEST_TO_CHECK);
      g_assert_cmpint (strlen (words), >, 3);
    }
}

static RtDigestState
check (const char *field,
       const char *value,
       const char *bytes,
       gboolean    no_content,
       gboolean    partial,
       gboolean    cut)
{
  g_autoptr (GPtrArray) claims = rt_digest_claims_read (field, value);
  RtDigestClaim *claim = g_ptr_array_index (claims, 0);

  rt_digest_claim_limit (claim, no_content, partial, cut);
  if (claim->state == RT_DIGEST_TO_CHECK)
    {
      g_autofree char *hex = g_compute_checksum_for_string (claim->type, bytes, -1);

      rt_digest_claim_check (claim, hex);
    }

  return claim->state;
}

static void
test_check (void)
{
  const char *repr = "sha-256=:" SHA256 ":";

  g_assert_cmpint (check ("Content-MD5", MD5, "abc", FALSE, FALSE, FALSE), ==, RT_DIGEST_MATCHES);
  g_assert_cmpint (check ("Content-MD5", MD5, "abd", FALSE, FALSE, FALSE), ==, RT_DIGEST_DIFFERS);
  g_assert_cmpint (check ("Content-MD5", MD5, "abc", FALSE, TRUE, FALSE), ==, RT_DIGEST_MATCHES);
  g_assert_cmpint (check ("Repr-Digest", repr, "abc", FALSE, FALSE, FALSE), ==, RT_DIGEST_MATCHES);
  g_assert_cmpint (check ("Repr-Digest", repr, "abc", FALSE, TRUE, FALSE), ==, RT_DIGEST_NOT_HERE);
  g_assert_cmpint (check ("Repr-Digest", repr, "", TRUE, FALSE, FALSE), ==, RT_DIGEST_NOT_HERE);
  g_assert_cmpint (check ("Content-Digest", repr, "ab", FALSE, FALSE, TRUE), ==,
                   RT_DIGEST_NOT_HERE);
}

static void
test_check_decoded (void)
{
  g_autofree char *of_abc = g_compute_checksum_for_string (G_CHECKSUM_MD5, "abc", -1);
  g_autofree char *of_x = g_compute_checksum_for_string (G_CHECKSUM_MD5, "x", -1);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GPtrArray) claims = rt_digest_claims_read ("Content-MD5", MD5);
      RtDigestClaim *claim = g_ptr_array_index (claims, 0);
      g_autofree char *words = NULL;

      rt_digest_claim_check (claim, of_x);
      rt_digest_claim_check_decoded (claim, i == 0 ? of_abc : of_x);
      g_assert_cmpint (claim->state, ==, i == 0 ? RT_DIGEST_MATCHES_DECODED : RT_DIGEST_DIFFERS);
      words = rt_digest_claim_words (claim);
      g_assert_cmpint (strstr (words, "content coding") != NULL, ==, i == 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/digest-claim/read", test_read);
  g_test_add_func ("/digest-claim/check", test_check);
  g_test_add_func ("/digest-claim/check-decoded", test_check_decoded);

  return g_test_run ();
}
