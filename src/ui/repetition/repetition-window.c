/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtRepetitionWindow: the form, and what the repetition says of itself. The
 * counting is the engine's, the words are those of repetition-text.c.
 */

#include "config.h"

#include "repetition-window.h"

#include "error-text.h"
#include "repetition-plot.h"
#include "repetition-table.h"
#include "repetition-text.h"
#include "text.h"

#include <glib/gi18n-lib.h>

/* How often it is looked at while it goes on, in milliseconds. */
#define REFRESH 100

struct _RtRepetitionWindow
{
  AdwWindow          parent_instance;

  RtEngine          *engine;
  RtRequest         *request;
  RtRepetition      *repetition;
  guint              refresh; /* source, while it goes on */
  guint              said;    /* results that the words count */

  GtkMenuButton     *copy_button;
  GtkSpinButton     *count_spin;
  GtkWidget         *form;
  AdwWindowTitle    *heading;
  GtkLabel          *hint_label;
  GtkSpinButton     *interval_spin;
  GtkLabel          *message;
  GtkButton         *pause_button;
  RtRepetitionPlot  *plot;
  GtkStack          *stack;
  GtkStack          *start_stack;
  GtkLabel          *state_label;
  GtkLabel          *summary_label;
  RtRepetitionTable *table;
  GtkEntry          *until_entry;
};

G_DEFINE_FINAL_TYPE (RtRepetitionWindow, rt_repetition_window, ADW_TYPE_WINDOW)

enum
{
  SHOW_TRAIL,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
goes_on (RtRepetitionWindow *self)
{
  RtRepetitionState state;

  if (self->repetition == NULL)
    return FALSE;
  state = rt_repetition_get_state (self->repetition);

  return state == RT_REPETITION_RUNNING || state == RT_REPETITION_PAUSED;
}

static void
set_message (RtRepetitionWindow *self,
             const char         *message)
{
  gtk_label_set_text (self->message, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), message != NULL);
}

static void
set_text (GtkLabel   *label,
          const char *text)
{
  if (g_strcmp0 (gtk_label_get_text (label), text) != 0)
    gtk_label_set_text (label, text);
}

static void
say (RtRepetitionWindow *self)
{
  g_autofree char *state = rt_repetition_text_dup_state (self->repetition);
  guint done = rt_repetition_get_n_done (self->repetition);

  set_text (self->state_label, state);
  if (done == self->said)
    return;
  self->said = done;
  rt_repetition_table_show_newest (self->table);
  if (done > 0)
    {
      g_autofree char *summary = rt_repetition_text_dup_summary (self->repetition);

      set_text (self->summary_label, summary);
      rt_repetition_plot_set_words (self->plot, summary);
    }
  else
    set_text (self->summary_label, "");
}

static void
update_actions (RtRepetitionWindow *self)
{
  gboolean on = goes_on (self);
  gboolean any = self->repetition != NULL && rt_repetition_get_n_done (self->repetition) > 0;
  gboolean paused = on && rt_repetition_get_state (self->repetition) == RT_REPETITION_PAUSED;

  gtk_widget_set_sensitive (self->form, !on);
  gtk_stack_set_visible_child_name (self->start_stack, on ? "stop" : "start");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "repeat.start", !on);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "repeat.stop", on);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "repeat.pause", on);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "repeat.copy-text", any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "repeat.copy-csv", any);
  gtk_widget_set_sensitive (GTK_WIDGET (self->copy_button), any);
  gtk_button_set_label (self->pause_button, paused ? _("Go On") : _("Pause"));
}

static gboolean
refresh_cb (gpointer user_data)
{
  RtRepetitionWindow *self = user_data;

  say (self);
  update_actions (self);
  if (rt_repetition_get_state (self->repetition) == RT_REPETITION_RUNNING)
    return G_SOURCE_CONTINUE;
  self->refresh = 0;

  return G_SOURCE_REMOVE;
}

/* Results may come a thousand a second: the words follow at their own pace,
 * but the end is said at once. */
static void
changed_cb (RtRepetitionWindow *self)
{
  if (rt_repetition_get_state (self->repetition) != RT_REPETITION_RUNNING)
    {
      say (self);
      update_actions (self);
    }
  else if (self->refresh == 0)
    {
      self->refresh = g_timeout_add (REFRESH, refresh_cb, self);
      say (self);
      update_actions (self);
    }
}

static void
say_hint (RtRepetitionWindow *self)
{
  RtRepetitionResult *result = rt_repetition_table_get_chosen (self->table);

  if (result == NULL)
    set_text (self->hint_label, _("Choose a row to see its response in the window."));
  else if (rt_repetition_result_get_trail (result) == NULL)
    set_text (self->hint_label, _("This response is no longer there: only the latest are kept."));
  else
    set_text (self->hint_label, _("The window shows this response."));
}

static void
chosen_cb (RtRepetitionWindow *self)
{
  RtRepetitionResult *result = rt_repetition_table_get_chosen (self->table);
  RtTrail *trail = result != NULL ? rt_repetition_result_get_trail (result) : NULL;

  rt_repetition_plot_set_marked (self->plot,
                                 result != NULL ? rt_repetition_result_get_number (result) : 0);
  say_hint (self);
  if (trail != NULL)
    g_signal_emit (self, signals[SHOW_TRAIL], 0, trail);
}

static void
mark_cb (RtRepetitionWindow *self,
         guint               number)
{
  rt_repetition_table_choose (self->table, number);
}

static void
activate_cb (RtRepetitionWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "repeat.start", NULL);
}

/* FALSE when it cannot be read; the message says so. */
static gboolean
read_plan (RtRepetitionWindow *self,
           RtRepetitionPlan   *plan)
{
  const char *until = gtk_editable_get_text (GTK_EDITABLE (self->until_entry));

  gtk_spin_button_update (self->count_spin);
  gtk_spin_button_update (self->interval_spin);
  plan->count = gtk_spin_button_get_value_as_int (self->count_spin);
  plan->interval = gtk_spin_button_get_value (self->interval_spin) * 1000 + 0.5;

  return rt_repetition_parse_until (until, &plan->until_from, &plan->until_to);
}

static void
until_cb (RtRepetitionWindow *self)
{
  const char *until = gtk_editable_get_text (GTK_EDITABLE (self->until_entry));
  int from, to;

  if (rt_repetition_parse_until (until, &from, &to))
    gtk_widget_remove_css_class (GTK_WIDGET (self->until_entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->until_entry), "error");
  set_message (self, NULL);
}

/* The form is about to become insensitive: the keyboard goes to Stop. */
static void
leave_form (RtRepetitionWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus != NULL && gtk_widget_is_ancestor (focus, self->form))
    gtk_widget_child_focus (GTK_WIDGET (self->start_stack), GTK_DIR_TAB_FORWARD);
}

static void
begin (RtRepetitionWindow     *self,
       const RtRepetitionPlan *plan)
{
  if (self->repetition != NULL)
    g_signal_handlers_disconnect_by_func (self->repetition, changed_cb, self);
  g_clear_object (&self->repetition);
  self->repetition = rt_repetition_new (self->engine, self->request, plan);
  self->said = G_MAXUINT;
  g_signal_connect_object (self->repetition, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  rt_repetition_plot_set_results (self->plot, G_LIST_MODEL (self->repetition));
  rt_repetition_plot_set_expected (self->plot, plan->count);
  rt_repetition_table_set_results (self->table, G_LIST_MODEL (self->repetition));
  gtk_stack_set_visible_child_name (self->stack, "results");
  leave_form (self);
  rt_repetition_start (self->repetition);
}

static void
start_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  RtRepetitionWindow *self = RT_REPETITION_WINDOW (widget);
  g_autoptr(GError) error = NULL;
  RtRepetitionPlan plan;

  if (goes_on (self))
    return;
  set_message (self, NULL);
  if (!read_plan (self, &plan))
    {
      set_message (self, _("“Until status” is a code such as 200, a class such as 2xx, or empty"));
      gtk_widget_grab_focus (GTK_WIDGET (self->until_entry));
    }
  else if (!rt_request_validate (self->request, &error))
    {
      g_autofree char *line = rt_error_text_dup_line (error);

      set_message (self, line);
    }
  else
    begin (self, &plan);
}

static void
stop_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  RtRepetitionWindow *self = RT_REPETITION_WINDOW (widget);

  if (goes_on (self))
    rt_repetition_stop (self->repetition);
}

static void
pause_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  RtRepetitionWindow *self = RT_REPETITION_WINDOW (widget);

  if (!goes_on (self))
    return;
  if (rt_repetition_get_state (self->repetition) == RT_REPETITION_PAUSED)
    rt_repetition_resume (self->repetition);
  else
    rt_repetition_pause (self->repetition);
}

/* Escape stops what goes on; when nothing does, it closes. */
static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  RtRepetitionWindow *self = RT_REPETITION_WINDOW (widget);

  if (goes_on (self))
    rt_repetition_stop (self->repetition);
  else
    gtk_window_close (GTK_WINDOW (self));

  return GDK_EVENT_STOP;
}

static void
copy_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  RtRepetitionWindow *self = RT_REPETITION_WINDOW (widget);
  g_autofree char *text = NULL;

  if (self->repetition == NULL)
    return;
  text = g_str_equal (action_name, "repeat.copy-csv")
           ? rt_repetition_text_dup_csv (G_LIST_MODEL (self->repetition))
           : rt_repetition_text_dup_table (G_LIST_MODEL (self->repetition));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
request_changed_cb (RtRepetitionWindow *self)
{
  g_autofree char *method = rt_text_from_wire (rt_request_get_method (self->request), -1);
  g_autofree char *url = rt_text_from_wire (rt_request_get_url (self->request), -1);
  g_autofree char *title = g_strdup_printf ("%s %s", method, url);

  adw_window_title_set_subtitle (self->heading, title);
}

static gboolean
rt_repetition_window_close_request (GtkWindow *window)
{
  RtRepetitionWindow *self = RT_REPETITION_WINDOW (window);

  if (goes_on (self))
    rt_repetition_stop (self->repetition);

  return GTK_WINDOW_CLASS (rt_repetition_window_parent_class)->close_request (window);
}

static void
rt_repetition_window_dispose (GObject *object)
{
  RtRepetitionWindow *self = RT_REPETITION_WINDOW (object);

  if (self->repetition != NULL)
    g_signal_handlers_disconnect_by_data (self->repetition, self);
  g_clear_handle_id (&self->refresh, g_source_remove);
  g_clear_object (&self->repetition);
  g_clear_object (&self->request);
  g_clear_object (&self->engine);

  G_OBJECT_CLASS (rt_repetition_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "repeat.start", NULL, start_action);
  gtk_widget_class_install_action (widget_class, "repeat.stop", NULL, stop_action);
  gtk_widget_class_install_action (widget_class, "repeat.pause", NULL, pause_action);
  gtk_widget_class_install_action (widget_class, "repeat.copy-text", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "repeat.copy-csv", NULL, copy_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "repeat.start", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, GDK_CONTROL_MASK,
                                       "repeat.pause", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, RtRepetitionWindow, copy_button);
  gtk_widget_class_bind_template_child (widget_class, RtRepetitionWindow, count_spin);
  gtk_widget_class_bind_template_child (widget_class, RtRepetitionWindow, form);
  gtk_widget_class_bind_template_child (widget_class, RtRepetitionWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, RtRepetitionWindow, hint_label);
  gtk_widget_class_bind_template_child (widget_class, RtRepetitionWindow, interval_spin);
  gtk_widget_class_bind_template_child (widget_class, RtRepetitionWindow, message);
  gtk_widget_class_bind_template_child (widget_class, RtRepetitionWindow, pause_button);
  gtk_widget_class_bind_template_child (widget_class, RtRepetitionWindow, plot);
  gtk_widget_class_bind_template_child (widget_class, RtRepetitionWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, RtRepetitionWindow, start_stack);
  gtk_widget_class_bind_template_child (widget_class, RtRepetitionWindow, state_label);
  gtk_widget_class_bind_template_child (widget_class, RtRepetitionWindow, summary_label);
  gtk_widget_class_bind_template_child (widget_class, RtRepetitionWindow, table);
  gtk_widget_class_bind_template_child (widget_class, RtRepetitionWindow, until_entry);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, mark_cb);
  gtk_widget_class_bind_template_callback (widget_class, until_cb);
}

static void
rt_repetition_window_class_init (RtRepetitionWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_repetition_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = rt_repetition_window_close_request;

  signals[SHOW_TRAIL] = g_signal_new ("show-trail", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                      0, NULL, NULL, NULL, G_TYPE_NONE, 1, RT_TYPE_TRAIL);

  g_type_ensure (RT_TYPE_REPETITION_PLOT);
  g_type_ensure (RT_TYPE_REPETITION_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/roundtrip_app/Roundtrip/ui/repetition/repetition-window.ui");
  bind_children (widget_class);
  install_actions (widget_class);
}

static void
rt_repetition_window_init (RtRepetitionWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  say_hint (self);
  update_actions (self);
}

GtkWidget *
rt_repetition_window_new (GtkWindow *parent,
                          RtEngine  *engine,
                          RtRequest *request)
{
  RtRepetitionWindow *self;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (RT_IS_ENGINE (engine) && RT_IS_REQUEST (request), NULL);

  self = g_object_new (RT_TYPE_REPETITION_WINDOW, "transient-for", parent, NULL);
  self->engine = g_object_ref (engine);
  self->request = g_object_ref (request);
  g_signal_connect_object (request, "changed", G_CALLBACK (request_changed_cb), self,
                           G_CONNECT_SWAPPED);
  request_changed_cb (self);

  return GTK_WIDGET (self);
}

RtRepetition *
rt_repetition_window_get_repetition (RtRepetitionWindow *self)
{
  g_return_val_if_fail (RT_IS_REPETITION_WINDOW (self), NULL);

  return self->repetition;
}
