/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* All of what came back: status head, trail chips, and the panes of the
 * exchange that is chosen.
 */

#pragma once

#include <gtk/gtk.h>

#include "catalogue.h"
#include "explanation.h"
#include "settings.h"
#include "trail.h"

G_BEGIN_DECLS

#define RT_TYPE_RESPONSE_VIEW (rt_response_view_get_type ())
G_DECLARE_FINAL_TYPE (RtResponseView, rt_response_view, RT, RESPONSE_VIEW, GtkWidget)

/* Properties: "catalogue" RtCatalogue and "trail" RtTrail (nullable), writable;
 * "exchange" RtExchange (nullable), read-only, notifies: the one that is shown.
 * "show-secrets" boolean (FALSE), writable: secrets as they are, in all panes.
 * "ladder" and "comparing" boolean (FALSE), writable: the whole trail stands in
 * the place of the exchange, or a comparison with the trail before it does.
 * Signals: "answer": the person wants to give credentials; "edit-request"
 * (RtRequest): wants to edit it before it is sent; "send-anyway" (the person
 * accepts the certificate for one send), "show-code" (int code): the person asks
 * for the page of a code; "step" (RtNextStep): the person wants to try it. */
GtkWidget  *rt_response_view_new          (void);
void        rt_response_view_set_trail    (RtResponseView *self,
                                           RtTrail        *trail);
/** Where the views of bodies that were chosen are remembered. */
void        rt_response_view_set_settings (RtResponseView *self,
                                           RtSettings     *settings);
RtExchange *rt_response_view_get_exchange (RtResponseView *self);

/** What is to be said of the exchange that is shown; NULL while it is not
 * known. (transfer none) */
RtExplanation *rt_response_view_get_explanation (RtResponseView *self);

G_END_DECLS
