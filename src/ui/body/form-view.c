/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The table, and what fills its rows. */

#include "config.h"

#include "form-view.h"

#include "body-ui.h"
#include "cell-model.h"
#include "form-fields.h"
#include "template.h"
#include "text.h"

#include <glib/gi18n-lib.h>

/* Bytes of a name or value that are shown in its cell. */
#define SHOWN_BYTES 1000

struct _RtFormView
{
  GtkWidget      parent_instance;

  GBytes        *bytes;
  GArray        *fields; /* RtFormField */
  RtCellModel   *model;
  GtkColumnView *list;
  GtkLabel      *note;
};

G_DEFINE_FINAL_TYPE (RtFormView, rt_form_view, GTK_TYPE_WIDGET)

static const char *
get_data (RtFormView *self)
{
  return g_bytes_get_data (self->bytes, NULL);
}

/* One line for a cell: line ends are shown as escapes. */
static char *
decode_cell (RtFormView *self,
             gsize       start,
             gsize       length,
             guint      *faults)
{
  guint found = 0;
  g_autofree char *text = rt_form_fields_decode (get_data (self) + start,
                                                 MIN (length, SHOWN_BYTES), &found);

  /* Where it was cut an escape or a character may have been. */
  *faults |= length > SHOWN_BYTES ? found & RT_FORM_UNESCAPED : found;

  return rt_text_from_wire (text, -1);
}

static void
fill (RtCellRow *row,
      guint      index,
      gpointer   data)
{
  RtFormView *self = data;
  const RtFormField *field = &g_array_index (self->fields, RtFormField, index);
  guint faults = 0;

  rt_cell_row_take (row, 0, decode_cell (self, field->start, field->name_length, &faults));
  rt_cell_row_take (row, 1, decode_cell (self, field->value_start, field->value_length, &faults));
  rt_cell_row_take (row, 2, faults != 0 || field->has_value ? rt_form_fault_words (faults)
                                                            : g_strdup (_("no “=”")));
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  RtFormView *self = RT_FORM_VIEW (widget);
  GtkSingleSelection *selection =
    GTK_SINGLE_SELECTION (gtk_column_view_get_model (self->list));
  RtCellRow *row = gtk_single_selection_get_selected_item (selection);
  const RtFormField *field;
  g_autofree char *text = NULL;

  if (row == NULL)
    return;
  field = &g_array_index (self->fields, RtFormField, rt_cell_row_get_index (row));
  if (g_str_has_suffix (name, "name"))
    text = rt_form_fields_decode (get_data (self) + field->start, field->name_length, NULL);
  else
    text = rt_form_fields_decode (get_data (self) + field->value_start, field->value_length,
                                  NULL);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
clear (RtFormView *self)
{
  rt_cell_model_set_n (self->model, 0);
  g_clear_pointer (&self->fields, g_array_unref);
  g_clear_pointer (&self->bytes, g_bytes_unref);
}

static void
rt_form_view_dispose (GObject *object)
{
  RtFormView *self = RT_FORM_VIEW (object);

  clear (self);
  rt_template_dispose (GTK_WIDGET (object), RT_TYPE_FORM_VIEW);

  G_OBJECT_CLASS (rt_form_view_parent_class)->dispose (object);
}

static void
rt_form_view_finalize (GObject *object)
{
  g_clear_object (&RT_FORM_VIEW (object)->model);

  G_OBJECT_CLASS (rt_form_view_parent_class)->finalize (object);
}

static void
rt_form_view_class_init (RtFormViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rt_form_view_dispose;
  object_class->finalize = rt_form_view_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, RT_BODY_UI "form-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RtFormView, list);
  gtk_widget_class_bind_template_child (widget_class, RtFormView, note);
  gtk_widget_class_install_action (widget_class, "form.copy-name", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "form.copy-value", NULL, copy_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK,
                                       "form.copy-value", NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
rt_form_view_init (RtFormView *self)
{
  g_autoptr (GtkSelectionModel) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->model = rt_cell_model_new (fill, self);
  selection =
    GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->model))));
  gtk_column_view_set_model (self->list, selection);
  rt_cell_model_add_column (self->list, _("Name"), 0, FALSE);
  rt_cell_model_add_column (self->list, _("Value"), 1, TRUE);
  rt_cell_model_add_column (self->list, _("Note"), 2, FALSE);
}

GtkWidget *
rt_form_view_new (void)
{
  return g_object_new (RT_TYPE_FORM_VIEW, NULL);
}

void
rt_form_view_set_bytes (RtFormView *self,
                        GBytes     *bytes)
{
  gboolean cut = FALSE;
  gsize length;
  const char *data;

  g_return_if_fail (RT_IS_FORM_VIEW (self));

  clear (self);
  gtk_widget_set_visible (GTK_WIDGET (self->note), FALSE);
  if (bytes == NULL)
    return;
  self->bytes = g_bytes_ref (bytes);
  data = g_bytes_get_data (bytes, &length);
  self->fields = rt_form_fields_read (data, length, &cut);
  gtk_label_set_text (self->note, _("There are more fields than are listed here."));
  gtk_widget_set_visible (GTK_WIDGET (self->note), cut);
  rt_cell_model_set_n (self->model, self->fields->len);
}

guint
rt_form_view_get_n (RtFormView *self)
{
  g_return_val_if_fail (RT_IS_FORM_VIEW (self), 0);

  return self->fields != NULL ? self->fields->len : 0;
}
