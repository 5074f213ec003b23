/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Responses that take their time. Each wait ends at once when the client goes
 * or the playground stops.
 */

#include "route.h"

#include <string.h>

#define MAX_SECONDS 600.0
#define MAX_DRIP 10000000

static gint64
to_usec (double seconds)
{
  return seconds * G_USEC_PER_SEC;
}

static void
answer_delay (RtCall *call)
{
  g_autofree char *text = rt_route_dup_segment (call, "seconds");
  char *end = NULL;
  double seconds = text != NULL ? g_ascii_strtod (text, &end) : -1;
  g_autoptr (RtReply) reply = NULL;
  g_autoptr (RtReplyJson) json = rt_reply_json_new ();

  if (end == NULL || *end != '\0' || !(seconds >= 0 && seconds <= MAX_SECONDS))
    {
      rt_reply_refuse (call, 400, "{seconds} is a number from 0 to 600.");
      return;
    }
  if (!rt_peer_wait (call->peer, to_usec (seconds)))
    return;
  reply = rt_reply_new (call, 200, NULL);
  rt_reply_json_string (json, "delayed_seconds", text);
  rt_reply_send_json (reply, json);
}

/* The first byte at once, the others evenly over the duration. */
static void
answer_drip (RtCall *call)
{
  double duration = rt_call_get_query_number (call, "duration", 2, MAX_SECONDS);
  guint bytes = rt_call_get_query_number (call, "numbytes", 10, MAX_DRIP);
  guint code = rt_call_get_query_number (call, "code", 200, 999);
  double delay = rt_call_get_query_number (call, "delay", 0, MAX_SECONDS);
  gint64 pause = bytes > 0 ? to_usec (duration) / bytes : 0;
  g_autoptr (RtReply) reply = NULL;

  if (code < 200)
    {
      rt_reply_refuse (call, 400, "?code= is from 200 to 999.");
      return;
    }
  if (!rt_peer_wait (call->peer, to_usec (delay)))
    return;
  reply = rt_reply_new (call, code, NULL);
  if (!rt_reply_begin (reply, "application/octet-stream", bytes))
    return;
  for (guint i = 0; i < bytes; i++)
    if ((i > 0 && !rt_peer_wait (call->peer, pause)) || !rt_reply_write (reply, "*", 1))
      return;
}

static void
answer_stream (RtCall *call)
{
  double pause = rt_call_get_query_number (call, "pause", 0, MAX_SECONDS);
  g_autoptr (RtReply) reply = rt_reply_new (call, 200, NULL);
  guint64 n;

  if (!rt_route_read_number (call, "n", 1000000, &n)
      || !rt_reply_begin (reply, "application/x-ndjson", -1))
    return;
  for (guint64 i = 0; i < n; i++)
    {
      g_autofree char *line = g_strdup_printf ("{\"id\": %" G_GUINT64_FORMAT ", \"of\": %"
                                               G_GUINT64_FORMAT "}\n", i, n);

      if ((pause > 0 && i > 0 && !rt_peer_wait (call->peer, to_usec (pause)))
          || !rt_reply_write (reply, line, strlen (line)))
        return;
    }
  rt_reply_end (reply, NULL);
}

/* Server-sent events, as browsers' EventSource reads them. */
static void
answer_events (RtCall *call)
{
  double pause = rt_call_get_query_number (call, "pause", 1, MAX_SECONDS);
  g_autoptr (RtReply) reply = rt_reply_new (call, 200, NULL);
  guint64 n;

  if (!rt_route_read_number (call, "n", 1000000, &n))
    return;
  rt_reply_add (reply, "Cache-Control", "no-store");
  if (!rt_reply_begin (reply, "text/event-stream", -1))
    return;
  for (guint64 i = 0; i < n; i++)
    {
      g_autofree char *event = g_strdup_printf ("id: %" G_GUINT64_FORMAT "\nevent: tick\n"
                                                "data: {\"n\": %" G_GUINT64_FORMAT "}\n\n", i, i);

      if ((i > 0 && !rt_peer_wait (call->peer, to_usec (pause)))
          || !rt_reply_write (reply, event, strlen (event)))
        return;
    }
  rt_reply_end (reply, NULL);
}

/* Writing blocks while the client does not read, so nothing piles up here. */
static void
answer_endless (RtCall *call)
{
  g_autoptr (RtReply) reply = rt_reply_new (call, 200, NULL);
  g_autoptr (GString) block = g_string_new (NULL);

  while (block->len < 16384)
    g_string_append (block, "There is no end to this.\n");
  if (!rt_reply_begin (reply, "text/plain; charset=utf-8", -1))
    return;
  while (rt_reply_write (reply, block->str, block->len))
    ;
}

static void
answer_slow_head (RtCall *call)
{
  static const char response[] = "HTTP/1.1 200 OK\r\n"
                                 "Content-Type: text/plain\r\n"
                                 "Content-Length: 5\r\n"
                                 "Connection: close\r\n"
                                 "\r\n"
                                 "slow\n";
  gint64 pause = to_usec (rt_call_get_query_number (call, "pause", 0.1, MAX_SECONDS));

  for (gsize i = 0; i < strlen (response); i++)
    if (!rt_peer_write (call->peer, response + i, 1) || !rt_peer_wait (call->peer, pause))
      return;
  rt_peer_close (call->peer);
}

static void
answer_stall (RtCall *call)
{
  rt_peer_wait (call->peer, to_usec (24 * 60 * 60));
}

const RtRoute rt_timing_routes[] = {
  { "/delay/{seconds}", NULL, "Answers after so many seconds, at most 600.", "/delay/0.5 /delay/3",
    answer_delay },
  { "/drip", "GET", "?numbytes= bytes, one by one over ?duration= seconds, after ?delay=, with "
    "?code=.",
    "/drip?duration=2&numbytes=10&code=200&delay=0", answer_drip },
  { "/stream/{n}", "GET", "N lines of JSON, a chunk each, ?pause= seconds between.",
    "/stream/5 /stream/5?pause=0.5", answer_stream },
  { "/events/{n}", "GET", "N server-sent events, ?pause= seconds between (1).", "/events/3",
    answer_events },
  { "/slow-head", NULL, "One byte of the response each 100 ms (?pause= seconds).", NULL,
    answer_slow_head },
  { "/stall", NULL, "Takes the request and never answers.", NULL, answer_stall },
  { "/endless", "GET", "Content that never ends.", NULL, answer_endless },
  { NULL },
};
