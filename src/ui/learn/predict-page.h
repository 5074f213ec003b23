/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Stands in the place of the response until the person has guessed its status:
 * first the class, then the code. Says then what was right.
 */

#pragma once

#include <gtk/gtk.h>

#include "catalogue.h"
#include "predict-tally.h"
#include "settings.h"

G_BEGIN_DECLS

#define RT_TYPE_PREDICT_PAGE (rt_predict_page_get_type ())
G_DECLARE_FINAL_TYPE (RtPredictPage, rt_predict_page, RT, PREDICT_PAGE, GtkWidget)

/* Signals: "revealed": the status need not be hidden any longer; emitted before
 * it is shown here, so that the codes seen so far count it. "done": the person
 * wants to see the response; after "Show Me" at once. */
GtkWidget            *rt_predict_page_new           (void);
void                  rt_predict_page_set_catalogue (RtPredictPage *self,
                                                     RtCatalogue   *catalogue,
                                                     RtSettings    *settings);
/** Something was sent: asks for the class. */
void                  rt_predict_page_start         (RtPredictPage *self);
/** What came, above 0. The page does not show it before it is guessed. */
void                  rt_predict_page_set_status    (RtPredictPage *self,
                                                     int            status);
/** (transfer none) */
const RtPredictTally *rt_predict_page_get_tally     (RtPredictPage *self);

G_END_DECLS
