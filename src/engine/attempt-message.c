/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtAttempt, the message that libsoup is given: only what it has to know to carry
 * the bytes. What the tap puts in the place of its head is not made here.
 */

#include "attempt-private.h"

#include <string.h>

void
rt_attempt_give_content (RtAttempt *self)
{
  RtContent *content = self->outgoing->content;
  g_autoptr(GInputStream) stream = NULL;
  g_autoptr(GBytes) bytes = NULL;
  gboolean chunked = rt_outgoing_is_chunked (self->outgoing);

  if (content == NULL)
    return;

  bytes = rt_content_dup_bytes (content);
  stream = bytes != NULL ? g_memory_input_stream_new_from_bytes (bytes)
                         : rt_content_open (content);
  soup_message_set_request_body (self->message, NULL, stream,
                                 chunked ? -1 : (gssize) rt_content_get_length (content));
}

static SoupMessage *
create_message (RtAttempt *self)
{
  const RtUrl *url = self->outgoing->url;
  const char *target = self->http2 ? rt_url_get_target (url) : "/";
  gsize path_length = strcspn (target, "?");
  g_autofree char *path = g_strndup (target, path_length);
  const char *query = target[path_length] == '?' ? target + path_length + 1 : NULL;
  g_autoptr(GUri) uri =
    g_uri_build (SOUP_HTTP_URI_FLAGS | G_URI_FLAGS_ENCODED, rt_url_get_scheme (url), NULL,
                 rt_url_get_host (url), rt_url_get_port (url), path, query, NULL);

  return soup_message_new_from_uri (self->outgoing->method, uri);
}

/* In HTTP/1 the head is ours; libsoup only has to know what concerns the
 * connection. In HTTP/2 it writes the fields itself. */
static gboolean
is_for_libsoup (RtAttempt             *self,
                const RtOutgoingField *field)
{
  gboolean is_connection = g_ascii_strcasecmp (field->name, "Connection") == 0;
  gboolean frames = g_ascii_strcasecmp (field->name, "Content-Length") == 0 ||
                    g_ascii_strcasecmp (field->name, "Transfer-Encoding") == 0 ||
                    g_ascii_strcasecmp (field->name, "Host") == 0;

  return self->http2 ? !is_connection && !frames : is_connection;
}

static void
give_fields (RtAttempt *self)
{
  SoupMessageHeaders *headers = soup_message_get_request_headers (self->message);

  for (guint i = 0; i < self->outgoing->fields->len; i++)
    {
      const RtOutgoingField *field = g_ptr_array_index (self->outgoing->fields, i);
      g_autofree char *value = NULL;

      if (!is_for_libsoup (self, field))
        continue;
      value = g_strdelimit (g_strdup (field->value), "\r\n", ' ');
      soup_message_headers_append (headers, field->name, value);
    }

  if (!self->http2 && rt_outgoing_misframes (self->outgoing))
    soup_message_headers_replace (headers, "Connection", "close");
}

void
rt_attempt_compose_message (RtAttempt *self)
{
  SoupMessageFlags flags = SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_DO_NOT_USE_AUTH_CACHE;

  if (self->http2)
    flags |= SOUP_MESSAGE_NEW_CONNECTION;
  self->message = create_message (self);
  soup_message_set_flags (self->message, flags);
  soup_message_disable_feature (self->message, SOUP_TYPE_AUTH_MANAGER);
  soup_message_disable_feature (self->message, SOUP_TYPE_CONTENT_DECODER);
  give_fields (self);
  rt_attempt_give_content (self);
}
