/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is selected, for others: the clipboard on command, the primary selection
 * as soon as it is there.
 */

#include "config.h"

#include "line-view-private.h"
#include "range-provider.h"

/* Programs that take the primary selection do so by a wrong click. */
#define PRIMARY_LIMIT (16 * 1024 * 1024)

void
rt_line_view_copy (RtLineView *self)
{
  g_autoptr (GdkContentProvider) provider = NULL;
  RtPlace from, to;

  g_return_if_fail (RT_IS_LINE_VIEW (self));

  if (self->lines == NULL || !rt_line_view_get_selection (self, &from, &to))
    return;
  provider = rt_range_provider_new (self->lines, &from, &to, 0);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), provider);
}

void
rt_line_view_claim_primary (RtLineView *self)
{
  g_autoptr (GdkContentProvider) provider = NULL;
  RtPlace from, to;

  if (self->lines == NULL || !rt_line_view_get_selection (self, &from, &to))
    return;
  provider = rt_range_provider_new (self->lines, &from, &to, PRIMARY_LIMIT);
  gdk_clipboard_set_content (gtk_widget_get_primary_clipboard (GTK_WIDGET (self)), provider);
}
