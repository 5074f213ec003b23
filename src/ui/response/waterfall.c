/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The drawn waterfall. One row a phase: name, bar, length. It draws from a
 * table of rows that is made once when the timing is set; colours are those of
 * the style, so that dark and high contrast follow.
 */

#include "config.h"

#include "waterfall.h"

#include "format.h"

#include <glib/gi18n-lib.h>

#define ROW_HEIGHT 26
#define GAP 12
#define MIN_TRACK 80

/* The start of what has a length, but is no one stretch of the whole. */
#define NO_PLACE (-1.0)

typedef struct
{
  char    *name;
  char    *words;  /* the length, or why there is none */
  double   start;  /* 0 to 1 of the whole, or NO_PLACE: no bar */
  double   end;
  gboolean happened;
} Row;

struct _RtWaterfall
{
  GtkWidget parent_instance;

  Row   rows[RT_N_PHASES + 2]; /* the last one is the total */
  guint n_rows;
};

G_DEFINE_FINAL_TYPE (RtWaterfall, rt_waterfall, GTK_TYPE_WIDGET)

static void
clear_rows (RtWaterfall *self)
{
  for (guint i = 0; i < self->n_rows; i++)
    {
      g_clear_pointer (&self->rows[i].name, g_free);
      g_clear_pointer (&self->rows[i].words, g_free);
    }
  self->n_rows = 0;
}

static PangoLayout *
create_layout (RtWaterfall *self,
               const char  *text,
               gboolean     bold)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);

  if (bold)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_layout_set_attributes (layout, attributes);
    }

  return layout;
}

static int
text_width (RtWaterfall *self,
            const char  *text)
{
  g_autoptr (PangoLayout) layout = create_layout (self, text, TRUE);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);

  return width;
}

/* Widths of the column of names and of the column of lengths. A reason why a
 * phase did not happen stands in the track and does not count. */
static void
measure_columns (RtWaterfall *self,
                 int         *names,
                 int         *lengths)
{
  *names = 0;
  *lengths = 0;
  for (guint i = 0; i < self->n_rows; i++)
    {
      *names = MAX (*names, text_width (self, self->rows[i].name));
      if (self->rows[i].happened)
        *lengths = MAX (*lengths, text_width (self, self->rows[i].words));
    }
}

static void
rt_waterfall_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  RtWaterfall *self = RT_WATERFALL (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      int names, lengths;

      measure_columns (self, &names, &lengths);
      *minimum = names + lengths + 2 * GAP + MIN_TRACK;
      *natural = *minimum + 240;
    }
  else
    *minimum = *natural = ROW_HEIGHT * self->n_rows;
}

static void
draw_text (RtWaterfall *self,
           GtkSnapshot *snapshot,
           const char  *text,
           gboolean     bold,
           double       x,
           double       y,
           double       width,
           double       opacity)
{
  g_autoptr (PangoLayout) layout = create_layout (self, text, bold);
  GdkRGBA color;
  int height;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  color.alpha *= opacity;
  if (width > 0)
    {
      pango_layout_set_width (layout, width * PANGO_SCALE);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  pango_layout_get_pixel_size (layout, NULL, &height);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y + (ROW_HEIGHT - height) / 2.0));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_bar (GtkSnapshot   *snapshot,
          const GdkRGBA *color,
          double         x,
          double         y,
          double         width,
          double         height)
{
  GskRoundedRect bar;

  gsk_rounded_rect_init_from_rect (&bar, &GRAPHENE_RECT_INIT (x, y, width, height),
                                   MIN (width, height) / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &bar);
  gtk_snapshot_append_color (snapshot, color, &bar.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
draw_row (RtWaterfall *self,
          GtkSnapshot *snapshot,
          const Row   *row,
          guint        index,
          int          names,
          int          lengths)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  gboolean total = index + 1 == self->n_rows;
  double y = index * ROW_HEIGHT;
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double left = names + GAP;
  double track = MAX (1, width - left - lengths - GAP);
  double start = left + row->start * track;
  GdkRGBA color;
  GdkRGBA back;

  gtk_style_context_get_color (context, &color);
  back = color;
  back.alpha = 0.07;
  draw_text (self, snapshot, row->name, total, 0, y, 0, row->happened ? 1 : 0.65);
  if (!row->happened)
    {
      double own = text_width (self, row->name) + GAP;
      /* In the track, or as far before it as the words need and the name lets. */
      double x = MAX (own, MIN (left, width - text_width (self, row->words)));

      draw_text (self, snapshot, row->words, FALSE, x, y, width - x, 0.65);
      return;
    }

  draw_text (self, snapshot, row->words, total, width - text_width (self, row->words), y, 0, 1);
  if (row->start < 0)
    return;

  draw_bar (snapshot, &back, left, y + 8, track, ROW_HEIGHT - 16);
  if (!gtk_style_context_lookup_color (context, total ? "status_none" : "status_3xx", &color))
    gtk_style_context_get_color (context, &color);
  draw_bar (snapshot, &color, MIN (start, left + track - 3), y + 8,
            MAX (3, (row->end - row->start) * track), ROW_HEIGHT - 16);
}

static void
rt_waterfall_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  RtWaterfall *self = RT_WATERFALL (widget);
  int names, lengths;

  measure_columns (self, &names, &lengths);
  for (guint i = 0; i < self->n_rows; i++)
    draw_row (self, snapshot, &self->rows[i], i, names, lengths);
}

static void
rt_waterfall_finalize (GObject *object)
{
  clear_rows (RT_WATERFALL (object));

  G_OBJECT_CLASS (rt_waterfall_parent_class)->finalize (object);
}

static void
rt_waterfall_class_init (RtWaterfallClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = rt_waterfall_finalize;
  widget_class->measure = rt_waterfall_measure;
  widget_class->snapshot = rt_waterfall_snapshot;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "waterfall");
}

static void
rt_waterfall_init (RtWaterfall *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "waterfall");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, "Timing",
                                  -1);
}

GtkWidget *
rt_waterfall_new (void)
{
  return g_object_new (RT_TYPE_WATERFALL, NULL);
}

/* Why @phase has no time of its own. */
static const char *
explain_absence (const RtTiming *timing,
                 RtPhase         phase,
                 gboolean        reused,
                 gboolean        tls,
                 gboolean        proxy)
{
  if (phase == RT_PHASE_TLS && !tls && !(timing->ended < 0))
    return _("did not happen (no encryption)");
  if (phase == RT_PHASE_PROXY && !proxy)
    return _("did not happen (no proxy)");
  if (reused && phase <= RT_PHASE_TLS)
    return _("did not happen (connection reused)");
  if (timing->ended < 0)
    return _("not yet");
  if (phase == RT_PHASE_NAME && rt_timing_happened (timing, RT_PHASE_CONNECT))
    return _("did not happen (the address was given)");
  if (phase == RT_PHASE_CONTENT)
    return _("no content came");

  return _("not reached");
}

static void
add_row (RtWaterfall *self,
         const char  *name,
         const char  *absence,
         gint64       length)
{
  Row *row = &self->rows[self->n_rows++];

  row->name = g_strdup (name);
  row->happened = absence == NULL;
  row->words = absence != NULL ? g_strdup (absence) : rt_format_duration (length);
  row->start = 0;
  row->end = 1;
}

static void
add_phase (RtWaterfall    *self,
           const RtTiming *timing,
           RtPhase         phase,
           const char     *absence,
           gint64          now)
{
  gint64 total = MAX (1, rt_timing_get_total (timing, now));
  const RtSpanOfTime *span = &timing->phases[phase];
  Row *row;

  add_row (self, rt_phase_to_words (phase), absence, rt_timing_get_length (timing, phase, now));
  row = &self->rows[self->n_rows - 1];
  if (absence == NULL)
    {
      row->start = CLAMP ((span->start - timing->started) / (double) total, 0, 1);
      row->end = CLAMP (((span->end < 0 ? now : span->end) - timing->started) / (double) total,
                        row->start, 1);
    }
}

/* What makes the total more than the phases: it has a length and no place. */
static void
add_rest (RtWaterfall    *self,
          const RtTiming *timing,
          gint64          now)
{
  gint64 rest = rt_timing_get_rest (timing, now);

  if (timing->ended < 0 || rest < RT_TIMING_REST_MIN)
    return;

  add_row (self, _("Between the phases"), NULL, rest);
  self->rows[self->n_rows - 1].start = NO_PLACE;
}

void
rt_waterfall_set_timing (RtWaterfall    *self,
                         const RtTiming *timing,
                         gboolean        reused,
                         gboolean        tls,
                         gboolean        proxy,
                         gint64          now)
{
  g_autofree char *words = NULL;

  g_return_if_fail (RT_IS_WATERFALL (self));

  clear_rows (self);
  if (timing != NULL)
    {
      for (int phase = 0; phase < RT_N_PHASES; phase++)
        {
          const char *absence = NULL;

          if (!rt_timing_happened (timing, phase))
            absence = explain_absence (timing, phase, reused, tls, proxy);
          add_phase (self, timing, phase, absence, now);
        }
      add_rest (self, timing, now);
      add_row (self, _("Total"), NULL, rt_timing_get_total (timing, now));
    }

  words = rt_waterfall_to_words (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

char *
rt_waterfall_to_words (RtWaterfall *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (RT_IS_WATERFALL (self), NULL);

  for (guint i = 0; i < self->n_rows; i++)
    g_string_append_printf (text, "%s%s: %s.", i > 0 ? " " : "", self->rows[i].name,
                            self->rows[i].words);

  return g_string_free (text, FALSE);
}
