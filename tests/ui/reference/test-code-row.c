/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of code-row.c: the same in colour and in words. */

#include "config.h"

#include "code-row.h"

#include "catalogue.h"
#include "widgets.h"

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_CODE_ROW);
}

static void
test_words (void)
{
  g_autoptr (RtCatalogue) catalogue = rt_catalogue_new (NULL);
  g_autoptr (RtCodeItem) item = rt_code_item_new (rt_catalogue_find_code (catalogue, 404));
  g_autoptr (RtCodeItem) own = rt_code_item_new (rt_catalogue_find_code (catalogue, 499));
  g_autoptr (RtCodeItem) heading = rt_code_item_new_heading ("4xx Client error");
  GtkWidget *widget = g_object_ref_sink (rt_code_row_new ());
  RtCodeRow *row = RT_CODE_ROW (widget);

  g_object_set (row, "item", item, NULL);
  g_assert_cmpstr (rt_code_row_get_description (row), ==, "404 Not Found");
  rt_code_item_set_seen (item, TRUE);
  g_assert_cmpstr (rt_code_row_get_description (row), ==, "404 Not Found, seen before");
  rt_code_item_set_here (item, TRUE);
  g_assert_cmpstr (rt_code_row_get_description (row), ==, "404 Not Found, you are here");
  g_assert_nonnull (rt_test_find (widget, "404 Not Found, you are here"));
  rt_test_assert_text (widget, "here");

  g_object_set (row, "item", own, NULL);
  g_assert_nonnull (strstr (rt_code_row_get_description (row), ", unofficial, nginx"));
  rt_test_assert_no_text (widget, "here");
  g_object_set (row, "item", heading, NULL);
  g_assert_cmpstr (rt_code_row_get_description (row), ==, "4xx Client error");
  rt_test_assert_text (widget, "4xx Client error");
  rt_test_assert_no_text (widget, "499");
  g_object_set (row, "item", item, NULL);
  rt_test_assert_text (widget, "Not Found");
  rt_test_assert_text (widget, "here");
  rt_test_assert_no_text (widget, "nginx");
  rt_test_assert_no_text (widget, "4xx Client error");
  g_assert_finalize_object (widget);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/code-row/new-destroy", test_new_destroy);
  g_test_add_func ("/code-row/words", test_words);

  return g_test_run ();
}
