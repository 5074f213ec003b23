/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One exchange of the ladder: number, status in its colour, reason, method, URL
 * with what changed emphasised, time.
 */

#pragma once

#include <gtk/gtk.h>

#include "catalogue.h"
#include "hop.h"

G_BEGIN_DECLS

#define RT_TYPE_LADDER_RUNG (rt_ladder_rung_get_type ())
G_DECLARE_FINAL_TYPE (RtLadderRung, rt_ladder_rung, RT, LADDER_RUNG, GtkWidget)

GtkWidget  *rt_ladder_rung_new       (RtCatalogue  *catalogue);
/**
 * rt_ladder_rung_set_exchange:
 * @credentials: (nullable): tells which API key is a secret
 * @changed: parts of its URL that are not those of the exchange before
 *
 * Shows it, and follows it while it runs.
 */
void        rt_ladder_rung_set_exchange (RtLadderRung  *self,
                                         RtExchange    *exchange,
                                         RtCredentials *credentials,
                                         RtUrlParts     changed);
/** All of it in words, as screen readers get it. (transfer none) */
const char *rt_ladder_rung_get_words    (RtLadderRung  *self);

G_END_DECLS
