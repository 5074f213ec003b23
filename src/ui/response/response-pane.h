/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One pane under the status: an abstract widget that shows one aspect of the
 * exchange that it is given, and follows it while it runs. A subclass fills its
 * template and implements refresh().
 */

#pragma once

#include <gtk/gtk.h>

#include "catalogue.h"
#include "credentials.h"
#include "exchange.h"
#include "explanation.h"

G_BEGIN_DECLS

#define RT_TYPE_RESPONSE_PANE (rt_response_pane_get_type ())
G_DECLARE_DERIVABLE_TYPE (RtResponsePane, rt_response_pane, RT, RESPONSE_PANE, GtkWidget)

struct _RtResponsePaneClass
{
  GtkWidgetClass parent_class;

  /* Shows rt_response_pane_get_exchange(), which may be NULL. Called when
   * another exchange is set, and when it has changed: for a pane that nobody
   * looks at only once it is done. Behind another pane of a stack it is called
   * soon after that, or when it is looked at, once for all that happened. */
  void (*refresh) (RtResponsePane *self);
};

/* Properties: "exchange" RtExchange (nullable), "catalogue" RtCatalogue
 * (nullable), "explanation" RtExplanation (nullable: not made yet), all
 * writable; notify on change. */
RtExchange  *rt_response_pane_get_exchange  (RtResponsePane *self);
void         rt_response_pane_set_exchange  (RtResponsePane *self,
                                             RtExchange     *exchange);
RtCatalogue *rt_response_pane_get_catalogue (RtResponsePane *self);
void         rt_response_pane_set_catalogue (RtResponsePane *self,
                                             RtCatalogue    *catalogue);
/** What is to be said of the exchange; gone when another exchange is set. */
RtExplanation *rt_response_pane_get_explanation (RtResponsePane *self);
void         rt_response_pane_set_explanation (RtResponsePane *self,
                                             RtExplanation  *explanation);
/** What the trail was sent with: which API key is a secret. (transfer none) (nullable) */
RtCredentials *rt_response_pane_get_credentials (RtResponsePane *self);
void         rt_response_pane_set_credentials (RtResponsePane *self,
                                             RtCredentials  *credentials);
/** Whether secrets are shown; refreshes when it becomes another. */
gboolean     rt_response_pane_get_show_secrets (RtResponsePane *self);
void         rt_response_pane_set_show_secrets (RtResponsePane *self,
                                             gboolean        show);
/** TRUE when there is an exchange and it runs no more. */
gboolean     rt_response_pane_is_done       (RtResponsePane *self);

G_END_DECLS
