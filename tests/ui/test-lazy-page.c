/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of lazy-page.c: when the child is made, and what it is then. */

#include "config.h"

#include "lazy-page.h"

#include "response/widgets.h"

static void
made_cb (RtLazyPage *page,
         GtkWidget  *child,
         guint      *n)
{
  g_assert_true (rt_lazy_page_get_child (page) == child);
  g_assert_false (gtk_widget_get_mapped (child));
  gtk_button_set_label (GTK_BUTTON (child), "ready");
  (*n)++;
}

/* Asked for by code: once, and told of. */
static void
test_asked (void)
{
  GtkWidget *page = g_object_ref_sink (rt_lazy_page_new (GTK_TYPE_BUTTON));
  GtkWidget *child;
  guint n = 0;

  g_signal_connect (page, "made", G_CALLBACK (made_cb), &n);
  g_assert_null (rt_lazy_page_get_child (RT_LAZY_PAGE (page)));
  child = rt_lazy_page_have_child (RT_LAZY_PAGE (page));
  g_assert_true (GTK_IS_BUTTON (child));
  g_assert_true (rt_lazy_page_have_child (RT_LAZY_PAGE (page)) == child);
  g_assert_true (gtk_widget_get_parent (child) == page);
  g_assert_cmpuint (n, ==, 1);

  g_object_add_weak_pointer (G_OBJECT (child), (gpointer *) &child);
  g_assert_finalize_object (page);
  g_assert_null (child);
}

/* Seen as a page of a stack: only then, and whole in the same frame. */
static void
test_seen (void)
{
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *page = rt_lazy_page_new (GTK_TYPE_BUTTON);
  GtkWindow *window;
  guint n = 0;

  g_signal_connect (page, "made", G_CALLBACK (made_cb), &n);
  gtk_stack_add_named (GTK_STACK (stack), gtk_label_new ("first"), "first");
  gtk_stack_add_named (GTK_STACK (stack), page, "lazy");
  window = rt_test_show (stack);
  g_assert_cmpuint (n, ==, 0);

  gtk_stack_set_visible_child_name (GTK_STACK (stack), "lazy");
  g_assert_cmpuint (n, ==, 1);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_assert_true (gtk_widget_get_mapped (rt_lazy_page_get_child (RT_LAZY_PAGE (page))));
  g_assert_cmpint (gtk_widget_get_width (rt_lazy_page_get_child (RT_LAZY_PAGE (page))), >, 0);

  gtk_stack_set_visible_child_name (GTK_STACK (stack), "first");
  gtk_stack_set_visible_child_name (GTK_STACK (stack), "lazy");
  g_assert_cmpuint (n, ==, 1);
  gtk_window_destroy (window);
}

/* With something in its place it waits until it is asked for. */
static void
test_placeholder (void)
{
  GtkWidget *page = g_object_new (RT_TYPE_LAZY_PAGE,
                                  "child-type", "GtkButton",
                                  "placeholder", gtk_label_new ("nothing yet"),
                                  NULL);
  GtkWindow *window = rt_test_show (page);

  g_assert_null (rt_lazy_page_get_child (RT_LAZY_PAGE (page)));
  rt_test_assert_text (page, "nothing yet");
  gtk_button_set_label (GTK_BUTTON (rt_lazy_page_have_child (RT_LAZY_PAGE (page))), "ready");
  rt_test_assert_no_text (page, "nothing yet");
  rt_test_assert_text (page, "ready");
  g_assert_true (gtk_widget_get_mapped (rt_lazy_page_get_child (RT_LAZY_PAGE (page))));
  gtk_window_destroy (window);
}

/* The keyboard finds the way into it. */
static void
test_focus (void)
{
  GtkWidget *page = rt_lazy_page_new (GTK_TYPE_BUTTON);
  GtkWindow *window = rt_test_show (page);

  g_assert_true (gtk_widget_grab_focus (page));
  g_assert_true (gtk_window_get_focus (window) == rt_lazy_page_get_child (RT_LAZY_PAGE (page)));
  gtk_window_destroy (window);
}

static void
test_new_destroy (void)
{
  GtkWidget *page = g_object_new (RT_TYPE_LAZY_PAGE,
                                  "child-type", "GtkButton",
                                  "placeholder", gtk_label_new (NULL),
                                  NULL);
  g_autofree char *type = NULL;
  GtkWidget *placeholder;

  g_object_get (page, "child-type", &type, "placeholder", &placeholder, NULL);
  g_assert_cmpstr (type, ==, "GtkButton");
  g_assert_true (GTK_IS_LABEL (placeholder));
  g_object_ref_sink (page);
  g_assert_finalize_object (page);
  g_assert_finalize_object (placeholder);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/lazy-page/asked", test_asked);
  g_test_add_func ("/lazy-page/seen", test_seen);
  g_test_add_func ("/lazy-page/placeholder", test_placeholder);
  g_test_add_func ("/lazy-page/focus", test_focus);
  g_test_add_func ("/lazy-page/new-destroy", test_new_destroy);

  return g_test_run ();
}
