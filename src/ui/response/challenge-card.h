/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The card of a login: left what the server asked for, right what was sent,
 * beneath it what that means. It shows itself at a 401 and a 407.
 */

#pragma once

#include "response-pane.h"
#include "trail.h"

G_BEGIN_DECLS

#define RT_TYPE_CHALLENGE_CARD (rt_challenge_card_get_type ())
G_DECLARE_FINAL_TYPE (RtChallengeCard, rt_challenge_card, RT, CHALLENGE_CARD, RtResponsePane)

/* Signal "answer": the person wants to give credentials. */

/** The trail that its exchange is of: for the diagnosis. */
void rt_challenge_card_set_trail (RtChallengeCard *self,
                                  RtTrail         *trail);
/** Shows it open, also for another status, when there is a login to show. */
void rt_challenge_card_reveal    (RtChallengeCard *self);

G_END_DECLS
