/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What was asked for and what was sent, read once. Secrets stay inside. Pure. */

#pragma once

#include "case.h"
#include "challenge.h"
#include "sent-credentials.h"
#include "web-token.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean           for_proxy;       /* 407: the fields of the proxy are meant */
  const char        *challenge_name;  /* "WWW-Authenticate" */
  const char        *credentials_name; /* "Authorization" */
  int                challenge_field; /* position of the first; -1 = none */
  RtChallengeList   *challenges;
  int                sent_field;      /* in the request; -1 = none */
  RtSentCredentials *sent;            /* NULL = none */
  RtWebToken        *token;           /* when a Bearer token is one; NULL */
  int                dropped_at;      /* the exchange whose Authorization a redirect on the way
                                       * here dropped; -1 = none */
  gint64             server_time;     /* its Date, or now: Unix seconds */
  gboolean           has_date;
} RtLoginFacts;

RtLoginFacts *rt_login_facts_new      (const RtCase       *about);
void          rt_login_facts_free     (RtLoginFacts       *self);

/** The fields @name of a head as challenges. (transfer full); never %NULL */
RtChallengeList *rt_login_facts_read_challenges (RtHead   *head,
                                                 const char *name);
/** The first challenge of @scheme; NULL when there is none. */
RtChallenge  *rt_login_facts_find     (const RtChallengeList *list,
                                       const char         *scheme);
/** "Basic and Digest SHA-256": what is asked for; "" for nothing. (transfer full) */
char         *rt_login_facts_dup_asked (const RtLoginFacts *self);
/** "Basic for “ada”", "Bearer": what was sent, without the secret. (transfer full) */
char         *rt_login_facts_dup_sent (const RtLoginFacts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtLoginFacts, rt_login_facts_free)

G_END_DECLS
