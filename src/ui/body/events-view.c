/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The table, and what fills its rows. */

#include "config.h"

#include "events-view.h"

#include "body-ui.h"
#include "cell-model.h"
#include "event-stream.h"
#include "format.h"
#include "template.h"
#include "text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Bytes of an event that are shown in its row. */
#define SHOWN_BYTES 2000

struct _RtEventsView
{
  GtkWidget      parent_instance;

  GBytes             *bytes;
  RtEventStream      *stream;
  GtkCustomFilter    *wanted;
  GtkFilterListModel *shown;
  gboolean            at_end;
  GtkSearchEntry     *filter;
  GtkScrolledWindow  *scroller;
  RtCellModel   *model;
  GtkColumnView *list;
  GtkLabel      *note;
};

static void body_page_init (RtBodyPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RtEventsView, rt_events_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (RT_TYPE_BODY_PAGE, body_page_init))

static RtServerEvent *
read_event (RtEventsView *self,
            guint         index)
{
  return rt_event_block_read (rt_event_stream_get_block (self->stream, index),
                              g_bytes_get_data (self->bytes, NULL), SHOWN_BYTES);
}

static char *
describe (const RtServerEvent *event)
{
  if (event->has_data)
    return rt_text_from_wire (event->data, -1);
  if (event->comments != NULL)
    {
      g_autofree char *comment = rt_text_from_wire (event->comments, -1);

      return g_strdup_printf (_("comment: %s"), comment);
    }
  if (event->retry >= 0)
    {
      g_autofree char *wait = rt_format_count (event->retry);

      /* Translators: %s is a number of milliseconds */
      return g_strdup_printf (_("reconnect after %s ms"), wait);
    }

  return g_strdup (_("no data: a browser dispatches nothing"));
}

static void
fill (RtCellRow *row,
      guint      index,
      gpointer   data)
{
  RtEventsView *self = data;
  g_autoptr (RtServerEvent) event = read_event (self, index);

  rt_cell_row_take (row, 0, g_strdup_printf ("%u", index + 1));
  rt_cell_row_take (row, 1, g_strdup (event->has_data ? event->type : "—"));
  rt_cell_row_take (row, 2, g_strdup (event->id));
  rt_cell_row_take (row, 3, describe (event));
}

static gboolean
is_wanted (gpointer item,
           gpointer data)
{
  RtEventsView *self = data;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->filter));
  g_autofree char *type = g_utf8_casefold (rt_cell_row_get (item, 1), -1);
  g_autofree char *part = g_utf8_casefold (text, -1);

  return strstr (type, part) != NULL;
}

static void
filter_cb (RtEventsView *self)
{
  gboolean any = *gtk_editable_get_text (GTK_EDITABLE (self->filter)) != '\0';

  gtk_filter_list_model_set_filter (self->shown, any ? GTK_FILTER (self->wanted) : NULL);
  if (any)
    gtk_filter_changed (GTK_FILTER (self->wanted), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
scrolled_cb (RtEventsView *self)
{
  GtkAdjustment *v = gtk_scrolled_window_get_vadjustment (self->scroller);

  self->at_end = gtk_adjustment_get_value (v) + gtk_adjustment_get_page_size (v) >=
                 gtk_adjustment_get_upper (v) - 4;
}

static void
grown_cb (RtEventsView *self)
{
  GtkAdjustment *v = gtk_scrolled_window_get_vadjustment (self->scroller);

  if (self->at_end)
    gtk_adjustment_set_value (v, gtk_adjustment_get_upper (v) - gtk_adjustment_get_page_size (v));
}

static void
clear (RtEventsView *self)
{
  rt_cell_model_set_n (self->model, 0);
  g_clear_pointer (&self->stream, rt_event_stream_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
}

static void
show (RtBodyPage    *page,
      RtBodyContent *content,
      RtBodyView     view)
{
  g_autoptr (GBytes) bytes = content != NULL ? rt_body_content_dup_bytes (content) : NULL;

  rt_events_view_extend (RT_EVENTS_VIEW (page), bytes,
                         content != NULL && rt_body_content_is_complete (content));
}

static void
body_page_init (RtBodyPageInterface *iface)
{
  iface->show = show;
}

static void
rt_events_view_dispose (GObject *object)
{
  RtEventsView *self = RT_EVENTS_VIEW (object);

  clear (self);
  rt_template_dispose (GTK_WIDGET (object), RT_TYPE_EVENTS_VIEW);

  G_OBJECT_CLASS (rt_events_view_parent_class)->dispose (object);
}

static void
rt_events_view_finalize (GObject *object)
{
  RtEventsView *self = RT_EVENTS_VIEW (object);

  g_clear_object (&self->shown);
  g_clear_object (&self->wanted);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (rt_events_view_parent_class)->finalize (object);
}

static void
rt_events_view_class_init (RtEventsViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rt_events_view_dispose;
  object_class->finalize = rt_events_view_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, RT_BODY_UI "events-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RtEventsView, list);
  gtk_widget_class_bind_template_child (widget_class, RtEventsView, note);
  gtk_widget_class_bind_template_child (widget_class, RtEventsView, filter);
  gtk_widget_class_bind_template_child (widget_class, RtEventsView, scroller);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
rt_events_view_init (RtEventsView *self)
{
  g_autoptr (GtkSelectionModel) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->model = rt_cell_model_new (fill, self);
  self->at_end = TRUE;
  self->wanted = gtk_custom_filter_new (is_wanted, self, NULL);
  self->shown = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->model)), NULL);
  gtk_filter_list_model_set_incremental (self->shown, TRUE);
  selection =
    GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->shown))));
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller), "changed",
                           G_CALLBACK (grown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller),
                           "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->list, selection);
  rt_cell_model_add_column (self->list, _("No."), 0, FALSE);
  rt_cell_model_add_column (self->list, _("Event"), 1, FALSE);
  rt_cell_model_add_column (self->list, _("ID"), 2, FALSE);
  rt_cell_model_add_column (self->list, _("Data"), 3, TRUE);
}

GtkWidget *
rt_events_view_new (void)
{
  return g_object_new (RT_TYPE_EVENTS_VIEW, NULL);
}

void
rt_events_view_extend (RtEventsView *self,
                       GBytes       *bytes,
                       gboolean      complete)
{
  gboolean unfinished;
  const guint8 *data;
  gsize length;

  g_return_if_fail (RT_IS_EVENTS_VIEW (self));

  if (bytes == NULL ||
      (self->bytes != NULL && g_bytes_get_size (bytes) < g_bytes_get_size (self->bytes)))
    {
      clear (self);
      self->at_end = TRUE;
    }
  if (bytes == NULL)
    return;
  if (self->stream == NULL)
    self->stream = rt_event_stream_new ();
  g_bytes_ref (bytes);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->bytes = bytes;
  data = g_bytes_get_data (bytes, &length);
  rt_event_stream_extend (self->stream, data, length, complete);
  rt_cell_model_set_n (self->model, rt_event_stream_get_n_blocks (self->stream));
  unfinished = rt_event_stream_is_unfinished (self->stream);
  gtk_label_set_text (self->note, unfinished
                      ? _("No empty line ends the last event: a browser drops it.")
                      : _("There are more events than are listed here."));
  gtk_widget_set_visible (GTK_WIDGET (self->note),
                          unfinished || rt_event_stream_is_cut (self->stream));
}

guint
rt_events_view_get_n (RtEventsView *self)
{
  g_return_val_if_fail (RT_IS_EVENTS_VIEW (self), 0);

  return self->stream != NULL ? rt_event_stream_get_n_blocks (self->stream) : 0;
}
