/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the Body pane says in words. Pure functions over what is known. */

#pragma once

#include "body-content.h"
#include "exchange.h"

G_BEGIN_DECLS

/**
 * rt_body_words_summary:
 * @origin: (nullable): what rt_body_words_origin() says
 *
 * Returns: (transfer full): "JSON · 1.2 kB · 512 bytes as sent, gzip"
 */
char *rt_body_words_summary (RtBodyContent *content,
                             const char    *origin);
/** "512 bytes as sent, gzip"; NULL for a body without content coding.
 * (transfer full) */
char *rt_body_words_origin  (RtExchange    *exchange);
/** What stands in place of a body that is empty or not there yet. (transfer full) */
char *rt_body_words_empty   (RtExchange    *exchange);
/**
 * rt_body_words_note:
 * @message: (nullable): one sentence more
 *
 * Returns: (transfer full) (nullable): what its bytes say against its type, its
 * first mistake, and @message, a line each; %NULL when there is nothing to say
 */
char *rt_body_words_note    (RtBodyContent *content,
                             const char    *message);

G_END_DECLS
