/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The codes of one group side by side, and the choice of the group. */

#pragma once

#include <gtk/gtk.h>

#include "catalogue.h"
#include "engine.h"

G_BEGIN_DECLS

#define RT_TYPE_LOOK_ALIKES_PAGE (rt_look_alikes_page_get_type ())
G_DECLARE_FINAL_TYPE (RtLookAlikesPage, rt_look_alikes_page, RT, LOOK_ALIKES_PAGE, GtkWidget)

/* Signals: "back"; "show-code" (int) and "try-code" (int), as of RtCodePage;
 * "finished" (RtTrail): one of those sent from here has ended; "show-trail"
 * (RtTrail): the person chose it. */
GtkWidget  *rt_look_alikes_page_new           (void);
/** To be called once. @origin: (nullable): of the playground, which can send
 * every code; without it nothing can be tried. */
void        rt_look_alikes_page_set_catalogue (RtLookAlikesPage *self,
                                               RtCatalogue      *catalogue,
                                               RtEngine         *engine,
                                               const char       *origin);
/** @id: of a group; one that does not exist leaves what is shown. */
void        rt_look_alikes_page_show          (RtLookAlikesPage *self,
                                               const char       *id);
/** Of the group that is shown. */
const char *rt_look_alikes_page_get_id        (RtLookAlikesPage *self);

G_END_DECLS
