/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of tree-view.c: opening, the path, the filter, what is copied. */

#include "config.h"

#include "tree-view.h"

#include "contents.h"
#include "views.h"
#include "widgets.h"

#include <string.h>

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_TREE_VIEW);
}

static gboolean
is_ready (gpointer data)
{
  return !rt_body_page_is_busy (data);
}

static GtkSingleSelection *
get_selection (GtkWidget *view)
{
  GtkWidget *list = rt_test_find (view, "Response body tree");

  return GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
}

static void
assert_path (GtkWidget  *view,
             guint       position,
             const char *path)
{
  gtk_single_selection_set_selected (get_selection (view), position);
  rt_test_assert_text (view, path);
}

static GtkWidget *
show (const char *text)
{
  g_autoptr (RtJsonTree) tree = rt_test_tree_new (text);
  GtkWidget *view = rt_tree_view_new ();

  rt_tree_view_set_tree (RT_TREE_VIEW (view), tree);
  rt_test_show (view);

  return view;
}

static void
end (GtkWidget *view)
{
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (view)));
}

/* The root is open; its children open when they are asked to. */
static void
test_open (void)
{
  GtkWidget *view = show ("{\"a\":[10,{\"b\":20}],\"c\":30}");
  GListModel *model = G_LIST_MODEL (get_selection (view));
  GtkWidget *list = rt_test_find (view, "Response body tree");

  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 3);
  rt_test_assert_text (view, "[ ] 2 items");
  g_signal_emit_by_name (list, "activate", 1);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 5);
  assert_path (view, 0, "$");
  assert_path (view, 3, "$['a'][1]");
  g_signal_emit_by_name (list, "activate", 3);
  assert_path (view, 4, "$['a'][1]['b']");
  g_signal_emit_by_name (list, "activate", 1);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 3);
  end (view);
}

static void
filter (GtkWidget  *view,
        const char *text)
{
  GtkWidget *entry = rt_test_find (view, "Filter the tree");

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
  rt_test_wait (is_ready, view);
}

static void
test_filter (void)
{
  GtkWidget *view = show ("{\"a\":[{\"id\":1},{\"id\":5}],\"blue\":\"sky\"}");

  filter (view, "$.a[?@.id > 3]");
  rt_test_assert_text (view, "1 value fits.");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_selection (view))), ==, 1);
  assert_path (view, 0, "$['a'][1]");
  filter (view, "SKY");
  rt_test_assert_text (view, "1 value fits.");
  assert_path (view, 0, "$['blue']");
  filter (view, "nowhere");
  rt_test_assert_text (view, "Nothing fits.");
  filter (view, "$.a[");
  rt_test_assert_no_text (view, "Nothing fits.");
  filter (view, "");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_selection (view))), ==, 3);
  end (view);
}

/* Chosen just before: the window's first focus, whenever it comes, chooses the first
 * row. */
static void
assert_copied (GtkWidget  *view,
               guint       position,
               const char *what,
               const char *expected)
{
  g_autofree char *text = NULL;

  gtk_single_selection_set_selected (get_selection (view), position);
  gtk_widget_activate_action (view, "tree.copy", "s", what);
  text = rt_test_dup_clipboard (gtk_widget_get_clipboard (view));
  g_assert_cmpstr (text, ==, expected);
}

static void
test_copy (void)
{
  GtkWidget *view = show ("{\"a/b\":\"\\u0041\\n\",\"n\":1e400,\"o\":{\"x\":[1 , 2]}}");

  assert_copied (view, 1, "value", "A\n");
  assert_copied (view, 1, "path", "$['a/b']");
  assert_copied (view, 1, "pointer", "/a~1b");
  assert_copied (view, 2, "value", "1e400");
  assert_copied (view, 3, "value", "{\"x\":[1 , 2]}");
  assert_copied (view, 3, "json", "{\n  \"x\": [\n    1,\n    2\n  ]\n}");
  end (view);
}

/* A tree that has nothing yet shows its root when it comes. */
static void
test_arriving (void)
{
  g_autoptr (RtBodyContent) content = rt_body_content_new ("application/json");
  GtkWidget *view = rt_tree_view_new ();
  GtkWidget *list;

  rt_test_content_extend (content, " ", 1, FALSE);
  rt_tree_view_set_tree (RT_TREE_VIEW (view), rt_body_content_get_tree (content));
  rt_test_show (view);
  list = rt_test_find (view, "Response body tree");
  g_assert_null (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
  rt_test_content_extend (content, " [7]", 4, TRUE);
  while (gtk_list_view_get_model (GTK_LIST_VIEW (list)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_selection (view))), ==, 2);
  end (view);
}

static gboolean
says_so_far (gpointer data)
{
  g_autofree char *text = rt_test_dup_text (data);

  return strstr (text, "Nothing fits so far.") != NULL;
}

static gboolean
says_one_fits (gpointer data)
{
  g_autofree char *text = rt_test_dup_text (data);

  return strstr (text, "1 value fits.") != NULL;
}

/* What did not fit while a part was there is found when the rest is. */
static void
test_filter_arriving (void)
{
  g_autoptr (RtBodyContent) content = rt_body_content_new ("application/json");
  GtkWidget *view = rt_tree_view_new ();
  GtkWidget *entry;

  rt_test_content_extend (content, "[41,", 4, FALSE);
  rt_tree_view_set_tree (RT_TREE_VIEW (view), rt_body_content_get_tree (content));
  rt_test_show (view);
  entry = rt_test_find (view, "Filter the tree");
  gtk_editable_set_text (GTK_EDITABLE (entry), "42");
  g_signal_emit_by_name (entry, "search-changed");
  rt_test_assert_text (view, "Searching…");
  rt_test_wait (says_so_far, view);
  rt_test_content_extend (content, "[41,42]", 7, TRUE);
  rt_test_wait (says_one_fits, view);
  assert_path (view, 0, "$[1]");
  end (view);
}

static GtkWidget *
find_menu (GtkWidget *view)
{
  GtkWidget *child = gtk_widget_get_last_child (view);

  while (child != NULL && !GTK_IS_POPOVER_MENU (child))
    child = gtk_widget_get_prev_sibling (child);
  g_assert_nonnull (child);

  return child;
}

/* The menu stands at the row that has the focus, and gives it back. */
static void
test_menu_keys (void)
{
  GtkWidget *view = show ("[1,2,3]");
  GtkWidget *list = rt_test_find (view, "Response body tree");
  GtkRoot *root = gtk_widget_get_root (view);
  GtkWidget *menu = find_menu (view);
  GtkWidget *row = gtk_widget_get_next_sibling (gtk_widget_get_first_child (list));
  graphene_rect_t place;
  GdkRectangle at;

  gtk_widget_grab_focus (row);
  g_assert_true (gtk_widget_compute_bounds (row, view, &place));
  gtk_widget_activate_action (view, "tree.menu", NULL);
  g_assert_true (gtk_popover_get_pointing_to (GTK_POPOVER (menu), &at));
  g_assert_cmpint (at.y, ==, (int) place.origin.y);
  gtk_popover_popdown (GTK_POPOVER (menu));
  g_assert_true (gtk_root_get_focus (root) == row);
  end (view);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/tree-view/new-destroy", test_new_destroy);
  g_test_add_func ("/tree-view/open", test_open);
  g_test_add_func ("/tree-view/filter", test_filter);
  g_test_add_func ("/tree-view/copy", test_copy);
  g_test_add_func ("/tree-view/arriving", test_arriving);
  g_test_add_func ("/tree-view/filter-arriving", test_filter_arriving);
  g_test_add_func ("/tree-view/menu-keys", test_menu_keys);

  return g_test_run ();
}
