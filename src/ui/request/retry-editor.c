/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The policy is one value: it is read from all controls at once, and shown in
 * all of them.
 */

#include "config.h"

#include "retry-editor.h"

#include "retry-words.h"
#include "template.h"

#include <adwaita.h>

#define DEFAULT_TRIES 3

struct _RtRetryEditor
{
  GtkWidget       parent_instance;

  /* Template widgets */
  GtkSwitch      *any_method_switch;
  GtkSpinButton  *base_spin;
  GtkCheckButton *check_429;
  GtkCheckButton *check_502;
  GtkCheckButton *check_503;
  GtkCheckButton *check_504;
  GtkCheckButton *check_connect;
  GtkCheckButton *check_timeout;
  GtkSwitch      *heed_switch;
  GtkSpinButton  *limit_spin;
  GtkSpinButton  *max_spin;
  GtkSwitch      *retry_switch;
  GtkSpinButton  *tries_spin;
  GtkLabel       *words_label;

  RtRequest      *request;
  gboolean        syncing;
};

G_DEFINE_FINAL_TYPE (RtRetryEditor, rt_retry_editor, GTK_TYPE_WIDGET)

static RtRetryOutcomes
read_outcomes (RtRetryEditor *self)
{
  RtRetryOutcomes outcomes = RT_RETRY_ON_NOTHING;

#define READ(check, flag) \
  if (gtk_check_button_get_active (self->check)) \
    outcomes |= flag

  READ (check_429, RT_RETRY_ON_429);
  READ (check_502, RT_RETRY_ON_502);
  READ (check_503, RT_RETRY_ON_503);
  READ (check_504, RT_RETRY_ON_504);
  READ (check_connect, RT_RETRY_ON_CONNECT);
  READ (check_timeout, RT_RETRY_ON_TIMEOUT);
#undef READ

  return outcomes;
}

static void
show_outcomes (RtRetryEditor   *self,
               RtRetryOutcomes  outcomes)
{
  gtk_check_button_set_active (self->check_429, outcomes & RT_RETRY_ON_429);
  gtk_check_button_set_active (self->check_502, outcomes & RT_RETRY_ON_502);
  gtk_check_button_set_active (self->check_503, outcomes & RT_RETRY_ON_503);
  gtk_check_button_set_active (self->check_504, outcomes & RT_RETRY_ON_504);
  gtk_check_button_set_active (self->check_connect, outcomes & RT_RETRY_ON_CONNECT);
  gtk_check_button_set_active (self->check_timeout, outcomes & RT_RETRY_ON_TIMEOUT);
}

static void
say (RtRetryEditor *self)
{
  g_autofree char *words = rt_retry_words (rt_request_get_retry (self->request),
                                           rt_request_get_method (self->request));

  if (g_strcmp0 (gtk_label_get_text (self->words_label), words) != 0)
    gtk_label_set_text (self->words_label, words);
}

/* A control changed. */
static void
edited_cb (RtRetryEditor *self)
{
  RtRetryPolicy policy;

  if (self->syncing || self->request == NULL)
    return;

  policy.tries = gtk_switch_get_active (self->retry_switch)
                   ? gtk_spin_button_get_value (self->tries_spin) : 0;
  policy.base_delay = gtk_spin_button_get_value (self->base_spin);
  policy.max_delay = gtk_spin_button_get_value (self->max_spin) * 1000 + 0.5;
  policy.outcomes = read_outcomes (self);
  policy.any_method = gtk_switch_get_active (self->any_method_switch);
  policy.heed_retry_after = gtk_switch_get_active (self->heed_switch);
  policy.retry_after_limit = gtk_spin_button_get_value (self->limit_spin);
  rt_request_set_retry (self->request, &policy);
}

/* The number of tries is remembered while it is off. */
static void
show_policy (RtRetryEditor       *self,
             const RtRetryPolicy *policy)
{
  self->syncing = TRUE;
  gtk_switch_set_active (self->retry_switch, policy->tries > 0);
  if (policy->tries > 0)
    gtk_spin_button_set_value (self->tries_spin, policy->tries);
  gtk_spin_button_set_value (self->base_spin, policy->base_delay);
  gtk_spin_button_set_value (self->max_spin, policy->max_delay / 1000.0);
  show_outcomes (self, policy->outcomes);
  gtk_switch_set_active (self->any_method_switch, policy->any_method);
  gtk_switch_set_active (self->heed_switch, policy->heed_retry_after);
  gtk_spin_button_set_value (self->limit_spin, policy->retry_after_limit);
  self->syncing = FALSE;
}

static void
request_changed_cb (RtRetryEditor *self)
{
  show_policy (self, rt_request_get_retry (self->request));
  say (self);
}

static void
rt_retry_editor_dispose (GObject *object)
{
  RtRetryEditor *self = RT_RETRY_EDITOR (object);

  self->syncing = TRUE;
  rt_template_dispose (GTK_WIDGET (self), RT_TYPE_RETRY_EDITOR);
  g_clear_object (&self->request);

  G_OBJECT_CLASS (rt_retry_editor_parent_class)->dispose (object);
}

static void
rt_retry_editor_class_init (RtRetryEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_retry_editor_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/roundtrip_app/Roundtrip/ui/request/retry-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, RtRetryEditor, any_method_switch);
  gtk_widget_class_bind_template_child (widget_class, RtRetryEditor, base_spin);
  gtk_widget_class_bind_template_child (widget_class, RtRetryEditor, check_429);
  gtk_widget_class_bind_template_child (widget_class, RtRetryEditor, check_502);
  gtk_widget_class_bind_template_child (widget_class, RtRetryEditor, check_503);
  gtk_widget_class_bind_template_child (widget_class, RtRetryEditor, check_504);
  gtk_widget_class_bind_template_child (widget_class, RtRetryEditor, check_connect);
  gtk_widget_class_bind_template_child (widget_class, RtRetryEditor, check_timeout);
  gtk_widget_class_bind_template_child (widget_class, RtRetryEditor, heed_switch);
  gtk_widget_class_bind_template_child (widget_class, RtRetryEditor, limit_spin);
  gtk_widget_class_bind_template_child (widget_class, RtRetryEditor, max_spin);
  gtk_widget_class_bind_template_child (widget_class, RtRetryEditor, retry_switch);
  gtk_widget_class_bind_template_child (widget_class, RtRetryEditor, tries_spin);
  gtk_widget_class_bind_template_child (widget_class, RtRetryEditor, words_label);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
}

static void
rt_retry_editor_init (RtRetryEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_policy (self, &rt_retry_policy_default);
  gtk_spin_button_set_value (self->tries_spin, DEFAULT_TRIES);
}

GtkWidget *
rt_retry_editor_new (void)
{
  return g_object_new (RT_TYPE_RETRY_EDITOR, NULL);
}

void
rt_retry_editor_set_request (RtRetryEditor *self,
                             RtRequest     *request)
{
  g_return_if_fail (RT_IS_RETRY_EDITOR (self));
  g_return_if_fail (RT_IS_REQUEST (request));

  if (self->request == request)
    return;
  if (self->request != NULL)
    g_signal_handlers_disconnect_by_func (self->request, request_changed_cb, self);
  g_set_object (&self->request, request);
  g_signal_connect_object (request, "changed", G_CALLBACK (request_changed_cb), self,
                           G_CONNECT_SWAPPED);
  request_changed_cb (self);
}
