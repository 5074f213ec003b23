/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The topic "content": checksums that the response carries, computed again. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "content-digest.h"
#include "content-private.h"
#include "saying.h"

/* More is not computed: the window waits for the notes. */
#define COMPUTED_MAX (64 * 1024 * 1024)

static const struct { const char *name; const char *section; gboolean whole_only; } fields[] = {
  { "Content-Digest", "RFC 9530, section 2", FALSE },
  { "Repr-Digest", "RFC 9530, section 3", TRUE },
  { "Digest", "RFC 3230, section 4.3.2", TRUE },
  { "Content-MD5", "RFC 1864, section 2", FALSE },
};

static void
say_result (RtCase                *self,
            guint                  field,
            const RtContentDigest *digest,
            GBytes                *computed)
{
  g_autofree char *said =
    g_base64_encode (g_bytes_get_data (digest->expected, NULL),
                     g_bytes_get_size (digest->expected));
  g_autofree char *found =
    g_base64_encode (g_bytes_get_data (computed, NULL), g_bytes_get_size (computed));

  if (g_bytes_equal (digest->expected, computed))
    rt_say_response (self, fields[field].name, "content-digest-right", RT_NOTE_GOOD,
                     fields[field].section, _("The checksum of the content is right."),
                     _("%s says %s “%s”, and that is what the bytes received give."),
                     fields[field].name, digest->algorithm, said);
  else
    rt_say_response (self, fields[field].name, "content-digest-wrong", RT_NOTE_FAULT,
                     fields[field].section, _("The checksum of the content is wrong."),
                     _("%s says %s “%s”, but the bytes received give “%s”. Something changed "
                       "them on the way, or the server made the sum of something else."),
                     fields[field].name, digest->algorithm, said, found);
}

/* The bytes here are those that the field speaks of. */
static gboolean
is_comparable (const RtCase *self,
               guint         field)
{
  if (!rt_case_is_whole (self) || !rt_case_may_have_content (self) ||
      self->sizes.content_encoded > COMPUTED_MAX)
    return FALSE;

  return !fields[field].whole_only || self->status == 200 || self->status == 203;
}

static void
verify (RtCase    *self,
        guint      field,
        GPtrArray *digests)
{
  g_autoptr(GBytes) bytes = rt_body_dup_bytes (rt_exchange_get_body (self->exchange));
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  for (guint i = 0; i < digests->len; i++)
    {
      const RtContentDigest *digest = g_ptr_array_index (digests, i);
      g_autoptr(GBytes) computed = NULL;

      if (!digest->is_known || digest->expected == NULL)
        continue;
      computed = rt_content_digest_compute (digest->algorithm, data, length);
      say_result (self, field, digest, computed);
      return;
    }

  rt_say_response (self, fields[field].name, "content-digest-unknown", RT_NOTE_INFO,
                   fields[field].section, _("The checksum is of a kind that is not known here."),
                   _("%s names “%s”. Common ones are sha-256 and sha-512."), fields[field].name,
                   ((RtContentDigest *) g_ptr_array_index (digests, 0))->algorithm);
}

static void
explain_field (RtCase     *self,
               guint       field,
               const char *value)
{
  g_autoptr(GPtrArray) digests = rt_content_digests_parse (fields[field].name, value);
  g_autofree char *quoted = rt_case_quote (value);

  if (digests == NULL)
    rt_say_response (self, fields[field].name, "content-digest-malformed", RT_NOTE_WARNING,
                     fields[field].section, _("The checksum of the content cannot be read."),
                     field < 2 ? _("%s says %s. The form is “sha-256=:…:”, with base64 between "
                                   "colons.")
                               : _("%s says %s, which is not base64 where it should be."),
                     fields[field].name, quoted);
  else if (is_comparable (self, field))
    verify (self, field, digests);
}

void
rt_content_explain_digests (RtCase *self)
{
  g_autoptr(RtHead) trailers = rt_exchange_dup_trailers (self->exchange);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *value = rt_case_dup_response (self, fields[i].name);

      if (value == NULL && trailers != NULL)
        value = rt_head_dup_combined (trailers, fields[i].name);
      if (value != NULL)
        explain_field (self, i, value);
    }
}
