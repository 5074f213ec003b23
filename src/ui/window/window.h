/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The window: the reference at the left, the request, and what came back. */

#pragma once

#include <adwaita.h>

#include "catalogue.h"
#include "engine.h"
#include "playground.h"
#include "settings.h"

G_BEGIN_DECLS

#define RT_TYPE_WINDOW (rt_window_get_type ())
G_DECLARE_FINAL_TYPE (RtWindow, rt_window, RT, WINDOW, AdwApplicationWindow)

GtkWidget *rt_window_new         (GtkApplication *application,
                                  RtEngine       *engine,
                                  RtCatalogue    *catalogue,
                                  RtPlayground   *playground,
                                  RtSettings     *settings);

/**
 * rt_window_start:
 * @url: (nullable): what stands in the URL entry; %NULL is the playground's
 *
 * Puts the keyboard into the URL entry. Sends nothing.
 */
void       rt_window_start       (RtWindow       *self,
                                  const char     *url);

/* Properties "predict" and "projector" boolean (FALSE), writable: the status of
 * what is sent is hidden until it was guessed; large type for a hall. Not kept. */

/** The request that is edited. (transfer none) */
RtRequest *rt_window_get_request (RtWindow       *self);
/** What the last Send gave; NULL before the first. (transfer none) */
RtTrail   *rt_window_get_trail   (RtWindow       *self);

G_END_DECLS
