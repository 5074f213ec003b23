/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whether an attempt is followed by another one by the retry policy, when, and
 * why. Pure: decides and says why; waits for nothing.
 */

#pragma once

#include "failure.h"
#include "retry-policy.h"

G_BEGIN_DECLS

/* What is known when an attempt has ended. */
typedef struct
{
  const RtRetryPolicy *policy;
  const char          *method;
  guint                tries;       /* that were made, 1 or more */
  int                  status;      /* of the response; 0 when none came */
  const char          *retry_after; /* the value of Retry-After; NULL when none came */
  gint64               now;         /* Unix seconds, by the Date of the response where it has one */
  const RtFailure     *failure;     /* NULL when there is none */
  double               random;      /* from 0 to 1 */
  gint64               left;        /* microseconds until the time for the whole send is over */
} RtRetryCase;

typedef enum
{
  RT_RETRY_NO,       /* the outcome is none that is tried again */
  RT_RETRY_YES,      /* after "delay" */
  RT_RETRY_UNSAFE,   /* the method is not idempotent and may have done its work */
  RT_RETRY_USED_UP,
  RT_RETRY_TOO_LONG, /* the server asks for more patience than the policy has */
} RtRetryVerdict;

typedef struct
{
  RtRetryVerdict verdict;
  gint64         delay;   /* microseconds */
  char          *words;   /* what is waited for, or why not; NULL for NO */
  char          *rule;    /* for RtNext; NULL when not YES */
  char          *section; /* for RtNext; NULL when not YES */
} RtRetry;

/** Never %NULL. (transfer full) */
RtRetry *rt_retry_decide        (const RtRetryCase   *retry_case);
void     rt_retry_free          (RtRetry             *self);

/** RFC 9110 section 9.2.2 and the methods' registry. */
gboolean rt_retry_is_idempotent (const char          *method);

/**
 * rt_retry_get_backoff:
 * @tries: that were made, 1 or more
 * @random: from 0 to 1
 *
 * Exponential with full jitter: from "base_delay" to a ceiling that doubles
 * with each try and ends at "max_delay".
 *
 * Returns: microseconds
 */
gint64   rt_retry_get_backoff   (const RtRetryPolicy *policy,
                                 guint                tries,
                                 double               random);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtRetry, rt_retry_free)

G_END_DECLS
