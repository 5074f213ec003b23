/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Fills the row when it is given an item; a container that still grows says
 * its size anew.
 */

#include "config.h"

#include "json-row.h"

#include "body-ui.h"
#include "template.h"

struct _RtJsonRow
{
  GtkWidget        parent_instance;

  GtkTreeListRow  *list_row;
  RtJsonItem      *item;       /* of the row; the list makes a new one each time */
  gulong           changed_id; /* of the tree, while the node is unfinished */

  GtkTreeExpander *expander;
  GtkLabel        *facts;
  GtkLabel        *label;
  GtkLabel        *value;
};

G_DEFINE_FINAL_TYPE (RtJsonRow, rt_json_row, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_LIST_ROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const char *
get_style (RtJsonItem *item)
{
  switch (rt_json_item_get_node (item)->kind)
    {
    case RT_JSON_STRING:
      return "json-string";
    case RT_JSON_NUMBER:
      return "json-number";
    case RT_JSON_TRUE:
    case RT_JSON_FALSE:
    case RT_JSON_NULL:
      return "json-word";
    case RT_JSON_OBJECT:
    case RT_JSON_ARRAY:
    case RT_JSON_DOCUMENTS:
    default:
      return "json-container";
    }
}

static void
show_facts (RtJsonRow *self)
{
  g_autofree char *facts = rt_json_item_dup_facts (self->item);

  gtk_label_set_text (self->facts, facts);
  gtk_widget_set_visible (GTK_WIDGET (self->facts), *facts != '\0');
}

static void
show_item (RtJsonRow *self)
{
  g_autofree char *label = rt_json_item_dup_label (self->item);
  g_autofree char *value = rt_json_item_dup_value (self->item);
  const char *style[] = { get_style (self->item), NULL };

  gtk_label_set_text (self->label, label);
  gtk_widget_set_visible (GTK_WIDGET (self->label), *label != '\0');
  gtk_label_set_text (self->value, value);
  gtk_widget_set_css_classes (GTK_WIDGET (self->value), (const char **) style);
  show_facts (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  rt_json_item_get_kind_word (self->item),
                                  -1);
}

static void
drop_item (RtJsonRow *self)
{
  if (self->item != NULL)
    g_clear_signal_handler (&self->changed_id, rt_json_item_get_tree (self->item));
  g_clear_object (&self->item);
}

static void
set_list_row (RtJsonRow      *self,
              GtkTreeListRow *list_row)
{
  if (self->list_row == list_row)
    return;
  drop_item (self);
  g_set_object (&self->list_row, list_row);
  gtk_tree_expander_set_list_row (self->expander, list_row);
  if (list_row != NULL)
    self->item = gtk_tree_list_row_get_item (list_row);
  if (self->item != NULL)
    {
      show_item (self);
      if (rt_json_item_get_node (self->item)->unfinished)
        self->changed_id = g_signal_connect_swapped (rt_json_item_get_tree (self->item), "changed",
                                                     G_CALLBACK (show_facts), self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIST_ROW]);
}

static void
rt_json_row_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_LIST_ROW:
      g_value_set_object (value, RT_JSON_ROW (object)->list_row);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rt_json_row_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_LIST_ROW:
      set_list_row (RT_JSON_ROW (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rt_json_row_dispose (GObject *object)
{
  RtJsonRow *self = RT_JSON_ROW (object);

  drop_item (self);
  if (self->expander != NULL)
    gtk_tree_expander_set_list_row (self->expander, NULL);
  g_clear_object (&self->list_row);
  rt_template_dispose (GTK_WIDGET (object), RT_TYPE_JSON_ROW);

  G_OBJECT_CLASS (rt_json_row_parent_class)->dispose (object);
}

static void
rt_json_row_class_init (RtJsonRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rt_json_row_dispose;
  object_class->get_property = rt_json_row_get_property;
  object_class->set_property = rt_json_row_set_property;

  properties[PROP_LIST_ROW] =
    g_param_spec_object ("list-row", NULL, NULL, GTK_TYPE_TREE_LIST_ROW,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, RT_BODY_UI "json-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RtJsonRow, expander);
  gtk_widget_class_bind_template_child (widget_class, RtJsonRow, facts);
  gtk_widget_class_bind_template_child (widget_class, RtJsonRow, label);
  gtk_widget_class_bind_template_child (widget_class, RtJsonRow, value);
}

static void
rt_json_row_init (RtJsonRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rt_json_row_new (void)
{
  return g_object_new (RT_TYPE_JSON_ROW, NULL);
}

RtJsonItem *
rt_json_row_get_item (RtJsonRow *self)
{
  g_return_val_if_fail (RT_IS_JSON_ROW (self), NULL);

  return self->item;
}
