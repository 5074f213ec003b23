/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a terminal can do, and text made to fit it. */

#pragma once

#include "status-code.h"

G_BEGIN_DECLS

/** Colour is wanted on @fd: a terminal, not a dumb one, and no NO_COLOR. */
gboolean rt_terminal_has_colour (int           fd);

/** Columns of the terminal behind @fd, or COLUMNS, or 80; from 20 to 100, as
 * longer lines are hard to read. */
guint    rt_terminal_get_width  (int           fd);

/** @text in the colour of @status_class when @colour. (transfer full) */
char    *rt_terminal_paint      (const char   *text,
                                 RtStatusClass status_class,
                                 gboolean      colour);

/** @text in bold when @colour. (transfer full) */
char    *rt_terminal_embolden   (const char   *text,
                                 gboolean      colour);

/**
 * rt_terminal_wrap:
 * @text: words; blank lines part paragraphs, other white space is one space
 * @width: columns
 * @indent: columns before each line, less than @width
 *
 * A word that is longer than a line stands on a line of its own.
 *
 * Returns: (transfer full): the lines, each with its line end
 */
char    *rt_terminal_wrap       (const char   *text,
                                 guint         width,
                                 guint         indent);

G_END_DECLS
