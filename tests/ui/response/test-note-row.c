/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of note-row.c: what stands in a row, and that nothing of it is markup. */

#include "config.h"

#include "note-row.h"

#include "widgets.h"

static GtkWidget *
show (RtNoteLevel  level,
      const char  *section,
      const char  *about,
      gboolean     open)
{
  g_autoptr(RtNote) note = rt_note_new ("a", level, RT_NOTE_ON_FIELD, 0, section,
                                        "A <b>sentence</b> & more.", "The “<i>” detail.");

  return g_object_ref_sink (rt_note_row_new (note, about, open));
}

static void
test_texts (void)
{
  GtkWidget *row = show (RT_NOTE_WARNING, "RFC 9110, section 8.3", "Field <Name>", TRUE);

  rt_test_assert_text (row, "A <b>sentence</b> & more.");
  rt_test_assert_text (row, "The “<i>” detail.");
  rt_test_assert_text (row, "Field <Name>");
  rt_test_assert_text (row, "RFC 9110, section 8.3");
  g_assert_nonnull (rt_test_find (row, "Warning: A <b>sentence</b> & more."));
  g_assert_true (gtk_widget_has_css_class (row, "note-warning"));
  g_assert_finalize_object (row);
}

static void
test_closed (void)
{
  GtkWidget *row = show (RT_NOTE_GOOD, "", NULL, FALSE);
  GtkWidget *expander = rt_test_find (row, "Good: A <b>sentence</b> & more.");

  g_assert_true (GTK_IS_EXPANDER (expander));
  g_assert_false (gtk_expander_get_expanded (GTK_EXPANDER (expander)));
  gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
  rt_test_assert_text (row, "detail");
  rt_test_assert_no_text (row, "RFC");
  g_assert_finalize_object (row);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/note-row/texts", test_texts);
  g_test_add_func ("/note-row/closed", test_closed);

  return g_test_run ();
}
