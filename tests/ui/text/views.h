/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A line view in a window, keys and clicks for it, what it shows. */

#pragma once

#include "line-view.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** A view of @lines (transfer full) in a scrolled window of 800 × 600. Destroy
 * its root. */
RtLineView *rt_test_view_new       (RtLines         *lines);
void        rt_test_view_destroy   (RtLineView      *view);
/** Lets it be laid out and drawn. */
void        rt_test_view_draw      (RtLineView      *view);
/** Presses the key that is bound; asserts that it is. */
void        rt_test_view_key       (RtLineView      *view,
                                    guint            keyval,
                                    GdkModifierType  modifiers);
/** What a screen reader is given, once it has been told. */
char       *rt_test_view_dup_shown (RtLineView      *view);
/** What is in the clipboard, once it is there. */
char       *rt_test_dup_clipboard  (GdkClipboard    *clipboard);
/** What @provider (transfer full) gives as text. */
char       *rt_test_dup_provided   (GdkContentProvider *provider);
/** Writes what @widget shows to a PNG. */
void        rt_test_shoot          (GtkWidget       *widget,
                                    const char      *path);

G_END_DECLS
