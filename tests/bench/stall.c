/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How long the main loop stands still at most while a body arrives, is indexed,
 * is scrolled from top to end, is searched for a text that it does not have, and
 * is let go of, in a window that has shown a small one of its kind. A thread appends as the
 * engine's does; the window scrolls a page each frame all the while.
 *
 *   stall FILE TYPE    prints a line for each stage: its name, and microseconds:
 *                      the longest stall, the longest work of the main thread
 *                      between two turns of the loop (less when other programs
 *                      had the processor), all of the stage
 */

#include "config.h"

#include "exchange-private.h"
#include "find-bar.h"
#include "pane.h"
#include "subject.h"
#include "trail-private.h"

#include <string.h>

#define BEAT 5 /* milliseconds */
#define PIECE (64 * 1024)
#define SCROLLED_FRAMES 200
#define ABSENT "no such text"

typedef struct
{
  GtkWidget  *pane;
  RtExchange *exchange;
  RtTrail    *trail;
  gpointer    body;    /* a weak pointer */
  GBytes     *bytes;
  guint       frame;   /* of those that go from top to end; 0 outside of it */

  gint64      beat_at; /* when the main loop came round */
  gint64      worked_at;
  gint64      longest; /* of this stage */
  gint64      most_work;
} Stall;

static gboolean
beat_cb (gpointer user_data)
{
  Stall *self = user_data;
  gint64 now = g_get_monotonic_time ();
  gint64 worked = pane_get_work ();

  self->longest = MAX (self->longest, now - self->beat_at);
  self->most_work = MAX (self->most_work, worked - self->worked_at);
  self->beat_at = now;
  self->worked_at = worked;

  return G_SOURCE_CONTINUE;
}

/* A page on, and from the end to the top again; or a part of the way down. */
static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  Stall *self = user_data;
  RtLineView *text = pane_get_text (self->pane);
  GtkAdjustment *adjustment;
  double page, end, value;

  if (text == NULL)
    return G_SOURCE_CONTINUE;

  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (text));
  page = gtk_adjustment_get_page_size (adjustment);
  end = gtk_adjustment_get_upper (adjustment) - page;
  value = gtk_adjustment_get_value (adjustment);
  if (self->frame > 0)
    value = end * self->frame++ / SCROLLED_FRAMES;
  else
    value = value + page <= end ? value + page : 0;
  gtk_adjustment_set_value (adjustment, value);

  return G_SOURCE_CONTINUE;
}

static gpointer
arrive_thread (gpointer user_data)
{
  Stall *self = user_data;
  RtBody *body = rt_exchange_get_body (self->exchange);
  RtSizes sizes = { .content_announced = -1 };
  gsize length;
  const guint8 *data = g_bytes_get_data (self->bytes, &length);

  for (gsize at = 0; at < length; at += PIECE)
    {
      g_autoptr (GError) error = NULL;

      if (!rt_body_append (body, data + at, MIN (PIECE, length - at), &error))
        g_error ("%s", error->message);
      sizes.content_wire = sizes.content_encoded = sizes.content_decoded = at + PIECE;
      rt_exchange_set_sizes (self->exchange, &sizes);
    }
  rt_exchange_finish (self->exchange);
  rt_trail_finish (self->trail, RT_TRAIL_END_NORMAL, NULL);

  return NULL;
}

static gboolean
has_arrived (Stall *self)
{
  return rt_exchange_get_state (self->exchange) == RT_EXCHANGE_DONE;
}

static gboolean
is_indexed (Stall *self)
{
  return !pane_is_busy (self->pane);
}

static gboolean
is_at_end (Stall *self)
{
  return self->frame > SCROLLED_FRAMES;
}

static gboolean
is_searched (Stall *self)
{
  RtFindBar *bar = RT_FIND_BAR (pane_find (self->pane, RT_TYPE_FIND_BAR));

  return strstr (rt_find_bar_get_count (bar), "…") == NULL;
}

static void
begin_search (Stall *self)
{
  GtkWidget *bar;

  gtk_widget_activate_action (self->pane, "response.find-body", NULL);
  bar = pane_find (self->pane, RT_TYPE_FIND_BAR);
  gtk_editable_set_text (GTK_EDITABLE (pane_find (bar, GTK_TYPE_ENTRY)), ABSENT);
}

static gboolean
is_gone (Stall *self)
{
  return self->body == NULL;
}

/* The window keeps the trail before, to compare with. */
static void
leave (Stall *self)
{
  self->body = rt_exchange_get_body (self->exchange);
  g_object_add_weak_pointer (self->body, &self->body);
  g_clear_object (&self->exchange);
  g_clear_object (&self->trail);
  pane_show_small (self->pane, "text/plain");
  pane_show_small (self->pane, "text/plain");
}

/* Runs the main loop until the stage is over. What was done since the one before
 * belongs to it. */
static void
measure (Stall      *self,
         const char *stage,
         gboolean  (*is_over) (Stall *self))
{
  gint64 start = g_get_monotonic_time ();

  while (!is_over (self))
    g_main_context_iteration (NULL, TRUE);
  beat_cb (self);
  g_print ("%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", stage,
           self->longest, self->most_work, g_get_monotonic_time () - start);
  self->longest = self->most_work = 0;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GBytes) bytes = NULL;
  Stall self = { 0 };
  GThread *thread;

  if (argc != 3)
    g_error ("usage: stall FILE TYPE");

  self.bytes = bytes = subject_open (argv[1]);
  self.pane = pane_open (argv[2]);
  self.exchange = pane_exchange_new (argv[2]);
  self.trail = pane_show (self.pane, self.exchange);
  self.beat_at = g_get_monotonic_time ();
  self.worked_at = pane_get_work ();
  g_timeout_add_full (G_PRIORITY_HIGH, BEAT, beat_cb, &self, NULL);
  gtk_widget_add_tick_callback (self.pane, scroll_cb, &self, NULL);

  thread = g_thread_new ("arrive", arrive_thread, &self);
  measure (&self, "arriving", has_arrived);
  g_thread_join (thread);
  measure (&self, "indexing", is_indexed);
  self.frame = 1;
  measure (&self, "scrolling", is_at_end);
  self.frame = 0;
  begin_search (&self);
  measure (&self, "searching", is_searched);
  leave (&self);
  measure (&self, "leaving", is_gone);

  return 0;
}
