/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of fact-row.c: a title and a value. */

#include "config.h"

#include "fact-row.h"

#include "widgets.h"

static void
test_row (void)
{
  GtkWidget *row = g_object_ref_sink (rt_fact_row_new ("Cipher", "<b>none</b>"));

  g_assert_nonnull (rt_test_find (row, "Cipher"));
  rt_test_assert_text (row, "<b>none</b>");
  rt_fact_row_mark_bad (RT_FACT_ROW (row));
  g_assert_finalize_object (row);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/fact-row/row", test_row);

  return g_test_run ();
}
