/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which of the challenges that were offered a person can choose to answer.
 * Pure.
 */

#pragma once

#include "credentials.h"

G_BEGIN_DECLS

/**
 * rt_answer_choice_list:
 * @kind: of the login: some kinds can answer one scheme only
 * @challenges: (nullable): labels (rt_challenge_dup_label()), in order
 * @prefer: the one that was chosen before, or ""; it is listed even when it is
 *   not offered any more, so that a choice is never hidden
 *
 * Returns: (transfer full): labels, each once, compared without case
 */
char **rt_answer_choice_list (RtCredentialsKind   kind,
                              const char * const *challenges,
                              const char         *prefer);

/** Position of @prefer in @labels, from 0; -1 when it is not there. */
int    rt_answer_choice_find (const char * const *labels,
                              const char         *prefer);

G_END_DECLS
