/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtMediaPage: words and buttons; what they do is the pane's part. */

#include "config.h"

#include "media-page.h"

#include "body-ui.h"
#include "facts-reader.h"
#include "format.h"
#include "signature.h"
#include "template.h"
#include "text.h"

#include <glib/gi18n-lib.h>

struct _RtMediaPage
{
  GtkWidget      parent_instance;

  RtDecodedText *bytes;  /* that are shown, or NULL */
  RtFactsReader *reader; /* of them */

  GtkLabel      *facts;
  GtkLabel      *size;
  GtkLabel      *title;
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

static char *
dup_size (RtBodyContent *content)
{
  const char *media_type = rt_body_content_get_media_type (content);
  g_autofree char *type = media_type != NULL ? rt_text_from_wire (media_type, -1) : NULL;
  g_autofree char *size = rt_format_size (rt_body_content_get_length (content));

  return g_strdup_printf (_("%s\nsent as %s"), size,
                          type != NULL ? type : _("nothing in particular"));
}

/* What the content says of itself. */
static void
show_facts (RtMediaPage *self)
{
  RtMediaFacts facts = { 0 };
  g_autofree char *words = NULL;

  if (self->reader != NULL)
    rt_facts_reader_get_facts (self->reader, &facts);
  words = rt_media_facts_dup_words (&facts);
  gtk_label_set_text (self->facts, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->facts), words != NULL);
  rt_body_page_busy_changed (RT_BODY_PAGE (self));
}

static void
read_facts (RtMediaPage   *self,
            RtDecodedText *bytes)
{
  if (!g_set_object (&self->bytes, bytes))
    return;
  g_clear_object (&self->reader);
  if (bytes != NULL)
    {
      self->reader = rt_facts_reader_new (bytes);
      g_signal_connect_object (self->reader, "changed", G_CALLBACK (show_facts), self,
                               G_CONNECT_SWAPPED);
    }
  show_facts (self);
}

static void
show (RtBodyPage    *page,
      RtBodyContent *content,
      RtBodyView     view)
{
  RtMediaPage *self = RT_MEDIA_PAGE (page);
  g_autofree char *title = content != NULL ? dup_title (content) : NULL;
  g_autofree char *size = content != NULL ? dup_size (content) : NULL;

  gtk_label_set_text (self->title, title != NULL ? title : "");
  gtk_label_set_text (self->size, size != NULL ? size : "");
  read_facts (self, content != NULL ? rt_body_content_get_plain (content) : NULL);
}

static gboolean
is_busy (RtBodyPage *page)
{
  RtMediaPage *self = RT_MEDIA_PAGE (page);

  return self->reader != NULL && !rt_facts_reader_is_complete (self->reader);
}

static void
body_page_init (RtBodyPageInterface *iface)
{
  iface->show = show;
  iface->is_busy = is_busy;
}

static void
rt_media_page_dispose (GObject *object)
{
  RtMediaPage *self = RT_MEDIA_PAGE (object);

  g_clear_object (&self->reader);
  g_clear_object (&self->bytes);
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
