/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A rung of the ladder. */

#include "config.h"

#include "ladder-rung.h"

#include "emphasis.h"
#include "format.h"
#include "response-ui.h"
#include "response-words.h"
#include "secret-view.h"
#include "status-look.h"
#include "status-words.h"
#include "template.h"
#include "text.h"

#include <glib/gi18n-lib.h>

struct _RtLadderRung
{
  GtkWidget           parent_instance;

  RtCatalogue        *catalogue;
  RtCredentials      *credentials;
  RtExchange         *exchange;
  gulong              changed_handler;
  RtUrlParts          changed;
  char               *words;
  const RtStatusLook *look;

  GtkLabel           *code;
  GtkImage           *icon;
  GtkLabel           *method;
  GtkLabel           *number;
  GtkLabel           *reason;
  GtkWidget          *status;
  GtkLabel           *time;
  GtkLabel           *url;
};

G_DEFINE_FINAL_TYPE (RtLadderRung, rt_ladder_rung, GTK_TYPE_WIDGET)

static char *
dup_reason (RtLadderRung *self)
{
  int status = rt_exchange_get_status (self->exchange);
  g_autoptr (RtFailure) failure = rt_exchange_dup_failure (self->exchange);
  g_autoptr (RtStatusCode) code = NULL;

  if (status > 0)
    {
      if (self->catalogue != NULL)
        code = rt_catalogue_describe_code (self->catalogue, status);
      return rt_status_words_reason (self->exchange, code);
    }
  if (failure != NULL)
    return rt_status_words_failure (self->catalogue, failure);

  return g_strdup (rt_words_for_progress (self->exchange));
}

static void
set_look (RtLadderRung *self,
          int           status)
{
  const RtStatusLook *look = rt_status_look_for_code (status);

  if (self->look == look)
    return;
  if (self->look != NULL)
    gtk_widget_remove_css_class (self->status, self->look->css_class);
  self->look = look;
  gtk_widget_add_css_class (self->status, look->css_class);
  gtk_image_set_from_icon_name (self->icon, look->icon_name);
}

static void
set_url (RtLadderRung *self,
         const char   *url)
{
  g_autoptr (PangoAttrList) attributes = rt_emphasis_for_url (url, self->changed);
  PangoAttribute *hyphens = pango_attr_insert_hyphens_new (FALSE);

  rt_response_ui_wrap_for (self->url, url);
  gtk_label_set_text (self->url, url);
  pango_attr_list_insert (attributes, hyphens);
  gtk_label_set_attributes (self->url, attributes);
}

static void
update_words (RtLadderRung *self,
              int           status,
              const char   *method,
              const char   *url)
{
  g_clear_pointer (&self->words, g_free);
  self->words = g_strdup_printf (_("%s: %s %s, %s, %s %s, %s"), gtk_label_get_text (self->number),
                                 status > 0 ? gtk_label_get_text (self->code) : "",
                                 gtk_label_get_text (self->reason), _(self->look->word), method,
                                 url, gtk_label_get_text (self->time));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->words, -1);
}

static void
update_time (RtLadderRung *self)
{
  RtTiming timing;
  g_autofree char *time = NULL;

  rt_exchange_get_timing (self->exchange, &timing);
  if (timing.started > 0)
    time = rt_format_duration (rt_timing_get_total (&timing, g_get_monotonic_time ()));
  gtk_label_set_text (self->time, time != NULL ? time : "");
}

static void
update (RtLadderRung *self)
{
  int status = rt_exchange_get_status (self->exchange);
  g_autofree char *number =
    g_strdup_printf ("%u", rt_exchange_get_position (self->exchange) + 1);
  g_autofree char *code = status > 0 ? g_strdup_printf ("%03d", status) : g_strdup ("—");
  g_autofree char *reason = rt_words_bound (dup_reason (self));
  g_autofree char *raw_method = rt_exchange_dup_method (self->exchange);
  g_autofree char *method = rt_words_bound (rt_text_from_wire (raw_method, -1));
  g_autofree char *raw_url = rt_exchange_dup_url (self->exchange);
  g_autofree char *text = rt_text_from_wire (raw_url, -1);
  g_autofree char *url = rt_words_bound (rt_secret_view_text (self->credentials, text));

  set_look (self, status);
  gtk_label_set_text (self->number, number);
  gtk_label_set_text (self->code, code);
  gtk_label_set_text (self->reason, reason);
  gtk_label_set_text (self->method, method);
  set_url (self, url);
  update_time (self);
  update_words (self, status, method, url);
}

static void
drop_exchange (RtLadderRung *self)
{
  if (self->exchange != NULL)
    g_clear_signal_handler (&self->changed_handler, self->exchange);
  g_clear_object (&self->exchange);
  g_clear_object (&self->credentials);
}

static void
rt_ladder_rung_dispose (GObject *object)
{
  RtLadderRung *self = RT_LADDER_RUNG (object);

  drop_exchange (self);
  g_clear_object (&self->catalogue);
  g_clear_pointer (&self->words, g_free);
  rt_template_dispose (GTK_WIDGET (object), RT_TYPE_LADDER_RUNG);

  G_OBJECT_CLASS (rt_ladder_rung_parent_class)->dispose (object);
}

static void
rt_ladder_rung_class_init (RtLadderRungClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_ladder_rung_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RT_RESPONSE_UI "ladder-rung.ui");
  gtk_widget_class_bind_template_child (widget_class, RtLadderRung, code);
  gtk_widget_class_bind_template_child (widget_class, RtLadderRung, icon);
  gtk_widget_class_bind_template_child (widget_class, RtLadderRung, method);
  gtk_widget_class_bind_template_child (widget_class, RtLadderRung, number);
  gtk_widget_class_bind_template_child (widget_class, RtLadderRung, reason);
  gtk_widget_class_bind_template_child (widget_class, RtLadderRung, status);
  gtk_widget_class_bind_template_child (widget_class, RtLadderRung, time);
  gtk_widget_class_bind_template_child (widget_class, RtLadderRung, url);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
rt_ladder_rung_init (RtLadderRung *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rt_ladder_rung_new (RtCatalogue *catalogue)
{
  RtLadderRung *self = g_object_new (RT_TYPE_LADDER_RUNG, NULL);

  g_set_object (&self->catalogue, catalogue);

  return GTK_WIDGET (self);
}

void
rt_ladder_rung_set_exchange (RtLadderRung  *self,
                             RtExchange    *exchange,
                             RtCredentials *credentials,
                             RtUrlParts     changed)
{
  g_return_if_fail (RT_IS_LADDER_RUNG (self));
  g_return_if_fail (RT_IS_EXCHANGE (exchange));

  g_object_ref (exchange);
  drop_exchange (self);
  self->exchange = exchange;
  g_set_object (&self->credentials, credentials);
  self->changed = changed;
  self->changed_handler = g_signal_connect_swapped (exchange, "changed", G_CALLBACK (update),
                                                    self);
  update (self);
}

const char *
rt_ladder_rung_get_words (RtLadderRung *self)
{
  g_return_val_if_fail (RT_IS_LADDER_RUNG (self), NULL);

  return self->words != NULL ? self->words : "";
}
