/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the end of a response that its framing did not end: what is still
 * delivered, and what is said to be missing.
 */

#include "config.h"

#include "response-private.h"

#include "format.h"

#include <glib/gi18n-lib.h>

/* What there is of a head is delivered when its status line is whole. */
static void
close_in_head (RtResponseReader *self)
{
  g_autoptr (RtHead) head = rt_response_parse_scanned (self, RT_HEAD_RESPONSE);
  g_autofree char *count = rt_format_bytes (self->scan.bytes->len);
  RtStartOddities oddities = rt_head_get_start_oddities (head);
  GPtrArray *faults = g_ptr_array_new ();

  if (self->phase != PHASE_GARBAGE && (oddities & (RT_START_CUT | RT_START_MALFORMED)) == 0)
    {
      rt_head_add_faults (head, faults);
      rt_response_tell_head (self,
                             rt_response_is_interim (head) ? self->sink->interim
                                                           : self->sink->head,
                             rt_head_ref (head));
    }

  if (self->phase == PHASE_GARBAGE)
    {
      g_autofree char *quote = rt_fault_quote (self->scan.bytes->data, self->scan.bytes->len);

      g_ptr_array_add (faults, rt_fault_new (RT_FAULT_START_LINE_MALFORMED,
                                             _("No status line; the bytes begin with “%s”"),
                                             quote));
    }
  else
    {
      g_ptr_array_add (faults, rt_fault_new (RT_FAULT_HEAD_CUT,
                                             _("The response ended after %s of its head"),
                                             count));
    }
  rt_response_tell_faults (self, faults);
}

static void
close_in_length (RtResponseReader *self)
{
  g_autofree char *announced = rt_format_bytes (self->plan.length);
  g_autofree char *received = rt_format_count (self->content_read);

  rt_response_tell_fault (self,
                          rt_fault_new (RT_FAULT_CONTENT_SHORT,
                                        _("%s announced, %s received"),
                                        announced, received));
}

static void
close_in_trailers (RtResponseReader *self)
{
  if (self->scan.bytes->len > 0)
    rt_response_deliver_trailers (self);
  rt_response_tell_fault (self,
                          rt_fault_new (RT_FAULT_TRAILERS_CUT,
                                        _("The blank line at the end of the trailers is "
                                          "missing")));
}

static RtResponseState
close_phase (RtResponseReader *self)
{
  RtChunkedStep step;

  switch (self->phase)
    {
    case PHASE_START:
    case PHASE_HEAD:
    case PHASE_GARBAGE:
      if (self->scan.bytes->len > 0)
        close_in_head (self);
      return RT_RESPONSE_CUT;
    case PHASE_LENGTH:
      close_in_length (self);
      return RT_RESPONSE_CUT;
    case PHASE_CHUNKED:
      rt_chunked_close (self->chunked, &step);
      rt_response_take_step (self, &step);
      return RT_RESPONSE_CUT;
    case PHASE_TRAILERS:
      close_in_trailers (self);
      return RT_RESPONSE_CUT;
    case PHASE_UNTIL_CLOSE:
      return self->is_aborted ? RT_RESPONSE_CUT : RT_RESPONSE_COMPLETE;
    case PHASE_DONE:
    default:
      return self->state;
    }
}

void
rt_response_reader_close (RtResponseReader *self,
                          gint64            time)
{
  g_return_if_fail (self != NULL);

  if (self->phase == PHASE_DONE)
    return;

  /* Past a limit it was us who stopped reading. */
  self->is_aborted |= self->stopped != NULL;
  self->time = time;
  rt_response_finish (self, close_phase (self));
  rt_response_tell_end (self);
}

void
rt_response_reader_abort (RtResponseReader *self,
                          gint64            time)
{
  g_return_if_fail (self != NULL);

  self->is_aborted = TRUE;
  rt_response_reader_close (self, time);
}
