/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The response: head, trail and panes of the chosen exchange. It only hands the
 * exchange on; each part shows its own.
 */

#include "config.h"

#include "response-view.h"

#include "body-pane.h"
#include "connection-pane.h"
#include "empty-response.h"
#include "failure-card.h"
#include "fault-list.h"
#include "headers-pane.h"
#include "progress-strip.h"
#include "response-pane.h"
#include "response-ui.h"
#include "status-head.h"
#include "timing-pane.h"
#include "trail-strip.h"
#include "wire-pane.h"
#include "template.h"

#include <glib/gi18n-lib.h>

struct _RtResponseView
{
  GtkWidget     parent_instance;

  RtCatalogue  *catalogue;
  RtTrail      *trail;
  GPtrArray    *parts; /* RtResponsePane: all that show the chosen exchange */
  gboolean      show_secrets;

  GtkWidget    *failure;
  GtkWidget    *faults;
  GtkWidget    *head;
  GtkStack     *pages;
  GtkStack     *panes;
  GtkWidget    *progress;
  RtTrailStrip *trail_strip;
};

G_DEFINE_FINAL_TYPE (RtResponseView, rt_response_view, GTK_TYPE_WIDGET)

/* The panes, in their order. One line is one pane. */
static const struct
{
  const char *name;
  const char *title;
  GType     (*get_type) (void);
} panes[] = {
  { "body", N_("Body"), rt_body_pane_get_type },
  { "headers", N_("Headers"), rt_headers_pane_get_type },
  { "timing", N_("Timing"), rt_timing_pane_get_type },
  { "connection", N_("Connection"), rt_connection_pane_get_type },
  { "wire", N_("Wire"), rt_wire_pane_get_type },
};

enum
{
  PROP_0,
  PROP_CATALOGUE,
  PROP_TRAIL,
  PROP_EXCHANGE,
  PROP_SHOW_SECRETS,
  N_PROPS
};

enum
{
  SEND_ANYWAY,
  SHOW_CODE,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
set_catalogue (RtResponseView *self,
               RtCatalogue    *catalogue)
{
  if (!g_set_object (&self->catalogue, catalogue))
    return;
  for (guint i = 0; i < self->parts->len; i++)
    rt_response_pane_set_catalogue (g_ptr_array_index (self->parts, i), catalogue);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CATALOGUE]);
}

/* Of this window and not kept: whoever looks over a shoulder later sees none. */
static void
set_show_secrets (RtResponseView *self,
                  gboolean        show)
{
  if (self->show_secrets == show)
    return;
  self->show_secrets = show;
  for (guint i = 0; i < self->parts->len; i++)
    rt_response_pane_set_show_secrets (g_ptr_array_index (self->parts, i), show);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_SECRETS]);
}

/* Before the exchange: what is filled then must know what to hide. */
static void
set_credentials (RtResponseView *self)
{
  RtRequest *request = self->trail != NULL ? rt_trail_get_request (self->trail) : NULL;

  for (guint i = 0; i < self->parts->len; i++)
    rt_response_pane_set_credentials (g_ptr_array_index (self->parts, i),
                                      request != NULL ? rt_request_get_credentials (request)
                                                      : NULL);
}

static void
chosen_cb (RtResponseView *self)
{
  RtExchange *exchange = rt_trail_strip_get_exchange (self->trail_strip);

  for (guint i = 0; i < self->parts->len; i++)
    rt_response_pane_set_exchange (g_ptr_array_index (self->parts, i), exchange);
  gtk_stack_set_visible_child_name (self->pages, exchange != NULL ? "response" : "empty");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXCHANGE]);
}

static void
send_anyway_cb (RtResponseView *self)
{
  g_signal_emit (self, signals[SEND_ANYWAY], 0);
}

static void
show_code_cb (RtResponseView *self,
              int             code)
{
  g_signal_emit (self, signals[SHOW_CODE], 0, code);
}

static void
show_pane_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  RtResponseView *self = RT_RESPONSE_VIEW (widget);
  const char *name = g_variant_get_string (parameter, NULL);

  if (gtk_stack_get_child_by_name (self->panes, name) != NULL)
    gtk_stack_set_visible_child_name (self->panes, name);
}

static void
rt_response_view_dispose (GObject *object)
{
  RtResponseView *self = RT_RESPONSE_VIEW (object);

  if (self->trail_strip != NULL)
    g_signal_handlers_disconnect_by_data (self->trail_strip, self);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  rt_template_dispose (GTK_WIDGET (object), RT_TYPE_RESPONSE_VIEW);
  g_clear_object (&self->trail);
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (rt_response_view_parent_class)->dispose (object);
}

static void
rt_response_view_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  RtResponseView *self = RT_RESPONSE_VIEW (object);

  switch (prop_id)
    {
    case PROP_CATALOGUE:
      g_value_set_object (value, self->catalogue);
      break;
    case PROP_TRAIL:
      g_value_set_object (value, self->trail);
      break;
    case PROP_EXCHANGE:
      g_value_set_object (value, rt_response_view_get_exchange (self));
      break;
    case PROP_SHOW_SECRETS:
      g_value_set_boolean (value, self->show_secrets);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rt_response_view_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  RtResponseView *self = RT_RESPONSE_VIEW (object);

  switch (prop_id)
    {
    case PROP_CATALOGUE:
      set_catalogue (self, g_value_get_object (value));
      break;
    case PROP_TRAIL:
      rt_response_view_set_trail (self, g_value_get_object (value));
      break;
    case PROP_SHOW_SECRETS:
      set_show_secrets (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  properties[PROP_CATALOGUE] =
    g_param_spec_object ("catalogue", NULL, NULL, RT_TYPE_CATALOGUE,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_TRAIL] =
    g_param_spec_object ("trail", NULL, NULL, RT_TYPE_TRAIL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_EXCHANGE] =
    g_param_spec_object ("exchange", NULL, NULL, RT_TYPE_EXCHANGE,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_SECRETS] =
    g_param_spec_boolean ("show-secrets", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rt_response_view_class_init (RtResponseViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rt_response_view_dispose;
  object_class->get_property = rt_response_view_get_property;
  object_class->set_property = rt_response_view_set_property;
  install_properties (object_class);

  signals[SEND_ANYWAY] = g_signal_new ("send-anyway", G_TYPE_FROM_CLASS (klass),
                                       G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SHOW_CODE] = g_signal_new ("show-code", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  g_type_ensure (RT_TYPE_EMPTY_RESPONSE);
  g_type_ensure (RT_TYPE_FAILURE_CARD);
  g_type_ensure (RT_TYPE_FAULT_LIST);
  g_type_ensure (RT_TYPE_PROGRESS_STRIP);
  g_type_ensure (RT_TYPE_STATUS_HEAD);
  g_type_ensure (RT_TYPE_TRAIL_STRIP);
  gtk_widget_class_set_template_from_resource (widget_class, RT_RESPONSE_UI "response-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RtResponseView, failure);
  gtk_widget_class_bind_template_child (widget_class, RtResponseView, faults);
  gtk_widget_class_bind_template_child (widget_class, RtResponseView, head);
  gtk_widget_class_bind_template_child (widget_class, RtResponseView, pages);
  gtk_widget_class_bind_template_child (widget_class, RtResponseView, panes);
  gtk_widget_class_bind_template_child (widget_class, RtResponseView, progress);
  gtk_widget_class_bind_template_child (widget_class, RtResponseView, trail_strip);
  gtk_widget_class_install_action (widget_class, "response.show-pane", "s", show_pane_action);
  gtk_widget_class_install_property_action (widget_class, "response.show-secrets",
                                            "show-secrets");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
add_panes (RtResponseView *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (panes); i++)
    {
      GtkWidget *pane = g_object_new (panes[i].get_type (), NULL);

      gtk_stack_add_titled (self->panes, pane, panes[i].name, _(panes[i].title));
      g_ptr_array_add (self->parts, pane);
    }
}

static void
rt_response_view_init (RtResponseView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->parts = g_ptr_array_new ();
  g_ptr_array_add (self->parts, self->head);
  g_ptr_array_add (self->parts, self->progress);
  g_ptr_array_add (self->parts, self->failure);
  g_ptr_array_add (self->parts, self->faults);
  add_panes (self);
  g_signal_connect_swapped (self->trail_strip, "notify::exchange", G_CALLBACK (chosen_cb), self);
  g_signal_connect_object (self->failure, "send-anyway", G_CALLBACK (send_anyway_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->head, "show-code", G_CALLBACK (show_code_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
rt_response_view_new (void)
{
  return g_object_new (RT_TYPE_RESPONSE_VIEW, NULL);
}

void
rt_response_view_set_trail (RtResponseView *self,
                            RtTrail        *trail)
{
  g_return_if_fail (RT_IS_RESPONSE_VIEW (self));
  g_return_if_fail (trail == NULL || RT_IS_TRAIL (trail));

  if (!g_set_object (&self->trail, trail))
    return;
  set_credentials (self);
  rt_trail_strip_set_trail (self->trail_strip, trail);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TRAIL]);
}

RtExchange *
rt_response_view_get_exchange (RtResponseView *self)
{
  g_return_val_if_fail (RT_IS_RESPONSE_VIEW (self), NULL);

  return self->trail_strip != NULL ? rt_trail_strip_get_exchange (self->trail_strip) : NULL;
}
