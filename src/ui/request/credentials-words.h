/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Credentials in words, without their secrets: what is sent, when, who can
 * read it, and what cannot be sent. Pure, translated.
 */

#pragma once

#include "credentials.h"

G_BEGIN_DECLS

/** What is sent and when. (transfer full) */
char *rt_credentials_words_explain (RtCredentials *credentials,
                                    gboolean       for_proxy);

/**
 * rt_credentials_words_warn:
 * @url: (nullable): where they go, as typed: the request's, or the proxy's
 *
 * Returns: (transfer full) (nullable): who else can read them on the way: over
 *   http, unless it stays on this machine; %NULL when nobody can
 */
char *rt_credentials_words_warn    (RtCredentials *credentials,
                                    const char    *url);

/** What is wrong with what was typed, or looks like it, and what follows.
 * (transfer full) (nullable): %NULL when all is well. */
char *rt_credentials_words_fault   (RtCredentials *credentials);

/** What was left empty and is sent so. (transfer full) (nullable) */
char *rt_credentials_words_empty   (RtCredentials *credentials);

G_END_DECLS
