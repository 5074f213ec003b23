/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtBodyViewer: which view is shown, and what stands around it. How a body is
 * shown is the pages' part.
 */

#include "config.h"

#include "body-viewer.h"

#include "body-pages.h"
#include "body-status.h"
#include "body-ui.h"
#include "body-words.h"
#include "opened-part.h"
#include "template.h"
#include "view-choice.h"
#include "view-tabs.h"

#include <glib/gi18n-lib.h>

struct _RtBodyViewer
{
  GtkWidget        parent_instance;

  RtSettings      *settings;
  RtBodyContent   *content;
  RtOpenedPart    *part;    /* shown in place of the content, or NULL */
  char            *message;
  char            *origin;
  RtBodyView       view;

  GtkWidget       *crumb;
  GtkLabel        *crumb_label;
  GtkWidget       *find;
  GtkLabel        *note;
  RtBodyPages     *pages;
  RtBodyStatus    *status;
  RtViewTabs      *tabs;
};

G_DEFINE_FINAL_TYPE (RtBodyViewer, rt_body_viewer, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_WRAP,
  PROP_CHARSET,
  PROP_VIEW,
  PROP_BUSY,
  PROP_PART,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
busy_cb (RtBodyViewer *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
wrap_cb (RtBodyViewer *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WRAP]);
}

static void
show_note (RtBodyViewer *self)
{
  RtBodyContent *shown = rt_body_viewer_get_shown (self);
  g_autofree char *note = shown != NULL ? rt_body_words_note (shown, self->message) : NULL;

  gtk_label_set_text (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
}

static void
show_status (RtBodyViewer *self)
{
  RtBodyContent *shown = rt_body_viewer_get_shown (self);

  rt_body_status_show (self->status, shown, shown == self->content ? self->origin : NULL);
}

static void
update_actions (RtBodyViewer *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_set_visible (self->find, rt_body_pages_can_find (self->pages));
  gtk_widget_action_set_enabled (widget, "viewer.go-to", rt_body_pages_can_go_to (self->pages));
  gtk_widget_action_set_enabled (widget, "viewer.copy", rt_body_pages_can_copy (self->pages));
  gtk_widget_action_set_enabled (widget, "viewer.leave-part", self->part != NULL);
}

static void
changed_cb (RtBodyViewer *self)
{
  rt_body_pages_show (self->pages, rt_body_viewer_get_shown (self));
  show_status (self);
  show_note (self);
  busy_cb (self);
}

static void
show_view (RtBodyViewer *self,
           RtBodyView    view)
{
  self->view = view;
  rt_view_tabs_set_view (self->tabs, view);
  rt_body_pages_set_view (self->pages, view);
  changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

/* What is shown is other than it was: another body, part, kind or charset. */
static void
reset_cb (RtBodyViewer *self)
{
  RtBodyContent *shown = rt_body_viewer_get_shown (self);

  rt_body_pages_empty (self->pages);
  gtk_widget_set_visible (self->crumb, self->part != NULL);
  rt_view_tabs_set_content (self->tabs, shown);
  if (shown != NULL && rt_body_content_get_kind (shown) != RT_BODY_KIND_EMPTY)
    show_view (self, rt_view_choice_find (self->settings, shown));
  else
    changed_cb (self);
  update_actions (self);
}

static void
watch (RtBodyViewer  *self,
       RtBodyContent *content)
{
  g_signal_connect_object (content, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (content, "reset", G_CALLBACK (reset_cb), self, G_CONNECT_SWAPPED);
}

static void
unwatch (RtBodyViewer  *self,
         RtBodyContent *content)
{
  g_signal_handlers_disconnect_by_data (content, self);
}

/* A part and the whole each keep the charset that was chosen for it. */
static const char *
get_charset (RtBodyViewer *self)
{
  RtBodyContent *shown = rt_body_viewer_get_shown (self);
  const RtEncoding *chosen = shown != NULL ? rt_body_content_get_chosen (shown) : NULL;

  return chosen != NULL ? chosen->name : "";
}

static void
set_part (RtBodyViewer *self,
          RtOpenedPart *part)
{
  g_autofree char *path = part != NULL ? rt_opened_part_dup_path (part) : NULL;

  if (self->part != NULL)
    unwatch (self, rt_opened_part_get_content (self->part));
  g_set_object (&self->part, part);
  if (part != NULL)
    watch (self, rt_opened_part_get_content (part));
  gtk_label_set_text (self->crumb_label, path != NULL ? path : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->crumb_label), path);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHARSET]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PART]);
}

static void
part_chosen_cb (RtBodyViewer *self,
                guint64       start,
                guint64       length,
                const char   *media_type,
                const char   *disposition)
{
  g_autoptr (GBytes) whole = rt_body_content_dup_bytes (rt_body_viewer_get_shown (self));
  g_autoptr (RtOpenedPart) part =
    rt_opened_part_new (self->part, whole, start, length, media_type, disposition);

  set_part (self, part);
  reset_cb (self);
}

/* One step out: to the parts that it is one of. */
static void
leave_part_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  RtBodyViewer *self = RT_BODY_VIEWER (widget);

  if (self->part == NULL)
    return;
  set_part (self, rt_opened_part_get_outer (self->part));
  reset_cb (self);
}

static void
choose_view (RtBodyViewer *self,
             RtBodyView    view)
{
  RtBodyContent *shown = rt_body_viewer_get_shown (self);

  if (shown == NULL || !rt_body_content_has_view (shown, view))
    return;
  rt_view_choice_remember (self->settings, shown, view);
  show_view (self, view);
  update_actions (self);
}

static void
chosen_cb (RtBodyViewer *self,
           guint         view)
{
  choose_view (self, view);
}

static void
choose_charset (RtBodyViewer *self,
                const char   *name)
{
  RtBodyContent *shown = rt_body_viewer_get_shown (self);

  if (shown == NULL || g_strcmp0 (get_charset (self), name) == 0)
    return;
  rt_body_content_choose_charset (shown, rt_encoding_find (name, -1));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHARSET]);
}

static void
page_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  RtBodyViewer *self = RT_BODY_VIEWER (widget);

  if (g_str_equal (action_name, "viewer.go-to"))
    rt_body_pages_go_to (self->pages);
  else
    rt_body_pages_copy (self->pages);
}

static void
rt_body_viewer_dispose (GObject *object)
{
  RtBodyViewer *self = RT_BODY_VIEWER (object);

  if (self->part != NULL)
    unwatch (self, rt_opened_part_get_content (self->part));
  g_clear_object (&self->part);
  if (self->content != NULL)
    unwatch (self, self->content);
  g_clear_object (&self->content);
  g_clear_object (&self->settings);
  rt_template_dispose (GTK_WIDGET (object), RT_TYPE_BODY_VIEWER);

  G_OBJECT_CLASS (rt_body_viewer_parent_class)->dispose (object);
}

static void
rt_body_viewer_finalize (GObject *object)
{
  RtBodyViewer *self = RT_BODY_VIEWER (object);

  g_clear_pointer (&self->message, g_free);
  g_clear_pointer (&self->origin, g_free);

  G_OBJECT_CLASS (rt_body_viewer_parent_class)->finalize (object);
}

static void
rt_body_viewer_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  RtBodyViewer *self = RT_BODY_VIEWER (object);
  RtBodyContent *shown = rt_body_viewer_get_shown (self);

  switch (prop_id)
    {
    case PROP_WRAP:
      g_object_get_property (G_OBJECT (self->pages), "wrap", value);
      break;
    case PROP_CHARSET:
      g_value_set_string (value, get_charset (self));
      break;
    case PROP_VIEW:
      g_value_set_string (value, shown != NULL ? rt_body_view_get_nick (self->view) : "");
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, rt_body_viewer_is_busy (self));
      break;
    case PROP_PART:
      g_value_set_object (value, rt_body_viewer_get_part (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rt_body_viewer_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  RtBodyViewer *self = RT_BODY_VIEWER (object);
  RtBodyView view;

  switch (prop_id)
    {
    case PROP_WRAP:
      g_object_set_property (G_OBJECT (self->pages), "wrap", value);
      break;
    case PROP_CHARSET:
      choose_charset (self, g_value_get_string (value));
      break;
    case PROP_VIEW:
      if (rt_body_view_from_nick (g_value_get_string (value), &view))
        choose_view (self, view);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_WRAP] = g_param_spec_boolean ("wrap", NULL, NULL, TRUE, flags);
  properties[PROP_CHARSET] = g_param_spec_string ("charset", NULL, NULL, "", flags);
  properties[PROP_VIEW] = g_param_spec_string ("view", NULL, NULL, "", flags);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PART] = g_param_spec_object ("part", NULL, NULL, RT_TYPE_BODY_CONTENT,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "viewer.wrap", "wrap");
  gtk_widget_class_install_property_action (widget_class, "viewer.charset", "charset");
  gtk_widget_class_install_property_action (widget_class, "viewer.view", "view");
  gtk_widget_class_install_action (widget_class, "viewer.go-to", NULL, page_action);
  gtk_widget_class_install_action (widget_class, "viewer.copy", NULL, page_action);
  gtk_widget_class_install_action (widget_class, "viewer.leave-part", NULL, leave_part_action);
}

static void
rt_body_viewer_class_init (RtBodyViewerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rt_body_viewer_dispose;
  object_class->finalize = rt_body_viewer_finalize;
  object_class->get_property = rt_body_viewer_get_property;
  object_class->set_property = rt_body_viewer_set_property;
  install_properties (object_class);

  g_type_ensure (RT_TYPE_BODY_PAGES);
  g_type_ensure (RT_TYPE_BODY_STATUS);
  g_type_ensure (RT_TYPE_VIEW_TABS);
  gtk_widget_class_set_template_from_resource (widget_class, RT_BODY_UI "body-viewer.ui");
  gtk_widget_class_bind_template_child (widget_class, RtBodyViewer, crumb);
  gtk_widget_class_bind_template_child (widget_class, RtBodyViewer, crumb_label);
  gtk_widget_class_bind_template_child (widget_class, RtBodyViewer, find);
  gtk_widget_class_bind_template_child (widget_class, RtBodyViewer, note);
  gtk_widget_class_bind_template_child (widget_class, RtBodyViewer, pages);
  gtk_widget_class_bind_template_child (widget_class, RtBodyViewer, status);
  gtk_widget_class_bind_template_child (widget_class, RtBodyViewer, tabs);
  gtk_widget_class_bind_template_callback (widget_class, busy_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, part_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, wrap_cb);
  install_actions (widget_class);
}

static void
rt_body_viewer_init (RtBodyViewer *self)
{
  self->view = RT_BODY_VIEW_RAW;
  gtk_widget_init_template (GTK_WIDGET (self));
  update_actions (self);
}

GtkWidget *
rt_body_viewer_new (void)
{
  return g_object_new (RT_TYPE_BODY_VIEWER, NULL);
}

void
rt_body_viewer_set_content (RtBodyViewer  *self,
                            RtBodyContent *content)
{
  g_return_if_fail (RT_IS_BODY_VIEWER (self));
  g_return_if_fail (content == NULL || RT_IS_BODY_CONTENT (content));

  if (self->content == content)
    return;
  if (self->content != NULL)
    unwatch (self, self->content);
  set_part (self, NULL);
  g_set_object (&self->content, content);
  g_clear_pointer (&self->message, g_free);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHARSET]);
  if (content != NULL)
    watch (self, content);
  reset_cb (self);
}

RtBodyContent *
rt_body_viewer_get_shown (RtBodyViewer *self)
{
  g_return_val_if_fail (RT_IS_BODY_VIEWER (self), NULL);

  return self->part != NULL ? rt_opened_part_get_content (self->part) : self->content;
}

RtBodyContent *
rt_body_viewer_get_part (RtBodyViewer *self)
{
  g_return_val_if_fail (RT_IS_BODY_VIEWER (self), NULL);

  return self->part != NULL ? rt_opened_part_get_content (self->part) : NULL;
}

char *
rt_body_viewer_dup_part_name (RtBodyViewer *self)
{
  g_return_val_if_fail (RT_IS_BODY_VIEWER (self), NULL);

  return self->part != NULL ? rt_opened_part_dup_file_name (self->part) : NULL;
}

void
rt_body_viewer_set_settings (RtBodyViewer *self,
                             RtSettings   *settings)
{
  g_return_if_fail (RT_IS_BODY_VIEWER (self));

  g_set_object (&self->settings, settings);
}

void
rt_body_viewer_set_message (RtBodyViewer *self,
                            const char   *message)
{
  g_return_if_fail (RT_IS_BODY_VIEWER (self));

  g_free (self->message);
  self->message = g_strdup (message);
  show_note (self);
}

void
rt_body_viewer_set_origin (RtBodyViewer *self,
                           const char   *origin)
{
  g_return_if_fail (RT_IS_BODY_VIEWER (self));

  g_free (self->origin);
  self->origin = g_strdup (origin);
  show_status (self);
}

void
rt_body_viewer_find (RtBodyViewer *self)
{
  g_return_if_fail (RT_IS_BODY_VIEWER (self));

  rt_body_pages_find (self->pages);
}

gboolean
rt_body_viewer_is_busy (RtBodyViewer *self)
{
  g_return_val_if_fail (RT_IS_BODY_VIEWER (self), FALSE);

  return rt_body_pages_is_busy (self->pages);
}
