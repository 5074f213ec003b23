/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which of several challenges the credentials answer, and why the others not.
 * Pure. Internal to src/auth.
 */

#pragma once

#include "login.h"

G_BEGIN_DECLS

/** "" when it can be answered, else a sentence, translated. (transfer full) */
char     *rt_login_choice_dup_reason (RtCredentials         *credentials,
                                      const RtChallenge     *challenge,
                                      const RtLoginRequest  *request);

/**
 * rt_login_choice_find:
 * @reasons: one a challenge; those with "" can be chosen
 *
 * The preferred one, else the strongest, of equals the first.
 *
 * Returns: its position; -1 when none can be
 */
int       rt_login_choice_find       (RtCredentials         *credentials,
                                      const RtChallengeList *challenges,
                                      GStrv                  reasons);

/**
 * rt_login_choice_match:
 * @sent: the value of credentials
 *
 * Returns: the position of the first challenge that @sent is an answer to: the
 * scheme is the same, in Digest also algorithm and realm; -1 when there is none
 */
int       rt_login_choice_match      (const RtChallengeList *challenges,
                                      const char            *sent);

/** Why @index was chosen, one sentence, translated. (transfer full) */
char     *rt_login_choice_dup_words  (RtCredentials         *credentials,
                                      const RtChallengeList *challenges,
                                      GStrv                  reasons,
                                      int                    index);

G_END_DECLS
