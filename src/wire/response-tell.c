/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns what the sink of a response reader is told, and that it is told once. */

#include "response-private.h"

/* When it was us who stopped, the rest is not missing by the server's fault. */
static gboolean
is_about_the_end (RtFaultKind kind)
{
  return kind == RT_FAULT_HEAD_CUT || kind == RT_FAULT_CONTENT_SHORT ||
         kind == RT_FAULT_LAST_CHUNK_MISSING || kind == RT_FAULT_TRAILERS_CUT;
}

/* Takes @fault. Each kind is told once. */
void
rt_response_tell_fault (RtResponseReader *self,
                        RtFault          *fault)
{
  g_autoptr (RtFault) owned = fault;

  if ((self->is_aborted && is_about_the_end (fault->kind)) ||
      (self->seen_faults & (1u << fault->kind)) != 0)
    return;

  self->seen_faults |= 1u << fault->kind;
  if (self->sink->fault != NULL)
    self->sink->fault (g_steal_pointer (&owned), self->user_data);
}

/* Takes @faults and what is in it. */
void
rt_response_tell_faults (RtResponseReader *self,
                         GPtrArray        *faults)
{
  for (guint i = 0; i < faults->len; i++)
    rt_response_tell_fault (self, g_ptr_array_index (faults, i));
  g_ptr_array_unref (faults);
}

/* Takes @head. */
void
rt_response_tell_head (RtResponseReader *self,
                       void            (*tell) (RtHead *head, gint64 time, gpointer user_data),
                       RtHead           *head)
{
  g_autoptr (RtHead) owned = head;

  if (tell != NULL)
    tell (g_steal_pointer (&owned), self->time, self->user_data);
}

void
rt_response_tell_content (RtResponseReader *self,
                          const guint8     *data,
                          gsize             length)
{
  if (length == 0)
    return;

  self->content_read += length;
  if (self->sink->content != NULL)
    self->sink->content (data, length, self->time, self->user_data);
}

void
rt_response_tell_end (RtResponseReader *self)
{
  if (self->is_end_told)
    return;

  self->is_end_told = TRUE;
  if (self->sink->end != NULL)
    self->sink->end (self->state, self->time, self->user_data);
}

void
rt_response_take_step (RtResponseReader    *self,
                       const RtChunkedStep *step)
{
  rt_response_tell_content (self, step->content, step->length);
  if (step->fault != NULL)
    rt_response_tell_fault (self, step->fault);
}

RtHead *
rt_response_parse_scanned (RtResponseReader *self,
                           RtHeadKind        kind)
{
  g_autoptr (GBytes) bytes = g_bytes_new (self->scan.bytes->data, self->scan.bytes->len);

  return rt_head_parse (kind, bytes);
}

gboolean
rt_response_is_interim (const RtHead *head)
{
  int status = rt_head_get_status (head);

  return status / 100 == 1 && status != 101;
}

void
rt_response_deliver_trailers (RtResponseReader *self)
{
  g_autoptr (RtHead) trailers = rt_response_parse_scanned (self, RT_HEAD_TRAILERS);
  GPtrArray *faults = g_ptr_array_new ();

  rt_head_add_faults (trailers, faults);
  if (rt_head_get_n_fields (trailers) > 0)
    rt_response_tell_head (self, self->sink->trailers, rt_head_ref (trailers));
  rt_response_tell_faults (self, faults);
}

void
rt_response_finish (RtResponseReader *self,
                    RtResponseState   state)
{
  self->phase = PHASE_DONE;
  self->state = state;
}
