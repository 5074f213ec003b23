/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One lesson of the list: its number, title and goal, and whether it is done;
 * or why its file cannot be read.
 */

#pragma once

#include <gtk/gtk.h>

#include "lesson.h"

G_BEGIN_DECLS

#define RT_TYPE_LESSON_ROW (rt_lesson_row_get_type ())
G_DECLARE_FINAL_TYPE (RtLessonRow, rt_lesson_row, RT, LESSON_ROW, GtkListBoxRow)

/** @number: in the list, from 1. */
GtkWidget *rt_lesson_row_new        (RtLesson    *lesson,
                                     guint        number);
RtLesson  *rt_lesson_row_get_lesson (RtLessonRow *self);
void       rt_lesson_row_set_done   (RtLessonRow *self,
                                     gboolean     done);

G_END_DECLS
