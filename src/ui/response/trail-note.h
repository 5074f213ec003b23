/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A note beside what it is about: icon and word of its level, the sentence, and
 * its detail one press away.
 */

#pragma once

#include <gtk/gtk.h>

#include "note.h"

G_BEGIN_DECLS

#define RT_TYPE_TRAIL_NOTE (rt_trail_note_get_type ())
G_DECLARE_FINAL_TYPE (RtTrailNote, rt_trail_note, RT, TRAIL_NOTE, GtkWidget)

GtkWidget *rt_trail_note_new   (RtNote *note);
/** "Warning: sentence (section)": as screen readers get it. (transfer full) */
char      *rt_trail_note_words (RtNote *note);

G_END_DECLS
