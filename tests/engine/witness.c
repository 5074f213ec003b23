/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A thread a connection; a request's content has to be short. */

#include "witness.h"

#include <string.h>

struct _Witness
{
  GSocketService *service;
  GMutex          mutex;
  GString        *heads;
  char           *origin;
  char           *answer;
};

/* Up to the empty line; what follows it is left out of the record. */
static gboolean
read_head (GInputStream *in,
           GString      *head)
{
  char buffer[4096];

  g_string_truncate (head, 0);
  while (strstr (head->str, "\r\n\r\n") == NULL)
    {
      gssize n = g_input_stream_read (in, buffer, sizeof buffer, NULL, NULL);

      if (n <= 0)
        return FALSE;
      g_string_append_len (head, buffer, n);
    }

  return TRUE;
}

static gboolean
serve_cb (GThreadedSocketService *service,
          GSocketConnection      *connection,
          GObject                *source,
          gpointer                user_data)
{
  Witness *self = user_data;
  GInputStream *in = g_io_stream_get_input_stream (G_IO_STREAM (connection));
  GOutputStream *out = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  g_autoptr(GString) head = g_string_new (NULL);

  if (!read_head (in, head))
    return TRUE;

  g_mutex_lock (&self->mutex);
  g_string_append (self->heads, head->str);
  g_mutex_unlock (&self->mutex);
  g_output_stream_write_all (out, self->answer, strlen (self->answer), NULL, NULL, NULL);

  return TRUE;
}

Witness *
witness_new (const char *answer)
{
  Witness *self = g_new0 (Witness, 1);
  guint16 port;

  g_mutex_init (&self->mutex);
  self->heads = g_string_new (NULL);
  self->answer = g_strdup (answer != NULL ? answer
                           : "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
  self->service = g_threaded_socket_service_new (8);
  port = g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (self->service), NULL, NULL);
  self->origin = g_strdup_printf ("http://127.0.0.1:%u", port);
  g_signal_connect (self->service, "run", G_CALLBACK (serve_cb), self);

  return self;
}

void
witness_free (Witness *self)
{
  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  g_clear_object (&self->service);
  g_string_free (self->heads, TRUE);
  g_clear_pointer (&self->origin, g_free);
  g_clear_pointer (&self->answer, g_free);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

const char *
witness_get_origin (Witness *self)
{
  return self->origin;
}

char *
witness_take_heads (Witness *self)
{
  char *heads;

  g_mutex_lock (&self->mutex);
  heads = g_strdup (self->heads->str);
  g_string_truncate (self->heads, 0);
  g_mutex_unlock (&self->mutex);

  return heads;
}
