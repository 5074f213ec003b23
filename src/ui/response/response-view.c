/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The response: head, trail and panes of the chosen exchange. It only hands the
 * exchange on; each part shows its own.
 */

#include "config.h"

#include "response-view.h"

#include "body-pane.h"
#include "challenge-card.h"
#include "compare-view.h"
#include "empty-response.h"
#include "explainer.h"
#include "failure-card.h"
#include "fault-list.h"
#include "ladder-view.h"
#include "ladder.h"
#include "pending-bar.h"
#include "progress-strip.h"
#include "response-pane.h"
#include "response-panes.h"
#include "response-ui.h"
#include "status-head.h"
#include "tabs.h"
#include "trail-strip.h"
#include "template.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _RtResponseView
{
  GtkWidget     parent_instance;

  RtCatalogue  *catalogue;
  RtTrail      *trail;
  GPtrArray    *parts; /* RtResponsePane: all that show the chosen exchange */
  gboolean      show_secrets;
  RtTrail      *before; /* what was sent before the trail */

  RtExplainer  *explainer; /* of the chosen exchange */

  GtkWidget    *card;
  RtCompareView *compare;
  GtkWidget    *failure;
  GtkWidget    *faults;
  GtkWidget    *head;
  RtLadderView *ladder;
  GtkStack     *lower; /* the exchange, or the trail as a whole */
  GtkStack     *pages;
  GtkStack     *panes;
  AdwBin       *panes_bin;
  RtPendingBar *pending;
  GtkWidget    *progress;
  GtkStackSwitcher *switcher;
  RtTrailStrip *trail_strip;
};

G_DEFINE_FINAL_TYPE (RtResponseView, rt_response_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_CATALOGUE,
  PROP_TRAIL,
  PROP_EXCHANGE,
  PROP_SHOW_SECRETS,
  PROP_LADDER,
  PROP_COMPARING,
  N_PROPS
};

enum
{
  ANSWER,
  EDIT_REQUEST,
  SEND_ANYWAY,
  SHOW_CODE,
  STEP,
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
  rt_ladder_view_set_catalogue (self->ladder, catalogue);
  rt_explainer_set_catalogue (self->explainer, catalogue);
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
  rt_compare_view_set_show_secrets (self->compare, show);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_SECRETS]);
}

static gboolean
is_page (RtResponseView *self,
         const char     *name)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->lower), name) == 0;
}

/* The exchange, or the whole trail in its place. A comparison needs the room
 * that the status of one exchange takes. */
static void
set_page (RtResponseView *self,
          const char     *name)
{
  if (is_page (self, name))
    return;
  gtk_stack_set_visible_child_name (self->lower, name);
  gtk_widget_set_visible (self->head, !is_page (self, "compare"));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LADDER]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPARING]);
}

static void
toggle_page (RtResponseView *self,
             const char     *name,
             gboolean        show)
{
  if (show)
    set_page (self, name);
  else if (is_page (self, name))
    set_page (self, "exchange");
}

static void
rung_chosen_cb (RtResponseView *self,
                guint           position)
{
  rt_trail_strip_choose (self->trail_strip, position);
  set_page (self, "exchange");
  gtk_widget_child_focus (GTK_WIDGET (self->lower), GTK_DIR_TAB_FORWARD);
}

static void
edit_cb (RtResponseView *self,
         RtRequest      *request)
{
  g_signal_emit (self, signals[EDIT_REQUEST], 0, request);
}

static void
answer_cb (RtResponseView *self)
{
  g_signal_emit (self, signals[ANSWER], 0);
}

static void
copy_ladder_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  RtResponseView *self = RT_RESPONSE_VIEW (widget);
  g_autofree char *text = NULL;

  if (self->trail == NULL || self->catalogue == NULL)
    return;
  text = g_strcmp0 (g_variant_get_string (parameter, NULL), "markdown") == 0
           ? rt_ladder_to_markdown (self->trail, self->catalogue)
           : rt_ladder_to_text (self->trail, self->catalogue);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
show_login_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  rt_challenge_card_reveal (RT_CHALLENGE_CARD (RT_RESPONSE_VIEW (widget)->card));
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
explained_cb (RtResponseView *self)
{
  RtExplanation *explanation = rt_explainer_get_explanation (self->explainer);

  for (guint i = 0; i < self->parts->len; i++)
    rt_response_pane_set_explanation (g_ptr_array_index (self->parts, i), explanation);
}

static void
chosen_cb (RtResponseView *self)
{
  RtExchange *exchange = rt_trail_strip_get_exchange (self->trail_strip);

  for (guint i = 0; i < self->parts->len; i++)
    rt_response_pane_set_exchange (g_ptr_array_index (self->parts, i), exchange);
  gtk_stack_set_visible_child_name (self->pages, exchange != NULL ? "response" : "empty");
  rt_explainer_set_exchange (self->explainer, exchange);
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
step_cb (RtResponseView *self,
         RtNextStep     *step)
{
  g_signal_emit (self, signals[STEP], 0, step);
}

static void
show_pane_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  RtResponseView *self = RT_RESPONSE_VIEW (widget);
  const char *name = g_variant_get_string (parameter, NULL);

  set_page (self, "exchange");
  if (gtk_stack_get_child_by_name (self->panes, name) != NULL)
    gtk_stack_set_visible_child_name (self->panes, name);
}

static void
find_body_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  RtResponseView *self = RT_RESPONSE_VIEW (widget);

  gtk_widget_activate_action (widget, "response.show-pane", "s", "body");
  rt_body_pane_find (RT_BODY_PANE (gtk_stack_get_child_by_name (self->panes, "body")));
}

static void
rt_response_view_dispose (GObject *object)
{
  RtResponseView *self = RT_RESPONSE_VIEW (object);

  if (self->trail_strip != NULL)
    g_signal_handlers_disconnect_by_data (self->trail_strip, self);
  if (self->explainer != NULL)
    g_signal_handlers_disconnect_by_data (self->explainer, self);
  g_clear_object (&self->explainer);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  rt_template_dispose (GTK_WIDGET (object), RT_TYPE_RESPONSE_VIEW);
  g_clear_object (&self->trail);
  g_clear_object (&self->before);
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
    case PROP_LADDER:
      g_value_set_boolean (value, is_page (self, "ladder"));
      break;
    case PROP_COMPARING:
      g_value_set_boolean (value, is_page (self, "compare"));
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
    case PROP_LADDER:
      toggle_page (self, "ladder", g_value_get_boolean (value));
      break;
    case PROP_COMPARING:
      toggle_page (self, "compare", g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static GParamSpec *
new_switch (const char *name)
{
  return g_param_spec_boolean (name, NULL, NULL, FALSE,
                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                 G_PARAM_EXPLICIT_NOTIFY);
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
  properties[PROP_SHOW_SECRETS] = new_switch ("show-secrets");
  properties[PROP_LADDER] = new_switch ("ladder");
  properties[PROP_COMPARING] = new_switch ("comparing");
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
install_trail_actions (GObjectClass   *object_class,
                       GtkWidgetClass *widget_class)
{
  signals[ANSWER] = g_signal_new ("answer", G_TYPE_FROM_CLASS (object_class), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[EDIT_REQUEST] = g_signal_new ("edit-request", G_TYPE_FROM_CLASS (object_class),
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                        RT_TYPE_REQUEST);
  gtk_widget_class_install_action (widget_class, "response.copy-ladder", "s",
                                   copy_ladder_action);
  gtk_widget_class_install_action (widget_class, "response.show-login", NULL, show_login_action);
  gtk_widget_class_install_property_action (widget_class, "response.show-secrets",
                                            "show-secrets");
  gtk_widget_class_install_property_action (widget_class, "response.ladder", "ladder");
  gtk_widget_class_install_property_action (widget_class, "response.compare", "comparing");
}

/* The parts that show the trail as a whole, and the login. */
static void
bind_trail_children (GtkWidgetClass *widget_class)
{
  g_type_ensure (RT_TYPE_CHALLENGE_CARD);
  g_type_ensure (RT_TYPE_COMPARE_VIEW);
  g_type_ensure (RT_TYPE_LADDER_VIEW);
  g_type_ensure (RT_TYPE_PENDING_BAR);
  gtk_widget_class_bind_template_child (widget_class, RtResponseView, card);
  gtk_widget_class_bind_template_child (widget_class, RtResponseView, compare);
  gtk_widget_class_bind_template_child (widget_class, RtResponseView, ladder);
  gtk_widget_class_bind_template_child (widget_class, RtResponseView, lower);
  gtk_widget_class_bind_template_child (widget_class, RtResponseView, pending);
  gtk_widget_class_bind_template_callback (widget_class, answer_cb);
  gtk_widget_class_bind_template_callback (widget_class, edit_cb);
  gtk_widget_class_bind_template_callback (widget_class, rung_chosen_cb);
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
  signals[STEP] = g_signal_new ("step", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 1, RT_TYPE_NEXT_STEP);

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
  gtk_widget_class_bind_template_child (widget_class, RtResponseView, panes_bin);
  gtk_widget_class_bind_template_child (widget_class, RtResponseView, progress);
  gtk_widget_class_bind_template_child (widget_class, RtResponseView, switcher);
  gtk_widget_class_bind_template_child (widget_class, RtResponseView, trail_strip);
  gtk_widget_class_install_action (widget_class, "response.show-pane", "s", show_pane_action);
  gtk_widget_class_install_action (widget_class, "response.find-body", NULL, find_body_action);
  bind_trail_children (widget_class);
  install_trail_actions (object_class, widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
add_panes (RtResponseView *self)
{
  rt_response_panes_add (self->panes, self->parts);
  g_signal_connect_object (gtk_stack_get_child_by_name (self->panes, "why"), "step",
                           G_CALLBACK (step_cb), self, G_CONNECT_SWAPPED);
}

static void
rt_response_view_init (RtResponseView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->parts = g_ptr_array_new ();
  g_ptr_array_add (self->parts, self->head);
  g_ptr_array_add (self->parts, self->progress);
  g_ptr_array_add (self->parts, self->failure);
  g_ptr_array_add (self->parts, self->card);
  g_ptr_array_add (self->parts, self->faults);
  gtk_widget_set_layout_manager (GTK_WIDGET (self->panes_bin),
                                 rt_response_panes_new_layout ());
  add_panes (self);
  rt_tabs_keep_in_sight (self->switcher);
  self->explainer = rt_explainer_new ();
  g_signal_connect_swapped (self->explainer, "notify::explanation", G_CALLBACK (explained_cb),
                            self);
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

/* What shows the trail as a whole; and back to the exchanges. */
static void
show_trail (RtResponseView *self)
{
  set_page (self, "exchange");
  set_credentials (self);
  rt_challenge_card_set_trail (RT_CHALLENGE_CARD (self->card), self->trail);
  rt_pending_bar_set_trail (self->pending, self->trail);
  rt_ladder_view_set_trail (self->ladder, self->trail);
  rt_compare_view_set_trails (self->compare, self->before, self->trail);
}

void
rt_response_view_set_trail (RtResponseView *self,
                            RtTrail        *trail)
{
  g_return_if_fail (RT_IS_RESPONSE_VIEW (self));
  g_return_if_fail (trail == NULL || RT_IS_TRAIL (trail));

  if (self->trail == trail)
    return;
  if (self->trail != NULL && rt_trail_get_n_exchanges (self->trail) > 0)
    g_set_object (&self->before, self->trail);
  g_set_object (&self->trail, trail);
  rt_explainer_set_trail (self->explainer, trail);
  show_trail (self);
  rt_trail_strip_set_trail (self->trail_strip, trail);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TRAIL]);
}

RtExchange *
rt_response_view_get_exchange (RtResponseView *self)
{
  g_return_val_if_fail (RT_IS_RESPONSE_VIEW (self), NULL);

  return self->trail_strip != NULL ? rt_trail_strip_get_exchange (self->trail_strip) : NULL;
}

RtExplanation *
rt_response_view_get_explanation (RtResponseView *self)
{
  g_return_val_if_fail (RT_IS_RESPONSE_VIEW (self), NULL);

  return self->explainer != NULL ? rt_explainer_get_explanation (self->explainer) : NULL;
}

void
rt_response_view_set_settings (RtResponseView *self,
                               RtSettings     *settings)
{
  g_return_if_fail (RT_IS_RESPONSE_VIEW (self));

  rt_body_pane_set_settings (RT_BODY_PANE (gtk_stack_get_child_by_name (self->panes, "body")),
                             settings);
}
