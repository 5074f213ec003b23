/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Gives the lines of a view to the text page, and their colours. */

#include "config.h"

#include "lines-page.h"

#include "range-provider.h"
#include "text-page.h"

#include <glib/gi18n-lib.h>

struct _RtLinesPage
{
  GtkWidget     parent_instance;

  RtLines   *lines;
  RtBodyView view;
  gboolean   wrap;
  GtkWidget *page;
};

static void body_page_init (RtBodyPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RtLinesPage, rt_lines_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (RT_TYPE_BODY_PAGE, body_page_init))

enum
{
  PROP_0,
  PROP_WRAP,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static RtLineView *
get_view (RtLinesPage *self)
{
  return rt_text_page_get_view (RT_TEXT_PAGE (self->page));
}

static RtSyntax
get_syntax (RtBodyView view,
            RtBodyKind kind)
{
  if (view == RT_BODY_VIEW_HEX)
    return RT_SYNTAX_HEX;
  if (kind == RT_BODY_KIND_JSON || kind == RT_BODY_KIND_NDJSON)
    return RT_SYNTAX_JSON;
  if (kind == RT_BODY_KIND_XML || kind == RT_BODY_KIND_HTML || kind == RT_BODY_KIND_SVG)
    return RT_SYNTAX_XML;

  return RT_SYNTAX_NONE;
}

static void
update_wrap (RtLinesPage *self)
{
  rt_line_view_set_wrap (get_view (self), self->wrap && self->view != RT_BODY_VIEW_HEX);
}

static void
show (RtBodyPage    *page,
      RtBodyContent *content,
      RtBodyView     view)
{
  RtLinesPage *self = RT_LINES_PAGE (page);
  RtLines *lines = content != NULL ? rt_body_content_get_lines (content, view) : NULL;

  self->view = view;
  if (lines == self->lines)
    return;
  g_set_object (&self->lines, lines);
  rt_line_view_set_lines (get_view (self), lines);
  if (lines == NULL)
    return;
  rt_line_view_set_syntax (get_view (self), get_syntax (view, rt_body_content_get_kind (content)));
  rt_line_view_set_show_line_numbers (get_view (self), view != RT_BODY_VIEW_HEX);
  update_wrap (self);
}

static gboolean
is_busy (RtBodyPage *page)
{
  RtLinesPage *self = RT_LINES_PAGE (page);

  return self->lines != NULL && !rt_lines_is_complete (self->lines);
}

static void
find (RtBodyPage *page)
{
  gtk_widget_activate_action (RT_LINES_PAGE (page)->page, "text.find", NULL);
}

static void
go_to (RtBodyPage *page)
{
  gtk_widget_activate_action (RT_LINES_PAGE (page)->page, "text.go-to-line", NULL);
}

static void
copy (RtBodyPage *page)
{
  RtLinesPage *self = RT_LINES_PAGE (page);
  RtPlace from = { 0, 0 };
  RtPlace to = { G_MAXUINT64, 0 };
  g_autoptr (GdkContentProvider) provider = NULL;

  if (self->lines == NULL)
    return;
  provider = rt_range_provider_new (self->lines, &from, &to, 0);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), provider);
}

static void
body_page_init (RtBodyPageInterface *iface)
{
  iface->show = show;
  iface->is_busy = is_busy;
  iface->find = find;
  iface->go_to = go_to;
  iface->copy = copy;
}

static void
rt_lines_page_dispose (GObject *object)
{
  RtLinesPage *self = RT_LINES_PAGE (object);

  g_clear_pointer (&self->page, gtk_widget_unparent);
  g_clear_object (&self->lines);

  G_OBJECT_CLASS (rt_lines_page_parent_class)->dispose (object);
}

static void
rt_lines_page_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_WRAP:
      g_value_set_boolean (value, RT_LINES_PAGE (object)->wrap);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rt_lines_page_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  RtLinesPage *self = RT_LINES_PAGE (object);

  switch (prop_id)
    {
    case PROP_WRAP:
      if (self->wrap == g_value_get_boolean (value))
        break;
      self->wrap = g_value_get_boolean (value);
      update_wrap (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rt_lines_page_class_init (RtLinesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = rt_lines_page_dispose;
  object_class->get_property = rt_lines_page_get_property;
  object_class->set_property = rt_lines_page_set_property;

  properties[PROP_WRAP] =
    g_param_spec_boolean ("wrap", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
rt_lines_page_init (RtLinesPage *self)
{
  self->wrap = TRUE;
  self->page = rt_text_page_new ();
  gtk_widget_set_parent (self->page, GTK_WIDGET (self));
  rt_line_view_set_name (get_view (self), _("Response body"));
  rt_line_view_set_wrap (get_view (self), TRUE);
}
