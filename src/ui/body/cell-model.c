/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The list model and the cells of its columns. */

#include "config.h"

#include "cell-model.h"

struct _RtCellRow
{
  GObject parent_instance;

  guint   index;
  char   *cells[RT_CELL_MAX];
};

G_DEFINE_FINAL_TYPE (RtCellRow, rt_cell_row, G_TYPE_OBJECT)

struct _RtCellModel
{
  GObject    parent_instance;

  guint      n;
  RtCellFill fill;
  gpointer   data;
};

static void
rt_cell_row_finalize (GObject *object)
{
  for (guint i = 0; i < RT_CELL_MAX; i++)
    g_clear_pointer (&RT_CELL_ROW (object)->cells[i], g_free);

  G_OBJECT_CLASS (rt_cell_row_parent_class)->finalize (object);
}

static void
rt_cell_row_class_init (RtCellRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rt_cell_row_finalize;
}

static void
rt_cell_row_init (RtCellRow *self)
{
}

void
rt_cell_row_take (RtCellRow *self,
                  guint      column,
                  char      *text)
{
  g_return_if_fail (RT_IS_CELL_ROW (self) && column < RT_CELL_MAX);

  g_free (self->cells[column]);
  self->cells[column] = text;
}

const char *
rt_cell_row_get (RtCellRow *self,
                 guint      column)
{
  g_return_val_if_fail (RT_IS_CELL_ROW (self) && column < RT_CELL_MAX, "");

  return self->cells[column] != NULL ? self->cells[column] : "";
}

guint
rt_cell_row_get_index (RtCellRow *self)
{
  g_return_val_if_fail (RT_IS_CELL_ROW (self), 0);

  return self->index;
}

static GType
get_item_type (GListModel *model)
{
  return RT_TYPE_CELL_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return RT_CELL_MODEL (model)->n;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  RtCellModel *self = RT_CELL_MODEL (model);
  RtCellRow *row;

  if (position >= self->n)
    return NULL;
  row = g_object_new (RT_TYPE_CELL_ROW, NULL);
  row->index = position;
  self->fill (row, position, self->data);

  return row;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RtCellModel, rt_cell_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
rt_cell_model_class_init (RtCellModelClass *klass)
{
}

static void
rt_cell_model_init (RtCellModel *self)
{
}

RtCellModel *
rt_cell_model_new (RtCellFill fill,
                   gpointer   data)
{
  RtCellModel *self = g_object_new (RT_TYPE_CELL_MODEL, NULL);

  self->fill = fill;
  self->data = data;

  return self;
}

void
rt_cell_model_change (RtCellModel *self,
                      guint        from,
                      guint        n)
{
  guint removed;

  g_return_if_fail (RT_IS_CELL_MODEL (self));

  from = MIN (from, MIN (self->n, n));
  removed = self->n - from;
  self->n = n;
  if (removed > 0 || n > from)
    g_list_model_items_changed (G_LIST_MODEL (self), from, removed, n - from);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  column)
{
  RtCellRow *row = gtk_list_item_get_item (item);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      rt_cell_row_get (row, GPOINTER_TO_UINT (column)));
}

GtkColumnViewColumn *
rt_cell_model_add_column (GtkColumnView *view,
                          const char    *title,
                          guint          column,
                          gboolean       expand)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) added = NULL;

  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view), NULL);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GUINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (column));
  added = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_expand (added, expand);
  gtk_column_view_column_set_resizable (added, TRUE);
  gtk_column_view_append_column (view, added);

  return added; /* the view has it */
}
