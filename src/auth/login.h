/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A login at one origin (or one proxy) along a trail: what is sent before the
 * server asks, what answers its challenges, and what is sent in the same
 * protection space afterwards (nonce counts, nextnonce). One thread only. No
 * network but what GSSAPI itself does for Negotiate.
 */

#pragma once

#include "challenge.h"
#include "credentials.h"

G_BEGIN_DECLS

/* The request that the credentials go with. */
typedef struct
{
  const char *method;
  const char *target;  /* request target as it stands in the request line */
  const char *host;    /* without port; for the service name of Negotiate */
  GBytes     *content; /* (nullable): none, or not to be had (streamed from a file) */
  gboolean    content_known; /* FALSE: there is content that cannot be hashed */
} RtLoginRequest;

/* What came of a challenge. */
typedef enum
{
  RT_LOGIN_ANSWERED,     /* send again with the field */
  RT_LOGIN_REFUSED,      /* the credentials were sent and not accepted */
  RT_LOGIN_UNANSWERABLE, /* no challenge fits the credentials */
  RT_LOGIN_NO_CHALLENGE, /* none came, or none that can be read */
} RtLoginOutcome;

typedef struct
{
  RtLoginOutcome outcome;
  char          *field;   /* "Authorization" or "Proxy-Authorization"; NULL when not ANSWERED */
  char          *value;   /* NULL when not ANSWERED */
  RtChallenge   *chosen;  /* the challenge that is answered; may be NULL */
  char          *words;   /* one sentence, translated: what is answered and why, or why not */
  char         **reasons; /* for each challenge, in order: "" when it could be answered, else
                           * why not */
} RtLoginStep;

typedef struct _RtLogin RtLogin;

/**
 * rt_login_new:
 * @credentials: copied
 * @for_proxy: answers 407 with Proxy-Authorization
 */
RtLogin     *rt_login_new            (RtCredentials         *credentials,
                                      gboolean               for_proxy);
void         rt_login_free           (RtLogin               *self);

/**
 * rt_login_dup_fault:
 *
 * What cannot be sent goes along with no request, in silence: this says why.
 *
 * Returns: (transfer full) (nullable): what is wrong with the credentials as
 * typed (a colon in the user of Basic, an API key without a name, a line end in
 * a token…), one sentence, translated; %NULL when they can be sent
 */
char        *rt_login_dup_fault      (RtLogin               *self);

/**
 * rt_login_dup_ahead:
 * @name: (out): name of the field
 *
 * What goes with a request before it is challenged: preemptive Basic, Bearer,
 * an API key in a field, a typed field; and, once a challenge was answered,
 * the same scheme again on the whole origin (Digest with the next nonce count).
 * Not Negotiate, whose tokens are good for one request: it waits to be asked.
 * Call it once for each request that is no answer to a challenge.
 *
 * Returns: (transfer full) (nullable): the value; %NULL when nothing goes along
 */
char        *rt_login_dup_ahead      (RtLogin               *self,
                                      const RtLoginRequest  *request,
                                      char                 **name);

/**
 * rt_login_answer:
 * @challenges: what a 401 (a 407, for a proxy) asked for
 * @sent: (nullable): the value of the credentials that went with the request
 *
 * Digest with stale=true is answered again with the new nonce. What went ahead
 * of the challenge (rt_login_dup_ahead()) is no refusal yet where Digest brings
 * another nonce, and where beside Basic a USER is offered Digest as well: these
 * are answered once. Anything else that was answered before with the same
 * credentials is REFUSED, so that a wrong password ends the trail at its second
 * 401. Among several challenges the
 * one with the label that the credentials prefer is answered, else the strongest:
 * Digest SHA-512-256, SHA-256, MD5, then Basic. An API key goes with every
 * request, so that its challenge is always REFUSED.
 *
 * With Negotiate this blocks as long as GSSAPI does (files, name service, ticket
 * server): never call it in the thread of a window. A ticket goes only out when
 * the kind is %RT_CREDENTIALS_NEGOTIATE.
 *
 * Returns: (transfer full): what to do
 */
RtLoginStep *rt_login_answer         (RtLogin               *self,
                                      const RtChallengeList *challenges,
                                      const RtLoginRequest  *request,
                                      const char            *sent);
void         rt_login_step_free      (RtLoginStep           *step);

/* What the server proved of itself (RFC 7616 section 3.5, rspauth). */
typedef enum
{
  RT_PROOF_NONE,  /* it said nothing that could be checked */
  RT_PROOF_RIGHT, /* it knows the password as well */
  RT_PROOF_WRONG,
} RtProof;

/**
 * rt_login_take_info:
 * @value: of Authentication-Info or Proxy-Authentication-Info; in Negotiate of
 *   the WWW-Authenticate that came with a success
 * @content: (nullable): of the response, for auth-int
 *
 * Checks rspauth and keeps nextnonce.
 */
RtProof      rt_login_take_info      (RtLogin               *self,
                                      const char            *value,
                                      GBytes                *content);

/** @target with the API key in its query, where the credentials say so;
 * otherwise NULL. (transfer full) (nullable) */
char        *rt_login_dup_target     (RtLogin               *self,
                                      const char            *target);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtLogin, rt_login_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtLoginStep, rt_login_step_free)

G_END_DECLS
