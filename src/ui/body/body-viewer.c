/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtBodyViewer: which view is shown, and what stands around it. How a body is
 * shown is the pages' part.
 */

#include "config.h"

#include "body-viewer.h"

#include "body-page.h"
#include "body-ui.h"
#include "body-words.h"
#include "charset-menu.h"
#include "format.h"
#include "lines-page.h"
#include "parts-view.h"
#include "save-name.h"
#include "template.h"
#include "text.h"
#include "view-tabs.h"

#include <glib/gi18n-lib.h>

struct _RtBodyViewer
{
  GtkWidget        parent_instance;

  RtSettings      *settings;
  RtBodyContent   *content;
  RtBodyContent   *part;    /* shown in place of the content, or NULL */
  char            *part_disposition;
  char            *message;
  char            *origin;
  char            *charset; /* the one that was chosen; "" for the one that was found */
  RtBodyView       view;
  gboolean         wrap;

  GtkMenuButton   *charset_button;
  GtkWidget       *crumb;
  GtkLabel        *crumb_label;
  GtkLabel        *note;
  GtkStack        *stack;
  GtkLabel        *summary;
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

static RtBodyPage *
get_page (RtBodyViewer *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->stack);

  return page != NULL ? RT_BODY_PAGE (page) : NULL;
}

static void
busy_cb (RtBodyViewer *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
show_note (RtBodyViewer *self)
{
  RtBodyContent *shown = rt_body_viewer_get_shown (self);
  g_autofree char *note = shown != NULL ? rt_body_words_note (shown, self->message) : NULL;

  gtk_label_set_text (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
}

/* A tooltip that is set anew is hidden and asked for again: only when it is
 * another one. */
static void
set_tooltip (GtkWidget  *widget,
             const char *text)
{
  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) != 0)
    gtk_widget_set_tooltip_text (widget, text);
}

static void
show_charset (RtBodyViewer    *self,
              const RtCharset *charset)
{
  gtk_widget_set_visible (GTK_WIDGET (self->charset_button), charset != NULL);
  if (charset == NULL)
    return;
  if (g_strcmp0 (gtk_menu_button_get_label (self->charset_button), charset->name) != 0)
    gtk_menu_button_set_label (self->charset_button, charset->name);
  set_tooltip (GTK_WIDGET (self->charset_button), charset->why);
}

static void
show_summary (RtBodyViewer *self)
{
  RtBodyContent *shown = rt_body_viewer_get_shown (self);
  g_autofree char *summary = NULL;

  if (shown != NULL)
    summary = rt_body_words_summary (shown, shown == self->content ? self->origin : NULL);
  gtk_label_set_text (self->summary, summary != NULL ? summary : "");
  set_tooltip (GTK_WIDGET (self->summary), summary);
  show_charset (self, shown != NULL ? rt_body_content_get_charset (shown) : NULL);
}

static void
update_actions (RtBodyViewer *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  RtBodyPage *page = rt_body_viewer_get_shown (self) != NULL ? get_page (self) : NULL;

  gtk_widget_action_set_enabled (widget, "viewer.go-to",
                                 page != NULL && rt_body_page_can_go_to (page));
  gtk_widget_action_set_enabled (widget, "viewer.copy",
                                 page != NULL && rt_body_page_can_copy (page));
  gtk_widget_action_set_enabled (widget, "viewer.leave-part", self->part != NULL);
}

static void
changed_cb (RtBodyViewer *self)
{
  RtBodyPage *page = get_page (self);

  if (page != NULL)
    rt_body_page_show (page, rt_body_viewer_get_shown (self), self->view);
  show_summary (self);
  show_note (self);
  busy_cb (self);
}

/* Nothing that was taken from what was shown before is kept. */
static void
empty_pages (RtBodyViewer *self)
{
  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->stack)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    rt_body_page_show (RT_BODY_PAGE (page), NULL, self->view);
}

static void part_chosen_cb (RtBodyViewer *self,
                            guint64       start,
                            guint64       length,
                            const char   *media_type,
                            const char   *disposition);

/* The page of the view, made when it is needed for the first time. */
static GtkWidget *
ensure_page (RtBodyViewer *self)
{
  const char *name = rt_body_page_get_name (self->view);
  GtkWidget *page = gtk_stack_get_child_by_name (self->stack, name);

  if (page != NULL)
    return page;
  page = rt_body_page_new (self->view);
  if (RT_IS_LINES_PAGE (page))
    g_object_bind_property (self, "wrap", page, "wrap",
                            G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  if (RT_IS_PARTS_VIEW (page))
    g_signal_connect_object (page, "part-chosen", G_CALLBACK (part_chosen_cb), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "busy-changed", G_CALLBACK (busy_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->stack, page, name);

  return page;
}

static void
show_view (RtBodyViewer *self,
           RtBodyView    view)
{
  self->view = view;
  rt_view_tabs_set_view (self->tabs, view);
  gtk_stack_set_visible_child (self->stack, ensure_page (self));
  changed_cb (self);
  update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

/* What the choice of a view is remembered for. (transfer full) */
static char *
dup_essence (RtBodyContent *content)
{
  const char *text = rt_body_content_get_media_type (content);
  g_autoptr (RtMediaType) type = text != NULL ? rt_media_type_parse (text) : NULL;

  return g_strdup (type != NULL ? rt_media_type_get_essence (type) : "");
}

static RtBodyView
find_view (RtBodyViewer  *self,
           RtBodyContent *content)
{
  g_autofree char *essence = dup_essence (content);
  g_autofree char *nick = NULL;
  RtBodyView view;

  if (self->settings != NULL)
    nick = rt_settings_dup_body_view (self->settings, essence);
  if (nick != NULL && rt_body_view_from_nick (nick, &view) &&
      rt_body_content_has_view (content, view))
    return view;
  view = rt_body_view_get_default (rt_body_content_get_kind (content));

  return rt_body_content_has_view (content, view) ? view : RT_BODY_VIEW_HEX;
}

/* What is shown is other than it was: another body, part, kind or charset. */
static void
reset_cb (RtBodyViewer *self)
{
  RtBodyContent *shown = rt_body_viewer_get_shown (self);

  empty_pages (self);
  gtk_widget_set_visible (self->crumb, self->part != NULL);
  rt_view_tabs_set_content (self->tabs, shown);
  if (shown != NULL && rt_body_content_get_kind (shown) != RT_BODY_KIND_EMPTY)
    show_view (self, find_view (self, shown));
  else
    changed_cb (self);
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
static void
mark_charset (RtBodyViewer *self)
{
  RtBodyContent *shown = rt_body_viewer_get_shown (self);
  const RtEncoding *chosen = shown != NULL ? rt_body_content_get_chosen (shown) : NULL;
  const char *name = chosen != NULL ? chosen->name : "";

  if (g_str_equal (self->charset, name))
    return;
  g_free (self->charset);
  self->charset = g_strdup (name);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHARSET]);
}

static void
set_part (RtBodyViewer  *self,
          RtBodyContent *part,
          const char    *title)
{
  if (self->part != NULL)
    unwatch (self, self->part);
  g_set_object (&self->part, part);
  if (part != NULL)
    watch (self, part);
  gtk_label_set_text (self->crumb_label, title);
  mark_charset (self);
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
  g_autoptr (GBytes) bytes = g_bytes_new_from_bytes (whole, start, length);
  g_autoptr (RtBodyContent) part = rt_body_content_new (media_type);
  g_autofree char *type = rt_text_from_wire (media_type != NULL ? media_type : "", -1);
  g_autofree char *size = rt_format_size (length);
  g_autofree char *title = g_strjoin (" · ", size, media_type != NULL ? type : NULL, NULL);

  rt_body_content_extend (part, bytes, TRUE);
  g_free (self->part_disposition);
  self->part_disposition = g_strdup (disposition);
  set_part (self, part, title);
  reset_cb (self);
}

static void
leave_part_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  RtBodyViewer *self = RT_BODY_VIEWER (widget);

  set_part (self, NULL, "");
  reset_cb (self);
}

static void
choose_view (RtBodyViewer *self,
             RtBodyView    view)
{
  RtBodyContent *shown = rt_body_viewer_get_shown (self);
  g_autofree char *essence = NULL;

  if (shown == NULL || !rt_body_content_has_view (shown, view))
    return;
  essence = dup_essence (shown);
  if (self->settings != NULL)
    rt_settings_set_body_view (self->settings, essence, rt_body_view_get_nick (view));
  show_view (self, view);
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
  const RtEncoding *encoding = rt_encoding_find (name, -1);

  if (g_strcmp0 (self->charset, name) == 0)
    return;
  g_free (self->charset);
  self->charset = g_strdup (name);
  if (shown != NULL)
    rt_body_content_choose_charset (shown, encoding);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHARSET]);
}

static void
page_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  RtBodyPage *page = get_page (RT_BODY_VIEWER (widget));

  if (page == NULL)
    return;
  if (g_str_equal (action_name, "viewer.go-to"))
    rt_body_page_go_to (page);
  else
    rt_body_page_copy (page);
}

static void
rt_body_viewer_dispose (GObject *object)
{
  RtBodyViewer *self = RT_BODY_VIEWER (object);

  if (self->part != NULL)
    unwatch (self, self->part);
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

  g_clear_pointer (&self->charset, g_free);
  g_clear_pointer (&self->message, g_free);
  g_clear_pointer (&self->origin, g_free);
  g_clear_pointer (&self->part_disposition, g_free);

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
      g_value_set_boolean (value, self->wrap);
      break;
    case PROP_CHARSET:
      g_value_set_string (value, self->charset);
      break;
    case PROP_VIEW:
      g_value_set_string (value, shown != NULL ? rt_body_view_get_nick (self->view) : "");
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, rt_body_viewer_is_busy (self));
      break;
    case PROP_PART:
      g_value_set_object (value, self->part);
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
      if (self->wrap == g_value_get_boolean (value))
        break;
      self->wrap = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
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

  g_type_ensure (RT_TYPE_VIEW_TABS);
  gtk_widget_class_set_template_from_resource (widget_class, RT_BODY_UI "body-viewer.ui");
  gtk_widget_class_bind_template_child (widget_class, RtBodyViewer, charset_button);
  gtk_widget_class_bind_template_child (widget_class, RtBodyViewer, crumb);
  gtk_widget_class_bind_template_child (widget_class, RtBodyViewer, crumb_label);
  gtk_widget_class_bind_template_child (widget_class, RtBodyViewer, note);
  gtk_widget_class_bind_template_child (widget_class, RtBodyViewer, stack);
  gtk_widget_class_bind_template_child (widget_class, RtBodyViewer, summary);
  gtk_widget_class_bind_template_child (widget_class, RtBodyViewer, tabs);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  install_actions (widget_class);
}

static void
rt_body_viewer_init (RtBodyViewer *self)
{
  g_autoptr (GMenuModel) menu = NULL;

  self->wrap = TRUE;
  self->charset = g_strdup ("");
  self->view = RT_BODY_VIEW_RAW;
  gtk_widget_init_template (GTK_WIDGET (self));
  menu = rt_charset_menu_new ("viewer.charset");
  gtk_menu_button_set_menu_model (self->charset_button, menu);
  /* The page that is looked at first, and found by its name. */
  gtk_stack_set_visible_child (self->stack, ensure_page (self));
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
  set_part (self, NULL, "");
  g_set_object (&self->content, content);
  g_clear_pointer (&self->message, g_free);
  mark_charset (self);
  if (content != NULL)
    watch (self, content);
  reset_cb (self);
}

RtBodyContent *
rt_body_viewer_get_shown (RtBodyViewer *self)
{
  g_return_val_if_fail (RT_IS_BODY_VIEWER (self), NULL);

  return self->part != NULL ? self->part : self->content;
}

RtBodyContent *
rt_body_viewer_get_part (RtBodyViewer *self)
{
  g_return_val_if_fail (RT_IS_BODY_VIEWER (self), NULL);

  return self->part;
}

char *
rt_body_viewer_dup_part_name (RtBodyViewer *self)
{
  g_autofree char *essence = NULL;

  g_return_val_if_fail (RT_IS_BODY_VIEWER (self), NULL);

  if (self->part == NULL)
    return NULL;
  essence = dup_essence (self->part);

  return rt_save_name_suggest (self->part_disposition, "http://part/part", essence, NULL);
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
  show_summary (self);
}

void
rt_body_viewer_find (RtBodyViewer *self)
{
  RtBodyPage *page;

  g_return_if_fail (RT_IS_BODY_VIEWER (self));

  page = get_page (self);
  if (page != NULL && rt_body_viewer_get_shown (self) != NULL)
    rt_body_page_find (page);
}

gboolean
rt_body_viewer_is_busy (RtBodyViewer *self)
{
  RtBodyPage *page;

  g_return_val_if_fail (RT_IS_BODY_VIEWER (self), FALSE);

  page = get_page (self);

  return page != NULL && rt_body_viewer_get_shown (self) != NULL && rt_body_page_is_busy (page);
}
