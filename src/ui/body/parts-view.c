/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The table, and what fills its rows. */

#include "config.h"

#include "parts-view.h"

#include "body-ui.h"
#include "cell-model.h"
#include "content-disposition.h"
#include "format.h"
#include "multipart.h"
#include "template.h"
#include "text.h"

#include <glib/gi18n-lib.h>

struct _RtPartsView
{
  GtkWidget      parent_instance;

  GBytes        *bytes;
  RtMultipart   *parts;
  RtCellModel   *model;
  GtkColumnView *list;
  GtkLabel      *note;
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

static const guint8 *
get_data (RtPartsView *self)
{
  return g_bytes_get_data (self->bytes, NULL);
}

static char *
dup_cell (const char *text)
{
  return rt_text_from_wire (text != NULL ? text : "", -1);
}

static void
fill (RtCellRow *row,
      guint      index,
      gpointer   data)
{
  RtPartsView *self = data;
  const RtPart *part = rt_multipart_get_part (self->parts, index);
  g_autoptr (GPtrArray) fields = rt_part_read_fields (part, get_data (self));
  const char *disposition = rt_part_find_field (fields, "Content-Disposition");
  const char *type = rt_part_find_field (fields, "Content-Type");
  const char *range = rt_part_find_field (fields, "Content-Range");
  g_autofree char *text = dup_cell (disposition);
  g_autoptr (RtContentDisposition) parsed = rt_content_disposition_parse (text);
  const char *name = rt_content_disposition_get (parsed, "name");

  rt_cell_row_take (row, 0, dup_cell (name != NULL ? name : range));
  rt_cell_row_take (row, 1, dup_cell (rt_content_disposition_get (parsed, "filename")));
  /* RFC 2046 section 5.1: a part without a type is text. */
  rt_cell_row_take (row, 2, type != NULL ? dup_cell (type) : g_strdup (_("text/plain (not said)")));
  rt_cell_row_take (row, 3, rt_format_size (part->content_length));
  rt_cell_row_take (row, 4, rt_part_fault_words (part->faults));
}

static void
activate_cb (RtPartsView *self,
             guint        position)
{
  const RtPart *part;
  g_autoptr (GPtrArray) fields = NULL;
  g_autofree char *disposition = NULL;
  const char *type;

  if (self->parts == NULL || position >= rt_multipart_get_n_parts (self->parts))
    return;
  part = rt_multipart_get_part (self->parts, position);
  fields = rt_part_read_fields (part, get_data (self));
  type = rt_part_find_field (fields, "Content-Type");
  disposition = dup_cell (rt_part_find_field (fields, "Content-Disposition"));
  g_signal_emit (self, signals[PART_CHOSEN], 0, part->content_start, part->content_length,
                 type != NULL ? type : "text/plain", disposition);
}

static void
show_note (RtPartsView *self,
           const char  *note)
{
  gtk_label_set_text (self->note, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note), *note != '\0');
}

static void
clear (RtPartsView *self)
{
  rt_cell_model_set_n (self->model, 0);
  g_clear_pointer (&self->parts, rt_multipart_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
}

static void
show (RtBodyPage    *page,
      RtBodyContent *content,
      RtBodyView     view)
{
  RtPartsView *self = RT_PARTS_VIEW (page);
  const char *media_type = content != NULL ? rt_body_content_get_media_type (content) : NULL;
  g_autoptr (RtMediaType) type = media_type != NULL ? rt_media_type_parse (media_type) : NULL;
  g_autoptr (GBytes) bytes = content != NULL && rt_body_content_is_complete (content)
                               ? rt_body_content_dup_bytes (content) : NULL;

  if (bytes != self->bytes)
    rt_parts_view_set_bytes (self, bytes, type);
}

static void
body_page_init (RtBodyPageInterface *iface)
{
  iface->show = show;
}

static void
rt_parts_view_dispose (GObject *object)
{
  RtPartsView *self = RT_PARTS_VIEW (object);

  clear (self);
  rt_template_dispose (GTK_WIDGET (object), RT_TYPE_PARTS_VIEW);

  G_OBJECT_CLASS (rt_parts_view_parent_class)->dispose (object);
}

static void
rt_parts_view_finalize (GObject *object)
{
  g_clear_object (&RT_PARTS_VIEW (object)->model);

  G_OBJECT_CLASS (rt_parts_view_parent_class)->finalize (object);
}

static void
rt_parts_view_class_init (RtPartsViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rt_parts_view_dispose;
  object_class->finalize = rt_parts_view_finalize;
  signals[PART_CHOSEN] = g_signal_new ("part-chosen", G_TYPE_FROM_CLASS (klass),
                                       G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 4,
                                       G_TYPE_UINT64, G_TYPE_UINT64, G_TYPE_STRING,
                                       G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, RT_BODY_UI "parts-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RtPartsView, list);
  gtk_widget_class_bind_template_child (widget_class, RtPartsView, note);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
rt_parts_view_init (RtPartsView *self)
{
  g_autoptr (GtkSelectionModel) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->model = rt_cell_model_new (fill, self);
  selection =
    GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->model))));
  gtk_column_view_set_model (self->list, selection);
  rt_cell_model_add_column (self->list, _("Name"), 0, TRUE);
  rt_cell_model_add_column (self->list, _("File name"), 1, TRUE);
  rt_cell_model_add_column (self->list, _("Type"), 2, TRUE);
  rt_cell_model_add_column (self->list, _("Size"), 3, FALSE);
  rt_cell_model_add_column (self->list, _("Note"), 4, FALSE);
}

GtkWidget *
rt_parts_view_new (void)
{
  return g_object_new (RT_TYPE_PARTS_VIEW, NULL);
}

void
rt_parts_view_set_bytes (RtPartsView       *self,
                         GBytes            *bytes,
                         const RtMediaType *type)
{
  g_autofree char *faults = NULL;
  const char *error = _("The Content-Type cannot be read, so the parts cannot be told apart.");
  const guint8 *data;
  gsize length;

  g_return_if_fail (RT_IS_PARTS_VIEW (self));

  clear (self);
  show_note (self, "");
  if (bytes == NULL)
    return;
  if (type != NULL)
    self->parts = rt_multipart_new (type, &error);
  if (self->parts == NULL)
    {
      show_note (self, error);
      return;
    }
  self->bytes = g_bytes_ref (bytes);
  data = g_bytes_get_data (bytes, &length);
  rt_multipart_extend (self->parts, data, length, TRUE);
  faults = rt_multipart_fault_words (rt_multipart_get_faults (self->parts));
  show_note (self, faults);
  rt_cell_model_set_n (self->model, rt_multipart_get_n_parts (self->parts));
}

guint
rt_parts_view_get_n (RtPartsView *self)
{
  g_return_val_if_fail (RT_IS_PARTS_VIEW (self), 0);

  return self->parts != NULL ? rt_multipart_get_n_parts (self->parts) : 0;
}
