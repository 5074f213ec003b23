/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The comparison: two choosers and a list. Comparing is done in a thread, by
 * compare.h; only while somebody looks.
 */

#include "config.h"

#include "compare-view.h"

#include "compare-choice.h"
#include "compare-row.h"
#include "response-ui.h"
#include "template.h"

#include <glib/gi18n-lib.h>

/* Of each content. */
#define MAX_LINES 20000

struct _RtCompareView
{
  GtkWidget        parent_instance;

  RtTrail         *before;
  RtTrail         *trail;
  gulong           handlers[2];
  GListStore      *choices;
  GCancellable    *cancellable; /* of the comparison that is made; NULL when none is */
  GPtrArray       *compared;    /* RtComparedRow: the last result */
  GListStore      *rows;
  gboolean         show_secrets;
  gboolean         stale;
  gboolean         filling;

  GtkDropDown     *left;
  GtkListView     *list;
  GtkToggleButton *only;
  GtkStack        *pages;
  GtkDropDown     *right;
  GtkLabel        *summary;
};

G_DEFINE_FINAL_TYPE (RtCompareView, rt_compare_view, GTK_TYPE_WIDGET)

typedef struct
{
  RtExchange *left;
  RtExchange *right;
} Pair;

static void
pair_clear (Pair *pair)
{
  g_clear_object (&pair->left);
  g_clear_object (&pair->right);
}

static void
pair_free (gpointer data)
{
  pair_clear (data);
  g_free (data);
}

/* Parts that stand under one heading have the same. */
static const char *
title_of_part (RtComparedPart part)
{
  switch (part)
    {
    case RT_COMPARED_REQUEST:
    case RT_COMPARED_REQUEST_FIELD:
      return _("Request");
    case RT_COMPARED_STATUS:
    case RT_COMPARED_FIELD:
      return _("Response");
    case RT_COMPARED_TIME:
      return _("Times");
    case RT_COMPARED_SIZE:
      return _("Sizes");
    case RT_COMPARED_CONTENT:
      return _("Content");
    default:
      g_return_val_if_reached ("");
    }
}

static void
show_summary (RtCompareView *self)
{
  guint n = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; self->compared != NULL && i < self->compared->len; i++)
    n += rt_compared_row_get_result (g_ptr_array_index (self->compared, i)) != RT_COMPARED_SAME;
  if (self->compared == NULL)
    text = g_strdup (_("Comparing…"));
  else if (n == 0)
    text = g_strdup (_("No difference"));
  else
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u difference", "%u differences", n),
                            n);
  gtk_label_set_text (self->summary, text);
}

/* The result as it is shown: headings only over what is there. */
static void
show_rows (RtCompareView *self)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean only = gtk_toggle_button_get_active (self->only);
  const char *title = NULL;

  for (guint i = 0; self->compared != NULL && i < self->compared->len; i++)
    {
      RtComparedRow *row = g_ptr_array_index (self->compared, i);
      const char *own = title_of_part (rt_compared_row_get_part (row));

      if (only && rt_compared_row_get_result (row) == RT_COMPARED_SAME)
        continue;
      if (own != title)
        g_ptr_array_add (shown, gtk_string_object_new (own));
      title = own;
      g_ptr_array_add (shown, g_object_ref (row));
    }
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                       shown->pdata, shown->len);
  show_summary (self);
}

static void
compare_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Pair *pair = task_data;

  if (g_task_return_error_if_cancelled (task))
    return;
  g_task_return_pointer (task, rt_compare_exchanges (pair->left, pair->right, MAX_LINES),
                         (GDestroyNotify) g_ptr_array_unref);
}

/* Cancelled means that another comparison has begun, or that the view is gone.
 * Nothing is left to the end of the task, which may come in its thread. */
static void
compared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (RtCompareView) self = user_data;
  g_autoptr (GPtrArray) rows = g_task_propagate_pointer (G_TASK (result), NULL);

  pair_clear (g_task_get_task_data (G_TASK (result)));
  if (rows == NULL)
    return;
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->compared, g_ptr_array_unref);
  self->compared = g_steal_pointer (&rows);
  show_rows (self);
}

static void
stop_comparing (RtCompareView *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static RtExchange *
get_chosen (GtkDropDown *chooser)
{
  RtCompareChoice *choice = gtk_drop_down_get_selected_item (chooser);

  return choice != NULL ? rt_compare_choice_get_exchange (choice) : NULL;
}

static void
compare (RtCompareView *self)
{
  g_autoptr (GTask) task = NULL;
  RtExchange *left = get_chosen (self->left);
  RtExchange *right = get_chosen (self->right);
  Pair *pair;

  stop_comparing (self);
  g_clear_pointer (&self->compared, g_ptr_array_unref);
  show_rows (self);
  if (left == NULL || right == NULL)
    return;

  pair = g_new0 (Pair, 1);
  pair->left = g_object_ref (left);
  pair->right = g_object_ref (right);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (NULL, self->cancellable, compared_cb, g_object_ref (self));
  g_task_set_source_tag (task, compare);
  g_task_set_task_data (task, pair, pair_free);
  g_task_run_in_thread (task, compare_thread);
}

static void
add_choices (RtCompareView *self,
             RtTrail       *trail,
             gboolean       before)
{
  for (guint i = 0; trail != NULL && i < rt_trail_get_n_exchanges (trail); i++)
    {
      g_autoptr (RtCompareChoice) choice = rt_compare_choice_new (trail, i, before);

      g_list_store_append (self->choices, choice);
    }
}

/* The answers of both Sends; of a single Send how it began and how it ended. */
static void
choose (RtCompareView *self)
{
  guint n_before = self->before != NULL ? rt_trail_get_n_exchanges (self->before) : 0;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->choices));

  gtk_drop_down_set_selected (self->left, n_before > 0 ? n_before - 1 : 0);
  gtk_drop_down_set_selected (self->right, n > 0 ? n - 1 : GTK_INVALID_LIST_POSITION);
}

static void
refresh (RtCompareView *self)
{
  self->stale = FALSE;
  self->filling = TRUE;
  g_list_store_remove_all (self->choices);
  add_choices (self, self->before, TRUE);
  add_choices (self, self->trail, FALSE);
  choose (self);
  self->filling = FALSE;
  gtk_stack_set_visible_child_name (
    self->pages, g_list_model_get_n_items (G_LIST_MODEL (self->choices)) > 1 ? "rows" : "alone");
  compare (self);
}

static void
changed_cb (RtCompareView *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
  else
    self->stale = TRUE;
}

static void
chosen_cb (RtCompareView *self)
{
  if (!self->filling)
    compare (self);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item)
{
  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_list_item_set_child (list_item, rt_compare_row_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         RtCompareView            *self)
{
  RtCompareRow *row = RT_COMPARE_ROW (gtk_list_item_get_child (list_item));
  gpointer item = gtk_list_item_get_item (list_item);

  if (GTK_IS_STRING_OBJECT (item))
    rt_compare_row_set_head (row, gtk_string_object_get_string (item));
  else
    rt_compare_row_set_row (row, item,
                            rt_request_get_credentials (rt_trail_get_request (self->trail)),
                            self->show_secrets);
}

static void
drop_trails (RtCompareView *self)
{
  for (gsize i = 0; self->trail != NULL && i < G_N_ELEMENTS (self->handlers); i++)
    g_clear_signal_handler (&self->handlers[i], self->trail);
  stop_comparing (self);
  g_clear_object (&self->before);
  g_clear_object (&self->trail);
}

static void
rt_compare_view_map (GtkWidget *widget)
{
  RtCompareView *self = RT_COMPARE_VIEW (widget);

  GTK_WIDGET_CLASS (rt_compare_view_parent_class)->map (widget);
  if (self->stale)
    refresh (self);
}

static void
rt_compare_view_dispose (GObject *object)
{
  RtCompareView *self = RT_COMPARE_VIEW (object);

  drop_trails (self);
  rt_template_dispose (GTK_WIDGET (object), RT_TYPE_COMPARE_VIEW);
  g_clear_pointer (&self->compared, g_ptr_array_unref);
  g_clear_object (&self->choices);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (rt_compare_view_parent_class)->dispose (object);
}

static void
rt_compare_view_class_init (RtCompareViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_compare_view_dispose;
  widget_class->map = rt_compare_view_map;

  gtk_widget_class_set_template_from_resource (widget_class, RT_RESPONSE_UI "compare-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RtCompareView, left);
  gtk_widget_class_bind_template_child (widget_class, RtCompareView, list);
  gtk_widget_class_bind_template_child (widget_class, RtCompareView, only);
  gtk_widget_class_bind_template_child (widget_class, RtCompareView, pages);
  gtk_widget_class_bind_template_child (widget_class, RtCompareView, right);
  gtk_widget_class_bind_template_child (widget_class, RtCompareView, summary);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_rows);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
prepare_chooser (RtCompareView *self,
                 GtkDropDown   *chooser)
{
  g_autoptr (GtkListItemFactory) factory = rt_compare_choice_new_factory ();

  gtk_drop_down_set_factory (chooser, factory);
  gtk_drop_down_set_model (chooser, G_LIST_MODEL (self->choices));
}

static void
rt_compare_view_init (RtCompareView *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));

  self->choices = g_list_store_new (RT_TYPE_COMPARE_CHOICE);
  self->rows = g_list_store_new (G_TYPE_OBJECT);
  self->filling = TRUE;
  prepare_chooser (self, self->left);
  prepare_chooser (self, self->right);
  self->filling = FALSE;
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
}

void
rt_compare_view_set_trails (RtCompareView *self,
                            RtTrail       *before,
                            RtTrail       *trail)
{
  g_return_if_fail (RT_IS_COMPARE_VIEW (self));
  g_return_if_fail (before == NULL || RT_IS_TRAIL (before));
  g_return_if_fail (trail == NULL || RT_IS_TRAIL (trail));

  if (self->trail == trail && self->before == before)
    return;
  drop_trails (self);
  g_set_object (&self->before, before);
  g_set_object (&self->trail, trail);
  if (trail != NULL)
    {
      self->handlers[0] = g_signal_connect_swapped (trail, "items-changed",
                                                    G_CALLBACK (changed_cb), self);
      self->handlers[1] = g_signal_connect_swapped (trail, "finished", G_CALLBACK (changed_cb),
                                                    self);
    }
  changed_cb (self);
}

/* The rows are bound anew: each asks what it may show. */
void
rt_compare_view_set_show_secrets (RtCompareView *self,
                                  gboolean       show)
{
  g_return_if_fail (RT_IS_COMPARE_VIEW (self));

  if (self->show_secrets == show)
    return;
  self->show_secrets = show;
  show_rows (self);
}

GListModel *
rt_compare_view_get_rows (RtCompareView *self)
{
  g_return_val_if_fail (RT_IS_COMPARE_VIEW (self), NULL);

  return G_LIST_MODEL (self->rows);
}

gboolean
rt_compare_view_is_ready (RtCompareView *self)
{
  g_return_val_if_fail (RT_IS_COMPARE_VIEW (self), FALSE);

  return self->cancellable == NULL && !self->stale;
}
