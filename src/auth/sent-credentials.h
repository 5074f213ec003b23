/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Credentials as they stand in a field, read back: what a person sees beside a
 * challenge. Pure; the caller masks what is secret.
 */

#pragma once

#include "challenge.h"

G_BEGIN_DECLS

/* The value of an Authorization or Proxy-Authorization field. */
typedef struct
{
  char      *scheme;  /* as sent; "" when there is none to read */
  char      *token68; /* (nullable) */
  GPtrArray *params;  /* RtChallengeParam */
  char      *user;    /* of Basic and Digest; NULL when not known, or hashed (userhash) */
  char      *secret;  /* the password of Basic, the token of Bearer; NULL otherwise */
  char      *fault;   /* what is wrong with its form, translated; NULL when nothing */
} RtSentCredentials;

/** Never %NULL. (transfer full) */
RtSentCredentials *rt_sent_credentials_parse (GBytes            *value);
void               rt_sent_credentials_free  (RtSentCredentials *self);

/* A JSON Web Token (RFC 7519) read without checking its signature. */
typedef struct
{
  char   *header;     /* JSON as it stands in the token */
  char   *claims;
  char   *algorithm;  /* "alg", or NULL */
  char   *issuer;     /* "iss" … NULL when not there */
  char   *subject;
  char   *audience;   /* several: joined by ", " */
  char   *scope;
  gint64  issued;     /* Unix seconds; -1 when not there */
  gint64  not_before;
  gint64  expires;
} RtWebToken;

/**
 * rt_web_token_parse:
 *
 * Returns: (transfer full) (nullable): %NULL when @token is not of three parts
 * with a JSON header and JSON claims
 */
RtWebToken        *rt_web_token_parse        (const char        *token);
void               rt_web_token_free         (RtWebToken        *self);

/**
 * rt_digest_dup_inputs:
 * @sent: Digest credentials
 *
 * Returns: (transfer full): what was hashed, line by line, without the
 * password: "A1 = ada:realm:(password)", "A2 = GET:/path", "response = …"
 */
char              *rt_digest_dup_inputs      (const RtSentCredentials *sent,
                                              const char              *method,
                                              GBytes                  *content);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtSentCredentials, rt_sent_credentials_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtWebToken, rt_web_token_free)

G_END_DECLS
