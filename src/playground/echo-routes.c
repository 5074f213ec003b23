/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Says as JSON what arrived: nothing merged, sorted or re-spelt.
 */

#include "route.h"

static void
add_fields (RtReplyJson *json,
            const char  *key,
            GPtrArray   *fields)
{
  rt_reply_json_open (json, key, '[');
  for (guint i = 0; i < fields->len; i++)
    {
      RtCallField *field = g_ptr_array_index (fields, i);

      rt_reply_json_pair (json, field->name, field->value);
    }
  rt_reply_json_close (json);
}

/* As text when it is UTF-8 without NUL, else as base64. */
static void
add_content (RtReplyJson *json,
             RtCall      *call)
{
  const char *bytes = (const char *) call->content->data;
  gsize length = call->content->len;

  rt_reply_json_open (json, "content", '{');
  rt_reply_json_number (json, "length", call->content_length);
  rt_reply_json_boolean (json, "truncated", call->content_length > length);
  rt_reply_json_string (json, "sha256", g_checksum_get_string (call->content_sha256));
  if (length == 0 || g_utf8_validate_len (bytes, length, NULL))
    {
      g_autofree char *text = g_strndup (bytes != NULL ? bytes : "", length);

      rt_reply_json_string (json, "text", text);
    }
  else
    {
      g_autofree char *base64 = g_base64_encode (call->content->data, length);

      rt_reply_json_string (json, "base64", base64);
    }
  rt_reply_json_close (json);
}

static void
add_head (RtReplyJson *json,
          RtCall      *call)
{
  gsize length;
  const guint8 *bytes = g_bytes_get_data (call->head, &length);
  g_autofree char *base64 = g_base64_encode (bytes, length);

  rt_reply_json_string (json, "head_base64", base64);
}

static void
answer_echo (RtCall *call)
{
  g_autoptr (RtReply) reply = rt_reply_new (call, 200, NULL);
  g_autoptr (RtReplyJson) json = rt_reply_json_new ();
  g_autoptr (GPtrArray) query = rt_call_list_query (call);

  rt_reply_json_string (json, "method", call->method);
  rt_reply_json_string (json, "target", call->target);
  rt_reply_json_string (json, "version", call->minor_version == 0 ? "HTTP/1.0" : "HTTP/1.1");
  rt_reply_json_string (json, "scheme", rt_peer_is_tls (call->peer) ? "https" : "http");
  rt_reply_json_string (json, "from", rt_peer_get_address (call->peer));
  add_fields (json, "query", query);
  add_fields (json, "fields", call->fields);
  add_content (json, call);
  add_fields (json, "trailers", call->trailers);
  add_head (json, call);
  rt_reply_send_json (reply, json);
}

const RtRoute rt_echo_routes[] = {
  { "/get", "GET", "Echoes a GET as JSON: target, fields in order, content, the exact head.",
    "/get?name=value", answer_echo },
  { "/post", "POST", "Echoes a POST.", NULL, answer_echo },
  { "/put", "PUT", "Echoes a PUT.", NULL, answer_echo },
  { "/patch", "PATCH", "Echoes a PATCH.", NULL, answer_echo },
  { "/delete", "DELETE", "Echoes a DELETE.", NULL, answer_echo },
  { "/anything/{rest...}", NULL, "Echoes any method, at any path below.",
    "/anything /anything/some/path?a=1&a=2", answer_echo },
  { NULL },
};
