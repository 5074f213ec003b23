/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Makes the pages, and passes on what they say and are told. */

#include "config.h"

#include "body-pages.h"

#include "body-page.h"
#include "lines-page.h"
#include "parts-view.h"

struct _RtBodyPages
{
  GtkWidget   parent_instance;

  RtBodyView  view;
  gboolean    is_empty; /* there is no content */
  gboolean    wrap;
  GtkWidget  *stack; /* of RtBodyPage */
};

G_DEFINE_FINAL_TYPE (RtBodyPages, rt_body_pages, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_WRAP,
  N_PROPS
};

enum
{
  BUSY_CHANGED,
  PART_CHOSEN,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static RtBodyPage *
get_page (RtBodyPages *self)
{
  return RT_BODY_PAGE (gtk_stack_get_visible_child (GTK_STACK (self->stack)));
}

static void
busy_cb (RtBodyPages *self)
{
  g_signal_emit (self, signals[BUSY_CHANGED], 0);
}

static void
part_chosen_cb (RtBodyPages *self,
                guint64      start,
                guint64      length,
                const char  *media_type,
                const char  *disposition)
{
  g_signal_emit (self, signals[PART_CHOSEN], 0, start, length, media_type, disposition);
}

static GtkWidget *
ensure_page (RtBodyPages *self,
             RtBodyView   view)
{
  const char *name = rt_body_page_get_name (view);
  GtkWidget *page = gtk_stack_get_child_by_name (GTK_STACK (self->stack), name);

  if (page != NULL)
    return page;
  page = rt_body_page_new (view);
  if (RT_IS_LINES_PAGE (page))
    g_object_bind_property (self, "wrap", page, "wrap",
                            G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  if (RT_IS_PARTS_VIEW (page))
    g_signal_connect_object (page, "part-chosen", G_CALLBACK (part_chosen_cb), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "busy-changed", G_CALLBACK (busy_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (GTK_STACK (self->stack), page, name);

  return page;
}

static void
rt_body_pages_dispose (GObject *object)
{
  g_clear_pointer (&RT_BODY_PAGES (object)->stack, gtk_widget_unparent);

  G_OBJECT_CLASS (rt_body_pages_parent_class)->dispose (object);
}

static void
rt_body_pages_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_WRAP:
      g_value_set_boolean (value, RT_BODY_PAGES (object)->wrap);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rt_body_pages_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  RtBodyPages *self = RT_BODY_PAGES (object);

  switch (prop_id)
    {
    case PROP_WRAP:
      if (self->wrap == g_value_get_boolean (value))
        break;
      self->wrap = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rt_body_pages_class_init (RtBodyPagesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = rt_body_pages_dispose;
  object_class->get_property = rt_body_pages_get_property;
  object_class->set_property = rt_body_pages_set_property;

  properties[PROP_WRAP] =
    g_param_spec_boolean ("wrap", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[BUSY_CHANGED] = g_signal_new ("busy-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 0);
  signals[PART_CHOSEN] = g_signal_new ("part-chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 4, G_TYPE_UINT64, G_TYPE_UINT64,
                                       G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
rt_body_pages_init (RtBodyPages *self)
{
  self->wrap = TRUE;
  self->is_empty = TRUE;
  self->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
  /* The page that is looked at first, and found by its name. */
  rt_body_pages_set_view (self, RT_BODY_VIEW_RAW);
}

GtkWidget *
rt_body_pages_new (void)
{
  return g_object_new (RT_TYPE_BODY_PAGES, NULL);
}

void
rt_body_pages_set_view (RtBodyPages *self,
                        RtBodyView   view)
{
  g_return_if_fail (RT_IS_BODY_PAGES (self));

  self->view = view;
  gtk_stack_set_visible_child (GTK_STACK (self->stack), ensure_page (self, view));
}

void
rt_body_pages_show (RtBodyPages   *self,
                    RtBodyContent *content)
{
  g_return_if_fail (RT_IS_BODY_PAGES (self));

  self->is_empty = content == NULL;
  rt_body_page_show (get_page (self), content, self->view);
}

void
rt_body_pages_empty (RtBodyPages *self)
{
  g_return_if_fail (RT_IS_BODY_PAGES (self));

  self->is_empty = TRUE;
  for (GtkWidget *page = gtk_widget_get_first_child (self->stack); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    rt_body_page_show (RT_BODY_PAGE (page), NULL, self->view);
}

gboolean
rt_body_pages_is_busy (RtBodyPages *self)
{
  g_return_val_if_fail (RT_IS_BODY_PAGES (self), FALSE);

  return !self->is_empty && rt_body_page_is_busy (get_page (self));
}

gboolean
rt_body_pages_can_find (RtBodyPages *self)
{
  g_return_val_if_fail (RT_IS_BODY_PAGES (self), FALSE);

  return !self->is_empty && rt_body_page_can_find (get_page (self));
}

gboolean
rt_body_pages_can_go_to (RtBodyPages *self)
{
  g_return_val_if_fail (RT_IS_BODY_PAGES (self), FALSE);

  return !self->is_empty && rt_body_page_can_go_to (get_page (self));
}

gboolean
rt_body_pages_can_copy (RtBodyPages *self)
{
  g_return_val_if_fail (RT_IS_BODY_PAGES (self), FALSE);

  return !self->is_empty && rt_body_page_can_copy (get_page (self));
}

void
rt_body_pages_find (RtBodyPages *self)
{
  g_return_if_fail (RT_IS_BODY_PAGES (self));

  if (!self->is_empty)
    rt_body_page_find (get_page (self));
}

void
rt_body_pages_go_to (RtBodyPages *self)
{
  g_return_if_fail (RT_IS_BODY_PAGES (self));

  if (!self->is_empty)
    rt_body_page_go_to (get_page (self));
}

void
rt_body_pages_copy (RtBodyPages *self)
{
  g_return_if_fail (RT_IS_BODY_PAGES (self));

  if (!self->is_empty)
    rt_body_page_copy (get_page (self));
}
