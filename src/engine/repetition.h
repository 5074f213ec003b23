/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The same request again and again: so many times, or until a status comes, or
 * until it is stopped. One send at a time. The main thread's.
 */

#pragma once

#include "engine.h"
#include "repetition-result.h"

G_BEGIN_DECLS

/* Of so many results the trail is kept, if together they hold at most so many
 * bytes; the newest is kept whatever it holds. */
#define RT_REPETITION_MAX_TRAILS 100
#define RT_REPETITION_MAX_WEIGHT (64 * 1024 * 1024)
/* Older results leave the list; the counts still know them. */
#define RT_REPETITION_MAX_RESULTS 10000

typedef struct
{
  guint count;      /* sends at most; 0 = as many as it takes */
  guint interval;   /* milliseconds from the start of one send to that of the
                     * next; 0, or less than a send takes: at once */
  int   until_from; /* it ends with a status from this one … */
  int   until_to;   /* … to that one; 0 and 0 = with none */
} RtRepetitionPlan;

typedef enum
{
  RT_REPETITION_READY,
  RT_REPETITION_RUNNING,
  RT_REPETITION_PAUSED, /* the send that goes on comes to its end */
  RT_REPETITION_ENDED,
} RtRepetitionState;

typedef enum
{
  RT_REPETITION_END_NONE, /* not yet */
  RT_REPETITION_END_COUNT,
  RT_REPETITION_END_STATUS,
  RT_REPETITION_END_STOPPED,
} RtRepetitionEnd;

/* Durations in microseconds, of the sends that brought a response and are in
 * the list. */
typedef struct
{
  guint  n;
  gint64 min;
  gint64 median;
  gint64 max;
} RtRepetitionTimes;

typedef struct
{
  int   status; /* 0: no response */
  guint n;
} RtRepetitionCount;

#define RT_TYPE_REPETITION (rt_repetition_get_type ())
G_DECLARE_FINAL_TYPE (RtRepetition, rt_repetition, RT, REPETITION, GObject)

/* A GListModel of RtRepetitionResult, the oldest first.
 * Signal "changed": a result came, or the state is another one. */

/** @request is copied; nobody is asked at redirects. */
RtRepetition     *rt_repetition_new           (RtEngine               *engine,
                                               RtRequest              *request,
                                               const RtRepetitionPlan *plan);
void              rt_repetition_start         (RtRepetition           *self);
void              rt_repetition_pause         (RtRepetition           *self);
void              rt_repetition_resume        (RtRepetition           *self);
/** At once; a send that goes on is stopped and gives no result. */
void              rt_repetition_stop          (RtRepetition           *self);

RtRepetitionState rt_repetition_get_state     (RtRepetition           *self);
RtRepetitionEnd   rt_repetition_get_end       (RtRepetition           *self);
void              rt_repetition_get_plan      (RtRepetition           *self,
                                               RtRepetitionPlan       *plan);
/** The request that is sent. (transfer none) */
RtRequest        *rt_repetition_get_request   (RtRepetition           *self);
/** A send goes on. */
gboolean          rt_repetition_is_sending    (RtRepetition           *self);
/** Sends that came to an end. */
guint             rt_repetition_get_n_done    (RtRepetition           *self);
/** Microseconds until the next send begins, 0 when nothing is waited for. */
gint64            rt_repetition_get_wait      (RtRepetition           *self);
void              rt_repetition_get_times     (RtRepetition           *self,
                                               RtRepetitionTimes      *times);
/** (element-type RtRepetitionCount) (transfer full): of all sends, by status. */
GArray           *rt_repetition_dup_counts    (RtRepetition           *self);

/**
 * rt_repetition_parse_until:
 * @text: "200", "2xx" (without case), or "" for none; white space is ignored
 *
 * Returns: FALSE when it is none of these; codes go from 100 to 999
 */
gboolean          rt_repetition_parse_until   (const char             *text,
                                               int                    *from,
                                               int                    *to);

G_END_DECLS
