/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Exchanges for the tests of widgets, made by hand through the engine's own
 * side of them: no network.
 */

#pragma once

#include "exchange-private.h"
#include "trail-private.h"

G_BEGIN_DECLS

/** GET of @url; @head is the exact response head, @content its body (bytes,
 * @length -1 for a string); finished, with a plausible timing. */
RtExchange *rt_test_exchange_new          (const char    *url,
                                           const char    *head,
                                           const char    *content,
                                           gssize         length);
/** The same, at @position of a trail and with method @method. */
RtExchange *rt_test_exchange_new_at       (guint          position,
                                           const char    *method,
                                           const char    *url,
                                           const char    *head,
                                           const char    *content,
                                           gssize         length);
/** Begun, not finished. */
RtExchange *rt_test_exchange_new_running  (const char    *url);
/** Finished without a response. */
RtExchange *rt_test_exchange_new_failed   (const char    *url,
                                           RtFailureKind  kind,
                                           RtPhase        phase,
                                           const char    *message);
void        rt_test_exchange_add_head     (RtExchange    *exchange,
                                           const char    *head);
/** An encrypted connection with one certificate. */
RtConnection *rt_test_connection_new      (GTlsCertificateFlags errors);
/** A finished trail of @first and what follows, up to NULL; takes them. */
RtTrail    *rt_test_trail_new             (RtExchange    *first,
                                           ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
