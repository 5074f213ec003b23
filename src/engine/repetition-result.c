/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtRepetitionResult: reads a finished trail once, and then needs it no more. */

#include "repetition-result.h"

#define MAX_REASON 256

struct _RtRepetitionResult
{
  GObject parent_instance;

  guint    number;
  guint    n_exchanges;
  int      status;
  int      failure;
  gint64   started;
  gint64   duration;
  guint64  size;
  guint64  weight;
  char    *reason;
  char    *failure_words;
  RtTrail *trail;
};

G_DEFINE_FINAL_TYPE (RtRepetitionResult, rt_repetition_result, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_NUMBER,
  PROP_STATUS,
  PROP_DURATION,
  PROP_SIZE,
  PROP_STARTED,
  PROP_HAS_TRAIL,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
rt_repetition_result_dispose (GObject *object)
{
  RtRepetitionResult *self = RT_REPETITION_RESULT (object);

  g_clear_object (&self->trail);

  G_OBJECT_CLASS (rt_repetition_result_parent_class)->dispose (object);
}

static void
rt_repetition_result_finalize (GObject *object)
{
  RtRepetitionResult *self = RT_REPETITION_RESULT (object);

  g_clear_pointer (&self->reason, g_free);
  g_clear_pointer (&self->failure_words, g_free);

  G_OBJECT_CLASS (rt_repetition_result_parent_class)->finalize (object);
}

static void
rt_repetition_result_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  RtRepetitionResult *self = RT_REPETITION_RESULT (object);

  switch (prop_id)
    {
    case PROP_NUMBER:
      g_value_set_uint (value, self->number);
      break;
    case PROP_STATUS:
      g_value_set_int (value, self->status);
      break;
    case PROP_DURATION:
      g_value_set_int64 (value, self->duration);
      break;
    case PROP_SIZE:
      g_value_set_uint64 (value, self->size);
      break;
    case PROP_STARTED:
      g_value_set_int64 (value, self->started);
      break;
    case PROP_HAS_TRAIL:
      g_value_set_boolean (value, self->trail != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rt_repetition_result_class_init (RtRepetitionResultClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = rt_repetition_result_dispose;
  object_class->finalize = rt_repetition_result_finalize;
  object_class->get_property = rt_repetition_result_get_property;

  props[PROP_NUMBER] = g_param_spec_uint ("number", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_STATUS] = g_param_spec_int ("status", NULL, NULL, 0, G_MAXINT, 0, flags);
  props[PROP_DURATION] = g_param_spec_int64 ("duration", NULL, NULL, 0, G_MAXINT64, 0, flags);
  props[PROP_SIZE] = g_param_spec_uint64 ("size", NULL, NULL, 0, G_MAXUINT64, 0, flags);
  props[PROP_STARTED] = g_param_spec_int64 ("started", NULL, NULL, 0, G_MAXINT64, 0, flags);
  props[PROP_HAS_TRAIL] = g_param_spec_boolean ("has-trail", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
rt_repetition_result_init (RtRepetitionResult *self)
{
  self->failure = -1;
}

/* From the beginning of the first exchange to the end of the last: redirects
 * and waits between tries count. */
static void
read_times (RtRepetitionResult *self)
{
  guint n = rt_trail_get_n_exchanges (self->trail);
  gint64 first = -1;
  gint64 last = -1;

  for (guint i = 0; i < n; i++)
    {
      RtTiming timing;

      rt_exchange_get_timing (rt_trail_get_exchange (self->trail, i), &timing);
      if (timing.started < 0)
        continue;
      if (first < 0)
        {
          first = timing.started;
          self->started = MAX (0, timing.wall_clock);
        }
      last = MAX (last, MAX (timing.started, timing.ended));
    }

  self->duration = first >= 0 ? MAX (0, last - first) : 0;
  if (self->started == 0)
    self->started = g_get_real_time ();
}

static guint64
weigh (RtTrail *trail)
{
  guint64 weight = 0;

  for (guint i = 0; i < rt_trail_get_n_exchanges (trail); i++)
    {
      RtSizes sizes;

      rt_exchange_get_sizes (rt_trail_get_exchange (trail, i), &sizes);
      weight += sizes.request_content + sizes.response_head + sizes.content_encoded;
      if (sizes.content_decoded != sizes.content_encoded)
        weight += sizes.content_decoded;
    }

  return weight;
}

static void
read_answer (RtRepetitionResult *self,
             RtExchange         *last)
{
  g_autoptr(RtFailure) failure = rt_exchange_dup_failure (last);
  g_autofree char *reason = rt_exchange_dup_reason (last);
  RtSizes sizes;

  rt_exchange_get_sizes (last, &sizes);
  self->size = sizes.content_encoded;
  self->status = rt_exchange_get_status (last);
  if (reason != NULL)
    self->reason = g_strndup (reason, MAX_REASON);
  if (failure != NULL)
    {
      self->failure = failure->kind;
      self->failure_words = g_strdup (failure->message);
    }
}

RtRepetitionResult *
rt_repetition_result_new (guint    number,
                          RtTrail *trail)
{
  RtRepetitionResult *self;
  RtExchange *last;

  g_return_val_if_fail (RT_IS_TRAIL (trail), NULL);

  self = g_object_new (RT_TYPE_REPETITION_RESULT, NULL);
  self->number = number;
  self->trail = g_object_ref (trail);
  self->n_exchanges = rt_trail_get_n_exchanges (trail);
  self->weight = weigh (trail);
  read_times (self);
  last = rt_trail_get_last (trail);
  if (last != NULL)
    read_answer (self, last);

  return self;
}

guint
rt_repetition_result_get_number (RtRepetitionResult *self)
{
  g_return_val_if_fail (RT_IS_REPETITION_RESULT (self), 0);

  return self->number;
}

int
rt_repetition_result_get_status (RtRepetitionResult *self)
{
  g_return_val_if_fail (RT_IS_REPETITION_RESULT (self), 0);

  return self->status;
}

const char *
rt_repetition_result_get_reason (RtRepetitionResult *self)
{
  g_return_val_if_fail (RT_IS_REPETITION_RESULT (self), NULL);

  return self->reason;
}

int
rt_repetition_result_get_failure (RtRepetitionResult *self)
{
  g_return_val_if_fail (RT_IS_REPETITION_RESULT (self), -1);

  return self->failure;
}

const char *
rt_repetition_result_get_failure_words (RtRepetitionResult *self)
{
  g_return_val_if_fail (RT_IS_REPETITION_RESULT (self), NULL);

  return self->failure_words;
}

gint64
rt_repetition_result_get_started (RtRepetitionResult *self)
{
  g_return_val_if_fail (RT_IS_REPETITION_RESULT (self), 0);

  return self->started;
}

gint64
rt_repetition_result_get_duration (RtRepetitionResult *self)
{
  g_return_val_if_fail (RT_IS_REPETITION_RESULT (self), 0);

  return self->duration;
}

guint64
rt_repetition_result_get_size (RtRepetitionResult *self)
{
  g_return_val_if_fail (RT_IS_REPETITION_RESULT (self), 0);

  return self->size;
}

guint
rt_repetition_result_get_n_exchanges (RtRepetitionResult *self)
{
  g_return_val_if_fail (RT_IS_REPETITION_RESULT (self), 0);

  return self->n_exchanges;
}

RtTrail *
rt_repetition_result_get_trail (RtRepetitionResult *self)
{
  g_return_val_if_fail (RT_IS_REPETITION_RESULT (self), NULL);

  return self->trail;
}

guint64
rt_repetition_result_get_weight (RtRepetitionResult *self)
{
  g_return_val_if_fail (RT_IS_REPETITION_RESULT (self), 0);

  return self->weight;
}

void
rt_repetition_result_let_go (RtRepetitionResult *self)
{
  g_return_if_fail (RT_IS_REPETITION_RESULT (self));

  if (self->trail == NULL)
    return;
  g_clear_object (&self->trail);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_HAS_TRAIL]);
}
