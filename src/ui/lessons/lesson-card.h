/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The lesson that a person is in: the step, what to do, and what the step says
 * to what was sent. It stays above the panes while the person works.
 */

#pragma once

#include <gtk/gtk.h>

#include "lesson-run.h"

G_BEGIN_DECLS

#define RT_TYPE_LESSON_CARD (rt_lesson_card_get_type ())
G_DECLARE_FINAL_TYPE (RtLessonCard, rt_lesson_card, RT, LESSON_CARD, GtkWidget)

/* Its buttons are the actions "win.lesson-fill-in", "win.lesson-back",
 * "win.lesson-next" and "win.lesson-leave". */

GtkWidget   *rt_lesson_card_new     (void);
/** @run: (nullable): %NULL hides the card. */
void         rt_lesson_card_set_run (RtLessonCard *self,
                                     RtLessonRun  *run);
/** Puts the keyboard on what comes next: to fill in, or to go on. */
void         rt_lesson_card_focus   (RtLessonCard *self);

G_END_DECLS
