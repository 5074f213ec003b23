/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Server-sent events as a list that grows, in the order in which they came. It
 * follows the end unless somebody scrolled away from it. A page of the viewer.
 */

#pragma once

#include "body-page.h"

G_BEGIN_DECLS

#define RT_TYPE_EVENTS_VIEW (rt_events_view_get_type ())
G_DECLARE_FINAL_TYPE (RtEventsView, rt_events_view, RT, EVENTS_VIEW, GtkWidget)

GtkWidget *rt_events_view_new (void);

G_END_DECLS
