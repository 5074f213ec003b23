/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of step-row.c: the button, its words, and that it is heard. */

#include "config.h"

#include "step-row.h"

#include "exchanges.h"
#include "widgets.h"

static RtNextStep *
create_step (void)
{
  g_autoptr(RtTrail) trail =
    rt_test_trail_new (rt_test_exchange_new_at (0, "POST", "http://e/",
                                                "HTTP/1.1 405 No\r\nAllow: GET\r\n\r\n", "", 0),
                       NULL);
  g_autoptr(GPtrArray) steps = rt_next_steps_for_exchange (trail, 0, 0);

  g_assert_cmpuint (steps->len, >, 0);

  return g_object_ref (g_ptr_array_index (steps, 0));
}

static void
chosen_cb (RtStepRow *row,
           guint     *count)
{
  (*count)++;
}

static void
test_chosen (void)
{
  g_autoptr(RtNextStep) step = create_step ();
  GtkWidget *row = g_object_ref_sink (rt_step_row_new (step));
  GtkWidget *button = rt_test_find (row, rt_next_step_get_label (step));
  guint count = 0;

  g_assert_true (GTK_IS_BUTTON (button));
  rt_test_assert_text (row, rt_next_step_get_words (step));
  g_assert_true (rt_step_row_get_step (RT_STEP_ROW (row)) == step);
  g_signal_connect (row, "chosen", G_CALLBACK (chosen_cb), &count);
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (count, ==, 1);
  g_assert_finalize_object (row);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/step-row/chosen", test_chosen);

  return g_test_run ();
}
