/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Bytes of the wire written into a text buffer: line ends marked, bytes that
 * are no visible ASCII as highlighted escapes, headings, marked lines.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Bytes of one section that are shown. */
#define RT_WIRE_TEXT_MAX (128 * 1024)

/** Adds the tags that the functions below use. Once for each buffer. */
void rt_wire_text_prepare    (GtkTextBuffer *buffer);
/** Colours for a light or a dark background. */
void rt_wire_text_set_dark   (GtkTextBuffer *buffer,
                              gboolean       dark);
void rt_wire_text_heading    (GtkTextBuffer *buffer,
                              const char    *text);
void rt_wire_text_note       (GtkTextBuffer *buffer,
                              const char    *text);
/** A line of text fit for the screen, highlighted when @mark. */
void rt_wire_text_line       (GtkTextBuffer *buffer,
                              const char    *text,
                              gboolean       mark);
/** At most RT_WIRE_TEXT_MAX of the bytes; says so when there are more. UTF-8 is
 * escaped too: these are bytes. */
void rt_wire_text_bytes      (GtkTextBuffer *buffer,
                              GBytes        *bytes);

G_END_DECLS
