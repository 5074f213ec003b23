/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtAttempt, the transfer: libsoup sends the message and hands out the content,
 * which the tap has recorded already. It is read to its end and thrown away.
 */

#include "attempt-private.h"

#include "exchange-private.h"

/* libsoup is read through buffers of this size; its content is not kept. */
#define READ_SIZE (256 * 1024)

/* Enough for a response that announces no more. */
#define SMALL_READ_SIZE (16 * 1024)

/* As much is read in one turn of the main context when it is there: a turn for
 * each record of TLS costs more than the record. Stop and the clock wait no
 * longer than this takes. */
#define READ_IN_A_TURN (4 * 1024 * 1024)

static void read_on (RtAttempt *self);

/* FALSE at the end, or with @error. */
static gboolean
read_what_is_there (RtAttempt  *self,
                    GError    **error)
{
  GPollableInputStream *stream;
  g_autoptr(GError) local_error = NULL;
  gsize total = 0;
  gssize n = 0;

  if (self->http2 || !G_IS_POLLABLE_INPUT_STREAM (self->stream) ||
      !g_pollable_input_stream_can_poll (G_POLLABLE_INPUT_STREAM (self->stream)))
    return TRUE;

  stream = G_POLLABLE_INPUT_STREAM (self->stream);
  do
    {
      n = g_pollable_input_stream_read_nonblocking (stream, self->buffer, self->read_size,
                                                    self->cancellable, &local_error);
      total += MAX (0, n);
    }
  while (n > 0 && !self->is_done && total < READ_IN_A_TURN);

  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK))
    return TRUE;
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));

  return n > 0;
}

static void
end_turn (RtAttempt    *self,
          gboolean      is_more,
          const GError *error)
{
  g_autoptr(GError) store_error = NULL;

  if (!rt_recorder_flush (self->recorder, &store_error))
    {
      rt_attempt_fail_with (self, store_error);
      rt_attempt_settle (self, store_error);
    }
  else if (is_more && !self->is_done)
    read_on (self);
  else
    rt_attempt_settle (self, error);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(RtAttempt) self = user_data;
  g_autoptr(GError) error = NULL;
  gssize n = g_input_stream_read_finish (G_INPUT_STREAM (source), result, &error);
  gboolean is_more = n > 0 && !self->is_done && read_what_is_there (self, &error);

  end_turn (self, is_more, error);
}

static void
read_on (RtAttempt *self)
{
  g_input_stream_read_async (self->stream, self->buffer, self->read_size, G_PRIORITY_DEFAULT,
                             self->cancellable, read_cb, rt_attempt_ref (self));
}

/* A handshake that failed has shown a certificate all the same. */
static void
keep_facts_of_failure (RtAttempt *self)
{
  RtExchange *exchange = rt_recorder_get_exchange (self->recorder);
  g_autoptr(RtConnection) known = rt_exchange_dup_connection (exchange);
  g_autoptr(RtConnection) facts = NULL;

  if (known != NULL || self->channel == NULL)
    return;

  facts = rt_attempt_read_facts (self);
  rt_exchange_set_connection (exchange, facts);
}

static gsize
choose_read_size (RtAttempt *self)
{
  RtSizes sizes;

  rt_exchange_get_sizes (rt_recorder_get_exchange (self->recorder), &sizes);

  return sizes.content_announced >= 0 && sizes.content_announced <= SMALL_READ_SIZE
           ? SMALL_READ_SIZE : READ_SIZE;
}

static void
send_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(RtAttempt) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean is_more;

  self->stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  if (self->stream == NULL)
    {
      if (!self->is_done)
        keep_facts_of_failure (self);
      rt_attempt_settle (self, error);
      return;
    }

  self->read_size = choose_read_size (self);
  self->buffer = g_malloc (self->read_size);
  is_more = read_what_is_there (self, &error);
  end_turn (self, is_more, error);
}

void
rt_attempt_transfer (RtAttempt *self)
{
  soup_session_send_async (rt_session_get_soup (self->session), self->message,
                           G_PRIORITY_DEFAULT, self->cancellable, send_cb,
                           rt_attempt_ref (self));
}
