/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The question of step mode: a person at a terminal decides at a redirect.
 */

#pragma once

#include "trail.h"

G_BEGIN_DECLS

/** The question, with the answers that make sense, and its end without a line
 * end. (transfer full) */
char    *rt_step_prompt_new_text (const RtPending *pending);

/**
 * rt_step_prompt_read:
 * @answer: what was typed: the first letter of an answer, or its word; nothing is
 *   the standard's way
 *
 * Returns: FALSE when it is no answer to @pending
 */
gboolean rt_step_prompt_read     (const RtPending *pending,
                                  const char      *answer,
                                  RtDecision      *decision);

G_END_DECLS
