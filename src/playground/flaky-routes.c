/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Trouble that passes: the first requests of a key fail, later ones do not.
 */

#include "route.h"

#include <string.h>

#define WINDOW_SECONDS 60
#define MAX_FAILURES 1000

/* Retry-After in seconds, or as a date by our clock, as the query wants it. */
static void
add_retry_after (RtCall  *call,
                 RtReply *reply)
{
  g_autofree char *seconds = rt_call_dup_query (call, "retry-after");
  double ahead = rt_call_get_query_number (call, "retry-at", -1, 1e9);
  g_autofree char *date = NULL;

  if (seconds != NULL && strpbrk (seconds, "\r\n") == NULL)
    rt_reply_add (reply, "Retry-After", seconds);
  if (ahead < 0)
    return;
  date = rt_reply_format_date (g_get_real_time () / G_USEC_PER_SEC + (gint64) ahead);
  rt_reply_add (reply, "Retry-After", date);
}

/* "flaky" counts by its whole path, so that other numbers are other keys. */
static void
answer_flaky (RtCall *call)
{
  guint code = rt_call_get_query_number (call, "status", 503, 999);
  g_autoptr (RtReply) reply = NULL;
  g_autoptr (RtReplyJson) json = NULL;
  guint64 failures;
  guint used;

  if (!rt_route_read_number (call, "n", MAX_FAILURES, &failures))
    return;
  if (code < 200)
    {
      rt_reply_refuse (call, 400, "?status= is from 200 to 999.");
      return;
    }

  used = rt_service_count (call->service, call->path, WINDOW_SECONDS).used;
  reply = rt_reply_new (call, used <= failures ? code : 200, NULL);
  json = rt_reply_json_new ();
  if (used <= failures)
    add_retry_after (call, reply);
  rt_reply_json_number (json, "request", used);
  rt_reply_json_number (json, "failures", failures);
  rt_reply_json_string (json, "method", call->method);
  rt_reply_json_number (json, "content_length", call->content_length);
  rt_reply_send_json (reply, json);
}

const RtRoute rt_flaky_routes[] = {
  { "/flaky/{key}/{n}", NULL, "The first N requests of a minute fail with ?status= (503), the "
    "others do not. ?retry-after= and ?retry-at= (seconds from now, as a date) say when to come "
    "back. A key of your own is a count of your own.",
    "/flaky/one/2 /flaky/two/2?retry-after=1 /flaky/three/1?status=429&retry-at=2", answer_flaky },
  { NULL },
};
