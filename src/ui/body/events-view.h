/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Server-sent events as a list that grows, in the order in which they came. It
 * follows the end unless somebody scrolled away from it.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RT_TYPE_EVENTS_VIEW (rt_events_view_get_type ())
G_DECLARE_FINAL_TYPE (RtEventsView, rt_events_view, RT, EVENTS_VIEW, GtkWidget)

GtkWidget *rt_events_view_new    (void);
/**
 * rt_events_view_extend:
 * @bytes: (nullable): all from the first on; when there are fewer than before, it
 *   is another stream; %NULL for none
 */
void       rt_events_view_extend (RtEventsView *self,
                                  GBytes       *bytes,
                                  gboolean      complete);
/** Events that are listed, without the filter. */
guint      rt_events_view_get_n  (RtEventsView *self);

G_END_DECLS
