/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The two exchanges of a hop, read once, for those who look at them. */

#pragma once

#include "head-changes.h"
#include "others.h"
#include "trail.h"
#include "url.h"

G_BEGIN_DECLS

typedef struct
{
  RtExchange *exchange;    /* the trail's */
  RtUrl      *url;         /* NULL when it cannot be read */
  char       *method;
  RtHead     *head;        /* of the request; NULL when it has not gone out */
  gboolean    has_content;
} RtHopSide;

typedef struct
{
  RtHopSide      before;
  RtHopSide      after;
  const RtNext  *next;
  RtWay          way;
  RtHeadChanges *changes; /* NULL when there are no two heads to compare */
} RtHopSides;

/** There must be an exchange after @from, and a link to it. (transfer full) */
RtHopSides *rt_hop_sides_new  (RtTrail    *trail,
                               guint       from);
void        rt_hop_sides_free (RtHopSides *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtHopSides, rt_hop_sides_free)

G_END_DECLS
