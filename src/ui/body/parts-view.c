/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the rows of the table say, and which part is chosen. */

#include "config.h"

#include "parts-view.h"

#include "body-ui.h"
#include "content-disposition.h"
#include "format.h"
#include "multipart.h"
#include "record-table.h"
#include "template.h"
#include "text.h"

#include <glib/gi18n-lib.h>

struct _RtPartsView
{
  GtkWidget      parent_instance;

  RtDecodedText *bytes; /* that are shown, or NULL */
  RtRecordTable *table;
};

static void body_page_init (RtBodyPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RtPartsView, rt_parts_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (RT_TYPE_BODY_PAGE, body_page_init))

enum
{
  PART_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* As it was sent: in what is made fit for the screen, a backslash is not the sender's. */
static const char *
find_disposition (GPtrArray *fields)
{
  const char *disposition = rt_part_find_field (fields, "Content-Disposition");

  return disposition != NULL ? disposition : "";
}

static char *
dup_cell (const char *text)
{
  return rt_text_from_wire (text != NULL ? text : "", -1);
}

static void
fill (RtCellRow      *row,
      const RtRecord *record,
      const guint8   *data)
{
  RtPart part;
  g_autoptr (GPtrArray) fields = NULL;
  g_autoptr (RtContentDisposition) parsed = NULL;
  const char *name;
  const char *type;

  rt_part_init (&part, record, data);
  fields = rt_part_read_fields (&part, data);
  parsed = rt_content_disposition_parse (find_disposition (fields));
  name = rt_content_disposition_get (parsed, "name");
  type = rt_part_find_field (fields, "Content-Type");
  if (name == NULL)
    name = rt_part_find_field (fields, "Content-Range");
  rt_cell_row_take (row, 0, dup_cell (name));
  rt_cell_row_take (row, 1, dup_cell (rt_content_disposition_get (parsed, "filename")));
  /* RFC 2046 section 5.1: a part without a type is text. */
  rt_cell_row_take (row, 2, type != NULL ? dup_cell (type) : g_strdup (_("text/plain (not said)")));
  rt_cell_row_take (row, 3, rt_format_size (part.content_length));
  rt_cell_row_take (row, 4, rt_part_fault_words (part.faults));
}

/* One that still grows can be chosen when its end has come. */
static void
activate_cb (RtPartsView *self,
             guint        position)
{
  RtRecords *parts = rt_record_table_get_records (self->table);
  g_autoptr (GPtrArray) fields = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const char *type;
  RtRecord record;
  RtPart part;

  if (parts == NULL || position >= rt_records_get_n_ended (parts))
    return;
  bytes = rt_records_look_up (parts, position, &record);
  rt_part_init (&part, &record, g_bytes_get_data (bytes, NULL));
  fields = rt_part_read_fields (&part, g_bytes_get_data (bytes, NULL));
  type = rt_part_find_field (fields, "Content-Type");
  g_signal_emit (self, signals[PART_CHOSEN], 0, part.content_start, part.content_length,
                 type != NULL ? type : "text/plain", find_disposition (fields));
}

static void
changed_cb (RtPartsView *self)
{
  RtRecords *parts = rt_record_table_get_records (self->table);
  g_autofree char *note = NULL;

  if (parts != NULL && rt_records_is_cut (parts))
    note = g_strdup (_("There are more parts than are listed here."));
  else if (parts != NULL)
    note = rt_multipart_fault_words (rt_records_get_faults (parts));
  if (note != NULL)
    rt_record_table_set_note (self->table, note);
  rt_body_page_busy_changed (RT_BODY_PAGE (self));
}

static void
show_content (RtPartsView   *self,
              RtBodyContent *content)
{
  const char *media_type = rt_body_content_get_media_type (content);
  g_autoptr (RtMediaType) type = media_type != NULL ? rt_media_type_parse (media_type) : NULL;
  const char *error = _("The Content-Type cannot be read, so the parts cannot be told apart.");
  RtRecords *parts = NULL;

  if (type != NULL)
    parts = rt_multipart_new (self->bytes, type, &error);
  rt_record_table_take_records (self->table, parts);
  if (parts == NULL)
    rt_record_table_set_note (self->table, error);
}

static void
show (RtBodyPage    *page,
      RtBodyContent *content,
      RtBodyView     view)
{
  RtPartsView *self = RT_PARTS_VIEW (page);
  RtDecodedText *bytes = content != NULL ? rt_body_content_get_plain (content) : NULL;

  if (!g_set_object (&self->bytes, bytes))
    return;
  rt_record_table_take_records (self->table, NULL);
  rt_record_table_set_note (self->table, "");
  if (content != NULL)
    show_content (self, content);
  changed_cb (self);
}

static gboolean
is_busy (RtBodyPage *page)
{
  return rt_record_table_is_busy (RT_PARTS_VIEW (page)->table);
}

static void
body_page_init (RtBodyPageInterface *iface)
{
  iface->show = show;
  iface->is_busy = is_busy;
}

static void
rt_parts_view_dispose (GObject *object)
{
  RtPartsView *self = RT_PARTS_VIEW (object);

  g_clear_object (&self->bytes);
  rt_template_dispose (GTK_WIDGET (object), RT_TYPE_PARTS_VIEW);

  G_OBJECT_CLASS (rt_parts_view_parent_class)->dispose (object);
}

static void
rt_parts_view_class_init (RtPartsViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rt_parts_view_dispose;
  signals[PART_CHOSEN] = g_signal_new ("part-chosen", G_TYPE_FROM_CLASS (klass),
                                       G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 4,
                                       G_TYPE_UINT64, G_TYPE_UINT64, G_TYPE_STRING,
                                       G_TYPE_STRING);

  g_type_ensure (RT_TYPE_RECORD_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, RT_BODY_UI "parts-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RtPartsView, table);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
rt_parts_view_init (RtPartsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  rt_record_table_set_fill (self->table, fill);
  rt_record_table_add_column (self->table, _("Name"), 0, TRUE);
  rt_record_table_add_column (self->table, _("File name"), 1, TRUE);
  rt_record_table_add_column (self->table, _("Type"), 2, TRUE);
  rt_record_table_add_column (self->table, _("Size"), 3, FALSE);
  rt_record_table_add_note_column (self->table, _("Note"), 4);
}

GtkWidget *
rt_parts_view_new (void)
{
  return g_object_new (RT_TYPE_PARTS_VIEW, NULL);
}
