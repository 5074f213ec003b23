/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whether a request is tried again by itself, and when. Pure. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  RT_RETRY_ON_NOTHING = 0,
  RT_RETRY_ON_429     = 1 << 0,
  RT_RETRY_ON_502     = 1 << 1,
  RT_RETRY_ON_503     = 1 << 2,
  RT_RETRY_ON_504     = 1 << 3,
  RT_RETRY_ON_CONNECT = 1 << 4, /* name, connect or TLS failed: nothing was sent */
  RT_RETRY_ON_TIMEOUT = 1 << 5,
} RtRetryOutcomes;

typedef struct
{
  guint           tries;        /* further tries after the first; 0 = off */
  guint           base_delay;   /* milliseconds before the first further try */
  guint           max_delay;    /* milliseconds; the growth ends there */
  RtRetryOutcomes outcomes;
  gboolean        any_method;   /* FALSE: idempotent methods only (RFC 9110 section 9.2.2) */
  gboolean        heed_retry_after;
  guint           retry_after_limit; /* seconds; a longer wait ends the trail */
} RtRetryPolicy;

/** Off; and when switched on: 3 tries, 500 ms to 30 s, all outcomes,
 * idempotent methods, Retry-After up to 120 s. */
extern const RtRetryPolicy rt_retry_policy_default;

gboolean rt_retry_policy_equal (const RtRetryPolicy *a,
                                const RtRetryPolicy *b);

/**
 * rt_retry_after_parse:
 * @value: of Retry-After (RFC 9110 section 10.2.3): seconds, or a date
 * @now: Unix seconds, by the Date of the response where it has one
 *
 * Returns: seconds to wait, 0 for a date that has passed, -1 when unreadable
 */
gint64   rt_retry_after_parse  (const char          *value,
                                gint64               now);

G_END_DECLS
