/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The card of a failure. */

#include "config.h"

#include "failure-card.h"

#include "format.h"
#include "response-ui.h"
#include "response-words.h"
#include "text.h"
#include "template.h"

#include <glib/gi18n-lib.h>

struct _RtFailureCard
{
  RtResponsePane parent_instance;

  GtkLabel      *action;
  GtkLabel      *arrived;
  GtkLabel      *checks;
  GtkLabel      *meaning;
  GtkLabel      *message;
  GtkWidget     *more;
  GtkWidget     *send_anyway;
};

G_DEFINE_FINAL_TYPE (RtFailureCard, rt_failure_card, RT_TYPE_RESPONSE_PANE)

enum
{
  SEND_ANYWAY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* A failure of the certificate: the person may decide otherwise. */
static gboolean
is_certificate (RtFailureKind kind)
{
  return kind == RT_FAILURE_TLS_EXPIRED || kind == RT_FAILURE_TLS_NOT_YET_VALID ||
         kind == RT_FAILURE_TLS_WRONG_HOST || kind == RT_FAILURE_TLS_UNKNOWN_ISSUER ||
         kind == RT_FAILURE_TLS_SELF_SIGNED || kind == RT_FAILURE_TLS_REVOKED ||
         kind == RT_FAILURE_TLS_INSECURE;
}

/* Which checks failed, for which certificate. */
static char *
dup_checks (RtExchange *exchange)
{
  g_autoptr (RtConnection) connection = rt_exchange_dup_connection (exchange);
  g_auto (GStrv) errors = NULL;
  g_autofree char *sentences = NULL;
  g_autofree char *subject = NULL;
  g_autofree char *until = NULL;
  RtCertificate *certificate;

  if (connection == NULL || connection->certificate_errors == 0)
    return g_strdup ("");
  errors = rt_words_for_tls_errors (connection->certificate_errors);
  sentences = g_strjoinv (" ", errors);
  if (connection->certificates == NULL || connection->certificates->len == 0)
    return g_steal_pointer (&sentences);

  certificate = g_ptr_array_index (connection->certificates, 0);
  subject = rt_words_bound (rt_text_from_wire (certificate->subject != NULL ? certificate->subject
                                                                            : "", -1));
  until = rt_words_for_date (certificate->not_after);

  /* One that names its hosts needs no subject. */
  if (*subject == '\0')
    return g_strdup_printf (_("The certificate (valid until %s): %s"), until, sentences);

  return g_strdup_printf (_("The certificate of “%s” (valid until %s): %s"), subject, until,
                          sentences);
}

static char *
dup_arrived (RtExchange      *exchange,
             const RtFailure *failure)
{
  RtSizes sizes;
  g_autofree char *size = NULL;
  g_autoptr (GBytes) partial = rt_exchange_dup_partial_head (exchange);
  guint64 bytes;

  rt_exchange_get_sizes (exchange, &sizes);
  bytes = sizes.interim + sizes.response_head + sizes.content_wire +
          (partial != NULL ? g_bytes_get_size (partial) : 0);
  if (failure->kind == RT_FAILURE_INVALID_REQUEST)
    return g_strdup (_("Nothing was sent."));
  if (bytes == 0)
    return g_strdup_printf (_("Phase: %s. Nothing had arrived until then."),
                            rt_phase_to_words (failure->phase));
  size = rt_format_size (bytes);

  return g_strdup_printf (_("Phase: %s. Until then %s had arrived; they are kept and shown below."),
                          rt_phase_to_words (failure->phase), size);
}

static void
show_failure (RtFailureCard   *self,
              RtExchange      *exchange,
              const RtFailure *failure)
{
  RtCatalogue *catalogue = rt_response_pane_get_catalogue (RT_RESPONSE_PANE (self));
  RtEntry *entry = NULL;
  g_autofree char *message = rt_words_bound (rt_text_from_wire (failure->message, -1));
  g_autofree char *detail = failure->detail != NULL
                              ? rt_words_bound (rt_text_from_wire (failure->detail, -1))
                              : NULL;
  g_autofree char *checks = is_certificate (failure->kind) ? dup_checks (exchange) : g_strdup ("");
  g_autofree char *arrived = dup_arrived (exchange, failure);
  GString *more = g_string_new (NULL);

  if (catalogue != NULL)
    entry = rt_catalogue_find_failure (catalogue, rt_failure_kind_to_id (failure->kind));
  rt_response_ui_set_text (self->message, NULL, message);
  rt_response_ui_set_text (self->checks, NULL, checks);
  rt_response_ui_set_text (self->arrived, NULL, arrived);
  rt_response_ui_set_text (self->action, NULL,
                           entry != NULL ? rt_entry_get_action (entry) : "");

  if (entry != NULL)
    g_string_append (more, rt_entry_get_meaning (entry));
  if (detail != NULL)
    g_string_append_printf (more, _("%sThe library said: “%s”"), more->len > 0 ? "\n\n" : "",
                            detail);
  rt_response_ui_wrap_for (self->meaning, more->str);
  gtk_label_set_text (self->meaning, more->str);
  gtk_widget_set_visible (self->more, more->len > 0);
  gtk_widget_set_visible (self->send_anyway, is_certificate (failure->kind));
  g_string_free (more, TRUE);
}

static void
rt_failure_card_refresh (RtResponsePane *pane)
{
  RtFailureCard *self = RT_FAILURE_CARD (pane);
  RtExchange *exchange = rt_response_pane_get_exchange (pane);
  g_autoptr (RtFailure) failure = NULL;

  if (exchange != NULL)
    failure = rt_exchange_dup_failure (exchange);
  gtk_widget_set_visible (GTK_WIDGET (self), failure != NULL);
  if (failure != NULL)
    show_failure (self, exchange, failure);
}

static void
send_anyway_cb (RtFailureCard *self)
{
  g_signal_emit (self, signals[SEND_ANYWAY], 0);
}

static void
rt_failure_card_dispose (GObject *object)
{
  rt_template_dispose (GTK_WIDGET (object), RT_TYPE_FAILURE_CARD);

  G_OBJECT_CLASS (rt_failure_card_parent_class)->dispose (object);
}

static void
rt_failure_card_class_init (RtFailureCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rt_failure_card_dispose;
  RT_RESPONSE_PANE_CLASS (klass)->refresh = rt_failure_card_refresh;

  signals[SEND_ANYWAY] = g_signal_new ("send-anyway", G_TYPE_FROM_CLASS (klass),
                                       G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, RT_RESPONSE_UI "failure-card.ui");
  gtk_widget_class_bind_template_child (widget_class, RtFailureCard, action);
  gtk_widget_class_bind_template_child (widget_class, RtFailureCard, arrived);
  gtk_widget_class_bind_template_child (widget_class, RtFailureCard, checks);
  gtk_widget_class_bind_template_child (widget_class, RtFailureCard, meaning);
  gtk_widget_class_bind_template_child (widget_class, RtFailureCard, message);
  gtk_widget_class_bind_template_child (widget_class, RtFailureCard, more);
  gtk_widget_class_bind_template_child (widget_class, RtFailureCard, send_anyway);
}

static void
rt_failure_card_init (RtFailureCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect_object (self->send_anyway, "clicked", G_CALLBACK (send_anyway_cb), self,
                           G_CONNECT_SWAPPED);
}
