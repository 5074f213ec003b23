/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Receives one response through the engine. What came stands in the RtBody, in
 * a file of the cache folder.
 *
 *   receive URL [FILE]    prints the microseconds from the send to the end,
 *                         and the bytes of content; compares with FILE
 */

#include "config.h"

#include <string.h>

#include "engine.h"

static gboolean
is_same (RtBody     *body,
         const char *path)
{
  g_autoptr(GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  g_autoptr(GBytes) expected = file != NULL ? g_mapped_file_get_bytes (file) : NULL;
  g_autoptr(GBytes) got = rt_body_dup_bytes (body);

  return expected != NULL && g_bytes_equal (expected, got);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GError) error = NULL;
  g_autoptr(RtEngine) engine = rt_engine_new (&error);
  g_autoptr(RtRequest) request = rt_request_new ();
  g_autoptr(RtTrail) trail = NULL;
  g_autoptr(RtFailure) failure = NULL;
  gint64 start;
  gint64 end;
  RtBody *body;

  if (argc < 2 || engine == NULL)
    g_error ("usage: receive URL [FILE]");

  rt_request_set_url (request, argv[1]);
  rt_request_set_insecure (request, TRUE);
  rt_request_set_timeout (request, 0);
  start = g_get_monotonic_time ();
  trail = rt_engine_send (engine, request);
  while (rt_trail_is_running (trail))
    g_main_context_iteration (NULL, TRUE);
  end = g_get_monotonic_time ();

  failure = rt_exchange_dup_failure (rt_trail_get_last (trail));
  if (failure != NULL)
    g_error ("No answer: %s", failure->message);

  body = rt_exchange_get_body (rt_trail_get_last (trail));
  if (argc > 2 && !is_same (body, argv[2]))
    g_error ("Not what was sent");
  g_print ("%" G_GINT64_FORMAT " %" G_GUINT64_FORMAT "\n", end - start,
           rt_body_get_length (body));

  return 0;
}
