/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What changed from one exchange of a trail to the next, read from the two
 * requests as they went out, and why. The rungs of the ladder.
 */

#pragma once

#include "trail.h"

G_BEGIN_DECLS

typedef enum
{
  RT_URL_SCHEME   = 1 << 0,
  RT_URL_HOST     = 1 << 1,
  RT_URL_PORT     = 1 << 2,
  RT_URL_PATH     = 1 << 3,
  RT_URL_QUERY    = 1 << 4,
  RT_URL_FRAGMENT = 1 << 5,
} RtUrlParts;

typedef struct
{
  guint          from;         /* position of the exchange that led to the next */
  RtNextReason   reason;
  char          *rule;         /* the rule in words, with its section; never NULL */
  char          *method_before;
  char          *method_after; /* the same when it did not change */
  RtUrlParts     changed;      /* parts of the URL that are different */
  char         **lines;        /* what changed and what was kept, one sentence each, translated:
                                * dropped, kept, credentials sent or withheld and why, cookies set
                                * here and sent there, time waited */
  char          *others;       /* "curl -L would "
                                  "…": what others do where they differ; NULL when they do not */
} RtHop;

/**
 * rt_hop_new:
 * @from: position of an exchange that is not the last
 *
 * Returns: (transfer full) (nullable): %NULL when nothing followed
 */
RtHop *rt_hop_new       (RtTrail    *trail,
                         guint       from);
void   rt_hop_free      (RtHop      *self);

/** All that is to be said of it in order, one sentence each: the rule, the URL,
 * the lines, what others do. For those who show text only. (transfer full) */
char **rt_hop_dup_all_lines (const RtHop *self);

/** "URL: scheme and port changed."; "" when it did not. (transfer full) */
char  *rt_hop_dup_url_sentence (const RtHop *self);

/** "scheme and port changed": the parts in words, translated; "" for none. (transfer full) */
char  *rt_url_parts_to_words (RtUrlParts parts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtHop, rt_hop_free)

G_END_DECLS
