/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/engine/attempt-events.c: an attempt in the test's own thread, at
 * a server that answers once on each connection, and closes it when it is asked
 * again.
 */

#include "attempt-private.h"

#include <string.h>

#include "tap.h"
#include "trail-private.h"

typedef struct
{
  GSocketService *service;
  GAsyncQueue    *permits; /* one for each answer */
  gboolean        is_eager; /* it answers before it is asked */
  RtRequest      *request;
  RtSessionPool  *pool;
  RtSession      *session;
  RtTrail        *trail;
  RtOutgoing     *outgoing;
  RtAttempt      *attempt;
  gboolean        is_done;
} Kept;

static gboolean
answer_once (GThreadedSocketService *service,
             GSocketConnection      *connection,
             GObject                *source,
             gpointer                user_data)
{
  static const char answer[] = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
  Kept *self = user_data;
  GInputStream *in = g_io_stream_get_input_stream (G_IO_STREAM (connection));
  GOutputStream *out = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  char buffer[4096];

  if (!self->is_eager && g_input_stream_read (in, buffer, sizeof buffer, NULL, NULL) <= 0)
    return TRUE;
  g_async_queue_pop (self->permits);
  g_output_stream_write_all (out, answer, strlen (answer), NULL, NULL, NULL);
  g_input_stream_read (in, buffer, sizeof buffer, NULL, NULL);

  return TRUE;
}

static void
permit_answer (Kept *self)
{
  g_async_queue_push (self->permits, self);
}

static void
set_up (Kept          *self,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *url = NULL;
  guint16 port;

  g_assert_true (rt_tap_install (&error));
  self->permits = g_async_queue_new ();
  self->service = g_threaded_socket_service_new (4);
  port = g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (self->service), NULL, NULL);
  g_signal_connect (self->service, "run", G_CALLBACK (answer_once), self);

  url = g_strdup_printf ("http://127.0.0.1:%u/", port);
  self->request = rt_request_new ();
  rt_request_set_url (self->request, url);
  self->pool = rt_session_pool_new ();
  self->session = rt_session_pool_take (self->pool, self->request, &error);
  g_assert_no_error (error);
}

static void
forget_attempt (Kept *self)
{
  g_clear_pointer (&self->attempt, rt_attempt_unref);
  g_clear_pointer (&self->outgoing, rt_outgoing_unref);
  g_clear_object (&self->trail);
  self->is_done = FALSE;
}

static void
tear_down (Kept          *self,
           gconstpointer  data)
{
  forget_attempt (self);
  rt_session_pool_give_back (self->pool, self->session);
  g_clear_pointer (&self->pool, rt_session_pool_free);
  g_socket_service_stop (self->service);
  g_clear_object (&self->service);
  g_clear_object (&self->request);
  g_clear_pointer (&self->permits, g_async_queue_unref);
}

static void
done_cb (RtAttempt *attempt,
         gpointer   user_data)
{
  Kept *self = user_data;

  self->is_done = TRUE;
}

static void
start (Kept *self)
{
  g_autoptr(GError) error = NULL;

  forget_attempt (self);
  self->trail = rt_trail_new (NULL, self->request);
  self->outgoing = rt_outgoing_new (self->request, &error);
  g_assert_no_error (error);
  self->attempt = rt_attempt_new (self->trail, NULL, self->request, self->outgoing, self->session);
  rt_attempt_start (self->attempt, done_cb, self);
}

static void
run_to_end (Kept *self)
{
  while (!self->is_done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (rt_exchange_get_status (rt_attempt_get_exchange (self->attempt)), ==, 200);
  g_assert_true (rt_attempt_is_settled (self->attempt));
}

/* The end of the kept connection is no end of the response that is waited for
 * on the next one, however long that takes. */
static void
test_started_over (Kept          *self,
                   gconstpointer  data)
{
  permit_answer (self);
  start (self);
  run_to_end (self);

  start (self);
  while (rt_trail_count (self->trail) < 2 ||
         rt_exchange_get_state (rt_attempt_get_exchange (self->attempt)) != RT_EXCHANGE_AWAITING)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (self->is_done);
  g_assert_null (self->attempt->leave_source);

  permit_answer (self);
  run_to_end (self);
  g_assert_cmpuint (rt_trail_count (self->trail), ==, 2);
}

/* What was known of the kept connection is not true of one that never was. */
static void
test_refused_afterwards (Kept          *self,
                         gconstpointer  data)
{
  g_autoptr(RtConnection) connection = NULL;
  g_autoptr(RtFailure) failure = NULL;

  permit_answer (self);
  start (self);
  run_to_end (self);

  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  start (self);
  while (!self->is_done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (rt_trail_count (self->trail), ==, 2);
  failure = rt_exchange_dup_failure (rt_attempt_get_exchange (self->attempt));
  g_assert_nonnull (failure);
  g_assert_cmpint (failure->kind, ==, RT_FAILURE_REFUSED);
  connection = rt_exchange_dup_connection (rt_attempt_get_exchange (self->attempt));
  g_assert_null (connection);
}

static gboolean
dawdle_cb (gpointer user_data)
{
  g_usleep (60 * 1000);

  return G_SOURCE_REMOVE;
}

/* A busy machine costs no connection: after each turn of the main context, the
 * time that libsoup is waited for is over. It has the answer as soon as it looks,
 * and gives it back one turn later. */
static void
test_busy (Kept          *self,
           gconstpointer  data)
{
  self->is_eager = TRUE;
  permit_answer (self);
  start (self);
  while (!self->is_done)
    {
      g_idle_add_full (G_PRIORITY_DEFAULT, dawdle_cb, NULL, NULL);
      g_main_context_iteration (NULL, TRUE);
    }
  run_to_end (self);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/attempt-events/started-over", Kept, NULL, set_up, test_started_over, tear_down);
  g_test_add ("/attempt-events/refused-afterwards", Kept, NULL, set_up, test_refused_afterwards,
              tear_down);
  g_test_add ("/attempt-events/busy", Kept, NULL, set_up, test_busy, tear_down);

  return g_test_run ();
}
