/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the ports and the threads: one that accepts, one for each connection,
 * so that a route is a plain sequence of writes and waits. Everything that
 * waits does so on one cancellable, which makes stopping certain. Listens on
 * 127.0.0.1 and nowhere else.
 */

#include "playground.h"

#include "issuer.h"
#include "route.h"

#define MAX_CONNECTIONS 256
#define BACKLOG 64
#define DAY (24 * 60 * 60)

/* A listening port. */
typedef struct
{
  GSocket         *socket;
  GTlsCertificate *certificate; /* NULL for http */
} Door;

/* An accepted connection on its way to its thread. */
typedef struct
{
  GSocket         *socket;
  GTlsCertificate *certificate;
} Visit;

struct _RtPlayground
{
  GObject      parent_instance;

  RtService   *service;   /* NULL while stopped */
  GPtrArray   *doors;     /* (element-type Door) */
  GThreadPool *visits;    /* of Visit */
  GThread     *accepting;
};

G_DEFINE_FINAL_TYPE (RtPlayground, rt_playground, G_TYPE_OBJECT)

/* The certificates that are wrong, each in one way only. */
typedef struct
{
  const char *name;
  RtLeaf      leaf;
  gboolean    unknown_issuer;
} Trouble;

static const Trouble troubles[] = {
  { "expired", { NULL, -30 * DAY, -DAY, FALSE }, FALSE },
  { "not-yet-valid", { NULL, 10 * DAY, 40 * DAY, FALSE }, FALSE },
  { "wrong-host", { "wrong-host.invalid", -DAY, 29 * DAY, FALSE }, FALSE },
  { "self-signed", { NULL, -DAY, 29 * DAY, TRUE }, FALSE },
  { "unknown-issuer", { NULL, -DAY, 29 * DAY, FALSE }, TRUE },
};

static void
door_free (gpointer data)
{
  Door *door = data;

  if (door->socket != NULL)
    g_socket_close (door->socket, NULL);
  g_clear_object (&door->socket);
  g_clear_object (&door->certificate);
  g_free (door);
}

static void
visit_free (Visit *visit)
{
  g_clear_object (&visit->socket);
  g_clear_object (&visit->certificate);
  g_free (visit);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Visit, visit_free)

/* Answers one request; FALSE when the connection has nothing more to do. */
static gboolean
serve_one (RtService *service,
           RtPeer    *peer)
{
  guint refusal;
  const char *why = NULL;
  g_autoptr (RtCall) call = rt_call_read (service, peer, &refusal, &why);

  if (call == NULL)
    return FALSE;
  if (refusal != 0)
    rt_reply_refuse (call, refusal, why);
  else
    rt_route_answer (call);
  return call->answered && call->persistent && rt_peer_is_open (peer);
}

static void
serve_visit (gpointer data,
             gpointer user_data)
{
  g_autoptr (Visit) visit = data;
  RtService *service = user_data;
  g_autoptr (RtPeer) peer = rt_peer_new (visit->socket, visit->certificate,
                                         service->cancellable);

  if (rt_peer_greet (peer))
    while (serve_one (service, peer))
      ;
  g_clear_pointer (&peer, rt_peer_free);
  g_atomic_int_add (&service->visitors, -1);
}

/* Too many connections: said in clear where the client can read it. */
static void
turn_away (GSocket  *socket,
           gboolean  clear)
{
  static const char full[] = "HTTP/1.1 503 Service Unavailable\r\n"
                             "Retry-After: 1\r\n"
                             "Content-Length: 0\r\n"
                             "Connection: close\r\n"
                             "\r\n";

  if (clear)
    g_socket_send_with_blocking (socket, full, sizeof full - 1, FALSE, NULL, NULL);
  g_socket_close (socket, NULL);
}

static void
accept_at (RtPlayground *self,
           Door         *door)
{
  g_autoptr (GSocket) socket = g_socket_accept (door->socket, self->service->cancellable, NULL);
  g_autoptr (Visit) visit = NULL;

  /* The client left again, or this process is out of descriptors. */
  if (socket == NULL)
    return;
  if (g_atomic_int_get (&self->service->visitors) >= MAX_CONNECTIONS)
    {
      turn_away (socket, door->certificate == NULL);
      return;
    }
  visit = g_new0 (Visit, 1);
  visit->socket = g_steal_pointer (&socket);
  visit->certificate = door->certificate != NULL ? g_object_ref (door->certificate) : NULL;
  g_atomic_int_inc (&self->service->visitors);
  g_thread_pool_push (self->visits, g_steal_pointer (&visit), NULL);
}

static gpointer
accept_thread (gpointer data)
{
  RtPlayground *self = data;
  guint n = self->doors->len;
  g_autofree GPollFD *fds = g_new0 (GPollFD, n + 1);

  for (guint i = 0; i < n; i++)
    {
      Door *door = g_ptr_array_index (self->doors, i);

      fds[i].fd = g_socket_get_fd (door->socket);
      fds[i].events = G_IO_IN;
    }
  g_cancellable_make_pollfd (self->service->cancellable, &fds[n]);
  while (!g_cancellable_is_cancelled (self->service->cancellable))
    {
      g_poll (fds, n + 1, -1);
      for (guint i = 0; i < n; i++)
        if ((fds[i].revents & G_IO_IN) != 0)
          accept_at (self, g_ptr_array_index (self->doors, i));
    }
  g_cancellable_release_fd (self->service->cancellable);
  return NULL;
}

/* Listens on @port; @origin is where. */
static gboolean
open_door (RtPlayground     *self,
           guint             port,
           GTlsCertificate  *certificate,
           char            **origin,
           GError          **error)
{
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) address = g_inet_socket_address_new (loopback, port);
  g_autoptr (GSocketAddress) bound = NULL;
  Door *door = g_new0 (Door, 1);

  g_ptr_array_add (self->doors, door);
  door->certificate = certificate != NULL ? g_object_ref (certificate) : NULL;
  door->socket = g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_STREAM,
                               G_SOCKET_PROTOCOL_TCP, error);
  if (door->socket == NULL)
    return FALSE;
  g_socket_set_listen_backlog (door->socket, BACKLOG);
  g_socket_set_blocking (door->socket, FALSE);
  if (!g_socket_bind (door->socket, address, TRUE, error)
      || !g_socket_listen (door->socket, error))
    return FALSE;
  bound = g_socket_get_local_address (door->socket, error);
  if (bound == NULL)
    return FALSE;
  *origin = g_strdup_printf ("%s://127.0.0.1:%u", certificate != NULL ? "https" : "http",
                             g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (bound)));
  return TRUE;
}

static gboolean
open_trouble_doors (RtPlayground  *self,
                    RtIssuer      *trusted,
                    GError       **error)
{
  g_autoptr (RtIssuer) unknown = rt_issuer_new ("Unknown Authority", error);

  if (unknown == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (troubles); i++)
    {
      RtIssuer *issuer = troubles[i].unknown_issuer ? unknown : trusted;
      g_autoptr (GTlsCertificate) certificate = rt_issuer_issue (issuer, &troubles[i].leaf, error);
      g_autofree char *origin = NULL;

      if (certificate == NULL || !open_door (self, 0, certificate, &origin, error))
        return FALSE;
      rt_service_add_trouble (self->service, troubles[i].name, origin);
    }
  return TRUE;
}

static gboolean
open_doors (RtPlayground  *self,
            guint          port,
            GError       **error)
{
  static const RtLeaf good = { NULL, -DAY, 29 * DAY, FALSE };
  g_autoptr (RtIssuer) issuer = NULL;
  g_autoptr (GTlsCertificate) certificate = NULL;

  if (!open_door (self, port, NULL, &self->service->http_origin, error))
    return FALSE;
  issuer = rt_issuer_new ("Roundtrip Playground Authority", error);
  if (issuer == NULL)
    return FALSE;
  self->service->ca_pem = g_strdup (rt_issuer_get_pem (issuer));
  certificate = rt_issuer_issue (issuer, &good, error);
  return certificate != NULL
         && open_door (self, 0, certificate, &self->service->https_origin, error)
         && open_trouble_doors (self, issuer, error);
}

static gboolean
start_threads (RtPlayground  *self,
               GError       **error)
{
  self->visits = g_thread_pool_new (serve_visit, self->service, MAX_CONNECTIONS, FALSE, error);
  if (self->visits == NULL)
    return FALSE;
  self->accepting = g_thread_try_new ("playground", accept_thread, self, error);
  return self->accepting != NULL;
}

static void
rt_playground_dispose (GObject *object)
{
  rt_playground_stop (RT_PLAYGROUND (object));

  G_OBJECT_CLASS (rt_playground_parent_class)->dispose (object);
}

static void
rt_playground_class_init (RtPlaygroundClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = rt_playground_dispose;
}

static void
rt_playground_init (RtPlayground *self)
{
}

RtPlayground *
rt_playground_new (void)
{
  return g_object_new (RT_TYPE_PLAYGROUND, NULL);
}

gboolean
rt_playground_start (RtPlayground  *self,
                     guint          port,
                     GError       **error)
{
  g_return_val_if_fail (RT_IS_PLAYGROUND (self), FALSE);
  g_return_val_if_fail (port <= G_MAXUINT16, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);
  g_return_val_if_fail (self->service == NULL, FALSE);

  self->service = rt_service_new ();
  self->doors = g_ptr_array_new_with_free_func (door_free);
  if (open_doors (self, port, error) && start_threads (self, error))
    return TRUE;
  rt_playground_stop (self);
  return FALSE;
}

void
rt_playground_stop (RtPlayground *self)
{
  g_return_if_fail (RT_IS_PLAYGROUND (self));

  if (self->service == NULL)
    return;
  g_cancellable_cancel (self->service->cancellable);
  g_clear_pointer (&self->accepting, g_thread_join);
  if (self->visits != NULL)
    g_thread_pool_free (g_steal_pointer (&self->visits), FALSE, TRUE);
  g_clear_pointer (&self->doors, g_ptr_array_unref);
  g_clear_pointer (&self->service, rt_service_free);
}

const char *
rt_playground_get_http_origin (RtPlayground *self)
{
  g_return_val_if_fail (RT_IS_PLAYGROUND (self), NULL);

  return self->service != NULL ? self->service->http_origin : NULL;
}

const char *
rt_playground_get_https_origin (RtPlayground *self)
{
  g_return_val_if_fail (RT_IS_PLAYGROUND (self), NULL);

  return self->service != NULL ? self->service->https_origin : NULL;
}

const char *
rt_playground_get_ca_pem (RtPlayground *self)
{
  g_return_val_if_fail (RT_IS_PLAYGROUND (self), NULL);

  return self->service != NULL ? self->service->ca_pem : NULL;
}

const char *
rt_playground_get_tls_trouble_origin (RtPlayground *self,
                                      const char   *name)
{
  g_return_val_if_fail (RT_IS_PLAYGROUND (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  return self->service != NULL ? rt_service_find_trouble (self->service, name) : NULL;
}

char *
rt_playground_dup_try_url (RtPlayground  *self,
                           int            code,
                           char         **method)
{
  g_return_val_if_fail (RT_IS_PLAYGROUND (self), NULL);
  g_return_val_if_fail (method != NULL, NULL);

  *method = NULL;
  if (self->service == NULL || code < 100 || code > 999)
    return NULL;
  *method = g_strdup ("GET");
  return g_strdup_printf ("%s/status/%d", self->service->http_origin, code);
}
