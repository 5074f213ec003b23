/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The readers of the four fields, and the comparison. */

#include "config.h"

#include "digest-claim.h"

#include "structured-field.h"
#include "text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char    *name;
  GChecksumType  type;
  gboolean       is_weak;
  gboolean       is_decoded;
} algorithms[] = {
  { "md5", G_CHECKSUM_MD5, TRUE, FALSE },
  { "sha", G_CHECKSUM_SHA1, TRUE, FALSE },
  { "sha-1", G_CHECKSUM_SHA1, TRUE, FALSE },
  { "sha-256", G_CHECKSUM_SHA256, FALSE, FALSE },
  { "sha-384", G_CHECKSUM_SHA384, FALSE, FALSE },
  { "sha-512", G_CHECKSUM_SHA512, FALSE, FALSE },
  { "id-sha-256", G_CHECKSUM_SHA256, FALSE, TRUE },
  { "id-sha-512", G_CHECKSUM_SHA512, FALSE, TRUE },
};

static const struct
{
  const char    *name;
  RtDigestCover  cover;
} fields[] = {
  { "Content-MD5", RT_DIGEST_OF_CONTENT },
  { "Digest", RT_DIGEST_OF_REPRESENTATION },
  { "Content-Digest", RT_DIGEST_OF_CONTENT },
  { "Repr-Digest", RT_DIGEST_OF_REPRESENTATION },
};

void
rt_digest_claim_free (RtDigestClaim *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->field, g_free);
  g_clear_pointer (&self->algorithm, g_free);
  g_clear_pointer (&self->value, g_free);
  g_clear_pointer (&self->expected, g_bytes_unref);
  g_clear_pointer (&self->reason, g_free);
  g_free (self);
}

static int
find_field (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_ascii_strcasecmp (fields[i].name, name) == 0)
      return i;

  return -1;
}

static RtDigestClaim *
claim_new (int         field,
           const char *algorithm,
           gssize      algorithm_length,
           const char *value,
           gssize      value_length)
{
  RtDigestClaim *self = g_new0 (RtDigestClaim, 1);

  self->field = g_strdup (fields[field].name);
  self->cover = fields[field].cover;
  self->algorithm = rt_text_from_wire (algorithm, algorithm_length);
  self->value = rt_text_from_wire (value, value_length);
  self->state = RT_DIGEST_UNKNOWN;

  return self;
}

static void
fail (RtDigestClaim *self,
      const char    *reason)
{
  self->state = RT_DIGEST_MALFORMED;
  g_clear_pointer (&self->expected, g_bytes_unref);
  g_free (self->reason);
  self->reason = g_strdup (reason);
}

/* Finds the algorithm, and whether the checksum has its length. */
static void
settle (RtDigestClaim *self,
        GBytes        *expected)
{
  for (gsize i = 0; i < G_N_ELEMENTS (algorithms); i++)
    if (g_ascii_strcasecmp (algorithms[i].name, self->algorithm) == 0)
      {
        self->type = algorithms[i].type;
        self->is_weak = algorithms[i].is_weak;
        if (algorithms[i].is_decoded)
          self->cover = RT_DIGEST_OF_DECODED;
        if (expected == NULL)
          fail (self, _("it is not base64"));
        else if (g_bytes_get_size (expected) != (gsize) g_checksum_type_get_length (self->type))
          fail (self, _("it has not the length of such a checksum"));
        else
          {
            self->state = RT_DIGEST_TO_CHECK;
            self->expected = g_bytes_ref (expected);
          }
        return;
      }
  self->reason = g_strdup (_("an algorithm that is not computed here"));
}

/* Strict: GLib's decoder passes over what is not of the alphabet. */
static GBytes *
decode_base64 (const char *text,
               gsize       length)
{
  g_autofree char *copy = NULL;
  gsize n = length;
  gsize decoded;
  guchar *bytes;

  while (n > 0 && length - n < 2 && text[n - 1] == '=')
    n--;
  if (length == 0 || length % 4 != 0)
    return NULL;
  for (gsize i = 0; i < n; i++)
    if (!g_ascii_isalnum (text[i]) && text[i] != '+' && text[i] != '/')
      return NULL;
  copy = g_strndup (text, length);
  bytes = g_base64_decode (copy, &decoded);

  return g_bytes_new_take (bytes, decoded);
}

static void
trim (const char **start,
      const char **end)
{
  while (*start < *end && (**start == ' ' || **start == '\t'))
    (*start)++;
  while (*end > *start && ((*end)[-1] == ' ' || (*end)[-1] == '\t'))
    (*end)--;
}

/* Content-MD5: one checksum, base64. */
static void
read_md5 (int         field,
          const char *value,
          GPtrArray  *claims)
{
  const char *end = value + strlen (value);
  g_autoptr (GBytes) expected = NULL;
  RtDigestClaim *claim;

  trim (&value, &end);
  expected = decode_base64 (value, end - value);
  claim = claim_new (field, "md5", -1, value, end - value);
  settle (claim, expected);
  g_ptr_array_add (claims, claim);
}

/* One of "sha-256=…": the value goes on to the end, "=" is also its padding. */
static void
read_instance (int         field,
               const char *start,
               const char *end,
               GPtrArray  *claims)
{
  const char *equals;
  const char *value;
  RtDigestClaim *claim;

  trim (&start, &end);
  if (start == end)
    return;
  equals = memchr (start, '=', end - start);
  if (equals == NULL)
    {
      claim = claim_new (field, start, end - start, "", 0);
      fail (claim, _("“=” and a checksum are missing"));
    }
  else
    {
      g_autoptr (GBytes) expected = NULL;

      value = equals + 1;
      expected = decode_base64 (value, end - value);
      claim = claim_new (field, start, equals - start, value, end - value);
      settle (claim, expected);
    }
  g_ptr_array_add (claims, claim);
}

/* RFC 3230: a list of algorithm=value. */
static void
read_instances (int         field,
                const char *value,
                GPtrArray  *claims)
{
  const char *p = value;
  const char *end = value + strlen (value);

  while (p < end)
    {
      const char *comma = memchr (p, ',', end - p);

      if (comma == NULL)
        comma = end;
      read_instance (field, p, comma, claims);
      p = comma + 1;
    }
}

/* RFC 9530: a dictionary of byte sequences. */
static void
read_dictionary (int         field,
                 const char *value,
                 GPtrArray  *claims)
{
  RtSfError error = { 0 };
  g_autoptr (GPtrArray) members = rt_sf_parse (RT_SF_DICTIONARY, value, -1, &error);

  if (members == NULL)
    {
      RtDigestClaim *claim = claim_new (field, "", 0, value, -1);

      fail (claim, error.reason);
      g_ptr_array_add (claims, claim);
      return;
    }
  for (guint i = 0; i < members->len; i++)
    {
      const RtSfMember *member = g_ptr_array_index (members, i);
      const RtSfValue *sent = member->value;
      RtDigestClaim *claim = claim_new (field, member->key, -1, value + sent->offset,
                                        sent->length);

      if (sent->type != RT_SF_BYTES)
        fail (claim, _("it is no byte sequence: “:” around base64"));
      else
        settle (claim, sent->bytes);
      g_ptr_array_add (claims, claim);
    }
}

GPtrArray *
rt_digest_claims_read (const char *field,
                       const char *value)
{
  GPtrArray *claims = g_ptr_array_new_with_free_func ((GDestroyNotify) rt_digest_claim_free);
  int index;

  g_return_val_if_fail (field != NULL && value != NULL, claims);
  index = find_field (field);
  g_return_val_if_fail (index >= 0, claims);

  if (index == 0)
    read_md5 (index, value, claims);
  else if (index == 1)
    read_instances (index, value, claims);
  else
    read_dictionary (index, value, claims);
  if (claims->len == 0)
    {
      RtDigestClaim *claim = claim_new (index, "", 0, value, -1);

      fail (claim, _("it is empty"));
      g_ptr_array_add (claims, claim);
    }

  return claims;
}

void
rt_digest_claim_limit (RtDigestClaim *self,
                       gboolean       no_content,
                       gboolean       partial,
                       gboolean       cut)
{
  const char *reason = NULL;

  g_return_if_fail (self != NULL);

  if (self->state != RT_DIGEST_TO_CHECK)
    return;
  if (no_content)
    reason = _("this response carries no content");
  else if (cut)
    reason = _("the content did not arrive whole");
  else if (partial && self->cover != RT_DIGEST_OF_CONTENT)
    reason = _("it is of the whole, and this is a part");
  if (reason == NULL)
    return;
  self->state = RT_DIGEST_NOT_HERE;
  self->reason = g_strdup (reason);
}

static gboolean
is_expected (const RtDigestClaim *self,
             const char          *hex)
{
  const guint8 *expected;
  gsize length;
  g_autoptr (GString) text = g_string_new (NULL);

  expected = g_bytes_get_data (self->expected, &length);
  for (gsize i = 0; i < length; i++)
    g_string_append_printf (text, "%02x", expected[i]);

  return g_ascii_strcasecmp (text->str, hex) == 0;
}

void
rt_digest_claim_check (RtDigestClaim *self,
                       const char    *hex)
{
  g_return_if_fail (self != NULL && hex != NULL);
  g_return_if_fail (self->state == RT_DIGEST_TO_CHECK);

  self->state = is_expected (self, hex) ? RT_DIGEST_MATCHES : RT_DIGEST_DIFFERS;
}

void
rt_digest_claim_check_decoded (RtDigestClaim *self,
                               const char    *hex)
{
  g_return_if_fail (self != NULL && hex != NULL);
  g_return_if_fail (self->state == RT_DIGEST_DIFFERS);

  if (is_expected (self, hex))
    self->state = RT_DIGEST_MATCHES_DECODED;
}

char *
rt_digest_claim_words (const RtDigestClaim *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (self->state)
    {
    case RT_DIGEST_TO_CHECK:
      return g_strdup (_("not checked yet"));
    case RT_DIGEST_MATCHES:
      return g_strdup (_("matches the bytes received"));
    case RT_DIGEST_DIFFERS:
      return g_strdup (_("does not match the bytes received"));
    case RT_DIGEST_MATCHES_DECODED:
      return g_strdup (_("does not match the bytes received; it matches them without their "
                         "content coding"));
    case RT_DIGEST_UNKNOWN:
      return g_strdup (_("not checked: an algorithm that is not computed here"));
    case RT_DIGEST_MALFORMED:
      return g_strdup_printf (_("malformed: %s"), self->reason);
    case RT_DIGEST_NOT_HERE:
      return g_strdup_printf (_("not checked: %s"), self->reason);
    default:
      g_return_val_if_reached (NULL);
    }
}
