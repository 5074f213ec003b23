/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Keeps the explanation of one exchange of a trail: made when the exchange is
 * done, and made anew when the trail has gone on from there.
 */

#pragma once

#include "explanation.h"

G_BEGIN_DECLS

#define RT_TYPE_EXPLAINER (rt_explainer_get_type ())
G_DECLARE_FINAL_TYPE (RtExplainer, rt_explainer, RT, EXPLAINER, GObject)

/* Property: "explanation" RtExplanation (nullable), read-only, notifies. */
RtExplainer   *rt_explainer_new             (void);

/** Nothing is explained while there is none, or no trail, or no exchange. */
void           rt_explainer_set_catalogue   (RtExplainer *self,
                                             RtCatalogue *catalogue);
void           rt_explainer_set_trail       (RtExplainer *self,
                                             RtTrail     *trail);
/** The explanation of another exchange is forgotten at once. What is not of
 * the trail is not explained. */
void           rt_explainer_set_exchange    (RtExplainer *self,
                                             RtExchange  *exchange);
/** NULL while it is not known. (transfer none) */
RtExplanation *rt_explainer_get_explanation (RtExplainer *self);

G_END_DECLS
