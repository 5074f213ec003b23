/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The arithmetic of RFC 7616 section 3.4: which algorithms there are, and what
 * is hashed with what. Pure. Internal to src/auth.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Stronger ones have greater numbers. */
typedef enum
{
  RT_DIGEST_MD5,
  RT_DIGEST_SHA_256,
  RT_DIGEST_SHA_512_256,
} RtDigestHash;

typedef struct
{
  RtDigestHash hash;
  gboolean     session; /* "-sess" */
} RtDigestAlgorithm;

/**
 * rt_digest_algorithm_parse:
 * @text: (nullable): as a challenge has it, quotes undone; in any case.
 *   Without one it is MD5 (RFC 7616 section 3.3).
 *
 * Returns: %FALSE when it is not known
 */
gboolean    rt_digest_algorithm_parse    (RtDigestAlgorithm       *self,
                                          const char              *text);
/** The registered spelling of the hash: "SHA-512-256". */
const char *rt_digest_hash_get_name      (RtDigestHash             self);
/** In hexadecimal, lower case. (transfer full) */
char       *rt_digest_hash_dup_hex       (RtDigestHash             self,
                                          gconstpointer            bytes,
                                          gsize                    length);
char       *rt_digest_hash_dup_hex_of    (RtDigestHash             self,
                                          const char              *text);

/* Every text as it is, without quotes. */
typedef struct
{
  RtDigestAlgorithm algorithm;
  const char       *user;
  const char       *realm;
  const char       *secret;
  const char       *first_nonce;  /* these two are those of the first request */
  const char       *first_cnonce; /* of a session; for "-sess" only */
  const char       *nonce;
  const char       *cnonce;
  const char       *count;        /* eight digits */
  const char       *qop;          /* NULL as in RFC 2069: no count, no cnonce */
  const char       *method;       /* "" for what the server proves */
  const char       *uri;
  const char       *content_hash; /* for qop "auth-int" only */
} RtDigestFormula;

/** A2: what stands for the request. (transfer full) */
char       *rt_digest_formula_dup_a2       (const RtDigestFormula *self);
/** The value of "response", or of "rspauth". (transfer full) */
char       *rt_digest_formula_dup_response (const RtDigestFormula *self);
/** What stands for the user where names are hashed. (transfer full) */
char       *rt_digest_formula_dup_userhash (const RtDigestFormula *self);

G_END_DECLS
