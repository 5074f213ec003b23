/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the tests of widgets share: a display or a skip, a look at what stands
 * in a widget, waiting for conditions.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** Starts GTK and libadwaita; without a display the program ends as skipped. */
void       rt_test_init_widgets  (int          *argc,
                                  char       ***argv);
/** A new widget of @type ends with its last reference. */
void       rt_test_new_destroy   (GType         type);
/** The first widget below @root with this accessible label, or NULL. */
GtkWidget *rt_test_find          (GtkWidget    *root,
                                  const char   *label);
/** The same among widgets of @type, as a label may say what a control is called. */
GtkWidget *rt_test_find_as       (GtkWidget    *root,
                                  GType         type,
                                  const char   *label);
/** All visible text of labels and text views below @root, a line each. */
char      *rt_test_dup_text      (GtkWidget    *root);
/** Asserts that @text stands in it, or does not. */
void       rt_test_assert_text   (GtkWidget    *root,
                                  const char   *text);
void       rt_test_assert_no_text (GtkWidget   *root,
                                   const char  *text);
/** Runs the main loop until @condition is TRUE. */
void       rt_test_wait          (gboolean    (*condition) (gpointer data),
                                  gpointer      data);
/** Shows @child in a window and waits until it is drawn. (transfer none): destroy the window. */
GtkWindow *rt_test_show          (GtkWidget    *child);
/** The style sheet and the icons of the app. */
void       rt_test_load_look     (void);

G_END_DECLS
