/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/engine/channel.c, over a socket on loopback. */

#include "channel.h"

#include <string.h>

/* What the listener heard. */
typedef struct
{
  GString *received;
  GString *sent;
  GString *offered;
  guint    n_ends;
} Heard;

static gboolean
received_cb (RtTapLayer    layer,
             const guint8 *data,
             gsize         length,
             gint64        time,
             gpointer      user_data,
             GError      **error)
{
  Heard *heard = user_data;

  g_assert_cmpint (layer, ==, RT_TAP_PLAIN);
  g_string_append_len (heard->received, (const char *) data, length);
  if (strstr (heard->received->str, "stop") == NULL)
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "enough");

  return FALSE;
}

static void
ended_cb (RtTapLayer    layer,
          const GError *error,
          gint64        time,
          gpointer      user_data)
{
  ((Heard *) user_data)->n_ends++;
}

/* "swap" goes out as "other". */
static GBytes *
rewrite_cb (RtTapLayer    layer,
            const guint8 *data,
            gsize         length,
            gpointer      user_data)
{
  Heard *heard = user_data;

  g_string_append_len (heard->offered, (const char *) data, length);

  return length == 4 && memcmp (data, "swap", 4) == 0 ? g_bytes_new ("other", 5) : NULL;
}

static void
sent_cb (RtTapLayer    layer,
         const guint8 *data,
         gsize         length,
         gint64        time,
         gpointer      user_data)
{
  g_string_append_len (((Heard *) user_data)->sent, (const char *) data, length);
}

static const RtTapSink listener = {
  .received = received_cb,
  .ended = ended_cb,
  .rewrite = rewrite_cb,
  .sent = sent_cb,
};

typedef struct
{
  GSocketConnection *near;
  GSocketConnection *far;
  RtChannel         *channel;
  Heard              heard;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GSocketListener) server = g_socket_listener_new ();
  g_autoptr(GSocketClient) client = g_socket_client_new ();
  guint16 port = g_socket_listener_add_any_inet_port (server, NULL, NULL);

  g_socket_client_set_enable_proxy (client, FALSE);
  fixture->near = g_socket_client_connect_to_host (client, "127.0.0.1", port, NULL, NULL);
  fixture->far = g_socket_listener_accept (server, NULL, NULL, NULL);
  g_assert_true (G_IS_SOCKET_CONNECTION (fixture->near));
  fixture->channel = rt_channel_attach (G_IO_STREAM (fixture->near));
  fixture->heard.received = g_string_new (NULL);
  fixture->heard.sent = g_string_new (NULL);
  fixture->heard.offered = g_string_new (NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->near);
  g_clear_object (&fixture->far);
  rt_channel_unref (fixture->channel);
  g_string_free (fixture->heard.received, TRUE);
  g_string_free (fixture->heard.sent, TRUE);
  g_string_free (fixture->heard.offered, TRUE);
}

static void
send_text (GSocketConnection *from,
           const char        *text)
{
  GOutputStream *stream = g_io_stream_get_output_stream (G_IO_STREAM (from));

  g_assert_true (g_output_stream_write_all (stream, text, strlen (text), NULL, NULL, NULL));
}

static void
expect_text (GSocketConnection *at,
             const char        *text)
{
  GInputStream *stream = g_io_stream_get_input_stream (G_IO_STREAM (at));
  char buffer[32] = "";

  g_assert_true (g_input_stream_read_all (stream, buffer, strlen (text), NULL, NULL, NULL));
  g_assert_cmpstr (buffer, ==, text);
}

static void
test_listener (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  char buffer[8];

  /* nobody listens: all passes */
  send_text (fixture->near, "swap");
  expect_text (fixture->far, "swap");

  rt_channel_set_listener (fixture->channel, &listener, &fixture->heard);
  send_text (fixture->near, "swap");
  expect_text (fixture->far, "other");
  send_text (fixture->far, "answer");
  expect_text (fixture->near, "answer");
  g_assert_cmpstr (fixture->heard.offered->str, ==, "swap");
  g_assert_cmpstr (fixture->heard.sent->str, ==, "other");
  g_assert_cmpstr (fixture->heard.received->str, ==, "answer");

  /* its refusal ends the read */
  send_text (fixture->far, "stop");
  g_assert_cmpint (g_input_stream_read (
                     g_io_stream_get_input_stream (G_IO_STREAM (fixture->near)), buffer, 4, NULL,
                     &error), ==, -1);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);

  rt_channel_set_listener (fixture->channel, NULL, NULL);
  send_text (fixture->near, "more");
  g_assert_cmpstr (fixture->heard.sent->str, ==, "other");
}

static void
test_shut_down (Fixture       *fixture,
                gconstpointer  data)
{
  GInputStream *stream = g_io_stream_get_input_stream (G_IO_STREAM (fixture->near));
  char buffer[8];

  rt_channel_set_listener (fixture->channel, &listener, &fixture->heard);
  rt_channel_shut_down (fixture->channel);
  rt_channel_shut_down (fixture->channel);
  g_assert_cmpint (g_input_stream_read (stream, buffer, 1, NULL, NULL), <=, 0);
  g_assert_cmpuint (fixture->heard.n_ends, ==, 1);
  g_assert_cmpint (g_input_stream_read (g_io_stream_get_input_stream (G_IO_STREAM (fixture->far)),
                                        buffer, 1, NULL, NULL), ==, 0);

  g_io_stream_close (G_IO_STREAM (fixture->near), NULL, NULL);
  rt_channel_shut_down (fixture->channel);
}

static void
test_facts (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(RtConnection) first = rt_connection_new ();
  g_autoptr(RtConnection) second = rt_connection_new ();
  g_autoptr(RtChannel) same = rt_channel_ref (fixture->channel);

  g_assert_null (rt_channel_get_facts (same));
  rt_channel_set_facts (same, first);
  g_assert_true (rt_channel_get_facts (same) == first);
  rt_channel_set_facts (same, first);
  g_assert_true (rt_channel_get_facts (same) == first);
  rt_channel_set_facts (same, second);
  g_assert_true (rt_channel_get_facts (same) == second);
  g_assert_true (rt_channel_get_socket (same) == g_socket_connection_get_socket (fixture->near));
}

static void
test_id (Fixture       *fixture,
         gconstpointer  data)
{
  Fixture other = { 0 };

  set_up (&other, NULL);
  g_assert_cmpuint (rt_channel_get_id (fixture->channel), >, 0);
  g_assert_cmpuint (rt_channel_get_id (other.channel), >, rt_channel_get_id (fixture->channel));
  tear_down (&other, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  g_assert_true (rt_tap_install (&error));

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/channel/listener", test_listener);
  ADD ("/channel/shut-down", test_shut_down);
  ADD ("/channel/facts", test_facts);
  ADD ("/channel/id", test_id);

  return g_test_run ();
}
