/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "visit.h"

#include <string.h>

static RtPlayground *playground;

void
visit_open (void)
{
  g_autoptr (GError) error = NULL;

  playground = rt_playground_new ();
  rt_playground_start (playground, 0, &error);
  g_assert_no_error (error);
}

void
visit_close (void)
{
  g_assert_finalize_object (g_steal_pointer (&playground));
}

RtPlayground *
visit_playground (void)
{
  return playground;
}

GSocketConnection *
visit_connect (const char *origin)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GError) error = NULL;
  GSocketConnection *connection;

  connection = g_socket_client_connect_to_uri (client, origin, 80, NULL, &error);
  g_assert_no_error (error);
  return connection;
}

static void
split_head (Visit *self)
{
  const char *text = (const char *) self->bytes->data;
  const char *end = memmem (text, self->length, "\r\n\r\n", 4);
  gsize head_length = end != NULL ? (gsize) (end - text) + 4 : 0;

  self->head = g_strndup (text, head_length);
  self->body = text + head_length;
  self->body_length = self->length - head_length;
  if (g_str_has_prefix (self->head, "HTTP/1.1 "))
    self->code = atoi (self->head + strlen ("HTTP/1.1 "));
}

Visit *
visit_raw (const char *request,
           gssize      length)
{
  g_autoptr (GSocketConnection) connection
    = visit_connect (rt_playground_get_http_origin (playground));
  GIOStream *stream = G_IO_STREAM (connection);
  Visit *self = g_new0 (Visit, 1);
  char block[65536];
  gssize got;

  self->bytes = g_byte_array_new ();
  g_output_stream_write_all (g_io_stream_get_output_stream (stream), request,
                             length < 0 ? strlen (request) : (gsize) length, NULL, NULL, NULL);
  while ((got = g_input_stream_read (g_io_stream_get_input_stream (stream), block, sizeof block,
                                     NULL, NULL)) > 0)
    g_byte_array_append (self->bytes, (guint8 *) block, got);
  self->reset = got < 0;
  self->length = self->bytes->len;
  g_byte_array_append (self->bytes, (const guint8 *) "", 1);
  split_head (self);
  return self;
}

Visit *
visit (const char *method,
       const char *target,
       const char *fields)
{
  g_autofree char *request = g_strdup_printf ("%s %s HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                                              "Connection: close\r\n%s\r\n",
                                              method, target, fields);

  return visit_raw (request, -1);
}

Visit *
visit_get (const char *target)
{
  return visit ("GET", target, "");
}

void
visit_free (Visit *self)
{
  g_clear_pointer (&self->bytes, g_byte_array_unref);
  g_clear_pointer (&self->head, g_free);
  g_free (self);
}

/* The @n-th value of @name, from 0; NULL when there are fewer. */
static char *
find_field (Visit      *self,
            const char *name,
            guint       n)
{
  g_auto (GStrv) lines = g_strsplit (self->head, "\r\n", -1);
  gsize length = strlen (name);

  for (guint i = 1; i < g_strv_length (lines); i++)
    if (g_ascii_strncasecmp (lines[i], name, length) == 0 && lines[i][length] == ':' && n-- == 0)
      return g_strdup (g_strstrip (lines[i] + length + 1));
  return NULL;
}

char *
visit_field (Visit      *self,
             const char *name)
{
  return find_field (self, name, 0);
}

guint
visit_count (Visit      *self,
             const char *name)
{
  guint n = 0;

  while (TRUE)
    {
      g_autofree char *value = find_field (self, name, n);

      if (value == NULL)
        return n;
      n++;
    }
}

GByteArray *
visit_unchunk (Visit *self)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  const char *at = self->body;

  while (TRUE)
    {
      char *end;
      gsize size = g_ascii_strtoull (at, &end, 16);

      g_assert_true (end > at && end[0] == '\r' && end[1] == '\n');
      if (size == 0)
        return g_steal_pointer (&content);
      g_assert_cmpuint (end + 2 + size + 2 - self->body, <=, self->body_length);
      g_byte_array_append (content, (const guint8 *) end + 2, size);
      g_assert_cmpmem (end + 2 + size, 2, "\r\n", 2);
      at = end + 2 + size + 2;
    }
}
