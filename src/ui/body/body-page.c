/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The interface, and which class shows which view. */

#include "config.h"

#include "body-page.h"

#include "events-view.h"
#include "form-view.h"
#include "image-view.h"
#include "lines-page.h"
#include "media-page.h"
#include "parts-view.h"
#include "tree-view.h"

static const struct
{
  const char *name;
  GType     (*get_type) (void);
} pages[RT_N_BODY_VIEWS] = {
  [RT_BODY_VIEW_TREE] = { "tree", rt_tree_view_get_type },
  [RT_BODY_VIEW_PARTS] = { "parts", rt_parts_view_get_type },
  [RT_BODY_VIEW_FORM] = { "form", rt_form_view_get_type },
  [RT_BODY_VIEW_EVENTS] = { "events", rt_events_view_get_type },
  [RT_BODY_VIEW_IMAGE] = { "image", rt_image_view_get_type },
  [RT_BODY_VIEW_MEDIA] = { "media", rt_media_page_get_type },
  [RT_BODY_VIEW_PRETTY] = { "lines", rt_lines_page_get_type },
  [RT_BODY_VIEW_RAW] = { "lines", rt_lines_page_get_type },
  [RT_BODY_VIEW_HEX] = { "lines", rt_lines_page_get_type },
};

G_DEFINE_INTERFACE (RtBodyPage, rt_body_page, GTK_TYPE_WIDGET)

enum
{
  BUSY_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
rt_body_page_default_init (RtBodyPageInterface *iface)
{
  signals[BUSY_CHANGED] = g_signal_new ("busy-changed", RT_TYPE_BODY_PAGE, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
}

GtkWidget *
rt_body_page_new (RtBodyView view)
{
  g_return_val_if_fail ((guint) view < RT_N_BODY_VIEWS, NULL);

  return g_object_new (pages[view].get_type (), NULL);
}

const char *
rt_body_page_get_name (RtBodyView view)
{
  g_return_val_if_fail ((guint) view < RT_N_BODY_VIEWS, NULL);

  return pages[view].name;
}

void
rt_body_page_show (RtBodyPage    *self,
                   RtBodyContent *content,
                   RtBodyView     view)
{
  g_return_if_fail (RT_IS_BODY_PAGE (self));
  g_return_if_fail (content == NULL || RT_IS_BODY_CONTENT (content));

  RT_BODY_PAGE_GET_IFACE (self)->show (self, content, view);
}

gboolean
rt_body_page_is_busy (RtBodyPage *self)
{
  RtBodyPageInterface *iface;

  g_return_val_if_fail (RT_IS_BODY_PAGE (self), FALSE);

  iface = RT_BODY_PAGE_GET_IFACE (self);

  return iface->is_busy != NULL && iface->is_busy (self);
}

gboolean
rt_body_page_can_find (RtBodyPage *self)
{
  g_return_val_if_fail (RT_IS_BODY_PAGE (self), FALSE);

  return RT_BODY_PAGE_GET_IFACE (self)->find != NULL;
}

gboolean
rt_body_page_can_go_to (RtBodyPage *self)
{
  g_return_val_if_fail (RT_IS_BODY_PAGE (self), FALSE);

  return RT_BODY_PAGE_GET_IFACE (self)->go_to != NULL;
}

gboolean
rt_body_page_can_copy (RtBodyPage *self)
{
  g_return_val_if_fail (RT_IS_BODY_PAGE (self), FALSE);

  return RT_BODY_PAGE_GET_IFACE (self)->copy != NULL;
}

void
rt_body_page_find (RtBodyPage *self)
{
  if (rt_body_page_can_find (self))
    RT_BODY_PAGE_GET_IFACE (self)->find (self);
}

void
rt_body_page_go_to (RtBodyPage *self)
{
  if (rt_body_page_can_go_to (self))
    RT_BODY_PAGE_GET_IFACE (self)->go_to (self);
}

void
rt_body_page_copy (RtBodyPage *self)
{
  if (rt_body_page_can_copy (self))
    RT_BODY_PAGE_GET_IFACE (self)->copy (self);
}

void
rt_body_page_busy_changed (RtBodyPage *self)
{
  g_return_if_fail (RT_IS_BODY_PAGE (self));

  g_signal_emit (self, signals[BUSY_CHANGED], 0);
}
