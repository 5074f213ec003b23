/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Opens one bar or the other. */

#include "config.h"

#include "text-page.h"

#include "find-bar.h"
#include "go-to-bar.h"
#include "template.h"

struct _RtTextPage
{
  GtkWidget   parent_instance;

  RtFindBar  *find_bar;
  RtGoToBar  *go_to_bar;
  RtLineView *view;
};

G_DEFINE_FINAL_TYPE (RtTextPage, rt_text_page, GTK_TYPE_WIDGET)

static void
find_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  RtTextPage *self = RT_TEXT_PAGE (widget);

  gtk_widget_set_visible (GTK_WIDGET (self->go_to_bar), FALSE);
  rt_find_bar_open (self->find_bar);
}

static void
find_other_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  RtTextPage *self = RT_TEXT_PAGE (widget);

  if (gtk_widget_get_visible (GTK_WIDGET (self->find_bar)))
    rt_find_bar_go (self->find_bar, g_str_equal (action_name, "text.find-previous"));
  else
    find_action (widget, action_name, NULL);
}

static void
go_to_line_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  RtTextPage *self = RT_TEXT_PAGE (widget);

  if (gtk_widget_get_visible (GTK_WIDGET (self->find_bar)))
    rt_find_bar_close (self->find_bar);
  rt_go_to_bar_open (self->go_to_bar);
}

static void
rt_text_page_dispose (GObject *object)
{
  RtTextPage *self = RT_TEXT_PAGE (object);

  if (self->find_bar != NULL)
    rt_find_bar_set_view (self->find_bar, NULL);
  if (self->go_to_bar != NULL)
    rt_go_to_bar_set_view (self->go_to_bar, NULL);
  rt_template_dispose (GTK_WIDGET (object), RT_TYPE_TEXT_PAGE);

  G_OBJECT_CLASS (rt_text_page_parent_class)->dispose (object);
}

static void
rt_text_page_class_init (RtTextPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_text_page_dispose;

  g_type_ensure (RT_TYPE_FIND_BAR);
  g_type_ensure (RT_TYPE_GO_TO_BAR);
  g_type_ensure (RT_TYPE_LINE_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/roundtrip_app/Roundtrip/ui/text/text-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RtTextPage, find_bar);
  gtk_widget_class_bind_template_child (widget_class, RtTextPage, go_to_bar);
  gtk_widget_class_bind_template_child (widget_class, RtTextPage, view);

  gtk_widget_class_install_action (widget_class, "text.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "text.find-next", NULL, find_other_action);
  gtk_widget_class_install_action (widget_class, "text.find-previous", NULL, find_other_action);
  gtk_widget_class_install_action (widget_class, "text.go-to-line", NULL, go_to_line_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "text.find",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_g, GDK_CONTROL_MASK,
                                       "text.find-next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_g,
                                       GDK_CONTROL_MASK | GDK_SHIFT_MASK, "text.find-previous",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_i, GDK_CONTROL_MASK,
                                       "text.go-to-line", NULL);
}

static void
rt_text_page_init (RtTextPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  rt_find_bar_set_view (self->find_bar, self->view);
  rt_go_to_bar_set_view (self->go_to_bar, self->view);
}

GtkWidget *
rt_text_page_new (void)
{
  return g_object_new (RT_TYPE_TEXT_PAGE, NULL);
}

RtLineView *
rt_text_page_get_view (RtTextPage *self)
{
  g_return_val_if_fail (RT_IS_TEXT_PAGE (self), NULL);

  return self->view;
}
