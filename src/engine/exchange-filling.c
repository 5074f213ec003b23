/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtExchange, as the engine fills it: each change is made with the lock held,
 * and told of without it. It decides nothing.
 */

#include "exchange-members.h"

static GMutexLocker *
lock (RtExchange *self)
{
  return g_mutex_locker_new (&self->mutex);
}

/* After the lock was let go. */
static void
touch (RtExchange *self)
{
  rt_notifier_poke (self->notifier, FALSE);
}

void
rt_exchange_set_position (RtExchange *self,
                          guint       position)
{
  g_return_if_fail (RT_IS_EXCHANGE (self));

  g_atomic_int_set (&self->position, position);
}

void
rt_exchange_set_state (RtExchange     *self,
                       RtExchangeState state)
{
  {
    g_autoptr(GMutexLocker) locker = lock (self);

    if (self->state == state || self->state == RT_EXCHANGE_DONE)
      return;
    self->state = state;
  }

  touch (self);
}

static void
take_head (RtExchange *self,
           RtHead    **member,
           RtHead     *head)
{
  {
    g_autoptr(GMutexLocker) locker = lock (self);

    g_clear_pointer (member, rt_head_unref);
    *member = head;
  }

  touch (self);
}

static void
take_bytes (RtExchange *self,
            GBytes    **member,
            GBytes     *bytes)
{
  {
    g_autoptr(GMutexLocker) locker = lock (self);

    g_clear_pointer (member, g_bytes_unref);
    *member = bytes;
  }

  touch (self);
}

static void
take_text (RtExchange *self,
           char      **member,
           char       *text)
{
  {
    g_autoptr(GMutexLocker) locker = lock (self);

    g_free (*member);
    *member = text;
  }

  touch (self);
}

static void
take_item (RtExchange *self,
           GPtrArray  *items,
           gpointer    item)
{
  {
    g_autoptr(GMutexLocker) locker = lock (self);

    g_ptr_array_add (items, item);
  }

  touch (self);
}

void
rt_exchange_take_request_head (RtExchange *self,
                               RtHead     *head)
{
  take_head (self, &self->request_head, head);
}

void
rt_exchange_take_response_head (RtExchange *self,
                                RtHead     *head)
{
  take_head (self, &self->response_head, head);
}

void
rt_exchange_take_trailers (RtExchange *self,
                           RtHead     *head)
{
  take_head (self, &self->trailers, head);
}

void
rt_exchange_take_interim_head (RtExchange *self,
                               RtHead     *head)
{
  take_item (self, self->interim_heads, head);
}

void
rt_exchange_take_fault (RtExchange *self,
                        RtFault    *fault)
{
  take_item (self, self->faults, fault);
}

void
rt_exchange_take_partial_head (RtExchange *self,
                               GBytes     *bytes)
{
  take_bytes (self, &self->partial_head, bytes);
}

void
rt_exchange_set_extra_bytes (RtExchange *self,
                             GBytes     *bytes)
{
  take_bytes (self, &self->extra_bytes, g_bytes_ref (bytes));
}

void
rt_exchange_set_request_content (RtExchange *self,
                                 GBytes     *bytes)
{
  take_bytes (self, &self->request_content, g_bytes_ref (bytes));
}

void
rt_exchange_take_cookie_verdict (RtExchange      *self,
                                 RtCookieVerdict *verdict)
{
  take_item (self, self->cookie_verdicts, verdict);
}

void
rt_exchange_set_proof (RtExchange *self,
                       RtProof     proof)
{
  {
    g_autoptr(GMutexLocker) locker = lock (self);

    self->proof = proof;
  }
  touch (self);
}

void
rt_exchange_take_library_view (RtExchange *self,
                               char       *text)
{
  take_text (self, &self->library_view, text);
}

void
rt_exchange_take_frames (RtExchange *self,
                         char       *text)
{
  take_text (self, &self->frames, text);
}

void
rt_exchange_set_framing (RtExchange *self,
                         RtFraming   framing)
{
  {
    g_autoptr(GMutexLocker) locker = lock (self);

    self->framing = framing;
  }

  touch (self);
}

void
rt_exchange_set_content (RtExchange *self,
                         RtBody     *content)
{
  {
    g_autoptr(GMutexLocker) locker = lock (self);

    g_set_object (&self->content, content);
  }

  touch (self);
}

void
rt_exchange_take_failure (RtExchange *self,
                          RtFailure  *failure)
{
  {
    g_autoptr(GMutexLocker) locker = lock (self);

    if (self->failure != NULL)
      {
        rt_failure_free (failure);
        return;
      }
    self->failure = failure;
  }

  touch (self);
}

void
rt_exchange_set_connection (RtExchange   *self,
                            RtConnection *connection)
{
  {
    g_autoptr(GMutexLocker) locker = lock (self);

    g_clear_pointer (&self->connection, rt_connection_unref);
    self->connection = rt_connection_ref (connection);
  }

  touch (self);
}

void
rt_exchange_set_timing (RtExchange     *self,
                        const RtTiming *timing)
{
  {
    g_autoptr(GMutexLocker) locker = lock (self);

    self->timing = *timing;
  }

  touch (self);
}

/* The first content, and more is to come: it is looked at meanwhile. */
static gboolean
begins_content (const RtSizes *before,
                const RtSizes *now)
{
  return before->content_decoded == 0 && now->content_decoded > 0 &&
         (now->content_announced < 0 || now->content_encoded < (guint64) now->content_announced);
}

void
rt_exchange_set_sizes (RtExchange    *self,
                       const RtSizes *sizes)
{
  gboolean begins;

  {
    g_autoptr(GMutexLocker) locker = lock (self);

    begins = begins_content (&self->sizes, sizes);
    self->sizes = *sizes;
  }

  rt_notifier_poke (self->notifier, begins);
}

void
rt_exchange_take_next (RtExchange *self,
                       RtNext     *next)
{
  {
    g_autoptr(GMutexLocker) locker = lock (self);

    g_clear_pointer (&self->next, rt_next_free);
    self->next = next;
  }

  touch (self);
}

void
rt_exchange_finish (RtExchange *self)
{
  g_return_if_fail (RT_IS_EXCHANGE (self));

  {
    g_autoptr(GMutexLocker) locker = lock (self);

    if (self->state == RT_EXCHANGE_DONE)
      return;
    self->state = RT_EXCHANGE_DONE;
    rt_body_finish (self->body);
    rt_body_finish (self->content);
  }

  rt_notifier_poke (self->notifier, !self->is_in_trail);
}
