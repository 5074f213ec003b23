/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The request: its parameters, headers, body, logins and options. */

#pragma once

#include <gtk/gtk.h>

#include "catalogue.h"
#include "request.h"

G_BEGIN_DECLS

#define RT_TYPE_REQUEST_PANE (rt_request_pane_get_type ())
G_DECLARE_FINAL_TYPE (RtRequestPane, rt_request_pane, RT, REQUEST_PANE, GtkWidget)

GtkWidget  *rt_request_pane_new           (void);
void        rt_request_pane_set_catalogue (RtRequestPane *self,
                                           RtCatalogue   *catalogue);
void        rt_request_pane_set_request   (RtRequestPane *self,
                                           RtRequest     *request);
/** "parameters", "headers", "body", "auth" or "options". */
const char *rt_request_pane_get_page      (RtRequestPane *self);
void        rt_request_pane_set_page      (RtRequestPane *self,
                                           const char    *name);
/** Labels (rt_challenge_dup_label()) of what a 401 and a 407 offered last; each
 * may be NULL. */
void        rt_request_pane_set_challenges (RtRequestPane      *self,
                                            const char * const *server,
                                            const char * const *proxy);

G_END_DECLS
