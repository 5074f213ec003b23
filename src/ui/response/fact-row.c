/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A fact in two columns. Shows text, knows nothing. */

#include "config.h"

#include "fact-row.h"

#include "response-ui.h"
#include "template.h"

struct _RtFactRow
{
  GtkWidget parent_instance;

  GtkLabel *title;
  GtkLabel *value;
};

G_DEFINE_FINAL_TYPE (RtFactRow, rt_fact_row, GTK_TYPE_WIDGET)

static void
rt_fact_row_dispose (GObject *object)
{
  rt_template_dispose (GTK_WIDGET (object), RT_TYPE_FACT_ROW);

  G_OBJECT_CLASS (rt_fact_row_parent_class)->dispose (object);
}

static void
rt_fact_row_class_init (RtFactRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rt_fact_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RT_RESPONSE_UI "fact-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RtFactRow, title);
  gtk_widget_class_bind_template_child (widget_class, RtFactRow, value);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
rt_fact_row_init (RtFactRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rt_fact_row_new (const char *title,
                 const char *value)
{
  RtFactRow *self;

  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (value != NULL, NULL);

  self = g_object_new (RT_TYPE_FACT_ROW, NULL);
  gtk_label_set_text (self->title, title);
  rt_response_ui_wrap_for (self->value, value);
  gtk_label_set_text (self->value, value);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->value),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);

  return GTK_WIDGET (self);
}

void
rt_fact_row_mark_bad (RtFactRow *self)
{
  g_return_if_fail (RT_IS_FACT_ROW (self));

  gtk_widget_add_css_class (GTK_WIDGET (self->value), "fact-bad");
}
