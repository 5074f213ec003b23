/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of ladder-hop.c: what stands between two rungs. */

#include "config.h"

#include "ladder-hop.h"

#include "widgets.h"

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_LADDER_HOP);
}

static void
test_hop (void)
{
  const char *lines[] = { "Left out: content.", "Kept: Accept <b>.", NULL };
  RtHop hop = { .rule = (char *) "302 after POST (RFC 9110, section 15.4.3)",
                .changed = RT_URL_HOST,
                .lines = (char **) lines,
                .others = (char *) "curl -L would do otherwise." };
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  RtLadderHop *self = RT_LADDER_HOP (g_object_ref_sink (rt_ladder_hop_new ()));

  g_ptr_array_add (notes, rt_note_new ("trail-loop", RT_NOTE_WARNING, RT_NOTE_ON_TRAIL, 0, "",
                                       "It goes round.", "In detail."));
  rt_ladder_hop_show (self, &hop, notes, "");
  g_assert_cmpstr (rt_ladder_hop_get_words (self), ==,
                   "302 after POST (RFC 9110, section 15.4.3)\nURL: host changed.\n"
                   "Left out: content.\nKept: Accept <b>.\ncurl -L would do otherwise.\n"
                   "Warning: It goes round.");
  rt_test_assert_text (GTK_WIDGET (self), "It goes round.");
  rt_test_assert_text (GTK_WIDGET (self), "curl -L would do otherwise.");
  g_assert_finalize_object (self);
}

static void
test_end (void)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  RtLadderHop *self = RT_LADDER_HOP (g_object_ref_sink (rt_ladder_hop_new ()));

  rt_ladder_hop_show (self, NULL, notes, "Nothing followed.");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (self)));
  g_assert_cmpstr (rt_ladder_hop_get_words (self), ==, "Nothing followed.");
  rt_ladder_hop_show (self, NULL, notes, "");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (self)));
  g_assert_finalize_object (self);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/ladder-hop/new-destroy", test_new_destroy);
  g_test_add_func ("/ladder-hop/hop", test_hop);
  g_test_add_func ("/ladder-hop/end", test_end);

  return g_test_run ();
}
