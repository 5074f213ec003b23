/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the form of what routes of authentication read and say. Judges no
 * Digest.
 */

#include "auth-reply.h"

#include <string.h>

const char *
rt_auth_reply_find_credentials (RtCall     *call,
                                const char *name,
                                const char *scheme)
{
  const char *value = rt_call_find_field (call, name);
  gsize length = strlen (scheme);

  if (value == NULL || g_ascii_strncasecmp (value, scheme, length) != 0 || value[length] != ' ')
    return NULL;
  return value + length + strspn (value + length, " ");
}

gboolean
rt_auth_reply_is_basic_right (RtCall     *call,
                              const char *name,
                              const char *user,
                              const char *secret)
{
  const char *credentials = rt_auth_reply_find_credentials (call, name, "Basic");
  g_autofree char *expected = NULL;
  g_autofree guchar *got = NULL;
  gsize length = 0;

  if (credentials == NULL || user == NULL || secret == NULL)
    return FALSE;
  expected = g_strconcat (user, ":", secret, NULL);
  got = g_base64_decode (credentials, &length);
  return length == strlen (expected) && memcmp (got, expected, length) == 0;
}

RtReplyJson *
rt_auth_reply_welcome (const char *scheme,
                       const char *user)
{
  RtReplyJson *json = rt_reply_json_new ();

  rt_reply_json_boolean (json, "authenticated", TRUE);
  rt_reply_json_string (json, "scheme", scheme);
  rt_reply_json_string (json, "user", user);
  return json;
}

void
rt_auth_reply_deny (RtReply    *reply,
                    const char *why)
{
  g_autoptr (RtReplyJson) json = rt_reply_json_new ();

  rt_reply_json_boolean (json, "authenticated", FALSE);
  rt_reply_json_string (json, "why", why);
  rt_reply_send_json (reply, json);
}
