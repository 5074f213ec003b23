/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtWindow, lessons: the list of them, and the one that a person is in. Each
 * finished trail is given to the lesson; the lesson sends nothing by itself.
 */

#include "config.h"

#include "window-private.h"

#include <glib/gi18n-lib.h>

#include "lesson-shelf.h"

static void
update_actions (RtWindow *self)
{
  RtLessonRun *run = self->lesson_run;
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "win.lesson-fill-in",
                                 run != NULL && rt_lesson_run_get_step (run)->request != NULL);
  gtk_widget_action_set_enabled (widget, "win.lesson-back",
                                 run != NULL && rt_lesson_run_get_position (run) > 0);
  gtk_widget_action_set_enabled (widget, "win.lesson-next",
                                 run != NULL && rt_lesson_run_is_passed (run));
  gtk_widget_action_set_enabled (widget, "win.lesson-leave", run != NULL);
}

static void
run_changed_cb (RtWindow *self)
{
  update_actions (self);
  if (rt_lesson_run_is_finished (self->lesson_run))
    rt_settings_mark_finished (self->settings,
                               rt_lesson_get_id (rt_lesson_run_get_lesson (self->lesson_run)));
}

static void
set_run (RtWindow    *self,
         RtLessonRun *run)
{
  g_set_object (&self->lesson_run, run);
  rt_lesson_card_set_run (self->lesson_card, run);
  if (run != NULL)
    g_signal_connect_object (run, "changed", G_CALLBACK (run_changed_cb), self,
                             G_CONNECT_SWAPPED);
  update_actions (self);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(RtWindow) self = user_data;
  /* Only cancelling can end it without the lessons: then the window goes. */
  g_autoptr(GPtrArray) lessons = rt_lesson_shelf_load_finish (result, NULL);
  g_autofree char *folder = NULL;

  if (lessons == NULL)
    return;

  folder = rt_lesson_shelf_dup_folder ();
  rt_lazy_page_have_child (self->lessons_lazy);
  rt_lesson_list_set_lessons (self->lesson_list, lessons, folder, self->settings);
  rt_lesson_list_focus (self->lesson_list);
}

/* Read anew each time: who writes a lesson looks at it in between. */
static void
lessons_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  RtWindow *self = RT_WINDOW (widget);
  g_autofree char *folder = rt_lesson_shelf_dup_folder ();

  self->sidebar_wanted = FALSE;
  rt_window_update (self);
  gtk_stack_set_visible_child_name (self->result_stack, "lessons");
  rt_reference_list_unselect (self->reference_list);
  rt_lesson_shelf_load_async (folder, self->lessons_loading, loaded_cb, g_object_ref (self));
}

static void
chosen_cb (RtWindow *self,
           RtLesson *lesson)
{
  g_autoptr(RtLessonRun) run = rt_lesson_run_new (lesson, self->catalogue);

  set_run (self, run);
  rt_window_show_response (self);
  rt_lesson_card_focus (self->lesson_card);
}

static void
back_cb (RtWindow *self)
{
  rt_window_show_response (self);
}

/* Where a person finds what was filled in. */
static void
show_filled (RtWindow              *self,
             const RtLessonRequest *request)
{
  if (request->credentials != RT_CREDENTIALS_NONE)
    rt_request_pane_set_page (self->request_pane, "auth");
  else if (request->tries > 0)
    rt_request_pane_set_page (self->request_pane, "options");
  else if (request->fields->len > 0)
    rt_request_pane_set_page (self->request_pane, "headers");
  else if (request->content != NULL)
    rt_request_pane_set_page (self->request_pane, "body");
}

/* What stood in the editor comes back with "Undo"; said once a lesson. */
static void
keep_before (RtWindow  *self,
             RtRequest *before)
{
  AdwToast *toast;

  g_set_object (&self->before_edit, before);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo-edit", TRUE);
  if (rt_lesson_run_get_position (self->lesson_run) > 0 ||
      rt_lesson_run_is_passed (self->lesson_run))
    return;

  toast = adw_toast_new (_("The request of this step stands in the editor"));
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo-edit");
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

static void
fill_in_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  RtWindow *self = RT_WINDOW (widget);
  const char *origin = rt_playground_get_http_origin (self->playground);
  g_autoptr(RtRequest) before = rt_request_copy (self->request);
  g_autofree char *missing = NULL;
  g_autofree char *message = NULL;

  if (origin == NULL)
    {
      rt_window_set_message (self, _("The playground does not run, so there is nothing to send "
                                     "to."),
                             TRUE);
      return;
    }

  rt_waiting_bar_stop (self->waiting_bar);
  missing = rt_lesson_run_fill (self->lesson_run, self->request, origin);
  keep_before (self, before);
  show_filled (self, rt_lesson_run_get_step (self->lesson_run)->request);
  if (missing == NULL)
    return;

  /* Translators: “the ETag of step 1 did not come …” */
  message = g_strdup_printf (_("%s did not come, so its field is left out. Go back and send "
                               "that step again."), missing);
  rt_window_set_message (self, message, TRUE);
}

static void
next_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  RtWindow *self = RT_WINDOW (widget);
  RtLessonRun *run = self->lesson_run;

  if (rt_lesson_run_get_position (run) + 1 < rt_lesson_get_n_steps (rt_lesson_run_get_lesson (run)))
    {
      rt_lesson_run_next (run);
      rt_lesson_card_focus (self->lesson_card);
      return;
    }

  set_run (self, NULL);
  gtk_widget_activate_action (widget, "win.lessons", NULL);
}

static void
back_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  RtWindow *self = RT_WINDOW (widget);

  rt_lesson_run_back (self->lesson_run);
  rt_lesson_card_focus (self->lesson_card);
}

static void
leave_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  RtWindow *self = RT_WINDOW (widget);

  set_run (self, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->url_entry));
}

static void
made_cb (RtWindow  *self,
         GtkWidget *list)
{
  self->lesson_list = RT_LESSON_LIST (list);
  g_signal_connect_object (list, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "back", G_CALLBACK (back_cb), self, G_CONNECT_SWAPPED);
}

void
rt_window_judge_lesson (RtWindow *self,
                        RtTrail  *trail)
{
  if (self->lesson_run != NULL)
    rt_lesson_run_judge (self->lesson_run, trail);
}

void
rt_window_init_lessons (RtWindow *self)
{
  self->lessons_loading = g_cancellable_new ();
  update_actions (self);
}

void
rt_window_clear_lessons (RtWindow *self)
{
  g_cancellable_cancel (self->lessons_loading);
  g_clear_object (&self->lessons_loading);
  g_clear_object (&self->lesson_run);
}

void
rt_window_class_install_lesson_actions (GtkWidgetClass *widget_class)
{
  g_type_ensure (RT_TYPE_LESSON_CARD);
  g_type_ensure (RT_TYPE_LESSON_LIST);
  gtk_widget_class_bind_template_child (widget_class, RtWindow, lesson_card);
  gtk_widget_class_bind_template_child (widget_class, RtWindow, lessons_lazy);
  gtk_widget_class_bind_template_callback_full (widget_class, "lessons_made_cb",
                                                G_CALLBACK (made_cb));
  gtk_widget_class_install_action (widget_class, "win.lessons", NULL, lessons_action);
  gtk_widget_class_install_action (widget_class, "win.lesson-fill-in", NULL, fill_in_action);
  gtk_widget_class_install_action (widget_class, "win.lesson-next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "win.lesson-back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "win.lesson-leave", NULL, leave_action);
}
