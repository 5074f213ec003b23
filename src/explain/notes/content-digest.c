/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the reading and computing of content checksums. */

#include "content-digest.h"

#include <string.h>

#include "directives.h"
#include "structured-field.h"

static gboolean
find_type (const char    *algorithm,
           GChecksumType *type)
{
  static const struct { const char *name; GChecksumType type; } types[] = {
    { "md5", G_CHECKSUM_MD5 }, { "sha", G_CHECKSUM_SHA1 }, { "sha-256", G_CHECKSUM_SHA256 },
    { "sha-512", G_CHECKSUM_SHA512 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_ascii_strcasecmp (types[i].name, algorithm) == 0)
      {
        *type = types[i].type;
        return TRUE;
      }

  return FALSE;
}

void
rt_content_digest_free (RtContentDigest *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->algorithm, g_free);
  g_clear_pointer (&self->expected, g_bytes_unref);
  g_free (self);
}

/* Takes @expected. */
static void
add (GPtrArray  *digests,
     const char *algorithm,
     GBytes     *expected)
{
  RtContentDigest *digest = g_new0 (RtContentDigest, 1);
  GChecksumType type;

  digest->algorithm = g_ascii_strdown (algorithm, -1);
  digest->expected = expected;
  digest->is_known = find_type (algorithm, &type);
  g_ptr_array_add (digests, digest);
}

static GBytes *
decode (const char *text)
{
  gsize length, n = text != NULL ? strlen (text) : 0;
  guchar *data;

  if (n == 0 || n % 4 != 0 ||
      strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=") != n)
    return NULL;

  data = g_base64_decode (text, &length);

  return g_bytes_new_take (data, length);
}

static gboolean
read_members (GPtrArray  *digests,
              const char *value)
{
  g_autoptr(GPtrArray) members = rt_sf_parse (RT_SF_DICTIONARY, value, -1, NULL);

  if (members == NULL || members->len == 0)
    return FALSE;

  for (guint i = 0; i < members->len; i++)
    {
      const RtSfMember *member = g_ptr_array_index (members, i);

      if (member->value->type != RT_SF_BYTES)
        return FALSE;
      add (digests, member->key, g_bytes_ref (member->value->bytes));
    }

  return TRUE;
}

static gboolean
read_old (GPtrArray  *digests,
          const char *value)
{
  g_autoptr(GPtrArray) members = rt_directives_parse (value, -1);

  for (guint i = 0; i < members->len; i++)
    {
      const RtDirective *member = g_ptr_array_index (members, i);

      if (member->value == NULL)
        return FALSE;
      add (digests, member->name, decode (member->value));
    }

  return members->len > 0;
}

GPtrArray *
rt_content_digests_parse (const char *name,
                          const char *value)
{
  g_autoptr(GPtrArray) digests =
    g_ptr_array_new_with_free_func ((GDestroyNotify) rt_content_digest_free);
  gboolean good;

  g_return_val_if_fail (name != NULL && value != NULL, NULL);

  if (g_str_equal (name, "Content-MD5"))
    {
      add (digests, "md5", decode (value));
      good = ((RtContentDigest *) digests->pdata[0])->expected != NULL;
    }
  else if (g_str_equal (name, "Digest"))
    good = read_old (digests, value);
  else
    good = read_members (digests, value);

  return good ? g_steal_pointer (&digests) : NULL;
}

GBytes *
rt_content_digest_compute (const char   *algorithm,
                           const guint8 *data,
                           gsize         length)
{
  g_autoptr(GChecksum) checksum = NULL;
  GChecksumType type;
  guint8 buffer[64];
  gsize size = sizeof buffer;

  g_return_val_if_fail (algorithm != NULL, NULL);

  if (!find_type (algorithm, &type))
    return NULL;

  checksum = g_checksum_new (type);
  if (length > 0)
    g_checksum_update (checksum, data, length);
  g_checksum_get_digest (checksum, buffer, &size);

  return g_bytes_new (buffer, size);
}
