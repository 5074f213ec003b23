/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Basic (RFC 7617) and Bearer (RFC 6750) authentication with credentials that
 * stand in the path, of a server and as of a proxy.
 */

#include "auth-reply.h"
#include "route.h"

#include <string.h>

/* 200 to the right credentials, else a denial of @code. */
static void
answer_basic_as (RtCall     *call,
                 guint       code,
                 const char *ask,
                 const char *tell)
{
  g_autofree char *user = rt_route_dup_segment (call, "user");
  g_autofree char *secret = rt_route_dup_segment (call, "secret");
  gboolean right = rt_auth_reply_is_basic_right (call, tell, user, secret);
  g_autoptr (RtReply) reply = rt_reply_new (call, right ? 200 : code, NULL);

  if (right)
    {
      g_autoptr (RtReplyJson) json = rt_auth_reply_welcome ("Basic", user);

      rt_reply_send_json (reply, json);
      return;
    }
  rt_reply_add (reply, ask, "Basic realm=\"" RT_AUTH_REALM "\", charset=\"UTF-8\"");
  rt_auth_reply_deny (reply, rt_auth_reply_find_credentials (call, tell, "Basic") == NULL
                             ? "No Basic credentials came."
                             : "The user name or the password is wrong.");
}

static void
answer_basic (RtCall *call)
{
  answer_basic_as (call, 401, "WWW-Authenticate", "Authorization");
}

static void
answer_proxy_basic (RtCall *call)
{
  answer_basic_as (call, 407, "Proxy-Authenticate", "Proxy-Authorization");
}

/* Does not admit that there is something to log in to. */
static void
answer_hidden_basic (RtCall *call)
{
  g_autofree char *user = rt_route_dup_segment (call, "user");
  g_autofree char *secret = rt_route_dup_segment (call, "secret");

  if (rt_auth_reply_is_basic_right (call, "Authorization", user, secret))
    answer_basic (call);
  else
    rt_reply_refuse (call, 404, "There is nothing here. Or is there?");
}

/* Knows who it is, and refuses all the same (RFC 9110 section 15.5.4). */
static void
answer_forbidden (RtCall *call)
{
  g_autofree char *user = rt_route_dup_segment (call, "user");
  g_autofree char *secret = rt_route_dup_segment (call, "secret");

  if (rt_auth_reply_is_basic_right (call, "Authorization", user, secret))
    rt_reply_refuse (call, 403, "The user name and the password are right, but this user may not.");
  else
    answer_basic (call);
}

static void
welcome_bearer (RtCall     *call,
                const char *token)
{
  g_autoptr (RtReply) reply = rt_reply_new (call, 200, NULL);
  g_autoptr (RtReplyJson) json = rt_reply_json_new ();

  rt_reply_json_boolean (json, "authenticated", TRUE);
  rt_reply_json_string (json, "scheme", "Bearer");
  rt_reply_json_string (json, "token", token);
  rt_reply_send_json (reply, json);
}

/* RFC 6750 section 3.1: no error code when no credentials came. */
static void
ask_for_token (RtCall     *call,
               const char *why)
{
  g_autoptr (RtReply) reply = rt_reply_new (call, 401, NULL);

  rt_reply_add (reply, "WWW-Authenticate", "Bearer realm=\"" RT_AUTH_REALM "\"");
  rt_auth_reply_deny (reply, why);
}

static void
answer_bearer (RtCall *call)
{
  const char *token = rt_auth_reply_find_credentials (call, "Authorization", "Bearer");

  if (token != NULL && *token != '\0')
    welcome_bearer (call, token);
  else
    ask_for_token (call, "No Bearer token came. Any token will do.");
}

static void
refuse_token (RtCall *call)
{
  g_autoptr (RtReply) reply = rt_reply_new (call, 401, NULL);

  rt_reply_add (reply, "WWW-Authenticate",
                "Bearer realm=\"" RT_AUTH_REALM "\", error=\"invalid_token\", "
                "error_description=\"The access token expired\"");
  rt_auth_reply_deny (reply, "This is not the token of the path.");
}

static void
refuse_scope (RtCall *call)
{
  g_autoptr (RtReply) reply = rt_reply_new (call, 403, NULL);

  rt_reply_add (reply, "WWW-Authenticate",
                "Bearer realm=\"" RT_AUTH_REALM "\", error=\"insufficient_scope\", "
                "scope=\"read write\"");
  rt_auth_reply_deny (reply, "The token is right, but not for this.");
}

/* With ?scope the right token is not enough. */
static void
answer_bearer_token (RtCall *call)
{
  const char *got = rt_auth_reply_find_credentials (call, "Authorization", "Bearer");
  g_autofree char *token = rt_route_dup_segment (call, "token");
  g_autofree char *scope = rt_call_dup_query (call, "scope");

  if (got == NULL)
    ask_for_token (call, "No Bearer token came. The one in the path will do.");
  else if (g_strcmp0 (got, token) != 0)
    refuse_token (call);
  else if (scope != NULL)
    refuse_scope (call);
  else
    welcome_bearer (call, got);
}

const RtRoute rt_auth_routes[] = {
  { "/basic-auth/{user}/{secret}", NULL, "Basic authentication with this user and password.",
    "/basic-auth/user/secret", answer_basic },
  { "/hidden-basic-auth/{user}/{secret}", NULL, "The same, but 404 instead of 401.",
    "/hidden-basic-auth/user/secret", answer_hidden_basic },
  { "/forbidden-basic-auth/{user}/{secret}", NULL, "The same, but 403 to the right credentials.",
    "/forbidden-basic-auth/user/secret", answer_forbidden },
  { "/proxy-basic-auth/{user}/{secret}", NULL, "The same as of a proxy: 407, Proxy-Authenticate, "
    "Proxy-Authorization.", "/proxy-basic-auth/user/secret", answer_proxy_basic },
  { "/bearer", NULL, "Bearer authentication; any token will do.", NULL, answer_bearer },
  { "/bearer/{token}", NULL, "Bearer authentication with this token; another one is "
    "invalid_token. ?scope: the right one has insufficient_scope.",
    "/bearer/abc /bearer/abc?scope", answer_bearer_token },
  { NULL },
};
