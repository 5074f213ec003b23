/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/engine/pair.c. */

#include "pair.h"

static void
count_cb (guint *count)
{
  (*count)++;
}

/* Set A notifies, A again does not, B does, NULL does where it may be NULL. */
static void
test_notify (void)
{
  static const char *const texts[] = { "name", "value", "file", "media-type" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      RtPair *pair = rt_pair_new ("n", "v");
      g_autofree char *signal = g_strconcat ("notify::", texts[i], NULL);
      g_autofree char *text = NULL;
      guint count = 0;
      guint all = 0;

      g_signal_connect_swapped (pair, signal, G_CALLBACK (count_cb), &count);
      g_signal_connect_swapped (pair, "notify", G_CALLBACK (count_cb), &all);
      g_object_set (pair, texts[i], "A", NULL);
      g_assert_cmpuint (count, ==, 1);
      g_object_set (pair, texts[i], "A", NULL);
      g_assert_cmpuint (count, ==, 1);
      g_object_set (pair, texts[i], "B", NULL);
      g_assert_cmpuint (count, ==, 2);
      g_object_set (pair, texts[i], NULL, NULL);
      g_assert_cmpuint (count, ==, 3);
      g_assert_cmpuint (all, ==, 3);
      g_object_get (pair, texts[i], &text, NULL);
      g_assert_cmpstr (text, ==, g_str_equal (texts[i], "file") ? NULL : "");
      g_assert_finalize_object (pair);
    }
}

static void
test_enabled (void)
{
  RtPair *pair = rt_pair_new ("n", "v");
  guint count = 0;
  gboolean enabled;

  g_signal_connect_swapped (pair, "notify::enabled", G_CALLBACK (count_cb), &count);
  g_assert_true (rt_pair_get_enabled (pair));
  rt_pair_set_enabled (pair, 7);
  g_assert_cmpuint (count, ==, 0);
  rt_pair_set_enabled (pair, FALSE);
  rt_pair_set_enabled (pair, FALSE);
  g_assert_cmpuint (count, ==, 1);
  g_object_set (pair, "enabled", TRUE, NULL);
  g_assert_cmpuint (count, ==, 2);
  g_object_get (pair, "enabled", &enabled, NULL);
  g_assert_true (enabled);
  g_assert_finalize_object (pair);
}

static void
test_copy (void)
{
  g_autoptr(RtPair) pair = rt_pair_new ("n", "v");
  RtPair *copy;

  rt_pair_set_enabled (pair, FALSE);
  rt_pair_set_file (pair, "/f");
  rt_pair_set_media_type (pair, "a/b");
  copy = rt_pair_copy (pair);
  rt_pair_set_name (pair, "other");
  rt_pair_set_value (pair, "other");
  rt_pair_set_file (pair, NULL);

  g_assert_cmpstr (rt_pair_get_name (copy), ==, "n");
  g_assert_cmpstr (rt_pair_get_value (copy), ==, "v");
  g_assert_cmpstr (rt_pair_get_file (copy), ==, "/f");
  g_assert_cmpstr (rt_pair_get_media_type (copy), ==, "a/b");
  g_assert_false (rt_pair_get_enabled (copy));
  g_assert_finalize_object (copy);
}

static void
test_null (void)
{
  g_autoptr(RtPair) pair = rt_pair_new (NULL, NULL);

  g_assert_cmpstr (rt_pair_get_name (pair), ==, "");
  g_assert_cmpstr (rt_pair_get_value (pair), ==, "");
  g_assert_null (rt_pair_get_file (pair));
  g_assert_cmpstr (rt_pair_get_media_type (pair), ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pair/notify", test_notify);
  g_test_add_func ("/pair/enabled", test_enabled);
  g_test_add_func ("/pair/copy", test_copy);
  g_test_add_func ("/pair/null", test_null);

  return g_test_run ();
}
