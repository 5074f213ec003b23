/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The tap under libsoup, as the engine uses it. */

#include "peer.h"
#include "tap-record.h"

#include <libsoup/soup.h>
#include <string.h>

/* Out of order, odd in case and with what the library would drop. */
#define HEAD "HTTP/1.1  200 Fine\r\nx-b: 1\r\nCONTENT-length: 5\r\nX-A : 2\r\nno colon\r\n" \
             "Connection: close\r\nx-b:  \t3\r\n\r\n"
#define RESPONSE HEAD "hello"

typedef struct
{
  gboolean is_tls;
  gboolean is_async;
} Case;

static void
network_event_cb (SoupMessage        *message,
                  GSocketClientEvent  event,
                  GIOStream          *connection,
                  gpointer            user_data)
{
  if (event == G_SOCKET_CLIENT_CONNECTED)
    rt_tap_attach (connection, &tap_record_sink, tap_record_ref (user_data),
                   tap_record_destroy);
}

static gboolean
accept_cb (void)
{
  return TRUE;
}

static SoupMessage *
new_message (Peer       *peer,
             gboolean    is_tls,
             TapRecord  *record)
{
  g_autofree char *url = g_strdup_printf ("%s://127.0.0.1:%u/x", is_tls ? "https" : "http",
                                          peer_get_port (peer));
  SoupMessage *message = soup_message_new ("GET", url);

  g_signal_connect (message, "network-event", G_CALLBACK (network_event_cb), record);
  g_signal_connect (message, "accept-certificate", G_CALLBACK (accept_cb), NULL);

  return message;
}

typedef struct
{
  GBytes   *bytes;
  GError   *error;
  gboolean  is_done;
} Outcome;

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Outcome *outcome = user_data;

  outcome->bytes = soup_session_send_and_read_finish (SOUP_SESSION (source), result,
                                                      &outcome->error);
  outcome->is_done = TRUE;
}

static Outcome
send_message (SoupMessage *message,
              gboolean     is_async)
{
  /* without the system's certificates, which take long to load */
  g_autoptr (SoupSession) session = soup_session_new_with_options ("tls-database", NULL, NULL);
  Outcome outcome = { NULL, };

  if (!is_async)
    {
      outcome.bytes = soup_session_send_and_read (session, message, NULL, &outcome.error);
      return outcome;
    }

  soup_session_send_and_read_async (session, message, G_PRIORITY_DEFAULT, NULL, read_cb,
                                    &outcome);
  while (!outcome.is_done)
    g_main_context_iteration (NULL, TRUE);

  return outcome;
}

static void
check_exact (gconstpointer data)
{
  const Case *test = data;
  RtTapLayer layer = test->is_tls ? RT_TAP_CLEAR : RT_TAP_PLAIN;
  g_autoptr (TapRecord) record = tap_record_new ();
  g_autoptr (Peer) peer = peer_new (test->is_tls ? PEER_TLS : PEER_PLAIN, RESPONSE, 0);
  g_autoptr (SoupMessage) message = new_message (peer, test->is_tls, record);
  Outcome outcome = send_message (message, test->is_async);
  GByteArray *witness;

  tap_record_wait (record);
  g_assert_no_error (outcome.error);
  g_assert_cmpmem (g_bytes_get_data (outcome.bytes, NULL), g_bytes_get_size (outcome.bytes),
                   "hello", 5);
  g_clear_pointer (&outcome.bytes, g_bytes_unref);

  witness = peer_wait (peer);
  g_assert_true (g_str_has_prefix ((const char *) witness->data, "GET /x HTTP/1.1\r\n"));
  g_assert_cmpmem (record->sent[layer]->data, record->sent[layer]->len, witness->data,
                   witness->len);
  tap_record_check (record->received[layer], RESPONSE);
  if (test->is_tls)
    g_assert_cmpuint (record->sent[RT_TAP_PLAIN]->len, ==, 0);
  g_assert_cmpint (record->n_destroyed, ==, 1);
}

/* The whole head that the library writes is one write, and another goes out. */
static void
check_rewrite (gconstpointer data)
{
  const Case *test = data;
  const char *other = "GET /x HTTP/1.0\r\nhost: b\r\nX-Z: 1\r\nx-z:\r\n fold\r\n\r\n";
  RtTapLayer layer = test->is_tls ? RT_TAP_CLEAR : RT_TAP_PLAIN;
  g_autoptr (TapRecord) record = tap_record_new ();
  g_autoptr (Peer) peer = peer_new (test->is_tls ? PEER_TLS : PEER_PLAIN, RESPONSE, 0);
  g_autoptr (SoupMessage) message = new_message (peer, test->is_tls, record);
  Outcome outcome;

  record->replacement = g_bytes_new_static (other, strlen (other));
  outcome = send_message (message, test->is_async);
  tap_record_wait (record);
  g_assert_no_error (outcome.error);
  g_clear_pointer (&outcome.bytes, g_bytes_unref);
  tap_record_check (peer_wait (peer), other);
  tap_record_check (record->sent[layer], other);
  g_assert_cmpuint (record->n_rewrites, ==, 1);
}

/* Endless interim responses keep the library in a loop of its own; the error
 * of the guard is what its caller gets. */
static void
check_guard (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (GString) flood = g_string_new (NULL);
  g_autoptr (TapRecord) record = tap_record_new ();
  g_autoptr (Peer) peer = NULL;
  g_autoptr (SoupMessage) message = NULL;
  Outcome outcome;

  for (int i = 0; i < 100000; i++)
    g_string_append (flood, "HTTP/1.1 100 Continue\r\n\r\n");
  peer = peer_new (test->is_tls ? PEER_TLS : PEER_PLAIN, flood->str, 0);
  message = new_message (peer, test->is_tls, record);
  record->max_received = 100000;
  outcome = send_message (message, test->is_async);
  tap_record_wait (record);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE);
  g_clear_error (&outcome.error);
}

static void
check_guard_in_content (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (TapRecord) record = tap_record_new ();
  g_autoptr (Peer) peer = peer_new (test->is_tls ? PEER_TLS : PEER_PLAIN,
                                    "HTTP/1.1 200 OK\r\n\r\n", 4 << 20);
  g_autoptr (SoupMessage) message = new_message (peer, test->is_tls, record);
  Outcome outcome;

  record->max_received = 1 << 20;
  outcome = send_message (message, test->is_async);
  tap_record_wait (record);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE);
  g_clear_error (&outcome.error);
  g_clear_pointer (&outcome.bytes, g_bytes_unref);
}

int
main (int   argc,
      char *argv[])
{
  static const Case cases[] = { { FALSE, FALSE }, { FALSE, TRUE }, { TRUE, FALSE },
                                { TRUE, TRUE } };
  static const char *const names[] = { "plain/sync", "plain/async", "tls/sync", "tls/async" };

  g_test_init (&argc, &argv, NULL);
  g_assert_true (rt_tap_install (NULL));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *exact = g_strdup_printf ("/tap-soup/exact/%s", names[i]);
      g_autofree char *rewrite = g_strdup_printf ("/tap-soup/rewrite/%s", names[i]);
      g_autofree char *guard = g_strdup_printf ("/tap-soup/guard/%s", names[i]);
      g_autofree char *content = g_strdup_printf ("/tap-soup/guard-in-content/%s", names[i]);

      g_test_add_data_func (exact, &cases[i], check_exact);
      g_test_add_data_func (rewrite, &cases[i], check_rewrite);
      g_test_add_data_func (guard, &cases[i], check_guard);
      g_test_add_data_func (content, &cases[i], check_guard_in_content);
    }

  return g_test_run ();
}
