/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tells a screen reader what happened elsewhere than at the focus. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** Says @text anew, even when it is the same. @announcer: a widget of the role
 * alert that nobody sees. */
void rt_announce (GtkWidget  *announcer,
                  const char *text);

/** From now on there is nothing to be read there. */
void rt_announce_nothing (GtkWidget *announcer);

G_END_DECLS
