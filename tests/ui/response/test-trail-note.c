/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of trail-note.c: a note beside what it is about. */

#include "config.h"

#include "trail-note.h"

#include "widgets.h"

static void
test_note (void)
{
  g_autoptr (RtNote) note = rt_note_new ("x", RT_NOTE_FAULT, RT_NOTE_ON_TRAIL, 0,
                                         "RFC 9110, section 15.4", "A <b>sentence</b>.", "Detail.");
  g_autofree char *words = rt_trail_note_words (note);
  GtkWidget *self = g_object_ref_sink (rt_trail_note_new (note));

  g_assert_cmpstr (words, ==, "Fault: A <b>sentence</b>. (RFC 9110, section 15.4)");
  rt_test_assert_text (self, "A <b>sentence</b>.");
  rt_test_assert_text (self, "Fault");
  g_assert_true (rt_test_find (self, words) == self);
  g_assert_finalize_object (self);
}

static void
test_short (void)
{
  g_autoptr (RtNote) note =
    rt_note_new ("x", RT_NOTE_GOOD, RT_NOTE_ON_TRAIL, 0, "", "Well done.", "");
  g_autofree char *words = rt_trail_note_words (note);
  GtkWidget *self = g_object_ref_sink (rt_trail_note_new (note));

  g_assert_cmpstr (words, ==, "Good: Well done.");
  rt_test_assert_no_text (self, "More");
  g_assert_finalize_object (self);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/trail-note/note", test_note);
  g_test_add_func ("/trail-note/short", test_short);

  return g_test_run ();
}
