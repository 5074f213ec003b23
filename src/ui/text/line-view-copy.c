/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is selected, for others: the clipboard on command, the primary selection
 * as soon as it is there.
 */

#include "config.h"

#include "line-range.h"
#include "line-view-private.h"
#include "range-provider.h"

#include <glib/gi18n-lib.h>

/* Programs that take the primary selection do so by a wrong click. */
#define PRIMARY_LIMIT (16 * 1024 * 1024)

void
rt_line_view_say (RtLineView *self,
                  const char *words)
{
  g_signal_emit_by_name (self, "notice", words);
}

void
rt_line_view_stop_copying (RtLineView *self)
{
  if (self->copying != NULL)
    g_cancellable_cancel (self->copying);
  g_clear_object (&self->copying);
}

static void
say_cut (RtLineView *self)
{
  g_autofree char *size = g_format_size_full (self->copy_limit, G_FORMAT_SIZE_IEC_UNITS);
  g_autofree char *words =
    g_strdup_printf (_("Only the first %s were copied. Save writes all of it."), size);

  rt_line_view_say (self, words);
}

static void
copied_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (RtLineView) self = user_data;
  gboolean cut = FALSE;
  g_autoptr (GBytes) text = rt_line_range_dup_finish (RT_LINES (source), result, &cut, NULL);
  g_autoptr (GdkContentProvider) provider = NULL;

  /* NULL: cancelled, another copy is on its way. */
  if (text == NULL || g_task_get_cancellable (G_TASK (result)) != self->copying)
    return;
  g_clear_object (&self->copying);
  provider = gdk_content_provider_new_for_bytes ("text/plain;charset=utf-8", text);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), provider);
  if (cut)
    say_cut (self);
}

void
rt_line_view_copy (RtLineView *self)
{
  RtPlace from, to;

  g_return_if_fail (RT_IS_LINE_VIEW (self));

  rt_line_view_stop_copying (self);
  if (self->lines == NULL || !rt_line_view_get_selection (self, &from, &to))
    return;
  self->copying = g_cancellable_new ();
  rt_line_range_dup_async (self->lines, &from, &to, self->copy_limit, self->copying, copied_cb,
                           g_object_ref (self));
}

void
rt_line_view_set_copy_limit (RtLineView *self,
                             gsize       bytes)
{
  g_return_if_fail (RT_IS_LINE_VIEW (self));

  self->copy_limit = bytes;
}

void
rt_line_view_claim_primary (RtLineView *self)
{
  g_autoptr (GdkContentProvider) provider = NULL;
  RtPlace from, to;

  if (self->lines == NULL || !rt_line_view_get_selection (self, &from, &to))
    return;
  provider = rt_range_provider_new (self->lines, &from, &to,
                                    MIN (self->copy_limit, PRIMARY_LIMIT));
  gdk_clipboard_set_content (gtk_widget_get_primary_clipboard (GTK_WIDGET (self)), provider);
}
