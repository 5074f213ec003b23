/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Flags and enumerations of the lower layers in words. Pure functions; all
 * words are translated.
 */

#pragma once

#include <gio/gio.h>

#include "exchange.h"

G_BEGIN_DECLS

/* How much of one string from the wire a label ever draws, in bytes: measuring a
 * label takes more than a millisecond for each hundred. */
#define RT_WORDS_MAX_SHOWN 1024

/** Whole sentences joined by spaces; "" when nothing is odd. (transfer full) */
char       *rt_words_for_oddities       (RtOddities            oddities);
char       *rt_words_for_start_oddities (RtStartOddities       oddities);
/** One phrase a flag. (transfer full) */
GStrv       rt_words_for_tls_errors     (GTlsCertificateFlags  errors);
/** How the end of the content is known. */
const char *rt_words_for_framing        (RtFraming             framing);
/** What goes on: "Connecting", "Receiving"; by state and timing. (transfer none) */
const char *rt_words_for_progress       (RtExchange           *exchange);
/** "3 Feb 2026, 14:05 UTC"; "unknown" for NULL. (transfer full) */
char       *rt_words_for_date           (GDateTime            *date);

/**
 * rt_words_bound:
 * @text: (transfer full): text fit for the screen
 *
 * Returns: (transfer full): @text, or its first RT_WORDS_MAX_SHOWN bytes and
 * the number of bytes in all
 */
char       *rt_words_bound              (char                 *text);

G_END_DECLS
