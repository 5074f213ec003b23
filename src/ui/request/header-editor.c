/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Asks the request what will be added automatically whenever it changes, and
 * rebuilds that list only when the answer differs. Never guesses what is sent.
 */

#include "config.h"

#include "header-editor.h"

#include "pair-editor.h"
#include "row-list.h"
#include "suggestion.h"
#include "template.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _RtHeaderEditor
{
  GtkWidget     parent_instance;

  /* Template widgets */
  GtkListBox   *automatic_list;
  RtPairEditor *editor;
  GtkLabel     *help_label;

  RtCatalogue  *catalogue;
  RtRequest    *request;
  RtPair       *focused;
  char         *shown; /* what the automatic list shows */
};

G_DEFINE_FINAL_TYPE (RtHeaderEditor, rt_header_editor, GTK_TYPE_WIDGET)

static const char * const automatic_names[] = {
  "Host", "User-Agent", "Accept-Encoding", "Connection", "Content-Type",
  "Content-Length",
};

static void
update_help (RtHeaderEditor *self)
{
  const char *name = self->focused != NULL ? rt_pair_get_name (self->focused) : "";
  RtEntry *entry = NULL;

  if (self->catalogue != NULL && *name != '\0')
    entry = rt_catalogue_find_field (self->catalogue, name);

  if (entry != NULL)
    gtk_label_set_text (self->help_label, rt_entry_get_summary (entry));
  else if (*name != '\0')
    gtk_label_set_text (self->help_label, _("Not a header of the reference; it is sent as it stands."));
  else
    gtk_label_set_text (self->help_label, _("Headers go out in this order and spelling."));
}

static void
focused_pair_cb (RtHeaderEditor *self)
{
  if (self->focused != NULL)
    g_signal_handlers_disconnect_by_func (self->focused, update_help, self);
  g_set_object (&self->focused, rt_pair_editor_get_focused_pair (self->editor));
  if (self->focused != NULL)
    g_signal_connect_object (self->focused, "notify::name",
                             G_CALLBACK (update_help), self, G_CONNECT_SWAPPED);
  update_help (self);
}

static void
copy_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  RtHeaderEditor *self = RT_HEADER_EDITOR (widget);
  const char *name, *value;

  g_variant_get (parameter, "(&s&s)", &name, &value);
  rt_request_add_field (self->request, name, value);
}

static void
set_removed_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  RtHeaderEditor *self = RT_HEADER_EDITOR (widget);

  rt_request_set_automatic_removed (self->request,
                                    g_variant_get_string (parameter, NULL),
                                    g_str_equal (action_name, "headers.remove-automatic"));
}

static void
add_button (AdwActionRow *row,
            const char   *icon_name,
            const char   *tooltip,
            const char   *action,
            GVariant     *target)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  adw_action_row_add_suffix (row, button);
}

static void
append_automatic (RtHeaderEditor         *self,
                  const RtAutomaticField *field)
{
  g_autofree char *replace = g_strdup_printf (_("Replace %s"), field->name);
  g_autofree char *leave_out = g_strdup_printf (_("Leave %s out"), field->name);
  AdwActionRow *row = rt_row_list_append (self->automatic_list, field->name, field->value);

  gtk_widget_set_tooltip_text (GTK_WIDGET (row), field->reason);
  add_button (row, "rt-edit-symbolic", replace, "headers.copy-automatic",
              g_variant_new ("(ss)", field->name, field->value));
  add_button (row, "rt-remove-symbolic", leave_out, "headers.remove-automatic",
              g_variant_new_string (field->name));
}

static void
append_removed (RtHeaderEditor *self,
                const char     *name)
{
  g_autofree char *again = g_strdup_printf (_("Add %s again"), name);
  AdwActionRow *row = rt_row_list_append (self->automatic_list, name, _("Left out"));

  gtk_widget_add_css_class (GTK_WIDGET (row), "dim-label");
  add_button (row, "rt-undo-symbolic", again, "headers.restore-automatic",
              g_variant_new_string (name));
}

static char *
dup_summary (RtHeaderEditor *self,
             GPtrArray      *fields)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < fields->len; i++)
    {
      const RtAutomaticField *field = g_ptr_array_index (fields, i);

      g_string_append_printf (text, "%s:%s\n", field->name, field->value);
    }
  for (guint i = 0; i < G_N_ELEMENTS (automatic_names); i++)
    g_string_append_c (text, rt_request_get_automatic_removed (self->request, automatic_names[i]) ? '-' : '+');
  return g_string_free (text, FALSE);
}

static void
request_changed_cb (RtHeaderEditor *self)
{
  g_autoptr (GPtrArray) fields = rt_request_dup_automatic_fields (self->request);
  g_autofree char *summary = dup_summary (self, fields);

  if (g_strcmp0 (self->shown, summary) == 0)
    return;
  g_clear_pointer (&self->shown, g_free);
  self->shown = g_steal_pointer (&summary);

  rt_row_list_clear (self->automatic_list);
  for (guint i = 0; i < fields->len; i++)
    append_automatic (self, g_ptr_array_index (fields, i));
  for (guint i = 0; i < G_N_ELEMENTS (automatic_names); i++)
    {
      if (rt_request_get_automatic_removed (self->request, automatic_names[i]))
        append_removed (self, automatic_names[i]);
    }
}

static void
rt_header_editor_dispose (GObject *object)
{
  RtHeaderEditor *self = RT_HEADER_EDITOR (object);

  rt_template_dispose (GTK_WIDGET (self), RT_TYPE_HEADER_EDITOR);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->focused);
  g_clear_object (&self->request);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (rt_header_editor_parent_class)->dispose (object);
}

static void
rt_header_editor_class_init (RtHeaderEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_header_editor_dispose;

  g_type_ensure (RT_TYPE_PAIR_EDITOR);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/roundtrip_app/Roundtrip/ui/request/header-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, RtHeaderEditor, automatic_list);
  gtk_widget_class_bind_template_child (widget_class, RtHeaderEditor, editor);
  gtk_widget_class_bind_template_child (widget_class, RtHeaderEditor, help_label);
  gtk_widget_class_bind_template_callback (widget_class, focused_pair_cb);
  gtk_widget_class_install_action (widget_class, "headers.copy-automatic", "(ss)", copy_action);
  gtk_widget_class_install_action (widget_class, "headers.remove-automatic", "s", set_removed_action);
  gtk_widget_class_install_action (widget_class, "headers.restore-automatic", "s", set_removed_action);
}

static void
rt_header_editor_init (RtHeaderEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_help (self);
}

GtkWidget *
rt_header_editor_new (void)
{
  return g_object_new (RT_TYPE_HEADER_EDITOR, NULL);
}

void
rt_header_editor_set_catalogue (RtHeaderEditor *self,
                                RtCatalogue    *catalogue)
{
  g_autoptr (GListModel) names = NULL;

  g_return_if_fail (RT_IS_HEADER_EDITOR (self));
  g_return_if_fail (RT_IS_CATALOGUE (catalogue));

  if (!g_set_object (&self->catalogue, catalogue))
    return;
  names = rt_suggestion_list_from_entries (rt_catalogue_get_fields (catalogue));
  rt_pair_editor_set_names (self->editor, names);
}

void
rt_header_editor_set_request (RtHeaderEditor *self,
                              RtRequest      *request)
{
  g_return_if_fail (RT_IS_HEADER_EDITOR (self));
  g_return_if_fail (RT_IS_REQUEST (request));

  if (self->request == request)
    return;
  if (self->request != NULL)
    g_signal_handlers_disconnect_by_func (self->request, request_changed_cb, self);
  g_set_object (&self->request, request);
  rt_pair_editor_set_pairs (self->editor, rt_request_get_fields (request));
  g_signal_connect_object (request, "changed", G_CALLBACK (request_changed_cb),
                           self, G_CONNECT_SWAPPED);
  request_changed_cb (self);
}
