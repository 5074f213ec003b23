/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Progress in a bar and in words. Where the end is not known the bar pulses and
 * the words name no share. What is over soon is not spoken of: the window would
 * only flicker.
 */

#include "config.h"

#include "progress-strip.h"

#include "format.h"
#include "response-ui.h"
#include "response-words.h"
#include "template.h"

#include <glib/gi18n-lib.h>

/* Milliseconds that nothing is said of. */
#define PATIENCE 300

struct _RtProgressStrip
{
  RtResponsePane  parent_instance;

  guint           appear_id; /* it will be seen, or 0 */

  GtkProgressBar *bar;
  GtkLabel       *words;
};

G_DEFINE_FINAL_TYPE (RtProgressStrip, rt_progress_strip, RT_TYPE_RESPONSE_PANE)

/* Bytes that have gone by, of how many (-1 when unknown), by the state. */
static guint64
get_amount (RtExchange *exchange,
            gint64     *total)
{
  RtSizes sizes;

  rt_exchange_get_sizes (exchange, &sizes);
  if (rt_exchange_get_state (exchange) == RT_EXCHANGE_RECEIVING)
    {
      *total = sizes.content_announced;
      return sizes.content_encoded;
    }
  *total = sizes.request_content_total > 0 ? (gint64) sizes.request_content_total : -1;

  return sizes.request_content;
}

static gint64
get_elapsed (RtExchange *exchange)
{
  RtTiming timing;
  RtPhase phase = rt_exchange_get_state (exchange) == RT_EXCHANGE_RECEIVING ? RT_PHASE_CONTENT
                                                                            : RT_PHASE_REQUEST;

  rt_exchange_get_timing (exchange, &timing);

  return MAX (0, rt_timing_get_length (&timing, phase, g_get_monotonic_time ()));
}

static char *
dup_words (RtExchange *exchange,
           guint64     amount,
           gint64      total)
{
  GString *text = g_string_new (rt_words_for_progress (exchange));
  gint64 elapsed = get_elapsed (exchange);
  g_autofree char *size = rt_format_size (amount);
  g_autofree char *rate = rt_format_rate (amount, elapsed);

  if (amount == 0)
    {
      g_string_append (text, "…");
      return g_string_free (text, FALSE);
    }
  if (total > 0)
    {
      g_autofree char *whole = rt_format_size (total);

      g_string_append_printf (text, _(" · %s of %s"), size, whole);
    }
  else
    g_string_append_printf (text, " · %s", size);
  if (*rate != '\0')
    g_string_append_printf (text, " · %s", rate);
  if (total > (gint64) amount && elapsed > 0)
    {
      double seconds = (double) (total - amount) * elapsed / amount;
      g_autofree char *left = rt_format_duration (seconds);

      g_string_append_printf (text, _(" · about %s left"), left);
    }

  return g_string_free (text, FALSE);
}

static void
appear (RtProgressStrip *self)
{
  RtExchange *exchange = rt_response_pane_get_exchange (RT_RESPONSE_PANE (self));
  g_autofree char *words = NULL;
  guint64 amount;
  gint64 total;

  g_clear_handle_id (&self->appear_id, g_source_remove);
  amount = get_amount (exchange, &total);
  if (total > 0)
    gtk_progress_bar_set_fraction (self->bar, MIN (1, amount / (double) total));
  else
    gtk_progress_bar_pulse (self->bar);
  words = dup_words (exchange, amount, total);
  gtk_label_set_text (self->words, words);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
disappear (RtProgressStrip *self)
{
  g_clear_handle_id (&self->appear_id, g_source_remove);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static gboolean
appear_cb (gpointer user_data)
{
  RtProgressStrip *self = user_data;

  self->appear_id = 0;
  appear (self);

  return G_SOURCE_REMOVE;
}

/* How much longer nothing is said, in milliseconds. */
static guint
get_patience (RtExchange *exchange)
{
  RtTiming timing;
  gint64 elapsed;

  rt_exchange_get_timing (exchange, &timing);
  elapsed = rt_timing_get_total (&timing, g_get_monotonic_time ()) / 1000;

  return elapsed < PATIENCE ? PATIENCE - MAX (0, elapsed) : 0;
}

static void
rt_progress_strip_refresh (RtResponsePane *pane)
{
  RtProgressStrip *self = RT_PROGRESS_STRIP (pane);
  RtExchange *exchange = rt_response_pane_get_exchange (pane);
  guint patience;

  if (exchange == NULL || rt_response_pane_is_done (pane))
    {
      disappear (self);
      return;
    }

  patience = get_patience (exchange);
  if (patience == 0 || gtk_widget_get_visible (GTK_WIDGET (self)))
    appear (self);
  else if (self->appear_id == 0)
    self->appear_id = g_timeout_add (patience, appear_cb, self);
}

static void
rt_progress_strip_dispose (GObject *object)
{
  g_clear_handle_id (&RT_PROGRESS_STRIP (object)->appear_id, g_source_remove);
  rt_template_dispose (GTK_WIDGET (object), RT_TYPE_PROGRESS_STRIP);

  G_OBJECT_CLASS (rt_progress_strip_parent_class)->dispose (object);
}

static void
rt_progress_strip_class_init (RtProgressStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rt_progress_strip_dispose;
  RT_RESPONSE_PANE_CLASS (klass)->refresh = rt_progress_strip_refresh;

  gtk_widget_class_set_template_from_resource (widget_class, RT_RESPONSE_UI "progress-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, RtProgressStrip, bar);
  gtk_widget_class_bind_template_child (widget_class, RtProgressStrip, words);
}

static void
rt_progress_strip_init (RtProgressStrip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
