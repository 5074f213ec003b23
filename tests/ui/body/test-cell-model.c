/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of cell-model.c: rows are made when they are looked at. */

#include "config.h"

#include "cell-model.h"

#include "widgets.h"

#include <string.h>

static void
fill (RtCellRow *row,
      guint      index,
      gpointer   data)
{
  guint *made = data;

  (*made)++;
  rt_cell_row_take (row, 0, g_strdup_printf ("row %u", index));
}

static void
changed_cb (GListModel *model,
            guint       position,
            guint       removed,
            guint       added,
            gpointer    data)
{
  g_string_append_printf (data, "%u-%u+%u ", position, removed, added);
}

static void
test_rows (void)
{
  guint made = 0;
  g_autoptr (GString) changes = g_string_new (NULL);
  RtCellModel *model = rt_cell_model_new (fill, &made);
  g_autoptr (RtCellRow) row = NULL;

  g_signal_connect (model, "items-changed", G_CALLBACK (changed_cb), changes);
  rt_cell_model_change (model, 0, 1000000);
  rt_cell_model_change (model, 999999, 1000002);
  rt_cell_model_change (model, 1000002, 1000002);
  g_assert_cmpuint (made, ==, 0);
  row = g_list_model_get_item (G_LIST_MODEL (model), 999999);
  g_assert_cmpuint (made, ==, 1);
  g_assert_cmpstr (rt_cell_row_get (row, 0), ==, "row 999999");
  g_assert_cmpstr (rt_cell_row_get (row, 1), ==, "");
  g_assert_cmpuint (rt_cell_row_get_index (row), ==, 999999);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (model), 1000002));
  rt_cell_model_change (model, 5, 0);
  g_assert_cmpstr (changes->str, ==, "0-0+1000000 999999-1+3 0-1000002+0 ");
  g_assert_finalize_object (model);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/cell-model/rows", test_rows);

  return g_test_run ();
}
