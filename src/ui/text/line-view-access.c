/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a screen reader gets: GTK 4.8 has no text interface for widgets that draw
 * themselves, so that a label that is never drawn holds the visible lines. It
 * follows when scrolling has ended. The description says where the caret stands
 * and what is selected.
 */

#include "config.h"

#include "format.h"
#include "line-view-private.h"

#include <glib/gi18n-lib.h>

#define DELAY_MS 200
/* Bytes that are given at most. */
#define MAX_SPOKEN (32 * 1024)
#define MAX_SELECTION 1000

static char *
dup_visible (RtLineView *self)
{
  GPtrArray *rows = rt_line_view_get_seen (self);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len && text->len < MAX_SPOKEN; i++)
    {
      RtTextRow *row = g_ptr_array_index (rows, i);

      if (i > 0 && (row->first || !self->wrap))
        g_string_append_c (text, '\n');
      g_string_append_len (text, row->slice->drawn->str, row->slice->drawn->len);
    }

  return g_string_free (text, FALSE);
}

/* The start of what is selected in its first line. */
static char *
dup_selected (RtLineView    *self,
              const RtPlace *from,
              const RtPlace *to)
{
  guint64 length = rt_lines_get_length (self->lines, from->line);
  guint64 end = from->line == to->line ? to->byte : length;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (RtSlice) slice = NULL;
  gsize wanted = MIN (end - MIN (from->byte, end), MAX_SELECTION);

  rt_lines_read (self->lines, from->line, from->byte, wanted + 4, text);
  slice = rt_slice_new (text->str, text->len, wanted, 0, G_MAXUINT, 0);

  return g_strdup (slice->drawn->str);
}

static char *
dup_description (RtLineView *self)
{
  g_autofree char *selected = NULL;
  RtPlace from, to;
  g_autofree char *count = NULL;
  guint64 n;

  if (self->n_lines == 0)
    return g_strdup ("");
  if (!rt_line_view_get_selection (self, &from, &to))
    {
      g_autofree char *line = rt_format_count (self->caret.line + 1);
      g_autofree char *all = rt_format_count (self->n_lines);

      return g_strdup_printf (_("Line %s of %s"), line, all);
    }

  selected = dup_selected (self, &from, &to);
  n = to.line - from.line + 1;
  if (n == 1)
    return g_strdup_printf (_("Selected: %s"), selected);

  count = rt_format_count (n);
  /* Translators: a number of lines, and their text */
  return g_strdup_printf (ngettext ("%s line selected: %s", "%s lines selected: %s", n), count,
                          selected);
}

static gboolean
speak_cb (gpointer user_data)
{
  RtLineView *self = user_data;
  g_autofree char *description = NULL;
  g_autofree char *visible = NULL;

  self->speak_id = 0;
  visible = self->lines != NULL ? dup_visible (self) : g_strdup ("");
  description = dup_description (self);
  gtk_label_set_text (GTK_LABEL (self->spoken), visible);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);

  return G_SOURCE_REMOVE;
}

void
rt_line_view_queue_speak (RtLineView *self)
{
  if (self->spoken == NULL)
    return;
  g_clear_handle_id (&self->speak_id, g_source_remove);
  self->speak_id = g_timeout_add (DELAY_MS, speak_cb, self);
}

void
rt_line_view_init_access (RtLineView *self)
{
  self->spoken = gtk_label_new (NULL);
  gtk_widget_set_can_target (self->spoken, FALSE);
  gtk_widget_set_parent (self->spoken, GTK_WIDGET (self));
  gtk_widget_set_child_visible (self->spoken, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Text"),
                                  GTK_ACCESSIBLE_PROPERTY_MULTI_LINE, TRUE,
                                  GTK_ACCESSIBLE_PROPERTY_READ_ONLY, TRUE,
                                  -1);
}

void
rt_line_view_stop_access (RtLineView *self)
{
  g_clear_handle_id (&self->speak_id, g_source_remove);
  g_clear_pointer (&self->spoken, gtk_widget_unparent);
}

void
rt_line_view_set_name (RtLineView *self,
                       const char *name)
{
  g_return_if_fail (RT_IS_LINE_VIEW (self));
  g_return_if_fail (name != NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
