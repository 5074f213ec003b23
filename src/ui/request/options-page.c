/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Binds each control to the property of the request that it stands for. */

#include "config.h"

#include "options-page.h"

#include "file-row.h"
#include "retry-editor.h"
#include "template.h"

#include <adwaita.h>

struct _RtOptionsPage
{
  GtkWidget      parent_instance;

  /* Template widgets */
  RtFileRow     *ca_file_row;
  GtkSwitch     *follow_switch;
  GtkSpinButton *idle_spin;
  GtkSwitch     *insecure_switch;
  GtkSpinButton *max_spin;
  GtkDropDown   *protocol_drop_down;
  AdwEntryRow   *proxy_row;
  RtRetryEditor *retry_editor;
  GtkSwitch     *step_switch;
  GtkSpinButton *timeout_spin;

  GBindingGroup *bindings;
};

G_DEFINE_FINAL_TYPE (RtOptionsPage, rt_options_page, GTK_TYPE_WIDGET)

/* No proxy is NULL for the request and "" for the entry. */
static gboolean
proxy_to_text (GBinding     *binding,
               const GValue *from,
               GValue       *to,
               gpointer      user_data)
{
  const char *proxy = g_value_get_string (from);

  g_value_set_string (to, proxy != NULL ? proxy : "");
  return TRUE;
}

static gboolean
proxy_from_text (GBinding     *binding,
                 const GValue *from,
                 GValue       *to,
                 gpointer      user_data)
{
  g_autofree char *text = g_strstrip (g_value_dup_string (from));

  g_value_set_string (to, *text != '\0' ? text : NULL);
  return TRUE;
}

static void
rt_options_page_dispose (GObject *object)
{
  RtOptionsPage *self = RT_OPTIONS_PAGE (object);

  g_clear_object (&self->bindings);
  rt_template_dispose (GTK_WIDGET (self), RT_TYPE_OPTIONS_PAGE);

  G_OBJECT_CLASS (rt_options_page_parent_class)->dispose (object);
}

static void
rt_options_page_class_init (RtOptionsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_options_page_dispose;

  g_type_ensure (RT_TYPE_FILE_ROW);
  g_type_ensure (RT_TYPE_RETRY_EDITOR);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/roundtrip_app/Roundtrip/ui/request/options-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RtOptionsPage, ca_file_row);
  gtk_widget_class_bind_template_child (widget_class, RtOptionsPage, follow_switch);
  gtk_widget_class_bind_template_child (widget_class, RtOptionsPage, idle_spin);
  gtk_widget_class_bind_template_child (widget_class, RtOptionsPage, insecure_switch);
  gtk_widget_class_bind_template_child (widget_class, RtOptionsPage, max_spin);
  gtk_widget_class_bind_template_child (widget_class, RtOptionsPage, protocol_drop_down);
  gtk_widget_class_bind_template_child (widget_class, RtOptionsPage, proxy_row);
  gtk_widget_class_bind_template_child (widget_class, RtOptionsPage, retry_editor);
  gtk_widget_class_bind_template_child (widget_class, RtOptionsPage, step_switch);
  gtk_widget_class_bind_template_child (widget_class, RtOptionsPage, timeout_spin);
}

static void
rt_options_page_init (RtOptionsPage *self)
{
  GBindingFlags flags = G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE;
  GBindingGroup *group;

  gtk_widget_init_template (GTK_WIDGET (self));
  group = self->bindings = g_binding_group_new ();
  g_binding_group_bind (group, "follow", self->follow_switch, "active", flags);
  g_binding_group_bind (group, "step", self->step_switch, "active", flags);
  g_binding_group_bind (group, "max-redirects", self->max_spin, "value", flags);
  g_binding_group_bind (group, "timeout", self->timeout_spin, "value", flags);
  g_binding_group_bind (group, "idle-timeout", self->idle_spin, "value", flags);
  g_binding_group_bind (group, "protocol", self->protocol_drop_down, "selected", flags);
  g_binding_group_bind (group, "insecure", self->insecure_switch, "active", flags);
  g_binding_group_bind (group, "ca-file", self->ca_file_row, "path", flags);
  g_binding_group_bind_full (group, "proxy", self->proxy_row, "text", flags,
                             proxy_to_text, proxy_from_text, NULL, NULL);
}

GtkWidget *
rt_options_page_new (void)
{
  return g_object_new (RT_TYPE_OPTIONS_PAGE, NULL);
}

void
rt_options_page_set_request (RtOptionsPage *self,
                             RtRequest     *request)
{
  g_return_if_fail (RT_IS_OPTIONS_PAGE (self));
  g_return_if_fail (RT_IS_REQUEST (request));

  g_binding_group_set_source (self->bindings, request);
  rt_retry_editor_set_request (self->retry_editor, request);
}
