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

/** The whole trail but its content. (transfer full) */
char *rt_trail_text_new      (RtTrail                *trail,
                              RtCatalogue            *catalogue,
                              const RtTrailTextStyle *style);

/** Only what went wrong in the last exchange; "" when nothing. (transfer full) */
char *rt_trail_text_troubles (RtTrail                *trail,
                              RtCatalogue            *catalogue,
                              const RtTrailTextStyle *style);

G_END_DECLS
