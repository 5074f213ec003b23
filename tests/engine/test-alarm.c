/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of alarm.c: it is due when it was set to be, and only then. */

#include "alarm.h"

typedef struct
{
  GSource *source;
  guint    count;
  gint64   next;   /* set in the callback */
  gboolean again;  /* returned by it */
} Ring;

static gboolean
ring_cb (gpointer user_data)
{
  Ring *ring = user_data;

  ring->count++;
  g_source_set_ready_time (ring->source, ring->next);

  return ring->again;
}

/* How often it rings while nobody waits for anything. */
static guint
count (GMainContext *context,
       Ring         *ring)
{
  for (guint i = 0; i < 10; i++)
    g_main_context_iteration (context, FALSE);

  return ring->count;
}

static void
test_due (void)
{
  g_autoptr(GMainContext) context = g_main_context_new ();
  Ring ring = { .next = -1, .again = G_SOURCE_CONTINUE };

  ring.source = rt_alarm_new (ring_cb, &ring);
  g_source_attach (ring.source, context);
  g_assert_cmpuint (count (context, &ring), ==, 0);
  g_source_set_ready_time (ring.source, 0);
  g_assert_cmpuint (count (context, &ring), ==, 1);
  g_source_set_ready_time (ring.source, 0);
  g_assert_cmpuint (count (context, &ring), ==, 2);
  g_source_destroy (ring.source);
  g_source_unref (ring.source);
}

/* A time that is set in the callback holds: it does not ring on and on. */
static void
test_later (void)
{
  g_autoptr(GMainContext) context = g_main_context_new ();
  Ring ring = { .next = G_MAXINT64, .again = G_SOURCE_CONTINUE };

  ring.source = rt_alarm_new (ring_cb, &ring);
  g_source_attach (ring.source, context);
  g_source_set_ready_time (ring.source, 0);
  g_assert_cmpuint (count (context, &ring), ==, 1);
  g_assert_cmpint (g_source_get_ready_time (ring.source), ==, G_MAXINT64);
  g_source_destroy (ring.source);
  g_source_unref (ring.source);
}

static void
test_removed (void)
{
  g_autoptr(GMainContext) context = g_main_context_new ();
  Ring ring = { .next = 0, .again = G_SOURCE_REMOVE };

  ring.source = rt_alarm_new (ring_cb, &ring);
  g_source_attach (ring.source, context);
  g_source_set_ready_time (ring.source, 0);
  g_assert_cmpuint (count (context, &ring), ==, 1);
  g_assert_true (g_source_is_destroyed (ring.source));
  g_source_unref (ring.source);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/alarm/due", test_due);
  g_test_add_func ("/alarm/later", test_later);
  g_test_add_func ("/alarm/removed", test_removed);

  return g_test_run ();
}
