/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtTreeView: the list model over the tree, the selection, what is copied. The
 * filter works in a thread; what it found stands in place of the tree.
 */

#include "config.h"

#include "tree-view.h"

#include "body-page.h"
#include "body-ui.h"
#include "json-copy.h"
#include "json-filter.h"
#include "json-item.h"
#include "json-row.h"
#include "template.h"
#include "text.h"
#include "tree-keys.h"

#include <glib/gi18n-lib.h>

/* Bytes of a path that its label shows. */
#define SHOWN_PATH 1000

struct _RtTreeView
{
  GtkWidget           parent_instance;

  RtJsonTree         *tree;
  gulong              changed_id; /* of the tree */
  GtkSingleSelection *selection;  /* NULL while there is no root */
  GCancellable       *filtering;  /* NULL unless a filter is at work */
  guint64             filtered;   /* bytes of the tree that there were for it */
  gboolean            all_filtered;
  GListStore         *fitting;    /* what it found; NULL while the tree is shown */
  GtkWidget          *menu;

  GtkWidget          *copy;
  GtkEditable        *filter;
  GtkLabel           *found;
  GtkListView        *list;
  GtkLabel           *path;
};

static void body_page_init (RtBodyPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RtTreeView, rt_tree_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (RT_TYPE_BODY_PAGE, body_page_init))

static GListModel *
create_children_cb (gpointer item,
                    gpointer user_data)
{
  return rt_json_item_make_children (item);
}

/* (transfer full): the list makes a new one each time. */
static RtJsonItem *
dup_chosen (RtTreeView *self)
{
  GtkTreeListRow *row = self->selection != NULL
                          ? gtk_single_selection_get_selected_item (self->selection)
                          : NULL;

  return row != NULL ? gtk_tree_list_row_get_item (row) : NULL;
}

static void
chosen_cb (RtTreeView *self)
{
  g_autoptr (RtJsonItem) item = dup_chosen (self);
  g_autofree char *path = NULL;
  g_autofree char *shown = NULL;

  if (item != NULL)
    {
      path = rt_json_tree_dup_short_path (self->tree, rt_json_item_get_node (item), SHOWN_PATH);
      shown = rt_text_from_wire (path, -1);
    }
  gtk_label_set_text (self->path, shown != NULL ? shown : "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "tree.copy", item != NULL);
  gtk_widget_set_sensitive (self->copy, item != NULL);
}

static void
set_items (RtTreeView *self,
           GListModel *items,
           gboolean    expand)
{
  GtkTreeListModel *model = gtk_tree_list_model_new (items, FALSE, FALSE, create_children_cb,
                                                     NULL, NULL);
  g_autoptr (GtkTreeListRow) first = gtk_tree_list_model_get_row (model, 0);

  if (expand && first != NULL)
    gtk_tree_list_row_set_expanded (first, TRUE);
  g_clear_object (&self->selection);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (model));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  chosen_cb (self);
}

static void
show_root (RtTreeView *self)
{
  g_autoptr (GListStore) store = NULL;
  g_autoptr (RtJsonItem) item = NULL;
  RtJsonNode root;

  g_clear_object (&self->fitting);
  if (!rt_json_tree_get_root (self->tree, &root))
    return;
  store = g_list_store_new (RT_TYPE_JSON_ITEM);
  item = rt_json_item_new (self->tree, &root);
  g_list_store_append (store, item);
  set_items (self, G_LIST_MODEL (g_steal_pointer (&store)), TRUE);
}

static void
show_nothing (RtTreeView *self)
{
  g_clear_object (&self->fitting);
  gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->selection);
  chosen_cb (self);
}

static void
say_found (RtTreeView *self,
           const char *words)
{
  gtk_label_set_text (self->found, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->found), words != NULL);
}

static void
stop_filtering (RtTreeView *self)
{
  if (self->filtering == NULL)
    return;
  g_cancellable_cancel (self->filtering);
  g_clear_object (&self->filtering);
  rt_body_page_busy_changed (RT_BODY_PAGE (self));
}

static char *
dup_found_words (RtTreeView *self,
                 guint       n,
                 gboolean    cut)
{
  if (cut)
    return g_strdup_printf (_("The first %u values that fit; there are more."), n);
  if (n == 0)
    return g_strdup (self->all_filtered ? _("Nothing fits.") : _("Nothing fits so far."));
  if (self->all_filtered)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u value fits.", "%u values fit.", n),
                            n);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u value fits so far.",
                                       "%u values fit so far.", n), n);
}

/* What was found before stays: nobody's row is taken away. */
static void
show_found (RtTreeView *self,
            GArray     *nodes,
            gboolean    cut)
{
  g_autofree char *words = dup_found_words (self, nodes->len, cut);

  if (self->fitting == NULL || !rt_json_filter_extend (self->fitting, self->tree, nodes))
    {
      g_clear_object (&self->fitting);
      self->fitting = g_list_store_new (RT_TYPE_JSON_ITEM);
      rt_json_filter_extend (self->fitting, self->tree, nodes);
      set_items (self, g_object_ref (G_LIST_MODEL (self->fitting)), FALSE);
    }
  say_found (self, words);
}

static guint64
measure_tree (RtTreeView *self)
{
  RtJsonNode root;

  return rt_json_tree_get_root (self->tree, &root) ? root.end : 0;
}

static void filtered_cb (GObject      *source,
                         GAsyncResult *result,
                         gpointer      user_data);

static void
filter (RtTreeView *self)
{
  stop_filtering (self);
  self->all_filtered = rt_json_tree_is_complete (self->tree);
  self->filtered = measure_tree (self);
  self->filtering = g_cancellable_new ();
  rt_json_filter_async (self->tree, gtk_editable_get_text (self->filter), self->filtering,
                        filtered_cb, g_object_ref (self));
  rt_body_page_busy_changed (RT_BODY_PAGE (self));
}

/* What was found is true of what was there: when all is there, or twice as much,
 * it is looked for anew. */
static void
filter_what_came (RtTreeView *self)
{
  if (self->filtering != NULL || self->all_filtered ||
      *gtk_editable_get_text (self->filter) == '\0')
    return;
  if (rt_json_tree_is_complete (self->tree) || measure_tree (self) / 2 > self->filtered)
    filter (self);
}

static void
filtered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (RtTreeView) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean cut = FALSE;
  g_autoptr (GArray) nodes = rt_json_filter_finish (result, &cut, &error);

  /* Another filter, or none, has taken its place. */
  if (g_task_get_cancellable (G_TASK (result)) != self->filtering)
    return;

  g_clear_object (&self->filtering);
  if (nodes != NULL)
    show_found (self, nodes, cut);
  else
    say_found (self, error->message);
  /* An expression that is wrong stays wrong, and the first so many stay the first. */
  self->all_filtered |= nodes == NULL || cut;
  filter_what_came (self);
  rt_body_page_busy_changed (RT_BODY_PAGE (self));
}

static void
filter_cb (RtTreeView *self)
{
  stop_filtering (self);
  if (self->tree == NULL)
    return;
  if (*gtk_editable_get_text (self->filter) == '\0')
    {
      say_found (self, NULL);
      show_root (self);
      return;
    }
  say_found (self, _("Searching…"));
  filter (self);
}

static void
changed_cb (RtTreeView *self)
{
  if (self->selection == NULL)
    show_root (self);
  filter_what_came (self);
  if (rt_json_tree_is_complete (self->tree))
    rt_body_page_busy_changed (RT_BODY_PAGE (self));
}

static void
activate_cb (RtTreeView *self,
             guint       position)
{
  g_autoptr (GtkTreeListRow) row =
    g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  gtk_tree_list_row_set_expanded (row, !gtk_tree_list_row_get_expanded (row));
}

static void
pop_up (RtTreeView         *self,
        const GdkRectangle *at)
{
  g_autoptr (RtJsonItem) item = dup_chosen (self);

  if (item == NULL)
    return;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), at);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* The row under the pointer is chosen first: the menu speaks of it. */
static void
menu_cb (RtTreeView      *self,
         int              n_press,
         double           x,
         double           y,
         GtkGestureClick *gesture)
{
  GtkWidget *list = GTK_WIDGET (self->list);
  GtkWidget *picked = gtk_widget_pick (list, x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = picked != NULL ? gtk_widget_get_ancestor (picked, RT_TYPE_JSON_ROW) : NULL;
  GtkTreeListRow *list_row = NULL;
  double to_x, to_y;

  if (row == NULL)
    return;
  g_object_get (row, "list-row", &list_row, NULL);
  if (list_row != NULL)
    gtk_single_selection_set_selected (self->selection, gtk_tree_list_row_get_position (list_row));
  g_clear_object (&list_row);
  gtk_widget_translate_coordinates (list, GTK_WIDGET (self), x, y, &to_x, &to_y);
  pop_up (self, &(GdkRectangle) { to_x, to_y, 1, 1 });
}

/* At the row that has the focus. */
static void
menu_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  RtTreeView *self = RT_TREE_VIEW (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GdkRectangle at = { 24, 60, 1, 1 };
  graphene_rect_t row;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)) &&
      gtk_widget_compute_bounds (focus, widget, &row))
    at = (GdkRectangle) { row.origin.x + at.x, row.origin.y, 1, row.size.height };
  pop_up (self, &at);
}

/* The keys go on where they were. */
static void
menu_closed_cb (RtTreeView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
copy_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  RtTreeView *self = RT_TREE_VIEW (widget);
  g_autoptr (RtJsonItem) item = dup_chosen (self);
  const char *what = g_variant_get_string (parameter, NULL);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);
  g_autoptr (GdkContentProvider) provider = NULL;
  g_autofree char *path = NULL;
  const RtJsonNode *node;

  if (item == NULL)
    return;
  node = rt_json_item_get_node (item);
  if (g_str_equal (what, "path"))
    path = rt_json_tree_dup_path (self->tree, node);
  else if (g_str_equal (what, "pointer"))
    path = rt_json_tree_dup_pointer (self->tree, node);
  else
    provider = rt_json_copy_new (self->tree, node,
                                 g_str_equal (what, "json") ? RT_JSON_TEXT_PRETTY
                                                            : RT_JSON_TEXT_VALUE);
  if (path != NULL)
    gdk_clipboard_set_text (clipboard, path);
  else
    gdk_clipboard_set_content (clipboard, provider);
}

static void
rt_tree_view_dispose (GObject *object)
{
  RtTreeView *self = RT_TREE_VIEW (object);

  rt_tree_view_set_tree (self, NULL);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  rt_template_dispose (GTK_WIDGET (object), RT_TYPE_TREE_VIEW);

  G_OBJECT_CLASS (rt_tree_view_parent_class)->dispose (object);
}

static void
show (RtBodyPage    *page,
      RtBodyContent *content,
      RtBodyView     view)
{
  rt_tree_view_set_tree (RT_TREE_VIEW (page),
                         content != NULL ? rt_body_content_get_tree (content) : NULL);
}

static gboolean
is_busy (RtBodyPage *page)
{
  RtTreeView *self = RT_TREE_VIEW (page);

  return self->filtering != NULL ||
         (self->tree != NULL && !rt_json_tree_is_complete (self->tree));
}

static void
find (RtBodyPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (RT_TREE_VIEW (page)->filter));
}

static void
body_page_init (RtBodyPageInterface *iface)
{
  iface->show = show;
  iface->is_busy = is_busy;
  iface->find = find;
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, RT_BODY_UI "tree-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RtTreeView, copy);
  gtk_widget_class_bind_template_child (widget_class, RtTreeView, filter);
  gtk_widget_class_bind_template_child (widget_class, RtTreeView, found);
  gtk_widget_class_bind_template_child (widget_class, RtTreeView, list);
  gtk_widget_class_bind_template_child (widget_class, RtTreeView, path);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_cb);
}

static void
rt_tree_view_class_init (RtTreeViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rt_tree_view_dispose;

  g_type_ensure (RT_TYPE_JSON_ROW);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "tree.copy", "s", copy_action);
  gtk_widget_class_install_action (widget_class, "tree.menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "tree.copy",
                                       "s", "value");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "tree.menu",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "tree.menu", NULL);
}

static void
rt_tree_view_init (RtTreeView *self)
{
  GMenuModel *model;

  gtk_widget_init_template (GTK_WIDGET (self));

  model = gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (self->copy));
  self->menu = gtk_popover_menu_new_from_model (model);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  g_signal_connect_object (self->menu, "closed", G_CALLBACK (menu_closed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list), rt_tree_keys_new ());
  chosen_cb (self);
}

GtkWidget *
rt_tree_view_new (void)
{
  return g_object_new (RT_TYPE_TREE_VIEW, NULL);
}

void
rt_tree_view_set_tree (RtTreeView *self,
                       RtJsonTree *tree)
{
  g_return_if_fail (RT_IS_TREE_VIEW (self));
  g_return_if_fail (tree == NULL || RT_IS_JSON_TREE (tree));

  if (self->tree == tree)
    return;
  stop_filtering (self);
  if (self->tree != NULL)
    g_clear_signal_handler (&self->changed_id, self->tree);
  if (self->list != NULL)
    show_nothing (self);
  g_set_object (&self->tree, tree);
  if (tree != NULL)
    {
      self->changed_id = g_signal_connect_swapped (tree, "changed", G_CALLBACK (changed_cb), self);
      show_root (self);
      filter_cb (self);
    }
  rt_body_page_busy_changed (RT_BODY_PAGE (self));
}
