/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* All lessons that there are, and which of them are done. */

#pragma once

#include <gtk/gtk.h>

#include "lesson.h"
#include "settings.h"

G_BEGIN_DECLS

#define RT_TYPE_LESSON_LIST (rt_lesson_list_get_type ())
G_DECLARE_FINAL_TYPE (RtLessonList, rt_lesson_list, RT, LESSON_LIST, GtkWidget)

/* Signals: "chosen" (RtLesson); "back". */

GtkWidget *rt_lesson_list_new         (void);

/**
 * rt_lesson_list_set_lessons:
 * @lessons: (element-type RtLesson): in order; those with a fault cannot be chosen
 * @folder: where a person's own are kept, to be said
 * @settings: which are done; they are marked as it changes
 */
void       rt_lesson_list_set_lessons (RtLessonList *self,
                                       GPtrArray    *lessons,
                                       const char   *folder,
                                       RtSettings   *settings);

/** Puts the keyboard on the first lesson that is not done. */
void       rt_lesson_list_focus       (RtLessonList *self);

G_END_DECLS
