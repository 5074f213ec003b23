/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How long the first screen of a body takes after its last byte, when nothing
 * of it was shown before, in a window that has shown a small one of its kind.
 *
 *   first-screen FILE TYPE    prints microseconds from the end of the exchange
 *                             to the frame with the first line, and those that
 *                             the main thread worked
 */

#include "config.h"

#include "exchange-private.h"
#include "pane.h"
#include "subject.h"
#include "trail-private.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (RtExchange) exchange = NULL;
  g_autoptr (RtTrail) trail = NULL;
  GtkWidget *pane;
  gint64 start, work, end;

  if (argc != 3)
    g_error ("usage: first-screen FILE TYPE");

  bytes = subject_open (argv[1]);
  exchange = pane_exchange_new (argv[2]);
  if (!rt_body_append (rt_exchange_get_body (exchange), g_bytes_get_data (bytes, NULL),
                       g_bytes_get_size (bytes), &error))
    g_error ("%s", error->message);
  pane = pane_open (argv[2]);

  start = g_get_monotonic_time ();
  work = pane_get_work ();
  rt_exchange_finish (exchange);
  trail = pane_show (pane, exchange);
  rt_trail_finish (trail, RT_TRAIL_END_NORMAL, NULL);
  end = pane_wait (pane, pane_has_text);
  g_print ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", end - start, pane_get_work () - work);

  return 0;
}
