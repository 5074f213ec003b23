/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "visit.h"

#include <glib/gstdio.h>
#include <string.h>

static void
test_new_and_destroy (void)
{
  g_assert_finalize_object (rt_playground_new ());
}

static void
test_life (void)
{
  g_autoptr (RtPlayground) playground = rt_playground_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (rt_playground_get_http_origin (playground));
  g_assert_null (rt_playground_get_tls_trouble_origin (playground, "expired"));
  for (guint i = 0; i < 3; i++)
    {
      g_assert_true (rt_playground_start (playground, 0, &error));
      g_assert_no_error (error);
      g_assert_true (g_str_has_prefix (rt_playground_get_http_origin (playground),
                                       "http://127.0.0.1:"));
      g_assert_true (g_str_has_prefix (rt_playground_get_https_origin (playground),
                                       "https://127.0.0.1:"));
      rt_playground_stop (playground);
      g_assert_null (rt_playground_get_http_origin (playground));
    }
  rt_playground_stop (playground);
}

static gpointer
ask_thread (gpointer data)
{
  return (gpointer) rt_playground_get_https_origin (data);
}

/* https is opened once, for whoever comes first. */
static void
test_secure (void)
{
  RtPlayground *playground = rt_playground_new ();
  g_autoptr (GError) error = NULL;
  GThread *threads[8];
  gpointer origin;

  g_assert_true (rt_playground_start (playground, 0, NULL));
  rt_playground_stop (playground);
  g_assert_null (rt_playground_get_https_origin (playground));
  g_assert_null (rt_playground_get_ca_pem (playground));

  g_assert_true (rt_playground_start (playground, 0, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("ask", ask_thread, playground);
  origin = g_thread_join (threads[0]);
  g_assert_nonnull (origin);
  for (guint i = 1; i < G_N_ELEMENTS (threads); i++)
    g_assert_true (g_thread_join (threads[i]) == origin);
  g_assert_true (rt_playground_open_secure (playground, &error));
  g_assert_no_error (error);
  g_assert_nonnull (rt_playground_get_ca_pem (playground));
  g_assert_nonnull (rt_playground_get_tls_trouble_origin (playground, "expired"));
  g_assert_finalize_object (playground);
}

static void
test_port_taken (void)
{
  g_autoptr (RtPlayground) second = rt_playground_new ();
  g_autoptr (GError) error = NULL;
  const char *origin = rt_playground_get_http_origin (visit_playground ());
  guint port = atoi (strrchr (origin, ':') + 1);

  g_assert_false (rt_playground_start (second, port, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_ADDRESS_IN_USE);
  g_assert_null (rt_playground_get_http_origin (second));
}

/* Stops while a client waits in each of the places where one can wait. */
static void
test_stop_while_busy (void)
{
  static const char * const requests[] = {
    "",
    "GET / HT",
    "GET /stall HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET /delay/600 HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET /endless HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET /fault/stall-in-content HTTP/1.1\r\nHost: a\r\n\r\n",
    "POST /post HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc",
    "GET /empty HTTP/1.1\r\nHost: a\r\n\r\n",
  };
  g_autoptr (GPtrArray) connections = g_ptr_array_new_with_free_func (g_object_unref);
  RtPlayground *playground = rt_playground_new ();

  g_assert_true (rt_playground_start (playground, 0, NULL));
  for (guint i = 0; i < 2 * G_N_ELEMENTS (requests); i++)
    {
      /* The second half says something to the TLS port that is no TLS. */
      const char *origin = i < G_N_ELEMENTS (requests)
                           ? rt_playground_get_http_origin (playground)
                           : rt_playground_get_https_origin (playground);
      GSocketConnection *connection = visit_connect (origin);
      const char *request = requests[i % G_N_ELEMENTS (requests)];

      g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (connection)), request,
                                 strlen (request), NULL, NULL, NULL);
      g_ptr_array_add (connections, connection);
    }
  g_assert_finalize_object (playground);
}

static gboolean
keep_flags (GTlsConnection       *connection,
            GTlsCertificate      *certificate,
            GTlsCertificateFlags  flags,
            gpointer              user_data)
{
  *(GTlsCertificateFlags *) user_data = flags;
  return TRUE;
}

/* Shakes hands with @origin, trusting the authority; gives the flags back and
 * asserts that the echo answers. */
static GTlsCertificateFlags
visit_tls (const char *origin)
{
  static const char request[] = "GET /get HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
  g_autoptr (GSocketConnection) connection = visit_connect (origin);
  g_autoptr (GSocketConnectable) identity = g_network_address_new ("127.0.0.1", 443);
  g_autoptr (GIOStream) tls = g_tls_client_connection_new (G_IO_STREAM (connection), identity,
                                                                  NULL);
  g_autofree char *path = NULL;
  g_autoptr (GTlsDatabase) database = NULL;
  g_autoptr (GError) error = NULL;
  GTlsCertificateFlags flags = 0;
  char start[18] = "";
  int fd = g_file_open_tmp ("playground-XXXXXX.pem", &path, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
  g_file_set_contents (path, rt_playground_get_ca_pem (visit_playground ()), -1, NULL);
  database = g_tls_file_database_new (path, &error);
  g_assert_no_error (error);
  g_tls_connection_set_database (G_TLS_CONNECTION (tls), database);
  g_signal_connect (tls, "accept-certificate", G_CALLBACK (keep_flags), &flags);
  g_output_stream_write_all (g_io_stream_get_output_stream (tls), request, strlen (request), NULL,
                             NULL, &error);
  g_assert_no_error (error);
  g_input_stream_read_all (g_io_stream_get_input_stream (tls), start, 17, NULL, NULL, NULL);
  g_assert_cmpstr (start, ==, "HTTP/1.1 200 OK\r\n");
  g_remove (path);
  return flags;
}

static void
test_tls (void)
{
  static const struct
  {
    const char           *name;
    GTlsCertificateFlags  flags;
  } cases[] = {
    { "expired", G_TLS_CERTIFICATE_EXPIRED },
    { "not-yet-valid", G_TLS_CERTIFICATE_NOT_ACTIVATED },
    { "wrong-host", G_TLS_CERTIFICATE_BAD_IDENTITY },
    { "self-signed", G_TLS_CERTIFICATE_UNKNOWN_CA },
    { "unknown-issuer", G_TLS_CERTIFICATE_UNKNOWN_CA },
  };

  g_assert_cmpint (visit_tls (rt_playground_get_https_origin (visit_playground ())), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *origin = rt_playground_get_tls_trouble_origin (visit_playground (),
                                                                 cases[i].name);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpint (visit_tls (origin), ==, cases[i].flags);
    }
  g_assert_null (rt_playground_get_tls_trouble_origin (visit_playground (), "other"));
}

/* How the content ends over TLS, where FIN alone proves nothing. */
static void
assert_tls_end (const char *path,
                int         code)
{
  g_autoptr (GSocketConnection) connection
    = visit_connect (rt_playground_get_https_origin (visit_playground ()));
  g_autoptr (GIOStream) tls = g_tls_client_connection_new (G_IO_STREAM (connection), NULL, NULL);
  g_autofree char *request = g_strdup_printf ("GET %s HTTP/1.1\r\nHost: a\r\n\r\n", path);
  g_autoptr (GError) error = NULL;
  GTlsCertificateFlags flags;
  char block[4096];
  gsize got;

  g_signal_connect (tls, "accept-certificate", G_CALLBACK (keep_flags), &flags);
  g_output_stream_write_all (g_io_stream_get_output_stream (tls), request, strlen (request), NULL,
                             NULL, NULL);
  g_input_stream_read_all (g_io_stream_get_input_stream (tls), block, sizeof block, &got, NULL,
                           &error);
  g_assert_true (g_strstr_len (block, got, "Until the end.\n") != NULL);
  if (code < 0)
    g_assert_no_error (error);
  else
    g_assert_error (error, G_TLS_ERROR, code);
}

static void
test_tls_end (void)
{
  assert_tls_end ("/fault/no-length", -1);
  assert_tls_end ("/fault/no-close-notify", G_TLS_ERROR_EOF);
}

static void
test_try_url (void)
{
  static const int none[] = { G_MININT, -1, 0, 99, 1000 };
  g_autofree char *method = NULL;
  g_autofree char *expected = g_strconcat (rt_playground_get_http_origin (visit_playground ()),
                                           "/status/404", NULL);
  g_autofree char *url = rt_playground_dup_try_url (visit_playground (), 404, &method);

  g_assert_cmpstr (url, ==, expected);
  g_assert_cmpstr (method, ==, "GET");
  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    {
      g_autofree char *no_method = NULL;

      g_assert_null (rt_playground_dup_try_url (visit_playground (), none[i], &no_method));
      g_assert_null (no_method);
    }
}

/* The 257th connection is told so, and there is room again after the others
 * have gone. */
static void
test_crowd (void)
{
  g_autoptr (GPtrArray) crowd = g_ptr_array_new_with_free_func (g_object_unref);
  const char *origin = rt_playground_get_http_origin (visit_playground ());
  gboolean full = FALSE;

  for (guint i = 0; i < 256; i++)
    g_ptr_array_add (crowd, visit_connect (origin));
  while (!full)
    {
      g_autoptr (Visit) visited = visit_get ("/empty");

      full = visited->code == 503 || visited->reset;
    }
  g_clear_pointer (&crowd, g_ptr_array_unref);
  while (full)
    {
      g_autoptr (Visit) visited = visit_get ("/empty");

      full = visited->code != 200;
    }
}

int
main (int    argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/playground/new-and-destroy", test_new_and_destroy);
  g_test_add_func ("/playground/life", test_life);
  g_test_add_func ("/playground/secure", test_secure);
  g_test_add_func ("/playground/port-taken", test_port_taken);
  g_test_add_func ("/playground/stop-while-busy", test_stop_while_busy);
  g_test_add_func ("/playground/tls", test_tls);
  g_test_add_func ("/playground/tls-end", test_tls_end);
  g_test_add_func ("/playground/try-url", test_try_url);
  g_test_add_func ("/playground/crowd", test_crowd);
  visit_open ();
  result = g_test_run ();
  visit_close ();
  return result;
}
