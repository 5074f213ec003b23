/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A trail in lines, as a person reads it: what was sent, what came, why the
 * next exchange happened, and what it all means.
 */

#pragma once

#include "catalogue.h"
#include "trail.h"

G_BEGIN_DECLS

typedef struct
{
  guint    width;        /* columns for words; heads are never broken */
  gboolean colour;
  gboolean show_secrets;
} RtTrailTextStyle;

/** What changed on the way to an exchange, the exchange but its content, and why
 * the next one happened. (transfer full) */
char *rt_trail_text_of_exchange (RtTrail                *trail,
                                 guint                   position,
                                 RtCatalogue            *catalogue,
                                 const RtTrailTextStyle *style);

/** Why the trail ended, what its last status means, time and size. (transfer full) */
char *rt_trail_text_of_end      (RtTrail                *trail,
                                 RtCatalogue            *catalogue,
                                 const RtTrailTextStyle *style);

/** Only what went wrong in the last exchange; "" when nothing. (transfer full) */
char *rt_trail_text_troubles    (RtTrail                *trail,
                                 RtCatalogue            *catalogue,
                                 const RtTrailTextStyle *style);

G_END_DECLS
