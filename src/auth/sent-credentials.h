/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Credentials as they stand in a field, read back: what a person sees beside a
 * challenge. Pure; the caller masks what is secret.
 */

#pragma once

#include "challenge.h"

G_BEGIN_DECLS

/* The value of an Authorization or Proxy-Authorization field. Texts are as
 * sent, made fit for the screen by who shows them. */
typedef struct
{
  char      *scheme;  /* as sent; "" when there is none to read */
  char      *token68; /* (nullable) */
  GPtrArray *params;  /* RtChallengeParam */
  char      *user;    /* of Basic and Digest; NULL when not known, or hashed (userhash) */
  char      *secret;  /* the password of Basic, the token of Bearer, a value without
                       * a scheme; NULL otherwise */
  char      *fault;   /* what is wrong with its form, translated; NULL when nothing */
} RtSentCredentials;

/** Never %NULL. (transfer full) */
RtSentCredentials *rt_sent_credentials_parse (GBytes            *value);
void               rt_sent_credentials_free  (RtSentCredentials *self);
/** Value of the first parameter @name (lower case); NULL when none. */
const char        *rt_sent_credentials_get   (const RtSentCredentials *self,
                                              const char              *name);

/**
 * rt_digest_dup_inputs:
 * @sent: Digest credentials
 * @content: (nullable): of the request, empty when it had none; %NULL when it
 *   is not to be had. Only qop=auth-int asks for it.
 *
 * Returns: (transfer full): what was hashed, line by line, without the
 * password, fit for the screen: "A1 = ada:realm:(password)", "A2 = GET:/path",
 * "response = SHA-256(H(A1):nonce:nc:cnonce:auth:H(A2))"; for credentials that
 * are no Digest ""
 */
char              *rt_digest_dup_inputs      (const RtSentCredentials *sent,
                                              const char              *method,
                                              GBytes                  *content);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtSentCredentials, rt_sent_credentials_free)

G_END_DECLS
