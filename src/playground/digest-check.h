/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The arithmetic of digest authentication (RFC 7616), as a server does it.
 * Pure: no nonces are remembered here.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a response is computed from. Every text is unquoted. */
typedef struct
{
  const char *algorithm; /* "MD5", "SHA-256-sess"… */
  const char *username;
  const char *realm;
  const char *password;
  const char *method;    /* "" for the server's own rspauth */
  const char *uri;
  const char *nonce;
  const char *nc;        /* these three: NULL without qop (RFC 2069) */
  const char *cnonce;
  const char *qop;
  GBytes     *content;   /* for qop "auth-int"; NULL is empty */
  const char *first_nonce;  /* these two: of the session; NULL when this request */
  const char *first_cnonce; /* begins it */
} RtDigestInput;

/** "MD5", "SHA-256", "SHA-512-256" where the machine has it, and "-sess". */
gboolean rt_digest_check_knows    (const char          *algorithm);
/** (transfer full): the hash of @text in hexadecimal; NULL when not known. */
char    *rt_digest_check_hash     (const char          *algorithm,
                                   const void          *bytes,
                                   gsize                length);
/** (transfer full): RFC 7616 section 3.4.1; NULL for an unknown algorithm. */
char    *rt_digest_check_response (const RtDigestInput *input);

/**
 * rt_digest_check_parse: reads "Digest a=b, c=\"d\"".
 *
 * Returns: (transfer full) (nullable): name in lower case -> value unquoted;
 * %NULL when it is no Digest, not well-formed, or a name comes twice
 */
GHashTable *rt_digest_check_parse (const char          *credentials);

G_END_DECLS
