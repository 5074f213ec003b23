/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/ui/row-list.c. */

#include "config.h"

#include "row-list.h"

#include "response/widgets.h"

static void
test_rows (void)
{
  GtkListBox *list = g_object_ref_sink (GTK_LIST_BOX (gtk_list_box_new ()));
  AdwActionRow *first = rt_row_list_append (list, "Vary & <b>", "why</b>");
  AdwActionRow *second = rt_row_list_append (list, "Age", NULL);

  g_assert_true (gtk_list_box_get_row_at_index (list, 0) == GTK_LIST_BOX_ROW (first));
  g_assert_true (gtk_list_box_get_row_at_index (list, 1) == GTK_LIST_BOX_ROW (second));
  rt_test_assert_text (GTK_WIDGET (first), "Vary & <b>");
  rt_test_assert_text (GTK_WIDGET (first), "why</b>");
  rt_row_list_clear (list);
  g_assert_null (gtk_list_box_get_row_at_index (list, 0));
  rt_row_list_clear (list);
  g_assert_finalize_object (list);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/row-list/rows", test_rows);

  return g_test_run ();
}
