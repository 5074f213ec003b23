/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/ui/tabs.c. */

#include "tabs.h"

#define N_PAGES 12

typedef struct
{
  GtkWindow     *window;
  GtkStack      *stack;
  GtkWidget     *switcher;
  GtkAdjustment *adjustment;
} Fixture;

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  f->stack = GTK_STACK (gtk_stack_new ());
  for (int i = 0; i < N_PAGES; i++)
    {
      g_autofree char *name = g_strdup_printf ("A page called %d", i);

      gtk_stack_add_titled (f->stack, gtk_label_new (name), name, name);
    }
  f->switcher = gtk_stack_switcher_new ();
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (f->switcher), f->stack);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_EXTERNAL,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), f->switcher);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (f->stack));
  f->adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller));
  f->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (f->window, 300, 200);
  gtk_window_set_child (f->window, box);
  rt_tabs_keep_in_sight (GTK_STACK_SWITCHER (f->switcher));
  gtk_window_present (f->window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (f->window));
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  gtk_window_destroy (f->window);
}

static void
assert_in_sight (Fixture *f,
                 int      position)
{
  GtkWidget *tab = gtk_widget_get_first_child (f->switcher);
  double start = gtk_adjustment_get_value (f->adjustment);
  double end = start + gtk_adjustment_get_page_size (f->adjustment);
  graphene_rect_t bounds;

  for (int i = 0; i < position; i++)
    tab = gtk_widget_get_next_sibling (tab);
  g_assert_true (gtk_widget_compute_bounds (tab, f->switcher, &bounds));
  g_test_message ("%d: %g to %g in %g to %g", position, bounds.origin.x,
                  bounds.origin.x + bounds.size.width, start, end);
  g_assert_cmpfloat (bounds.size.width, >, 0);
  g_assert_cmpfloat (bounds.origin.x, >=, start);
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, end);
}

static void
choose (Fixture *f,
        int      position)
{
  g_autofree char *name = g_strdup_printf ("A page called %d", position);

  gtk_stack_set_visible_child_name (f->stack, name);
}

static void
test_chosen (Fixture       *f,
             gconstpointer  data)
{
  static const int order[] = { 1, N_PAGES - 1, 5, 6, 0, N_PAGES - 2 };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      choose (f, order[i]);
      assert_in_sight (f, order[i]);
    }
}

/* The chosen tab stays in sight when the room gets small. */
static void
test_narrower (Fixture       *f,
               gconstpointer  data)
{
  gtk_window_set_default_size (f->window, 900, 200);
  while (gtk_adjustment_get_page_size (f->adjustment) < 700)
    g_main_context_iteration (NULL, TRUE);
  choose (f, 4);
  assert_in_sight (f, 4);
  gtk_window_set_default_size (f->window, 200, 200);
  while (gtk_adjustment_get_page_size (f->adjustment) > 300)
    g_main_context_iteration (NULL, TRUE);
  assert_in_sight (f, 4);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add ("/tabs/chosen", Fixture, NULL, set_up, test_chosen, tear_down);
  g_test_add ("/tabs/narrower", Fixture, NULL, set_up, test_narrower, tear_down);

  return g_test_run ();
}
