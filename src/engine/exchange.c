/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtExchange: the record of one exchange, as it is read. One lock guards all of
 * it; what is handed out is counted and immutable, or a copy.
 */

#include "exchange-members.h"

G_DEFINE_FINAL_TYPE (RtExchange, rt_exchange, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
emit_changed (gpointer object)
{
  g_signal_emit (object, signals[CHANGED], 0);
}

static GMutexLocker *
lock (RtExchange *self)
{
  return g_mutex_locker_new (&self->mutex);
}

static void
rt_exchange_finalize (GObject *object)
{
  RtExchange *self = RT_EXCHANGE (object);

  g_clear_pointer (&self->notifier, rt_notifier_free);
  g_clear_pointer (&self->method, g_free);
  g_clear_pointer (&self->url, g_free);
  g_clear_object (&self->body);
  g_clear_pointer (&self->request_head, rt_head_unref);
  g_clear_pointer (&self->response_head, rt_head_unref);
  g_clear_pointer (&self->trailers, rt_head_unref);
  g_clear_pointer (&self->interim_heads, g_ptr_array_unref);
  g_clear_pointer (&self->partial_head, g_bytes_unref);
  g_clear_pointer (&self->extra_bytes, g_bytes_unref);
  g_clear_pointer (&self->request_content, g_bytes_unref);
  g_clear_object (&self->content);
  g_clear_pointer (&self->faults, g_ptr_array_unref);
  g_clear_pointer (&self->failure, rt_failure_free);
  g_clear_pointer (&self->connection, rt_connection_unref);
  g_clear_pointer (&self->next, rt_next_free);
  g_clear_pointer (&self->cookie_verdicts, g_ptr_array_unref);
  g_clear_pointer (&self->library_view, g_free);
  g_clear_pointer (&self->frames, g_free);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (rt_exchange_parent_class)->finalize (object);
}

static void
rt_exchange_class_init (RtExchangeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rt_exchange_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rt_exchange_init (RtExchange *self)
{
  g_mutex_init (&self->mutex);
  self->body = rt_body_new ();
  self->content = g_object_ref (self->body);
  self->interim_heads = g_ptr_array_new_with_free_func ((GDestroyNotify) rt_head_unref);
  self->faults = g_ptr_array_new_with_free_func ((GDestroyNotify) rt_fault_free);
  self->cookie_verdicts =
    g_ptr_array_new_with_free_func ((GDestroyNotify) rt_cookie_verdict_unref);
  self->sizes.content_announced = -1;
  rt_timing_init (&self->timing);
}

RtExchange *
rt_exchange_new (GMainContext *context,
                 const char   *method,
                 const char   *url)
{
  RtExchange *self = g_object_new (RT_TYPE_EXCHANGE, NULL);

  self->notifier = rt_notifier_new (context, emit_changed, self);
  self->method = g_strdup (method);
  self->url = g_strdup (url);

  return self;
}

RtExchange *
rt_exchange_new_beside (RtNotifier *trail,
                        const char *method,
                        const char *url)
{
  RtExchange *self = g_object_new (RT_TYPE_EXCHANGE, NULL);

  self->notifier = rt_notifier_new_beside (trail, emit_changed, self);
  self->is_in_trail = TRUE;
  self->method = g_strdup (method);
  self->url = g_strdup (url);

  return self;
}

RtExchangeState
rt_exchange_get_state (RtExchange *self)
{
  g_autoptr(GMutexLocker) locker = lock (self);

  return self->state;
}

guint
rt_exchange_get_position (RtExchange *self)
{
  g_return_val_if_fail (RT_IS_EXCHANGE (self), 0);

  return g_atomic_int_get (&self->position);
}

char *
rt_exchange_dup_url (RtExchange *self)
{
  g_return_val_if_fail (RT_IS_EXCHANGE (self), NULL);

  return g_strdup (self->url);
}

char *
rt_exchange_dup_method (RtExchange *self)
{
  g_return_val_if_fail (RT_IS_EXCHANGE (self), NULL);

  return g_strdup (self->method);
}

static RtHead *
dup_head (RtExchange *self,
          RtHead    **member)
{
  g_autoptr(GMutexLocker) locker = lock (self);

  return *member != NULL ? rt_head_ref (*member) : NULL;
}

static GBytes *
dup_bytes (RtExchange *self,
           GBytes    **member)
{
  g_autoptr(GMutexLocker) locker = lock (self);

  return *member != NULL ? g_bytes_ref (*member) : NULL;
}

static char *
dup_text (RtExchange *self,
          char      **member)
{
  g_autoptr(GMutexLocker) locker = lock (self);

  return g_strdup (*member);
}

RtHead *
rt_exchange_dup_request_head (RtExchange *self)
{
  g_return_val_if_fail (RT_IS_EXCHANGE (self), NULL);

  return dup_head (self, &self->request_head);
}

RtHead *
rt_exchange_dup_response_head (RtExchange *self)
{
  g_return_val_if_fail (RT_IS_EXCHANGE (self), NULL);

  return dup_head (self, &self->response_head);
}

RtHead *
rt_exchange_dup_trailers (RtExchange *self)
{
  g_return_val_if_fail (RT_IS_EXCHANGE (self), NULL);

  return dup_head (self, &self->trailers);
}

GPtrArray *
rt_exchange_dup_interim_heads (RtExchange *self)
{
  g_autoptr(GMutexLocker) locker = lock (self);

  return g_ptr_array_copy (self->interim_heads, (GCopyFunc) (gpointer) rt_head_ref, NULL);
}

GBytes *
rt_exchange_dup_partial_head (RtExchange *self)
{
  g_return_val_if_fail (RT_IS_EXCHANGE (self), NULL);

  return dup_bytes (self, &self->partial_head);
}

GBytes *
rt_exchange_dup_extra_bytes (RtExchange *self)
{
  g_return_val_if_fail (RT_IS_EXCHANGE (self), NULL);

  return dup_bytes (self, &self->extra_bytes);
}

int
rt_exchange_get_status (RtExchange *self)
{
  g_autoptr(RtHead) head = rt_exchange_dup_response_head (self);

  return head != NULL ? MAX (0, rt_head_get_status (head)) : 0;
}

char *
rt_exchange_dup_reason (RtExchange *self)
{
  g_autoptr(RtHead) head = rt_exchange_dup_response_head (self);

  return head != NULL ? rt_head_dup_reason (head) : NULL;
}

RtFraming
rt_exchange_get_framing (RtExchange *self)
{
  g_autoptr(GMutexLocker) locker = lock (self);

  return self->framing;
}

RtBody *
rt_exchange_get_body (RtExchange *self)
{
  g_return_val_if_fail (RT_IS_EXCHANGE (self), NULL);

  return self->body;
}

RtBody *
rt_exchange_dup_content (RtExchange *self)
{
  g_autoptr(GMutexLocker) locker = lock (self);

  return g_object_ref (self->content);
}

GBytes *
rt_exchange_dup_request_content (RtExchange *self)
{
  g_return_val_if_fail (RT_IS_EXCHANGE (self), NULL);

  return dup_bytes (self, &self->request_content);
}

static gpointer
copy_fault (gconstpointer fault,
            gpointer      user_data)
{
  return rt_fault_copy (fault);
}

GPtrArray *
rt_exchange_dup_faults (RtExchange *self)
{
  g_autoptr(GMutexLocker) locker = lock (self);

  return g_ptr_array_copy (self->faults, copy_fault, NULL);
}

RtFailure *
rt_exchange_dup_failure (RtExchange *self)
{
  g_autoptr(GMutexLocker) locker = lock (self);

  return self->failure != NULL ? rt_failure_copy (self->failure) : NULL;
}

RtConnection *
rt_exchange_dup_connection (RtExchange *self)
{
  g_autoptr(GMutexLocker) locker = lock (self);

  return self->connection != NULL ? rt_connection_ref (self->connection) : NULL;
}

void
rt_exchange_get_timing (RtExchange *self,
                        RtTiming   *timing)
{
  g_autoptr(GMutexLocker) locker = lock (self);

  *timing = self->timing;
}

void
rt_exchange_get_sizes (RtExchange *self,
                       RtSizes    *sizes)
{
  g_autoptr(GMutexLocker) locker = lock (self);

  *sizes = self->sizes;
}

const RtNext *
rt_exchange_get_next (RtExchange *self)
{
  g_autoptr(GMutexLocker) locker = lock (self);

  return self->next;
}

static gpointer
ref_verdict (gconstpointer verdict,
             gpointer      user_data)
{
  return rt_cookie_verdict_ref ((RtCookieVerdict *) verdict);
}

GPtrArray *
rt_exchange_dup_cookie_verdicts (RtExchange *self)
{
  g_autoptr(GMutexLocker) locker = lock (self);

  return g_ptr_array_copy (self->cookie_verdicts, ref_verdict, NULL);
}

RtProof
rt_exchange_get_proof (RtExchange *self)
{
  g_autoptr(GMutexLocker) locker = lock (self);

  return self->proof;
}

char *
rt_exchange_dup_library_view (RtExchange *self)
{
  g_return_val_if_fail (RT_IS_EXCHANGE (self), NULL);

  return dup_text (self, &self->library_view);
}

char *
rt_exchange_dup_frames (RtExchange *self)
{
  g_return_val_if_fail (RT_IS_EXCHANGE (self), NULL);

  return dup_text (self, &self->frames);
}
