/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/wire/tap-input.c, tap-output.c and tap-link.c over a pair of
 * sockets, both ends in this thread.
 */

#include "tap-record.h"
#include "tap-stream.h"

#include <string.h>
#include <sys/socket.h>

typedef struct
{
  TapRecord         *record;
  GSocket           *near;
  GSocket           *far;
  GSocketConnection *connection;
  RtTapLink         *link;
  GInputStream      *input;
  GOutputStream     *output;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (RtTapRecorder) recorder = NULL;
  g_autoptr (GError) error = NULL;
  int fds[2];

  g_assert_cmpint (socketpair (AF_UNIX, SOCK_STREAM, 0, fds), ==, 0);
  self->near = g_socket_new_from_fd (fds[0], &error);
  g_assert_no_error (error);
  self->far = g_socket_new_from_fd (fds[1], &error);
  g_assert_no_error (error);
  g_socket_set_blocking (self->far, FALSE);
  g_socket_set_option (self->near, SOL_SOCKET, SO_SNDBUF, 4096, NULL);

  self->record = tap_record_new ();
  self->connection = g_socket_connection_factory_create_connection (self->near);
  recorder = rt_tap_recorder_new (&tap_record_sink, tap_record_ref (self->record),
                                  tap_record_destroy);
  self->link = rt_tap_link_new (recorder, RT_TAP_PLAIN);
  self->input = rt_tap_input_stream_new (
    g_io_stream_get_input_stream (G_IO_STREAM (self->connection)), self->link);
  self->output = rt_tap_output_stream_new (
    g_io_stream_get_output_stream (G_IO_STREAM (self->connection)), self->link);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_assert_finalize_object (self->input);
  g_assert_finalize_object (self->output);
  g_assert_cmpint (self->record->n_destroyed, ==, 0);
  g_clear_pointer (&self->link, rt_tap_link_unref);
  g_assert_cmpint (self->record->n_destroyed, ==, 1);
  g_clear_object (&self->connection);
  g_clear_object (&self->near);
  g_clear_object (&self->far);
  g_clear_pointer (&self->record, tap_record_unref);
}

static void
far_send (Fixture    *self,
          const char *text)
{
  g_assert_cmpint (g_socket_send (self->far, text, strlen (text), NULL, NULL), ==,
                   (gssize) strlen (text));
}

/* Takes all that lies ready at the far end. */
static void
far_drain (Fixture    *self,
           GByteArray *bytes)
{
  guint8 buffer[65536];
  gssize n;

  while ((n = g_socket_receive (self->far, (char *) buffer, sizeof buffer, NULL, NULL)) > 0)
    g_byte_array_append (bytes, buffer, n);
}

static void
test_read (Fixture       *self,
           gconstpointer  data)
{
  GPollableInputStream *pollable = G_POLLABLE_INPUT_STREAM (self->input);
  char buffer[8];
  g_autoptr (GError) error = NULL;

  g_assert_true (g_pollable_input_stream_can_poll (pollable));
  g_assert_false (g_pollable_input_stream_is_readable (pollable));
  g_assert_cmpint (g_pollable_input_stream_read_nonblocking (pollable, buffer, 8, NULL, &error),
                   ==, -1);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK);
  g_assert_cmpuint (self->record->n_ended[RT_TAP_PLAIN], ==, 0);

  far_send (self, "abcdefghij");
  g_assert_true (g_pollable_input_stream_is_readable (pollable));
  g_assert_cmpint (g_input_stream_read (self->input, buffer, 3, NULL, NULL), ==, 3);
  g_assert_cmpint (g_input_stream_skip (self->input, 4, NULL, NULL), ==, 4);
  g_assert_cmpint (g_pollable_input_stream_read_nonblocking (pollable, buffer, 8, NULL, NULL),
                   ==, 3);
  tap_record_check (self->record->received[RT_TAP_PLAIN], "abcdefghij");

  g_socket_shutdown (self->far, FALSE, TRUE, NULL);
  for (int i = 0; i < 3; i++)
    g_assert_cmpint (g_input_stream_read (self->input, buffer, 8, NULL, NULL), ==, 0);
  g_assert_cmpuint (self->record->n_ended[RT_TAP_PLAIN], ==, 1);
  g_assert_null (self->record->end_error);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  gssize *n_read = user_data;

  *n_read = g_input_stream_read_finish (G_INPUT_STREAM (source), result, NULL);
}

/* The source wakes the reader, and skipping asynchronously is seen too. */
static void
test_read_async (Fixture       *self,
                 gconstpointer  data)
{
  char buffer[8];
  gssize n_read = -2;

  g_input_stream_read_async (self->input, buffer, 8, G_PRIORITY_DEFAULT, NULL, read_cb, &n_read);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpint (n_read, ==, -2);

  far_send (self, "hello");
  while (n_read == -2)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (n_read, ==, 5);
  tap_record_check (self->record->received[RT_TAP_PLAIN], "hello");
}

static void
test_read_cancelled (Fixture       *self,
                     gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  char buffer[8];
  gssize n_read = -2;

  g_input_stream_read_async (self->input, buffer, 8, G_PRIORITY_DEFAULT, cancellable, read_cb,
                             &n_read);
  g_cancellable_cancel (cancellable);
  while (n_read == -2)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (n_read, ==, -1);
  g_assert_cmpuint (self->record->n_ended[RT_TAP_PLAIN], ==, 0);
}

static void
test_read_error (Fixture       *self,
                 gconstpointer  data)
{
  char buffer[8];

  g_socket_close (self->near, NULL);
  for (int i = 0; i < 3; i++)
    g_assert_cmpint (g_input_stream_read (self->input, buffer, 8, NULL, NULL), ==, -1);
  g_assert_cmpuint (self->record->n_ended[RT_TAP_PLAIN], ==, 1);
  g_assert_error (self->record->end_error, G_IO_ERROR, G_IO_ERROR_CLOSED);
}

static void
test_guard (Fixture       *self,
            gconstpointer  data)
{
  char buffer[8];
  g_autoptr (GError) error = NULL;

  self->record->max_received = 5;
  far_send (self, "abcdefgh");
  g_assert_cmpint (g_input_stream_read (self->input, buffer, 4, NULL, NULL), ==, 4);
  g_assert_cmpint (g_input_stream_read (self->input, buffer, 4, NULL, &error), ==, -1);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE);
  tap_record_check (self->record->received[RT_TAP_PLAIN], "abcdefgh");
  g_assert_cmpuint (self->record->n_ended[RT_TAP_PLAIN], ==, 0);
}

static void
test_write (Fixture       *self,
            gconstpointer  data)
{
  GOutputVector vectors[] = { { "cd", 2 }, { "", 0 }, { "efg", 3 } };
  g_autoptr (GByteArray) got = g_byte_array_new ();
  gsize n_written;

  g_assert_cmpint (g_output_stream_write (self->output, "ab", 2, NULL, NULL), ==, 2);
  g_assert_true (g_output_stream_writev_all (self->output, vectors, 3, &n_written, NULL, NULL));
  g_assert_cmpuint (n_written, ==, 5);
  g_assert_cmpint (g_pollable_output_stream_writev_nonblocking (
                     G_POLLABLE_OUTPUT_STREAM (self->output),
                     (GOutputVector[]) { { "hi", 2 }, { "j", 1 } }, 2, &n_written, NULL, NULL),
                   ==, G_POLLABLE_RETURN_OK);
  g_assert_cmpuint (n_written, ==, 3);

  far_drain (self, got);
  tap_record_check (got, "abcdefghij");
  tap_record_check (self->record->sent[RT_TAP_PLAIN], "abcdefghij");
}

/* A full socket says so without a record; what it took is recorded once. */
static void
test_write_partial (Fixture       *self,
                    gconstpointer  data)
{
  gsize size = 200000;
  g_autofree guint8 *bytes = g_malloc0 (size);
  g_autoptr (GByteArray) got = g_byte_array_new ();
  g_autoptr (GError) error = NULL;
  gsize done = 0;

  for (gsize i = 0; i < size; i++)
    bytes[i] = i % 251;

  while (done < size)
    {
      gssize n = g_pollable_output_stream_write_nonblocking (
        G_POLLABLE_OUTPUT_STREAM (self->output), bytes + done, size - done, NULL, &error);

      if (n < 0)
        {
          g_assert_error (error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK);
          g_clear_error (&error);
          g_assert_false (g_pollable_output_stream_is_writable (
            G_POLLABLE_OUTPUT_STREAM (self->output)));
          far_drain (self, got);
        }
      else
        done += n;
    }

  far_drain (self, got);
  g_assert_cmpmem (got->data, got->len, bytes, size);
  g_assert_cmpmem (self->record->sent[RT_TAP_PLAIN]->data,
                   self->record->sent[RT_TAP_PLAIN]->len, bytes, size);
}

static GBytes *
new_large (void)
{
  guint8 *bytes = g_malloc (1 << 20);

  for (gsize i = 0; i < 1 << 20; i++)
    bytes[i] = (i * 7) % 253;

  return g_bytes_new_take (bytes, 1 << 20);
}

/* 1 MiB goes out in place of five bytes; the five count as written only when
 * all of it is out, and the sink is asked once. */
static void
test_rewrite_nonblocking (Fixture       *self,
                          gconstpointer  data)
{
  g_autoptr (GBytes) large = new_large ();
  g_autoptr (GByteArray) got = g_byte_array_new ();
  guint n_blocked = 0;
  gssize n = -1;

  self->record->replacement = g_bytes_ref (large);
  while (n < 0)
    {
      g_autoptr (GError) error = NULL;

      n = g_pollable_output_stream_write_nonblocking (G_POLLABLE_OUTPUT_STREAM (self->output),
                                                      "HELLO", 5, NULL, &error);
      if (n < 0)
        {
          g_assert_error (error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK);
          n_blocked++;
          far_drain (self, got);
        }
    }

  g_assert_cmpint (n, ==, 5);
  g_assert_cmpuint (n_blocked, >, 3);
  g_assert_cmpuint (self->record->n_rewrites, ==, 1);
  far_drain (self, got);
  g_assert_cmpmem (got->data, got->len, g_bytes_get_data (large, NULL), g_bytes_get_size (large));
  g_assert_cmpmem (self->record->sent[RT_TAP_PLAIN]->data,
                   self->record->sent[RT_TAP_PLAIN]->len,
                   g_bytes_get_data (large, NULL), g_bytes_get_size (large));

  /* What follows passes as it is. */
  g_assert_cmpint (g_output_stream_write (self->output, "next", 4, NULL, NULL), ==, 4);
  g_byte_array_set_size (got, 0);
  far_drain (self, got);
  tap_record_check (got, "next");
}

static void
write_all_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  gsize *n_written = user_data;

  g_assert_true (g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, n_written,
                                                   NULL));
}

static void
test_rewrite_async (Fixture       *self,
                    gconstpointer  data)
{
  g_autoptr (GBytes) large = new_large ();
  g_autoptr (GByteArray) got = g_byte_array_new ();
  gsize n_written = 0;

  self->record->replacement = g_bytes_ref (large);
  g_output_stream_write_all_async (self->output, "HELLO", 5, G_PRIORITY_DEFAULT, NULL,
                                   write_all_cb, &n_written);
  while (n_written == 0)
    {
      g_main_context_iteration (NULL, FALSE);
      far_drain (self, got);
    }
  far_drain (self, got);

  g_assert_cmpuint (n_written, ==, 5);
  g_assert_cmpmem (got->data, got->len, g_bytes_get_data (large, NULL), g_bytes_get_size (large));
}

/* One vector is replaced, the other passes, in their order. */
static void
test_rewrite_vectors (Fixture       *self,
                      gconstpointer  data)
{
  GOutputVector vectors[] = { { "HEAD", 4 }, { "body", 4 } };
  g_autoptr (GByteArray) got = g_byte_array_new ();
  gsize n_written;

  self->record->replacement = g_bytes_new_static ("other head ", 11);
  g_assert_true (g_output_stream_writev_all (self->output, vectors, 2, &n_written, NULL, NULL));
  g_assert_cmpuint (n_written, ==, 8);
  far_drain (self, got);
  tap_record_check (got, "other head body");
}

static void
test_rewrite_to_nothing (Fixture       *self,
                         gconstpointer  data)
{
  g_autoptr (GByteArray) got = g_byte_array_new ();

  self->record->replacement = g_bytes_new_static (NULL, 0);
  g_assert_cmpint (g_output_stream_write (self->output, "gone", 4, NULL, NULL), ==, 4);
  far_drain (self, got);
  g_assert_cmpuint (got->len, ==, 0);
  g_assert_cmpuint (self->record->sent[RT_TAP_PLAIN]->len, ==, 0);
}

/* Under TLS nothing is rewritten, and bytes count for that layer. */
static void
test_covered (Fixture       *self,
              gconstpointer  data)
{
  self->record->replacement = g_bytes_new_static ("x", 1);
  rt_tap_link_cover (self->link);
  g_assert_cmpint (g_output_stream_write (self->output, "abc", 3, NULL, NULL), ==, 3);
  g_assert_cmpuint (self->record->n_rewrites, ==, 0);
  tap_record_check (self->record->sent[RT_TAP_SECRET], "abc");
  g_assert_cmpuint (self->record->sent[RT_TAP_PLAIN]->len, ==, 0);
}

static gboolean
count_cb (GObject  *stream,
          gpointer  user_data)
{
  guint *n_calls = user_data;

  (*n_calls)++;
  return G_SOURCE_REMOVE;
}

/* Under TLS all that is there is read at once, recorded once, and handed out as
 * it is asked for; the socket is empty then, and the stream still readable. */
static void
test_read_ahead (Fixture       *self,
                 gconstpointer  data)
{
  GPollableInputStream *pollable = G_POLLABLE_INPUT_STREAM (self->input);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  char buffer[8];

  far_send (self, "abc");
  g_assert_cmpint (g_input_stream_read (self->input, buffer, 2, NULL, NULL), ==, 2);
  tap_record_check (self->record->received[RT_TAP_PLAIN], "ab");

  rt_tap_link_cover (self->link);
  far_send (self, "defghij");
  g_assert_cmpint (g_input_stream_read (self->input, buffer, 3, NULL, NULL), ==, 3);
  g_assert_cmpmem (buffer, 3, "cde", 3);
  tap_record_check (self->record->received[RT_TAP_SECRET], "cdefghij");
  g_socket_shutdown (self->far, FALSE, TRUE, NULL);
  g_assert_true (g_pollable_input_stream_is_readable (pollable));
  g_assert_cmpuint (self->record->n_ended[RT_TAP_SECRET], ==, 0);

  g_cancellable_cancel (cancellable);
  g_assert_cmpint (g_input_stream_read (self->input, buffer, 8, cancellable, &error), ==, -1);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_input_stream_skip (self->input, 1, NULL, NULL), ==, 1);
  g_assert_cmpint (g_pollable_input_stream_read_nonblocking (pollable, buffer, 8, NULL, NULL),
                   ==, 4);
  g_assert_cmpmem (buffer, 4, "ghij", 4);
  tap_record_check (self->record->received[RT_TAP_SECRET], "cdefghij");
  g_assert_cmpint (g_input_stream_read (self->input, buffer, 8, NULL, NULL), ==, 0);
  g_assert_cmpuint (self->record->n_ended[RT_TAP_SECRET], ==, 1);
}

/* Sources wake for what was read ahead, made before or after it was. */
static void
test_read_ahead_sources (Fixture       *self,
                         gconstpointer  data)
{
  GPollableInputStream *pollable = G_POLLABLE_INPUT_STREAM (self->input);
  g_autoptr (GSource) before = g_pollable_input_stream_create_source (pollable, NULL);
  g_autoptr (GSource) after = NULL;
  g_autoptr (GSource) idle = NULL;
  guint n_calls = 0;
  char buffer[8];

  rt_tap_link_cover (self->link);
  g_source_set_callback (before, G_SOURCE_FUNC (count_cb), &n_calls, NULL);
  g_source_attach (before, NULL);
  far_send (self, "abcdef");
  g_assert_cmpint (g_input_stream_read (self->input, buffer, 2, NULL, NULL), ==, 2);
  after = g_pollable_input_stream_create_source (pollable, NULL);
  g_source_set_callback (after, G_SOURCE_FUNC (count_cb), &n_calls, NULL);
  g_source_attach (after, NULL);
  g_assert_true (g_main_context_iteration (NULL, FALSE));
  g_assert_cmpuint (n_calls, ==, 2);

  idle = g_pollable_input_stream_create_source (pollable, NULL);
  g_assert_cmpint (g_input_stream_read (self->input, buffer, 8, NULL, NULL), ==, 4);
  g_source_set_callback (idle, G_SOURCE_FUNC (count_cb), &n_calls, NULL);
  g_source_attach (idle, NULL);
  g_assert_false (g_main_context_iteration (NULL, FALSE));
  g_assert_cmpuint (n_calls, ==, 2);
  g_source_destroy (idle);
}

int
main (int   argc,
      char *argv[])
{
  const struct
  {
    const char *path;
    void      (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/tap-stream/read", test_read },
    { "/tap-stream/read-async", test_read_async },
    { "/tap-stream/read-cancelled", test_read_cancelled },
    { "/tap-stream/read-error", test_read_error },
    { "/tap-stream/guard", test_guard },
    { "/tap-stream/write", test_write },
    { "/tap-stream/write-partial", test_write_partial },
    { "/tap-stream/rewrite-nonblocking", test_rewrite_nonblocking },
    { "/tap-stream/rewrite-async", test_rewrite_async },
    { "/tap-stream/rewrite-vectors", test_rewrite_vectors },
    { "/tap-stream/rewrite-to-nothing", test_rewrite_to_nothing },
    { "/tap-stream/covered", test_covered },
    { "/tap-stream/read-ahead", test_read_ahead },
    { "/tap-stream/read-ahead-sources", test_read_ahead_sources },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
