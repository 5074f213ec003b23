/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the rows of the table say, and the filter, which is another list of
 * events.
 */

#include "config.h"

#include "events-view.h"

#include "body-ui.h"
#include "event-copy.h"
#include "event-stream.h"
#include "format.h"
#include "record-table.h"
#include "server-event.h"
#include "template.h"
#include "text.h"

#include <glib/gi18n-lib.h>

/* Bytes of an event that are shown in its row. */
#define SHOWN_BYTES 2000

struct _RtEventsView
{
  GtkWidget      parent_instance;

  RtDecodedText *bytes; /* that are shown, or NULL */
  GtkEditable   *filter;
  RtRecordTable *table;
};

static void body_page_init (RtBodyPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RtEventsView, rt_events_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (RT_TYPE_BODY_PAGE, body_page_init))

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
fill (RtCellRow      *row,
      const RtRecord *record,
      const guint8   *data)
{
  g_autoptr (RtServerEvent) event = rt_server_event_read (record, data, SHOWN_BYTES);

  rt_cell_row_take (row, 0, g_strdup_printf ("%u", record->number + 1));
  rt_cell_row_take (row, 1, g_strdup (event->has_data ? event->type : "—"));
  rt_cell_row_take (row, 2, g_strdup (event->id));
  rt_cell_row_take (row, 3, describe (event));
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  RtEventsView *self = RT_EVENTS_VIEW (widget);
  g_autoptr (GdkContentProvider) provider = NULL;
  g_autoptr (GBytes) bytes = NULL;
  RtRecord event;
  guint row;

  if (!rt_record_table_get_chosen (self->table, &row))
    return;
  bytes = rt_records_look_up (rt_record_table_get_records (self->table), row, &event);
  if (bytes == NULL)
    return;
  provider = rt_event_copy_new (bytes, &event);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), provider);
}

static void
changed_cb (RtEventsView *self)
{
  RtRecords *events = rt_record_table_get_records (self->table);
  const char *note = "";

  if (events != NULL && rt_records_is_cut (events))
    note = _("There are more events than are listed here.");
  else if (events != NULL && rt_records_get_faults (events) & RT_EVENT_STREAM_UNFINISHED)
    note = _("No empty line ends the last event: a browser drops it.");
  rt_record_table_set_note (self->table, note);
  rt_body_page_busy_changed (RT_BODY_PAGE (self));
}

static void
filter_cb (RtEventsView *self)
{
  RtRecords *events = NULL;

  if (self->bytes != NULL)
    events = rt_event_stream_new (self->bytes, gtk_editable_get_text (self->filter));
  rt_record_table_take_records (self->table, events);
  changed_cb (self);
}

static void
show (RtBodyPage    *page,
      RtBodyContent *content,
      RtBodyView     view)
{
  RtEventsView *self = RT_EVENTS_VIEW (page);
  RtDecodedText *bytes = content != NULL ? rt_body_content_get_plain (content) : NULL;

  if (g_set_object (&self->bytes, bytes))
    filter_cb (self);
}

static gboolean
is_busy (RtBodyPage *page)
{
  return rt_record_table_is_busy (RT_EVENTS_VIEW (page)->table);
}

static void
body_page_init (RtBodyPageInterface *iface)
{
  iface->show = show;
  iface->is_busy = is_busy;
}

static void
rt_events_view_dispose (GObject *object)
{
  RtEventsView *self = RT_EVENTS_VIEW (object);

  g_clear_object (&self->bytes);
  rt_template_dispose (GTK_WIDGET (object), RT_TYPE_EVENTS_VIEW);

  G_OBJECT_CLASS (rt_events_view_parent_class)->dispose (object);
}

static void
rt_events_view_class_init (RtEventsViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rt_events_view_dispose;

  g_type_ensure (RT_TYPE_RECORD_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, RT_BODY_UI "events-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RtEventsView, filter);
  gtk_widget_class_bind_template_child (widget_class, RtEventsView, table);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_install_action (widget_class, "events.copy-data", NULL, copy_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK,
                                       "events.copy-data", NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
rt_events_view_init (RtEventsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  rt_record_table_set_fill (self->table, fill);
  rt_record_table_add_column (self->table, _("No."), 0, FALSE);
  rt_record_table_add_column (self->table, _("Event"), 1, FALSE);
  rt_record_table_add_column (self->table, _("ID"), 2, FALSE);
  rt_record_table_add_column (self->table, _("Data"), 3, TRUE);
}

GtkWidget *
rt_events_view_new (void)
{
  return g_object_new (RT_TYPE_EVENTS_VIEW, NULL);
}
