/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A chip of the trail. */

#include "config.h"

#include "trail-chip.h"

#include "format.h"
#include "response-ui.h"
#include "response-words.h"
#include "secret-view.h"
#include "status-look.h"
#include "text.h"
#include "template.h"

#include <glib/gi18n-lib.h>

#define MAX_HOST_CHARS 18

struct _RtTrailChip
{
  GtkWidget           parent_instance;

  RtExchange         *exchange;
  RtExchange         *before;
  gulong              changed_handler;
  char               *words;
  const RtStatusLook *look;

  GtkLabel           *code;
  GtkLabel           *host;
  GtkImage           *icon;
  GtkLabel           *method;
  GtkLabel           *time;
};

G_DEFINE_FINAL_TYPE (RtTrailChip, rt_trail_chip, GTK_TYPE_WIDGET)

/* "http://example.org:8080" of a URL: what decides whose it is. */
static char *
dup_origin (RtExchange *exchange)
{
  g_autofree char *url = rt_exchange_dup_url (exchange);
  const char *authority = strstr (url, "://");
  g_autofree char *text = NULL;
  gsize length;

  if (authority == NULL)
    return rt_words_bound (rt_text_from_wire (url, -1));
  length = authority + 3 - url + strcspn (authority + 3, "/?#");

  text = rt_text_from_wire (url, length);

  return rt_words_bound (rt_secret_view_text (NULL, text));
}

/* Without the scheme, but where only that has changed. */
static char *
dup_host_to_show (RtTrailChip *self)
{
  g_autofree char *origin = dup_origin (self->exchange);
  g_autofree char *before = self->before != NULL ? dup_origin (self->before) : NULL;
  const char *host = strstr (origin, "://");
  const char *host_before = before != NULL ? strstr (before, "://") : NULL;

  if (before == NULL || g_strcmp0 (origin, before) == 0)
    return g_strdup ("");
  if (host == NULL || host_before == NULL)
    return g_steal_pointer (&origin);
  if (g_strcmp0 (host, host_before) == 0)
    return g_strndup (origin, host - origin);

  return g_strdup (host + 3);
}

static char *
dup_code (RtExchange *exchange)
{
  int status = rt_exchange_get_status (exchange);

  if (status > 0)
    return g_strdup_printf ("%03d", status);
  if (rt_exchange_get_state (exchange) != RT_EXCHANGE_DONE)
    return g_strdup ("…");

  return g_strdup (_("none"));
}

static const char *
words_for_next (RtExchange *exchange)
{
  const RtNext *next = rt_exchange_get_next (exchange);

  if (next == NULL)
    return "";
  switch (next->reason)
    {
    case RT_NEXT_REDIRECT:
      return _(", redirect followed");
    case RT_NEXT_STALE_CONNECTION:
      return _(", sent again: the kept connection had been closed");
    case RT_NEXT_TUNNEL:
      return _(", tunnel through the proxy");
    case RT_NEXT_CHALLENGE:
      return _(", challenge answered");
    case RT_NEXT_RETRY:
      return _(", tried again");
    case RT_NEXT_NONE:
    default:
      return "";
    }
}

static void
set_look (RtTrailChip        *self,
          const RtStatusLook *look)
{
  if (self->look == look)
    return;
  if (self->look != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->look->css_class);
  self->look = look;
  gtk_widget_add_css_class (GTK_WIDGET (self), look->css_class);
  gtk_image_set_from_icon_name (self->icon, look->icon_name);
}

static void
update (RtTrailChip *self)
{
  g_autofree char *code = dup_code (self->exchange);
  g_autofree char *method = rt_exchange_dup_method (self->exchange);
  g_autofree char *shown_method = rt_words_bound (rt_text_from_wire (method, -1));
  g_autofree char *host = dup_host_to_show (self);
  g_autofree char *url = rt_exchange_dup_url (self->exchange);
  g_autofree char *url_text = rt_text_from_wire (url, -1);
  g_autofree char *shown_url = rt_words_bound (rt_secret_view_text (NULL, url_text));
  g_autofree char *time = NULL;
  const RtNext *next = rt_exchange_get_next (self->exchange);
  g_autofree char *tooltip = NULL;
  RtTiming timing;

  rt_exchange_get_timing (self->exchange, &timing);
  time = timing.started > 0
           ? rt_format_duration (rt_timing_get_total (&timing, g_get_monotonic_time ()))
           : g_strdup ("");
  set_look (self, rt_status_look_for_code (rt_exchange_get_status (self->exchange)));
  gtk_label_set_text (self->code, code);
  gtk_label_set_text (self->method, shown_method);
  gtk_label_set_text (self->host, host);
  /* A list gives its rows their least width: that must show some of it. */
  gtk_label_set_width_chars (self->host, MIN (g_utf8_strlen (host, -1), MAX_HOST_CHARS));
  gtk_widget_set_visible (GTK_WIDGET (self->host), *host != '\0');
  gtk_label_set_text (self->time, time);

  g_clear_pointer (&self->words, g_free);
  self->words = g_strdup_printf (_("%u: %s %s, %s, %s%s"),
                                 rt_exchange_get_position (self->exchange) + 1, code,
                                 _(self->look->word), shown_method, shown_url,
                                 words_for_next (self->exchange));
  tooltip = next != NULL && next->rule != NULL
              ? g_strdup_printf ("%s\n%s", shown_url, next->rule)
              : g_strdup (shown_url);
  /* GTK asks the display where the pointer is each time that it is set. */
  if (g_strcmp0 (gtk_widget_get_tooltip_text (GTK_WIDGET (self)), tooltip) != 0)
    gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, self->words, -1);
}

static void
drop_exchange (RtTrailChip *self)
{
  if (self->exchange != NULL)
    g_clear_signal_handler (&self->changed_handler, self->exchange);
  g_clear_object (&self->exchange);
  g_clear_object (&self->before);
}

static void
rt_trail_chip_dispose (GObject *object)
{
  RtTrailChip *self = RT_TRAIL_CHIP (object);

  drop_exchange (self);
  g_clear_pointer (&self->words, g_free);
  rt_template_dispose (GTK_WIDGET (object), RT_TYPE_TRAIL_CHIP);

  G_OBJECT_CLASS (rt_trail_chip_parent_class)->dispose (object);
}

static void
rt_trail_chip_class_init (RtTrailChipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rt_trail_chip_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RT_RESPONSE_UI "trail-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, RtTrailChip, code);
  gtk_widget_class_bind_template_child (widget_class, RtTrailChip, host);
  gtk_widget_class_bind_template_child (widget_class, RtTrailChip, icon);
  gtk_widget_class_bind_template_child (widget_class, RtTrailChip, method);
  gtk_widget_class_bind_template_child (widget_class, RtTrailChip, time);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
rt_trail_chip_init (RtTrailChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rt_trail_chip_new (void)
{
  return g_object_new (RT_TYPE_TRAIL_CHIP, NULL);
}

void
rt_trail_chip_set_exchange (RtTrailChip *self,
                            RtExchange  *exchange,
                            RtExchange  *before)
{
  g_return_if_fail (RT_IS_TRAIL_CHIP (self));
  g_return_if_fail (exchange == NULL || RT_IS_EXCHANGE (exchange));
  g_return_if_fail (before == NULL || RT_IS_EXCHANGE (before));

  drop_exchange (self);
  if (exchange == NULL)
    return;
  self->exchange = g_object_ref (exchange);
  g_set_object (&self->before, before);
  self->changed_handler = g_signal_connect_swapped (exchange, "changed", G_CALLBACK (update), self);
  update (self);
}

RtExchange *
rt_trail_chip_get_exchange (RtTrailChip *self)
{
  g_return_val_if_fail (RT_IS_TRAIL_CHIP (self), NULL);

  return self->exchange;
}

const char *
rt_trail_chip_get_words (RtTrailChip *self)
{
  g_return_val_if_fail (RT_IS_TRAIL_CHIP (self), NULL);

  return self->words != NULL ? self->words : "";
}
