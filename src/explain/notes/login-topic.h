/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The parts of the topic of logins. */

#pragma once

#include "login-facts.h"

G_BEGIN_DECLS

/* 401 and 407: what the challenges are worth, and why it came. */
void     rt_login_explain_challenges (RtCase             *self,
                                      const RtLoginFacts *facts);
void     rt_login_explain_refusal    (RtCase             *self,
                                      const RtLoginFacts *facts);
/* 403 and 404. */
void     rt_login_explain_forbidden  (RtCase             *self,
                                      const RtLoginFacts *facts);
void     rt_login_explain_hidden     (RtCase             *self,
                                      const RtLoginFacts *facts);
/* Of tokens: TRUE when a note says why they did not do. */
gboolean rt_login_explain_token      (RtCase             *self,
                                      const RtLoginFacts *facts);
/* Whatever the status: secrets in clear, what the server proved. */
void     rt_login_explain_secrets    (RtCase             *self);

G_END_DECLS
