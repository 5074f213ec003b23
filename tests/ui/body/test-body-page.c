/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of body-page.c: every view has its page, and any page shows any body. */

#include "config.h"

#include "body-page.h"

#include "contents.h"
#include "widgets.h"

static void
test_pages (void)
{
  static const char * const types[] = {
    "application/json", "text/plain", "multipart/mixed; boundary=x", "text/event-stream",
    "application/x-www-form-urlencoded", "image/png", "application/octet-stream",
  };

  for (guint i = 0; i < RT_N_BODY_VIEWS; i++)
    {
      GtkWidget *page = g_object_ref_sink (rt_body_page_new (i));

      g_assert_cmpstr (rt_body_page_get_name (i), !=, NULL);
      g_assert_true (RT_IS_BODY_PAGE (page));
      for (guint j = 0; j < G_N_ELEMENTS (types); j++)
        {
          g_autoptr (RtBodyContent) content = rt_test_content_new (types[j], "--x\r\n\r\na=1", -1);

          rt_body_page_show (RT_BODY_PAGE (page), content, i);
          rt_body_page_show (RT_BODY_PAGE (page), content, i);
        }
      rt_body_page_show (RT_BODY_PAGE (page), NULL, i);
      g_assert_false (rt_body_page_is_busy (RT_BODY_PAGE (page)));
      g_object_run_dispose (G_OBJECT (page));
      g_object_unref (page);
    }
}

/* Views that are text can be searched, gone through and copied. */
static void
test_abilities (void)
{
  GtkWidget *lines = g_object_ref_sink (rt_body_page_new (RT_BODY_VIEW_RAW));
  GtkWidget *tree = g_object_ref_sink (rt_body_page_new (RT_BODY_VIEW_TREE));

  g_assert_true (rt_body_page_can_find (RT_BODY_PAGE (lines)));
  g_assert_true (rt_body_page_can_go_to (RT_BODY_PAGE (lines)));
  g_assert_true (rt_body_page_can_copy (RT_BODY_PAGE (lines)));
  g_assert_true (rt_body_page_can_find (RT_BODY_PAGE (tree)));
  g_assert_false (rt_body_page_can_go_to (RT_BODY_PAGE (tree)));
  g_assert_finalize_object (lines);
  g_assert_finalize_object (tree);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/body-page/pages", test_pages);
  g_test_add_func ("/body-page/abilities", test_abilities);

  return g_test_run ();
}
