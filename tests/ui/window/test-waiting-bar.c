/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of waiting-bar.c: no wait, a wait that is skipped, and one called off. */

#include "config.h"

#include "waiting-bar.h"

#include "widgets.h"

static void
count_cb (RtWaitingBar *bar,
          guint        *count)
{
  (*count)++;
}

static RtWaitingBar *
create_bar (guint *count)
{
  RtWaitingBar *bar = g_object_ref_sink (g_object_new (RT_TYPE_WAITING_BAR, NULL));

  g_signal_connect (bar, "due", G_CALLBACK (count_cb), count);

  return bar;
}

static void
test_no_wait (void)
{
  guint count = 0;
  RtWaitingBar *bar = create_bar (&count);

  rt_waiting_bar_start (bar, 0);
  g_assert_cmpuint (count, ==, 1);
  g_assert_false (rt_waiting_bar_waits (bar));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (bar)));
  g_assert_finalize_object (bar);
}

static void
test_skipped (void)
{
  guint count = 0;
  RtWaitingBar *bar = create_bar (&count);

  rt_waiting_bar_start (bar, 3600);
  g_assert_true (rt_waiting_bar_waits (bar));
  rt_test_assert_text (GTK_WIDGET (bar), "It is sent again in 3600 seconds.");
  g_signal_emit_by_name (rt_test_find (GTK_WIDGET (bar), "Send Now"), "clicked");
  g_assert_cmpuint (count, ==, 1);
  g_assert_false (rt_waiting_bar_waits (bar));
  g_assert_finalize_object (bar);
}

static void
test_called_off (void)
{
  guint count = 0;
  RtWaitingBar *bar = create_bar (&count);

  rt_waiting_bar_start (bar, 3600);
  g_signal_emit_by_name (rt_test_find (GTK_WIDGET (bar), "Do Not Send"), "clicked");
  g_assert_cmpuint (count, ==, 0);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (bar)));
  rt_waiting_bar_start (bar, 3600);
  g_assert_true (rt_waiting_bar_waits (bar));
  g_assert_finalize_object (bar);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/waiting-bar/no-wait", test_no_wait);
  g_test_add_func ("/waiting-bar/skipped", test_skipped);
  g_test_add_func ("/waiting-bar/called-off", test_called_off);

  return g_test_run ();
}
