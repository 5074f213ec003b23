/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Finds the route of a request. The first entry whose pattern fits wins; that
 * its method does not fit is 405 (Method Not Allowed), never another route.
 */

#include "route.h"

#include "number.h"

#include <string.h>

static const RtTopic topics[] = {
  { "Status codes", rt_status_routes },
  { "Echo: what the server received", rt_echo_routes },
  { "Redirects", rt_redirect_routes },
  { "Authentication", rt_auth_routes },
  { "Digest authentication", rt_digest_routes },
  { "Challenges", rt_challenge_routes },
  { "Content", rt_body_routes },
  { "Content codings and character sets", rt_encoding_routes },
  { "Time", rt_timing_routes },
  { "Trouble that passes", rt_flaky_routes },
  { "Caching, conditions and limits", rt_cache_routes },
  { "Cookies", rt_cookie_routes },
  { "Fields and interim responses", rt_field_routes },
  { "Faults", rt_fault_routes },
  { "This server", rt_index_routes },
  { NULL, NULL },
};

const RtTopic *
rt_route_list_topics (void)
{
  return topics;
}

/* Walks both in step; with @name, stops at that segment and gives it back. */
static gboolean
walk (const char *pattern,
      const char *path,
      const char *name,
      char      **found)
{
  while (*pattern != '\0')
    {
      const char *brace = strchr (pattern, '}');
      gsize length = strcspn (path, "/");
      gsize name_length;
      gboolean rest;

      if (*pattern != '{' || brace == NULL)
        {
          /* "/anything/{rest...}" fits "/anything", too. */
          if (*path == '\0' && g_str_has_prefix (pattern, "/{")
              && g_str_has_suffix (pattern, "...}"))
            return TRUE;
          if (*pattern++ != *path++)
            return FALSE;
          continue;
        }
      rest = strncmp (brace - 3, "...", 3) == 0;
      name_length = brace - pattern - 1 - (rest ? 3 : 0);
      if (rest)
        length = strlen (path);
      else if (length == 0)
        return FALSE;
      if (name != NULL && strlen (name) == name_length
          && strncmp (pattern + 1, name, name_length) == 0)
        *found = g_strndup (path, length);
      path += length;
      pattern = brace + 1;
    }
  return *path == '\0';
}

gboolean
rt_route_matches (const char *pattern,
                  const char *path)
{
  return walk (pattern, path, NULL, NULL);
}

char *
rt_route_dup_segment (RtCall     *call,
                      const char *name)
{
  g_autofree char *raw = NULL;

  walk (call->route->pattern, call->path, name, &raw);
  return raw != NULL ? g_uri_unescape_string (raw, NULL) : NULL;
}

gboolean
rt_route_read_number (RtCall     *call,
                      const char *name,
                      guint64     max,
                      guint64    *number)
{
  g_autofree char *text = rt_route_dup_segment (call, name);
  g_autofree char *why = NULL;

  if (text != NULL && rt_number_read (text, 10, 0, max, number))
    return TRUE;
  why = g_strdup_printf ("{%s} is a number from 0 to %" G_GUINT64_FORMAT ".", name, max);
  rt_reply_refuse (call, 400, why);
  return FALSE;
}

static const RtRoute *
find_route (const char *path)
{
  for (const RtTopic *topic = topics; topic->title != NULL; topic++)
    for (const RtRoute *route = topic->routes; route->pattern != NULL; route++)
      if (rt_route_matches (route->pattern, path))
        return route;
  return NULL;
}

static gboolean
allows (const RtRoute *route,
        const char    *method)
{
  g_auto (GStrv) methods = NULL;

  if (route->methods == NULL)
    return TRUE;
  methods = g_strsplit (route->methods, " ", -1);
  if (strcmp (method, "HEAD") == 0)
    method = "GET";
  return g_strv_contains ((const char * const *) methods, method);
}

/* RFC 9110 section 10.2.1; HEAD comes with GET. */
static void
answer_with_allow (RtCall *call,
                   guint   code)
{
  g_autoptr (RtReply) reply = rt_reply_new (call, code, NULL);
  g_autoptr (GString) allow = g_string_new (call->route->methods);
  g_autoptr (RtReplyJson) json = rt_reply_json_new ();

  g_string_replace (allow, " ", ", ", 0);
  g_string_replace (allow, "GET", "GET, HEAD", 1);
  g_string_append (allow, ", OPTIONS");
  rt_reply_add (reply, "Allow", allow->str);
  rt_reply_json_number (json, "status", code);
  rt_reply_json_string (json, "reason", rt_reply_phrase (code));
  rt_reply_json_string (json, "allow", allow->str);
  rt_reply_send_json (reply, json);
}

static void
answer_matched (RtCall *call)
{
  int refusal = 0;

  if ((call->route->flags & RT_ROUTE_EARLY) == 0)
    refusal = rt_call_read_content (call);
  if (refusal > 0)
    rt_reply_refuse (call, refusal, refusal == 413 ? "This is more than the playground takes."
                                                   : "The chunks of the request are broken.");
  else if (refusal < 0)
    rt_peer_close (call->peer);
  else
    call->route->answer (call);
}

void
rt_route_answer (RtCall *call)
{
  call->route = find_route (call->path);
  if (call->route != NULL && allows (call->route, call->method))
    answer_matched (call);
  else if (rt_call_read_content (call) != 0)
    rt_peer_close (call->peer);
  else if (call->route == NULL)
    rt_reply_refuse (call, 404, "There is no such route. GET / lists them all.");
  else
    answer_with_allow (call, strcmp (call->method, "OPTIONS") == 0 ? 204 : 405);
}
