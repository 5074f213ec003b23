/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the rows of the table say, and what is copied. */

#include "config.h"

#include "form-view.h"

#include "body-ui.h"
#include "form-copy.h"
#include "form-fields.h"
#include "record-table.h"
#include "template.h"
#include "text.h"

#include <glib/gi18n-lib.h>

/* Bytes of a name or value that are shown in its cell. */
#define SHOWN_BYTES 1000

struct _RtFormView
{
  GtkWidget      parent_instance;

  RtDecodedText *bytes; /* that are shown, or NULL */
  RtRecordTable *table;
};

static void body_page_init (RtBodyPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RtFormView, rt_form_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (RT_TYPE_BODY_PAGE, body_page_init))

/* One line for a cell: line ends are shown as escapes. */
static char *
decode_cell (const char *raw,
             gsize       length,
             guint      *faults)
{
  guint found = 0;
  g_autofree char *text = rt_form_fields_decode (raw, MIN (length, SHOWN_BYTES), &found);

  /* Where it was cut an escape or a character may have been. */
  *faults |= length > SHOWN_BYTES ? found & RT_FORM_UNESCAPED : found;

  return rt_text_from_wire (text, -1);
}

static void
fill (RtCellRow      *row,
      const RtRecord *record,
      const guint8   *data)
{
  const char *text = (const char *) data;
  guint faults = 0;
  RtFormField field;

  rt_form_field_init (&field, record);
  rt_cell_row_take (row, 0, decode_cell (text + field.start, field.name_length, &faults));
  rt_cell_row_take (row, 1, decode_cell (text + field.value_start, field.value_length, &faults));
  rt_cell_row_take (row, 2, faults != 0 || field.has_value ? rt_form_fault_words (faults)
                                                           : g_strdup (_("no “=”")));
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  RtFormView *self = RT_FORM_VIEW (widget);
  g_autoptr (GdkContentProvider) provider = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) raw = NULL;
  RtRecord record;
  RtFormField field;
  guint row;

  if (!rt_record_table_get_chosen (self->table, &row))
    return;
  bytes = rt_records_look_up (rt_record_table_get_records (self->table), row, &record);
  rt_form_field_init (&field, &record);
  if (g_str_has_suffix (name, "name"))
    raw = g_bytes_new_from_bytes (bytes, field.start, field.name_length);
  else
    raw = g_bytes_new_from_bytes (bytes, field.value_start, field.value_length);
  provider = rt_form_copy_new (raw);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), provider);
}

static void
changed_cb (RtFormView *self)
{
  RtRecords *fields = rt_record_table_get_records (self->table);
  gboolean cut = fields != NULL && rt_records_is_cut (fields);

  rt_record_table_set_note (self->table,
                            cut ? _("There are more fields than are listed here.") : "");
  rt_body_page_busy_changed (RT_BODY_PAGE (self));
}

static void
show (RtBodyPage    *page,
      RtBodyContent *content,
      RtBodyView     view)
{
  RtFormView *self = RT_FORM_VIEW (page);
  RtDecodedText *bytes = content != NULL ? rt_body_content_get_plain (content) : NULL;

  if (!g_set_object (&self->bytes, bytes))
    return;
  rt_record_table_take_records (self->table, bytes != NULL ? rt_form_fields_new (bytes) : NULL);
  changed_cb (self);
}

static gboolean
is_busy (RtBodyPage *page)
{
  return rt_record_table_is_busy (RT_FORM_VIEW (page)->table);
}

static void
body_page_init (RtBodyPageInterface *iface)
{
  iface->show = show;
  iface->is_busy = is_busy;
}

static void
rt_form_view_dispose (GObject *object)
{
  RtFormView *self = RT_FORM_VIEW (object);

  g_clear_object (&self->bytes);
  rt_template_dispose (GTK_WIDGET (object), RT_TYPE_FORM_VIEW);

  G_OBJECT_CLASS (rt_form_view_parent_class)->dispose (object);
}

static void
rt_form_view_class_init (RtFormViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rt_form_view_dispose;

  g_type_ensure (RT_TYPE_RECORD_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, RT_BODY_UI "form-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RtFormView, table);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_install_action (widget_class, "form.copy-name", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "form.copy-value", NULL, copy_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK,
                                       "form.copy-value", NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
rt_form_view_init (RtFormView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  rt_record_table_set_fill (self->table, fill);
  rt_record_table_add_column (self->table, _("Name"), 0, FALSE);
  rt_record_table_add_column (self->table, _("Value"), 1, TRUE);
  rt_record_table_add_note_column (self->table, _("Note"), 2);
}

GtkWidget *
rt_form_view_new (void)
{
  return g_object_new (RT_TYPE_FORM_VIEW, NULL);
}
