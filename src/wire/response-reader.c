/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the reading of one response: which part of it the next byte belongs
 * to, and what the sink is told. How a head, a chunk or a length is read
 * stands in the files of those names.
 */

#include "config.h"

#include "response-reader.h"

#include "format.h"
#include "response-private.h"

#include <glib/gi18n-lib.h>

#define DEFAULT_MAX_HEAD (1024 * 1024)
#define DEFAULT_MAX_INTERIM 100
#define MAX_EXTRA 4096

RtResponseReader *
rt_response_reader_new (const char           *method,
                        const RtResponseSink *sink,
                        gpointer              user_data)
{
  RtResponseReader *self;

  g_return_val_if_fail (method != NULL, NULL);
  g_return_val_if_fail (sink != NULL, NULL);

  self = g_new0 (RtResponseReader, 1);
  self->sink = sink;
  self->user_data = user_data;
  self->method = g_strdup (method);
  self->plan.framing = RT_FRAMING_UNKNOWN;
  self->plan.length = -1;
  self->extra = g_byte_array_new ();
  rt_head_scan_init (&self->scan, RT_HEAD_RESPONSE);
  rt_response_reader_set_limits (self, DEFAULT_MAX_HEAD, DEFAULT_MAX_INTERIM);

  return self;
}

void
rt_response_reader_free (RtResponseReader *self)
{
  if (self == NULL)
    return;

  rt_head_scan_clear (&self->scan);
  g_clear_pointer (&self->method, g_free);
  g_clear_pointer (&self->chunked, rt_chunked_free);
  g_clear_pointer (&self->extra, g_byte_array_unref);
  g_clear_pointer (&self->extra_bytes, g_bytes_unref);
  g_clear_error (&self->stopped);
  g_free (self);
}

void
rt_response_reader_set_limits (RtResponseReader *self,
                               gsize             max_head,
                               guint             max_interim)
{
  g_return_if_fail (self != NULL);

  self->max_head = max_head > 0 ? max_head : G_MAXSIZE;
  self->max_interim = max_interim;
}

static void
begin_content (RtResponseReader *self)
{
  self->state = RT_RESPONSE_IN_CONTENT;
  switch (self->plan.framing)
    {
    case RT_FRAMING_LENGTH:
      self->phase = PHASE_LENGTH;
      if (self->plan.length == 0)
        rt_response_finish (self, RT_RESPONSE_COMPLETE);
      break;
    case RT_FRAMING_CHUNKED:
      self->phase = PHASE_CHUNKED;
      self->chunked = rt_chunked_new ();
      break;
    case RT_FRAMING_UNTIL_CLOSE:
      self->phase = PHASE_UNTIL_CLOSE;
      break;
    case RT_FRAMING_UNKNOWN:
    case RT_FRAMING_NONE:
    case RT_FRAMING_HTTP2:
    default:
      rt_response_finish (self, RT_RESPONSE_COMPLETE);
      break;
    }
}

static void
stop (RtResponseReader *self,
      RtWireError       code,
      const char       *message)
{
  self->stopped = g_error_new_literal (RT_WIRE_ERROR, code, message);
}

/* The next head comes after an interim one. */
static void
begin_next_head (RtResponseReader *self)
{
  self->phase = PHASE_START;
  self->state = RT_RESPONSE_AWAITING_HEAD;
  rt_head_scan_init (&self->scan, RT_HEAD_RESPONSE);
}

static void
end_head (RtResponseReader *self)
{
  g_autoptr (RtHead) head = rt_response_parse_scanned (self, RT_HEAD_RESPONSE);
  GPtrArray *faults = g_ptr_array_new ();

  rt_head_add_faults (head, faults);
  if (rt_response_is_interim (head) && ++self->n_interim > self->max_interim)
    {
      stop (self, RT_WIRE_ERROR_TOO_MANY_INTERIM, _("Too many interim responses"));
    }
  else if (rt_response_is_interim (head))
    {
      begin_next_head (self);
      rt_response_tell_head (self, self->sink->interim, rt_head_ref (head));
    }
  else
    {
      self->plan = rt_framing_decide (head, self->method, faults);
      rt_head_scan_clear (&self->scan);
      begin_content (self);
      rt_response_tell_head (self, self->sink->head, rt_head_ref (head));
    }
  rt_response_tell_faults (self, faults);
}

/* Heads and trailers alike. */
static gsize
scan (RtResponseReader *self,
      const guint8     *data,
      gsize             length,
      gboolean         *is_done)
{
  gsize room = self->max_head - self->scan.bytes->len;
  gsize taken = rt_head_scan_feed (&self->scan, data, length, room, is_done);

  if (!*is_done && taken < length)
    stop (self, RT_WIRE_ERROR_HEAD_TOO_LARGE, _("The head of the response is too large"));

  return taken;
}

/* Byte by byte until it is clear what this is: then the outcome does not
 * depend on the pieces. */
static gsize
read_start (RtResponseReader *self,
            const guint8     *data)
{
  gboolean is_done;
  gsize taken = scan (self, data, 1, &is_done);

  self->state = RT_RESPONSE_IN_HEAD;
  switch (rt_head_scan_guess (&self->scan))
    {
    case RT_HEAD_GUESS_STATUS_LINE:
      self->phase = PHASE_HEAD;
      break;
    case RT_HEAD_GUESS_GARBAGE:
      self->phase = PHASE_GARBAGE;
      break;
    case RT_HEAD_GUESS_UNSURE:
    default:
      break;
    }

  return taken;
}

static gsize
read_head (RtResponseReader *self,
           const guint8     *data,
           gsize             length)
{
  gboolean is_done;
  gsize taken = scan (self, data, length, &is_done);

  if (is_done)
    end_head (self);

  return taken;
}

static gsize
read_garbage (RtResponseReader *self,
              const guint8     *data,
              gsize             length)
{
  gsize taken = MIN (length, self->max_head - self->scan.bytes->len);

  g_byte_array_append (self->scan.bytes, data, taken);
  if (taken < length)
    stop (self, RT_WIRE_ERROR_HEAD_TOO_LARGE,
          _("What the server sends is not a response, and it does not end"));

  return taken;
}

static gsize
read_length (RtResponseReader *self,
             const guint8     *data,
             gsize             length)
{
  gsize taken = MIN (length, (guint64) self->plan.length - self->content_read);

  self->content_wire += taken;
  rt_response_tell_content (self, data, taken);
  if (self->content_read == (guint64) self->plan.length)
    rt_response_finish (self, RT_RESPONSE_COMPLETE);

  return taken;
}

static gsize
read_until_close (RtResponseReader *self,
                  const guint8     *data,
                  gsize             length)
{
  self->content_wire += length;
  rt_response_tell_content (self, data, length);

  return length;
}

static gsize
read_chunked (RtResponseReader *self,
              const guint8     *data,
              gsize             length)
{
  RtChunkedStep step;
  gsize taken = rt_chunked_step (self->chunked, data, length, &step);

  self->content_wire += taken;
  rt_response_take_step (self, &step);
  if (rt_chunked_get_phase (self->chunked) == RT_CHUNKED_LAST)
    {
      self->phase = PHASE_TRAILERS;
      self->state = RT_RESPONSE_IN_TRAILERS;
      rt_head_scan_init (&self->scan, RT_HEAD_TRAILERS);
    }

  return taken;
}

static gsize
read_trailers (RtResponseReader *self,
               const guint8     *data,
               gsize             length)
{
  gboolean is_done;
  gsize taken = scan (self, data, length, &is_done);

  self->content_wire += taken;
  if (is_done)
    {
      rt_response_deliver_trailers (self);
      rt_head_scan_clear (&self->scan);
      rt_response_finish (self, RT_RESPONSE_COMPLETE);
    }

  return taken;
}

static void
keep_extra (RtResponseReader *self,
            const guint8     *data,
            gsize             length)
{
  g_autofree char *count = rt_format_bytes (length);
  g_autofree char *quote = rt_fault_quote (data, length);

  self->extra_length += length;
  g_byte_array_append (self->extra, data, MIN (length, MAX_EXTRA - self->extra->len));
  if (!self->plan.is_switch)
    rt_response_tell_fault (self,
                            rt_fault_new (RT_FAULT_EXTRA_BYTES,
                                          _("%s came after the end, beginning with “%s”"),
                                          count, quote));
}

static gsize
read_some (RtResponseReader *self,
           const guint8     *data,
           gsize             length)
{
  switch (self->phase)
    {
    case PHASE_START:
      return read_start (self, data);
    case PHASE_HEAD:
      return read_head (self, data, length);
    case PHASE_GARBAGE:
      return read_garbage (self, data, length);
    case PHASE_LENGTH:
      return read_length (self, data, length);
    case PHASE_CHUNKED:
      return read_chunked (self, data, length);
    case PHASE_UNTIL_CLOSE:
      return read_until_close (self, data, length);
    case PHASE_TRAILERS:
      return read_trailers (self, data, length);
    case PHASE_DONE:
    default:
      keep_extra (self, data, length);
      return length;
    }
}

gboolean
rt_response_reader_feed (RtResponseReader  *self,
                         const guint8      *data,
                         gsize              length,
                         gint64             time,
                         GError           **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (data != NULL || length == 0, FALSE);

  self->time = time;
  while (length > 0 && self->stopped == NULL)
    {
      gsize taken = read_some (self, data, length);

      data += taken;
      length -= taken;
    }

  if (self->phase == PHASE_DONE)
    rt_response_tell_end (self);
  if (self->stopped != NULL && error != NULL)
    *error = g_error_copy (self->stopped);

  return self->stopped == NULL;
}

RtResponseState
rt_response_reader_get_state (const RtResponseReader *self)
{
  g_return_val_if_fail (self != NULL, RT_RESPONSE_AWAITING_HEAD);

  return self->state;
}

RtFraming
rt_response_reader_get_framing (const RtResponseReader *self)
{
  g_return_val_if_fail (self != NULL, RT_FRAMING_UNKNOWN);

  return self->plan.framing;
}

gint64
rt_response_reader_get_content_length (const RtResponseReader *self)
{
  g_return_val_if_fail (self != NULL, -1);

  return self->plan.length;
}

guint64
rt_response_reader_get_content_read (const RtResponseReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->content_read;
}

guint64
rt_response_reader_get_content_wire (const RtResponseReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->content_wire;
}

guint64
rt_response_reader_get_extra_length (const RtResponseReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->extra_length;
}

GBytes *
rt_response_reader_peek_extra (RtResponseReader *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->extra->len == 0)
    return NULL;

  if (self->extra_bytes == NULL || g_bytes_get_size (self->extra_bytes) != self->extra->len)
    {
      g_clear_pointer (&self->extra_bytes, g_bytes_unref);
      self->extra_bytes = g_bytes_new (self->extra->data, self->extra->len);
    }

  return self->extra_bytes;
}

GBytes *
rt_response_reader_dup_partial_head (const RtResponseReader *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  /* Trailers are scanned with the same means, after a whole head. */
  if (self->plan.framing != RT_FRAMING_UNKNOWN || self->scan.bytes == NULL ||
      self->scan.bytes->len == 0)
    return NULL;

  return g_bytes_new (self->scan.bytes->data, self->scan.bytes->len);
}
