/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the formulas of RFC 7616 section 3.4. Written apart from the engine's,
 * so that the two test each other.
 */

#include "digest-check.h"

#include <nettle/sha2.h>
#include <string.h>

#define SESS "-sess"

static char *
base_algorithm (const char *algorithm)
{
  gsize length = strlen (algorithm);

  if (length > strlen (SESS)
      && g_ascii_strcasecmp (algorithm + length - strlen (SESS), SESS) == 0)
    length -= strlen (SESS);
  return g_ascii_strup (algorithm, length);
}

static gboolean
is_session (const char *algorithm)
{
  g_autofree char *base = base_algorithm (algorithm);

  return strlen (base) < strlen (algorithm);
}

static char *
hash_sha512_256 (const void *bytes,
                 gsize       length)
{
  struct sha512_ctx context;
  guint8 digest[SHA256_DIGEST_SIZE];
  GString *hex = g_string_new (NULL);

  sha512_256_init (&context);
  sha512_256_update (&context, length, bytes);
  sha512_256_digest (&context, sizeof digest, digest);
  for (guint i = 0; i < sizeof digest; i++)
    g_string_append_printf (hex, "%02x", digest[i]);
  return g_string_free (hex, FALSE);
}

char *
rt_digest_check_hash (const char *algorithm,
                      const void *bytes,
                      gsize       length)
{
  g_autofree char *base = base_algorithm (algorithm);

  if (strcmp (base, "MD5") == 0)
    return g_compute_checksum_for_data (G_CHECKSUM_MD5, bytes, length);
  if (strcmp (base, "SHA-256") == 0)
    return g_compute_checksum_for_data (G_CHECKSUM_SHA256, bytes, length);
  if (strcmp (base, "SHA-512-256") == 0)
    return hash_sha512_256 (bytes, length);
  return NULL;
}

gboolean
rt_digest_check_knows (const char *algorithm)
{
  g_autofree char *hash = rt_digest_check_hash (algorithm, "", 0);

  return hash != NULL;
}

/* Hash of @parts joined by colons; ends with NULL. */
static char *
hash_joined (const char         *algorithm,
             const char * const *parts)
{
  g_autofree char *text = g_strjoinv (":", (char **) parts);

  return rt_digest_check_hash (algorithm, text, strlen (text));
}

static char *
hash_a1 (const RtDigestInput *input)
{
  const char *parts[] = { input->username, input->realm, input->password, NULL };
  g_autofree char *plain = hash_joined (input->algorithm, parts);
  const char *session_parts[] = { plain, input->nonce, input->cnonce, NULL };

  if (plain == NULL || !is_session (input->algorithm))
    return g_steal_pointer (&plain);
  return input->cnonce != NULL ? hash_joined (input->algorithm, session_parts) : NULL;
}

static char *
hash_a2 (const RtDigestInput *input)
{
  g_autofree char *content = NULL;
  const char *parts[] = { input->method, input->uri, NULL, NULL };
  gsize length = 0;
  gconstpointer bytes = input->content != NULL ? g_bytes_get_data (input->content, &length) : "";

  if (g_strcmp0 (input->qop, "auth-int") == 0)
    parts[2] = content = rt_digest_check_hash (input->algorithm, bytes, length);
  return hash_joined (input->algorithm, parts);
}

char *
rt_digest_check_response (const RtDigestInput *input)
{
  g_autofree char *a1 = hash_a1 (input);
  g_autofree char *a2 = hash_a2 (input);
  const char *old_parts[] = { a1, input->nonce, a2, NULL };
  const char *parts[] = { a1, input->nonce, input->nc, input->cnonce, input->qop, a2, NULL };

  if (a1 == NULL || a2 == NULL)
    return NULL;
  if (input->qop == NULL)
    return hash_joined (input->algorithm, old_parts);
  return input->nc != NULL && input->cnonce != NULL ? hash_joined (input->algorithm, parts) : NULL;
}

/* Reads a quoted string at *@at, behind its first quote; NULL without its end. */
static char *
read_quoted (const char **at)
{
  g_autoptr (GString) value = g_string_new (NULL);

  for (const char *p = *at; *p != '\0'; p++)
    {
      if (*p == '"')
        {
          *at = p + 1;
          return g_string_free (g_steal_pointer (&value), FALSE);
        }
      if (*p == '\\' && p[1] != '\0')
        p++;
      g_string_append_c (value, *p);
    }
  return NULL;
}

static char *
read_value (const char **at)
{
  gsize length;
  char *value;

  if (**at == '"')
    {
      (*at)++;
      return read_quoted (at);
    }
  length = strcspn (*at, ", \t");
  value = length > 0 ? g_strndup (*at, length) : NULL;
  *at += length;
  return value;
}

/* One "name=value" at *@at into @table. */
static gboolean
read_parameter (const char **at,
                GHashTable  *table)
{
  gsize length = strcspn (*at, "= \t,\"");
  g_autofree char *name = g_ascii_strdown (*at, length);
  g_autofree char *value = NULL;

  *at += length;
  *at += strspn (*at, " \t");
  if (length == 0 || **at != '=')
    return FALSE;
  (*at)++;
  *at += strspn (*at, " \t");
  value = read_value (at);
  return value != NULL
         && g_hash_table_insert (table, g_steal_pointer (&name), g_steal_pointer (&value));
}

GHashTable *
rt_digest_check_parse (const char *credentials)
{
  g_autoptr (GHashTable) table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const char *at = credentials + strlen ("Digest");

  if (g_ascii_strncasecmp (credentials, "Digest ", strlen ("Digest ")) != 0)
    return NULL;
  while (*(at += strspn (at, " \t,")) != '\0')
    {
      if (!read_parameter (&at, table))
        return NULL;
      at += strspn (at, " \t");
      if (*at != ',' && *at != '\0')
        return NULL;
    }
  return g_steal_pointer (&table);
}
