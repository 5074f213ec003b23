/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The drawn plot: time upwards, number to the right. It reads the results when
 * it draws and keeps nothing of them.
 */

#include "config.h"

#include "repetition-plot.h"

#include "format.h"
#include "status-mark.h"

#include <glib/gi18n-lib.h>

#define MAX_MARKS 300
#define MARK_SIZE 9
#define HEIGHT 148
#define PAD 10
#define FEW 10 /* results that stand as far apart as if there were so many */

struct _RtRepetitionPlot
{
  GtkWidget   parent_instance;

  GListModel *results;
  guint       expected;
  guint       marked;
};

G_DEFINE_FINAL_TYPE (RtRepetitionPlot, rt_repetition_plot, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Where things stand. */
typedef struct
{
  guint  first;   /* position of the first result that is drawn */
  guint  n;
  gint64 scale;   /* microseconds at the top */
  double left;
  double right;
  double top;
  double bottom;
  double step;
} Layout;

gint64
rt_repetition_plot_round_up (gint64 longest)
{
  static const gint64 steps[] = { 1, 2, 5 };

  for (gint64 power = 1; power < G_MAXINT64 / 100; power *= 10)
    for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
      if (steps[i] * power >= longest)
        return steps[i] * power;

  return longest;
}

static PangoLayout *
create_layout (RtRepetitionPlot *self,
               const char       *text)
{
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);

  pango_attr_list_insert (attributes, pango_attr_scale_new (0.85));
  pango_layout_set_attributes (layout, attributes);

  return layout;
}

static PangoLayout *
create_label (RtRepetitionPlot *self,
              gint64            duration)
{
  g_autofree char *text = duration > 0 ? rt_format_duration (duration) : g_strdup ("0");

  return create_layout (self, text);
}

static gint64
get_longest (RtRepetitionPlot *self,
             guint             first,
             guint             n)
{
  gint64 longest = 1000;

  for (guint i = first; i < first + n; i++)
    {
      g_autoptr(RtRepetitionResult) result = g_list_model_get_item (self->results, i);

      longest = MAX (longest, rt_repetition_result_get_duration (result));
    }

  return longest;
}

static void
lay_out (RtRepetitionPlot *self,
         Layout           *layout)
{
  guint n = self->results != NULL ? g_list_model_get_n_items (self->results) : 0;
  g_autoptr(PangoLayout) label = NULL;
  g_autoptr(PangoLayout) half = NULL;
  int width, half_width;

  layout->n = MIN (n, MAX_MARKS);
  layout->first = n - layout->n;
  layout->scale = rt_repetition_plot_round_up (get_longest (self, layout->first, layout->n));
  label = create_label (self, layout->scale);
  half = create_label (self, layout->scale / 2);
  pango_layout_get_pixel_size (label, &width, NULL);
  pango_layout_get_pixel_size (half, &half_width, NULL);
  layout->left = MAX (width, half_width) + PAD;
  layout->right = MAX (layout->left + 1, gtk_widget_get_width (GTK_WIDGET (self)) - PAD / 2);
  layout->top = PAD;
  layout->bottom = gtk_widget_get_height (GTK_WIDGET (self)) - 2.4 * PAD;
  layout->step = (layout->right - layout->left) /
                 MAX (MAX (layout->n, MIN (self->expected, MAX_MARKS)), FEW);
}

static double
get_x (const Layout *layout,
       guint         index)
{
  return layout->left + (index + 0.5) * layout->step;
}

static double
get_y (const Layout *layout,
       gint64        duration)
{
  return layout->bottom -
         (layout->bottom - layout->top) * duration / (double) MAX (1, layout->scale);
}

static void
draw_line (RtRepetitionPlot *self,
           GtkSnapshot      *snapshot,
           const Layout     *layout,
           gint64            duration)
{
  g_autoptr(PangoLayout) label = create_label (self, duration);
  double y = get_y (layout, duration);
  int width, height;
  GdkRGBA color, line;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  line = color;
  line.alpha *= duration == 0 ? 0.35 : 0.12;
  gtk_snapshot_append_color (snapshot, &line,
                             &GRAPHENE_RECT_INIT (layout->left, (int) y,
                                                  layout->right - layout->left, 1));
  pango_layout_get_pixel_size (label, &width, &height);
  color.alpha *= 0.75;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (layout->left - PAD / 2 - width, y - height / 2.0));
  gtk_snapshot_append_layout (snapshot, label, &color);
  gtk_snapshot_restore (snapshot);
}

/* The number of a result under its mark. */
static void
draw_number (RtRepetitionPlot *self,
             GtkSnapshot      *snapshot,
             const Layout     *layout,
             guint             index)
{
  g_autoptr(RtRepetitionResult) result = g_list_model_get_item (self->results,
                                                                layout->first + index);
  g_autofree char *text = g_strdup_printf ("%u", rt_repetition_result_get_number (result));
  g_autoptr(PangoLayout) label = create_layout (self, text);
  GdkRGBA color;
  int width;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  color.alpha *= 0.75;
  pango_layout_get_pixel_size (label, &width, NULL);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (get_x (layout, index) - width / 2.0,
                                                layout->bottom + 6));
  gtk_snapshot_append_layout (snapshot, label, &color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_mark (RtRepetitionPlot   *self,
           cairo_t            *cr,
           const Layout       *layout,
           guint               index,
           RtRepetitionResult *result)
{
  RtStatusClass status_class = rt_status_class_of (rt_repetition_result_get_status (result));
  double x = get_x (layout, index);
  double y = get_y (layout, rt_repetition_result_get_duration (result));
  GdkRGBA color;

  rt_status_mark_get_color (GTK_WIDGET (self), status_class, &color);
  gdk_cairo_set_source_rgba (cr, &color);
  if (rt_status_mark_trace (cr, status_class, x, y, MARK_SIZE))
    cairo_fill (cr);
  else
    cairo_stroke (cr);
  if (rt_repetition_result_get_number (result) == self->marked)
    {
      cairo_new_path (cr);
      cairo_arc (cr, x, y, MARK_SIZE, 0, 2 * G_PI);
      cairo_stroke (cr);
    }
}

static void
rt_repetition_plot_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  RtRepetitionPlot *self = RT_REPETITION_PLOT (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  Layout layout;
  cairo_t *cr;

  if (self->results == NULL)
    return;
  lay_out (self, &layout);
  draw_line (self, snapshot, &layout, 0);
  draw_line (self, snapshot, &layout, layout.scale / 2);
  draw_line (self, snapshot, &layout, layout.scale);
  if (layout.n > 0)
    draw_number (self, snapshot, &layout, 0);
  if (layout.n > 1 && layout.n * layout.step > 3 * PAD)
    draw_number (self, snapshot, &layout, layout.n - 1);

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_set_line_width (cr, 2);
  for (guint i = 0; i < layout.n; i++)
    {
      g_autoptr(RtRepetitionResult) result = g_list_model_get_item (self->results,
                                                                    layout.first + i);

      draw_mark (self, cr, &layout, i, result);
    }
  cairo_destroy (cr);
}

static void
rt_repetition_plot_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 160 : HEIGHT;
}

static void
pressed_cb (GtkGestureClick  *gesture,
            int               n_press,
            double            x,
            double            y,
            RtRepetitionPlot *self)
{
  g_autoptr(RtRepetitionResult) result = NULL;
  Layout layout;
  int index;

  if (self->results == NULL)
    return;
  lay_out (self, &layout);
  index = (int) ((x - layout.left) / layout.step);
  if (x < layout.left || index >= (int) layout.n)
    return;
  result = g_list_model_get_item (self->results, layout.first + index);
  g_signal_emit (self, signals[CHOSEN], 0, rt_repetition_result_get_number (result));
}

static void
rt_repetition_plot_dispose (GObject *object)
{
  RtRepetitionPlot *self = RT_REPETITION_PLOT (object);

  rt_repetition_plot_set_results (self, NULL);

  G_OBJECT_CLASS (rt_repetition_plot_parent_class)->dispose (object);
}

static void
rt_repetition_plot_class_init (RtRepetitionPlotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_repetition_plot_dispose;
  widget_class->measure = rt_repetition_plot_measure;
  widget_class->snapshot = rt_repetition_plot_snapshot;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "repetitionplot");
}

static void
rt_repetition_plot_init (RtRepetitionPlot *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Time of each send"), -1);
}

GtkWidget *
rt_repetition_plot_new (void)
{
  return g_object_new (RT_TYPE_REPETITION_PLOT, NULL);
}

void
rt_repetition_plot_set_results (RtRepetitionPlot *self,
                                GListModel       *results)
{
  g_return_if_fail (RT_IS_REPETITION_PLOT (self));
  g_return_if_fail (results == NULL || G_IS_LIST_MODEL (results));

  if (self->results != NULL)
    g_signal_handlers_disconnect_by_func (self->results, gtk_widget_queue_draw, self);
  g_set_object (&self->results, results);
  if (results != NULL)
    g_signal_connect_object (results, "items-changed", G_CALLBACK (gtk_widget_queue_draw), self,
                             G_CONNECT_SWAPPED);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
rt_repetition_plot_set_expected (RtRepetitionPlot *self,
                                 guint             n)
{
  g_return_if_fail (RT_IS_REPETITION_PLOT (self));

  self->expected = n;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
rt_repetition_plot_set_marked (RtRepetitionPlot *self,
                               guint             number)
{
  g_return_if_fail (RT_IS_REPETITION_PLOT (self));

  self->marked = number;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
rt_repetition_plot_set_words (RtRepetitionPlot *self,
                              const char       *words)
{
  g_return_if_fail (RT_IS_REPETITION_PLOT (self));
  g_return_if_fail (words != NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}
