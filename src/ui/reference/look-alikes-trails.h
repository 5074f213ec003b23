/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The redirects of a group in a table: what each says, and, when they were
 * sent to the playground, what their trails show.
 */

#pragma once

#include <gtk/gtk.h>

#include "catalogue.h"
#include "engine.h"

G_BEGIN_DECLS

#define RT_TYPE_LOOK_ALIKES_TRAILS (rt_look_alikes_trails_get_type ())
G_DECLARE_FINAL_TYPE (RtLookAlikesTrails, rt_look_alikes_trails, RT, LOOK_ALIKES_TRAILS, GtkWidget)

/* Signals: "finished" (RtTrail): one of them has ended; "show-trail" (RtTrail):
 * the person chose its row. */
GtkWidget *rt_look_alikes_trails_new       (void);
/** Must be redirects. Trails of the group that was shown before are forgotten. */
void       rt_look_alikes_trails_set_group (RtLookAlikesTrails *self,
                                            RtCatalogue        *catalogue,
                                            RtCodeGroup        *group);
/** @origin: (nullable): of the playground; without it nothing can be sent */
void       rt_look_alikes_trails_set_origin (RtLookAlikesTrails *self,
                                             RtEngine           *engine,
                                             const char         *origin);
/** Sends a POST with content to each redirect of the group. */
void       rt_look_alikes_trails_send      (RtLookAlikesTrails *self);
/** What was sent to @code; %NULL before. (transfer none) */
RtTrail   *rt_look_alikes_trails_get_trail (RtLookAlikesTrails *self,
                                            int                 code);

G_END_DECLS
