/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The ordered exchanges that one Send caused: a GListModel of RtExchange that
 * grows while it runs.
 */

#pragma once

#include "exchange.h"
#include "request.h"

G_BEGIN_DECLS

#define RT_TYPE_TRAIL (rt_trail_get_type ())
G_DECLARE_FINAL_TYPE (RtTrail, rt_trail, RT, TRAIL, GObject)

/* Why a trail ended where it did, when that needs a word. */
typedef enum
{
  RT_TRAIL_END_NORMAL,
  RT_TRAIL_END_NOT_FOLLOWED,     /* a redirect, and Follow is off */
  RT_TRAIL_END_NO_LOCATION,      /* a 3xx without a usable Location */
  RT_TRAIL_END_BAD_LOCATION,
  RT_TRAIL_END_LOOP,
  RT_TRAIL_END_TOO_MANY,
  RT_TRAIL_END_CONTENT_GONE,     /* the content cannot be sent a second time */
} RtTrailEnd;

/* Properties: "running" boolean, read-only, notifies in the sender's thread.
 * Signal "finished": once, after the last exchange is done. */

/** The request as it was when it was sent. (transfer none) */
RtRequest  *rt_trail_get_request     (RtTrail    *self);
gboolean    rt_trail_is_running      (RtTrail    *self);
RtTrailEnd  rt_trail_get_end         (RtTrail    *self);
/** The end in words, translated, with what was seen; "" when NORMAL. */
const char *rt_trail_get_end_words   (RtTrail    *self);
/** Same as the GListModel's; the last one is the answer. (transfer none) */
guint       rt_trail_get_n_exchanges (RtTrail    *self);
RtExchange *rt_trail_get_exchange    (RtTrail    *self,
                                      guint       position);
RtExchange *rt_trail_get_last        (RtTrail    *self); /* NULL when empty */

/**
 * rt_trail_stop:
 *
 * Ends whatever runs, in whatever phase, at once: the exchange that runs
 * becomes DONE with RT_FAILURE_CANCELLED and keeps what has arrived.
 * Does nothing when the trail has ended.
 */
void        rt_trail_stop            (RtTrail    *self);

G_END_DECLS
