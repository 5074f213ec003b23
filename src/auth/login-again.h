/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A challenge that comes although it was answered: mostly a refusal, but not
 * always. Pure. Internal to src/auth.
 */

#pragma once

#include "login.h"

G_BEGIN_DECLS

/* What came, and what it came to. */
typedef struct
{
  RtCredentials         *credentials;
  const RtChallengeList *challenges;
  GStrv                  reasons;     /* as rt_login_choice_find() wants them */
  int                    match;       /* the challenge that @sent is an answer to */
  const char            *sent;        /* the value of the credentials */
  gboolean               ahead;       /* they went along before this request was challenged */
  gboolean               negotiating; /* a round of Negotiate is open */
} RtLoginAgain;

/**
 * rt_login_again_find:
 * @words: (out): one sentence, translated: what is answered again and why;
 *   %NULL with a refusal
 *
 * Negotiate that goes on; Digest with a nonce that is out of date, whether the
 * server says so (stale) or only gives a new one for one of before; and, where
 * Basic went ahead of the challenge, Digest that is offered beside it.
 *
 * Returns: the position of the challenge to answer; -1 when it is a refusal
 */
int rt_login_again_find (const RtLoginAgain  *again,
                         char               **words);

G_END_DECLS
