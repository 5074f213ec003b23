/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Sends the same GET again and again through the engine, one after the other,
 * and keeps what comes as the window does.
 *
 *   send URL N    prints the microseconds of N, after a few that are not
 *                 counted, and the bytes of content of the last
 */

#include "config.h"

#include <stdlib.h>

#include "engine.h"

#define WARM_UP 5

static guint64
send_one (RtEngine  *engine,
          RtRequest *request,
          gboolean   must_reuse)
{
  g_autoptr(RtTrail) trail = rt_engine_send (engine, request);
  g_autoptr(RtConnection) connection = NULL;
  g_autoptr(RtFailure) failure = NULL;
  RtExchange *exchange;

  while (rt_trail_is_running (trail))
    g_main_context_iteration (NULL, TRUE);

  exchange = rt_trail_get_last (trail);
  failure = rt_exchange_dup_failure (exchange);
  connection = rt_exchange_dup_connection (exchange);
  if (failure != NULL || rt_exchange_get_status (exchange) != 200)
    g_error ("No answer: %s", failure != NULL ? failure->message : "not 200");
  if (must_reuse && !connection->reused)
    g_error ("Sent on a connection of its own");

  return rt_body_get_length (rt_exchange_get_body (exchange));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GError) error = NULL;
  g_autoptr(RtEngine) engine = rt_engine_new (&error);
  g_autoptr(RtRequest) request = rt_request_new ();
  guint64 length = 0;
  gint64 start;
  int n;

  if (argc != 3 || engine == NULL)
    g_error ("usage: send URL N");

  n = atoi (argv[2]);
  rt_request_set_url (request, argv[1]);
  rt_request_set_insecure (request, TRUE);
  rt_request_set_timeout (request, 0);
  for (int i = 0; i < WARM_UP; i++)
    length = send_one (engine, request, FALSE);

  start = g_get_monotonic_time ();
  for (int i = 0; i < n; i++)
    length = send_one (engine, request, TRUE);
  g_print ("%" G_GINT64_FORMAT " %" G_GUINT64_FORMAT "\n",
           g_get_monotonic_time () - start, length);

  return 0;
}
