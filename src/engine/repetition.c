/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtRepetition: when the next send begins, what is kept of those that were,
 * and when it is enough.
 */

#include "repetition.h"

#include "repetition-private.h"

#include <stdlib.h>
#include <string.h>

struct _RtRepetition
{
  GObject parent_instance;

  RtEngine          *engine;
  RtRequest         *request;
  RtRepetitionPlan   plan;
  RtRepetitionClock  clock;

  RtRepetitionState  state;
  RtRepetitionEnd    end;
  RtTrail           *trail;   /* the send that goes on */
  GSource           *timer;   /* until the next send */
  gint64             started; /* the last send, monotonic */
  guint              n_done;

  GListStore        *results;
  GQueue             holding; /* RtRepetitionResult with a trail, oldest first */
  guint64            weight;  /* of all of them */
  GHashTable        *counts;  /* status -> sends */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RtRepetition, rt_repetition, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The clock on the wall of those that are not tests. */

static gint64
clock_now (gpointer data)
{
  return g_get_monotonic_time ();
}

/* An idle source stands behind what draws, so that sends without a pause
 * leave the window alive. */
static GSource *
clock_wait (gint64   microseconds,
            gpointer data)
{
  if (microseconds <= 0)
    return g_idle_source_new ();

  return g_timeout_source_new (MIN (G_MAXUINT, (microseconds + 999) / 1000));
}

static const RtRepetitionClock real_clock = { clock_now, clock_wait, NULL };

static GType
get_item_type (GListModel *model)
{
  return RT_TYPE_REPETITION_RESULT;
}

static guint
get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (RT_REPETITION (model)->results));
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  return g_list_model_get_item (G_LIST_MODEL (RT_REPETITION (model)->results), position);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
emit_changed (RtRepetition *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
clear_timer (RtRepetition *self)
{
  if (self->timer != NULL)
    g_source_destroy (self->timer);
  g_clear_pointer (&self->timer, g_source_unref);
}

static void
let_go_of_oldest (RtRepetition *self)
{
  g_autoptr(RtRepetitionResult) oldest = g_queue_pop_head (&self->holding);

  self->weight -= rt_repetition_result_get_weight (oldest);
  rt_repetition_result_let_go (oldest);
}

static void
keep (RtRepetition       *self,
      RtRepetitionResult *result)
{
  g_queue_push_tail (&self->holding, g_object_ref (result));
  self->weight += rt_repetition_result_get_weight (result);
  while (self->holding.length > RT_REPETITION_MAX_TRAILS ||
         (self->holding.length > 1 && self->weight > RT_REPETITION_MAX_WEIGHT))
    let_go_of_oldest (self);

  if (get_n_items (G_LIST_MODEL (self)) >= RT_REPETITION_MAX_RESULTS)
    {
      g_list_store_remove (self->results, 0);
      g_list_model_items_changed (G_LIST_MODEL (self), 0, 1, 0);
    }
  g_list_store_append (self->results, result);
  g_list_model_items_changed (G_LIST_MODEL (self), get_n_items (G_LIST_MODEL (self)) - 1, 0, 1);
}

static void
count (RtRepetition *self,
       int           status)
{
  gpointer key = GINT_TO_POINTER (status);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, key));

  g_hash_table_insert (self->counts, key, GUINT_TO_POINTER (n + 1));
}

static gboolean
is_enough (RtRepetition *self,
           int           status)
{
  if (status > 0 && status >= self->plan.until_from && status <= self->plan.until_to)
    self->end = RT_REPETITION_END_STATUS;
  else if (self->plan.count > 0 && self->n_done >= self->plan.count)
    self->end = RT_REPETITION_END_COUNT;
  else
    return FALSE;

  self->state = RT_REPETITION_ENDED;

  return TRUE;
}

static void schedule (RtRepetition *self);

static void
finished_cb (RtTrail      *trail,
             RtRepetition *self)
{
  g_autoptr(RtRepetitionResult) result = NULL;
  int status;

  if (trail != self->trail)
    return;
  g_signal_handlers_disconnect_by_data (trail, self);
  result = rt_repetition_result_new (++self->n_done, trail);
  g_clear_object (&self->trail);
  status = rt_repetition_result_get_status (result);
  count (self, status);
  keep (self, result);
  if (!is_enough (self, status) && self->state == RT_REPETITION_RUNNING)
    schedule (self);
  emit_changed (self);
}

static gboolean
send_cb (gpointer user_data)
{
  RtRepetition *self = user_data;

  g_clear_pointer (&self->timer, g_source_unref);
  self->started = self->clock.now (self->clock.data);
  self->trail = rt_engine_send (self->engine, self->request);
  g_signal_connect_object (self->trail, "finished", G_CALLBACK (finished_cb), self, 0);
  emit_changed (self);

  return G_SOURCE_REMOVE;
}

/* The first at once, every other one when its time has come. */
static gint64
get_delay (RtRepetition *self)
{
  gint64 interval = (gint64) self->plan.interval * 1000;

  if (self->n_done == 0)
    return 0;

  return MAX (0, self->started + interval - self->clock.now (self->clock.data));
}

static void
schedule (RtRepetition *self)
{
  g_assert (self->trail == NULL && self->timer == NULL);

  self->timer = self->clock.wait (get_delay (self), self->clock.data);
  g_source_set_callback (self->timer, send_cb, self, NULL);
  g_source_attach (self->timer, g_main_context_get_thread_default ());
}

static void
stop_sending (RtRepetition *self)
{
  clear_timer (self);
  if (self->trail == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->trail, self);
  rt_trail_stop (self->trail);
  g_clear_object (&self->trail);
}

static void
rt_repetition_dispose (GObject *object)
{
  RtRepetition *self = RT_REPETITION (object);

  stop_sending (self);
  g_queue_clear_full (&self->holding, g_object_unref);
  g_clear_object (&self->results);
  g_clear_object (&self->request);
  g_clear_object (&self->engine);
  g_clear_pointer (&self->counts, g_hash_table_unref);

  G_OBJECT_CLASS (rt_repetition_parent_class)->dispose (object);
}

static void
rt_repetition_class_init (RtRepetitionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rt_repetition_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rt_repetition_init (RtRepetition *self)
{
  self->results = g_list_store_new (RT_TYPE_REPETITION_RESULT);
  self->counts = g_hash_table_new (NULL, NULL);
  self->clock = real_clock;
  g_queue_init (&self->holding);
}

RtRepetition *
rt_repetition_new (RtEngine               *engine,
                   RtRequest              *request,
                   const RtRepetitionPlan *plan)
{
  RtRepetition *self;

  g_return_val_if_fail (RT_IS_ENGINE (engine), NULL);
  g_return_val_if_fail (RT_IS_REQUEST (request), NULL);
  g_return_val_if_fail (plan != NULL, NULL);

  self = g_object_new (RT_TYPE_REPETITION, NULL);
  self->engine = g_object_ref (engine);
  self->request = rt_request_copy (request);
  rt_request_set_step (self->request, FALSE);
  self->plan = *plan;

  return self;
}

void
rt_repetition_set_clock (RtRepetition            *self,
                         const RtRepetitionClock *clock)
{
  g_return_if_fail (RT_IS_REPETITION (self));
  g_return_if_fail (clock != NULL && self->state == RT_REPETITION_READY);

  self->clock = *clock;
}

void
rt_repetition_start (RtRepetition *self)
{
  g_return_if_fail (RT_IS_REPETITION (self));

  if (self->state != RT_REPETITION_READY)
    return;
  self->state = RT_REPETITION_RUNNING;
  schedule (self);
  emit_changed (self);
}

void
rt_repetition_pause (RtRepetition *self)
{
  g_return_if_fail (RT_IS_REPETITION (self));

  if (self->state != RT_REPETITION_RUNNING)
    return;
  self->state = RT_REPETITION_PAUSED;
  clear_timer (self);
  emit_changed (self);
}

void
rt_repetition_resume (RtRepetition *self)
{
  g_return_if_fail (RT_IS_REPETITION (self));

  if (self->state != RT_REPETITION_PAUSED)
    return;
  self->state = RT_REPETITION_RUNNING;
  if (self->trail == NULL)
    schedule (self);
  emit_changed (self);
}

void
rt_repetition_stop (RtRepetition *self)
{
  g_return_if_fail (RT_IS_REPETITION (self));

  if (self->state == RT_REPETITION_ENDED)
    return;
  stop_sending (self);
  self->state = RT_REPETITION_ENDED;
  self->end = RT_REPETITION_END_STOPPED;
  emit_changed (self);
}

RtRepetitionState
rt_repetition_get_state (RtRepetition *self)
{
  g_return_val_if_fail (RT_IS_REPETITION (self), RT_REPETITION_ENDED);

  return self->state;
}

RtRepetitionEnd
rt_repetition_get_end (RtRepetition *self)
{
  g_return_val_if_fail (RT_IS_REPETITION (self), RT_REPETITION_END_NONE);

  return self->end;
}

void
rt_repetition_get_plan (RtRepetition     *self,
                        RtRepetitionPlan *plan)
{
  g_return_if_fail (RT_IS_REPETITION (self) && plan != NULL);

  *plan = self->plan;
}

RtRequest *
rt_repetition_get_request (RtRepetition *self)
{
  g_return_val_if_fail (RT_IS_REPETITION (self), NULL);

  return self->request;
}

gboolean
rt_repetition_is_sending (RtRepetition *self)
{
  g_return_val_if_fail (RT_IS_REPETITION (self), FALSE);

  return self->trail != NULL;
}

guint
rt_repetition_get_n_done (RtRepetition *self)
{
  g_return_val_if_fail (RT_IS_REPETITION (self), 0);

  return self->n_done;
}

gint64
rt_repetition_get_wait (RtRepetition *self)
{
  g_return_val_if_fail (RT_IS_REPETITION (self), 0);

  return self->timer != NULL ? get_delay (self) : 0;
}

static int
compare_durations (gconstpointer a,
                   gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

void
rt_repetition_get_times (RtRepetition      *self,
                         RtRepetitionTimes *times)
{
  g_autoptr(GArray) durations = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_return_if_fail (RT_IS_REPETITION (self) && times != NULL);

  for (guint i = 0; i < get_n_items (G_LIST_MODEL (self)); i++)
    {
      g_autoptr(RtRepetitionResult) result = get_item (G_LIST_MODEL (self), i);
      gint64 duration = rt_repetition_result_get_duration (result);

      if (rt_repetition_result_get_status (result) > 0)
        g_array_append_val (durations, duration);
    }

  *times = (RtRepetitionTimes) { .n = durations->len };
  if (durations->len == 0)
    return;
  g_array_sort (durations, compare_durations);
  times->min = g_array_index (durations, gint64, 0);
  times->max = g_array_index (durations, gint64, durations->len - 1);
  times->median = (g_array_index (durations, gint64, (durations->len - 1) / 2) +
                   g_array_index (durations, gint64, durations->len / 2)) / 2;
}

static int
compare_counts (gconstpointer a,
                gconstpointer b)
{
  return ((const RtRepetitionCount *) a)->status - ((const RtRepetitionCount *) b)->status;
}

GArray *
rt_repetition_dup_counts (RtRepetition *self)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (RtRepetitionCount));
  GHashTableIter iter;
  gpointer status, n;

  g_return_val_if_fail (RT_IS_REPETITION (self), all);

  g_hash_table_iter_init (&iter, self->counts);
  while (g_hash_table_iter_next (&iter, &status, &n))
    {
      RtRepetitionCount one = { GPOINTER_TO_INT (status), GPOINTER_TO_UINT (n) };

      g_array_append_val (all, one);
    }
  g_array_sort (all, compare_counts);

  return all;
}

gboolean
rt_repetition_parse_until (const char *text,
                           int        *from,
                           int        *to)
{
  g_autofree char *bare = NULL;

  g_return_val_if_fail (text != NULL && from != NULL && to != NULL, FALSE);

  bare = g_strstrip (g_ascii_strdown (text, -1));
  *from = *to = 0;
  if (*bare == '\0')
    return TRUE;
  if (strlen (bare) != 3 || !g_ascii_isdigit (bare[0]) || bare[0] == '0')
    return FALSE;
  if (g_str_has_suffix (bare, "xx"))
    {
      *from = (bare[0] - '0') * 100;
      *to = *from + 99;
      return TRUE;
    }
  if (!g_ascii_isdigit (bare[1]) || !g_ascii_isdigit (bare[2]))
    return FALSE;
  *from = *to = atoi (bare);

  return TRUE;
}
