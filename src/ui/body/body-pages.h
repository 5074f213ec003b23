/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The pages of a body viewer, of which one is seen. Each is made when it is
 * needed for the first time.
 */

#pragma once

#include <gtk/gtk.h>

#include "body-content.h"

G_BEGIN_DECLS

#define RT_TYPE_BODY_PAGES (rt_body_pages_get_type ())
G_DECLARE_FINAL_TYPE (RtBodyPages, rt_body_pages, RT, BODY_PAGES, GtkWidget)

/* Property "wrap" boolean (TRUE), writable, notifies: long lines are.
 * Signals: "busy-changed": see RtBodyPage; "part-chosen": see RtPartsView. */
GtkWidget *rt_body_pages_new       (void);

/** What all functions below are about. */
void       rt_body_pages_set_view  (RtBodyPages   *self,
                                    RtBodyView     view);
/** There may be more of @content. @content: (nullable) */
void       rt_body_pages_show      (RtBodyPages   *self,
                                    RtBodyContent *content);
/** No page keeps anything of what was shown. */
void       rt_body_pages_empty     (RtBodyPages   *self);

/* Of the page that is seen; nothing while there is no content. */
gboolean   rt_body_pages_is_busy   (RtBodyPages   *self);
gboolean   rt_body_pages_can_find  (RtBodyPages   *self);
gboolean   rt_body_pages_can_go_to (RtBodyPages   *self);
gboolean   rt_body_pages_can_copy  (RtBodyPages   *self);
void       rt_body_pages_find      (RtBodyPages   *self);
void       rt_body_pages_go_to     (RtBodyPages   *self);
void       rt_body_pages_copy      (RtBodyPages   *self);

G_END_DECLS
