/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the formulas of Digest. Knows neither fields nor who is asked.
 */

#include "digest-formula.h"

#include <nettle/sha2.h>
#include <string.h>

#define SESS "-sess"

static const char * const hash_names[] = {
  [RT_DIGEST_MD5] = "MD5",
  [RT_DIGEST_SHA_256] = "SHA-256",
  [RT_DIGEST_SHA_512_256] = "SHA-512-256",
};

gboolean
rt_digest_algorithm_parse (RtDigestAlgorithm *self,
                           const char        *text)
{
  gsize length;

  g_return_val_if_fail (self != NULL, FALSE);

  text = text != NULL ? text : "MD5";
  length = strlen (text);
  self->session = length > strlen (SESS)
                  && g_ascii_strcasecmp (text + length - strlen (SESS), SESS) == 0;
  if (self->session)
    length -= strlen (SESS);
  for (guint i = 0; i < G_N_ELEMENTS (hash_names); i++)
    if (length == strlen (hash_names[i]) && g_ascii_strncasecmp (text, hash_names[i], length) == 0)
      {
        self->hash = i;
        return TRUE;
      }
  return FALSE;
}

const char *
rt_digest_hash_get_name (RtDigestHash self)
{
  g_return_val_if_fail (self < G_N_ELEMENTS (hash_names), NULL);

  return hash_names[self];
}

/* GLib has the longer SHA-512 only, which begins with other constants. */
static char *
hash_sha_512_256 (gconstpointer bytes,
                  gsize         length)
{
  struct sha512_ctx context;
  guint8 digest[SHA256_DIGEST_SIZE];
  GString *hex = g_string_sized_new (2 * sizeof digest);

  sha512_256_init (&context);
  sha512_256_update (&context, length, bytes);
  sha512_256_digest (&context, sizeof digest, digest);
  for (gsize i = 0; i < sizeof digest; i++)
    g_string_append_printf (hex, "%02x", digest[i]);
  return g_string_free (hex, FALSE);
}

char *
rt_digest_hash_dup_hex (RtDigestHash  self,
                        gconstpointer bytes,
                        gsize         length)
{
  g_return_val_if_fail (bytes != NULL || length == 0, NULL);

  /* g_compute_checksum_for_data() refuses NULL only with a length. */
  switch (self)
    {
    case RT_DIGEST_MD5:
      return g_compute_checksum_for_data (G_CHECKSUM_MD5, bytes, length);
    case RT_DIGEST_SHA_256:
      return g_compute_checksum_for_data (G_CHECKSUM_SHA256, bytes, length);
    case RT_DIGEST_SHA_512_256:
      return hash_sha_512_256 (length > 0 ? bytes : "", length);
    default:
      g_return_val_if_reached (NULL);
    }
}

char *
rt_digest_hash_dup_hex_of (RtDigestHash  self,
                           const char   *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return rt_digest_hash_dup_hex (self, text, strlen (text));
}

/* RFC 7616 section 3.4.2. With "-sess" the key of the whole session. */
static char *
hash_a1 (const RtDigestFormula *self)
{
  g_autofree char *plain = g_strdup_printf ("%s:%s:%s", self->user, self->realm, self->secret);
  g_autofree char *hash = rt_digest_hash_dup_hex_of (self->algorithm.hash, plain);
  g_autofree char *session = NULL;

  if (!self->algorithm.session)
    return g_steal_pointer (&hash);
  session = g_strdup_printf ("%s:%s:%s", hash, self->first_nonce, self->first_cnonce);
  return rt_digest_hash_dup_hex_of (self->algorithm.hash, session);
}

/* RFC 7616 section 3.4.3. */
char *
rt_digest_formula_dup_a2 (const RtDigestFormula *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (g_strcmp0 (self->qop, "auth-int") == 0)
    return g_strdup_printf ("%s:%s:%s", self->method, self->uri, self->content_hash);
  return g_strdup_printf ("%s:%s", self->method, self->uri);
}

char *
rt_digest_formula_dup_response (const RtDigestFormula *self)
{
  g_autofree char *a1 = NULL;
  g_autofree char *a2 = NULL;
  g_autofree char *a2_hash = NULL;
  g_autofree char *all = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  a1 = hash_a1 (self);
  a2 = rt_digest_formula_dup_a2 (self);
  a2_hash = rt_digest_hash_dup_hex_of (self->algorithm.hash, a2);
  if (self->qop == NULL)
    all = g_strdup_printf ("%s:%s:%s", a1, self->nonce, a2_hash);
  else
    all = g_strdup_printf ("%s:%s:%s:%s:%s:%s", a1, self->nonce, self->count, self->cnonce,
                           self->qop, a2_hash);
  return rt_digest_hash_dup_hex_of (self->algorithm.hash, all);
}

/* RFC 7616 section 3.4.4. */
char *
rt_digest_formula_dup_userhash (const RtDigestFormula *self)
{
  g_autofree char *both = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  both = g_strdup_printf ("%s:%s", self->user, self->realm);
  return rt_digest_hash_dup_hex_of (self->algorithm.hash, both);
}
