/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One factory for each column; sorting and choosing are GTK's models. */

#include "config.h"

#include "repetition-table.h"

#include "repetition-text.h"
#include "status-mark.h"
#include "template.h"

struct _RtRepetitionTable
{
  GtkWidget           parent_instance;

  GtkColumnView      *view;

  GtkSortListModel   *sorted;
  GtkSingleSelection *selection;
  gboolean            touched; /* the person reads it: it stays where it is */
};

G_DEFINE_FINAL_TYPE (RtRepetitionTable, rt_repetition_table, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_CHOSEN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* What a column sorts by; NULL = it does not. */
static const char * const sort_keys[] = {
  [RT_REPETITION_COLUMN_NUMBER] = "number",
  [RT_REPETITION_COLUMN_TIME] = "started",
  [RT_REPETITION_COLUMN_STATUS] = "status",
  [RT_REPETITION_COLUMN_REASON] = NULL,
  [RT_REPETITION_COLUMN_DURATION] = "duration",
  [RT_REPETITION_COLUMN_SIZE] = "size",
};

static gboolean
is_number (RtRepetitionColumn column)
{
  return column == RT_REPETITION_COLUMN_NUMBER || column == RT_REPETITION_COLUMN_DURATION ||
         column == RT_REPETITION_COLUMN_SIZE;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  RtRepetitionColumn column = GPOINTER_TO_UINT (user_data);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *box;

  gtk_label_set_xalign (GTK_LABEL (label), is_number (column) ? 1 : 0);
  gtk_widget_add_css_class (label, "numeric");
  if (column == RT_REPETITION_COLUMN_REASON)
    {
      gtk_widget_remove_css_class (label, "numeric");
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    }
  if (column != RT_REPETITION_COLUMN_STATUS)
    {
      gtk_list_item_set_child (item, label);
      return;
    }

  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (box), rt_status_mark_new ());
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  user_data)
{
  RtRepetitionColumn column = GPOINTER_TO_UINT (user_data);
  RtRepetitionResult *result = gtk_list_item_get_item (item);
  g_autofree char *text = rt_repetition_text_dup_cell (result, column);
  GtkWidget *label = gtk_list_item_get_child (item);

  if (column == RT_REPETITION_COLUMN_STATUS)
    {
      rt_status_mark_set_code (RT_STATUS_MARK (gtk_widget_get_first_child (label)),
                               rt_repetition_result_get_status (result));
      label = gtk_widget_get_last_child (label);
    }
  gtk_label_set_text (GTK_LABEL (label), text);
  if (column == RT_REPETITION_COLUMN_REASON)
    gtk_widget_set_tooltip_text (label, text);
}

static GtkSorter *
create_sorter (RtRepetitionColumn column)
{
  GtkExpression *expression;

  if (sort_keys[column] == NULL)
    return NULL;
  expression = gtk_property_expression_new (RT_TYPE_REPETITION_RESULT, NULL, sort_keys[column]);

  return GTK_SORTER (gtk_numeric_sorter_new (expression));
}

static GtkColumnViewColumn *
add_column (RtRepetitionTable  *self,
            RtRepetitionColumn  column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkSorter) sorter = create_sorter (column);
  g_autoptr(GtkColumnViewColumn) view_column = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GUINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (column));
  view_column = gtk_column_view_column_new (rt_repetition_text_get_title (column), factory);
  gtk_column_view_column_set_sorter (view_column, sorter);
  gtk_column_view_column_set_expand (view_column, column == RT_REPETITION_COLUMN_REASON);
  gtk_column_view_append_column (self->view, view_column);

  return view_column; /* the view holds it */
}

static gboolean
scroll_cb (RtRepetitionTable *self)
{
  self->touched = TRUE;

  return GDK_EVENT_PROPAGATE;
}

static void
scroll_to (RtRepetitionTable *self,
           guint              position)
{
  gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (self->view)),
                              "list.scroll-to-item", "u", position);
}

static void
chosen_cb (RtRepetitionTable *self)
{
  self->touched = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}

static void
rt_repetition_table_dispose (GObject *object)
{
  RtRepetitionTable *self = RT_REPETITION_TABLE (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  rt_template_dispose (GTK_WIDGET (self), RT_TYPE_REPETITION_TABLE);
  g_clear_object (&self->selection);
  g_clear_object (&self->sorted);

  G_OBJECT_CLASS (rt_repetition_table_parent_class)->dispose (object);
}

static void
rt_repetition_table_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CHOSEN:
      g_value_set_object (value, rt_repetition_table_get_chosen (RT_REPETITION_TABLE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rt_repetition_table_class_init (RtRepetitionTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rt_repetition_table_dispose;
  object_class->get_property = rt_repetition_table_get_property;

  properties[PROP_CHOSEN] = g_param_spec_object ("chosen", NULL, NULL, RT_TYPE_REPETITION_RESULT,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/roundtrip_app/Roundtrip/ui/repetition/repetition-table.ui");
  gtk_widget_class_bind_template_child (widget_class, RtRepetitionTable, view);
  gtk_widget_class_bind_template_callback (widget_class, scroll_cb);
}

static void
rt_repetition_table_init (RtRepetitionTable *self)
{
  GtkColumnViewColumn *number;

  gtk_widget_init_template (GTK_WIDGET (self));
  number = add_column (self, RT_REPETITION_COLUMN_NUMBER);
  for (guint column = RT_REPETITION_COLUMN_NUMBER + 1; column < RT_REPETITION_N_COLUMNS; column++)
    add_column (self, column);
  self->sorted = gtk_sort_list_model_new (NULL, NULL);
  gtk_sort_list_model_set_sorter (self->sorted, gtk_column_view_get_sorter (self->view));
  gtk_column_view_sort_by_column (self->view, number, GTK_SORT_DESCENDING);

  self->selection = g_object_new (GTK_TYPE_SINGLE_SELECTION,
                                  "autoselect", FALSE,
                                  "can-unselect", TRUE,
                                  "model", self->sorted,
                                  NULL);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
rt_repetition_table_new (void)
{
  return g_object_new (RT_TYPE_REPETITION_TABLE, NULL);
}

void
rt_repetition_table_set_results (RtRepetitionTable *self,
                                 GListModel        *results)
{
  g_return_if_fail (RT_IS_REPETITION_TABLE (self));
  g_return_if_fail (results == NULL || G_IS_LIST_MODEL (results));

  gtk_sort_list_model_set_model (self->sorted, results);
  self->touched = FALSE;
}

RtRepetitionResult *
rt_repetition_table_get_chosen (RtRepetitionTable *self)
{
  g_return_val_if_fail (RT_IS_REPETITION_TABLE (self), NULL);

  return self->selection != NULL ? gtk_single_selection_get_selected_item (self->selection) : NULL;
}

void
rt_repetition_table_choose (RtRepetitionTable *self,
                            guint              number)
{
  g_return_if_fail (RT_IS_REPETITION_TABLE (self));

  for (guint i = 0; number > 0 && i < g_list_model_get_n_items (G_LIST_MODEL (self->sorted)); i++)
    {
      g_autoptr(RtRepetitionResult) result = g_list_model_get_item (G_LIST_MODEL (self->sorted), i);

      if (rt_repetition_result_get_number (result) != number)
        continue;
      gtk_single_selection_set_selected (self->selection, i);
      scroll_to (self, i);
      return;
    }
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
}

void
rt_repetition_table_show_newest (RtRepetitionTable *self)
{
  g_return_if_fail (RT_IS_REPETITION_TABLE (self));

  if (!self->touched && g_list_model_get_n_items (G_LIST_MODEL (self->sorted)) > 0)
    scroll_to (self, 0);
}
