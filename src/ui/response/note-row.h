/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One note: its level as an icon and a colour, its sentence, and behind it the
 * detail with the section that it rests on.
 */

#pragma once

#include <gtk/gtk.h>

#include "head.h"
#include "note.h"

G_BEGIN_DECLS

#define RT_TYPE_NOTE_ROW (rt_note_row_get_type ())
G_DECLARE_FINAL_TYPE (RtNoteRow, rt_note_row, RT, NOTE_ROW, GtkWidget)

/**
 * rt_note_row_new:
 * @about: (nullable): what the note is about, as text for the screen
 * @open: the detail is shown at once
 */
GtkWidget *rt_note_row_new (RtNote     *note,
                            const char *about,
                            gboolean    open);

G_END_DECLS
