/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of form-view.c: decoded names and values, and what is wrong with them. */

#include "config.h"

#include "form-view.h"

#include "contents.h"
#include "views.h"
#include "widgets.h"

#include <string.h>

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_FORM_VIEW);
}

static gboolean
is_there (gpointer view)
{
  return !rt_body_page_is_busy (RT_BODY_PAGE (view));
}

static guint
count_rows (GtkWidget *view)
{
  GtkWidget *list = rt_test_find_as (view, GTK_TYPE_COLUMN_VIEW, "Form data");

  return g_list_model_get_n_items (
    G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (list))));
}

static void
show_form (GtkWidget  *view,
           const char *data)
{
  g_autoptr (RtBodyContent) content =
    rt_test_content_new ("application/x-www-form-urlencoded", data, -1);

  rt_body_page_show (RT_BODY_PAGE (view), content, RT_BODY_VIEW_FORM);
  rt_test_wait (is_there, view);
}

static void
assert_copied (GtkWidget  *view,
               const char *action,
               const char *expected)
{
  g_autofree char *text = NULL;

  gtk_widget_activate_action (view, action, NULL);
  text = rt_test_dup_clipboard (gtk_widget_get_clipboard (view));
  g_assert_cmpstr (text, ==, expected);
}

static gboolean
has_notes (gpointer view)
{
  g_autofree char *text = rt_test_dup_text (view);

  return strstr (text, "two hexadecimal digits") != NULL;
}

static void
test_fields (void)
{
  GtkWidget *view = rt_form_view_new ();
  GtkWindow *window = rt_test_show (view);

  show_form (view, "first+name=Ada+L.&city=Z%C3%BCrich&bad=%zz&flag");
  g_assert_cmpuint (count_rows (view), ==, 4);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  rt_test_assert_text (view, "first name");
  rt_test_assert_text (view, "Zürich");
  rt_test_assert_text (view, "%zz");
  rt_test_wait (has_notes, view);
  rt_test_assert_text (view, "no “=”");
  assert_copied (view, "form.copy-name", "first name");
  assert_copied (view, "form.copy-value", "Ada L.");
  rt_body_page_show (RT_BODY_PAGE (view), NULL, RT_BODY_VIEW_FORM);
  g_assert_cmpuint (count_rows (view), ==, 0);
  gtk_widget_activate_action (view, "form.copy-value", NULL);
  gtk_window_destroy (window);
}

/* What arrives is there; other bytes take the place of all. */
static void
test_arriving (void)
{
  GtkWidget *view = rt_form_view_new ();
  GtkWindow *window = rt_test_show (view);
  g_autoptr (RtBodyContent) content = rt_body_content_new ("application/x-www-form-urlencoded");

  rt_test_content_extend (content, "a=1&b", -1, FALSE);
  rt_body_page_show (RT_BODY_PAGE (view), content, RT_BODY_VIEW_FORM);
  g_assert_cmpuint (count_rows (view), ==, 1);
  g_assert_true (rt_body_page_is_busy (RT_BODY_PAGE (view)));
  rt_test_content_extend (content, "a=1&b=2&c=3", -1, TRUE);
  rt_test_wait (is_there, view);
  while (count_rows (view) != 3)
    g_main_context_iteration (NULL, TRUE);
  show_form (view, "x=y");
  g_assert_cmpuint (count_rows (view), ==, 1);
  gtk_window_destroy (window);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/form-view/new-destroy", test_new_destroy);
  g_test_add_func ("/form-view/fields", test_fields);
  g_test_add_func ("/form-view/arriving", test_arriving);

  return g_test_run ();
}
