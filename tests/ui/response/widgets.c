/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "widgets.h"

#include <adwaita.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void
rt_test_init_widgets (int    *argc,
                      char ***argv)
{
  g_test_init (argc, argv, NULL);
  if (!gtk_init_check ())
    {
      printf ("1..0 # SKIP there is no display\n");
      exit (0);
    }
  adw_init ();
}

void
rt_test_new_destroy (GType type)
{
  GtkWidget *widget = g_object_ref_sink (g_object_new (type, NULL));

  g_object_add_weak_pointer (G_OBJECT (widget), (gpointer *) &widget);
  g_object_unref (widget);
  g_assert_null (widget);
}

GtkWidget *
rt_test_find_as (GtkWidget  *root,
                 GType       type,
                 const char *label)
{
  g_autofree char *difference = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (root), type) &&
      gtk_test_accessible_has_property (GTK_ACCESSIBLE (root), GTK_ACCESSIBLE_PROPERTY_LABEL))
    {
      difference = gtk_test_accessible_check_property (GTK_ACCESSIBLE (root),
                                                       GTK_ACCESSIBLE_PROPERTY_LABEL, label);
      if (difference == NULL)
        return root;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = rt_test_find_as (child, type, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

GtkWidget *
rt_test_find (GtkWidget  *root,
              const char *label)
{
  return rt_test_find_as (root, GTK_TYPE_WIDGET, label);
}

static void
collect (GtkWidget *widget,
         GString   *text)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  if (GTK_IS_TEXT_VIEW (widget))
    {
      g_autofree char *content = NULL;

      g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), "text", &content, NULL);
      g_string_append_printf (text, "%s\n", content);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, text);
}

char *
rt_test_dup_text (GtkWidget *root)
{
  GString *text = g_string_new (NULL);

  collect (root, text);

  return g_string_free (text, FALSE);
}

void
rt_test_assert_text (GtkWidget  *root,
                     const char *text)
{
  g_autofree char *all = rt_test_dup_text (root);

  if (strstr (all, text) == NULL)
    g_error ("“%s” is not in:\n%s", text, all);
}

void
rt_test_assert_no_text (GtkWidget  *root,
                        const char *text)
{
  g_autofree char *all = rt_test_dup_text (root);

  if (strstr (all, text) != NULL)
    g_error ("“%s” is in:\n%s", text, all);
}

void
rt_test_wait (gboolean (*condition) (gpointer data),
              gpointer   data)
{
  while (!condition (data))
    g_main_context_iteration (NULL, TRUE);
}

GtkWindow *
rt_test_show (GtkWidget *child)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 600, 700);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);

  return GTK_WINDOW (window);
}

void
rt_test_load_look (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  GdkDisplay *display = gdk_display_get_default ();

  gtk_css_provider_load_from_resource (provider, "/io/github/roundtrip_app/Roundtrip/style.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (display),
                                    "/io/github/roundtrip_app/Roundtrip/icons");
}
