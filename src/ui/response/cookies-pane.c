/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The verdicts of the jar under one heading for each fate. Where there are
 * none it says why, from what stands in the heads.
 */

#include "config.h"

#include "cookies-pane.h"

#include "response-ui.h"
#include "template.h"
#include "verdict-row.h"

#include <glib/gi18n-lib.h>

/* Rows of one fate that are drawn at once: a jar may hold 3,000. */
#define MAX_SHOWN 100

struct _RtCookiesPane
{
  RtResponsePane parent_instance;

  GtkBox        *box;

  RtExchange    *shown;       /* not owned, only compared */
  guint          n_shown;
  gboolean       shown_whole; /* filled after its end */
  gboolean       shown_masked;
};

G_DEFINE_FINAL_TYPE (RtCookiesPane, rt_cookies_pane, RT_TYPE_RESPONSE_PANE)

/* In the order of the pane. */
static const struct
{
  RtCookieFate fate;
  const char  *title;
  const char  *subtitle;
} fates[] = {
  { RT_COOKIE_SENT, N_("Sent"), N_("In the order of the Cookie field") },
  { RT_COOKIE_WITHHELD, N_("Not sent"), N_("Kept for this site or near it") },
  { RT_COOKIE_REFUSED, N_("Refused"), N_("They came and are not kept, whatever they asked for") },
  { RT_COOKIE_STORED, N_("Set"), N_("They came, and are kept") },
  { RT_COOKIE_REPLACED, N_("Replaced"),
    N_("They came, in the place of one with the same name, host and path") },
  { RT_COOKIE_REMOVED, N_("Removed"), N_("They came with a time that has passed") },
};

static void
add_label (RtCookiesPane *self,
           const char    *text,
           const char    *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (self->box, label);
}

static gint64
get_time (RtExchange *exchange)
{
  RtTiming timing;

  rt_exchange_get_timing (exchange, &timing);

  return (timing.wall_clock > 0 ? timing.wall_clock : g_get_real_time ()) / G_USEC_PER_SEC;
}

static guint
count (GPtrArray    *verdicts,
       RtCookieFate  fate)
{
  guint n = 0;

  for (guint i = 0; i < verdicts->len; i++)
    n += ((RtCookieVerdict *) g_ptr_array_index (verdicts, i))->fate == fate;

  return n;
}

static void
add_more (RtCookiesPane *self,
          guint          n)
{
  g_autofree char *text = NULL;

  if (n <= MAX_SHOWN)
    return;

  n -= MAX_SHOWN;
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", n), n);
  add_label (self, text, "fact-row");
}

static gboolean
is_masked (RtCookiesPane *self)
{
  return !rt_response_pane_get_show_secrets (RT_RESPONSE_PANE (self));
}

static void
add_fate (RtCookiesPane *self,
          GPtrArray     *verdicts,
          gsize          index,
          gint64         now)
{
  guint n = count (verdicts, fates[index].fate);
  guint shown = 0;
  g_autofree char *title = NULL;

  if (n == 0)
    return;

  /* Translators: name of a list, and how many things are in it. */
  title = g_strdup_printf (_("%s (%u)"), _(fates[index].title), n);
  add_label (self, title, "fact-heading");
  add_label (self, _(fates[index].subtitle), "verdict-subtitle");
  for (guint i = 0; i < verdicts->len && shown < MAX_SHOWN; i++)
    {
      RtCookieVerdict *verdict = g_ptr_array_index (verdicts, i);

      if (verdict->fate != fates[index].fate)
        continue;
      gtk_box_append (self->box, rt_verdict_row_new (verdict, now, is_masked (self)));
      shown++;
    }
  add_more (self, n);
}

static gboolean
has_field (RtHead     *head,
           const char *name)
{
  return head != NULL && rt_head_find_field (head, name, 0) >= 0;
}

/* Set-Cookie fields that no jar was asked about. */
static void
add_unjudged (RtCookiesPane *self,
              RtHead        *response,
              gint64         now)
{
  add_label (self, _("Not kept"), "fact-heading");
  add_label (self, _("Cookies are off for this request, so what came was not kept"),
             "verdict-subtitle");
  for (int i = rt_head_find_field (response, "Set-Cookie", 0), n = 0; i >= 0 && n < MAX_SHOWN;
       i = rt_head_find_field (response, "Set-Cookie", i + 1), n++)
    {
      g_autofree char *line = rt_head_dup_field_value (response, i);

      gtk_box_append (self->box, rt_verdict_row_new_line (line, now, is_masked (self)));
    }
}

static void
add_reason (RtCookiesPane *self,
            RtExchange    *exchange,
            gint64         now)
{
  g_autoptr (RtHead) request = rt_exchange_dup_request_head (exchange);
  g_autoptr (RtHead) response = rt_exchange_dup_response_head (exchange);

  if (has_field (request, "Cookie"))
    add_label (self, _("The Cookie header was typed: it went as it is, and the cookies that are "
                       "kept had no part in it. The Headers pane shows it."),
               "fact-row");
  if (has_field (response, "Set-Cookie"))
    add_unjudged (self, response, now);
  else if (!rt_response_pane_is_done (RT_RESPONSE_PANE (self)))
    add_label (self, _("No cookie so far."), "fact-row");
  else if (response == NULL)
    add_label (self, _("No cookie came, as no response did."), "fact-row");
  else if (!has_field (request, "Cookie"))
    add_label (self, _("No cookie went along: none that is kept is for this site, or cookies "
                       "are off. None came: the response has no Set-Cookie field."),
               "fact-row");
  else
    add_label (self, _("None came: the response has no Set-Cookie field."), "fact-row");
}

static void
clear (RtCookiesPane *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
}

static void
rt_cookies_pane_refresh (RtResponsePane *pane)
{
  RtCookiesPane *self = RT_COOKIES_PANE (pane);
  RtExchange *exchange = rt_response_pane_get_exchange (pane);
  g_autoptr (GPtrArray) verdicts =
    exchange != NULL ? rt_exchange_dup_cookie_verdicts (exchange) : g_ptr_array_new ();
  gboolean done = rt_response_pane_is_done (pane);

  if (exchange == self->shown && verdicts->len == self->n_shown && done == self->shown_whole &&
      is_masked (self) == self->shown_masked)
    return;

  self->shown = exchange;
  self->n_shown = verdicts->len;
  self->shown_whole = done;
  self->shown_masked = is_masked (self);
  clear (self);
  if (exchange == NULL)
    return;
  if (verdicts->len == 0)
    add_reason (self, exchange, get_time (exchange));
  for (gsize i = 0; i < G_N_ELEMENTS (fates); i++)
    add_fate (self, verdicts, i, get_time (exchange));
}

static void
rt_cookies_pane_dispose (GObject *object)
{
  rt_template_dispose (GTK_WIDGET (object), RT_TYPE_COOKIES_PANE);

  G_OBJECT_CLASS (rt_cookies_pane_parent_class)->dispose (object);
}

static void
rt_cookies_pane_class_init (RtCookiesPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rt_cookies_pane_dispose;
  RT_RESPONSE_PANE_CLASS (klass)->refresh = rt_cookies_pane_refresh;

  gtk_widget_class_set_template_from_resource (widget_class, RT_RESPONSE_UI "cookies-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, RtCookiesPane, box);
}

static void
rt_cookies_pane_init (RtCookiesPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
