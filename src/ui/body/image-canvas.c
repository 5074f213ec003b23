/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The drawing of tiles. */

#include "config.h"

#include "image-canvas.h"

#include <math.h>

#define TILE 512
#define CHECK 8

struct _RtImageCanvas
{
  GtkWidget   parent_instance;

  GdkPixbuf  *pixbuf;
  GdkTexture *small;  /* for a scale at which tiles would be too many */
  GPtrArray  *tiles;  /* GdkTexture or NULL, row by row */
  int         columns;
  int         width;  /* as sent */
  int         height;
  double      scale;
};

G_DEFINE_FINAL_TYPE (RtImageCanvas, rt_image_canvas, GTK_TYPE_WIDGET)

enum
{
  RESIZED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clear_texture (gpointer data)
{
  if (data != NULL)
    g_object_unref (data);
}

static void
measure (GtkWidget      *widget,
         GtkOrientation  orientation,
         int             for_size,
         int            *minimum,
         int            *natural,
         int            *minimum_baseline,
         int            *natural_baseline)
{
  RtImageCanvas *self = RT_IMAGE_CANVAS (widget);
  int size = orientation == GTK_ORIENTATION_HORIZONTAL ? self->width : self->height;

  *natural = MAX (1, size * (self->scale > 0 ? self->scale : 1));
  *minimum = self->scale > 0 ? *natural : 1;
}

static void
size_allocate (GtkWidget *widget,
               int        width,
               int        height,
               int        baseline)
{
  g_signal_emit (widget, signals[RESIZED], 0);
}

double
rt_image_canvas_get_scale (RtImageCanvas *self)
{
  double fit;

  g_return_val_if_fail (RT_IS_IMAGE_CANVAS (self), 1);

  if (self->scale > 0 || self->width == 0 || self->height == 0)
    return self->scale > 0 ? self->scale : 1;
  fit = MIN ((double) gtk_widget_get_width (GTK_WIDGET (self)) / self->width,
             (double) gtk_widget_get_height (GTK_WIDGET (self)) / self->height);

  return fit > 0 ? MIN (fit, 1) : 1;
}

/* The part of the widget that is seen: inside a viewport little of it. */
static void
get_seen (GtkWidget       *widget,
          graphene_rect_t *seen)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  graphene_rect_t own = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                            gtk_widget_get_height (widget));
  double x;
  double y;

  *seen = own;
  if (viewport == NULL ||
      !gtk_widget_translate_coordinates (viewport, widget, 0, 0, &x, &y))
    return;
  graphene_rect_init (seen, x, y, gtk_widget_get_width (viewport),
                      gtk_widget_get_height (viewport));
  graphene_rect_intersection (seen, &own, seen);
}

static void
draw_checks (GtkSnapshot           *snapshot,
             const graphene_rect_t *area)
{
  static const GdkRGBA light = { 0.80, 0.80, 0.80, 1 };
  static const GdkRGBA dark = { 0.66, 0.66, 0.66, 1 };
  graphene_rect_t tile = GRAPHENE_RECT_INIT (area->origin.x, area->origin.y, 2 * CHECK, 2 * CHECK);
  graphene_rect_t one = GRAPHENE_RECT_INIT (area->origin.x, area->origin.y, CHECK, CHECK);
  graphene_rect_t other = one;

  graphene_rect_offset (&other, CHECK, CHECK);
  gtk_snapshot_push_repeat (snapshot, area, &tile);
  gtk_snapshot_append_color (snapshot, &light, &tile);
  gtk_snapshot_append_color (snapshot, &dark, &one);
  gtk_snapshot_append_color (snapshot, &dark, &other);
  gtk_snapshot_pop (snapshot);
}

static GdkTexture *
get_tile (RtImageCanvas *self,
          int            column,
          int            row)
{
  guint index = row * self->columns + column;
  GdkTexture *tile = g_ptr_array_index (self->tiles, index);

  if (tile == NULL)
    {
      int x = column * TILE;
      int y = row * TILE;
      g_autoptr (GdkPixbuf) part =
        gdk_pixbuf_new_subpixbuf (self->pixbuf, x, y,
                                  MIN (TILE, gdk_pixbuf_get_width (self->pixbuf) - x),
                                  MIN (TILE, gdk_pixbuf_get_height (self->pixbuf) - y));

      tile = gdk_texture_new_for_pixbuf (part);
      g_ptr_array_index (self->tiles, index) = tile;
    }

  return tile;
}

/* The place of a tile, whole pixels: where two of them met within one, what is
 * behind them would be seen as a line. */
static void
place_tile (GdkTexture            *tile,
            int                    column,
            int                    row,
            const graphene_rect_t *area,
            double                 scale,
            graphene_rect_t       *place)
{
  double left = round (column * TILE * scale);
  double top = round (row * TILE * scale);
  double right = round ((column * TILE + gdk_texture_get_width (tile)) * scale);
  double bottom = round ((row * TILE + gdk_texture_get_height (tile)) * scale);

  graphene_rect_init (place, area->origin.x + left, area->origin.y + top, right - left,
                      bottom - top);
}

static void
draw_tiles (RtImageCanvas         *self,
            GtkSnapshot           *snapshot,
            const graphene_rect_t *area,
            const graphene_rect_t *seen)
{
  double scale = area->size.width / gdk_pixbuf_get_width (self->pixbuf);
  int rows = (gdk_pixbuf_get_height (self->pixbuf) + TILE - 1) / TILE;

  for (int row = 0; row < rows; row++)
    for (int column = 0; column < self->columns; column++)
      {
        graphene_rect_t place =
          GRAPHENE_RECT_INIT (area->origin.x + column * TILE * scale,
                              area->origin.y + row * TILE * scale, TILE * scale, TILE * scale);
        GdkTexture *tile;

        if (!graphene_rect_intersection (&place, seen, NULL))
          continue;
        tile = get_tile (self, column, row);
        place_tile (tile, column, row, area, scale, &place);
        gtk_snapshot_append_texture (snapshot, tile, &place);
      }
}

static void
rt_image_canvas_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  RtImageCanvas *self = RT_IMAGE_CANVAS (widget);
  double scale = rt_image_canvas_get_scale (self);
  graphene_rect_t area;
  graphene_rect_t seen;

  if (self->pixbuf == NULL)
    return;
  graphene_rect_init (&area, 0, 0, self->width * scale, self->height * scale);
  graphene_rect_offset (&area, MAX (0, (int) (gtk_widget_get_width (widget) - area.size.width) / 2),
                        MAX (0, (int) (gtk_widget_get_height (widget) - area.size.height) / 2));
  get_seen (widget, &seen);
  gtk_snapshot_push_clip (snapshot, &seen);
  if (gdk_pixbuf_get_has_alpha (self->pixbuf))
    {
      graphene_rect_t checked;

      if (graphene_rect_intersection (&area, &seen, &checked))
        draw_checks (snapshot, &checked);
    }
  if (self->small != NULL &&
      area.size.width <= gdk_texture_get_width (self->small) * 1.01)
    gtk_snapshot_append_texture (snapshot, self->small, &area);
  else
    draw_tiles (self, snapshot, &area, &seen);
  gtk_snapshot_pop (snapshot);
}

static void
clear (RtImageCanvas *self)
{
  g_clear_object (&self->pixbuf);
  g_clear_object (&self->small);
  g_clear_pointer (&self->tiles, g_ptr_array_unref);
}

static void
rt_image_canvas_dispose (GObject *object)
{
  clear (RT_IMAGE_CANVAS (object));

  G_OBJECT_CLASS (rt_image_canvas_parent_class)->dispose (object);
}

static void
rt_image_canvas_class_init (RtImageCanvasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_image_canvas_dispose;
  widget_class->measure = measure;
  widget_class->size_allocate = size_allocate;
  widget_class->snapshot = rt_image_canvas_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  signals[RESIZED] = g_signal_new ("resized", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rt_image_canvas_init (RtImageCanvas *self)
{
}

void
rt_image_canvas_set_pixbuf (RtImageCanvas *self,
                            GdkPixbuf     *pixbuf,
                            int            width,
                            int            height)
{
  int side;
  int rows;

  g_return_if_fail (RT_IS_IMAGE_CANVAS (self));

  if (pixbuf != NULL)
    g_object_ref (pixbuf);
  clear (self);
  self->pixbuf = pixbuf;
  self->width = width;
  self->height = height;
  if (pixbuf != NULL)
    {
      side = MAX (gdk_pixbuf_get_width (pixbuf), gdk_pixbuf_get_height (pixbuf));
      self->columns = (gdk_pixbuf_get_width (pixbuf) + TILE - 1) / TILE;
      rows = (gdk_pixbuf_get_height (pixbuf) + TILE - 1) / TILE;
      self->tiles = g_ptr_array_new_with_free_func (clear_texture);
      g_ptr_array_set_size (self->tiles, self->columns * rows);
      if (side <= 2 * TILE)
        self->small = gdk_texture_new_for_pixbuf (pixbuf);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
rt_image_canvas_set_scale (RtImageCanvas *self,
                           double         scale)
{
  g_return_if_fail (RT_IS_IMAGE_CANVAS (self));

  self->scale = scale;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
