/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is to be said of one exchange: its notes and its next steps, made in a
 * thread. Immutable.
 */

#pragma once

#include <gio/gio.h>

#include "catalogue.h"
#include "next-step.h"
#include "note.h"
#include "trail.h"

G_BEGIN_DECLS

#define RT_TYPE_EXPLANATION (rt_explanation_get_type ())
G_DECLARE_FINAL_TYPE (RtExplanation, rt_explanation, RT, EXPLANATION, GObject)

/** @notes, @steps: (transfer full) */
RtExplanation *rt_explanation_new         (GPtrArray           *notes,
                                           GPtrArray           *steps);

/**
 * rt_explanation_make_async:
 * @position: of the exchange in @trail; it must be done
 *
 * Reads a snapshot of @trail in a thread.
 */
void           rt_explanation_make_async  (RtTrail             *trail,
                                           guint                position,
                                           RtCatalogue         *catalogue,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);
/** @error: G_IO_ERROR_CANCELLED only. (transfer full) (nullable) */
RtExplanation *rt_explanation_make_finish (GAsyncResult        *result,
                                           GError             **error);

/** (element-type RtNote): in the order of the topics. (transfer none) */
GPtrArray     *rt_explanation_get_notes   (RtExplanation       *self);
/** (element-type RtNextStep): the likeliest first. (transfer none) */
GPtrArray     *rt_explanation_get_steps   (RtExplanation       *self);

G_END_DECLS
