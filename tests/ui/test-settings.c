/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of settings.c: properties, and the codes seen so far. */

#include "config.h"

#include "settings.h"

static void
count_cb (gpointer  object,
          gpointer  anything,
          guint    *count)
{
  (*count)++;
}

static void
count_lessons_cb (gpointer  object,
                  guint    *count)
{
  (*count)++;
}

static void
check_notify (RtSettings   *settings,
              const char   *name,
              const GValue *first,
              const GValue *second)
{
  g_autofree char *detail = g_strconcat ("notify::", name, NULL);
  guint count = 0;
  gulong id = g_signal_connect (settings, detail, G_CALLBACK (count_cb), &count);

  g_object_set_property (G_OBJECT (settings), name, first);
  count = 0;
  g_object_set_property (G_OBJECT (settings), name, first);
  g_assert_cmpuint (count, ==, 0);
  g_object_set_property (G_OBJECT (settings), name, second);
  g_assert_cmpuint (count, ==, 1);
  g_signal_handler_disconnect (settings, id);
}

static void
test_notify (void)
{
  RtSettings *settings = rt_settings_new ();
  guint n;
  g_autofree GParamSpec **specs =
    g_object_class_list_properties (G_OBJECT_GET_CLASS (settings), &n);

  g_assert_cmpuint (n, ==, 8);
  for (guint i = 0; i < n; i++)
    {
      g_auto (GValue) first = G_VALUE_INIT;
      g_auto (GValue) second = G_VALUE_INIT;

      g_value_init (&first, specs[i]->value_type);
      g_value_init (&second, specs[i]->value_type);
      if (G_VALUE_HOLDS_INT (&first))
        {
          g_value_set_int (&first, 400);
          g_value_set_int (&second, 500);
        }
      else if (G_VALUE_HOLDS_UINT (&first))
        g_value_set_uint (&second, 7);
      else if (G_VALUE_HOLDS_BOOLEAN (&first))
        g_value_set_boolean (&second, TRUE);
      else
        g_value_set_enum (&second, 1);
      check_notify (settings, specs[i]->name, &first, &second);
    }
  g_assert_finalize_object (settings);
}

/* The color scheme is an enumeration with holes: 1 is "force light". */
static void
test_stored (void)
{
  RtSettings *settings = rt_settings_new ();
  RtSettings *again;
  AdwColorScheme scheme;
  guint seconds;
  g_autofree char *stored = NULL;

  g_object_set (settings, "color-scheme", ADW_COLOR_SCHEME_FORCE_DARK,
                "orientation", GTK_ORIENTATION_VERTICAL, "idle-timeout", 9, NULL);
  rt_settings_mark_seen (settings, 418);
  rt_settings_set_body_view (settings, "text/css", "hex");
  again = rt_settings_new ();
  stored = rt_settings_dup_body_view (again, "text/css");
  g_assert_cmpstr (stored, ==, "hex");
  g_object_get (again, "color-scheme", &scheme, NULL);
  g_assert_cmpint (scheme, ==, ADW_COLOR_SCHEME_FORCE_DARK);
  g_assert_cmpint (rt_settings_get_orientation (again), ==, GTK_ORIENTATION_VERTICAL);
  g_object_get (again, "idle-timeout", &seconds, NULL);
  g_assert_cmpuint (seconds, ==, 9);
  g_assert_true (rt_settings_is_seen (again, 418));
  g_assert_false (rt_settings_is_seen (again, 404));
  g_assert_finalize_object (again);
  g_assert_finalize_object (settings);
}

static void
test_seen (void)
{
  RtSettings *settings = rt_settings_new ();
  guint count = 0;

  g_signal_connect (settings, "seen-changed", G_CALLBACK (count_cb), &count);
  g_assert_false (rt_settings_is_seen (settings, 599));
  rt_settings_mark_seen (settings, 599);
  rt_settings_mark_seen (settings, 599);
  g_assert_true (rt_settings_is_seen (settings, 599));
  g_assert_cmpuint (count, ==, 1);
  g_assert_finalize_object (settings);
}

static void
assert_view (RtSettings *settings,
             const char *media_type,
             const char *expected)
{
  g_autofree char *view = rt_settings_dup_body_view (settings, media_type);

  g_assert_cmpstr (view, ==, expected);
}

/* The last choice holds; what was not chosen for long makes room. */
static void
test_body_views (void)
{
  RtSettings *settings = rt_settings_new ();

  assert_view (settings, "a/new", NULL);
  rt_settings_set_body_view (settings, "a/first", "tree");
  rt_settings_set_body_view (settings, "a/kept", "raw");
  for (int i = 0; i < 60; i++)
    {
      g_autofree char *type = g_strdup_printf ("a/%d", i);

      rt_settings_set_body_view (settings, type, "hex");
      rt_settings_set_body_view (settings, "a/kept", i % 2 == 0 ? "tree" : "pretty");
    }
  assert_view (settings, "a/59", "hex");
  assert_view (settings, "a/kept", "pretty");
  assert_view (settings, "a/first", NULL);
  g_assert_finalize_object (settings);
}

static void
test_finished (void)
{
  RtSettings *settings = rt_settings_new ();
  RtSettings *again;
  guint count = 0;

  g_signal_connect (settings, "lessons-changed", G_CALLBACK (count_lessons_cb), &count);
  g_assert_false (rt_settings_is_finished (settings, "01-status"));
  rt_settings_mark_finished (settings, "01-status");
  rt_settings_mark_finished (settings, "own/ü");
  rt_settings_mark_finished (settings, "01-status");
  g_assert_true (rt_settings_is_finished (settings, "01-status"));
  g_assert_false (rt_settings_is_finished (settings, "02-redirect"));
  g_assert_cmpuint (count, ==, 2);

  again = rt_settings_new ();
  g_assert_true (rt_settings_is_finished (again, "01-status"));
  g_assert_true (rt_settings_is_finished (again, "own/ü"));
  g_assert_finalize_object (again);
  g_assert_finalize_object (settings);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/settings/notify", test_notify);
  g_test_add_func ("/settings/stored", test_stored);
  g_test_add_func ("/settings/seen", test_seen);
  g_test_add_func ("/settings/body-views", test_body_views);
  g_test_add_func ("/settings/finished", test_finished);

  return g_test_run ();
}
