/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a server says that the checksum of a body is, read from its fields, and
 * whether that is so. Pure.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which bytes are meant. */
typedef enum
{
  RT_DIGEST_OF_CONTENT,        /* of this message, with its content coding */
  RT_DIGEST_OF_REPRESENTATION, /* all of it, with its content coding */
  RT_DIGEST_OF_DECODED,        /* all of it, without: "id-sha-256" */
} RtDigestCover;

typedef enum
{
  RT_DIGEST_TO_CHECK,
  RT_DIGEST_MATCHES,
  RT_DIGEST_DIFFERS,
  RT_DIGEST_MATCHES_DECODED, /* where those with their content coding are meant */
  RT_DIGEST_UNKNOWN,    /* an algorithm that is not computed here */
  RT_DIGEST_MALFORMED,
  RT_DIGEST_NOT_HERE,   /* the bytes that are meant did not come whole */
} RtDigestState;

typedef struct
{
  char          *field;     /* "Repr-Digest" */
  char          *algorithm; /* as sent, made fit for the screen; "md5" */
  char          *value;     /* as sent, made fit for the screen */
  GBytes        *expected;  /* NULL: unknown or malformed */
  GChecksumType  type;      /* when it is to be checked */
  RtDigestCover  cover;
  RtDigestState  state;
  gboolean       is_weak;   /* MD5 and SHA-1: against damage only */
  char          *reason;    /* why it is malformed or not to be checked, translated */
} RtDigestClaim;

void       rt_digest_claim_free     (RtDigestClaim *self);

/**
 * rt_digest_claims_read:
 * @field: name of the field
 * @value: its value, several lines joined by ", "; bytes as received
 *
 * Returns: (transfer full) (element-type RtDigestClaim): one an algorithm; one
 *   that is malformed when the value as a whole is
 */
GPtrArray *rt_digest_claims_read    (const char    *field,
                                     const char    *value);

/**
 * rt_digest_claim_limit:
 * @no_content: the response has none by rule (HEAD, 304)
 * @partial: it is a part (206)
 * @cut: it did not arrive whole
 *
 * Marks as RT_DIGEST_NOT_HERE what cannot be checked with what has come.
 */
void       rt_digest_claim_limit    (RtDigestClaim *self,
                                     gboolean       no_content,
                                     gboolean       partial,
                                     gboolean       cut);

/**
 * rt_digest_claim_check:
 * @hex: what rt_digest_compute_finish() gave for its type
 */
void       rt_digest_claim_check    (RtDigestClaim *self,
                                     const char    *hex);

/** After one that differs: @hex of the decoded bytes, for many servers make the
 * checksum before they apply the content coding. */
void       rt_digest_claim_check_decoded (RtDigestClaim *self,
                                          const char    *hex);

/** A sentence about the state, translated: "matches the bytes received". */
char      *rt_digest_claim_words    (const RtDigestClaim *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtDigestClaim, rt_digest_claim_free)

G_END_DECLS
