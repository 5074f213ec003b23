/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A field line, or a heading, in the list of fields. */

#include "config.h"

#include "field-row.h"

#include "response-ui.h"
#include "template.h"

struct _RtFieldRow
{
  GtkWidget parent_instance;

  GtkWidget *columns;
  GtkLabel  *name;
  GtkLabel  *note;
  GtkLabel  *section;
  GtkLabel  *value;
};

G_DEFINE_FINAL_TYPE (RtFieldRow, rt_field_row, GTK_TYPE_WIDGET)

static void
rt_field_row_dispose (GObject *object)
{
  rt_template_dispose (GTK_WIDGET (object), RT_TYPE_FIELD_ROW);

  G_OBJECT_CLASS (rt_field_row_parent_class)->dispose (object);
}

static void
rt_field_row_class_init (RtFieldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rt_field_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RT_RESPONSE_UI "field-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RtFieldRow, columns);
  gtk_widget_class_bind_template_child (widget_class, RtFieldRow, name);
  gtk_widget_class_bind_template_child (widget_class, RtFieldRow, note);
  gtk_widget_class_bind_template_child (widget_class, RtFieldRow, section);
  gtk_widget_class_bind_template_child (widget_class, RtFieldRow, value);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
rt_field_row_init (RtFieldRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rt_field_row_new (void)
{
  return g_object_new (RT_TYPE_FIELD_ROW, NULL);
}

static void
show_section (RtFieldRow *self,
              gboolean    section)
{
  gtk_widget_set_visible (GTK_WIDGET (self->section), section);
  gtk_widget_set_visible (self->columns, !section);
  if (section)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "field-section");
      gtk_widget_remove_css_class (GTK_WIDGET (self), "field-row");
    }
  else
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "field-row");
      gtk_widget_remove_css_class (GTK_WIDGET (self), "field-section");
    }
}

void
rt_field_row_set_item (RtFieldRow  *self,
                       RtFieldItem *item)
{
  g_autofree char *name = NULL;
  g_autofree char *value = NULL;
  g_autofree char *note = NULL;
  g_autofree char *meaning = NULL;
  gboolean section;

  g_return_if_fail (RT_IS_FIELD_ROW (self));
  g_return_if_fail (item == NULL || RT_IS_FIELD_ITEM (item));

  section = item != NULL && rt_field_item_is_section (item);
  name = item != NULL ? rt_field_item_dup_name (item) : g_strdup ("");
  value = item != NULL ? rt_field_item_dup_value (item) : g_strdup ("");
  note = item != NULL ? rt_field_item_dup_note (item) : g_strdup ("");
  meaning = item != NULL ? rt_field_item_dup_meaning (item) : NULL;

  show_section (self, section);
  rt_response_ui_wrap_for (self->section, name);
  rt_response_ui_wrap_for (self->name, name);
  gtk_label_set_text (self->section, section ? name : "");
  gtk_label_set_text (self->name, section ? "" : name);
  rt_response_ui_wrap_for (self->value, value);
  gtk_label_set_text (self->value, value);
  gtk_label_set_text (self->note, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note), *note != '\0');
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), meaning);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->value),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}
