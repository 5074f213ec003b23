/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What both sides of a login share: login-asked.c and login-sent.c. */

#pragma once

#include "challenge.h"
#include "login-sheet.h"

G_BEGIN_DECLS

/** Adds a row; every text is made fit for the screen. (transfer none) */
RtLoginFact     *rt_login_sheet_add        (GPtrArray  *facts,
                                            const char *title,
                                            const char *value,
                                            const char *meaning);
RtLoginFact     *rt_login_sheet_add_head   (GPtrArray  *facts,
                                            const char *title,
                                            const char *meaning);
/** @words: (transfer full): says what is wrong, unless something is already. */
void             rt_login_fact_mark        (RtLoginFact *self,
                                            char        *words);
/** The values of all fields @name, as GBytes. (transfer full) */
GPtrArray       *rt_login_sheet_dup_values (const RtHead *head,
                                            const char   *name);
/** "WWW-Authenticate", or for a 407 "Proxy-Authenticate". */
const char      *rt_login_sheet_asking     (RtExchange   *exchange);
/** "Authorization", or for a 407 "Proxy-Authorization". */
const char      *rt_login_sheet_sending    (RtExchange   *exchange);
/** What the response asks for. (transfer full) */
RtChallengeList *rt_login_sheet_dup_challenges (RtExchange *exchange);

G_END_DECLS
