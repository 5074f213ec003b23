/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Response fields of the client's choice, trailers, interim responses.
 */

#include "route.h"

#include <string.h>

/* These would change where the response ends. */
static gboolean
is_framing (const char *name)
{
  static const char * const names[] = {
    "Content-Length", "Transfer-Encoding", "Connection", "Trailer", "Upgrade",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (name, names[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_field (RtCallField *field)
{
  for (const char *c = field->name; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c) && strchr ("!#$%&'*+-.^_`|~", *c) == NULL)
      return FALSE;
  for (const char *c = field->value; *c != '\0'; c++)
    if (((guchar) *c < 0x20 && *c != '\t') || *c == 0x7f)
      return FALSE;
  return !is_framing (field->name);
}

static void
answer_response_headers (RtCall *call)
{
  g_autoptr (RtReply) reply = rt_reply_new (call, 200, NULL);
  g_autoptr (GPtrArray) query = rt_call_list_query (call);
  g_autoptr (RtReplyJson) json = rt_reply_json_new ();
  gboolean typed = FALSE;
  GString *text;

  rt_reply_json_open (json, "fields", '[');
  for (guint i = 0; i < query->len; i++)
    {
      RtCallField *field = g_ptr_array_index (query, i);

      if (!is_field (field))
        {
          rt_reply_refuse (call, 400, "A field has a token for a name, no control characters in "
                           "its value, and does not frame the response.");
          return;
        }
      typed |= g_ascii_strcasecmp (field->name, "Content-Type") == 0;
      rt_reply_add (reply, field->name, field->value);
      rt_reply_json_pair (json, field->name, field->value);
    }
  text = rt_reply_json_end (json);
  rt_reply_send (reply, typed ? NULL : "application/json", text->str, text->len);
}

static void
answer_trailers (RtCall *call)
{
  static const char content[] = "Two fields follow this content.\n";
  g_autoptr (RtReply) reply = rt_reply_new (call, 200, NULL);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;
  g_autofree char *base64 = NULL;
  g_autofree char *trailers = NULL;

  g_checksum_update (sum, (const guchar *) content, strlen (content));
  g_checksum_get_digest (sum, digest, &length);
  base64 = g_base64_encode (digest, length);
  trailers = g_strdup_printf ("Content-Digest: sha-256=:%s:\r\n"
                              "Server-Timing: total;dur=0\r\n", base64);
  rt_reply_add (reply, "Trailer", "Content-Digest, Server-Timing");
  if (!rt_reply_begin (reply, "text/plain; charset=utf-8", -1)
      || !rt_reply_write (reply, content, strlen (content)))
    return;
  rt_reply_end (reply, trailers);
}

static void
answer_early_hints (RtCall *call)
{
  g_autoptr (RtReply) reply = rt_reply_new (call, 200, NULL);

  if (call->minor_version > 0)
    rt_peer_write_text (call->peer,
                        "HTTP/1.1 103 Early Hints\r\n"
                        "Link: </style.css>; rel=preload; as=style\r\n"
                        "\r\n"
                        "HTTP/1.1 103 Early Hints\r\n"
                        "Link: </script.js>; rel=preload; as=script\r\n"
                        "Link: <https://fonts.invalid>; rel=preconnect\r\n"
                        "\r\n");
  rt_reply_add (reply, "Link", "</style.css>; rel=preload; as=style");
  rt_reply_send (reply, "text/plain; charset=utf-8", "Two early hints came before this.\n", -1);
}

static void
answer_continue (RtCall *call)
{
  gboolean expected = call->expects;
  g_autofree char *refuse = rt_call_dup_query (call, "refuse");
  g_autoptr (RtReply) reply = NULL;
  g_autoptr (RtReplyJson) json = rt_reply_json_new ();

  if (refuse != NULL && expected)
    {
      rt_reply_refuse (call, 417, "The content is not wanted, and was not read.");
      return;
    }
  if (rt_call_read_content (call) != 0)
    {
      rt_peer_close (call->peer);
      return;
    }
  reply = rt_reply_new (call, 200, NULL);
  rt_reply_json_boolean (json, "expected_continue", expected);
  rt_reply_json_number (json, "content_length", call->content_length);
  rt_reply_send_json (reply, json);
}

const RtRoute rt_field_routes[] = {
  { "/response-headers", NULL, "Each parameter becomes a field of the response.",
    "/response-headers?X-One=1&X-Two=2&X-One=again", answer_response_headers },
  { "/trailers", "GET", "Chunked content with two trailer fields.", NULL, answer_trailers },
  { "/early-hints", NULL, "Two 103 (Early Hints), then 200.", NULL, answer_early_hints },
  { "/continue", NULL, "Says 100 (Continue) to whoever expects it; with ?refuse=1 it says 417 "
    "instead.",
    "/continue /continue?refuse=1", answer_continue, RT_ROUTE_EARLY },
  { NULL },
};
