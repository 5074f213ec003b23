/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Shows a token that others have read. */

#include "config.h"

#include "token-card.h"

#include "template.h"
#include "token-words.h"

struct _RtTokenCard
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkLabel *claims_label;
  GtkLabel *header_label;
  GtkLabel *times_label;
  GtkLabel *validity_label;
};

G_DEFINE_FINAL_TYPE (RtTokenCard, rt_token_card, GTK_TYPE_WIDGET)

static void
rt_token_card_dispose (GObject *object)
{
  rt_template_dispose (GTK_WIDGET (object), RT_TYPE_TOKEN_CARD);

  G_OBJECT_CLASS (rt_token_card_parent_class)->dispose (object);
}

static void
rt_token_card_class_init (RtTokenCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_token_card_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/roundtrip_app/Roundtrip/ui/request/token-card.ui");
  gtk_widget_class_bind_template_child (widget_class, RtTokenCard, claims_label);
  gtk_widget_class_bind_template_child (widget_class, RtTokenCard, header_label);
  gtk_widget_class_bind_template_child (widget_class, RtTokenCard, times_label);
  gtk_widget_class_bind_template_child (widget_class, RtTokenCard, validity_label);
}

static void
rt_token_card_init (RtTokenCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rt_token_card_new (void)
{
  return g_object_new (RT_TYPE_TOKEN_CARD, NULL);
}

/* Colour is not alone: the words say it. */
static void
show_validity (RtTokenCard      *self,
               const RtWebToken *token,
               gint64            now)
{
  gboolean good;
  g_autofree char *validity = rt_token_words_validity (token, now, &good);
  g_autofree char *times = rt_token_words_times (token, now);

  gtk_label_set_text (self->validity_label, validity);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->validity_label),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, validity, -1);
  if (good)
    gtk_widget_remove_css_class (GTK_WIDGET (self->validity_label), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->validity_label), "error");
  gtk_label_set_text (self->times_label, times);
  gtk_widget_set_visible (GTK_WIDGET (self->times_label), *times != '\0');
}

gboolean
rt_token_card_set_token (RtTokenCard *self,
                         const char  *token,
                         gint64       now)
{
  g_autoptr(RtWebToken) read = NULL;
  g_autofree char *claims = NULL;
  g_autofree char *header = NULL;

  g_return_val_if_fail (RT_IS_TOKEN_CARD (self), FALSE);
  g_return_val_if_fail (token != NULL, FALSE);

  read = rt_web_token_parse (token);
  if (read == NULL)
    return FALSE;
  show_validity (self, read, now);
  claims = rt_token_words_pretty (read->claims);
  header = rt_token_words_pretty (read->header);
  gtk_label_set_text (self->claims_label, claims);
  gtk_label_set_text (self->header_label, header);

  return TRUE;
}
