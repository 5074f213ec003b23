/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The list of fields. It is filled when the heads are there and when the
 * exchange is done, not at every change between.
 */

#include "config.h"

#include "headers-pane.h"

#include "field-item.h"
#include "field-row.h"
#include "login-sheet.h"
#include "response-ui.h"
#include "response-words.h"
#include "secret-view.h"
#include "text.h"
#include "template.h"

#include <glib/gi18n-lib.h>

struct _RtHeadersPane
{
  RtResponsePane parent_instance;

  GListStore    *items;
  RtExchange    *shown;       /* whose rows these are; not owned, only compared */
  RtHead        *shown_head;
  RtExplanation *shown_explanation; /* not owned, only compared */
  gboolean       shown_whole; /* filled after its end */
  gboolean       shown_secrets;
  gboolean       has_secrets;

  GtkListView   *list;
  GtkWidget     *login;
  GtkWidget     *secrets;
  GtkLabel      *summary;
};

G_DEFINE_FINAL_TYPE (RtHeadersPane, rt_headers_pane, RT_TYPE_RESPONSE_PANE)

static char *
dup_start_line (const RtHead *head)
{
  RtSpan span = rt_head_get_start_line (head);
  gsize length;
  const char *bytes = g_bytes_get_data (rt_head_peek_bytes (head), &length);

  g_assert (span.offset + span.length <= length);

  return rt_text_from_wire (bytes + span.offset, span.length);
}

static char *
dup_title (RtHeadersPane *self,
           const RtHead  *head,
           const char    *title)
{
  RtResponsePane *pane = RT_RESPONSE_PANE (self);
  g_autofree char *line = dup_start_line (head);
  g_autofree char *masked =
    rt_response_pane_get_show_secrets (pane)
      ? g_strdup (line)
      : rt_secret_view_text (rt_response_pane_get_credentials (pane), line);
  g_autofree char *bound = rt_words_bound (g_steal_pointer (&masked));

  return g_strdup_printf ("%s · %s", title, bound);
}

static RtFieldItem *
create_plain_item (RtHeadersPane *self,
             RtHead        *head,
             guint          index)
{
  RtResponsePane *pane = RT_RESPONSE_PANE (self);
  RtCatalogue *catalogue = rt_response_pane_get_catalogue (pane);

  if (rt_response_pane_get_show_secrets (pane))
    return rt_field_item_new_field (head, index, catalogue);

  return rt_field_item_new_masked (head, index, catalogue,
                                   rt_response_pane_get_credentials (pane));
}

/* With what is to be said of the line, once that is known. */
static RtFieldItem *
create_item (RtHeadersPane *self,
             RtHead        *head,
             guint          index)
{
  RtExplanation *explanation = rt_response_pane_get_explanation (RT_RESPONSE_PANE (self));
  RtFieldItem *item = create_plain_item (self, head, index);

  if (explanation != NULL && head == self->shown_head)
    rt_field_item_set_notes (item, rt_explanation_get_notes (explanation), RT_NOTE_ON_FIELD);
  else if (explanation != NULL && rt_head_get_kind (head) == RT_HEAD_REQUEST)
    rt_field_item_set_notes (item, rt_explanation_get_notes (explanation),
                             RT_NOTE_ON_REQUEST_FIELD);

  return item;
}

static void
add_head (RtHeadersPane *self,
          GPtrArray     *items,
          RtHead        *head,
          const char    *title)
{
  RtCredentials *credentials = rt_response_pane_get_credentials (RT_RESPONSE_PANE (self));
  g_autofree char *whole = NULL;
  g_autofree char *note = rt_words_for_start_oddities (rt_head_get_start_oddities (head));
  guint n = rt_head_get_n_fields (head);

  if (rt_head_get_kind (head) != RT_HEAD_TRAILERS && !rt_head_is_rendition (head))
    whole = dup_title (self, head, title);
  g_ptr_array_add (items, rt_field_item_new_section (whole != NULL ? whole : title, note));
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, create_item (self, head, i));
  self->has_secrets = self->has_secrets || rt_secret_view_has_any (credentials, head);
  if (n == 0)
    g_ptr_array_add (items, rt_field_item_new_section (_("No fields."), ""));
}

static void
fill (RtHeadersPane *self,
      RtExchange    *exchange,
      RtHead        *response)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) interim = rt_exchange_dup_interim_heads (exchange);
  g_autoptr (RtHead) request = rt_exchange_dup_request_head (exchange);
  g_autoptr (RtHead) trailers = rt_exchange_dup_trailers (exchange);
  g_autofree char *summary = NULL;
  guint n = response != NULL ? rt_head_get_n_fields (response) : 0;

  self->has_secrets = FALSE;
  if (response != NULL)
    add_head (self, items, response, _("Response"));
  if (trailers != NULL)
    add_head (self, items, trailers, _("Trailers, sent after the content"));
  for (guint i = 0; i < interim->len; i++)
    add_head (self, items, g_ptr_array_index (interim, i), _("Interim response"));
  if (request != NULL)
    add_head (self, items, request, _("Request as sent"));

  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
  if (response != NULL)
    summary = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u field, as received",
                                            "%u fields, as received", n), n);
  else
    summary = g_strdup (_("No response head"));
  gtk_label_set_text (self->summary, summary);
  gtk_widget_set_visible (self->secrets, self->has_secrets);
  gtk_widget_set_visible (self->login,
                          rt_login_sheet_has_any (exchange, rt_response_pane_get_credentials (
                                                              RT_RESPONSE_PANE (self))));
}

static void
rt_headers_pane_refresh (RtResponsePane *pane)
{
  RtHeadersPane *self = RT_HEADERS_PANE (pane);
  RtExchange *exchange = rt_response_pane_get_exchange (pane);
  g_autoptr (RtHead) head = NULL;
  gboolean done = rt_response_pane_is_done (pane);
  gboolean secrets = rt_response_pane_get_show_secrets (pane);

  if (exchange == NULL)
    {
      gtk_widget_set_visible (self->secrets, FALSE);
      gtk_widget_set_visible (self->login, FALSE);
      self->shown = NULL;
      g_list_store_remove_all (self->items);
      gtk_label_set_text (self->summary, "");
      return;
    }

  head = rt_exchange_dup_response_head (exchange);
  if (exchange == self->shown && head == self->shown_head && done == self->shown_whole &&
      secrets == self->shown_secrets &&
      rt_response_pane_get_explanation (pane) == self->shown_explanation)
    return;

  self->shown = exchange;
  self->shown_whole = done;
  self->shown_explanation = rt_response_pane_get_explanation (pane);
  self->shown_secrets = secrets;
  g_clear_pointer (&self->shown_head, rt_head_unref);
  self->shown_head = head != NULL ? rt_head_ref (head) : NULL;
  fill (self, exchange, head);
}

static void
copy_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  RtHeadersPane *self = RT_HEADERS_PANE (widget);
  GString *text = g_string_new (NULL);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RtFieldItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);
      g_autofree char *line = rt_field_item_to_text (item);

      if (rt_field_item_is_section (item) && i > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, line);
      g_string_append_c (text, '\n');
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text->str);
  g_string_free (text, TRUE);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item)
{
  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_list_item_set_child (list_item, rt_field_row_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item)
{
  rt_field_row_set_item (RT_FIELD_ROW (gtk_list_item_get_child (list_item)),
                         gtk_list_item_get_item (list_item));
}

static void
rt_headers_pane_dispose (GObject *object)
{
  RtHeadersPane *self = RT_HEADERS_PANE (object);

  g_clear_pointer (&self->shown_head, rt_head_unref);
  rt_template_dispose (GTK_WIDGET (object), RT_TYPE_HEADERS_PANE);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (rt_headers_pane_parent_class)->dispose (object);
}

static void
rt_headers_pane_class_init (RtHeadersPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rt_headers_pane_dispose;
  RT_RESPONSE_PANE_CLASS (klass)->refresh = rt_headers_pane_refresh;

  gtk_widget_class_set_template_from_resource (widget_class, RT_RESPONSE_UI "headers-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, RtHeadersPane, list);
  gtk_widget_class_bind_template_child (widget_class, RtHeadersPane, login);
  gtk_widget_class_bind_template_child (widget_class, RtHeadersPane, secrets);
  gtk_widget_class_bind_template_child (widget_class, RtHeadersPane, summary);
  gtk_widget_class_install_action (widget_class, "headers.copy", NULL, copy_action);
}

static void
rt_headers_pane_init (RtHeadersPane *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));

  self->items = g_list_store_new (RT_TYPE_FIELD_ITEM);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->items)));
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
}

GListModel *
rt_headers_pane_get_items (RtHeadersPane *self)
{
  g_return_val_if_fail (RT_IS_HEADERS_PANE (self), NULL);

  return G_LIST_MODEL (self->items);
}
