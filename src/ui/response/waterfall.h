/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The phases of an exchange as a drawn waterfall: a bar where a phase stood in
 * time, its length in words, and words where it did not happen.
 */

#pragma once

#include <gtk/gtk.h>

#include "timing.h"

G_BEGIN_DECLS

#define RT_TYPE_WATERFALL (rt_waterfall_get_type ())
G_DECLARE_FINAL_TYPE (RtWaterfall, rt_waterfall, RT, WATERFALL, GtkWidget)

GtkWidget *rt_waterfall_new         (void);

/**
 * rt_waterfall_set_timing:
 * @timing: (nullable): what to draw; copied
 * @reused: the connection was opened before: why early phases are missing
 * @tls: the exchange was encrypted
 * @proxy: a proxy was used
 * @now: g_get_monotonic_time(), for what still goes on
 */
void       rt_waterfall_set_timing  (RtWaterfall    *self,
                                     const RtTiming *timing,
                                     gboolean        reused,
                                     gboolean        tls,
                                     gboolean        proxy,
                                     gint64          now);
/** All that is drawn, in sentences; also the accessible description. (transfer full) */
char      *rt_waterfall_to_words    (RtWaterfall    *self);

G_END_DECLS
