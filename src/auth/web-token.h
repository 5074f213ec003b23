/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A JSON Web Token (RFC 7519) read without checking its signature. Pure.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Texts are valid UTF-8; made fit for the screen by who shows them. */
typedef struct
{
  char   *header;     /* JSON as it stands in the token */
  char   *claims;
  char   *algorithm;  /* "alg", or NULL */
  char   *issuer;     /* "iss" … NULL when not there */
  char   *subject;
  char   *audience;   /* several: joined by ", " */
  char   *scope;      /* "scope", or "scp" as some spell it */
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

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtWebToken, rt_web_token_free)

G_END_DECLS
