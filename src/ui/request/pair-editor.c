/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Shows a mirror of the pairs with one blank pair at its end. When the blank
 * one is filled in it joins the pairs, and its row stays where it is, so that
 * the keyboard stays in it.
 */

#include "config.h"

#include "pair-editor.h"
#include "template.h"

struct _RtPairEditor
{
  GtkWidget   parent_instance;

  /* Template widgets */
  GtkListBox *list;

  GListStore *pairs;  /* of the request */
  GListStore *rows;   /* the pairs and the blank one */
  GListModel *names;
  RtPair     *blank;
  RtPair     *focused;
  RtPairKind  kind;
  gulong      pairs_handler;
  gboolean    joining; /* the blank pair joins the pairs */
};

G_DEFINE_FINAL_TYPE (RtPairEditor, rt_pair_editor, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_KIND,
  PROP_ACCESSIBLE_NAME,
  PROP_FOCUSED_PAIR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void append_blank (RtPairEditor *self);

static void
blank_changed_cb (RtPairEditor *self)
{
  g_autoptr (RtPair) pair = NULL;
  guint last = g_list_model_get_n_items (G_LIST_MODEL (self->rows)) - 1;

  if (*rt_pair_get_name (self->blank) == '\0' &&
      *rt_pair_get_value (self->blank) == '\0' &&
      rt_pair_get_file (self->blank) == NULL)
    return;

  pair = g_steal_pointer (&self->blank);
  g_signal_handlers_disconnect_by_func (pair, blank_changed_cb, self);
  rt_pair_row_set_blank (rt_pair_editor_get_row (self, last), FALSE);
  append_blank (self);

  self->joining = TRUE;
  g_list_store_append (self->pairs, pair);
  self->joining = FALSE;
}

static void
append_blank (RtPairEditor *self)
{
  g_assert (self->blank == NULL);

  self->blank = rt_pair_new ("", "");
  g_signal_connect_object (self->blank, "notify", G_CALLBACK (blank_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_list_store_append (self->rows, self->blank);
}

static void
pairs_changed_cb (GListModel   *pairs,
                  guint         position,
                  guint         removed,
                  guint         added,
                  RtPairEditor *self)
{
  g_autoptr (GPtrArray) items = NULL;

  if (self->joining)
    return;
  items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < added; i++)
    g_ptr_array_add (items, g_list_model_get_item (pairs, position + i));
  g_list_store_splice (self->rows, position, removed, items->pdata, items->len);
}

static void
row_remove_cb (RtPairRow    *row,
               RtPairEditor *self)
{
  guint position;

  if (!g_list_store_find (self->pairs, rt_pair_row_get_pair (row), &position))
    return;
  g_list_store_remove (self->pairs, position);
  /* The one that moved up, or the blank one. */
  rt_pair_row_focus_name (rt_pair_editor_get_row (self, position));
}

static void
set_focused (RtPairEditor *self,
             RtPair       *pair)
{
  if (g_set_object (&self->focused, pair))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOCUSED_PAIR]);
}

static void
row_focused_cb (RtPairRow    *row,
                RtPairEditor *self)
{
  set_focused (self, rt_pair_row_get_pair (row));
}

static void
focus_left_cb (GtkEventControllerFocus *controller,
               RtPairEditor            *self)
{
  set_focused (self, NULL);
}

static GtkWidget *
create_row_cb (gpointer item,
               gpointer user_data)
{
  RtPairEditor *self = RT_PAIR_EDITOR (user_data);
  GtkWidget *row = rt_pair_row_new (item, self->kind, self->names);

  rt_pair_row_set_blank (RT_PAIR_ROW (row), item == (gpointer) self->blank);
  g_signal_connect_object (row, "remove", G_CALLBACK (row_remove_cb), self, 0);
  g_signal_connect_object (row, "focused", G_CALLBACK (row_focused_cb), self, 0);
  return row;
}

static void
rt_pair_editor_dispose (GObject *object)
{
  RtPairEditor *self = RT_PAIR_EDITOR (object);

  rt_pair_editor_set_pairs (self, NULL);
  rt_template_dispose (GTK_WIDGET (self), RT_TYPE_PAIR_EDITOR);
  g_clear_object (&self->rows);
  g_clear_object (&self->names);
  g_clear_object (&self->blank);
  g_clear_object (&self->focused);

  G_OBJECT_CLASS (rt_pair_editor_parent_class)->dispose (object);
}

static void
rt_pair_editor_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  RtPairEditor *self = RT_PAIR_EDITOR (object);

  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_uint (value, self->kind);
      break;
    case PROP_FOCUSED_PAIR:
      g_value_set_object (value, self->focused);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rt_pair_editor_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  RtPairEditor *self = RT_PAIR_EDITOR (object);

  switch (prop_id)
    {
    case PROP_KIND:
      self->kind = g_value_get_uint (value);
      break;
    case PROP_ACCESSIBLE_NAME:
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      g_value_get_string (value), -1);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rt_pair_editor_class_init (RtPairEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rt_pair_editor_dispose;
  object_class->get_property = rt_pair_editor_get_property;
  object_class->set_property = rt_pair_editor_set_property;

  properties[PROP_KIND] =
    g_param_spec_uint ("kind", NULL, NULL, 0, RT_PAIR_KIND_PART, 0,
                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ACCESSIBLE_NAME] =
    g_param_spec_string ("accessible-name", NULL, NULL, NULL,
                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FOCUSED_PAIR] =
    g_param_spec_object ("focused-pair", NULL, NULL, RT_TYPE_PAIR,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/roundtrip_app/Roundtrip/ui/request/pair-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, RtPairEditor, list);
  gtk_widget_class_bind_template_callback (widget_class, focus_left_cb);
}

static void
rt_pair_editor_init (RtPairEditor *self)
{
  self->rows = g_list_store_new (RT_TYPE_PAIR);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->rows),
                           create_row_cb, self, NULL);
}

GtkWidget *
rt_pair_editor_new (void)
{
  return g_object_new (RT_TYPE_PAIR_EDITOR, NULL);
}

void
rt_pair_editor_set_pairs (RtPairEditor *self,
                          GListStore   *pairs)
{
  g_return_if_fail (RT_IS_PAIR_EDITOR (self));
  g_return_if_fail (pairs == NULL || G_IS_LIST_STORE (pairs));

  if (self->pairs == pairs)
    return;
  if (self->pairs != NULL)
    g_clear_signal_handler (&self->pairs_handler, self->pairs);
  g_list_store_remove_all (self->rows);
  if (self->blank != NULL)
    g_signal_handlers_disconnect_by_func (self->blank, blank_changed_cb, self);
  g_clear_object (&self->blank);
  set_focused (self, NULL);
  g_set_object (&self->pairs, pairs);
  if (pairs == NULL)
    return;

  append_blank (self);
  self->pairs_handler = g_signal_connect_object (pairs, "items-changed",
                                                 G_CALLBACK (pairs_changed_cb),
                                                 self, 0);
  pairs_changed_cb (G_LIST_MODEL (pairs), 0, 0,
                    g_list_model_get_n_items (G_LIST_MODEL (pairs)), self);
}

void
rt_pair_editor_set_names (RtPairEditor *self,
                          GListModel   *names)
{
  g_return_if_fail (RT_IS_PAIR_EDITOR (self));
  g_return_if_fail (names == NULL || G_IS_LIST_MODEL (names));

  g_set_object (&self->names, names);
}

RtPair *
rt_pair_editor_get_focused_pair (RtPairEditor *self)
{
  g_return_val_if_fail (RT_IS_PAIR_EDITOR (self), NULL);

  return self->focused;
}

RtPairRow *
rt_pair_editor_get_row (RtPairEditor *self,
                        guint         position)
{
  g_return_val_if_fail (RT_IS_PAIR_EDITOR (self), NULL);

  return RT_PAIR_ROW (gtk_list_box_get_row_at_index (self->list, position));
}
