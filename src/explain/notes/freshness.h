/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How long a stored response may be used, and how old it is already: the
 * arithmetic of RFC 9111 section 4.2. Pure.
 */

#pragma once

#include "case.h"

G_BEGIN_DECLS

/* What says that one cannot count further (RFC 9111 section 1.2.2). */
#define RT_FRESHNESS_NEVER (G_GINT64_CONSTANT (1) << 31)

typedef enum
{
  RT_FRESH_UNSAID,       /* no rule, and none to be guessed */
  RT_FRESH_BY_S_MAXAGE,
  RT_FRESH_BY_MAX_AGE,
  RT_FRESH_BY_EXPIRES,
  RT_FRESH_BY_HEURISTIC, /* a tenth of the time since Last-Modified */
} RtFreshRule;

typedef struct
{
  RtFreshRule rule;
  gint64      lifetime; /* seconds, not negative */
  gboolean    is_unsure; /* the rule contradicts itself or has no number: caches
                          * differ, and 0 is what they are encouraged to take */
} RtFreshness;

/** @shared: as a cache that many people share reckons it. */
RtFreshness rt_freshness_of          (const RtCase *self,
                                      gboolean      shared);
/** Seconds by Age, of which only the first member counts (RFC 9111 section 5.1).
 * FALSE when there is none that can be read. */
gboolean    rt_freshness_read_age    (const RtCase *self,
                                      gint64       *seconds);
/** Seconds of age on arrival: the larger of Age and of what Date tells. */
gint64      rt_freshness_age         (const RtCase *self);
/** The status is one that a cache may keep without being told to. */
gboolean    rt_freshness_is_heuristic_status (int status);

G_END_DECLS
