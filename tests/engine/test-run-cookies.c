/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Cookies along a trail: kept from each response, chosen for each request, and
 * told of on each exchange.
 */

#include "config.h"

#include "sending.h"

#include <string.h>

#include "witness.h"

static guint
count_verdicts (RtExchange   *exchange,
                RtCookieFate  fate)
{
  g_autoptr(GPtrArray) verdicts = rt_exchange_dup_cookie_verdicts (exchange);
  guint n = 0;

  for (guint i = 0; i < verdicts->len; i++)
    {
      const RtCookieVerdict *verdict = g_ptr_array_index (verdicts, i);

      g_assert_cmpstr (verdict->why, !=, "");
      n += verdict->fate == fate;
    }

  return n;
}

static RtExchange *
get (Sending *self,
     guint    position)
{
  return rt_trail_get_exchange (self->trail, position);
}

static char *
dup_sent (RtExchange *exchange)
{
  g_autoptr(RtHead) head = rt_exchange_dup_request_head (exchange);

  return rt_head_dup_combined (head, "Cookie");
}

/* Set by a redirect, sent with the next request. */
static void
test_hop_by_hop (Sending       *self,
                 gconstpointer  data)
{
  g_autoptr(RtCookieJar) jar = rt_cookie_jar_new (NULL);
  g_autoptr(GPtrArray) kept = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *later = NULL;

  rt_request_set_cookie_jar (self->request, jar);
  sending_aim (self, "/cookies/set?a=1&b=2");
  sending_assert_sound (sending_run (self));
  before = dup_sent (get (self, 0));
  after = dup_sent (get (self, 1));
  g_assert_null (before);
  g_assert_cmpstr (after, ==, "a=1; b=2");
  g_assert_cmpuint (count_verdicts (get (self, 0), RT_COOKIE_STORED), ==, 2);
  g_assert_cmpuint (count_verdicts (get (self, 1), RT_COOKIE_SENT), ==, 2);

  /* the window's jar has them for the next send */
  kept = rt_cookie_jar_dup_cookies (jar);
  g_assert_cmpuint (kept->len, ==, 2);
  sending_aim (self, "/cookies");
  later = dup_sent (sending_run (self));
  g_assert_cmpstr (later, ==, "a=1; b=2");
}

/* Without a jar each send has one of its own. */
static void
test_own_jar (Sending       *self,
              gconstpointer  data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  sending_aim (self, "/cookies/set?a=1");
  first = dup_sent (sending_run (self));
  g_assert_cmpstr (first, ==, "a=1");
  sending_aim (self, "/cookies");
  second = dup_sent (sending_run (self));
  g_assert_null (second);
}

static void
test_off (Sending       *self,
          gconstpointer  data)
{
  g_autoptr(RtCookieJar) jar = rt_cookie_jar_new (NULL);
  g_autoptr(GPtrArray) kept = NULL;
  g_autoptr(GPtrArray) verdicts = NULL;
  g_autofree char *sent = NULL;

  rt_request_set_cookie_jar (self->request, jar);
  rt_request_set_use_cookies (self->request, FALSE);
  sending_aim (self, "/cookies/set?a=1");
  sent = dup_sent (sending_run (self));
  g_assert_null (sent);
  kept = rt_cookie_jar_dup_cookies (jar);
  g_assert_cmpuint (kept->len, ==, 0);
  verdicts = rt_exchange_dup_cookie_verdicts (get (self, 0));
  g_assert_cmpuint (verdicts->len, ==, 0);
}

/* A typed field stays as it is; what comes is kept all the same. */
static void
test_typed (Sending       *self,
            gconstpointer  data)
{
  g_autofree char *sent = NULL;

  rt_request_add_field (self->request, "cookie", "mine=1");
  sending_aim (self, "/cookies/set?a=1");
  sent = dup_sent (sending_run (self));
  g_assert_cmpstr (sent, ==, "mine=1");
  g_assert_cmpuint (count_verdicts (get (self, 0), RT_COOKIE_STORED), ==, 1);
  g_assert_cmpuint (count_verdicts (get (self, 1), RT_COOKIE_WITHHELD), ==, 1);
  g_assert_cmpuint (count_verdicts (get (self, 1), RT_COOKIE_SENT), ==, 0);
}

/* Another host gets none of them, and a 401 sets them as well. */
static void
test_hosts (Sending       *self,
            gconstpointer  data)
{
  const char *http = rt_playground_get_http_origin (self->playground);
  g_autofree char *answer =
    g_strdup_printf ("HTTP/1.1 401 Set\r\nSet-Cookie: a=1\r\nSet-Cookie: b=\xff\r\n"
                     "WWW-Authenticate: Basic realm=\"x\"\r\nLocation: http://localhost%s/cookies\r\n"
                     "Content-Length: 0\r\nConnection: close\r\n\r\n", strrchr (http, ':'));
  g_autoptr(Witness) witness = witness_new (answer);
  g_autofree char *heads = NULL;

  rt_request_set_url (self->request, witness_get_origin (witness));
  rt_credentials_set_kind (rt_request_get_credentials (self->request), RT_CREDENTIALS_USER);
  sending_run (self);
  g_assert_cmpuint (rt_trail_get_n_exchanges (self->trail), ==, 2);
  heads = witness_take_heads (witness);
  g_assert_nonnull (strstr (heads, "Cookie: a=1; b=\xff\r\n"));
}

static void
test_other_host (Sending       *self,
                 gconstpointer  data)
{
  g_autoptr(RtCookieJar) jar = rt_cookie_jar_new (NULL);
  g_autofree char *sent = NULL;
  const RtNext *next;

  rt_request_set_cookie_jar (self->request, jar);
  sending_aim (self, "/cookies/set?a=1");
  sending_run (self);
  sending_aim (self, "/redirect/to-other-host");
  sent = dup_sent (sending_run (self));
  g_assert_null (sent);
  next = rt_exchange_get_next (get (self, 0));
  g_assert_true (g_strv_contains ((const char *const *) next->dropped, "Cookie"));
}

/* A site that sets a cookie and sends one back is no loop. */
static gboolean
answer_with_cookie (GThreadedSocketService *service,
                    GSocketConnection      *connection,
                    GObject                *source,
                    gpointer                user_data)
{
  static const char set[] = "HTTP/1.1 302 Set\r\nSet-Cookie: seen=1\r\nLocation: /\r\n"
                            "Content-Length: 0\r\nConnection: close\r\n\r\n";
  static const char fine[] = "HTTP/1.1 200 Fine\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
  GInputStream *in = g_io_stream_get_input_stream (G_IO_STREAM (connection));
  GOutputStream *out = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  char buffer[4096] = "";
  gssize n = g_input_stream_read (in, buffer, sizeof buffer - 1, NULL, NULL);
  const char *answer = n > 0 && strstr (buffer, "seen=1") != NULL ? fine : set;

  g_output_stream_write_all (out, answer, strlen (answer), NULL, NULL, NULL);

  return TRUE;
}

static void
test_no_loop (Sending       *self,
              gconstpointer  data)
{
  g_autoptr(GSocketService) service = g_threaded_socket_service_new (4);
  guint16 port = g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (service), NULL, NULL);
  g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%u/", port);

  g_signal_connect (service, "run", G_CALLBACK (answer_with_cookie), NULL);
  rt_request_set_url (self->request, url);
  sending_run (self);
  g_assert_cmpint (rt_trail_get_end (self->trail), ==, RT_TRAIL_END_NORMAL);
  g_assert_cmpuint (rt_trail_get_n_exchanges (self->trail), ==, 2);

  /* the same without cookies is one */
  rt_request_set_use_cookies (self->request, FALSE);
  sending_run (self);
  g_assert_cmpint (rt_trail_get_end (self->trail), ==, RT_TRAIL_END_LOOP);
  g_assert_cmpuint (rt_trail_get_n_exchanges (self->trail), ==, 1);
  g_socket_service_stop (service);
}

static void
test_bare (Sending       *self,
           gconstpointer  data)
{
  g_autoptr(RtPending) pending = NULL;
  g_autofree char *sent = NULL;

  rt_request_set_step (self->request, TRUE);
  sending_aim (self, "/cookies/set?a=1");
  pending = sending_run_until_pending (self);
  rt_trail_decide (self->trail, RT_DECISION_WITHOUT_CREDENTIALS);
  sending_run_on (self);
  sent = dup_sent (rt_trail_get_last (self->trail));
  g_assert_null (sent);
  g_assert_cmpuint (count_verdicts (rt_trail_get_last (self->trail), RT_COOKIE_WITHHELD), ==, 1);
}

#define SENDING(name, func) \
  g_test_add ("/run-cookies/" name, Sending, NULL, sending_set_up, func, sending_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  SENDING ("hop-by-hop", test_hop_by_hop);
  SENDING ("own-jar", test_own_jar);
  SENDING ("off", test_off);
  SENDING ("typed", test_typed);
  SENDING ("hosts", test_hosts);
  SENDING ("other-host", test_other_host);
  SENDING ("no-loop", test_no_loop);
  SENDING ("bare", test_bare);

  return g_test_run ();
}
