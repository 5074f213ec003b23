/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The cookies of one exchange: which of the jar go along, and what becomes of
 * those that come. The jar's rules are the jar's; a typed Cookie field is the
 * person's, and nothing is added to it.
 */

#pragma once

#include "exchange.h"
#include "outgoing.h"

G_BEGIN_DECLS

/**
 * rt_cookie_flow_pack:
 * @why_not: (nullable): a sentence: no cookie goes along, for this reason
 * @now: Unix seconds
 *
 * Adds a Cookie field with what @jar chooses to @outgoing, and its verdicts.
 */
void  rt_cookie_flow_pack      (RtCookieJar      *jar,
                                RtOutgoing       *outgoing,
                                const char       *why_not,
                                gint64            now);

/** What Cookie would say for @outgoing; NULL for none. (transfer full) (nullable) */
char *rt_cookie_flow_dup_value (RtCookieJar      *jar,
                                const RtOutgoing *outgoing,
                                gint64            now);

/**
 * rt_cookie_flow_unpack:
 * @url: what was asked
 * @by_proxy: it is the proxy that answered, which has no say about cookies
 *
 * Hands each Set-Cookie of @response to @jar, in order, and the verdicts to
 * @exchange.
 */
void  rt_cookie_flow_unpack    (RtCookieJar      *jar,
                                const RtUrl      *url,
                                RtHead           *response,
                                gboolean          by_proxy,
                                gint64            now,
                                RtExchange       *exchange);

G_END_DECLS
