/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Shows lines of any number and any length: what is seen is read, laid out and
 * drawn, nothing else. Text can be selected and copied, not changed.
 *
 * Goes into a GtkScrolledWindow. Actions: "text.copy", "text.select-all",
 * "text.wrap" (stateful); its menu also offers "text.find" and
 * "text.go-to-line", which whoever holds it installs (see text-page.h).
 */

#pragma once

#include <gtk/gtk.h>

#include "finder.h"
#include "lines.h"
#include "syntax.h"

G_BEGIN_DECLS

#define RT_TYPE_LINE_VIEW (rt_line_view_get_type ())
G_DECLARE_FINAL_TYPE (RtLineView, rt_line_view, RT, LINE_VIEW, GtkWidget)

/* Properties: "lines", "syntax", "wrap", "show-line-numbers", "finder". */

GtkWidget *rt_line_view_new           (void);

/** Also clears the selection and goes to the top. @lines: (nullable) */
void       rt_line_view_set_lines     (RtLineView    *self,
                                       RtLines       *lines);
RtLines   *rt_line_view_get_lines     (RtLineView    *self);

void       rt_line_view_set_syntax    (RtLineView    *self,
                                       RtSyntax       syntax);
void       rt_line_view_set_wrap      (RtLineView    *self,
                                       gboolean       wrap);
gboolean   rt_line_view_get_wrap      (RtLineView    *self);
void       rt_line_view_set_show_line_numbers (RtLineView *self,
                                               gboolean    show);

/** Marks what @finder finds. @finder: (nullable) */
void       rt_line_view_set_finder    (RtLineView    *self,
                                       RtFinder      *finder);
/** The match that is marked stronger than the others. @match: (nullable) */
void       rt_line_view_set_match     (RtLineView    *self,
                                       const RtMatch *match);

/** What it is called by a screen reader. */
void       rt_line_view_set_name      (RtLineView    *self,
                                       const char    *name);

/** Scrolls as little as needed for @place to be seen; a place that is far
 * stands in the upper half then. */
void       rt_line_view_scroll_to     (RtLineView    *self,
                                       const RtPlace *place);
/** The first byte that is seen. */
void       rt_line_view_get_top       (RtLineView    *self,
                                       RtPlace       *top);

/** Selects from one place to another, where the caret is put; the same: only
 * the caret. Does not scroll. Places beyond the end mean the end. */
void       rt_line_view_select        (RtLineView    *self,
                                       const RtPlace *from,
                                       const RtPlace *to);
void       rt_line_view_select_all    (RtLineView    *self);
/**
 * rt_line_view_get_selection:
 * @from: (out): the caret when nothing is selected
 * @to: (out): not before @from
 *
 * Returns: whether something is selected
 */
gboolean   rt_line_view_get_selection (RtLineView    *self,
                                       RtPlace       *from,
                                       RtPlace       *to);
void       rt_line_view_get_caret     (RtLineView    *self,
                                       RtPlace       *caret);

/** What is selected goes to the clipboard, all of it: it is read when somebody
 * takes it. */
void       rt_line_view_copy          (RtLineView    *self);

/** The place at a point of the widget; the nearest one outside of the text. */
void       rt_line_view_get_place_at  (RtLineView    *self,
                                       double         x,
                                       double         y,
                                       RtPlace       *place);
/** Where the character after @place is drawn; FALSE when that is not seen. */
gboolean   rt_line_view_get_place_rect (RtLineView    *self,
                                        const RtPlace *place,
                                        GdkRectangle  *rect);

G_END_DECLS
