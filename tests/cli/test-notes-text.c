/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of notes-text.c: the lines of notes. */

#include "notes-text.h"

#include <string.h>

static GPtrArray *
create_notes (void)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (notes, rt_note_new ("a", RT_NOTE_FAULT, RT_NOTE_ON_STATUS, 0,
                                       "RFC 9110, section 1", "It is broken.",
                                       "Because of something that is long enough to wrap."));
  g_ptr_array_add (notes, rt_note_new ("b", RT_NOTE_GOOD, RT_NOTE_ON_STATUS, 0, "", "It is fine.",
                                       "Really."));

  return notes;
}

static void
test_short (void)
{
  g_autoptr(GPtrArray) notes = create_notes ();
  g_autofree char *text = rt_notes_text (notes, 80, FALSE, FALSE);

  g_assert_cmpstr (text, ==, "Fault: It is broken.\nGood: It is fine.\n");
}

static void
test_details (void)
{
  g_autoptr(GPtrArray) notes = create_notes ();
  g_autofree char *text = rt_notes_text (notes, 40, FALSE, TRUE);

  g_assert_cmpstr (text, ==,
                   "Fault: It is broken.\n"
                   "    Because of something that is long\n"
                   "    enough to wrap.\n"
                   "    (RFC 9110, section 1)\n"
                   "Good: It is fine.\n"
                   "    Really.\n");
}

static void
test_colour (void)
{
  g_autoptr(GPtrArray) notes = create_notes ();
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  g_autofree char *text = rt_notes_text (notes, 80, TRUE, FALSE);
  g_autofree char *nothing = rt_notes_text (none, 80, TRUE, TRUE);

  g_assert_nonnull (strstr (text, "\033["));
  g_assert_nonnull (strstr (text, "Fault"));
  g_assert_cmpstr (nothing, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/notes-text/short", test_short);
  g_test_add_func ("/notes-text/details", test_details);
  g_test_add_func ("/notes-text/colour", test_colour);

  return g_test_run ();
}
