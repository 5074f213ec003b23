/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How long it takes from Send until JSON is shown and nothing of it is still
 * being made ready.
 *
 *   send-screen URL    prints the microseconds
 */

#include "config.h"

#include "engine.h"
#include "pane.h"

static gboolean
is_settled (GtkWidget *pane)
{
  return pane_has_text (pane) && !pane_is_busy (pane);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RtEngine) engine = rt_engine_new (&error);
  g_autoptr (RtRequest) request = rt_request_new ();
  g_autoptr (RtTrail) trail = NULL;
  GtkWidget *pane;
  gint64 start;

  if (argc != 2 || engine == NULL)
    g_error ("usage: send-screen URL");

  pane = pane_open ("application/json");
  rt_request_set_url (request, argv[1]);
  start = g_get_monotonic_time ();
  trail = rt_engine_send (engine, request);
  pane_show_trail (pane, trail);
  g_print ("%" G_GINT64_FORMAT "\n", pane_wait (pane, is_settled) - start);

  return 0;
}
