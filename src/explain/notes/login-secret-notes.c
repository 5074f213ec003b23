/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is to be known of a login whatever its outcome: a secret that went in
 * clear, and what the server proved of itself.
 */

#include "config.h"

#include "login-topic.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* Nobody else listens there. */
static gboolean
is_loopback (const char *host)
{
  g_autoptr(GInetAddress) address = g_inet_address_new_from_string (host);

  if (address != NULL)
    return g_inet_address_get_is_loopback (address);

  return g_str_equal (host, "localhost") || g_str_has_suffix (host, ".localhost");
}

static void
explain_in_clear (RtCase *self)
{
  int index = rt_case_find_request (self, "Authorization");
  g_autoptr(GBytes) value = NULL;
  g_autoptr(RtSentCredentials) sent = NULL;

  if (index < 0 || self->url == NULL || !g_str_equal (rt_url_get_scheme (self->url), "http") ||
      is_loopback (rt_url_get_host (self->url)))
    return;
  value = rt_head_dup_field_bytes (self->request, index);
  sent = rt_sent_credentials_parse (value);
  if (g_ascii_strcasecmp (sent->scheme, "Basic") == 0)
    rt_case_add_on_request_field (self, index, "login-basic-in-clear", RT_NOTE_WARNING,
                                  "RFC 7617, section 4",
                                  _("User and password went over the network in clear."),
                                  _("Basic only encodes them (Base64), and http does not encrypt: "
                                    "who is "
                                    "on the way can read both. Use https, and change the password "
                                    "if "
                                    "the network was not your own."));
  else if (g_ascii_strcasecmp (sent->scheme, "Bearer") == 0)
    rt_case_add_on_request_field (self, index, "login-token-in-clear", RT_NOTE_WARNING,
                                  "RFC 6750, section 5.3",
                                  _("The token went over the network in clear."),
                                  _("Who has a bearer token can use it, and http does not "
                                    "encrypt: who "
                                    "is on the way can read it. Use https, and have the token "
                                    "taken "
                                    "back if the network was not your own."));
}

static void
explain_proof (RtCase *self)
{
  switch (rt_exchange_get_proof (self->exchange))
    {
    case RT_PROOF_RIGHT:
      rt_case_add (self, "login-proof-right", RT_NOTE_GOOD, RT_NOTE_ON_STATUS,
                   "RFC 7616, section 3.5", _("The server proved that it knows the password, too."),
                   _("Authentication-Info has rspauth, a hash that only who knows the password "
                     "can make, "
                     "and it is right."));
      break;
    case RT_PROOF_WRONG:
      rt_case_add (self, "login-proof-wrong", RT_NOTE_FAULT, RT_NOTE_ON_STATUS,
                   "RFC 7616, section 3.5", _("The proof of the server is wrong: who answered?"),
                   _("Authentication-Info has rspauth, which only who knows the password can "
                     "make, and "
                     "it is not the right one. Either the server computes it wrongly, or somebody "
                     "else answered or changed the response. Do not trust it."));
      break;
    case RT_PROOF_NONE:
    default:
      break;
    }
}

void
rt_login_explain_secrets (RtCase *self)
{
  explain_in_clear (self);
  explain_proof (self);
}
