/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the question when the chosen exchange is explained, and drops answers
 * that came too late. It knows no widget and no note.
 */

#include "config.h"

#include "explainer.h"

struct _RtExplainer
{
  GObject        parent_instance;

  RtCatalogue   *catalogue;
  GSignalGroup  *exchange; /* its target is the exchange */
  GSignalGroup  *trail;    /* its target is the trail */

  RtExplanation *explanation;
  GCancellable  *explaining;
  guint          explained; /* exchanges there were in the trail; 0 when not explained */
};

G_DEFINE_FINAL_TYPE (RtExplainer, rt_explainer, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_EXPLANATION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
set_explanation (RtExplainer   *self,
                 RtExplanation *explanation)
{
  if (g_set_object (&self->explanation, explanation))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXPLANATION]);
}

static void
stop (RtExplainer *self)
{
  g_cancellable_cancel (self->explaining);
  g_clear_object (&self->explaining);
  self->explained = 0;
}

static void
explained_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(RtExplanation) explanation = rt_explanation_make_finish (result, &error);

  /* Cancelled: another exchange was chosen, or the explainer is gone. */
  if (explanation != NULL)
    set_explanation (RT_EXPLAINER (user_data), explanation);
}

static gboolean
is_ready (RtTrail    *trail,
          RtExchange *exchange)
{
  guint position;

  if (trail == NULL || exchange == NULL ||
      rt_exchange_get_state (exchange) != RT_EXCHANGE_DONE)
    return FALSE;

  position = rt_exchange_get_position (exchange);

  return position < rt_trail_get_n_exchanges (trail) &&
         rt_trail_get_exchange (trail, position) == exchange;
}

/* Once it is done, and once more when the trail has gone on from there. */
static void
explain (RtExplainer *self)
{
  g_autoptr(RtExchange) exchange = g_signal_group_dup_target (self->exchange);
  g_autoptr(RtTrail) trail = g_signal_group_dup_target (self->trail);
  guint n;

  if (self->catalogue == NULL || !is_ready (trail, exchange))
    return;

  /* The end of the trail has its own word: it counts as one more. */
  n = rt_trail_get_n_exchanges (trail) + !rt_trail_is_running (trail);
  if (self->explained == n)
    return;

  stop (self);
  self->explained = n;
  self->explaining = g_cancellable_new ();
  rt_explanation_make_async (trail, rt_exchange_get_position (exchange), self->catalogue,
                             self->explaining, explained_cb, self);
}

static void
rt_explainer_dispose (GObject *object)
{
  RtExplainer *self = RT_EXPLAINER (object);

  stop (self);
  g_clear_object (&self->explanation);
  g_clear_object (&self->exchange);
  g_clear_object (&self->trail);
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (rt_explainer_parent_class)->dispose (object);
}

static void
rt_explainer_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  RtExplainer *self = RT_EXPLAINER (object);

  switch (prop_id)
    {
    case PROP_EXPLANATION:
      g_value_set_object (value, self->explanation);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rt_explainer_class_init (RtExplainerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = rt_explainer_dispose;
  object_class->get_property = rt_explainer_get_property;
  properties[PROP_EXPLANATION] =
    g_param_spec_object ("explanation", NULL, NULL, RT_TYPE_EXPLANATION,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rt_explainer_init (RtExplainer *self)
{
  self->exchange = g_signal_group_new (RT_TYPE_EXCHANGE);
  g_signal_group_connect_swapped (self->exchange, "changed", G_CALLBACK (explain), self);
  self->trail = g_signal_group_new (RT_TYPE_TRAIL);
  g_signal_group_connect_swapped (self->trail, "items-changed", G_CALLBACK (explain), self);
  g_signal_group_connect_swapped (self->trail, "notify::running", G_CALLBACK (explain), self);
}

RtExplainer *
rt_explainer_new (void)
{
  return g_object_new (RT_TYPE_EXPLAINER, NULL);
}

void
rt_explainer_set_catalogue (RtExplainer *self,
                            RtCatalogue *catalogue)
{
  g_return_if_fail (RT_IS_EXPLAINER (self));
  g_return_if_fail (catalogue == NULL || RT_IS_CATALOGUE (catalogue));

  g_set_object (&self->catalogue, catalogue);
  explain (self);
}

void
rt_explainer_set_trail (RtExplainer *self,
                        RtTrail     *trail)
{
  g_return_if_fail (RT_IS_EXPLAINER (self));
  g_return_if_fail (trail == NULL || RT_IS_TRAIL (trail));

  g_signal_group_set_target (self->trail, trail);
  explain (self);
}

void
rt_explainer_set_exchange (RtExplainer *self,
                           RtExchange  *exchange)
{
  g_return_if_fail (RT_IS_EXPLAINER (self));
  g_return_if_fail (exchange == NULL || RT_IS_EXCHANGE (exchange));

  stop (self);
  set_explanation (self, NULL);
  g_signal_group_set_target (self->exchange, exchange);
  explain (self);
}

RtExplanation *
rt_explainer_get_explanation (RtExplainer *self)
{
  g_return_val_if_fail (RT_IS_EXPLAINER (self), NULL);

  return self->explanation;
}
