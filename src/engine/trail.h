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
  RT_TRAIL_END_STOPPED_HERE,     /* by the person, in step mode or while waiting */
  RT_TRAIL_END_LOGIN_REFUSED,    /* the credentials were sent and not accepted */
  RT_TRAIL_END_NOT_ANSWERED,     /* a challenge that the credentials do not fit */
  RT_TRAIL_END_TRIES_USED_UP,
  RT_TRAIL_END_WAIT_TOO_LONG,    /* Retry-After is beyond the policy's limit */
} RtTrailEnd;

/* What a trail waits for before it goes on. */
typedef enum
{
  RT_PENDING_REDIRECT, /* step mode: the person decides */
  RT_PENDING_RETRY,    /* the time until the next try */
} RtPendingKind;

/* Immutable, counted. */
typedef struct
{
  RtPendingKind kind;
  guint         position;       /* of the exchange that led here */
  char         *words;          /* what is waited for, and why, translated */
  gint64        due;            /* monotonic microseconds at which it goes on by itself; 0 = never */
  guint         try_number;     /* the try that comes, from 2; 0 for a redirect */
  guint         tries;          /* at most, the first counted */
  gboolean      origin_changes; /* the redirect leads to another origin */
  gboolean      has_content;    /* there is content that can be kept */
  gboolean      has_credentials; /* there are credentials that can be sent or withheld */
  RtNext       *link;           /* what following as the standard says would do */
  RtRequest    *request;        /* the request that would be sent then, to edit; NULL for a retry */
} RtPending;

RtPending *rt_pending_ref   (RtPending *self);
void       rt_pending_unref (RtPending *self);

typedef enum
{
  RT_DECISION_FOLLOW,              /* as the standard says; of a retry: now */
  RT_DECISION_KEEP_METHOD,         /* with method and content as they were */
  RT_DECISION_WITHOUT_CREDENTIALS,
  RT_DECISION_WITH_CREDENTIALS,    /* also to another origin */
  RT_DECISION_STOP_HERE,           /* the trail ends with what is there */
} RtDecision;

/* Properties: "running" boolean, "pending" RtPending (nullable, boxed),
 * read-only, notify in the sender's thread.
 * Signal "finished": once, after the last exchange is done. */

/** What it waits for; NULL when it does not. (transfer full) (nullable) */
RtPending  *rt_trail_dup_pending     (RtTrail    *self);
/** Goes on with what is pending. Does nothing when nothing is. */
void        rt_trail_decide          (RtTrail    *self,
                                      RtDecision  decision);
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
 * rt_trail_snapshot:
 *
 * Returns: (transfer full): a trail with the exchanges and the end of now, that
 *   nothing changes any more and any one thread may read
 */
RtTrail    *rt_trail_snapshot        (RtTrail    *self);

/**
 * rt_trail_stop:
 *
 * Ends whatever runs, in whatever phase, at once: the exchange that runs
 * becomes DONE with RT_FAILURE_CANCELLED and keeps what has arrived.
 * Does nothing when the trail has ended.
 */
void        rt_trail_stop            (RtTrail    *self);

#define RT_TYPE_PENDING (rt_pending_get_type ())
GType rt_pending_get_type (void);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtPending, rt_pending_unref)

G_END_DECLS
