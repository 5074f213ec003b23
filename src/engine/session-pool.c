/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Makes and keeps the sessions. Nothing of libsoup's own cleverness is on: no
 * jar, cache, sniffer or enforcer is added, the proxy is the request's and
 * never the environment's, deadlines are the engine's.
 */

#include "config.h"

#include "session-pool.h"

#include <glib/gi18n-lib.h>

#include "failure.h"
#include "host.h"

#define LINGER_MS 500

struct _RtSession
{
  SoupSession *soup;
  char        *profile;
  GHashTable  *channels; /* connection number -> RtChannel */
};

struct _RtSessionPool
{
  GPtrArray *idle; /* RtSession */
};

static void
session_free (RtSession *self)
{
  g_clear_object (&self->soup);
  g_clear_pointer (&self->profile, g_free);
  g_clear_pointer (&self->channels, g_hash_table_unref);
  g_free (self);
}

static gboolean
lingered_cb (gpointer user_data)
{
  return G_SOURCE_REMOVE;
}

/* libsoup notices only in its own time that its connections are gone, and
 * warns when a session ends before that. */
static void
free_later (RtSession *self)
{
  g_autoptr(GSource) source = g_timeout_source_new (LINGER_MS);

  g_source_set_callback (source, lingered_cb, self, (GDestroyNotify) session_free);
  g_source_attach (source, g_main_context_get_thread_default ());
}

void
rt_session_discard (RtSession *self)
{
  GHashTableIter iter;
  gpointer channel;

  g_return_if_fail (self != NULL);

  g_hash_table_iter_init (&iter, self->channels);
  while (g_hash_table_iter_next (&iter, NULL, &channel))
    rt_channel_shut_down (channel);
  soup_session_abort (self->soup);
  free_later (self);
}

RtSessionPool *
rt_session_pool_new (void)
{
  RtSessionPool *self = g_new0 (RtSessionPool, 1);

  self->idle = g_ptr_array_new_with_free_func ((GDestroyNotify) rt_session_discard);

  return self;
}

void
rt_session_pool_free (RtSessionPool *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->idle, g_ptr_array_unref);
  g_free (self);
}

void
rt_session_pool_clear (RtSessionPool *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_set_size (self->idle, 0);
}

static gboolean
is_host (const char *host)
{
  g_autofree char *ascii = NULL;

  if (host == NULL)
    return FALSE;
  if (!rt_host_is_ipv6 (host))
    ascii = rt_host_to_ascii (host, NULL);

  return ascii != NULL || rt_host_is_ipv6 (host);
}

static GProxyResolver *
create_resolver (const char  *proxy,
                 GError     **error)
{
  static const char *const schemes[] = { "http", "socks", "socks4", "socks4a", "socks5" };
  g_autoptr(GUri) uri = NULL;
  g_autoptr(GError) parse_error = NULL;

  uri = g_uri_parse (proxy, G_URI_FLAGS_NONE, &parse_error);
  if (uri == NULL || !is_host (g_uri_get_host (uri)))
    {
      g_set_error (error, RT_ENGINE_ERROR, RT_ENGINE_ERROR_PROXY,
                   _("The proxy “%s” is not of the form http://host:port."), proxy);
      return NULL;
    }

  if (g_uri_get_userinfo (uri) != NULL)
    {
      g_set_error (error, RT_ENGINE_ERROR, RT_ENGINE_ERROR_PROXY,
                   _("A user name in the proxy's address is not used. Type it into the "
                     "credentials for the proxy instead."));
      return NULL;
    }

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_str_equal (g_uri_get_scheme (uri), schemes[i]))
      return g_simple_proxy_resolver_new (proxy, NULL);

  g_set_error (error, RT_ENGINE_ERROR, RT_ENGINE_ERROR_PROXY,
               _("A proxy of the kind “%s” cannot be used. Use http://, socks4:// or socks5://."),
               g_uri_get_scheme (uri));

  return NULL;
}

static GTlsDatabase *
load_database (const char  *path,
               GError     **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *shown = g_filename_display_name (path);
  g_autoptr(GError) load_error = NULL;
  GTlsDatabase *database = g_tls_file_database_new (absolute, &load_error);

  if (database == NULL)
    g_set_error (error, RT_ENGINE_ERROR, RT_ENGINE_ERROR_CA_FILE,
                 _("The trust file “%s” cannot be used: %s"), shown, load_error->message);

  return database;
}

static gboolean
configure (SoupSession  *soup,
           RtRequest    *request,
           GError      **error)
{
  const char *proxy = rt_request_get_proxy (request);
  const char *ca_file = rt_request_get_ca_file (request);
  g_autoptr(GProxyResolver) resolver = NULL;
  g_autoptr(GTlsDatabase) database = NULL;

  if (proxy != NULL && *proxy != '\0')
    {
      resolver = create_resolver (proxy, error);
      if (resolver == NULL)
        return FALSE;
    }
  soup_session_set_proxy_resolver (soup, resolver);

  if (ca_file != NULL && *ca_file != '\0')
    {
      database = load_database (ca_file, error);
      if (database == NULL)
        return FALSE;
      soup_session_set_tls_database (soup, database);
    }

  return TRUE;
}

static RtSession *
session_new (RtRequest   *request,
             const char  *profile,
             GError     **error)
{
  g_autoptr(SoupSession) soup = NULL;
  RtSession *self;

  soup = soup_session_new_with_options ("timeout", 0, "max-conns", 100,
                                        "max-conns-per-host", 100, NULL);
  if (!configure (soup, request, error))
    return NULL;

  self = g_new0 (RtSession, 1);
  self->soup = g_steal_pointer (&soup);
  self->profile = g_strdup (profile);
  self->channels = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                          (GDestroyNotify) rt_channel_unref);

  return self;
}

static char *
describe_profile (RtRequest *request)
{
  const char *proxy = rt_request_get_proxy (request);
  const char *ca_file = rt_request_get_ca_file (request);

  return g_strdup_printf ("%d %d\n%s\n%s", rt_request_get_protocol (request),
                          rt_request_get_insecure (request),
                          proxy != NULL ? proxy : "", ca_file != NULL ? ca_file : "");
}

RtSession *
rt_session_pool_take (RtSessionPool  *self,
                      RtRequest      *request,
                      GError        **error)
{
  g_autofree char *profile = NULL;

  g_return_val_if_fail (self != NULL && RT_IS_REQUEST (request), NULL);

  profile = describe_profile (request);
  for (guint i = self->idle->len; i > 0; i--)
    {
      RtSession *session = g_ptr_array_index (self->idle, i - 1);

      if (g_str_equal (session->profile, profile))
        return g_ptr_array_steal_index (self->idle, i - 1);
    }

  return session_new (request, profile, error);
}

void
rt_session_pool_give_back (RtSessionPool *self,
                           RtSession     *session)
{
  g_return_if_fail (self != NULL && session != NULL);

  /* A handful of ways to connect is kept; the oldest goes. */
  g_ptr_array_add (self->idle, session);
  if (self->idle->len > 8)
    g_ptr_array_remove_index (self->idle, 0);
}

SoupSession *
rt_session_get_soup (RtSession *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->soup;
}

RtChannel *
rt_session_find_channel (RtSession *self,
                         guint64    id)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_hash_table_lookup (self->channels, &id);
}

static gboolean
is_closed (gpointer key,
           gpointer channel,
           gpointer user_data)
{
  GSocket *socket = rt_channel_get_socket (channel);

  return socket != NULL && g_socket_is_closed (socket);
}

void
rt_session_add_channel (RtSession *self,
                        guint64    id,
                        RtChannel *channel)
{
  g_return_if_fail (self != NULL && channel != NULL);

  g_hash_table_foreach_remove (self->channels, is_closed, NULL);
  g_hash_table_replace (self->channels, g_memdup2 (&id, sizeof id), rt_channel_ref (channel));
}
