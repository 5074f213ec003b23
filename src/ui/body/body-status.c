/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One label and one button; called at each piece of a body that arrives. */

#include "config.h"

#include "body-status.h"

#include "body-ui.h"
#include "body-words.h"
#include "charset-menu.h"
#include "template.h"

struct _RtBodyStatus
{
  GtkWidget      parent_instance;

  GtkMenuButton *charset;
  GtkLabel      *summary;
};

G_DEFINE_FINAL_TYPE (RtBodyStatus, rt_body_status, GTK_TYPE_WIDGET)

/* Asked for when it is to be seen: each time that a tooltip is set, GTK asks the
 * display where the pointer is, and waits for the answer. */
static gboolean
tooltip_cb (RtBodyStatus *self,
            int           x,
            int           y,
            gboolean      by_keyboard,
            GtkTooltip   *tooltip)
{
  const char *text = gtk_label_get_text (self->summary);

  gtk_tooltip_set_text (tooltip, text);

  return *text != '\0';
}

static void
show_charset (RtBodyStatus    *self,
              const RtCharset *charset)
{
  gtk_widget_set_visible (GTK_WIDGET (self->charset), charset != NULL);
  if (charset == NULL)
    return;
  if (g_strcmp0 (gtk_menu_button_get_label (self->charset), charset->name) != 0)
    gtk_menu_button_set_label (self->charset, charset->name);
  if (g_strcmp0 (gtk_widget_get_tooltip_text (GTK_WIDGET (self->charset)), charset->why) != 0)
    gtk_widget_set_tooltip_text (GTK_WIDGET (self->charset), charset->why);
}

static void
rt_body_status_dispose (GObject *object)
{
  rt_template_dispose (GTK_WIDGET (object), RT_TYPE_BODY_STATUS);

  G_OBJECT_CLASS (rt_body_status_parent_class)->dispose (object);
}

static void
rt_body_status_class_init (RtBodyStatusClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_body_status_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RT_BODY_UI "body-status.ui");
  gtk_widget_class_bind_template_child (widget_class, RtBodyStatus, charset);
  gtk_widget_class_bind_template_child (widget_class, RtBodyStatus, summary);
  gtk_widget_class_bind_template_callback (widget_class, tooltip_cb);
}

static void
rt_body_status_init (RtBodyStatus *self)
{
  g_autoptr (GMenuModel) menu = rt_charset_menu_new ("viewer.charset");

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_menu_model (self->charset, menu);
}

GtkWidget *
rt_body_status_new (void)
{
  return g_object_new (RT_TYPE_BODY_STATUS, NULL);
}

void
rt_body_status_show (RtBodyStatus  *self,
                     RtBodyContent *content,
                     const char    *origin)
{
  g_autofree char *summary = NULL;

  g_return_if_fail (RT_IS_BODY_STATUS (self));
  g_return_if_fail (content == NULL || RT_IS_BODY_CONTENT (content));

  if (content != NULL)
    summary = rt_body_words_summary (content, origin);
  gtk_label_set_text (self->summary, summary != NULL ? summary : "");
  show_charset (self, content != NULL ? rt_body_content_get_charset (content) : NULL);
}
