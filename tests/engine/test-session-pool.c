/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/engine/session-pool.c. */

#include "session-pool.h"

#include <glib/gstdio.h>
#include <string.h>

#include "failure.h"

/* A certificate for tests; nobody has its key. */
static const char pem[] =
  "-----BEGIN CERTIFICATE-----\n"
  "MIIBujCCAWCgAwIBAgIUeQPdedeQhd6veAtORUuNhctrVHowCgYIKoZIzj0EAwIw\n"
  "EzERMA8GA1UEAwwIVGVzdCBPd24wIBcNMjYxMTIxMDU0NDEzWhgPMjEyNjEwMjgw\n"
  "NTQ0MTNaMBMxETAPBgNVBAMMCFRlc3QgT3duMFkwEwYHKoZIzj0CAQYIKoZIzj0D\n"
  "AQcDQgAEexdnkwOhn1KOgOd7X2wa/EuVtr2ClO4et4UMxuBHCKXu7h9J7R2pOB6l\n"
  "V3QpSvVjw6U3mepHYE5FCnh2DVGRXKOBjzCBjDAdBgNVHQ4EFgQUmdetevPjDFON\n"
  "iJEPc7MW6iCv7ywwHwYDVR0jBBgwFoAUmdetevPjDFONiJEPc7MW6iCv7ywwDwYD\n"
  "VR0TAQH/BAUwAwEB/zA5BgNVHREEMjAwgglhLmV4YW1wbGWCCyouYi5leGFtcGxl\n"
  "hwR/AAABhxAAAAAAAAAAAAAAAAAAAAABMAoGCCqGSM49BAMCA0gAMEUCIQDBu3Gm\n"
  "Ub3cbU50T7FVGPhdlxO7yw5M9Lm9FkDqOkVdEQIgWZi6k0SFa+zC54deSwHVquBt\n"
  "xNL3g8lTo8Ifyp2i3lQ=\n"
  "-----END CERTIFICATE-----\n";

static RtSession *
take (RtSessionPool *pool,
      RtRequest     *request)
{
  g_autoptr(GError) error = NULL;
  RtSession *session = rt_session_pool_take (pool, request, &error);

  g_assert_no_error (error);

  return session;
}

/* Used by one at a time; kept for the next with the same way of connecting. */
static void
test_reuse (void)
{
  RtSessionPool *pool = rt_session_pool_new ();
  g_autoptr(RtRequest) request = rt_request_new ();
  RtSession *first = take (pool, request);
  RtSession *second = take (pool, request);

  g_assert_true (first != second);
  rt_session_pool_give_back (pool, first);
  rt_session_pool_give_back (pool, second);
  rt_request_set_url (request, "http://elsewhere/");
  g_assert_true (take (pool, request) == second);
  g_assert_true (take (pool, request) == first);
  rt_session_pool_give_back (pool, first);
  rt_session_discard (second);
  rt_session_pool_free (pool);
}

/* No kept connection is offered to a send with other rules. */
static void
test_profiles (void)
{
  RtSessionPool *pool = rt_session_pool_new ();
  g_autoptr(RtRequest) plain = rt_request_new ();
  RtSession *kept = take (pool, plain);
  RtSession *back;

  rt_session_pool_give_back (pool, kept);
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr(RtRequest) other = rt_request_new ();
      RtSession *session;

      if (i == 0)
        rt_request_set_insecure (other, TRUE);
      if (i == 1)
        rt_request_set_protocol (other, RT_PROTOCOL_HTTP2);
      if (i == 2)
        rt_request_set_proxy (other, "http://localhost:1");
      if (i == 3)
        rt_request_set_proxy (other, "socks5://localhost:1");
      session = take (pool, other);
      g_assert_true (session != kept);
      rt_session_pool_give_back (pool, session);
    }

  /* an empty text is the same as none */
  rt_request_set_proxy (plain, "");
  rt_request_set_ca_file (plain, "");
  back = take (pool, plain);
  g_assert_true (back == kept);
  rt_session_pool_give_back (pool, back);
  rt_session_pool_clear (pool);
  rt_session_pool_free (pool);
}

/* Nothing of libsoup's own cleverness, and no proxy of the environment's. */
static void
test_bare (void)
{
  RtSessionPool *pool = rt_session_pool_new ();
  g_autoptr(RtRequest) request = rt_request_new ();
  RtSession *session = take (pool, request);
  SoupSession *soup = rt_session_get_soup (session);

  g_assert_null (soup_session_get_proxy_resolver (soup));
  g_assert_cmpuint (soup_session_get_timeout (soup), ==, 0);
  g_assert_false (soup_session_has_feature (soup, SOUP_TYPE_COOKIE_JAR));
  g_assert_false (soup_session_has_feature (soup, SOUP_TYPE_CACHE));
  g_assert_false (soup_session_has_feature (soup, SOUP_TYPE_CONTENT_SNIFFER));
  g_assert_false (soup_session_has_feature (soup, SOUP_TYPE_HSTS_ENFORCER));
  rt_session_pool_give_back (pool, session);
  rt_session_pool_free (pool);
}

static void
test_proxies (void)
{
  static const struct
  {
    const char *proxy;
    const char *words; /* NULL: fine */
  } cases[] = {
    { "http://localhost:3128" }, { "http://[::1]:3128" }, { "socks5://localhost:1080" },
    { "socks4a://localhost:1080" }, { "localhost:3128", "form http://host:port" },
    { "localhost", "form http://host:port" }, { "http://", "form http://host:port" },
    { "http://a:b@localhost:1", "credentials for the proxy" }, { "https://localhost:1", "“https”" },
    { "ftp://localhost:1", "“ftp”" }, { "http://local host:1", "form http://host:port" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RtSessionPool *pool = rt_session_pool_new ();
      g_autoptr(RtRequest) request = rt_request_new ();
      g_autoptr(GError) error = NULL;
      RtSession *session;

      rt_request_set_proxy (request, cases[i].proxy);
      session = rt_session_pool_take (pool, request, &error);
      if (cases[i].words == NULL)
        {
          g_assert_no_error (error);
          g_assert_nonnull (soup_session_get_proxy_resolver (rt_session_get_soup (session)));
          rt_session_discard (session);
        }
      else
        {
          g_assert_null (session);
          g_assert_error (error, RT_ENGINE_ERROR, RT_ENGINE_ERROR_PROXY);
          g_assert_nonnull (strstr (error->message, cases[i].words));
        }
      rt_session_pool_free (pool);
    }
}

static void
test_ca_file (void)
{
  RtSessionPool *pool = rt_session_pool_new ();
  g_autoptr(RtRequest) request = rt_request_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "roundtrip-trust-XXXXXX", NULL);
  int fd = g_mkstemp (path);
  RtSession *session;

  g_assert_true (g_close (fd, NULL));
  rt_request_set_ca_file (request, "/nonexistent/trust.pem");
  g_assert_null (rt_session_pool_take (pool, request, &error));
  g_assert_error (error, RT_ENGINE_ERROR, RT_ENGINE_ERROR_CA_FILE);
  g_assert_nonnull (strstr (error->message, "/nonexistent/trust.pem"));

  g_assert_true (g_file_set_contents (path, pem, -1, NULL));
  rt_request_set_ca_file (request, path);
  session = take (pool, request);
  g_assert_true (G_IS_TLS_FILE_DATABASE (
    soup_session_get_tls_database (rt_session_get_soup (session))));
  rt_session_discard (session);
  rt_session_pool_free (pool);
  g_unlink (path);
}

/* A handful is kept; the oldest goes. */
static void
test_few_are_kept (void)
{
  RtSessionPool *pool = rt_session_pool_new ();
  g_autoptr(GPtrArray) sessions = g_ptr_array_new ();
  g_autoptr(RtRequest) request = rt_request_new ();
  RtSession *again;

  for (guint i = 0; i < 9; i++)
    g_ptr_array_add (sessions, take (pool, request));
  for (guint i = 0; i < 9; i++)
    rt_session_pool_give_back (pool, g_ptr_array_index (sessions, i));
  for (guint i = 8; i > 0; i--)
    {
      again = take (pool, request);
      g_assert_true (again == g_ptr_array_index (sessions, i));
      rt_session_discard (again);
    }
  rt_session_pool_free (pool);
}

static void
test_channels (void)
{
  RtSessionPool *pool = rt_session_pool_new ();
  g_autoptr(RtRequest) request = rt_request_new ();
  g_autoptr(GSocketListener) server = g_socket_listener_new ();
  g_autoptr(GSocketClient) client = g_socket_client_new ();
  guint16 port = g_socket_listener_add_any_inet_port (server, NULL, NULL);
  g_autoptr(GSocketConnection) one = NULL;
  g_autoptr(GSocketConnection) two = NULL;
  g_autoptr(RtChannel) first = NULL;
  g_autoptr(RtChannel) second = NULL;
  RtSession *session = take (pool, request);
  const guint64 far_id = G_GUINT64_CONSTANT (1) << 40;

  g_socket_client_set_enable_proxy (client, FALSE);
  one = g_socket_client_connect_to_host (client, "127.0.0.1", port, NULL, NULL);
  two = g_socket_client_connect_to_host (client, "127.0.0.1", port, NULL, NULL);
  first = rt_channel_attach (G_IO_STREAM (one));
  second = rt_channel_attach (G_IO_STREAM (two));

  g_assert_null (rt_session_find_channel (session, 1));
  rt_session_add_channel (session, 1, first);
  g_assert_true (rt_session_find_channel (session, 1) == first);

  /* a closed one is forgotten when the next comes */
  g_assert_true (g_io_stream_close (G_IO_STREAM (one), NULL, NULL));
  rt_session_add_channel (session, far_id, second);
  g_assert_null (rt_session_find_channel (session, 1));
  g_assert_true (rt_session_find_channel (session, far_id) == second);
  g_assert_null (rt_session_find_channel (session, 0));

  /* discarding shuts the sockets down */
  rt_session_discard (session);
  g_assert_false (g_socket_is_closed (rt_channel_get_socket (second)));
  g_assert_false (g_socket_is_connected (rt_channel_get_socket (second)));
  rt_session_pool_free (pool);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("http_proxy", "http://127.0.0.1:9", TRUE);
  g_assert_true (rt_tap_install (NULL));

  g_test_add_func ("/session-pool/reuse", test_reuse);
  g_test_add_func ("/session-pool/profiles", test_profiles);
  g_test_add_func ("/session-pool/bare", test_bare);
  g_test_add_func ("/session-pool/proxies", test_proxies);
  g_test_add_func ("/session-pool/ca-file", test_ca_file);
  g_test_add_func ("/session-pool/few-are-kept", test_few_are_kept);
  g_test_add_func ("/session-pool/channels", test_channels);

  return g_test_run ();
}
