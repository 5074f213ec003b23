/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the ports and the threads: one that accepts at http, one at https, one for
 * each connection, so that a route is a plain sequence of writes and waits.
 * Everything that waits does so on one cancellable, which makes stopping certain.
 * Listens on 127.0.0.1 and nowhere else. What https needs is made for the first
 * visit, or for who asks where it is: most runs of the app see neither.
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

/* Doors with a thread that accepts at them. */
typedef struct
{
  RtPlayground *playground;
  GPtrArray    *doors; /* (element-type Door) */
  GThread      *accepting;
} Porch;

struct _RtPlayground
{
  GObject      parent_instance;

  RtService   *service;   /* NULL while stopped */
  GThreadPool *visits;    /* of Visit */
  Porch        clear;
  Porch        secure;    /* under the lock until a connection is served */
  GMutex       lock;
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
  RtPlayground *self = user_data;
  RtService *service = self->service;
  g_autoptr (RtPeer) peer = rt_peer_new (visit->socket, visit->certificate,
                                         service->cancellable);

  /* A route may lead to https: it is there, or will not be. */
  rt_playground_open_secure (self, NULL);
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
  Porch *porch = data;
  RtPlayground *self = porch->playground;
  guint n = porch->doors->len;
  g_autofree GPollFD *fds = g_new0 (GPollFD, n + 1);

  for (guint i = 0; i < n; i++)
    {
      Door *door = g_ptr_array_index (porch->doors, i);

      fds[i].fd = g_socket_get_fd (door->socket);
      fds[i].events = G_IO_IN;
    }
  g_cancellable_make_pollfd (self->service->cancellable, &fds[n]);
  while (!g_cancellable_is_cancelled (self->service->cancellable))
    {
      g_poll (fds, n + 1, -1);
      for (guint i = 0; i < n; i++)
        if ((fds[i].revents & G_IO_IN) != 0)
          accept_at (self, g_ptr_array_index (porch->doors, i));
    }
  g_cancellable_release_fd (self->service->cancellable);
  return NULL;
}

/* Listens on @port; @origin is where. */
static gboolean
open_door (Porch            *porch,
           guint             port,
           GTlsCertificate  *certificate,
           char            **origin,
           GError          **error)
{
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) address = g_inet_socket_address_new (loopback, port);
  g_autoptr (GSocketAddress) bound = NULL;
  Door *door = g_new0 (Door, 1);

  g_ptr_array_add (porch->doors, door);
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

      if (certificate == NULL || !open_door (&self->secure, 0, certificate, &origin, error))
        return FALSE;
      rt_service_add_trouble (self->service, troubles[i].name, origin);
    }
  return TRUE;
}

static gboolean
open_secure_doors (RtPlayground  *self,
                   GError       **error)
{
  static const RtLeaf good = { NULL, -DAY, 29 * DAY, FALSE };
  g_autoptr (RtIssuer) issuer = rt_issuer_new ("Roundtrip Playground Authority", error);
  g_autoptr (GTlsCertificate) certificate = NULL;

  if (issuer == NULL)
    return FALSE;
  certificate = rt_issuer_issue (issuer, &good, error);
  if (certificate == NULL || !open_trouble_doors (self, issuer, error)
      || !open_door (&self->secure, 0, certificate, &self->service->https_origin, error))
    return FALSE;
  self->service->ca_pem = g_strdup (rt_issuer_get_pem (issuer));
  return TRUE;
}

static void
prepare_porch (RtPlayground *self,
               Porch        *porch)
{
  porch->playground = self;
  porch->doors = g_ptr_array_new_with_free_func (door_free);
}

static gboolean
accept_visits (Porch       *porch,
               const char  *name,
               GError     **error)
{
  porch->accepting = g_thread_try_new (name, accept_thread, porch, error);
  return porch->accepting != NULL;
}

static gboolean
open_clear (RtPlayground  *self,
            guint          port,
            GError       **error)
{
  prepare_porch (self, &self->clear);
  if (!open_door (&self->clear, port, NULL, &self->service->http_origin, error))
    return FALSE;
  self->visits = g_thread_pool_new (serve_visit, self, MAX_CONNECTIONS, FALSE, error);
  return self->visits != NULL && accept_visits (&self->clear, "playground", error);
}

static void
rt_playground_dispose (GObject *object)
{
  rt_playground_stop (RT_PLAYGROUND (object));

  G_OBJECT_CLASS (rt_playground_parent_class)->dispose (object);
}

static void
rt_playground_finalize (GObject *object)
{
  g_mutex_clear (&RT_PLAYGROUND (object)->lock);

  G_OBJECT_CLASS (rt_playground_parent_class)->finalize (object);
}

static void
rt_playground_class_init (RtPlaygroundClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = rt_playground_dispose;
  object_class->finalize = rt_playground_finalize;
}

static void
rt_playground_init (RtPlayground *self)
{
  g_mutex_init (&self->lock);
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
  if (open_clear (self, port, error))
    return TRUE;
  rt_playground_stop (self);
  return FALSE;
}

/* The first who comes opens them, whoever comes meanwhile waits. One that could
 * not be opened is not tried again: the others have told where they are. */
gboolean
rt_playground_open_secure (RtPlayground  *self,
                           GError       **error)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (RT_IS_PLAYGROUND (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);
  g_return_val_if_fail (self->service != NULL, FALSE);

  locker = g_mutex_locker_new (&self->lock);
  if (self->secure.accepting != NULL)
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (self->service->cancellable, error))
    return FALSE;
  if (self->secure.doors != NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "https could not be opened");
      return FALSE;
    }
  prepare_porch (self, &self->secure);
  return open_secure_doors (self, error)
         && accept_visits (&self->secure, "playground-tls", error);
}

void
rt_playground_stop (RtPlayground *self)
{
  GThread *secure;

  g_return_if_fail (RT_IS_PLAYGROUND (self));

  if (self->service == NULL)
    return;
  /* Under the lock: from then on https is not opened, and its thread is known. A
   * visit may still ask. */
  g_mutex_lock (&self->lock);
  g_cancellable_cancel (self->service->cancellable);
  secure = g_steal_pointer (&self->secure.accepting);
  g_mutex_unlock (&self->lock);
  g_clear_pointer (&self->clear.accepting, g_thread_join);
  g_clear_pointer (&secure, g_thread_join);
  if (self->visits != NULL)
    g_thread_pool_free (g_steal_pointer (&self->visits), FALSE, TRUE);
  g_clear_pointer (&self->clear.doors, g_ptr_array_unref);
  g_clear_pointer (&self->secure.doors, g_ptr_array_unref);
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

  if (self->service == NULL || !rt_playground_open_secure (self, NULL))
    return NULL;
  return self->service->https_origin;
}

const char *
rt_playground_get_ca_pem (RtPlayground *self)
{
  g_return_val_if_fail (RT_IS_PLAYGROUND (self), NULL);

  if (self->service == NULL || !rt_playground_open_secure (self, NULL))
    return NULL;
  return self->service->ca_pem;
}

const char *
rt_playground_get_tls_trouble_origin (RtPlayground *self,
                                      const char   *name)
{
  g_return_val_if_fail (RT_IS_PLAYGROUND (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  if (self->service == NULL || !rt_playground_open_secure (self, NULL))
    return NULL;
  return rt_service_find_trouble (self->service, name);
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
