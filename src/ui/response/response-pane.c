/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The abstract pane: holds the exchange, decides when a subclass refreshes. */

#include "config.h"

#include "response-pane.h"

/* For panes behind another: after the frame in which that first has the exchange. */
#define DELAY_MS 100

typedef struct
{
  RtExchange    *exchange;
  RtCatalogue   *catalogue;
  RtCredentials *credentials;
  RtExplanation *explanation;
  gulong         changed_handler;
  guint          refresh_id;
  gboolean       show_secrets;
  gboolean       stale; /* something changed while nobody looked */
} RtResponsePanePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (RtResponsePane, rt_response_pane, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_EXCHANGE,
  PROP_CATALOGUE,
  PROP_EXPLANATION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
refresh (RtResponsePane *self)
{
  RtResponsePanePrivate *priv = rt_response_pane_get_instance_private (self);

  g_clear_handle_id (&priv->refresh_id, g_source_remove);
  priv->stale = FALSE;
  if (RT_RESPONSE_PANE_GET_CLASS (self)->refresh != NULL)
    RT_RESPONSE_PANE_GET_CLASS (self)->refresh (self);
}

static gboolean
refresh_cb (gpointer user_data)
{
  RtResponsePane *self = user_data;
  RtResponsePanePrivate *priv = rt_response_pane_get_instance_private (self);

  priv->refresh_id = 0;
  refresh (self);

  return G_SOURCE_REMOVE;
}

/* Whether its stack shows another pane. What hides itself is not behind anything:
 * it may be about to appear. */
static gboolean
is_behind (RtResponsePane *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self)) &&
         !gtk_widget_get_child_visible (GTK_WIDGET (self));
}

/* At once, or soon when another pane is looked at, which then is shown first. */
static void
queue_refresh (RtResponsePane *self)
{
  RtResponsePanePrivate *priv = rt_response_pane_get_instance_private (self);

  if (!is_behind (self))
    {
      refresh (self);
      return;
    }
  priv->stale = TRUE;
  if (priv->refresh_id == 0)
    priv->refresh_id = g_timeout_add (DELAY_MS, refresh_cb, self);
}

static void
changed_cb (RtResponsePane *self)
{
  RtResponsePanePrivate *priv = rt_response_pane_get_instance_private (self);

  if (gtk_widget_get_mapped (GTK_WIDGET (self)) || rt_response_pane_is_done (self))
    queue_refresh (self);
  else
    priv->stale = TRUE;
}

static void
drop_exchange (RtResponsePane *self)
{
  RtResponsePanePrivate *priv = rt_response_pane_get_instance_private (self);

  if (priv->exchange != NULL)
    g_clear_signal_handler (&priv->changed_handler, priv->exchange);
  g_clear_object (&priv->exchange);
  g_clear_object (&priv->explanation);
}

static void
rt_response_pane_map (GtkWidget *widget)
{
  RtResponsePane *self = RT_RESPONSE_PANE (widget);
  RtResponsePanePrivate *priv = rt_response_pane_get_instance_private (self);

  GTK_WIDGET_CLASS (rt_response_pane_parent_class)->map (widget);
  if (priv->stale)
    refresh (self);
}

static void
rt_response_pane_dispose (GObject *object)
{
  RtResponsePane *self = RT_RESPONSE_PANE (object);
  RtResponsePanePrivate *priv = rt_response_pane_get_instance_private (self);
  GtkWidget *child;

  g_clear_handle_id (&priv->refresh_id, g_source_remove);
  drop_exchange (self);
  g_clear_object (&priv->catalogue);
  g_clear_object (&priv->credentials);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (rt_response_pane_parent_class)->dispose (object);
}

static void
rt_response_pane_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  RtResponsePane *self = RT_RESPONSE_PANE (object);

  switch (prop_id)
    {
    case PROP_EXCHANGE:
      g_value_set_object (value, rt_response_pane_get_exchange (self));
      break;
    case PROP_CATALOGUE:
      g_value_set_object (value, rt_response_pane_get_catalogue (self));
      break;
    case PROP_EXPLANATION:
      g_value_set_object (value, rt_response_pane_get_explanation (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rt_response_pane_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  RtResponsePane *self = RT_RESPONSE_PANE (object);

  switch (prop_id)
    {
    case PROP_EXCHANGE:
      rt_response_pane_set_exchange (self, g_value_get_object (value));
      break;
    case PROP_CATALOGUE:
      rt_response_pane_set_catalogue (self, g_value_get_object (value));
      break;
    case PROP_EXPLANATION:
      rt_response_pane_set_explanation (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rt_response_pane_class_init (RtResponsePaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rt_response_pane_dispose;
  object_class->get_property = rt_response_pane_get_property;
  object_class->set_property = rt_response_pane_set_property;
  widget_class->map = rt_response_pane_map;

  properties[PROP_EXCHANGE] =
    g_param_spec_object ("exchange", NULL, NULL, RT_TYPE_EXCHANGE,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_CATALOGUE] =
    g_param_spec_object ("catalogue", NULL, NULL, RT_TYPE_CATALOGUE,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_EXPLANATION] =
    g_param_spec_object ("explanation", NULL, NULL, RT_TYPE_EXPLANATION,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
rt_response_pane_init (RtResponsePane *self)
{
}

RtExchange *
rt_response_pane_get_exchange (RtResponsePane *self)
{
  RtResponsePanePrivate *priv = rt_response_pane_get_instance_private (self);

  g_return_val_if_fail (RT_IS_RESPONSE_PANE (self), NULL);

  return priv->exchange;
}

void
rt_response_pane_set_exchange (RtResponsePane *self,
                               RtExchange     *exchange)
{
  RtResponsePanePrivate *priv = rt_response_pane_get_instance_private (self);

  g_return_if_fail (RT_IS_RESPONSE_PANE (self));
  g_return_if_fail (exchange == NULL || RT_IS_EXCHANGE (exchange));

  if (priv->exchange == exchange)
    return;

  drop_exchange (self);
  if (exchange != NULL)
    {
      priv->exchange = g_object_ref (exchange);
      priv->changed_handler = g_signal_connect_swapped (exchange, "changed",
                                                        G_CALLBACK (changed_cb), self);
    }
  queue_refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXCHANGE]);
}

RtCatalogue *
rt_response_pane_get_catalogue (RtResponsePane *self)
{
  RtResponsePanePrivate *priv = rt_response_pane_get_instance_private (self);

  g_return_val_if_fail (RT_IS_RESPONSE_PANE (self), NULL);

  return priv->catalogue;
}

void
rt_response_pane_set_catalogue (RtResponsePane *self,
                                RtCatalogue    *catalogue)
{
  RtResponsePanePrivate *priv = rt_response_pane_get_instance_private (self);

  g_return_if_fail (RT_IS_RESPONSE_PANE (self));
  g_return_if_fail (catalogue == NULL || RT_IS_CATALOGUE (catalogue));

  if (!g_set_object (&priv->catalogue, catalogue))
    return;
  if (priv->exchange != NULL)
    refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CATALOGUE]);
}

RtCredentials *
rt_response_pane_get_credentials (RtResponsePane *self)
{
  RtResponsePanePrivate *priv = rt_response_pane_get_instance_private (self);

  g_return_val_if_fail (RT_IS_RESPONSE_PANE (self), NULL);

  return priv->credentials;
}

void
rt_response_pane_set_credentials (RtResponsePane *self,
                                  RtCredentials  *credentials)
{
  RtResponsePanePrivate *priv = rt_response_pane_get_instance_private (self);

  g_return_if_fail (RT_IS_RESPONSE_PANE (self));
  g_return_if_fail (credentials == NULL || RT_IS_CREDENTIALS (credentials));

  g_set_object (&priv->credentials, credentials);
}

gboolean
rt_response_pane_get_show_secrets (RtResponsePane *self)
{
  RtResponsePanePrivate *priv = rt_response_pane_get_instance_private (self);

  g_return_val_if_fail (RT_IS_RESPONSE_PANE (self), FALSE);

  return priv->show_secrets;
}

void
rt_response_pane_set_show_secrets (RtResponsePane *self,
                                   gboolean        show)
{
  RtResponsePanePrivate *priv = rt_response_pane_get_instance_private (self);

  g_return_if_fail (RT_IS_RESPONSE_PANE (self));

  if (priv->show_secrets == show)
    return;
  priv->show_secrets = show;
  if (priv->exchange != NULL)
    refresh (self);
}

gboolean
rt_response_pane_is_done (RtResponsePane *self)
{
  RtResponsePanePrivate *priv = rt_response_pane_get_instance_private (self);

  g_return_val_if_fail (RT_IS_RESPONSE_PANE (self), FALSE);

  return priv->exchange != NULL && rt_exchange_get_state (priv->exchange) == RT_EXCHANGE_DONE;
}

RtExplanation *
rt_response_pane_get_explanation (RtResponsePane *self)
{
  RtResponsePanePrivate *priv = rt_response_pane_get_instance_private (self);

  g_return_val_if_fail (RT_IS_RESPONSE_PANE (self), NULL);

  return priv->explanation;
}

void
rt_response_pane_set_explanation (RtResponsePane *self,
                                  RtExplanation  *explanation)
{
  RtResponsePanePrivate *priv = rt_response_pane_get_instance_private (self);

  g_return_if_fail (RT_IS_RESPONSE_PANE (self));
  g_return_if_fail (explanation == NULL || RT_IS_EXPLANATION (explanation));

  if (!g_set_object (&priv->explanation, explanation))
    return;

  queue_refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXPLANATION]);
}
