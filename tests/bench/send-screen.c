/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Sends, and shows what comes, in a window that has shown a small body. For
 * first-frame, which ends it.
 *
 *   send-screen URL    prints "begin", and the microseconds when it sends
 */

#include "config.h"

#include "engine.h"
#include "pane.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RtEngine) engine = rt_engine_new (&error);
  g_autoptr (RtRequest) request = rt_request_new ();
  g_autoptr (RtTrail) trail = NULL;
  GtkWidget *pane;

  if (argc != 2 || engine == NULL)
    g_error ("usage: send-screen URL");

  pane = pane_open ("application/json");
  rt_request_set_url (request, argv[1]);
  g_print ("begin %" G_GINT64_FORMAT "\n", g_get_monotonic_time ());
  trail = rt_engine_send (engine, request);
  pane_show_trail (pane, trail);
  for (;;)
    g_main_context_iteration (NULL, TRUE);
}
