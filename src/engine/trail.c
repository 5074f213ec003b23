/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtTrail: the list of exchanges of one Send. The engine's thread puts
 * exchanges in line; they enter the list in the sender's thread, where a
 * GListModel may change.
 */

#include "trail.h"

#include "exchange-private.h"
#include "trail-private.h"

struct _RtTrail
{
  GObject parent_instance;

  RtNotifier   *notifier;
  RtRequest    *request;
  GCancellable *cancellable;

  /* The sender's thread only. */
  GPtrArray    *exchanges;
  gboolean      running;
  RtPending    *pending;

  GMutex        mutex; /* guards all below */
  RtPending    *next_pending;
  RtTrailDecided decided;
  gpointer      decided_data;
  GPtrArray    *arriving; /* Arrival */
  guint         n_announced;
  gboolean      ended;
  RtTrailEnd    end;
  char         *end_words;
};

/* An exchange on its way into the list. */
typedef struct
{
  RtExchange *exchange;
  gboolean    before_last;
} Arrival;

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RtTrail, rt_trail, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

enum
{
  PROP_0,
  PROP_RUNNING,
  PROP_PENDING,
  N_PROPS
};

enum
{
  FINISHED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

static void
arrival_free (gpointer data)
{
  Arrival *arrival = data;

  g_clear_object (&arrival->exchange);
  g_free (arrival);
}

static GType
rt_trail_get_item_type (GListModel *model)
{
  return RT_TYPE_EXCHANGE;
}

static guint
rt_trail_get_n_items (GListModel *model)
{
  return RT_TRAIL (model)->exchanges->len;
}

static gpointer
rt_trail_get_item (GListModel *model,
                   guint       position)
{
  RtTrail *self = RT_TRAIL (model);

  if (position >= self->exchanges->len)
    return NULL;

  return g_object_ref (g_ptr_array_index (self->exchanges, position));
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = rt_trail_get_item_type;
  iface->get_n_items = rt_trail_get_n_items;
  iface->get_item = rt_trail_get_item;
}

static void
insert (RtTrail    *self,
        RtExchange *exchange,
        guint       position)
{
  g_ptr_array_insert (self->exchanges, position, g_object_ref (exchange));
  for (guint i = position; i < self->exchanges->len; i++)
    rt_exchange_set_position (g_ptr_array_index (self->exchanges, i), i);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
}

/* In the sender's thread: takes over what the engine put in line. */
static void
catch_up (gpointer object)
{
  RtTrail *self = object;
  g_autoptr(GPtrArray) arrived = NULL;
  g_autoptr(RtPending) pending = NULL;
  gboolean ended;

  g_mutex_lock (&self->mutex);
  arrived = g_steal_pointer (&self->arriving);
  self->arriving = g_ptr_array_new_with_free_func (arrival_free);
  ended = self->ended;
  if (self->next_pending != NULL)
    pending = rt_pending_ref (self->next_pending);
  g_mutex_unlock (&self->mutex);

  for (guint i = 0; i < arrived->len; i++)
    {
      const Arrival *arrival = g_ptr_array_index (arrived, i);
      guint n = self->exchanges->len;

      insert (self, arrival->exchange, arrival->before_last && n > 0 ? n - 1 : n);
    }

  if (pending != self->pending)
    {
      g_clear_pointer (&self->pending, rt_pending_unref);
      self->pending = g_steal_pointer (&pending);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PENDING]);
    }

  if (!ended || !self->running)
    return;

  self->running = FALSE;
  for (guint i = 0; i < self->exchanges->len; i++)
    g_signal_emit_by_name (g_ptr_array_index (self->exchanges, i), "changed");
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RUNNING]);
  g_signal_emit (self, signals[FINISHED], 0);
}

static void
rt_trail_finalize (GObject *object)
{
  RtTrail *self = RT_TRAIL (object);

  g_clear_pointer (&self->notifier, rt_notifier_free);
  g_clear_object (&self->request);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->exchanges, g_ptr_array_unref);
  g_clear_pointer (&self->arriving, g_ptr_array_unref);
  g_clear_pointer (&self->end_words, g_free);
  g_clear_pointer (&self->pending, rt_pending_unref);
  g_clear_pointer (&self->next_pending, rt_pending_unref);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (rt_trail_parent_class)->finalize (object);
}

static void
rt_trail_get_property (GObject    *object,
                       guint       prop_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  RtTrail *self = RT_TRAIL (object);

  switch (prop_id)
    {
    case PROP_RUNNING:
      g_value_set_boolean (value, self->running);
      break;
    case PROP_PENDING:
      g_value_set_boxed (value, self->pending);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rt_trail_class_init (RtTrailClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = rt_trail_finalize;
  object_class->get_property = rt_trail_get_property;

  props[PROP_RUNNING] = g_param_spec_boolean ("running", NULL, NULL, TRUE,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_PENDING] = g_param_spec_boxed ("pending", NULL, NULL, RT_TYPE_PENDING,
                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[FINISHED] = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                    0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rt_trail_init (RtTrail *self)
{
  g_mutex_init (&self->mutex);
  self->cancellable = g_cancellable_new ();
  self->exchanges = g_ptr_array_new_with_free_func (g_object_unref);
  self->arriving = g_ptr_array_new_with_free_func (arrival_free);
  self->end_words = g_strdup ("");
  self->running = TRUE;
}

RtRequest *
rt_trail_get_request (RtTrail *self)
{
  g_return_val_if_fail (RT_IS_TRAIL (self), NULL);

  return self->request;
}

gboolean
rt_trail_is_running (RtTrail *self)
{
  g_return_val_if_fail (RT_IS_TRAIL (self), FALSE);

  return self->running;
}

RtTrailEnd
rt_trail_get_end (RtTrail *self)
{
  g_return_val_if_fail (RT_IS_TRAIL (self), RT_TRAIL_END_NORMAL);

  return self->running ? RT_TRAIL_END_NORMAL : self->end;
}

const char *
rt_trail_get_end_words (RtTrail *self)
{
  g_return_val_if_fail (RT_IS_TRAIL (self), "");

  return self->running ? "" : self->end_words;
}

guint
rt_trail_get_n_exchanges (RtTrail *self)
{
  g_return_val_if_fail (RT_IS_TRAIL (self), 0);

  return self->exchanges->len;
}

RtExchange *
rt_trail_get_exchange (RtTrail *self,
                       guint    position)
{
  g_return_val_if_fail (RT_IS_TRAIL (self), NULL);
  g_return_val_if_fail (position < self->exchanges->len, NULL);

  return g_ptr_array_index (self->exchanges, position);
}

RtExchange *
rt_trail_get_last (RtTrail *self)
{
  g_return_val_if_fail (RT_IS_TRAIL (self), NULL);

  if (self->exchanges->len == 0)
    return NULL;

  return g_ptr_array_index (self->exchanges, self->exchanges->len - 1);
}

RtTrail *
rt_trail_snapshot (RtTrail *self)
{
  RtTrail *copy;

  g_return_val_if_fail (RT_IS_TRAIL (self), NULL);

  copy = rt_trail_new (NULL, self->request);
  for (guint i = 0; i < self->exchanges->len; i++)
    g_ptr_array_add (copy->exchanges, g_object_ref (g_ptr_array_index (self->exchanges, i)));
  copy->pending = rt_trail_dup_pending (self);
  copy->running = self->running;
  copy->end = rt_trail_get_end (self);
  g_free (copy->end_words);
  copy->end_words = g_strdup (rt_trail_get_end_words (self));

  return copy;
}

void
rt_trail_stop (RtTrail *self)
{
  g_return_if_fail (RT_IS_TRAIL (self));

  g_cancellable_cancel (self->cancellable);
}

RtTrail *
rt_trail_new (GMainContext *context,
              RtRequest    *request)
{
  RtTrail *self = g_object_new (RT_TYPE_TRAIL, NULL);

  self->notifier = rt_notifier_new (context, catch_up, self);
  self->request = g_object_ref (request);

  return self;
}

void
rt_trail_begin (RtTrail *self)
{
  g_return_if_fail (RT_IS_TRAIL (self));

  rt_notifier_expect (self->notifier);
}

RtExchange *
rt_trail_create_exchange (RtTrail    *self,
                          const char *method,
                          const char *url)
{
  g_return_val_if_fail (RT_IS_TRAIL (self), NULL);

  return rt_exchange_new_beside (self->notifier, method, url);
}

RtTrail *
rt_trail_new_finished (RtRequest *request,
                       GPtrArray *exchanges)
{
  RtTrail *self;

  g_return_val_if_fail (RT_IS_REQUEST (request) && exchanges != NULL, NULL);

  self = rt_trail_new (NULL, request);
  for (guint i = 0; i < exchanges->len; i++)
    {
      RtExchange *exchange = g_ptr_array_index (exchanges, i);

      rt_exchange_set_position (exchange, i);
      g_ptr_array_add (self->exchanges, g_object_ref (exchange));
    }
  self->running = FALSE;
  self->ended = TRUE;

  return self;
}

static void
announce (RtTrail    *self,
          RtExchange *exchange,
          gboolean    before_last)
{
  Arrival *arrival = g_new0 (Arrival, 1);

  arrival->exchange = g_object_ref (exchange);
  arrival->before_last = before_last;

  g_mutex_lock (&self->mutex);
  g_ptr_array_add (self->arriving, arrival);
  self->n_announced++;
  g_mutex_unlock (&self->mutex);

  rt_notifier_poke (self->notifier, FALSE);
}

void
rt_trail_append (RtTrail    *self,
                 RtExchange *exchange)
{
  g_return_if_fail (RT_IS_TRAIL (self) && RT_IS_EXCHANGE (exchange));

  announce (self, exchange, FALSE);
}

void
rt_trail_insert_before_last (RtTrail    *self,
                             RtExchange *exchange)
{
  g_return_if_fail (RT_IS_TRAIL (self) && RT_IS_EXCHANGE (exchange));

  announce (self, exchange, TRUE);
}

guint
rt_trail_count (RtTrail *self)
{
  guint count;

  g_return_val_if_fail (RT_IS_TRAIL (self), 0);

  g_mutex_lock (&self->mutex);
  count = self->n_announced;
  g_mutex_unlock (&self->mutex);

  return count;
}

void
rt_trail_finish (RtTrail    *self,
                 RtTrailEnd  end,
                 const char *words)
{
  g_return_if_fail (RT_IS_TRAIL (self));

  g_mutex_lock (&self->mutex);
  if (!self->ended)
    {
      self->ended = TRUE;
      g_clear_pointer (&self->next_pending, rt_pending_unref);
      self->end = end;
      g_free (self->end_words);
      self->end_words = g_strdup (words != NULL ? words : "");
    }
  g_mutex_unlock (&self->mutex);

  rt_notifier_poke (self->notifier, TRUE);
}

RtPending *
rt_trail_dup_pending (RtTrail *self)
{
  g_return_val_if_fail (RT_IS_TRAIL (self), NULL);

  return self->pending != NULL ? rt_pending_ref (self->pending) : NULL;
}

void
rt_trail_decide (RtTrail   *self,
                 RtDecision decision)
{
  g_return_if_fail (RT_IS_TRAIL (self));

  /* Called with the lock held, so that a run that ends cannot be called later. */
  g_mutex_lock (&self->mutex);
  if (self->next_pending != NULL && self->decided != NULL)
    self->decided (decision, self->decided_data);
  g_mutex_unlock (&self->mutex);
}

void
rt_trail_take_pending (RtTrail   *self,
                       RtPending *pending)
{
  g_return_if_fail (RT_IS_TRAIL (self));

  g_mutex_lock (&self->mutex);
  g_clear_pointer (&self->next_pending, rt_pending_unref);
  self->next_pending = pending;
  g_mutex_unlock (&self->mutex);

  rt_notifier_poke (self->notifier, TRUE);
}

void
rt_trail_set_decided (RtTrail       *self,
                      RtTrailDecided decided,
                      gpointer       user_data)
{
  g_return_if_fail (RT_IS_TRAIL (self));

  g_mutex_lock (&self->mutex);
  self->decided = decided;
  self->decided_data = user_data;
  g_mutex_unlock (&self->mutex);
}

GCancellable *
rt_trail_get_cancellable (RtTrail *self)
{
  g_return_val_if_fail (RT_IS_TRAIL (self), NULL);

  return self->cancellable;
}
