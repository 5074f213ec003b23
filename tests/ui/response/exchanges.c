/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchanges.h"

#include <string.h>

static void
set_timing (RtExchange *exchange,
            gboolean    whole)
{
  RtTiming timing;
  gint64 t = g_get_monotonic_time () - 200 * 1000;

  rt_timing_init (&timing);
  timing.started = t;
  timing.wall_clock = G_GINT64_CONSTANT (1790000000) * G_USEC_PER_SEC;
  timing.phases[RT_PHASE_CONNECT] = (RtSpanOfTime) { t, t + 12000 };
  timing.phases[RT_PHASE_REQUEST] = (RtSpanOfTime) { t + 12000, t + 12400 };
  timing.phases[RT_PHASE_WAIT] = (RtSpanOfTime) { t + 12400, t + 96000 };
  if (whole)
    {
      timing.phases[RT_PHASE_CONTENT] = (RtSpanOfTime) { t + 96000, t + 128000 };
      timing.ended = t + 128000;
    }
  rt_exchange_set_timing (exchange, &timing);
}

static void
add_request (RtExchange *exchange,
             const char *method,
             const char *url)
{
  g_autofree char *text = g_strdup_printf ("%s / HTTP/1.1\r\nHost: example.org\r\n"
                                           "User-Agent: Roundtrip/0.1.0\r\n\r\n", method);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  rt_exchange_take_request_head (exchange, rt_head_parse (RT_HEAD_REQUEST, bytes));
}

void
rt_test_exchange_add_head (RtExchange *exchange,
                           const char *head)
{
  g_autoptr (GBytes) bytes = g_bytes_new (head, strlen (head));

  rt_exchange_take_response_head (exchange, rt_head_parse (RT_HEAD_RESPONSE, bytes));
}

RtExchange *
rt_test_exchange_new_at (guint       position,
                         const char *method,
                         const char *url,
                         const char *head,
                         const char *content,
                         gssize      length)
{
  RtExchange *self = rt_exchange_new (NULL, method, url);
  RtSizes sizes = { .content_announced = -1, .request_head = 78 };
  gsize n = length < 0 ? strlen (content) : (gsize) length;

  rt_exchange_set_position (self, position);
  add_request (self, method, url);
  rt_test_exchange_add_head (self, head);
  if (n > 0)
    g_assert_true (rt_body_append (rt_exchange_get_body (self), content, n, NULL));
  sizes.response_head = strlen (head);
  sizes.content_wire = sizes.content_encoded = sizes.content_decoded = n;
  rt_exchange_set_sizes (self, &sizes);
  rt_exchange_set_framing (self, n > 0 ? RT_FRAMING_LENGTH : RT_FRAMING_NONE);
  set_timing (self, TRUE);
  rt_exchange_finish (self);

  return self;
}

RtExchange *
rt_test_exchange_new (const char *url,
                      const char *head,
                      const char *content,
                      gssize      length)
{
  return rt_test_exchange_new_at (0, "GET", url, head, content, length);
}

RtExchange *
rt_test_exchange_new_running (const char *url)
{
  RtExchange *self = rt_exchange_new (NULL, "GET", url);
  RtSizes sizes = { .content_announced = -1 };

  add_request (self, "GET", url);
  rt_exchange_set_sizes (self, &sizes);
  set_timing (self, FALSE);
  rt_exchange_set_state (self, RT_EXCHANGE_AWAITING);

  return self;
}

RtExchange *
rt_test_exchange_new_failed (const char    *url,
                             RtFailureKind  kind,
                             RtPhase        phase,
                             const char    *message)
{
  RtExchange *self = rt_exchange_new (NULL, "GET", url);

  rt_exchange_take_failure (self, rt_failure_new (kind, phase, message, "what the library said"));
  rt_exchange_finish (self);

  return self;
}

RtConnection *
rt_test_connection_new (GTlsCertificateFlags errors)
{
  RtConnection *connection = rt_connection_new ();
  RtCertificate *certificate = g_new0 (RtCertificate, 1);

  connection->remote_address = g_strdup ("93.184.216.34:443");
  connection->local_address = g_strdup ("192.168.1.20:50712");
  connection->protocol = g_strdup ("http/1.1");
  connection->tls = TRUE;
  connection->tls_version = g_strdup ("TLS 1.3");
  connection->cipher = g_strdup ("TLS_AES_256_GCM_SHA384");
  connection->certificate_errors = errors;

  certificate->subject = g_strdup ("CN=example.org");
  certificate->issuer = g_strdup ("CN=Example Issuing Authority");
  certificate->not_before = g_date_time_new_utc (2026, 1, 1, 0, 0, 0);
  certificate->not_after = g_date_time_new_utc (2026, 12, 31, 23, 59, 59);
  certificate->names = g_strsplit ("example.org www.example.org", " ", -1);
  certificate->sha256 = g_strdup ("AB:CD:EF");
  if (connection->certificates == NULL)
    connection->certificates =
      g_ptr_array_new_with_free_func ((GDestroyNotify) rt_certificate_free);
  g_ptr_array_add (connection->certificates, certificate);

  return connection;
}

RtTrail *
rt_test_trail_new (RtExchange *first,
                   ...)
{
  g_autoptr (RtRequest) request = rt_request_new ();
  RtTrail *trail = rt_trail_new (NULL, request);
  RtExchange *exchange = first;
  va_list list;

  va_start (list, first);
  while (exchange != NULL)
    {
      rt_trail_append (trail, exchange);
      g_object_unref (exchange);
      exchange = va_arg (list, RtExchange *);
    }
  va_end (list);
  rt_trail_finish (trail, RT_TRAIL_END_NORMAL, NULL);
  while (rt_trail_is_running (trail))
    g_main_context_iteration (NULL, TRUE);

  return trail;
}
