/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtWindow, what stands beside the request: the response, or the page of a code.
 * Each is made when it is first needed, and told here what the window knows.
 */

#include "config.h"

#include "window-private.h"

#include <glib/gi18n-lib.h>

/* The response. */

static void
send_anyway_cb (RtWindow *self)
{
  g_autoptr(RtRequest) once = rt_request_copy (self->request);

  rt_request_set_insecure (once, TRUE);
  rt_window_send_request (self, once);
}

static void
step_cb (RtWindow   *self,
         RtNextStep *step)
{
  rt_window_take_step (self, step);
}

static void
show_code_cb (RtWindow *self,
              int       code)
{
  rt_window_show_code (self, code);
}

static void
connect (RtWindow   *self,
         gpointer    page,
         const char *signal,
         GCallback   callback)
{
  g_signal_connect_object (page, signal, callback, self, G_CONNECT_SWAPPED);
}

static void
response_made_cb (RtWindow  *self,
                  GtkWidget *view)
{
  self->response_view = RT_RESPONSE_VIEW (view);
  g_object_set (view, "catalogue", self->catalogue, NULL);
  rt_response_view_set_settings (self->response_view, self->settings);
  connect (self, view, "notify::exchange", G_CALLBACK (rt_window_follow_exchange));
  connect (self, view, "answer", G_CALLBACK (rt_window_answer_challenge));
  connect (self, view, "edit-request", G_CALLBACK (rt_window_edit_request));
  connect (self, view, "send-anyway", G_CALLBACK (send_anyway_cb));
  connect (self, view, "step", G_CALLBACK (step_cb));
  connect (self, view, "show-code", G_CALLBACK (show_code_cb));
}

RtResponseView *
rt_window_have_response_view (RtWindow *self)
{
  return RT_RESPONSE_VIEW (rt_lazy_page_have_child (self->response_lazy));
}

/* The page of a code. */

static void
back_cb (RtWindow *self)
{
  rt_window_leave_code (self);
}

static void
try_code_cb (RtWindow *self,
             int       code)
{
  rt_window_try_code (self, code);
}

static void
code_made_cb (RtWindow  *self,
              GtkWidget *page)
{
  self->code_page = RT_CODE_PAGE (page);
  connect (self, page, "back", G_CALLBACK (back_cb));
  connect (self, page, "show-code", G_CALLBACK (show_code_cb));
  connect (self, page, "try-code", G_CALLBACK (try_code_cb));
}

void
rt_window_show_code (RtWindow *self,
                     int       code)
{
  g_autofree char *method = NULL;
  g_autofree char *url = rt_playground_dup_try_url (self->playground, code, &method);
  RtCodePage *page = RT_CODE_PAGE (rt_lazy_page_have_child (self->code_lazy));

  rt_code_page_show (page, self->catalogue, code);
  rt_code_page_set_can_try (page, url != NULL);
  rt_code_page_set_back (page, _("Back to the Response"));
  self->code_from_look_alikes = FALSE;
  gtk_stack_set_visible_child_name (self->result_stack, "code");
  self->sidebar_wanted = FALSE;
  rt_window_update (self);
}

void
rt_window_class_bind_pages (GtkWidgetClass *widget_class)
{
  g_type_ensure (RT_TYPE_CODE_PAGE);
  g_type_ensure (RT_TYPE_EMPTY_RESPONSE);
  g_type_ensure (RT_TYPE_LAZY_PAGE);
  g_type_ensure (RT_TYPE_RESPONSE_VIEW);
  gtk_widget_class_bind_template_child (widget_class, RtWindow, code_lazy);
  gtk_widget_class_bind_template_child (widget_class, RtWindow, response_lazy);
  gtk_widget_class_bind_template_child (widget_class, RtWindow, result_stack);
  gtk_widget_class_bind_template_callback (widget_class, code_made_cb);
  gtk_widget_class_bind_template_callback (widget_class, response_made_cb);
  /* Of the list in the sidebar. */
  gtk_widget_class_bind_template_callback (widget_class, show_code_cb);
}
