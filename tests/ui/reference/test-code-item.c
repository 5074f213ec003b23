/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of code-item.c: what a row shows. */

#include "config.h"

#include "code-item.h"

#include "catalogue.h"

static void
count_cb (GObject    *object,
          GParamSpec *pspec,
          guint      *count)
{
  (*count)++;
}

static void
test_code (void)
{
  g_autoptr (RtCatalogue) catalogue = rt_catalogue_new (NULL);
  RtCodeItem *item = rt_code_item_new (rt_catalogue_find_code (catalogue, 404));
  gboolean is_code;
  guint count = 0;

  g_assert_cmpstr (rt_code_item_get_title (item), ==, "Not Found");
  g_assert_cmpstr (rt_code_item_get_vendor (item), ==, "");
  g_object_get (item, "is-code", &is_code, NULL);
  g_assert_true (is_code);
  g_signal_connect (item, "notify", G_CALLBACK (count_cb), &count);
  rt_code_item_set_here (item, TRUE);
  rt_code_item_set_here (item, TRUE);
  g_assert_cmpuint (count, ==, 1);
  rt_code_item_set_seen (item, FALSE);
  g_assert_cmpuint (count, ==, 1);
  rt_code_item_set_seen (item, TRUE);
  g_assert_cmpuint (count, ==, 2);
  g_assert_true (rt_code_item_get_here (item) && rt_code_item_get_seen (item));
  g_assert_finalize_object (item);
}

static void
test_heading (void)
{
  RtCodeItem *item = rt_code_item_new_heading ("4xx");
  gboolean is_code;

  g_object_get (item, "is-code", &is_code, NULL);
  g_assert_false (is_code);
  g_assert_null (rt_code_item_get_code (item));
  g_assert_cmpstr (rt_code_item_get_vendor (item), ==, "");
  g_assert_finalize_object (item);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/code-item/code", test_code);
  g_test_add_func ("/code-item/heading", test_heading);

  return g_test_run ();
}
