/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtMediaPage: words and buttons; what they do is the pane's part. */

#include "config.h"

#include "media-page.h"

#include "body-ui.h"
#include "format.h"
#include "media-facts.h"
#include "signature.h"
#include "template.h"
#include "text.h"

#include <glib/gi18n-lib.h>

struct _RtMediaPage
{
  GtkWidget parent_instance;

  GtkLabel *facts;
  GtkLabel *size;
  GtkLabel *title;
};

static void body_page_init (RtBodyPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RtMediaPage, rt_media_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (RT_TYPE_BODY_PAGE, body_page_init))

/* "A WAV recording", by the bytes; else what the kind is called. */
static char *
dup_title (RtBodyContent *content)
{
  g_autoptr (GBytes) bytes = rt_body_content_dup_bytes (content);
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  const RtSignature *signature = rt_signature_find (data, length);

  return g_strdup (signature != NULL
                     ? rt_signature_words (signature)
                     : rt_body_kind_to_words (rt_body_content_get_kind (content)));
}

/* What the content says of itself; NULL when it says nothing. */
static char *
dup_facts (RtBodyContent *content)
{
  g_autoptr (GBytes) bytes = rt_body_content_dup_bytes (content);
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  RtMediaFacts facts;

  rt_media_facts_read (data, length, rt_body_content_is_complete (content), &facts);

  return rt_media_facts_dup_words (&facts);
}

static char *
dup_size (RtBodyContent *content)
{
  const char *media_type = rt_body_content_get_media_type (content);
  g_autofree char *type = media_type != NULL ? rt_text_from_wire (media_type, -1) : NULL;
  g_autofree char *size = rt_format_size (rt_body_content_get_length (content));

  return g_strdup_printf (_("%s\nsent as %s"), size,
                          type != NULL ? type : _("nothing in particular"));
}

static void
show (RtBodyPage    *page,
      RtBodyContent *content,
      RtBodyView     view)
{
  RtMediaPage *self = RT_MEDIA_PAGE (page);
  g_autofree char *title = content != NULL ? dup_title (content) : NULL;
  g_autofree char *facts = content != NULL ? dup_facts (content) : NULL;
  g_autofree char *size = content != NULL ? dup_size (content) : NULL;

  gtk_label_set_text (self->title, title != NULL ? title : "");
  gtk_label_set_text (self->facts, facts != NULL ? facts : "");
  gtk_widget_set_visible (GTK_WIDGET (self->facts), facts != NULL);
  gtk_label_set_text (self->size, size != NULL ? size : "");
}

static void
body_page_init (RtBodyPageInterface *iface)
{
  iface->show = show;
}

static void
rt_media_page_dispose (GObject *object)
{
  rt_template_dispose (GTK_WIDGET (object), RT_TYPE_MEDIA_PAGE);

  G_OBJECT_CLASS (rt_media_page_parent_class)->dispose (object);
}

static void
rt_media_page_class_init (RtMediaPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_media_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RT_BODY_UI "media-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RtMediaPage, facts);
  gtk_widget_class_bind_template_child (widget_class, RtMediaPage, size);
  gtk_widget_class_bind_template_child (widget_class, RtMediaPage, title);
}

static void
rt_media_page_init (RtMediaPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
