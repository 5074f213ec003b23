/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Cookies (RFC 6265). The server remembers none; it says what came.
 */

#include "route.h"

#include <string.h>

/* Splits one Cookie field at ";" and the first "=". */
static void
add_pairs (RtReplyJson *json,
           const char  *value)
{
  g_auto (GStrv) items = g_strsplit (value, ";", -1);

  for (guint i = 0; items[i] != NULL; i++)
    {
      char *item = g_strstrip (items[i]);
      char *equals = strchr (item, '=');

      if (equals != NULL)
        *equals = '\0';
      if (*item != '\0' || equals != NULL)
        rt_reply_json_pair (json, item, equals != NULL ? equals + 1 : "");
    }
}

static void
answer_cookies (RtCall *call)
{
  g_autoptr (RtReply) reply = rt_reply_new (call, 200, NULL);
  g_autoptr (RtReplyJson) json = rt_reply_json_new ();

  rt_reply_json_open (json, "cookies", '[');
  for (guint i = 0; i < call->fields->len; i++)
    {
      RtCallField *field = g_ptr_array_index (call->fields, i);

      if (g_ascii_strcasecmp (field->name, "Cookie") == 0)
        add_pairs (json, field->value);
    }
  rt_reply_send_json (reply, json);
}

/* RFC 6265 section 4.1.1, but for spaces and commas, which all take. */
static gboolean
is_cookie_text (const char *text,
                const char *forbidden)
{
  for (; *text != '\0'; text++)
    if ((guchar) *text < 0x20 || *text == 0x7f || strchr (forbidden, *text) != NULL)
      return FALSE;
  return TRUE;
}

/* Redirects to /cookies with a Set-Cookie for each parameter. */
static void
set_all (RtCall     *call,
         gboolean    with_values,
         const char *attributes)
{
  g_autoptr (RtReply) reply = rt_reply_new (call, 302, NULL);
  g_autoptr (GPtrArray) query = rt_call_list_query (call);

  rt_reply_add (reply, "Location", "/cookies");
  for (guint i = 0; i < query->len; i++)
    {
      RtCallField *cookie = g_ptr_array_index (query, i);

      if (!is_cookie_text (cookie->name, "=;, \t\"") || !is_cookie_text (cookie->value, ";"))
        {
          rt_reply_refuse (call, 400, "A cookie has no control characters and no \";\", its name "
                           "no \"=\", space or comma.");
          return;
        }
      rt_reply_addf (reply, "Set-Cookie", "%s=%s; %s", cookie->name,
                     with_values ? cookie->value : "", attributes);
    }
  rt_reply_send (reply, NULL, "", 0);
}

static void
answer_set (RtCall *call)
{
  set_all (call, TRUE, "Path=/");
}

static void
answer_delete (RtCall *call)
{
  set_all (call, FALSE, "Path=/; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT");
}

/* What a cookie can say about itself, some of it refused by every client. */
static void
answer_attributes (RtCall *call)
{
  static const char * const cookies[] = {
    "session=1; Path=/; HttpOnly; SameSite=Lax",
    "strict=2; Path=/; SameSite=Strict",
    "secure=3; Path=/; Secure; SameSite=None",
    "hour=4; Path=/; Max-Age=3600",
    "narrow=5; Path=/cookies",
    "foreign=6; Domain=example.com",
    "__Host-good=7; Path=/; Secure",
    "__Host-bad=8; Path=/cookies; Secure",
    "quoted=\"9\"; Path=/",
    "nameless",
    "partitioned=10; Path=/; Secure; Partitioned",
  };
  g_autoptr (RtReply) reply = rt_reply_new (call, 200, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cookies); i++)
    rt_reply_add (reply, "Set-Cookie", cookies[i]);
  rt_reply_send (reply, "text/plain; charset=utf-8", "Look at the Set-Cookie fields.\n", -1);
}

const RtRoute rt_cookie_routes[] = {
  { "/cookies", NULL, "The cookies that came, in their order.", NULL, answer_cookies },
  { "/cookies/set", NULL, "Sets a cookie for each parameter, then redirects to /cookies.",
    "/cookies/set?flavour=plain&size=2", answer_set },
  { "/cookies/delete", NULL, "Deletes them.", "/cookies/delete?flavour", answer_delete },
  { "/cookies/attributes", NULL, "Cookies with every attribute, right and wrong.", NULL,
    answer_attributes },
  { NULL },
};
