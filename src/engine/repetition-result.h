/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What one send of a repetition gave, in few bytes: it stays when its trail is
 * let go.
 */

#pragma once

#include "trail.h"

G_BEGIN_DECLS

#define RT_TYPE_REPETITION_RESULT (rt_repetition_result_get_type ())
G_DECLARE_FINAL_TYPE (RtRepetitionResult, rt_repetition_result, RT, REPETITION_RESULT, GObject)

/* Properties, read-only: "number" uint from 1, "status" int (0: none came),
 * "duration" int64 microseconds of the whole trail, "size" uint64 bytes of the
 * answer's content as received, "started" int64 Unix microseconds;
 * "has-trail" boolean, which notifies. */

/** @trail has finished; the result holds it until it is let go. */
RtRepetitionResult *rt_repetition_result_new          (guint               number,
                                                       RtTrail            *trail);
guint               rt_repetition_result_get_number   (RtRepetitionResult *self);
/** Of the last exchange; 0 when no response came. */
int                 rt_repetition_result_get_status   (RtRepetitionResult *self);
/** As received, at most 256 bytes; NULL when none came. */
const char         *rt_repetition_result_get_reason   (RtRepetitionResult *self);
/** The RtFailureKind of the last exchange, or -1: none. */
int                 rt_repetition_result_get_failure  (RtRepetitionResult *self);
/** Why it failed, in words; NULL when it did not. */
const char         *rt_repetition_result_get_failure_words (RtRepetitionResult *self);
gint64              rt_repetition_result_get_started  (RtRepetitionResult *self);
gint64              rt_repetition_result_get_duration (RtRepetitionResult *self);
guint64             rt_repetition_result_get_size     (RtRepetitionResult *self);
/** Exchanges of the trail, redirects and retries included. */
guint               rt_repetition_result_get_n_exchanges (RtRepetitionResult *self);
/** NULL once it was let go. (transfer none) */
RtTrail            *rt_repetition_result_get_trail    (RtRepetitionResult *self);
/** Bytes that the trail holds on to, about. */
guint64             rt_repetition_result_get_weight   (RtRepetitionResult *self);
void                rt_repetition_result_let_go       (RtRepetitionResult *self);

G_END_DECLS
