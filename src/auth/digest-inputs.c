/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the words for what a Digest response was computed from (RFC 7616
 * section 3.4), as far as it is known without the password.
 */

#include "config.h"

#include "digest-formula.h"
#include "sent-credentials.h"
#include "text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* In progress. */
typedef struct
{
  const RtSentCredentials *sent;
  RtDigestAlgorithm        algorithm;
  gboolean                 known;  /* the algorithm */
  const char              *qop;    /* NULL when none was sent */
  GString                 *text;
} Inputs;

static const char *
get (Inputs     *self,
     const char *name)
{
  const char *value = rt_sent_credentials_get (self->sent, name);

  /* Translators: stands for a value that was not sent. */
  return value != NULL ? value : _("(missing)");
}

/* Adds the line "NAME = PARTS JOINED". */
static void G_GNUC_NULL_TERMINATED
add_line (Inputs     *self,
          const char *name,
          const char *first,
          ...)
{
  g_autoptr (GString) line = g_string_new (first);
  g_autofree char *clean = NULL;
  const char *part;
  va_list parts;

  va_start (parts, first);
  while ((part = va_arg (parts, const char *)) != NULL)
    g_string_append (line, part);
  va_end (parts);
  clean = rt_text_from_wire (line->str, line->len);
  g_string_append_printf (self->text, "%s%s = %s", self->text->len > 0 ? "\n" : "", name, clean);
}

static const char *
hash_name (Inputs *self)
{
  return self->known ? rt_digest_hash_get_name (self->algorithm.hash) : "H";
}

static void
add_a1 (Inputs *self)
{
  const char *user = self->sent->user != NULL ? self->sent->user : _("(user)");

  if (self->known && self->algorithm.session)
    add_line (self, "A1", hash_name (self), "(", user, ":", get (self, "realm"), ":",
              _("(password)"), "):", get (self, "nonce"), ":", get (self, "cnonce"), NULL);
  else
    add_line (self, "A1", user, ":", get (self, "realm"), ":", _("(password)"), NULL);
}

static void
add_a2 (Inputs     *self,
        const char *method,
        GBytes     *content)
{
  g_autofree char *content_hash = NULL;
  g_autofree char *a2 = NULL;
  g_autofree char *hash = NULL;
  RtDigestFormula formula = { .method = method, .uri = get (self, "uri"), .qop = self->qop };
  gboolean integrity = g_strcmp0 (self->qop, "auth-int") == 0;

  if (integrity && content != NULL && self->known)
    content_hash = rt_digest_hash_dup_hex (self->algorithm.hash, g_bytes_get_data (content, NULL),
                                           g_bytes_get_size (content));
  formula.content_hash = content_hash != NULL ? content_hash : _("H(content)");
  a2 = rt_digest_formula_dup_a2 (&formula);
  add_line (self, "A2", a2, NULL);
  if (!self->known || (integrity && content_hash == NULL))
    return;
  hash = rt_digest_hash_dup_hex_of (self->algorithm.hash, a2);
  add_line (self, "H(A2)", hash, NULL);
}

static void
add_response (Inputs *self)
{
  if (self->qop == NULL)
    add_line (self, "response", hash_name (self), "(H(A1):", get (self, "nonce"), ":H(A2))", NULL);
  else
    add_line (self, "response", hash_name (self), "(H(A1):", get (self, "nonce"), ":",
              get (self, "nc"), ":", get (self, "cnonce"), ":", self->qop, ":H(A2))", NULL);
}

char *
rt_digest_dup_inputs (const RtSentCredentials *sent,
                      const char              *method,
                      GBytes                  *content)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Inputs inputs = { .sent = sent, .text = text };

  g_return_val_if_fail (sent != NULL && method != NULL, NULL);

  if (g_ascii_strcasecmp (sent->scheme, "Digest") != 0 || sent->params->len == 0)
    return g_strdup ("");
  inputs.known = rt_digest_algorithm_parse (&inputs.algorithm,
                                            rt_sent_credentials_get (sent, "algorithm"));
  inputs.qop = rt_sent_credentials_get (sent, "qop");
  add_a1 (&inputs);
  add_a2 (&inputs, method, content);
  add_response (&inputs);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
