/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What tests of redirects and logins share: trails made out of hops, and the
 * notes of one topic.
 */

#pragma once

#include "cases.h"

G_BEGIN_DECLS

/**
 * trail_cases_add:
 * @url: of this request; @request is "METHOD\nfields", @response "302\nfields"
 * @reason: why the next one will happen; RT_NEXT_NONE at the last
 *
 * Adds an exchange to @trail. A @response of NULL: none came.
 *
 * Returns: (transfer none): the exchange
 */
RtExchange *trail_cases_add    (RtTrail      *trail,
                                const char   *url,
                                const char   *request,
                                const char   *response,
                                RtNextReason  reason);

/** A trail of one exchange. (transfer full) */
RtTrail    *trail_cases_one    (const char   *url,
                                const char   *request,
                                const char   *response);

/** A trail of GETs: each URL redirects to the next with its status, the last
 * says 200. "301 http://a/|302 http://b/|http://c/" (transfer full) */
RtTrail    *trail_cases_chain  (const char   *text);

/** Ends the trail. */
void        trail_cases_end    (RtTrail      *trail,
                                RtTrailEnd    end,
                                const char   *words);

/**
 * Notes of the exchange at @position whose ids start with @prefix, each held
 * against the rules of note.h; their ids, in order, separated by spaces.
 */
void        trail_cases_assert (RtTrail      *trail,
                                guint         position,
                                const char   *prefix,
                                const char   *ids);

/** The sentence of the note @id of the exchange; it must be there. (transfer full) */
char       *trail_cases_sentence (RtTrail    *trail,
                                  guint       position,
                                  const char *id);
/** The same of the detail. (transfer full) */
char       *trail_cases_detail   (RtTrail    *trail,
                                  guint       position,
                                  const char *id);

G_END_DECLS
