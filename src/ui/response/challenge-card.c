/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The card. What stands in its rows is made by login-sheet.h, what the login
 * came to by explain.h.
 */

#include "config.h"

#include "challenge-card.h"

#include "explain.h"
#include "login-fact-row.h"
#include "login-sheet.h"
#include "response-ui.h"
#include "trail-note.h"
#include "wrap-layout.h"

#include <glib/gi18n-lib.h>

struct _RtChallengeCard
{
  RtResponsePane   parent_instance;

  RtTrail         *trail;
  RtExchange      *shown; /* not owned, only compared */
  gboolean         revealed;

  GtkBox          *asked;
  GtkToggleButton *details;
  GtkBox          *diagnosis;
  GtkBox          *sent;
  GtkToggleButton *show;
};

G_DEFINE_FINAL_TYPE (RtChallengeCard, rt_challenge_card, RT_TYPE_RESPONSE_PANE)

enum
{
  ANSWER,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
fill_box (GtkBox    *box,
          GPtrArray *facts,
          gboolean   show_secrets)
{
  clear_box (box);
  for (guint i = 0; i < facts->len; i++)
    gtk_box_append (box, rt_login_fact_row_new (g_ptr_array_index (facts, i), show_secrets));
}

static gboolean
has_secret (GPtrArray *facts)
{
  for (guint i = 0; i < facts->len; i++)
    if (((RtLoginFact *) g_ptr_array_index (facts, i))->secret)
      return TRUE;

  return FALSE;
}

static void
fill_facts (RtChallengeCard *self)
{
  RtResponsePane *pane = RT_RESPONSE_PANE (self);
  RtExchange *exchange = rt_response_pane_get_exchange (pane);
  gboolean show = gtk_toggle_button_get_active (self->show);
  g_autoptr (GPtrArray) asked =
    rt_login_sheet_asked (exchange, rt_response_pane_get_catalogue (pane));
  g_autoptr (GPtrArray) sent =
    rt_login_sheet_sent (exchange, rt_response_pane_get_credentials (pane),
                         g_get_real_time () / G_USEC_PER_SEC);

  fill_box (self->asked, asked, show);
  fill_box (self->sent, sent, show);
  gtk_widget_set_visible (GTK_WIDGET (self->show), has_secret (sent));
}

/* Notes of the login have ids that say so. */
static gboolean
is_on_login (RtNote *note)
{
  return g_str_has_prefix (rt_note_get_id (note), "login-");
}

static void
fill_diagnosis (RtChallengeCard *self)
{
  RtResponsePane *pane = RT_RESPONSE_PANE (self);
  RtExchange *exchange = rt_response_pane_get_exchange (pane);
  RtCatalogue *catalogue = rt_response_pane_get_catalogue (pane);
  guint position = rt_exchange_get_position (exchange);
  g_autoptr (GPtrArray) notes = NULL;

  clear_box (self->diagnosis);
  if (self->trail == NULL || catalogue == NULL || !rt_response_pane_is_done (pane) ||
      position >= rt_trail_get_n_exchanges (self->trail) ||
      rt_trail_get_exchange (self->trail, position) != exchange)
    return;
  notes = rt_explain_exchange (self->trail, position, catalogue,
                               g_get_real_time () / G_USEC_PER_SEC);
  for (guint i = 0; i < notes->len; i++)
    if (is_on_login (g_ptr_array_index (notes, i)))
      gtk_box_append (self->diagnosis, rt_trail_note_new (g_ptr_array_index (notes, i)));
}

/* Another exchange: whoever asked to see a secret asked for that of one. */
static void
forget (RtChallengeCard *self)
{
  self->revealed = FALSE;
  gtk_toggle_button_set_active (self->show, FALSE);
}

static void
rt_challenge_card_refresh (RtResponsePane *pane)
{
  RtChallengeCard *self = RT_CHALLENGE_CARD (pane);
  RtExchange *exchange = rt_response_pane_get_exchange (pane);
  gboolean visible;

  if (exchange != self->shown)
    forget (self);
  self->shown = exchange;
  visible = exchange != NULL && (self->revealed || rt_login_sheet_is_asked (exchange)) &&
            rt_login_sheet_has_any (exchange, rt_response_pane_get_credentials (pane));
  gtk_widget_set_visible (GTK_WIDGET (self), visible);
  if (!visible)
    {
      clear_box (self->asked);
      clear_box (self->sent);
      clear_box (self->diagnosis);
      return;
    }
  fill_facts (self);
  fill_diagnosis (self);
}

static void
show_cb (RtChallengeCard *self)
{
  if (rt_response_pane_get_exchange (RT_RESPONSE_PANE (self)) != NULL &&
      gtk_widget_get_visible (GTK_WIDGET (self)))
    fill_facts (self);
}

static void
answer_cb (RtChallengeCard *self)
{
  g_signal_emit (self, signals[ANSWER], 0);
}

static void
rt_challenge_card_dispose (GObject *object)
{
  RtChallengeCard *self = RT_CHALLENGE_CARD (object);

  g_clear_object (&self->trail);
  if (self->asked != NULL)
    gtk_widget_dispose_template (GTK_WIDGET (object), RT_TYPE_CHALLENGE_CARD);

  G_OBJECT_CLASS (rt_challenge_card_parent_class)->dispose (object);
}

static void
rt_challenge_card_class_init (RtChallengeCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_challenge_card_dispose;
  RT_RESPONSE_PANE_CLASS (klass)->refresh = rt_challenge_card_refresh;
  signals[ANSWER] = g_signal_new ("answer", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (RT_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, RT_RESPONSE_UI "challenge-card.ui");
  gtk_widget_class_bind_template_child (widget_class, RtChallengeCard, asked);
  gtk_widget_class_bind_template_child (widget_class, RtChallengeCard, details);
  gtk_widget_class_bind_template_child (widget_class, RtChallengeCard, diagnosis);
  gtk_widget_class_bind_template_child (widget_class, RtChallengeCard, sent);
  gtk_widget_class_bind_template_child (widget_class, RtChallengeCard, show);
  gtk_widget_class_bind_template_callback (widget_class, answer_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
}

static void
rt_challenge_card_init (RtChallengeCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
rt_challenge_card_set_trail (RtChallengeCard *self,
                             RtTrail         *trail)
{
  g_return_if_fail (RT_IS_CHALLENGE_CARD (self));
  g_return_if_fail (trail == NULL || RT_IS_TRAIL (trail));

  g_set_object (&self->trail, trail);
}

void
rt_challenge_card_reveal (RtChallengeCard *self)
{
  g_return_if_fail (RT_IS_CHALLENGE_CARD (self));

  self->revealed = TRUE;
  gtk_toggle_button_set_active (self->details, TRUE);
  rt_challenge_card_refresh (RT_RESPONSE_PANE (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->details));
}
