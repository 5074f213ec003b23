/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns what Digest remembers between requests, and the form of its
 * credentials. Which challenge is answered is chosen elsewhere.
 */

#include "config.h"

#include "digest-session.h"

#include "auth-reader.h"
#include "basic-credentials.h"
#include "digest-formula.h"
#include "text.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/random.h>

#define CNONCE_BYTES 16

struct _RtDigestSession
{
  RtChallenge      *challenge;
  RtDigestAlgorithm algorithm;
  gboolean          utf8;      /* the server says so: it is one of RFC 7616 */
  char             *user;
  char             *secret;
  const char       *qop;       /* static; NULL as in RFC 2069 */
  char             *cnonce;
  char             *nonce;     /* the current one: the server may hand out the next */
  guint32           count;     /* of requests with it */

  /* The last request, for what the server proves. */
  char             *last_nonce;
  char             *last_uri;
  char              last_count[9];
};

/* What of "qop" is there. */
typedef enum
{
  QOP_NONE   = 0,      /* no such parameter, or an empty one */
  QOP_AUTH   = 1 << 0,
  QOP_INT    = 1 << 1,
  QOP_OTHER  = 1 << 2,
} Qop;

static Qop
read_qop (const RtChallenge *challenge)
{
  const char *value = rt_challenge_get (challenge, "qop");
  g_auto (GStrv) words = g_strsplit_set (value != NULL ? value : "", ", \t", -1);
  Qop qop = QOP_NONE;

  for (guint i = 0; words[i] != NULL; i++)
    if (g_ascii_strcasecmp (words[i], "auth") == 0)
      qop |= QOP_AUTH;
    else if (g_ascii_strcasecmp (words[i], "auth-int") == 0)
      qop |= QOP_INT;
    else if (*words[i] != '\0')
      qop |= QOP_OTHER;
  return qop;
}

static gboolean
is_true (const RtChallenge *challenge,
         const char        *name)
{
  const char *value = rt_challenge_get (challenge, name);

  return value != NULL && g_ascii_strcasecmp (value, "true") == 0;
}

gboolean
rt_digest_is_stale (const RtChallenge *challenge)
{
  g_return_val_if_fail (challenge != NULL, FALSE);

  return is_true (challenge, "stale");
}

static char *
missing (const char *name)
{
  /* Translators: %s is the name of a parameter. */
  return g_strdup_printf (_("It has no “%s”, without which Digest cannot be computed."), name);
}

char *
rt_digest_dup_obstacle (const RtChallenge    *challenge,
                        const RtLoginRequest *request)
{
  RtDigestAlgorithm algorithm;
  const char *name;
  Qop qop;

  g_return_val_if_fail (challenge != NULL && request != NULL, NULL);

  name = rt_challenge_get (challenge, "algorithm");
  qop = read_qop (challenge);
  if (rt_challenge_get (challenge, "realm") == NULL)
    return missing ("realm");
  if (rt_challenge_get (challenge, "nonce") == NULL)
    return missing ("nonce");
  if (!rt_digest_algorithm_parse (&algorithm, name))
    {
      g_autofree char *text = rt_text_from_wire (name, -1);

      /* Translators: %s is what a server calls an algorithm. */
      return g_strdup_printf (_("Its algorithm “%s” is not known: Digest has MD5, SHA-256 and "
                                "SHA-512-256 (RFC 7616)."), text);
    }
  if (qop == QOP_OTHER)
    return g_strdup (_("Its “qop” has neither auth nor auth-int."));
  if ((qop & (QOP_AUTH | QOP_INT)) == QOP_INT && !request->content_known)
    return g_strdup (_("It wants the content to be hashed as well (auth-int), but the content is "
                       "streamed from a file and cannot be read twice."));
  return NULL;
}

/* (transfer full): from the kernel, as who guesses it can prepare tables. */
static char *
make_cnonce (void)
{
  guchar bytes[CNONCE_BYTES];
  gsize n = 0;
  GString *text = g_string_sized_new (2 * CNONCE_BYTES);

  while (n < sizeof bytes)
    {
      gssize got = getrandom (bytes + n, sizeof bytes - n, 0);

      if (got > 0)
        n += got;
      else if (errno != EINTR)
        g_error ("The system has no random numbers: %s", g_strerror (errno));
    }
  for (n = 0; n < sizeof bytes; n++)
    g_string_append_printf (text, "%02x", bytes[n]);
  return g_string_free (text, FALSE);
}

RtDigestSession *
rt_digest_session_new (const RtChallenge *challenge,
                       const char        *user,
                       const char        *secret)
{
  RtDigestSession *self;
  const char *charset;
  Qop qop;

  g_return_val_if_fail (challenge != NULL && user != NULL && secret != NULL, NULL);

  self = g_new0 (RtDigestSession, 1);
  self->challenge = rt_challenge_copy (challenge);
  charset = rt_challenge_get (challenge, "charset");
  /* RFC 7616 section 4: then also in Normalization Form C. */
  self->utf8 = charset != NULL && g_ascii_strcasecmp (charset, "UTF-8") == 0;
  self->user = self->utf8 ? rt_basic_dup_composed (user) : g_strdup (user);
  self->secret = self->utf8 ? rt_basic_dup_composed (secret) : g_strdup (secret);
  self->nonce = g_strdup (rt_challenge_get (challenge, "nonce"));
  self->cnonce = make_cnonce ();
  qop = read_qop (challenge);
  self->qop = qop & QOP_AUTH ? "auth" : qop & QOP_INT ? "auth-int" : NULL;
  if (!rt_digest_algorithm_parse (&self->algorithm, rt_challenge_get (challenge, "algorithm")))
    g_return_val_if_reached (self);
  return self;
}

void
rt_digest_session_free (RtDigestSession *self)
{
  g_clear_pointer (&self->challenge, rt_challenge_free);
  g_clear_pointer (&self->user, g_free);
  g_clear_pointer (&self->secret, g_free);
  g_clear_pointer (&self->cnonce, g_free);
  g_clear_pointer (&self->nonce, g_free);
  g_clear_pointer (&self->last_nonce, g_free);
  g_clear_pointer (&self->last_uri, g_free);
  g_free (self);
}

void
rt_digest_session_set_cnonce (RtDigestSession *self,
                              const char      *cnonce)
{
  g_return_if_fail (self != NULL && cnonce != NULL);

  g_clear_pointer (&self->cnonce, g_free);
  self->cnonce = g_strdup (cnonce);
}

/* Nothing of it is NULL but a qop that is not there. */
static RtDigestFormula
make_formula (RtDigestSession *self,
              const char      *method,
              const char      *qop,
              const char      *content_hash)
{
  return (RtDigestFormula) {
    .algorithm = self->algorithm,
    .user = self->user,
    .realm = rt_challenge_get (self->challenge, "realm"),
    .secret = self->secret,
    /* The key of a session stays when the nonce changes (RFC 7616 section
     * 3.4.2); the client's nonce stays as long as the session. */
    .first_nonce = rt_challenge_get (self->challenge, "nonce"),
    .first_cnonce = self->cnonce,
    .nonce = self->last_nonce,
    .cnonce = self->cnonce,
    .count = self->last_count,
    .qop = qop,
    .method = method,
    .uri = self->last_uri,
    .content_hash = content_hash,
  };
}

static char *
hash_content (RtDigestSession *self,
              GBytes          *content)
{
  gsize length = 0;
  gconstpointer bytes = content != NULL ? g_bytes_get_data (content, &length) : NULL;

  return rt_digest_hash_dup_hex (self->algorithm.hash, bytes, length);
}

static void
append_quoted (GString    *text,
               const char *name,
               const char *value)
{
  g_string_append_printf (text, "%s%s=\"", text->str[text->len - 1] == ' ' ? "" : ", ", name);
  for (const char *p = value; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_c (text, '\\');
      g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
}

/* A quoted string can have any byte but those of control (RFC 9110 section
 * 5.6.4). What is not ASCII goes in as it is where the server does not say
 * UTF-8: those of RFC 2617 do not know "username*". */
static gboolean
fits_quotes (const char *text,
             gboolean    ascii_only)
{
  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p) || (ascii_only && !g_ascii_isprint (*p)))
      return FALSE;
  return TRUE;
}

/* RFC 7616 section 3.4.4, and RFC 8187 for what does not fit into quotes. */
static void
append_user (RtDigestSession       *self,
             const RtDigestFormula *formula,
             GString               *text)
{
  if (is_true (self->challenge, "userhash"))
    {
      g_autofree char *hash = rt_digest_formula_dup_userhash (formula);

      append_quoted (text, "username", hash);
    }
  else if (fits_quotes (self->user, self->utf8))
    {
      append_quoted (text, "username", self->user);
    }
  else
    {
      g_autofree char *escaped = g_uri_escape_bytes ((const guint8 *) self->user,
                                                     strlen (self->user), "!#$&+^`|");

      g_string_append_printf (text, "username*=UTF-8''%s", escaped);
    }
}

/* RFC 7616 section 3.4: what has quotes and what has none. */
static char *
write_value (RtDigestSession       *self,
             const RtDigestFormula *formula)
{
  g_autoptr (GString) text = g_string_new ("Digest ");
  g_autofree char *response = rt_digest_formula_dup_response (formula);
  const char *algorithm = rt_challenge_get (self->challenge, "algorithm");
  const char *opaque = rt_challenge_get (self->challenge, "opaque");

  append_user (self, formula, text);
  append_quoted (text, "realm", formula->realm);
  append_quoted (text, "nonce", formula->nonce);
  append_quoted (text, "uri", formula->uri);
  if (algorithm != NULL)
    g_string_append_printf (text, ", algorithm=%s", algorithm);
  if (formula->qop != NULL)
    g_string_append_printf (text, ", qop=%s, nc=%s", formula->qop, formula->count);
  /* Without qop only the key of a session has it in. */
  if (formula->qop != NULL || self->algorithm.session)
    append_quoted (text, "cnonce", formula->cnonce);
  append_quoted (text, "response", response);
  if (opaque != NULL)
    append_quoted (text, "opaque", opaque);
  if (is_true (self->challenge, "userhash"))
    g_string_append (text, ", userhash=true");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
rt_digest_session_dup_value (RtDigestSession      *self,
                             const RtLoginRequest *request)
{
  g_autofree char *content_hash = NULL;
  RtDigestFormula formula;

  g_return_val_if_fail (self != NULL && request != NULL, NULL);

  if (g_strcmp0 (self->qop, "auth-int") == 0)
    {
      if (!request->content_known)
        return NULL;
      content_hash = hash_content (self, request->content);
    }
  g_clear_pointer (&self->last_nonce, g_free);
  self->last_nonce = g_strdup (self->nonce);
  g_clear_pointer (&self->last_uri, g_free);
  self->last_uri = g_strdup (request->target);
  self->count++;
  g_snprintf (self->last_count, sizeof self->last_count, "%08x", self->count);
  formula = make_formula (self, request->method, self->qop, content_hash);
  return write_value (self, &formula);
}

/* NULL when @value is no list of parameters. */
static GPtrArray *
parse_info (const char *value)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (value, strlen (value));
  g_autoptr (GPtrArray) params = rt_challenge_params_new ();
  g_auto (RtAuthReader) reader = { 0 };

  rt_auth_reader_init (&reader, bytes);
  rt_auth_reader_skip_commas (&reader);
  while (!rt_auth_reader_at_end (&reader))
    {
      RtChallengeParam *param = rt_auth_reader_read_param (&reader);

      if (param == NULL)
        return NULL;
      g_ptr_array_add (params, param);
      rt_auth_reader_skip_commas (&reader);
    }
  return g_steal_pointer (&params);
}

/* Whether the count and the client's nonce are those of the request. */
static gboolean
echoes_request (RtDigestSession *self,
                GPtrArray       *info)
{
  const char *cnonce = rt_challenge_params_get (info, "cnonce");
  const char *count = rt_challenge_params_get (info, "nc");

  return (cnonce == NULL || strcmp (cnonce, self->cnonce) == 0)
         && (count == NULL || g_ascii_strcasecmp (count, self->last_count) == 0);
}

static RtProof
check_proof (RtDigestSession *self,
             GPtrArray       *info,
             GBytes          *content)
{
  const char *proof = rt_challenge_params_get (info, "rspauth");
  const char *qop = rt_challenge_params_get (info, "qop");
  g_autofree char *content_hash = NULL;
  g_autofree char *expected = NULL;
  RtDigestFormula formula;

  if (proof == NULL)
    return RT_PROOF_NONE;
  /* What the server says, where the request had one at all. */
  qop = self->qop == NULL || qop == NULL ? self->qop
        : g_ascii_strcasecmp (qop, "auth-int") == 0 ? "auth-int" : "auth";
  if (g_strcmp0 (qop, "auth-int") == 0)
    {
      if (content == NULL)
        return RT_PROOF_NONE;
      content_hash = hash_content (self, content);
    }
  formula = make_formula (self, "", qop, content_hash);
  expected = rt_digest_formula_dup_response (&formula);
  return g_ascii_strcasecmp (proof, expected) == 0 && echoes_request (self, info)
         ? RT_PROOF_RIGHT : RT_PROOF_WRONG;
}

RtProof
rt_digest_session_take_info (RtDigestSession *self,
                             const char      *value,
                             GBytes          *content)
{
  g_autoptr (GPtrArray) info = NULL;
  const char *next;
  RtProof proof;

  g_return_val_if_fail (self != NULL && value != NULL, RT_PROOF_NONE);

  info = parse_info (value);
  if (info == NULL || self->last_nonce == NULL)
    return RT_PROOF_NONE;
  proof = check_proof (self, info, content);
  next = rt_challenge_params_get (info, "nextnonce");
  /* Who does not know the password has no say in the next one. */
  if (next != NULL && *next != '\0' && proof != RT_PROOF_WRONG
      && strcmp (next, self->nonce) != 0)
    {
      g_clear_pointer (&self->nonce, g_free);
      self->nonce = g_strdup (next);
      self->count = 0;
    }
  return proof;
}
