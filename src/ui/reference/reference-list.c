/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Turns what rt_catalogue_search() gives into rows: with headings in order of
 * number without a query, ranked without headings with one. Keeps an item for
 * each code, so that its marks outlive a search.
 */

#include "config.h"

#include "reference-list.h"

#include "after-paint.h"
#include "catalogue-search.h"
#include "code-item.h"
#include "code-row.h"
#include "seen-codes.h"
#include "status-look.h"
#include "template.h"

#include <glib/gi18n-lib.h>

/* Rows of the first frame: more than a high screen shows. */
#define FIRST_ROWS 32

struct _RtReferenceList
{
  GtkWidget           parent_instance;

  /* Template widgets */
  GtkListView        *list_view;
  GtkLabel           *seen_label;
  GtkSearchEntry     *search_entry;
  GtkSingleSelection *selection;
  GtkStack           *stack;

  RtCatalogue        *catalogue;
  RtSettings         *settings;
  GListStore         *items;
  GtkSliceListModel  *shown;   /* of the items: the first until the first frame */
  GHashTable         *by_code; /* GINT_TO_POINTER (code) -> RtCodeItem, owned */
  char               *query;   /* that the items fit */
  int                 here;
  gboolean            moving;  /* the keyboard moves the selection */
  gboolean            quiet;   /* this file changes the selection */
};

G_DEFINE_FINAL_TYPE (RtReferenceList, rt_reference_list, GTK_TYPE_WIDGET)

enum
{
  CODE_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_all (RtReferenceList *self)
{
  gtk_slice_list_model_set_size (self->shown, G_MAXUINT);
}

static char *
dup_heading (RtStatusCode *code)
{
  RtStatusClass status_class = rt_status_code_get_class (code);

  if (rt_status_code_get_state (code) == RT_STATUS_UNOFFICIAL)
    return g_strdup (_("Unofficial, not registered"));
  /* Translators: "4xx Client error" */
  return g_strdup_printf (_("%s %s"), rt_status_class_to_id (status_class),
                          _(rt_status_look_for_class (status_class)->word));
}

static void
append_section (RtReferenceList *self,
                GPtrArray       *codes,
                gboolean         unofficial)
{
  g_autofree char *last = NULL;

  for (guint i = 0; i < codes->len; i++)
    {
      RtStatusCode *code = g_ptr_array_index (codes, i);
      g_autofree char *title = NULL;

      if ((rt_status_code_get_state (code) == RT_STATUS_UNOFFICIAL) != unofficial)
        continue;
      title = dup_heading (code);
      if (g_strcmp0 (title, last) != 0)
        {
          g_autoptr (RtCodeItem) heading = rt_code_item_new_heading (title);

          g_list_store_append (self->items, heading);
          g_clear_pointer (&last, g_free);
          last = g_steal_pointer (&title);
        }
      g_list_store_append (self->items,
        g_hash_table_lookup (self->by_code,
                             GINT_TO_POINTER (rt_status_code_get_code (code))));
    }
}

static guint
find_position (RtReferenceList *self,
               int              code)
{
  RtCodeItem *item = g_hash_table_lookup (self->by_code, GINT_TO_POINTER (code));
  guint position;

  if (item == NULL || !g_list_store_find (self->items, item, &position))
    return GTK_INVALID_LIST_POSITION;
  return position;
}

static void
scroll_to (RtReferenceList *self,
           guint            position)
{
  if (position == GTK_INVALID_LIST_POSITION)
    return;

  show_all (self);
  gtk_widget_activate_action (GTK_WIDGET (self->list_view),
                              "list.scroll-to-item", "u", position);
}

static void
search (RtReferenceList *self)
{
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  g_autoptr (GPtrArray) found = rt_catalogue_search (self->catalogue, query);
  gboolean ranked = *query != '\0';

  if (found->len == 0)
    {
      g_ptr_array_unref (found);
      found = rt_catalogue_guess (self->catalogue, query);
    }
  g_clear_pointer (&self->query, g_free);
  self->query = g_strdup (query);
  self->quiet = TRUE;
  g_list_store_remove_all (self->items);
  if (ranked)
    {
      for (guint i = 0; i < found->len; i++)
        {
          int code = rt_status_code_get_code (g_ptr_array_index (found, i));

          g_list_store_append (self->items,
                               g_hash_table_lookup (self->by_code, GINT_TO_POINTER (code)));
        }
    }
  else
    {
      append_section (self, found, FALSE);
      append_section (self, found, TRUE);
    }
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  self->quiet = FALSE;

  gtk_stack_set_visible_child_name (self->stack, found->len > 0 ? "list" : "empty");
  if (!ranked)
    scroll_to (self, find_position (self, self->here));
}

static void
choose (RtReferenceList *self,
        guint            position)
{
  g_autoptr (RtCodeItem) item = NULL;

  item = g_list_model_get_item (G_LIST_MODEL (self->items), position);
  if (item != NULL && rt_code_item_get_code (item) != NULL)
    g_signal_emit (self, signals[CODE_CHOSEN], 0,
                   rt_status_code_get_code (rt_code_item_get_code (item)));
}

static void
search_changed_cb (RtReferenceList *self)
{
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  /* The entry also says so when its delay is set. */
  if (self->catalogue != NULL && g_strcmp0 (query, self->query) != 0)
    search (self);
}

static void
search_activate_cb (RtReferenceList *self)
{
  /* With a query the best match comes first; without one nothing is best.
   * Enter may come before the entry's delay is over. */
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) == '\0')
    return;
  search_changed_cb (self);
  choose (self, 0);
}

static void
stop_search_cb (RtReferenceList *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

static gboolean
search_key_cb (GtkEventControllerKey *controller,
               guint                  keyval,
               guint                  keycode,
               GdkModifierType        state,
               RtReferenceList       *self)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_child_focus (GTK_WIDGET (self->list_view), GTK_DIR_TAB_FORWARD);
  return GDK_EVENT_STOP;
}

/* Arrow keys only move; clicks and assistive tools choose with the selection,
 * Enter with "activate". */
static gboolean
list_key_cb (GtkEventControllerKey *controller,
             guint                  keyval,
             guint                  keycode,
             GdkModifierType        state,
             RtReferenceList       *self)
{
  self->moving = TRUE;
  return GDK_EVENT_PROPAGATE;
}

static void
list_key_released_cb (GtkEventControllerKey *controller,
                      guint                  keyval,
                      guint                  keycode,
                      GdkModifierType        state,
                      RtReferenceList       *self)
{
  self->moving = FALSE;
}

static void
list_pressed_cb (GtkGestureClick *gesture,
                 int              n_press,
                 double           x,
                 double           y,
                 RtReferenceList *self)
{
  self->moving = FALSE;
}

static void
selected_cb (RtReferenceList *self)
{
  if (!self->quiet && !self->moving)
    choose (self, gtk_single_selection_get_selected (self->selection));
}

static void
activate_cb (GtkListView     *list_view,
             guint            position,
             RtReferenceList *self)
{
  choose (self, position);
}

static void
setup_row_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *row)
{
  gtk_list_item_set_child (row, rt_code_row_new ());
}

static void
bind_row_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *row)
{
  RtCodeItem *item = gtk_list_item_get_item (row);
  gboolean is_code = rt_code_item_get_code (item) != NULL;

  gtk_list_item_set_activatable (row, is_code);
  gtk_list_item_set_selectable (row, is_code);
  g_object_set (gtk_list_item_get_child (row), "item", item, NULL);
}

static void
unbind_row_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *row)
{
  g_object_set (gtk_list_item_get_child (row), "item", NULL, NULL);
}

static void
count_seen (RtReferenceList *self)
{
  g_autofree char *words = rt_seen_codes_dup_words (self->catalogue, self->settings);

  gtk_label_set_text (self->seen_label, words);
}

static void
seen_changed_cb (RtReferenceList *self,
                 int              code)
{
  RtCodeItem *item = g_hash_table_lookup (self->by_code, GINT_TO_POINTER (code));

  if (item != NULL)
    rt_code_item_set_seen (item, TRUE);
  count_seen (self);
}

static void
painted_cb (GtkWidget *widget)
{
  show_all (RT_REFERENCE_LIST (widget));
}

static void
rt_reference_list_dispose (GObject *object)
{
  RtReferenceList *self = RT_REFERENCE_LIST (object);

  self->quiet = TRUE;
  rt_template_dispose (GTK_WIDGET (self), RT_TYPE_REFERENCE_LIST);
  g_clear_object (&self->settings);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->shown);
  g_clear_object (&self->items);
  g_clear_pointer (&self->by_code, g_hash_table_unref);
  g_clear_pointer (&self->query, g_free);

  G_OBJECT_CLASS (rt_reference_list_parent_class)->dispose (object);
}

static void
rt_reference_list_class_init (RtReferenceListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_reference_list_dispose;

  signals[CODE_CHOSEN] =
    g_signal_new ("code-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/roundtrip_app/Roundtrip/ui/reference/reference-list.ui");
  gtk_widget_class_bind_template_child (widget_class, RtReferenceList, list_view);
  gtk_widget_class_bind_template_child (widget_class, RtReferenceList, search_entry);
  gtk_widget_class_bind_template_child (widget_class, RtReferenceList, seen_label);
  gtk_widget_class_bind_template_child (widget_class, RtReferenceList, selection);
  gtk_widget_class_bind_template_child (widget_class, RtReferenceList, stack);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_key_released_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_row_cb);
}

static void
rt_reference_list_init (RtReferenceList *self)
{
  self->items = g_list_store_new (RT_TYPE_CODE_ITEM);
  self->by_code = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->shown = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (self->items)), 0,
                                          FIRST_ROWS);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->shown));
  rt_after_paint (GTK_WIDGET (self), painted_cb);
}

GtkWidget *
rt_reference_list_new (void)
{
  return g_object_new (RT_TYPE_REFERENCE_LIST, NULL);
}

void
rt_reference_list_set_catalogue (RtReferenceList *self,
                                 RtCatalogue     *catalogue,
                                 RtSettings      *settings)
{
  GListModel *codes;

  g_return_if_fail (RT_IS_REFERENCE_LIST (self));
  g_return_if_fail (RT_IS_CATALOGUE (catalogue));
  g_return_if_fail (RT_IS_SETTINGS (settings));
  g_return_if_fail (self->catalogue == NULL);

  self->catalogue = g_object_ref (catalogue);
  self->settings = g_object_ref (settings);
  codes = rt_catalogue_get_codes (catalogue);
  for (guint i = 0; i < g_list_model_get_n_items (codes); i++)
    {
      g_autoptr (RtStatusCode) code = g_list_model_get_item (codes, i);
      int number = rt_status_code_get_code (code);
      RtCodeItem *item = rt_code_item_new (code);

      rt_code_item_set_seen (item, rt_settings_is_seen (settings, number));
      g_hash_table_replace (self->by_code, GINT_TO_POINTER (number), item);
    }
  g_signal_connect_object (settings, "seen-changed",
                           G_CALLBACK (seen_changed_cb), self, G_CONNECT_SWAPPED);
  count_seen (self);
  search (self);
}

void
rt_reference_list_set_here (RtReferenceList *self,
                            int              code)
{
  RtCodeItem *item;

  g_return_if_fail (RT_IS_REFERENCE_LIST (self));

  if (self->here == code)
    return;
  item = g_hash_table_lookup (self->by_code, GINT_TO_POINTER (self->here));
  if (item != NULL)
    rt_code_item_set_here (item, FALSE);

  self->here = code;
  item = g_hash_table_lookup (self->by_code, GINT_TO_POINTER (code));
  if (item == NULL)
    return;
  rt_code_item_set_here (item, TRUE);
  scroll_to (self, find_position (self, code));
}

int
rt_reference_list_get_here (RtReferenceList *self)
{
  g_return_val_if_fail (RT_IS_REFERENCE_LIST (self), 0);

  return self->here;
}

void
rt_reference_list_unselect (RtReferenceList *self)
{
  g_return_if_fail (RT_IS_REFERENCE_LIST (self));

  self->quiet = TRUE;
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  self->quiet = FALSE;
}

void
rt_reference_list_focus_search (RtReferenceList *self)
{
  g_return_if_fail (RT_IS_REFERENCE_LIST (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

void
rt_reference_list_set_query (RtReferenceList *self,
                             const char      *query)
{
  g_return_if_fail (RT_IS_REFERENCE_LIST (self));
  g_return_if_fail (query != NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), query);
  search_changed_cb (self);
}

GListModel *
rt_reference_list_get_items (RtReferenceList *self)
{
  g_return_val_if_fail (RT_IS_REFERENCE_LIST (self), NULL);

  return G_LIST_MODEL (self->items);
}
