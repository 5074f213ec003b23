/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of connection-notes.c: each row is one connection. */

#include "cases.h"

#include "exchange-private.h"

typedef struct
{
  const char          *url;
  const char          *response;
  const char          *tls_version; /* NULL without TLS */
  const char          *protocol;
  GTlsCertificateFlags errors;
  int                  days_left;   /* of the certificate; 0 for none */
  RtProtocol           wanted;
  const char          *ids;
} Row;

#define OK "HTTP/1.1 200 OK\nA: b"

static const Row rows[] = {
  { "https://e.example/", OK, "TLS 1.3", "http/1.1", 0, 90, RT_PROTOCOL_HTTP1, "" },
  { "https://e.example/", OK, "TLS 1.3", "http/1.1", 0, 13, RT_PROTOCOL_HTTP1,
    "connection-certificate-ends" },
  { "https://e.example/", OK, "TLS 1.3", "h2", 0, 90, RT_PROTOCOL_HTTP2, "" },
  { "https://e.example/", OK, "TLS 1.3", "http/1.1", 0, 90, RT_PROTOCOL_HTTP2,
    "connection-not-http2" },
  { "http://127.0.0.1/", OK, NULL, NULL, 0, 0, RT_PROTOCOL_HTTP2, "connection-http2-needs-tls" },
  { "https://e.example/", OK, "TLS 1.1", "http/1.1", 0, 90, RT_PROTOCOL_HTTP1,
    "connection-old-tls" },
  { "https://e.example/", OK, "TLS 1.2", "http/1.1",
    G_TLS_CERTIFICATE_EXPIRED | G_TLS_CERTIFICATE_BAD_IDENTITY, -1, RT_PROTOCOL_HTTP1,
    "connection-certificate connection-certificate" },
  { "http://e.example/", OK, NULL, NULL, 0, 0, RT_PROTOCOL_HTTP1, "connection-in-clear" },
  { "http://localhost/", OK, NULL, NULL, 0, 0, RT_PROTOCOL_HTTP1, "" },
  { "http://[::1]/", OK, NULL, NULL, 0, 0, RT_PROTOCOL_HTTP1, "" },
  { "http://127.0.0.1/", "HTTP/1.0 200 OK\nA: b", NULL, NULL, 0, 0, RT_PROTOCOL_HTTP1,
    "connection-http10" },
  { "https://e.example/", OK "\nAlt-Svc: h3=\":443\"; ma=86400", "TLS 1.3", "http/1.1", 0, 90,
    RT_PROTOCOL_HTTP1, "connection-alternative" },
  { "https://e.example/", OK "\nAlt-Svc: clear", "TLS 1.3", "http/1.1", 0, 90,
    RT_PROTOCOL_HTTP1, "" },
  { "https://e.example/", OK "\nAlt-Svc: clear, h3=\":443\"", "TLS 1.3", "http/1.1", 0, 90,
    RT_PROTOCOL_HTTP1, "connection-alternative-clear" },
};

static RtConnection *
create_connection (const Row *row)
{
  RtConnection *connection = rt_connection_new ();

  connection->tls = row->tls_version != NULL;
  connection->tls_version = g_strdup (row->tls_version);
  connection->protocol = g_strdup (row->protocol);
  connection->certificate_errors = row->errors;
  if (row->days_left != 0)
    {
      RtCertificate *certificate = g_new0 (RtCertificate, 1);

      certificate->not_after =
        g_date_time_new_from_unix_utc (CASES_NOW + row->days_left * 24 * 3600);
      connection->certificates =
        g_ptr_array_new_with_free_func ((GDestroyNotify) rt_certificate_free);
      g_ptr_array_add (connection->certificates, certificate);
    }

  return connection;
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr(RtTrail) trail = cases_new_trail (row->url);
  g_autoptr(RtConnection) connection = create_connection (row);
  g_autoptr(GPtrArray) notes = NULL;
  g_autoptr(GString) ids = g_string_new (NULL);
  RtExchange *exchange;

  rt_request_set_protocol (rt_trail_get_request (trail), row->wanted);
  exchange = cases_add (trail, row->url, "GET / HTTP/1.1\n", row->response, NULL);
  rt_exchange_set_connection (exchange, connection);
  notes = cases_explain (trail);
  cases_assert_well_formed (notes);
  for (guint i = 0; i < notes->len; i++)
    if (g_str_has_prefix (rt_note_get_id (notes->pdata[i]), "connection-"))
      g_string_append_printf (ids, "%s%s", ids->len > 0 ? " " : "",
                              rt_note_get_id (notes->pdata[i]));
  g_assert_cmpstr (ids->str, ==, row->ids);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/connection-notes/%u", i);

      g_test_add_data_func (path, &rows[i], test_row);
    }

  return g_test_run ();
}
