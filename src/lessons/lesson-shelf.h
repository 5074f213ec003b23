/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* All lessons that there are: those of the program, and those of a folder of
 * the person's. A file that cannot be read stands among them with its fault.
 */

#pragma once

#include "lesson.h"

G_BEGIN_DECLS

/* More files of a folder are not read. */
#define RT_LESSON_FILES_MAX 100

/** The person's: "roundtrip/lessons" in the user's data folder. (transfer full) */
char      *rt_lesson_shelf_dup_folder  (void);

/**
 * rt_lesson_shelf_load_async:
 * @folder: of *.xml files; it need not exist
 *
 * Reads in a thread: a file may be on a slow disk.
 */
void       rt_lesson_shelf_load_async  (const char          *folder,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);

/** (transfer full) (element-type RtLesson) (nullable): the program's by the
 * names of their files, then the person's; %NULL when it was cancelled. */
GPtrArray *rt_lesson_shelf_load_finish (GAsyncResult        *result,
                                        GError             **error);

/** The same at once. (transfer full) */
GPtrArray *rt_lesson_shelf_load        (const char          *folder);

G_END_DECLS
