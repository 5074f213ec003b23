/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One exchange of a trail as a chip in the colour of its status. */

#pragma once

#include <gtk/gtk.h>

#include "exchange.h"

G_BEGIN_DECLS

#define RT_TYPE_TRAIL_CHIP (rt_trail_chip_get_type ())
G_DECLARE_FINAL_TYPE (RtTrailChip, rt_trail_chip, RT, TRAIL_CHIP, GtkWidget)

GtkWidget  *rt_trail_chip_new          (void);

/**
 * rt_trail_chip_set_exchange:
 * @exchange: (nullable): what to show, followed while it runs
 * @before: (nullable): the exchange before it: the host is shown where it differs
 */
void        rt_trail_chip_set_exchange (RtTrailChip *self,
                                        RtExchange  *exchange,
                                        RtExchange  *before);
/** NULL when it shows none. (transfer none) */
RtExchange *rt_trail_chip_get_exchange (RtTrailChip *self);
/** All of it in words, as screen readers get it. (transfer none) */
const char *rt_trail_chip_get_words    (RtTrailChip *self);

G_END_DECLS
