/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of view-choice.c: by media type, and only what there is. */

#include "config.h"

#include "view-choice.h"

#include "contents.h"

static void
test_choice (void)
{
  g_autoptr (RtSettings) settings = rt_settings_new ();
  g_autoptr (RtBodyContent) json = rt_test_content_new ("application/json", "[1]", -1);
  g_autoptr (RtBodyContent) other = rt_test_content_new ("Application/JSON; a=b", "[2]", -1);
  g_autoptr (RtBodyContent) text = rt_test_content_new ("text/plain", "[1", -1);
  g_autoptr (RtBodyContent) none = rt_test_content_new (NULL, "\001\002", -1);

  g_assert_cmpint (rt_view_choice_find (NULL, json), ==, RT_BODY_VIEW_PRETTY);
  rt_view_choice_remember (NULL, json, RT_BODY_VIEW_TREE);
  rt_view_choice_remember (settings, json, RT_BODY_VIEW_TREE);
  g_assert_cmpint (rt_view_choice_find (NULL, json), ==, RT_BODY_VIEW_PRETTY);
  g_assert_cmpint (rt_view_choice_find (settings, json), ==, RT_BODY_VIEW_TREE);
  g_assert_cmpint (rt_view_choice_find (settings, other), ==, RT_BODY_VIEW_TREE);
  g_assert_cmpint (rt_view_choice_find (settings, text), ==, RT_BODY_VIEW_RAW);
  /* A view that this body has not. */
  rt_view_choice_remember (settings, text, RT_BODY_VIEW_TREE);
  g_assert_cmpint (rt_view_choice_find (settings, text), ==, RT_BODY_VIEW_RAW);
  g_assert_cmpint (rt_view_choice_find (settings, none), ==, RT_BODY_VIEW_HEX);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/view-choice/choice", test_choice);

  return g_test_run ();
}
