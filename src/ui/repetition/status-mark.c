/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The shapes: one for each class. Colours are those of the style sheet. */

#include "config.h"

#include "status-mark.h"

#include "status-look.h"

#define SIZE 10

struct _RtStatusMark
{
  GtkWidget parent_instance;

  int       code;
};

G_DEFINE_FINAL_TYPE (RtStatusMark, rt_status_mark, GTK_TYPE_WIDGET)

static const double diamond[][2] = { { 0, -1 }, { 1, 0 }, { 0, 1 }, { -1, 0 } };
static const double triangle[][2] = { { 0, -1 }, { 0.866, 0.5 }, { -0.866, 0.5 } };

static void
trace_polygon (cairo_t      *cr,
               double        x,
               double        y,
               double        radius,
               const double  corners[][2],
               guint         n)
{
  for (guint i = 0; i < n; i++)
    cairo_line_to (cr, x + radius * corners[i][0], y + radius * corners[i][1]);
  cairo_close_path (cr);
}

static void
trace_cross (cairo_t *cr,
             double   x,
             double   y,
             double   dx,
             double   dy)
{
  cairo_move_to (cr, x - dx, y - dy);
  cairo_line_to (cr, x + dx, y + dy);
  cairo_move_to (cr, x + dy, y - dx);
  cairo_line_to (cr, x - dy, y + dx);
}

gboolean
rt_status_mark_trace (cairo_t       *cr,
                      RtStatusClass  status_class,
                      double         x,
                      double         y,
                      double         size)
{
  double half = size / 2;

  cairo_new_path (cr);
  switch (status_class)
    {
    case RT_CLASS_INFORMATIONAL:
      cairo_arc (cr, x, y, half - 1, 0, 2 * G_PI);
      return FALSE;
    case RT_CLASS_SUCCESS:
      cairo_arc (cr, x, y, half, 0, 2 * G_PI);
      return TRUE;
    case RT_CLASS_REDIRECTION:
      trace_polygon (cr, x, y, half * 1.15, diamond, G_N_ELEMENTS (diamond));
      return TRUE;
    case RT_CLASS_CLIENT_ERROR:
      trace_polygon (cr, x, y + half * 0.2, half * 1.2, triangle, G_N_ELEMENTS (triangle));
      return TRUE;
    case RT_CLASS_SERVER_ERROR:
      cairo_rectangle (cr, x - half * 0.9, y - half * 0.9, size * 0.9, size * 0.9);
      return TRUE;
    case RT_CLASS_OTHER:
      trace_cross (cr, x, y, half, 0);
      return FALSE;
    case RT_CLASS_NONE:
    default:
      trace_cross (cr, x, y, half * 0.8, half * 0.8);
      return FALSE;
    }
}

void
rt_status_mark_get_color (GtkWidget     *widget,
                          RtStatusClass  status_class,
                          GdkRGBA       *color)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  const RtStatusLook *look = rt_status_look_for_class (status_class);
  g_autofree char *name = g_strdelimit (g_strdup (look->css_class), "-", '_');

  if (!gtk_style_context_lookup_color (context, name, color))
    gtk_style_context_get_color (context, color);
}

static void
rt_status_mark_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  *minimum = *natural = SIZE + 2;
}

static void
rt_status_mark_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  RtStatusMark *self = RT_STATUS_MARK (widget);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  RtStatusClass status_class = rt_status_class_of (self->code);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  GdkRGBA color;

  rt_status_mark_get_color (widget, status_class, &color);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, 2);
  if (rt_status_mark_trace (cr, status_class, width / 2, height / 2, SIZE))
    cairo_fill (cr);
  else
    cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
rt_status_mark_class_init (RtStatusMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = rt_status_mark_measure;
  widget_class->snapshot = rt_status_mark_snapshot;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_class_set_css_name (widget_class, "statusmark");
}

static void
rt_status_mark_init (RtStatusMark *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
rt_status_mark_new (void)
{
  return g_object_new (RT_TYPE_STATUS_MARK, NULL);
}

void
rt_status_mark_set_code (RtStatusMark *self,
                         int           code)
{
  g_return_if_fail (RT_IS_STATUS_MARK (self));

  self->code = code;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
