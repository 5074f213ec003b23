/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of body-view.c: which views a kind has. */

#include "config.h"

#include "body-view.h"

static void
test_names (void)
{
  for (guint i = 0; i < RT_N_BODY_VIEWS; i++)
    {
      RtBodyView view;

      g_assert_true (rt_body_view_from_nick (rt_body_view_get_nick (i), &view));
      g_assert_cmpint (view, ==, i);
      g_assert_cmpstr (rt_body_view_get_title (i), !=, "");
      g_assert_cmpstr (rt_body_view_get_tooltip (i), !=, "");
    }
  g_assert_false (rt_body_view_from_nick ("none", &(RtBodyView) { 0 }));
  g_assert_false (rt_body_view_from_nick (NULL, &(RtBodyView) { 0 }));
}

/* Every kind with bytes has its default view, and every byte to look at. */
static void
test_kinds (void)
{
  for (guint kind = RT_BODY_KIND_TEXT; kind <= RT_BODY_KIND_BINARY; kind++)
    {
      g_assert_true (rt_body_view_fits (rt_body_view_get_default (kind), kind));
      g_assert_true (rt_body_view_fits (RT_BODY_VIEW_HEX, kind));
      g_assert_true (rt_body_view_fits (RT_BODY_VIEW_RAW, kind) ==
                     (rt_body_kind_is_text (kind) || kind == RT_BODY_KIND_MULTIPART));
    }
  for (guint i = 0; i < RT_N_BODY_VIEWS; i++)
    g_assert_false (rt_body_view_fits (i, RT_BODY_KIND_EMPTY));
  g_assert_true (rt_body_view_fits (RT_BODY_VIEW_TREE, RT_BODY_KIND_NDJSON));
  g_assert_true (rt_body_view_fits (RT_BODY_VIEW_PRETTY, RT_BODY_KIND_SVG));
  g_assert_false (rt_body_view_fits (RT_BODY_VIEW_PRETTY, RT_BODY_KIND_TEXT));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/body-view/names", test_names);
  g_test_add_func ("/body-view/kinds", test_kinds);

  return g_test_run ();
}
