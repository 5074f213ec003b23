/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One toggle button for each view there is; those that do not fit are hidden. */

#include "config.h"

#include "view-tabs.h"

struct _RtViewTabs
{
  GtkWidget        parent_instance;

  GtkToggleButton *buttons[RT_N_BODY_VIEWS];
  gboolean         quiet; /* this file sets them */
};

G_DEFINE_FINAL_TYPE (RtViewTabs, rt_view_tabs, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
toggled_cb (RtViewTabs      *self,
            GtkToggleButton *button)
{
  if (self->quiet || !gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < RT_N_BODY_VIEWS; i++)
    if (self->buttons[i] == button)
      g_signal_emit (self, signals[CHOSEN], 0, i);
}

static void
rt_view_tabs_dispose (GObject *object)
{
  RtViewTabs *self = RT_VIEW_TABS (object);

  for (guint i = 0; i < RT_N_BODY_VIEWS; i++)
    if (self->buttons[i] != NULL)
      gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->buttons[i])));

  G_OBJECT_CLASS (rt_view_tabs_parent_class)->dispose (object);
}

static void
rt_view_tabs_class_init (RtViewTabsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_view_tabs_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
rt_view_tabs_init (RtViewTabs *self)
{
  for (guint i = 0; i < RT_N_BODY_VIEWS; i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (rt_body_view_get_title (i));

      gtk_widget_set_tooltip_text (button, rt_body_view_get_tooltip (i));
      gtk_widget_set_visible (button, FALSE);
      gtk_widget_set_parent (button, GTK_WIDGET (self));
      self->buttons[i] = GTK_TOGGLE_BUTTON (button);
      gtk_toggle_button_set_group (self->buttons[i], i > 0 ? self->buttons[0] : NULL);
      g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self,
                               G_CONNECT_SWAPPED);
    }
  gtk_widget_add_css_class (GTK_WIDGET (self), "linked");
}

void
rt_view_tabs_set_content (RtViewTabs    *self,
                          RtBodyContent *content)
{
  g_return_if_fail (RT_IS_VIEW_TABS (self));

  for (guint i = 0; i < RT_N_BODY_VIEWS; i++)
    gtk_widget_set_visible (GTK_WIDGET (self->buttons[i]),
                            content != NULL && rt_body_content_has_view (content, i));
}

void
rt_view_tabs_set_view (RtViewTabs *self,
                       RtBodyView  view)
{
  g_return_if_fail (RT_IS_VIEW_TABS (self));
  g_return_if_fail ((guint) view < RT_N_BODY_VIEWS);

  self->quiet = TRUE;
  gtk_toggle_button_set_active (self->buttons[view], TRUE);
  self->quiet = FALSE;
}
