/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The protocol against the status: 417 and Expect, 421, 426 and Upgrade, 505
 * and 511. */

#include "config.h"

#include "topics.h"

#include <glib/gi18n-lib.h>

#include "saying.h"
#include "tell.h"

static void
explain_expectation (RtCase *self)
{
  g_autofree char *expect = rt_case_quote_request (self, "Expect");

  if (expect == NULL)
    rt_case_tell (self, "status-417-without-expect", RT_NOTE_WARNING,
                  _("An expectation failed, and the request had none."),
                  _("There was no Expect field, and 417 has no other meaning. A proxy on the way "
                    "may have added one, or an API uses the number for a rule of its own."));
  else
    rt_case_tell (self, "status-417-expect", RT_NOTE_INFO,
                  _("Somebody on the way cannot do what Expect asked for."),
                  _("Expect was %s. Send the request without it: it then goes out at once, with "
                    "its content."), expect);
}

static void
explain_misdirected (RtCase *self)
{
  g_autoptr(RtConnection) connection = rt_exchange_dup_connection (self->exchange);
  g_autofree char *host = rt_case_quote_request (self, "Host");

  if (connection != NULL && connection->reused)
    rt_case_tell (self, "status-421-reused", RT_NOTE_INFO,
                  _("The kept connection leads to a server that is not for this host."),
                  _("The connection was opened earlier and used again. On a new one the request "
                    "should reach the right server: send it again. Host was %s."),
                  host != NULL ? host : _("missing"));
  else
    rt_case_tell (self, "status-421-host", RT_NOTE_INFO,
                  _("This server is not the one for the host that was named."),
                  _("Host was %s. Mostly the name of the TLS connection and Host differ, as when "
                    "Host was typed by hand, or the name points to the wrong address."),
                  host != NULL ? host : _("missing"));
}

static void
explain_upgrade (RtCase *self)
{
  g_autofree char *upgrade = rt_case_quote_response (self, "Upgrade");

  if (upgrade == NULL)
    rt_case_tell (self, "status-426-without-upgrade", RT_NOTE_WARNING,
                  _("Another protocol is wanted, and Upgrade, which must name it, is missing."),
                  _("Without the field a client cannot know what to speak. HTTPS, a newer HTTP or "
                    "WebSocket are the usual ones."));
  else
    rt_say_response (self, "Upgrade", "status-426-upgrade", RT_NOTE_INFO,
                     "RFC 9110, section 15.5.22",
                     _("The server wants another protocol first, and names it."),
                     _("Upgrade says %s. For TLS, use https; “websocket” means that this address "
                       "only talks to programs that open a WebSocket; for h2 choose "
                       "HTTP/2."), upgrade);
}

static void
explain_version (RtCase *self)
{
  g_autofree char *sent = self->request != NULL ? rt_head_dup_version (self->request) : NULL;
  g_autofree char *got = rt_head_dup_version (self->response);
  g_autofree char *sent_words = rt_case_quote (sent != NULL ? sent : "");
  g_autofree char *got_words = rt_case_quote (got);

  rt_case_tell (self, "status-505-version", RT_NOTE_INFO,
                _("The server does not take this version of HTTP."),
                _("The request went as %s, and the answer came as %s. Try the other version; "
                  "behind a faulty address line, such as one with a space in it, the server may "
                  "have read the version wrongly."), sent_words, got_words);
}

static void
explain_portal (RtCase *self)
{
  g_autofree char *location = rt_case_quote_response (self, "Location");
  g_autofree char *link = rt_case_quote_response (self, "Link");

  rt_case_tell (self, "status-511-portal", RT_NOTE_INFO,
                _("The network wants a login first: the site was never reached."),
                _("This answer is from the network that you are in, as in a hotel or a train, "
                  "and not from the host in the address. Open a page in a browser and log in "
                  "there. %s %s"),
                location != NULL || link != NULL ? _("The response names:") : "",
                location != NULL ? location : link != NULL ? link : "");
}

void
rt_explain_protocol_status (RtCase *self)
{
  static const struct
  {
    int      status;
    gboolean needs_request; /* says something of what was asked */
    void   (*explain) (RtCase *self);
  } table[] = {
    { 417, TRUE, explain_expectation },
    { 421, TRUE, explain_misdirected },
    { 426, FALSE, explain_upgrade },
    { 505, TRUE, explain_version },
    { 511, FALSE, explain_portal },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (table[i].status == self->status && (self->request != NULL || !table[i].needs_request))
      table[i].explain (self);
}
