/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A layout of lines. Children are as wide as they like, at most as the whole;
 * those that expand begin with their least width.
 */

#include "config.h"

#include "wrap-layout.h"

struct _RtWrapLayout
{
  GtkLayoutManager parent_instance;

  int              spacing;
};

G_DEFINE_FINAL_TYPE (RtWrapLayout, rt_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

enum
{
  PROP_0,
  PROP_SPACING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GtkWidget *
skip_hidden (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static GtkWidget *
first_child (GtkWidget *widget)
{
  return skip_hidden (gtk_widget_get_first_child (widget));
}

static GtkWidget *
next_child (GtkWidget *child)
{
  return skip_hidden (gtk_widget_get_next_sibling (child));
}

static int
width_of (GtkWidget *child,
          int        whole)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);

  if (gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
    return minimum;

  return MAX (minimum, MIN (natural, whole));
}

/* The children of a line: from @first to before the returned one. */
static GtkWidget *
end_of_line (RtWrapLayout *self,
             GtkWidget    *first,
             int           whole,
             int          *used,
             int          *n_expand)
{
  GtkWidget *child;

  *used = 0;
  *n_expand = 0;
  for (child = first; child != NULL; child = next_child (child))
    {
      int width = width_of (child, whole) + (child != first ? self->spacing : 0);

      if (child != first && *used + width > whole)
        break;
      *used += width;
      *n_expand += gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL);
    }

  return child;
}

static int
height_of (GtkWidget *child,
           int        width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);

  return natural;
}

static int
width_in_line (GtkWidget *child,
               int        whole,
               int        left_over,
               int        n_expand)
{
  int width = width_of (child, whole);

  if (n_expand > 0 && gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
    width += MAX (left_over, 0) / n_expand;

  return width;
}

/* Places a line when @y is not negative; its height. */
static int
lay_line (RtWrapLayout *self,
          GtkWidget    *widget,
          GtkWidget    *first,
          GtkWidget    *end,
          int           whole,
          int           left_over,
          int           n_expand,
          int           y)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int height = 0;
  int x = 0;

  for (GtkWidget *child = first; child != end; child = next_child (child))
    height = MAX (height, height_of (child, width_in_line (child, whole, left_over, n_expand)));
  for (GtkWidget *child = first; y >= 0 && child != end; child = next_child (child))
    {
      int width = width_in_line (child, whole, left_over, n_expand);
      GtkAllocation place = { rtl ? whole - x - width : x, y, width, height };

      gtk_widget_size_allocate (child, &place, -1);
      x += width + self->spacing;
    }

  return height;
}

static int
lay_all (RtWrapLayout *self,
         GtkWidget    *widget,
         int           whole,
         gboolean      place)
{
  GtkWidget *first = first_child (widget);
  int y = 0;

  while (first != NULL)
    {
      int used, n_expand;
      GtkWidget *end = end_of_line (self, first, whole, &used, &n_expand);

      y += lay_line (self, widget, first, end, whole, whole - used, n_expand, place ? y : -1);
      first = end;
      if (first != NULL)
        y += self->spacing;
    }

  return y;
}

static GtkSizeRequestMode
rt_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                 GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (RtWrapLayout *self,
               GtkWidget    *widget,
               int          *minimum,
               int          *natural)
{
  for (GtkWidget *child = first_child (widget); child != NULL; child = next_child (child))
    {
      int least, liked;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &liked, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural += liked + (*natural > 0 ? self->spacing : 0);
    }
}

static void
rt_wrap_layout_measure (GtkLayoutManager *manager,
                        GtkWidget        *widget,
                        GtkOrientation    orientation,
                        int               for_size,
                        int              *minimum,
                        int              *natural,
                        int              *minimum_baseline,
                        int              *natural_baseline)
{
  RtWrapLayout *self = RT_WRAP_LAYOUT (manager);
  int least = 0, liked = 0;

  *minimum = *natural = 0;
  measure_width (self, widget, &least, &liked);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = liked;
    }
  else
    *minimum = *natural = lay_all (self, widget, for_size >= 0 ? MAX (for_size, least) : liked,
                                   FALSE);
}

static void
rt_wrap_layout_allocate (GtkLayoutManager *manager,
                         GtkWidget        *widget,
                         int               width,
                         int               height,
                         int               baseline)
{
  lay_all (RT_WRAP_LAYOUT (manager), widget, width, TRUE);
}

static void
rt_wrap_layout_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SPACING:
      g_value_set_int (value, RT_WRAP_LAYOUT (object)->spacing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rt_wrap_layout_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  RtWrapLayout *self = RT_WRAP_LAYOUT (object);

  switch (prop_id)
    {
    case PROP_SPACING:
      if (self->spacing == g_value_get_int (value))
        return;
      self->spacing = g_value_get_int (value);
      gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rt_wrap_layout_class_init (RtWrapLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = rt_wrap_layout_get_property;
  object_class->set_property = rt_wrap_layout_set_property;
  layout_class->get_request_mode = rt_wrap_layout_get_request_mode;
  layout_class->measure = rt_wrap_layout_measure;
  layout_class->allocate = rt_wrap_layout_allocate;

  properties[PROP_SPACING] =
    g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT16, 6,
                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rt_wrap_layout_init (RtWrapLayout *self)
{
  self->spacing = 6;
}

GtkLayoutManager *
rt_wrap_layout_new (void)
{
  return g_object_new (RT_TYPE_WRAP_LAYOUT, NULL);
}
