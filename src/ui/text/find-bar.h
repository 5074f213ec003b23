/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Finds in a line view while one types: the first match is shown as soon as it
 * is found, all that are seen are marked, the count grows while the search goes
 * on.
 */

#pragma once

#include "line-view.h"

G_BEGIN_DECLS

#define RT_TYPE_FIND_BAR (rt_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (RtFindBar, rt_find_bar, RT, FIND_BAR, GtkWidget)

/** Where it finds. Its lines may be changed. @view: (nullable), not owned */
void        rt_find_bar_set_view  (RtFindBar  *self,
                                   RtLineView *view);

/** Shows it; what is selected within a line is looked for. */
void        rt_find_bar_open      (RtFindBar  *self);
/** Hides it; what was found stays selected. */
void        rt_find_bar_close     (RtFindBar  *self);

/** Goes to another match, from where the caret is, around the ends. */
void        rt_find_bar_go        (RtFindBar  *self,
                                   gboolean    backwards);

/** "3 of 1,204", as shown. */
const char *rt_find_bar_get_count (RtFindBar  *self);

G_END_DECLS
