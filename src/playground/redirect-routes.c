/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Redirects of every kind: right ones, endless ones, ones that lead nowhere.
 */

#include "route.h"

#include <string.h>

#define MAX_HOPS 1000

static void
redirect (RtCall     *call,
          guint       code,
          const char *location)
{
  g_autoptr (RtReply) reply = rt_reply_new (call, code, NULL);
  g_autoptr (RtReplyJson) json = rt_reply_json_new ();

  if (location != NULL)
    rt_reply_add (reply, "Location", location);
  rt_reply_json_number (json, "status", code);
  rt_reply_json_string (json, "location", location);
  rt_reply_send_json (reply, json);
}

static const char *
own_origin (RtCall *call)
{
  return rt_peer_is_tls (call->peer) ? call->service->https_origin : call->service->http_origin;
}

static void
redirect_n (RtCall     *call,
            const char *prefix,
            const char *folder)
{
  guint64 n;
  g_autofree char *location = NULL;

  if (!rt_route_read_number (call, "n", MAX_HOPS, &n))
    return;
  if (n <= 1)
    location = g_strconcat (prefix, "/get", NULL);
  else
    location = g_strdup_printf ("%s%s/%" G_GUINT64_FORMAT, prefix, folder, n - 1);
  redirect (call, 302, location);
}

static void
answer_relative (RtCall *call)
{
  redirect_n (call, "", call->route->data);
}

static void
answer_absolute (RtCall *call)
{
  redirect_n (call, own_origin (call), "/absolute-redirect");
}

static gboolean
is_redirect_code (guint64 code)
{
  return code >= 300 && code <= 399;
}

/* A value of a field may hold no line end, however it was escaped. */
static gboolean
is_field_value (const char *text)
{
  return strpbrk (text, "\r\n") == NULL;
}

static void
answer_redirect_to (RtCall *call)
{
  g_autofree char *url = rt_call_dup_query (call, "url");
  guint code = rt_call_get_query_number (call, "status", 302, 999);

  if (url == NULL || !is_field_value (url))
    rt_reply_refuse (call, 400, "?url= is where to redirect to, without line ends.");
  else if (!is_redirect_code (code))
    rt_reply_refuse (call, 400, "?status= is from 300 to 399.");
  else
    redirect (call, code, url);
}

static void
answer_code (RtCall *call)
{
  guint64 code;

  if (!rt_route_read_number (call, "code", 399, &code))
    return;
  if (is_redirect_code (code))
    redirect (call, code, "/anything");
  else
    rt_reply_refuse (call, 400, "{code} is from 300 to 399.");
}

/* To the Location in the route's data. */
static void
answer_fixed (RtCall *call)
{
  redirect (call, 302, call->route->data);
}

static void
answer_duplicate (RtCall *call)
{
  g_autoptr (RtReply) reply = rt_reply_new (call, 302, NULL);

  rt_reply_add (reply, "Location", "/anything/first");
  rt_reply_add (reply, "Location", "/anything/second");
  rt_reply_send (reply, NULL, "", 0);
}

static void
answer_other_scheme (RtCall *call)
{
  const char *origin = rt_peer_is_tls (call->peer) ? call->service->http_origin
                                                   : call->service->https_origin;
  g_autofree char *location = g_strconcat (origin, "/anything/other-origin", NULL);
  guint code = rt_call_get_query_number (call, "status", 302, 999);

  redirect (call, is_redirect_code (code) ? code : 302, location);
}

/* The same server by its other name is another origin. */
static void
answer_other_host (RtCall *call)
{
  const char *origin = own_origin (call);
  gboolean named = g_str_has_prefix (rt_call_find_field (call, "Host") != NULL
                                     ? rt_call_find_field (call, "Host") : "", "localhost");
  g_autofree char *location = g_strdup_printf ("%s://%s%s/anything/other-host",
                                               rt_peer_is_tls (call->peer) ? "https" : "http",
                                               named ? "127.0.0.1" : "localhost",
                                               strrchr (origin, ':'));

  redirect (call, 302, location);
}

const RtRoute rt_redirect_routes[] = {
  { "/redirect/loop", NULL, "Redirects to itself.", NULL, answer_fixed, 0, "/redirect/loop" },
  { "/redirect/ping", NULL, "Redirects to /redirect/pong.", NULL, answer_fixed, 0,
    "/redirect/pong" },
  { "/redirect/pong", NULL, "Redirects to /redirect/ping.", NULL, answer_fixed, 0,
    "/redirect/ping" },
  { "/redirect/no-location", NULL, "302 without a Location.", NULL, answer_fixed },
  { "/redirect/empty-location", NULL, "302 with an empty Location.", NULL, answer_fixed, 0, "" },
  { "/redirect/bad-location", NULL, "302 with a Location that is no URL.", NULL, answer_fixed, 0,
    "http://[not a host/%zz" },
  { "/redirect/bad-scheme", NULL, "302 to a scheme that is not HTTP.", NULL, answer_fixed, 0,
    "ftp://127.0.0.1/file" },
  { "/redirect/two-locations", NULL, "302 with two different Locations.", NULL, answer_duplicate },
  { "/redirect/fragment", NULL, "302 to a URL with a fragment.", NULL, answer_fixed, 0,
    "/anything/fragment#section" },
  { "/redirect/to-other-origin", NULL, "From http to https, and from https to http. ?status= "
    "changes the code.",
    NULL, answer_other_scheme },
  { "/redirect/to-other-host", NULL, "From 127.0.0.1 to localhost, and back.", NULL,
    answer_other_host },
  { "/redirect/code/{code}", NULL, "This redirect code, to /anything.",
    "/redirect/code/301 /redirect/code/302 /redirect/code/303 /redirect/code/307 "
    "/redirect/code/308",
    answer_code },
  { "/redirect/{n}", NULL, "N redirects (302, relative), then /get.", "/redirect/3",
    answer_relative, 0, "/redirect" },
  { "/relative-redirect/{n}", NULL, "The same.", "/relative-redirect/2", answer_relative, 0,
    "/relative-redirect" },
  { "/absolute-redirect/{n}", NULL, "N redirects with absolute Locations, then /get.",
    "/absolute-redirect/2", answer_absolute },
  { "/redirect-to", NULL, "To ?url= with ?status= (302).", "/redirect-to?url=/get&status=307",
    answer_redirect_to },
  { NULL },
};
