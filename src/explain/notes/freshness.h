/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How long a stored response may be used, and how old it is already: the
 * arithmetic of RFC 9111 section 4.2. Pure.
 */

#pragma once

#include "case.h"

G_BEGIN_DECLS

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
} RtFreshness;

/** @shared: as a cache that many people share reckons it. */
RtFreshness rt_freshness_of          (const RtCase *self,
                                      gboolean      shared);
/** Seconds of age on arrival: the larger of Age and of what Date tells. */
gint64      rt_freshness_age         (const RtCase *self);
/** The status is one that a cache may keep without being told to. */
gboolean    rt_freshness_is_heuristic_status (int status);

G_END_DECLS
