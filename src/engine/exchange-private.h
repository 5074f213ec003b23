/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The engine's side of an exchange: how its thread fills it. Every function
 * may be called from any thread; each makes a "changed" due.
 */

#pragma once

#include "exchange.h"
#include "notifier.h"

G_BEGIN_DECLS

/**
 * rt_exchange_new:
 * @context: (nullable): where "changed" is emitted; %NULL is the default context
 */
RtExchange *rt_exchange_new                 (GMainContext   *context,
                                             const char     *method,
                                             const char     *url);
/** The same for an exchange of a trail, which tells of its end. */
RtExchange *rt_exchange_new_beside          (RtNotifier     *trail,
                                             const char     *method,
                                             const char     *url);
/** The trail's business: its place in the list. */
void        rt_exchange_set_position        (RtExchange     *self,
                                             guint           position);
void        rt_exchange_set_state           (RtExchange     *self,
                                             RtExchangeState state);
void        rt_exchange_take_request_head   (RtExchange     *self,
                                             RtHead         *head);
/** Also sets the status. */
void        rt_exchange_take_response_head  (RtExchange     *self,
                                             RtHead         *head);
void        rt_exchange_take_interim_head   (RtExchange     *self,
                                             RtHead         *head);
void        rt_exchange_take_trailers       (RtExchange     *self,
                                             RtHead         *head);
void        rt_exchange_take_partial_head   (RtExchange     *self,
                                             GBytes         *bytes);
void        rt_exchange_set_extra_bytes     (RtExchange     *self,
                                             GBytes         *bytes);
void        rt_exchange_set_framing         (RtExchange     *self,
                                             RtFraming       framing);
void        rt_exchange_set_content         (RtExchange     *self,
                                             RtBody         *content);
void        rt_exchange_set_request_content (RtExchange     *self,
                                             GBytes         *bytes);
void        rt_exchange_take_fault          (RtExchange     *self,
                                             RtFault        *fault);
/** Only the first failure is kept. */
void        rt_exchange_take_failure        (RtExchange     *self,
                                             RtFailure      *failure);
void        rt_exchange_set_connection      (RtExchange     *self,
                                             RtConnection   *connection);
void        rt_exchange_set_timing          (RtExchange     *self,
                                             const RtTiming *timing);
void        rt_exchange_set_sizes           (RtExchange     *self,
                                             const RtSizes  *sizes);
void        rt_exchange_take_next           (RtExchange     *self,
                                             RtNext         *next);
/** Adds a sentence about credentials to @next; copied. */
void        rt_next_add_credentials         (RtNext         *next,
                                             const char     *sentence);
/** Adds the name of a field that was left out to @next, once; copied. */
void        rt_next_add_dropped             (RtNext         *next,
                                             const char     *name);
/** Adds to the verdicts. */
void        rt_exchange_take_cookie_verdict (RtExchange     *self,
                                             RtCookieVerdict *verdict);
void        rt_exchange_set_proof           (RtExchange     *self,
                                             RtProof         proof);
void        rt_exchange_take_library_view   (RtExchange     *self,
                                             char           *text);
void        rt_exchange_take_frames         (RtExchange     *self,
                                             char           *text);
/** Body finished, state DONE, "changed" at once. Does nothing a second time. */
void        rt_exchange_finish              (RtExchange     *self);

G_END_DECLS
