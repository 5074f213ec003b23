/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A column of facts. */

#include "config.h"

#include "fact-list.h"

#include "fact-row.h"
#include "response-ui.h"
#include "template.h"

struct _RtFactList
{
  GtkWidget parent_instance;

  GtkBox   *box;
};

G_DEFINE_FINAL_TYPE (RtFactList, rt_fact_list, GTK_TYPE_WIDGET)

static void
rt_fact_list_dispose (GObject *object)
{
  rt_template_dispose (GTK_WIDGET (object), RT_TYPE_FACT_LIST);

  G_OBJECT_CLASS (rt_fact_list_parent_class)->dispose (object);
}

static void
rt_fact_list_class_init (RtFactListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rt_fact_list_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RT_RESPONSE_UI "fact-list.ui");
  gtk_widget_class_bind_template_child (widget_class, RtFactList, box);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
rt_fact_list_init (RtFactList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_label (RtFactList *self,
           const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (self->box, label);
}

void
rt_fact_list_clear (RtFactList *self)
{
  GtkWidget *child;

  g_return_if_fail (RT_IS_FACT_LIST (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
}

void
rt_fact_list_add_heading (RtFactList *self,
                          const char *text)
{
  g_return_if_fail (RT_IS_FACT_LIST (self));

  add_label (self, text, "fact-heading");
}

void
rt_fact_list_add_note (RtFactList *self,
                       const char *text)
{
  g_return_if_fail (RT_IS_FACT_LIST (self));

  add_label (self, text, "fact-row");
}

void
rt_fact_list_add (RtFactList *self,
                  const char *title,
                  const char *value)
{
  g_return_if_fail (RT_IS_FACT_LIST (self));

  gtk_box_append (self->box, rt_fact_row_new (title, value));
}

void
rt_fact_list_add_bad (RtFactList *self,
                      const char *title,
                      const char *value)
{
  GtkWidget *row;

  g_return_if_fail (RT_IS_FACT_LIST (self));

  row = rt_fact_row_new (title, value);
  rt_fact_row_mark_bad (RT_FACT_ROW (row));
  gtk_box_append (self->box, row);
}
