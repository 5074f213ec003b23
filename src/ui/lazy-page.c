/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* An empty bin until then. It knows the type of its child and nothing else. */

#include "config.h"

#include "lazy-page.h"

struct _RtLazyPage
{
  GtkWidget  parent_instance;

  GType      child_type;
  GtkWidget *placeholder;
  GtkWidget *child;
};

G_DEFINE_FINAL_TYPE (RtLazyPage, rt_lazy_page, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_CHILD_TYPE,
  PROP_PLACEHOLDER,
  N_PROPS
};

enum
{
  MADE,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* Before it is mapped: the child is then measured and drawn in the same frame. */
static void
rt_lazy_page_map (GtkWidget *widget)
{
  RtLazyPage *self = RT_LAZY_PAGE (widget);

  if (self->placeholder == NULL)
    rt_lazy_page_have_child (self);

  GTK_WIDGET_CLASS (rt_lazy_page_parent_class)->map (widget);
}

static gboolean
rt_lazy_page_grab_focus (GtkWidget *widget)
{
  RtLazyPage *self = RT_LAZY_PAGE (widget);

  return gtk_widget_grab_focus (self->placeholder != NULL ? self->placeholder
                                                          : rt_lazy_page_have_child (self));
}

static void
rt_lazy_page_dispose (GObject *object)
{
  RtLazyPage *self = RT_LAZY_PAGE (object);

  g_clear_pointer (&self->placeholder, gtk_widget_unparent);
  g_clear_pointer (&self->child, gtk_widget_unparent);

  G_OBJECT_CLASS (rt_lazy_page_parent_class)->dispose (object);
}

static void
rt_lazy_page_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  RtLazyPage *self = RT_LAZY_PAGE (object);

  switch (prop_id)
    {
    case PROP_CHILD_TYPE:
      g_value_set_string (value, g_type_name (self->child_type));
      break;
    case PROP_PLACEHOLDER:
      g_value_set_object (value, self->placeholder);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rt_lazy_page_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  RtLazyPage *self = RT_LAZY_PAGE (object);

  switch (prop_id)
    {
    case PROP_CHILD_TYPE:
      self->child_type = g_type_from_name (g_value_get_string (value));
      break;
    case PROP_PLACEHOLDER:
      self->placeholder = g_value_get_object (value);
      if (self->placeholder != NULL)
        gtk_widget_set_parent (self->placeholder, GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rt_lazy_page_class_init (RtLazyPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = rt_lazy_page_dispose;
  object_class->get_property = rt_lazy_page_get_property;
  object_class->set_property = rt_lazy_page_set_property;
  widget_class->map = rt_lazy_page_map;
  widget_class->grab_focus = rt_lazy_page_grab_focus;

  properties[PROP_CHILD_TYPE] =
    g_param_spec_string ("child-type", NULL, NULL, NULL, flags);
  properties[PROP_PLACEHOLDER] =
    g_param_spec_object ("placeholder", NULL, NULL, GTK_TYPE_WIDGET, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[MADE] = g_signal_new ("made", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, GTK_TYPE_WIDGET);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
rt_lazy_page_init (RtLazyPage *self)
{
}

GtkWidget *
rt_lazy_page_new (GType child_type)
{
  g_return_val_if_fail (g_type_is_a (child_type, GTK_TYPE_WIDGET), NULL);

  return g_object_new (RT_TYPE_LAZY_PAGE, "child-type", g_type_name (child_type), NULL);
}

GtkWidget *
rt_lazy_page_get_child (RtLazyPage *self)
{
  g_return_val_if_fail (RT_IS_LAZY_PAGE (self), NULL);

  return self->child;
}

GtkWidget *
rt_lazy_page_have_child (RtLazyPage *self)
{
  g_return_val_if_fail (RT_IS_LAZY_PAGE (self), NULL);

  if (self->child == NULL)
    {
      g_assert (g_type_is_a (self->child_type, GTK_TYPE_WIDGET));
      g_clear_pointer (&self->placeholder, gtk_widget_unparent);
      self->child = g_object_new (self->child_type, NULL);
      gtk_widget_set_parent (self->child, GTK_WIDGET (self));
      g_signal_emit (self, signals[MADE], 0, self->child);
    }

  return self->child;
}
