/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The status head. Each final status is announced once to screen readers. */

#include "config.h"

#include "status-head.h"

#include "announcement.h"
#include "response-ui.h"
#include "status-look.h"
#include "status-words.h"
#include "template.h"

#include <glib/gi18n-lib.h>

struct _RtStatusHead
{
  RtResponsePane      parent_instance;

  RtExchange         *announced; /* not owned, only compared */
  char               *announcement;
  const RtStatusLook *look;
  char              **badge_words; /* that are shown */

  GtkWidget          *about;
  GtkWidget          *announcer;
  GtkBox             *badges;
  GtkLabel           *contrast;
  GtkLabel           *facts;
  GtkWidget          *figure;
  GtkImage           *icon;
  GtkLabel           *meaning;
  GtkLabel           *reason;
  GtkLabel           *status;
  GtkLabel           *word;
};

G_DEFINE_FINAL_TYPE (RtStatusHead, rt_status_head, RT_TYPE_RESPONSE_PANE)

enum
{
  SHOW_CODE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_look (RtStatusHead       *self,
          const RtStatusLook *look)
{
  GtkWidget *colored[] = {
    self->figure, GTK_WIDGET (self->word),
  };

  if (self->look == look)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (colored); i++)
    {
      if (self->look != NULL)
        gtk_widget_remove_css_class (colored[i], self->look->css_class);
      gtk_widget_add_css_class (colored[i], look->css_class);
    }
  self->look = look;
  gtk_image_set_from_icon_name (self->icon, look->icon_name);
}

static void
set_status (RtStatusHead *self,
            const char   *text,
            gboolean      number)
{
  rt_response_ui_set_text (self->status, "Status", text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->status),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _(self->look->word), -1);
  if (number)
    gtk_widget_remove_css_class (GTK_WIDGET (self->status), "words");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->status), "words");
}

static void
show_badges (RtStatusHead *self,
             RtExchange   *exchange)
{
  g_auto (GStrv) words = rt_status_words_badges (exchange);
  GtkWidget *child;

  if (self->badge_words != NULL &&
      g_strv_equal ((const char * const *) self->badge_words, (const char * const *) words))
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->badges))) != NULL)
    gtk_box_remove (self->badges, child);
  for (guint i = 0; words[i] != NULL; i++)
    {
      GtkWidget *badge = gtk_label_new (words[i]);

      gtk_label_set_ellipsize (GTK_LABEL (badge), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (badge, "badge");
      gtk_box_append (self->badges, badge);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->badges), words[0] != NULL);
  g_strfreev (self->badge_words);
  self->badge_words = g_steal_pointer (&words);
}

static void
announce (RtStatusHead *self,
          RtExchange   *exchange,
          const char   *text)
{
  if (self->announced == exchange)
    return;
  self->announced = exchange;
  g_clear_pointer (&self->announcement, g_free);
  self->announcement = g_strdup (text);

  rt_announce (self->announcer, text);
}

static void
show_response (RtStatusHead *self,
               RtExchange   *exchange,
               int           status)
{
  RtCatalogue *catalogue = rt_response_pane_get_catalogue (RT_RESPONSE_PANE (self));
  g_autoptr (RtStatusCode) code = NULL;
  g_autofree char *number = g_strdup_printf ("%03d", status);
  g_autofree char *reason = NULL;
  g_autofree char *contrast = NULL;
  g_autofree char *announcement = NULL;

  if (catalogue != NULL)
    code = rt_catalogue_describe_code (catalogue, status);
  reason = rt_status_words_reason (exchange, code);
  contrast = rt_status_words_contrast (exchange, code);

  set_look (self, rt_status_look_for_code (status));
  set_status (self, number, TRUE);
  rt_response_ui_set_text (self->reason, "Reason", reason);
  rt_response_ui_set_text (self->contrast, NULL, contrast);
  rt_response_ui_set_text (self->meaning, "Meaning",
                           code != NULL ? rt_status_code_get_summary (code) : "");
  rt_response_ui_set_text (self->word, NULL, _(self->look->word));
  gtk_widget_set_visible (self->about, TRUE);

  announcement = g_strdup_printf ("%s %s, %s", number, reason, _(self->look->word));
  announce (self, exchange, announcement);
}

/* A response came, but no number can be read from its first line. */
static void
show_no_status (RtStatusHead *self,
                RtExchange   *exchange)
{
  set_look (self, rt_status_look_for_class (RT_CLASS_NONE));
  set_status (self, _("No status"), FALSE);
  rt_response_ui_set_text (self->reason, "Reason", "");
  rt_response_ui_set_text (self->contrast, NULL, "");
  rt_response_ui_set_text (self->word, NULL, "");
  rt_response_ui_set_text (self->meaning, "Meaning",
                           _("A response came, but its first line has no status that can be read."));
  gtk_widget_set_visible (self->about, FALSE);
  announce (self, exchange, _("No status"));
}

static void
show_no_response (RtStatusHead *self,
                  RtExchange   *exchange)
{
  RtCatalogue *catalogue = rt_response_pane_get_catalogue (RT_RESPONSE_PANE (self));
  g_autoptr (RtFailure) failure = rt_exchange_dup_failure (exchange);
  g_autofree char *name = NULL;
  g_autofree char *announcement = NULL;
  RtEntry *entry = NULL;

  set_look (self, rt_status_look_for_class (RT_CLASS_NONE));
  set_status (self, _("No response"), FALSE);
  rt_response_ui_set_text (self->contrast, NULL, "");
  rt_response_ui_set_text (self->word, NULL, "");
  gtk_widget_set_visible (self->about, FALSE);

  name = failure != NULL ? rt_status_words_failure (catalogue, failure) : g_strdup ("");
  if (failure != NULL && catalogue != NULL)
    entry = rt_catalogue_find_failure (catalogue, rt_failure_kind_to_id (failure->kind));
  rt_response_ui_set_text (self->reason, "Reason", name);
  rt_response_ui_set_text (self->meaning, "Meaning",
                           entry != NULL ? rt_entry_get_summary (entry) : "");

  announcement = g_strdup_printf ("%s: %s", _("No response"), name);
  announce (self, exchange, announcement);
}

static void
show_waiting (RtStatusHead *self)
{
  set_look (self, rt_status_look_for_class (RT_CLASS_NONE));
  set_status (self, "…", TRUE);
  rt_response_ui_set_text (self->reason, "Reason", "");
  rt_response_ui_set_text (self->contrast, NULL, "");
  rt_response_ui_set_text (self->meaning, "Meaning", "");
  rt_response_ui_set_text (self->word, NULL, _("Waiting"));
  gtk_widget_set_visible (self->about, FALSE);
}

static void
rt_status_head_refresh (RtResponsePane *pane)
{
  RtStatusHead *self = RT_STATUS_HEAD (pane);
  RtExchange *exchange = rt_response_pane_get_exchange (pane);
  g_autoptr (RtHead) head = NULL;
  g_autofree char *facts = NULL;
  int status;

  if (exchange == NULL)
    {
      self->announced = NULL;
      return;
    }

  status = rt_exchange_get_status (exchange);
  head = rt_exchange_dup_response_head (exchange);
  if (head != NULL && status > 0)
    show_response (self, exchange, status);
  else if (head != NULL)
    show_no_status (self, exchange);
  else if (rt_response_pane_is_done (pane))
    show_no_response (self, exchange);
  else
    show_waiting (self);
  facts = rt_status_words_facts (exchange);
  rt_response_ui_set_text (self->facts, NULL, facts);
  show_badges (self, exchange);
}

static void
about_clicked_cb (RtStatusHead *self)
{
  RtExchange *exchange = rt_response_pane_get_exchange (RT_RESPONSE_PANE (self));

  if (exchange != NULL)
    g_signal_emit (self, signals[SHOW_CODE], 0, rt_exchange_get_status (exchange));
}

static void
rt_status_head_dispose (GObject *object)
{
  RtStatusHead *self = RT_STATUS_HEAD (object);

  g_clear_pointer (&self->announcement, g_free);
  g_clear_pointer (&self->badge_words, g_strfreev);
  rt_template_dispose (GTK_WIDGET (object), RT_TYPE_STATUS_HEAD);

  G_OBJECT_CLASS (rt_status_head_parent_class)->dispose (object);
}

static void
rt_status_head_class_init (RtStatusHeadClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rt_status_head_dispose;
  RT_RESPONSE_PANE_CLASS (klass)->refresh = rt_status_head_refresh;

  signals[SHOW_CODE] = g_signal_new ("show-code", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (widget_class, RT_RESPONSE_UI "status-head.ui");
  gtk_widget_class_bind_template_child (widget_class, RtStatusHead, about);
  gtk_widget_class_bind_template_child (widget_class, RtStatusHead, announcer);
  gtk_widget_class_bind_template_child (widget_class, RtStatusHead, badges);
  gtk_widget_class_bind_template_child (widget_class, RtStatusHead, contrast);
  gtk_widget_class_bind_template_child (widget_class, RtStatusHead, facts);
  gtk_widget_class_bind_template_child (widget_class, RtStatusHead, figure);
  gtk_widget_class_bind_template_child (widget_class, RtStatusHead, icon);
  gtk_widget_class_bind_template_child (widget_class, RtStatusHead, meaning);
  gtk_widget_class_bind_template_child (widget_class, RtStatusHead, reason);
  gtk_widget_class_bind_template_child (widget_class, RtStatusHead, status);
  gtk_widget_class_bind_template_child (widget_class, RtStatusHead, word);
}

static void
rt_status_head_init (RtStatusHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (self->about, "clicked", G_CALLBACK (about_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  show_waiting (self);
}

const char *
rt_status_head_get_announcement (RtStatusHead *self)
{
  g_return_val_if_fail (RT_IS_STATUS_HEAD (self), NULL);

  return self->announcement != NULL ? self->announcement : "";
}
