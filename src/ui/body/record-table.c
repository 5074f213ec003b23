/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtRecordTable: the model over the records, the columns, the end that is
 * followed.
 */

#include "config.h"

#include "record-table.h"

#include "body-ui.h"
#include "template.h"

struct _RtRecordTable
{
  GtkWidget            parent_instance;

  RtRecords           *records;
  gulong               changed_id; /* of the records */
  RtCellModel         *model;
  guint                n_ended;    /* rows that stay as they are */
  RtRecordFill         fill;
  GtkColumnViewColumn *note_column;
  guint                note_cell;
  guint                note_idle;
  gboolean             follows_end;
  gboolean             at_end;
  guint                follow_idle;

  GtkColumnView       *list;
  GtkLabel            *note;
  GtkScrolledWindow   *scroller;
};

G_DEFINE_FINAL_TYPE (RtRecordTable, rt_record_table, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_LABEL,
  PROP_FOLLOWS_END,
  PROP_SINGLE_CLICK,
  N_PROPS
};

enum
{
  CHANGED,
  ACTIVATE,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static gboolean
show_note_column_cb (gpointer data)
{
  RtRecordTable *self = data;

  self->note_idle = 0;
  gtk_column_view_column_set_visible (self->note_column, TRUE);

  return G_SOURCE_REMOVE;
}

static void
hide_note_column (RtRecordTable *self)
{
  g_clear_handle_id (&self->note_idle, g_source_remove);
  if (self->note_column != NULL)
    gtk_column_view_column_set_visible (self->note_column, FALSE);
}

static void
fill (RtCellRow *row,
      guint      index,
      gpointer   data)
{
  RtRecordTable *self = data;
  RtRecord record;
  g_autoptr (GBytes) bytes = rt_records_look_up (self->records, index, &record);

  if (bytes == NULL)
    return;
  self->fill (row, &record, g_bytes_get_data (bytes, NULL));
  /* Not now: the list is at work with its rows. */
  if (self->note_column != NULL && self->note_idle == 0 &&
      *rt_cell_row_get (row, self->note_cell) != '\0' &&
      !gtk_column_view_column_get_visible (self->note_column))
    self->note_idle = g_idle_add (show_note_column_cb, self);
}

/* How many have ended is asked first: what ends in between is shown again. */
static void
update (RtRecordTable *self)
{
  guint n_ended = rt_records_get_n_ended (self->records);

  rt_cell_model_change (self->model, self->n_ended, rt_records_get_n (self->records));
  self->n_ended = n_ended;
}

static void
changed_cb (RtRecordTable *self)
{
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
activate_cb (RtRecordTable *self,
             guint          position)
{
  g_signal_emit (self, signals[ACTIVATE], 0, position);
}

static gboolean
is_at_end (RtRecordTable *self)
{
  GtkAdjustment *v = gtk_scrolled_window_get_vadjustment (self->scroller);

  return gtk_adjustment_get_value (v) + gtk_adjustment_get_page_size (v) >=
         gtk_adjustment_get_upper (v) - 4;
}

static gboolean
follow_cb (gpointer data)
{
  RtRecordTable *self = data;
  GtkAdjustment *v = gtk_scrolled_window_get_vadjustment (self->scroller);

  self->follow_idle = 0;
  gtk_adjustment_set_value (v, gtk_adjustment_get_upper (v) - gtk_adjustment_get_page_size (v));

  return G_SOURCE_REMOVE;
}

/* Not now: the list, which is being laid out, would go back to where it was. */
static void
grown_cb (RtRecordTable *self)
{
  if (self->follows_end && self->at_end && self->follow_idle == 0 && !is_at_end (self))
    self->follow_idle = g_idle_add (follow_cb, self);
}

/* By a person, unless the list is on its way to the end. */
static void
scrolled_cb (RtRecordTable *self)
{
  if (self->follow_idle == 0)
    self->at_end = is_at_end (self);
}

static void
drop_records (RtRecordTable *self)
{
  if (self->records != NULL)
    g_clear_signal_handler (&self->changed_id, self->records);
  rt_cell_model_change (self->model, 0, 0);
  self->n_ended = 0;
  g_clear_object (&self->records);
}

static void
rt_record_table_dispose (GObject *object)
{
  RtRecordTable *self = RT_RECORD_TABLE (object);

  g_clear_handle_id (&self->note_idle, g_source_remove);
  g_clear_handle_id (&self->follow_idle, g_source_remove);
  drop_records (self);
  rt_template_dispose (GTK_WIDGET (object), RT_TYPE_RECORD_TABLE);

  G_OBJECT_CLASS (rt_record_table_parent_class)->dispose (object);
}

static void
rt_record_table_finalize (GObject *object)
{
  g_clear_object (&RT_RECORD_TABLE (object)->model);

  G_OBJECT_CLASS (rt_record_table_parent_class)->finalize (object);
}

static void
rt_record_table_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  RtRecordTable *self = RT_RECORD_TABLE (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      g_value_get_string (value), -1);
      break;
    case PROP_FOLLOWS_END:
      self->follows_end = g_value_get_boolean (value);
      break;
    case PROP_SINGLE_CLICK:
      gtk_column_view_set_single_click_activate (self->list, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rt_record_table_class_init (RtRecordTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = rt_record_table_dispose;
  object_class->finalize = rt_record_table_finalize;
  object_class->set_property = rt_record_table_set_property;

  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_FOLLOWS_END] = g_param_spec_boolean ("follows-end", NULL, NULL, FALSE, flags);
  properties[PROP_SINGLE_CLICK] = g_param_spec_boolean ("single-click", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATE] = g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class, RT_BODY_UI "record-table.ui");
  gtk_widget_class_bind_template_child (widget_class, RtRecordTable, list);
  gtk_widget_class_bind_template_child (widget_class, RtRecordTable, note);
  gtk_widget_class_bind_template_child (widget_class, RtRecordTable, scroller);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
rt_record_table_init (RtRecordTable *self)
{
  g_autoptr (GtkSelectionModel) selection = NULL;
  GtkAdjustment *v;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->at_end = TRUE;
  self->model = rt_cell_model_new (fill, self);
  selection =
    GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->model))));
  gtk_column_view_set_model (self->list, selection);
  v = gtk_scrolled_window_get_vadjustment (self->scroller);
  g_signal_connect_object (v, "changed", G_CALLBACK (grown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (v, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
}

void
rt_record_table_set_fill (RtRecordTable *self,
                          RtRecordFill   fill_row)
{
  g_return_if_fail (RT_IS_RECORD_TABLE (self));

  self->fill = fill_row;
}

void
rt_record_table_add_column (RtRecordTable *self,
                            const char    *title,
                            guint          column,
                            gboolean       expand)
{
  g_return_if_fail (RT_IS_RECORD_TABLE (self));

  rt_cell_model_add_column (self->list, title, column, expand);
}

void
rt_record_table_add_note_column (RtRecordTable *self,
                                 const char    *title,
                                 guint          column)
{
  g_return_if_fail (RT_IS_RECORD_TABLE (self));
  g_return_if_fail (self->note_column == NULL);

  self->note_column = rt_cell_model_add_column (self->list, title, column, FALSE);
  self->note_cell = column;
  gtk_column_view_column_set_visible (self->note_column, FALSE);
}

void
rt_record_table_take_records (RtRecordTable *self,
                              RtRecords     *records)
{
  g_return_if_fail (RT_IS_RECORD_TABLE (self));
  g_return_if_fail (records == NULL || RT_IS_RECORDS (records));

  drop_records (self);
  hide_note_column (self);
  self->at_end = TRUE;
  self->records = records;
  if (records == NULL)
    return;
  self->changed_id = g_signal_connect_swapped (records, "changed", G_CALLBACK (changed_cb), self);
  update (self);
}

RtRecords *
rt_record_table_get_records (RtRecordTable *self)
{
  g_return_val_if_fail (RT_IS_RECORD_TABLE (self), NULL);

  return self->records;
}

void
rt_record_table_set_note (RtRecordTable *self,
                          const char    *note)
{
  g_return_if_fail (RT_IS_RECORD_TABLE (self));

  gtk_label_set_text (self->note, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note), *note != '\0');
}

gboolean
rt_record_table_get_chosen (RtRecordTable *self,
                            guint         *row)
{
  GtkSelectionModel *model;
  RtCellRow *chosen;

  g_return_val_if_fail (RT_IS_RECORD_TABLE (self), FALSE);

  model = gtk_column_view_get_model (self->list);
  chosen = gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (model));
  if (chosen != NULL)
    *row = rt_cell_row_get_index (chosen);

  return chosen != NULL;
}

gboolean
rt_record_table_is_busy (RtRecordTable *self)
{
  g_return_val_if_fail (RT_IS_RECORD_TABLE (self), FALSE);

  return self->records != NULL && !rt_records_is_complete (self->records);
}
