/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* /status/NNN: each code from 100 to 999 with the fields that its RFC requires
 * or expects. What is special about a code is in the tables.
 */

#include "route.h"

#include <string.h>

typedef struct
{
  guint       code;
  const char *name;
  const char *value;
} CodeField;

/* In the order in which they are sent. */
static const CodeField code_fields[] = {
  { 201, "Location", "/anything/created" },
  { 206, "Content-Range", "bytes 0-99/1000" },
  { 206, "ETag", "\"playground-206\"" },
  { 226, "IM", "identity" },
  { 300, "Link", "</html>; rel=\"alternate\"; type=\"text/html\"" },
  { 300, "Link", "</json>; rel=\"alternate\"; type=\"application/json\"" },
  { 304, "ETag", "\"playground-304\"" },
  { 304, "Cache-Control", "max-age=60" },
  { 401, "WWW-Authenticate", "Basic realm=\"playground\", charset=\"UTF-8\"" },
  { 406, "Vary", "Accept" },
  { 407, "Proxy-Authenticate", "Basic realm=\"playground proxy\", charset=\"UTF-8\"" },
  { 413, "Retry-After", "120" },
  { 415, "Accept", "application/json, text/plain" },
  { 415, "Accept-Encoding", "gzip, identity" },
  { 415, "Accept-Post", "application/json, text/plain" },
  { 416, "Content-Range", "bytes */1000" },
  { 426, "Upgrade", "roundtrip-echo" },
  { 426, "Connection", "upgrade" },
  { 429, "Retry-After", "10" },
  { 451, "Link", "</anything/authority>; rel=\"blocked-by\"" },
  { 503, "Retry-After", "30" },
  { 511, "Cache-Control", "no-store" },
};

typedef struct
{
  guint       code;
  const char *text;
} CodeHint;

/* What to look at in the response. */
static const CodeHint hints[] = {
  { 201, "Location names what was created." },
  { 206, "Content-Range says which bytes of the whole these are." },
  { 207, "Each part of the content has a status of its own." },
  { 226, "IM names the instance manipulations that were applied." },
  { 300, "Link lists the choices; none is preferred here, so there is no Location." },
  { 301, "Location names the new place, for good. POST may become GET." },
  { 302, "Location names the place for now. POST may become GET." },
  { 303, "Location names a page to GET." },
  { 305, "Deprecated: a client must not take a proxy from a response." },
  { 307, "Location names the place for now. The method stays." },
  { 308, "Location names the new place, for good. The method stays." },
  { 401, "WWW-Authenticate says what is wanted. /basic-auth/user/secret takes credentials." },
  { 405, "Allow lists the methods that would be fine, had this been more than a demonstration." },
  { 406, "Nothing here fits the Accept fields; the content lists what there is." },
  { 407, "Proxy-Authenticate says which credentials the proxy wants." },
  { 408, "The server waited too long for the request; the connection is closed." },
  { 413, "Retry-After says that this is for the moment only." },
  { 415, "Accept, Accept-Post and Accept-Encoding say what could have been sent." },
  { 416, "Content-Range tells the real size." },
  { 426, "Upgrade names the protocol that is required." },
  { 429, "Retry-After says in how many seconds to try again." },
  { 451, "Link with rel=\"blocked-by\" names who demanded it." },
  { 503, "Retry-After says in how many seconds to try again." },
};

static const char * const class_sentences[] = {
  "This number has no class: only 100 to 599 are valid.",
  "The server goes on working; the final response comes later.",
  "The request was received, understood and accepted.",
  "The client has something more to do to complete the request.",
  "The server finds fault with the request.",
  "The server could not fulfil a request that seems right.",
};

static const char *
sentence_for (guint code)
{
  for (guint i = 0; i < G_N_ELEMENTS (hints); i++)
    if (hints[i].code == code)
      return hints[i].text;
  return class_sentences[code < 600 ? code / 100 : 0];
}

/* RFC 9110 section 5.6.4's idea of text in a status line: no line end and no
 * other control character but TAB. */
static gboolean
is_reason (const char *text)
{
  for (; *text != '\0'; text++)
    if ((guchar) *text == 0x7f || ((guchar) *text < 0x20 && *text != '\t'))
      return FALSE;
  return strlen (text) <= 1000;
}

static gboolean
is_redirect (guint code)
{
  return code == 301 || code == 302 || code == 303 || code == 307 || code == 308;
}

/* All methods of the playground's world but the one that was used. */
static void
add_allow (RtReply *reply,
           RtCall  *call)
{
  static const char * const methods[] = { "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE" };
  g_autoptr (GString) allow = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    if (strcmp (methods[i], call->method) != 0
        && !(rt_call_is_head (call) && strcmp (methods[i], "GET") == 0)
        && !(strcmp (call->method, "GET") == 0 && strcmp (methods[i], "HEAD") == 0))
      g_string_append_printf (allow, "%s%s", allow->len > 0 ? ", " : "", methods[i]);
  rt_reply_add (reply, "Allow", allow->str);
}

static void
add_code_fields (RtReply *reply,
                 RtCall  *call,
                 guint    code)
{
  if (is_redirect (code))
    rt_reply_addf (reply, "Location", "/landing?from=%u", code);
  if (code == 405)
    add_allow (reply, call);
  if (code == 408)
    rt_reply_set_last (reply);
  for (guint i = 0; i < G_N_ELEMENTS (code_fields); i++)
    if (code_fields[i].code == code)
      rt_reply_add (reply, code_fields[i].name, code_fields[i].value);
}

static void
send_login_page (RtReply *reply)
{
  rt_reply_send (reply, "text/html; charset=utf-8",
                 "<!DOCTYPE html>\n<html lang=\"en\">\n<title>Network login</title>\n"
                 "<h1>Log in to use this network</h1>\n"
                 "<form action=\"/landing\"><label>Room number <input name=\"room\"></label>"
                 "<button>Log in</button></form>\n</html>\n", -1);
}

static void
send_multi_status (RtReply *reply)
{
  rt_reply_send (reply, "application/xml; charset=utf-8",
                 "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                 "<multistatus xmlns=\"DAV:\">\n"
                 "  <response><href>/a</href><status>HTTP/1.1 200 OK</status></response>\n"
                 "  <response><href>/b</href><status>HTTP/1.1 423 Locked</status></response>\n"
                 "</multistatus>\n", -1);
}

static void
send_part (RtReply *reply)
{
  static const char line[] = "0123456789";
  char part[101];

  for (guint i = 0; i < 100; i++)
    part[i] = line[i % 10];
  rt_reply_send (reply, "text/plain; charset=utf-8", part, 100);
}

static void
send_json (RtReply    *reply,
           guint       code,
           const char *reason)
{
  g_autoptr (RtReplyJson) json = rt_reply_json_new ();

  rt_reply_json_number (json, "status", code);
  rt_reply_json_string (json, "reason", reason);
  rt_reply_json_string (json, "explanation", sentence_for (code));
  if (code == 300 || code == 406)
    {
      rt_reply_json_open (json, "available", '[');
      rt_reply_json_string (json, NULL, "/html");
      rt_reply_json_string (json, NULL, "/json");
      rt_reply_json_close (json);
    }
  rt_reply_send_json (reply, json);
}

static void
send_page (RtReply    *reply,
           guint       code,
           const char *reason)
{
  g_autofree char *page
    = g_markup_printf_escaped ("<!DOCTYPE html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n"
                               "<title>%u %s</title>\n<h1>%u %s</h1>\n<p>%s</p>\n"
                               "<p><a href=\"/\">All routes</a></p>\n</html>\n",
                               code, reason, code, reason, sentence_for (code));

  rt_reply_send (reply, "text/html; charset=utf-8", page, -1);
}

static void
send_content (RtReply    *reply,
              RtCall     *call,
              guint       code,
              const char *reason)
{
  g_autofree char *body = rt_call_dup_query (call, "body");

  if (body != NULL)
    rt_reply_send (reply, "text/plain; charset=utf-8", body, -1);
  else if (code == 204 || code == 205 || code == 304)
    /* RFC 9110 section 15.3.6: 205 says so by a length of 0. */
    rt_reply_send (reply, NULL, "", 0);
  else if (code == 206)
    send_part (reply);
  else if (code == 207)
    send_multi_status (reply);
  else if (code == 511)
    send_login_page (reply);
  else if (rt_call_has_token (call, "Accept", "text/html") && g_utf8_validate (reason, -1, NULL))
    send_page (reply, code, reason);
  else
    send_json (reply, code, reason);
}

/* An interim response, which HTTP/1.0 does not know (RFC 9110 section 15.2). */
static void
send_interim (RtCall     *call,
              guint       code,
              const char *reason)
{
  g_autoptr (GString) head = g_string_new (NULL);

  if (call->minor_version == 0)
    return;
  g_string_append_printf (head, "HTTP/1.1 %u %s\r\n", code, reason);
  if (code == 103)
    g_string_append (head, "Link: </style.css>; rel=preload; as=style\r\n"
                           "Link: </script.js>; rel=preload; as=script\r\n");
  if (code == 104)
    g_string_append (head, "Location: /anything/upload\r\nUpload-Offset: 0\r\n");
  g_string_append (head, "\r\n");
  rt_peer_write (call->peer, head->str, head->len);
}

/* Sends back what comes, until the client ends. */
static void
echo_bytes (RtPeer *peer)
{
  do
    {
      gsize length;
      const guint8 *bytes = rt_peer_peek (peer, &length);

      if (length > 0 && !rt_peer_write (peer, bytes, length))
        return;
      rt_peer_consume (peer, length);
    }
  while (rt_peer_fill (peer));
}

/* A real 101: whoever asks for roundtrip-echo gets it, everybody else gets the
 * end of the connection, for there is nothing to speak. */
static void
switch_protocols (RtCall     *call,
                  const char *reason)
{
  g_autofree char *head = g_strdup_printf ("HTTP/1.1 101 %s\r\n"
                                           "Upgrade: roundtrip-echo\r\n"
                                           "Connection: upgrade\r\n"
                                           "\r\n", reason);

  if (rt_peer_write_text (call->peer, head)
      && rt_call_has_token (call, "Upgrade", "roundtrip-echo"))
    echo_bytes (call->peer);
  rt_peer_close (call->peer);
}

/* The final response that has to follow an interim one. */
static void
answer_after_interim (RtCall     *call,
                      guint       code,
                      const char *reason)
{
  g_autoptr (RtReply) reply = rt_reply_new (call, 200, NULL);
  g_autoptr (RtReplyJson) json = rt_reply_json_new ();

  send_interim (call, code, reason);
  rt_reply_json_number (json, "status", 200);
  rt_reply_json_number (json, "interim", code);
  rt_reply_json_string (json, "explanation",
                        call->minor_version > 0
                        ? "An interim response came before this one, which is the final one."
                        : "HTTP/1.0 knows no interim responses, so none was sent.");
  rt_reply_send_json (reply, json);
}

static void
answer_with (RtCall     *call,
             guint       code,
             const char *reason)
{
  g_autoptr (RtReply) reply = rt_reply_new (call, code, reason);

  add_code_fields (reply, call, code);
  send_content (reply, call, code, reason);
}

static void
answer_status (RtCall *call)
{
  g_autofree char *reason = rt_call_dup_query (call, "reason");
  guint64 code;

  /* Whoever asks before sending is refused before sending; that is the point
   * of 417 and 413. */
  if (!rt_route_read_number (call, "code", 999, &code))
    return;
  if ((!call->expects || code < 400) && rt_call_read_content (call) != 0)
    {
      rt_peer_close (call->peer);
      return;
    }
  if (reason == NULL)
    reason = g_strdup (rt_reply_phrase (code));
  if (code < 100)
    rt_reply_refuse (call, 400, "A status code has three digits and starts at 100.");
  else if (!is_reason (reason))
    rt_reply_refuse (call, 400, "A reason has no line ends and no control characters.");
  else if (code == 101 && call->minor_version > 0)
    switch_protocols (call, reason);
  else if (code < 200)
    answer_after_interim (call, code, reason);
  else
    answer_with (call, code, reason);
}

static void
answer_landing (RtCall *call)
{
  g_autoptr (RtReply) reply = rt_reply_new (call, 200, NULL);
  g_autoptr (RtReplyJson) json = rt_reply_json_new ();
  g_autofree char *from = rt_call_dup_query (call, "from");

  rt_reply_json_string (json, "landed", "This is where the redirect led.");
  rt_reply_json_string (json, "from", from);
  rt_reply_json_string (json, "method", call->method);
  rt_reply_json_number (json, "content_length", call->content_length);
  rt_reply_send_json (reply, json);
}

const RtRoute rt_status_routes[] = {
  { "/status/{code}", NULL,
    "Answers with this code, 100 to 999, and the fields that belong to it. 1xx come before a 200. "
    "?reason= and ?body= replace the phrase and the content.",
    "/status/200 /status/103 /status/304 /status/404 /status/418 /status/503 /status/999",
    answer_status, RT_ROUTE_EARLY },
  { "/landing", NULL, "Where the redirects of /status/30x lead.", NULL, answer_landing },
  { NULL },
};
