/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A thread a connection until it is spliced. Knows nothing of the engine: its
 * arithmetic of Digest is its own.
 */

#include "proxy.h"

#include <string.h>

#define BASIC "Basic cHJveHk6czNjcjN0" /* proxy:s3cr3t */
#define NONCE "n0nce"

struct _Proxy
{
  GSocketService *service;
  ProxyKind       kind;
  GMutex          mutex;
  GString        *heads;
  char           *url;
};

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

static char *
dup_field (const char *head,
           const char *name)
{
  g_autofree char *start = g_strconcat ("\r\n", name, ": ", NULL);
  const char *value = strcasestr (head, start);

  if (value == NULL)
    return NULL;
  value += strlen (start);

  return g_strndup (value, strcspn (value, "\r"));
}

static char *
dup_param (const char *value,
           const char *name)
{
  g_autofree char *quoted = g_strconcat (name, "=\"", NULL);
  g_autofree char *plain = g_strconcat (name, "=", NULL);
  const char *found = strstr (value, quoted);

  if (found != NULL)
    {
      found += strlen (quoted);
      return g_strndup (found, strcspn (found, "\""));
    }
  found = strstr (value, plain);
  if (found == NULL)
    return g_strdup ("");
  found += strlen (plain);

  return g_strndup (found, strcspn (found, ", "));
}

static char *
hash (const char *text)
{
  return g_compute_checksum_for_string (G_CHECKSUM_MD5, text, -1);
}

/* RFC 7616 section 3.4.1, with the request line as it came. */
static gboolean
is_digest_right (const char *head,
                 const char *value)
{
  g_auto(GStrv) line = g_strsplit (head, " ", 3);
  g_autofree char *uri = dup_param (value, "uri");
  g_autofree char *nc = dup_param (value, "nc");
  g_autofree char *cnonce = dup_param (value, "cnonce");
  g_autofree char *response = dup_param (value, "response");
  g_autofree char *a1 = hash ("proxy:the proxy:s3cr3t");
  g_autofree char *a2_text = g_strconcat (line[0], ":", uri, NULL);
  g_autofree char *a2 = hash (a2_text);
  g_autofree char *all = g_strjoin (":", a1, NONCE, nc, cnonce, "auth", a2, NULL);
  g_autofree char *expected = hash (all);

  return g_str_equal (uri, line[1]) && g_str_equal (response, expected);
}

static gboolean
is_welcome (Proxy      *self,
            const char *head)
{
  g_autofree char *value = dup_field (head, "Proxy-Authorization");

  if (self->kind == PROXY_OPEN)
    return TRUE;
  if (value == NULL)
    return FALSE;

  return self->kind == PROXY_BASIC ? g_str_equal (value, BASIC)
                                   : is_digest_right (head, value);
}

static void
refuse (Proxy         *self,
        GOutputStream *out)
{
  const char *challenge = self->kind == PROXY_BASIC
                            ? "Basic realm=\"the proxy\""
                            : "Digest realm=\"the proxy\", nonce=\"" NONCE "\", qop=\"auth\"";
  g_autofree char *answer =
    g_strdup_printf ("HTTP/1.1 407 Who are you\r\nProxy-Authenticate: %s\r\n"
                     "Set-Cookie: proxy=1\r\nContent-Length: 3\r\n\r\nno\n", challenge);

  g_output_stream_write_all (out, answer, strlen (answer), NULL, NULL, NULL);
}

/* "GET http://host:port/path …" -> "GET /path …", without what is the proxy's. */
static char *
rewrite (const char *head,
         char      **host)
{
  const char *target = strstr (head, "http://") + strlen ("http://");
  const char *path = target + strcspn (target, "/");
  g_autofree char *whole = NULL;
  g_autofree char *value = dup_field (head, "Proxy-Authorization");
  g_autofree char *field = NULL;
  const char *found;

  *host = g_strndup (target, path - target);
  whole = g_strdup_printf ("%.*s%s", (int) (strstr (head, "http://") - head), head, path);
  field = g_strdup_printf ("\r\nProxy-Authorization: %s", value != NULL ? value : "");
  found = value != NULL ? strcasestr (whole, field) : NULL;
  if (found == NULL)
    return g_steal_pointer (&whole);

  return g_strdup_printf ("%.*s%s", (int) (found - whole), whole, found + strlen (field));
}

static void
pass_on (GSocketConnection *connection,
         const char        *head)
{
  static const char opened[] = "HTTP/1.1 200 Tunnel\r\n\r\n";
  gboolean is_tunnel = g_str_has_prefix (head, "CONNECT ");
  g_autoptr(GSocketClient) client = g_socket_client_new ();
  g_autoptr(GSocketConnection) far = NULL;
  g_autofree char *host = NULL;
  g_autofree char *rest = is_tunnel ? NULL : rewrite (head, &host);

  if (is_tunnel)
    host = g_strndup (head + 8, strcspn (head + 8, " "));
  far = g_socket_client_connect_to_host (client, host, 80, NULL, NULL);
  if (far == NULL)
    return;

  if (is_tunnel)
    g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (connection)), opened,
                               strlen (opened), NULL, NULL, NULL);
  else
    g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (far)), rest,
                               strlen (rest), NULL, NULL, NULL);
  g_io_stream_splice_async (G_IO_STREAM (connection), G_IO_STREAM (far),
                            G_IO_STREAM_SPLICE_CLOSE_STREAM1 | G_IO_STREAM_SPLICE_CLOSE_STREAM2,
                            G_PRIORITY_DEFAULT, NULL, NULL, NULL);
}

static gboolean
serve_cb (GThreadedSocketService *service,
          GSocketConnection      *connection,
          GObject                *source,
          gpointer                user_data)
{
  Proxy *self = user_data;
  GInputStream *in = g_io_stream_get_input_stream (G_IO_STREAM (connection));
  GOutputStream *out = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  g_autoptr(GString) head = g_string_new (NULL);

  while (read_head (in, head))
    {
      g_mutex_lock (&self->mutex);
      g_string_append (self->heads, head->str);
      g_mutex_unlock (&self->mutex);

      if (is_welcome (self, head->str))
        {
          pass_on (connection, head->str);
          return TRUE;
        }
      refuse (self, out);
    }

  return TRUE;
}

Proxy *
proxy_new (ProxyKind kind)
{
  Proxy *self = g_new0 (Proxy, 1);
  guint16 port;

  g_mutex_init (&self->mutex);
  self->kind = kind;
  self->heads = g_string_new (NULL);
  self->service = g_threaded_socket_service_new (8);
  port = g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (self->service), NULL, NULL);
  self->url = g_strdup_printf ("http://127.0.0.1:%u", port);
  g_signal_connect (self->service, "run", G_CALLBACK (serve_cb), self);

  return self;
}

void
proxy_free (Proxy *self)
{
  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  g_clear_object (&self->service);
  g_string_free (self->heads, TRUE);
  g_clear_pointer (&self->url, g_free);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

const char *
proxy_get_url (Proxy *self)
{
  return self->url;
}

char *
proxy_take_heads (Proxy *self)
{
  char *heads;

  g_mutex_lock (&self->mutex);
  heads = g_strdup (self->heads->str);
  g_string_truncate (self->heads, 0);
  g_mutex_unlock (&self->mutex);

  return heads;
}
