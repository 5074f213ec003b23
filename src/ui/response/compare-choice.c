/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A choice. Its label is made when it is asked for: an exchange may still run. */

#include "config.h"

#include "compare-choice.h"

#include "response-words.h"
#include "secret-view.h"
#include "text.h"

#include <glib/gi18n-lib.h>

struct _RtCompareChoice
{
  GObject        parent_instance;

  RtExchange    *exchange;
  RtCredentials *credentials;
  guint          position;
  gboolean       before;
};

G_DEFINE_FINAL_TYPE (RtCompareChoice, rt_compare_choice, G_TYPE_OBJECT)

static void
rt_compare_choice_finalize (GObject *object)
{
  RtCompareChoice *self = RT_COMPARE_CHOICE (object);

  g_clear_object (&self->exchange);
  g_clear_object (&self->credentials);

  G_OBJECT_CLASS (rt_compare_choice_parent_class)->finalize (object);
}

static void
rt_compare_choice_class_init (RtCompareChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rt_compare_choice_finalize;
}

static void
rt_compare_choice_init (RtCompareChoice *self)
{
}

RtCompareChoice *
rt_compare_choice_new (RtTrail  *trail,
                       guint     position,
                       gboolean  before)
{
  RtCompareChoice *self;

  g_return_val_if_fail (RT_IS_TRAIL (trail), NULL);
  g_return_val_if_fail (position < rt_trail_get_n_exchanges (trail), NULL);

  self = g_object_new (RT_TYPE_COMPARE_CHOICE, NULL);
  self->exchange = g_object_ref (rt_trail_get_exchange (trail, position));
  self->credentials = g_object_ref (rt_request_get_credentials (rt_trail_get_request (trail)));
  self->position = position;
  self->before = before;

  return self;
}

RtExchange *
rt_compare_choice_get_exchange (RtCompareChoice *self)
{
  g_return_val_if_fail (RT_IS_COMPARE_CHOICE (self), NULL);

  return self->exchange;
}

char *
rt_compare_choice_dup_label (RtCompareChoice *self)
{
  g_autofree char *raw_url = NULL;
  g_autofree char *text = NULL;
  g_autofree char *url = NULL;
  g_autofree char *raw_method = NULL;
  g_autofree char *method = NULL;
  g_autofree char *code = NULL;
  int status;

  g_return_val_if_fail (RT_IS_COMPARE_CHOICE (self), NULL);

  status = rt_exchange_get_status (self->exchange);
  raw_url = rt_exchange_dup_url (self->exchange);
  text = rt_text_from_wire (raw_url, -1);
  url = rt_words_bound (rt_secret_view_text (self->credentials, text));
  raw_method = rt_exchange_dup_method (self->exchange);
  method = rt_words_bound (rt_text_from_wire (raw_method, -1));
  code = status > 0 ? g_strdup_printf ("%03d", status) : g_strdup (_("no response"));

  return g_strdup_printf (self->before ? _("Before, %u: %s, %s %s") : _("%u: %s, %s %s"),
                          self->position + 1, code, method, url);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  gtk_list_item_set_child (list_item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item)
{
  g_autofree char *text = rt_compare_choice_dup_label (gtk_list_item_get_item (list_item));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (list_item)), text);
}

GtkListItemFactory *
rt_compare_choice_new_factory (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);

  return factory;
}
