/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A page of the body viewer: one way to look at a body, or several that are
 * alike. A new view is a class that implements this, and a line in the table of
 * body-page.c.
 */

#pragma once

#include <gtk/gtk.h>

#include "body-content.h"

G_BEGIN_DECLS

#define RT_TYPE_BODY_PAGE (rt_body_page_get_type ())
G_DECLARE_INTERFACE (RtBodyPage, rt_body_page, RT, BODY_PAGE, GtkWidget)

/* Signal "busy-changed": what is shown is now, or no longer, being made. */
struct _RtBodyPageInterface
{
  GTypeInterface parent_iface;

  /* Shows @content, which may be NULL, as @view; called again when there is
   * more of it. */
  void     (*show)    (RtBodyPage    *self,
                       RtBodyContent *content,
                       RtBodyView     view);
  gboolean (*is_busy) (RtBodyPage    *self); /* NULL: never */
  void     (*find)    (RtBodyPage    *self); /* NULL: there is nothing to find */
  void     (*go_to)   (RtBodyPage    *self); /* NULL: there is nowhere to go */
  void     (*copy)    (RtBodyPage    *self); /* NULL: nothing can be copied */
};

/** A new page for @view. (transfer floating) */
GtkWidget  *rt_body_page_new           (RtBodyView     view);
/** Views with the same name share a page. */
const char *rt_body_page_get_name      (RtBodyView     view);

void        rt_body_page_show          (RtBodyPage    *self,
                                        RtBodyContent *content,
                                        RtBodyView     view);
gboolean    rt_body_page_is_busy       (RtBodyPage    *self);
gboolean    rt_body_page_can_find      (RtBodyPage    *self);
gboolean    rt_body_page_can_go_to     (RtBodyPage    *self);
gboolean    rt_body_page_can_copy      (RtBodyPage    *self);
void        rt_body_page_find          (RtBodyPage    *self);
void        rt_body_page_go_to         (RtBodyPage    *self);
/** All of what is shown goes to the clipboard. */
void        rt_body_page_copy          (RtBodyPage    *self);

/** For the classes. */
void        rt_body_page_busy_changed  (RtBodyPage    *self);

G_END_DECLS
