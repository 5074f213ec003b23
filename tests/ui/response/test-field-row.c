/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of field-row.c: a field and a heading in one row. */

#include "config.h"

#include "field-row.h"

#include "widgets.h"

#include <string.h>

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_FIELD_ROW);
}

static void
test_item (void)
{
  static const char text[] = "HTTP/1.1 200 OK\r\nX <b>: <i>markup</i>\r\n\r\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (RtHead) head = rt_head_parse (RT_HEAD_RESPONSE, bytes);
  g_autoptr (RtFieldItem) field = rt_field_item_new_field (head, 0, NULL);
  g_autoptr (RtFieldItem) section = rt_field_item_new_section ("Response", "");
  GtkWidget *row = g_object_ref_sink (rt_field_row_new ());

  rt_field_row_set_item (RT_FIELD_ROW (row), field);
  rt_test_assert_text (row, "<i>markup</i>");
  rt_test_assert_text (row, "The name is not a token.");
  rt_field_row_set_item (RT_FIELD_ROW (row), section);
  rt_test_assert_text (row, "Response");
  rt_test_assert_no_text (row, "markup");
  rt_field_row_set_item (RT_FIELD_ROW (row), NULL);
  g_assert_finalize_object (row);
}

static void
test_notes (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("HTTP/1.1 200 OK\r\nAge: 60\r\n\r\n", 31);
  g_autoptr (RtHead) head = rt_head_parse (RT_HEAD_RESPONSE, bytes);
  g_autoptr (RtFieldItem) item = rt_field_item_new_field (head, 0, NULL);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWidget *row = g_object_ref_sink (rt_field_row_new ());

  g_ptr_array_add (notes, rt_note_new ("a", RT_NOTE_WARNING, RT_NOTE_ON_FIELD, 0, "",
                                       "It is <b>odd</b>.", "B."));
  rt_field_item_set_notes (item, notes, RT_NOTE_ON_FIELD);
  rt_field_row_set_item (RT_FIELD_ROW (row), item);
  rt_test_assert_text (row, "It is <b>odd</b>.");
  rt_field_row_set_item (RT_FIELD_ROW (row), NULL);
  rt_test_assert_no_text (row, "odd");
  g_assert_finalize_object (row);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/field-row/notes", test_notes);
  g_test_add_func ("/field-row/new-destroy", test_new_destroy);
  g_test_add_func ("/field-row/item", test_item);

  return g_test_run ();
}
