/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the tests of the window share: one with a real engine and the playground. */

#pragma once

#include "window.h"

G_BEGIN_DECLS

typedef struct
{
  RtEngine     *engine;
  RtCatalogue  *catalogue;
  RtPlayground *playground;
  RtSettings   *settings;
  RtWindow     *window;
} Fixture;

/** Makes all of it; the playground and the window have not been started. */
void     fixture_make      (Fixture       *self);
/** The same, with all started and presented as the app does without a URL. */
void     fixture_set_up    (Fixture       *self,
                            gconstpointer  data);
/** Waits until the window is gone; nothing else may have kept the engine. */
void     fixture_tear_down (Fixture       *self,
                            gconstpointer  data);
/** Types the URL of @path in the playground. */
void     fixture_aim       (Fixture       *self,
                            const char    *path);
/** Whether the trail of @window, an RtWindow, has ended: for rt_test_wait(). */
gboolean fixture_is_done   (gpointer       window);
/** Sends what is typed, and waits until the trail has ended. */
void     fixture_send      (Fixture       *self);

G_END_DECLS
