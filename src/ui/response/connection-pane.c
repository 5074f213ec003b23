/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Facts of the connection in rows. What is not known is said to be unknown. */

#include "config.h"

#include "connection-pane.h"

#include "fact-list.h"
#include "response-ui.h"
#include "response-words.h"
#include "text.h"
#include "template.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _RtConnectionPane
{
  RtResponsePane parent_instance;

  RtConnection  *shown; /* what the rows are made of */
  RtFactList    *facts;
};

G_DEFINE_FINAL_TYPE (RtConnectionPane, rt_connection_pane, RT_TYPE_RESPONSE_PANE)

static void
add_wire_text (RtConnectionPane *self,
               const char       *title,
               const char       *value,
               const char       *otherwise)
{
  g_autofree char *text = value != NULL ? rt_words_bound (rt_text_from_wire (value, -1))
                                        : g_strdup (otherwise);

  rt_fact_list_add (self->facts, title, text);
}

static const char *
protocol_words (const RtConnection *connection)
{
  if (g_strcmp0 (connection->protocol, "h2") == 0)
    return _("HTTP/2, agreed on by ALPN");
  if (g_strcmp0 (connection->protocol, "http/1.1") == 0)
    return _("HTTP/1.1, agreed on by ALPN");
  if (connection->protocol != NULL)
    return connection->protocol;
  if (connection->tls)
    return _("HTTP/1.1; the server took no part in ALPN");

  return _("HTTP/1.1; without encryption nothing is agreed on");
}

static void
add_certificate (RtConnectionPane *self,
                 RtCertificate    *certificate,
                 guint             position)
{
  g_autofree char *heading = NULL;
  g_autofree char *from = rt_words_for_date (certificate->not_before);
  g_autofree char *until = rt_words_for_date (certificate->not_after);
  g_autofree char *names = certificate->names != NULL ? g_strjoinv (", ", certificate->names)
                                                      : NULL;

  heading = position == 0 ? g_strdup (_("Certificate of the server"))
                          : g_strdup_printf (_("Certificate of its issuer, %u"), position);
  rt_fact_list_add_heading (self->facts, heading);
  add_wire_text (self, _("Subject"), certificate->subject, _("none"));
  add_wire_text (self, _("Issuer"), certificate->issuer, _("none"));
  rt_fact_list_add (self->facts, _("Valid from"), from);
  rt_fact_list_add (self->facts, _("Valid until"), until);
  if (position == 0)
    add_wire_text (self, _("Made for"), names != NULL && *names != '\0' ? names : NULL,
                   _("no names"));
  add_wire_text (self, _("SHA-256"), certificate->sha256, _("unknown"));
}

static void
add_tls (RtConnectionPane   *self,
         const RtConnection *connection)
{
  g_auto (GStrv) errors = rt_words_for_tls_errors (connection->certificate_errors);

  rt_fact_list_add_heading (self->facts, _("Encryption"));
  if (!connection->tls)
    {
      rt_fact_list_add_note (self->facts,
                             _("None: everybody on the way can read and change this exchange."));
      return;
    }
  add_wire_text (self, _("Version"), connection->tls_version,
                 _("unknown: no handshake was finished"));
  add_wire_text (self, _("Cipher"), connection->cipher, _("unknown"));
  if (errors[0] == NULL)
    rt_fact_list_add (self->facts, _("Certificate"), _("Trusted: every check passed"));
  for (guint i = 0; errors[i] != NULL; i++)
    rt_fact_list_add_bad (self->facts, i == 0 ? _("Certificate") : "", errors[i]);
  if (connection->sent_anyway)
    rt_fact_list_add_bad (self->facts, _("Decision"), _("Sent anyway, because you asked for it"));
  for (guint i = 0; connection->certificates != NULL && i < connection->certificates->len; i++)
    add_certificate (self, g_ptr_array_index (connection->certificates, i), i);
}

static void
add_connection (RtConnectionPane   *self,
                const RtConnection *connection)
{
  rt_fact_list_add_heading (self->facts, _("Connection"));
  add_wire_text (self, connection->proxy != NULL ? _("Proxy’s address") : _("Server’s address"),
                 connection->remote_address, _("unknown"));
  add_wire_text (self, _("Own address"), connection->local_address, _("unknown"));
  rt_fact_list_add (self->facts, _("Opened"),
                    connection->reused ? _("By an earlier exchange, and reused")
                                       : _("For this exchange"));
  rt_fact_list_add (self->facts, _("Protocol"), protocol_words (connection));
  add_wire_text (self, _("Proxy"), connection->proxy, _("None, direct"));
  add_tls (self, connection);
}

static void
rt_connection_pane_refresh (RtResponsePane *pane)
{
  RtConnectionPane *self = RT_CONNECTION_PANE (pane);
  RtExchange *exchange = rt_response_pane_get_exchange (pane);
  g_autoptr (RtConnection) connection = NULL;

  if (exchange != NULL)
    connection = rt_exchange_dup_connection (exchange);
  if (connection != NULL && connection == self->shown && !rt_response_pane_is_done (pane))
    return;

  rt_fact_list_clear (self->facts);
  g_clear_pointer (&self->shown, rt_connection_unref);
  self->shown = g_steal_pointer (&connection);
  if (self->shown != NULL)
    add_connection (self, self->shown);
  else if (rt_response_pane_is_done (pane))
    rt_fact_list_add_note (self->facts, _("No connection was made."));
  else if (exchange != NULL)
    rt_fact_list_add_note (self->facts, _("Not connected yet."));
}

static void
rt_connection_pane_dispose (GObject *object)
{
  RtConnectionPane *self = RT_CONNECTION_PANE (object);

  g_clear_pointer (&self->shown, rt_connection_unref);
  rt_template_dispose (GTK_WIDGET (object), RT_TYPE_CONNECTION_PANE);

  G_OBJECT_CLASS (rt_connection_pane_parent_class)->dispose (object);
}

static void
rt_connection_pane_class_init (RtConnectionPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rt_connection_pane_dispose;
  RT_RESPONSE_PANE_CLASS (klass)->refresh = rt_connection_pane_refresh;

  g_type_ensure (RT_TYPE_FACT_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, RT_RESPONSE_UI "connection-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, RtConnectionPane, facts);
}

static void
rt_connection_pane_init (RtConnectionPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
