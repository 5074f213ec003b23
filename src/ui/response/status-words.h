/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The sentences of the status head. Pure functions over an exchange and the
 * reference; all words are translated, all received text is made fit.
 */

#pragma once

#include "catalogue.h"
#include "exchange.h"

G_BEGIN_DECLS

/** The failure's name in the reference, or a plain word. (transfer full) */
char *rt_status_words_failure  (RtCatalogue     *catalogue,
                                const RtFailure *failure);
/** The reason as received; words where none came. (transfer full) */
char *rt_status_words_reason   (RtExchange      *exchange,
                                RtStatusCode    *code);
/** How the reason differs from the registered name; "" when it does not. (transfer full) */
char *rt_status_words_contrast (RtExchange      *exchange,
                                RtStatusCode    *code);
/** "128 ms · 1.2 kB, 3.4 kB decoded · HTTP/1.1". (transfer full) */
char *rt_status_words_facts    (RtExchange      *exchange);
/** Short words worth a badge. (transfer full) */
GStrv rt_status_words_badges   (RtExchange      *exchange);

G_END_DECLS
