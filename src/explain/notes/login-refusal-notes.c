/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Why a login is wanted, or was not accepted: one diagnosis, the most specific
 * that the evidence allows. Nothing is stated that was not seen.
 */

#include "config.h"

#include "login-topic.h"

#include <glib/gi18n-lib.h>

#include "sentence.h"
#include "text.h"

static const char *
section_of (const RtCase *self)
{
  return self->status == 407 ? "RFC 9110, section 15.5.8" : "RFC 9110, section 15.5.2";
}

static char *
dup_origin_at (const RtCase *self,
               guint         position)
{
  g_autofree char *text = rt_exchange_dup_url (rt_trail_get_exchange (self->trail, position));
  g_autoptr(RtUrl) url = rt_url_parse (text, NULL);

  return url != NULL ? rt_url_dup_origin (url) : g_strdup ("");
}

static void
explain_dropped (RtCase             *self,
                 const RtLoginFacts *facts)
{
  g_autofree char *was = dup_origin_at (self, facts->dropped_at);
  g_autofree char *is = dup_origin_at (self, self->position);

  rt_case_take (self, RT_NOTE_ON_TRAIL, 0, "login-dropped-by-redirect", RT_NOTE_WARNING,
                "RFC 9110, section 15.4",
                g_strdup_printf (_("A %d without credentials: a redirect had dropped them."),
                                 self->status),
                g_strdup_printf (_("Exchange %u had Authorization, for %s. Its redirect led to %s, "
                                   "another origin, where credentials are not sent on; exchange %u "
                                   "went without.\n\nSend the request straight to that URL, with "
                                   "credentials for it."), facts->dropped_at + 1, was, is,
                                 self->position + 1));
}

static void
explain_needed (RtCase             *self,
                const RtLoginFacts *facts)
{
  const RtNext *next = rt_exchange_get_next (self->exchange);
  gboolean answered = !self->is_last && next != NULL && next->reason == RT_NEXT_CHALLENGE;
  g_autofree char *asked = rt_login_facts_dup_asked (facts);
  const RtChallenge *first = g_ptr_array_index (facts->challenges->challenges, 0);
  const char *realm = rt_challenge_get (first, "realm");
  g_autofree char *quoted = realm != NULL ? rt_case_quote (realm) : NULL;
  g_autofree char *evidence =
    self->request == NULL ? g_strdup_printf (_("%s asks for %s. The request is not known here."),
                                             facts->challenge_name, asked)
    : quoted != NULL ? g_strdup_printf (_("%s asks for %s, realm %s; the request had no %s."),
                                      facts->challenge_name, asked, quoted,
                                      facts->credentials_name)
                   : g_strdup_printf (_("%s asks for %s; the request had no %s."),
                                      facts->challenge_name, asked, facts->credentials_name);

  rt_case_take (self, RT_NOTE_ON_STATUS, 0, "login-needed", RT_NOTE_INFO, section_of (self),
                self->request == NULL
                  ? rt_sentence_fit (g_strdup_printf (_("A login is wanted: %s."), asked),
                                     _("A login is wanted."))
                  : rt_sentence_fit (g_strdup_printf (_("A login is wanted, and none was sent: "
                                                        "%s."), asked),
                                     _("A login is wanted, and none was sent.")),
                self->request == NULL
                  ? g_strdup_printf (_("%s\n\nA request with %s answers it."), evidence,
                                     facts->credentials_name)
                  : g_strdup_printf ("%s\n\n%s", evidence,
                                     answered ? _("The next exchange answers it.")
                                              : _("Fill in who you are, and send again.")));
}

static void
explain_malformed (RtCase             *self,
                   const RtLoginFacts *facts)
{
  rt_case_take (self, RT_NOTE_ON_REQUEST_FIELD, facts->sent_field, "login-credentials-malformed",
                RT_NOTE_WARNING, "RFC 9110, section 11.4",
                g_strdup_printf (_("%s was sent in a form that is not right."),
                                 facts->credentials_name),
                rt_text_from_wire (facts->sent->fault, -1));
}

static void
explain_other_scheme (RtCase             *self,
                      const RtLoginFacts *facts)
{
  g_autofree char *asked = rt_login_facts_dup_asked (facts);
  g_autofree char *sent = rt_text_from_wire (facts->sent->scheme, -1);
  const char *shown = *sent != '\0' ? sent : _("something else");

  rt_case_take (self, RT_NOTE_ON_REQUEST_FIELD, facts->sent_field, "login-other-scheme",
                RT_NOTE_WARNING, section_of (self),
                rt_sentence_fit (g_strdup_printf (_("%s was sent, but %s is asked "
                                                    "for."), shown, asked),
                                 _("The scheme that was sent is not one that is asked for.")),
                g_strdup_printf (_("%s: %s …\n%s: %s …\n\nA server that does not know the scheme "
                                   "does "
                                   "not look at the credentials at all: they may be right."),
                                 facts->credentials_name, shown, facts->challenge_name, asked));
}

static gboolean
is_stale (const RtLoginFacts *facts,
          const RtChallenge  *challenge)
{
  const char *stale = rt_challenge_get (challenge, "stale");

  return rt_challenge_is (challenge, "Digest") && stale != NULL &&
         g_ascii_strcasecmp (stale, "true") == 0;
}

static void
explain_stale (RtCase             *self,
               const RtLoginFacts *facts)
{
  rt_case_add_on_field (self, facts->challenge_field, "login-stale-nonce", RT_NOTE_INFO,
                        "RFC 7616, section 3.3",
                        _("The nonce was stale: the same password works with the new one."),
                        _("The challenge says stale=true. The server found nothing wrong with user "
                          "and password, but the nonce that they were hashed with has had its "
                          "time. "
                          "The challenge brings a new one; nobody needs to be asked again."));
}

/* The realm that the credentials were made for; NULL when that is not known. */
static char *
dup_realm_before (const RtCase       *self,
                  const RtLoginFacts *facts)
{
  const char *sent = rt_sent_credentials_get (facts->sent, "realm");
  const RtNext *next = self->before != NULL ? rt_exchange_get_next (self->before) : NULL;
  g_autoptr(RtHead) head = NULL;
  g_autoptr(RtChallengeList) list = NULL;
  RtChallenge *challenge;

  if (sent != NULL)
    return g_strdup (sent);
  if (next == NULL || next->reason != RT_NEXT_CHALLENGE)
    return NULL;
  head = rt_exchange_dup_response_head (self->before);
  list = rt_login_facts_read_challenges (head, facts->challenge_name);
  challenge = rt_login_facts_find (list, facts->sent->scheme);

  return challenge != NULL ? g_strdup (rt_challenge_get (challenge, "realm")) : NULL;
}

/* Returns TRUE when there is a note. */
static gboolean
explain_other_realm (RtCase             *self,
                     const RtLoginFacts *facts,
                     const RtChallenge  *challenge)
{
  const char *realm = rt_challenge_get (challenge, "realm");
  g_autofree char *before = dup_realm_before (self, facts);
  g_autofree char *was = NULL;
  g_autofree char *is = NULL;

  if (realm == NULL || before == NULL || g_str_equal (realm, before))
    return FALSE;
  was = rt_case_quote (before);
  is = rt_case_quote (realm);
  rt_case_take (self, RT_NOTE_ON_FIELD, facts->challenge_field, "login-other-realm",
                RT_NOTE_WARNING, "RFC 9110, section 11.5",
                rt_sentence_fit (g_strdup_printf (_("Another realm than before: %s, not "
                                                    "%s."), is, was),
                                 _("Another realm than the one that the credentials were for.")),
                g_strdup_printf (_("The credentials were made for the realm %s; this challenge is "
                                   "for "
                                   "%s. A realm is a space with users of its own: another user "
                                   "may be "
                                   "needed here."), was, is));

  return TRUE;
}

static void
explain_refused (RtCase             *self,
                 const RtLoginFacts *facts)
{
  g_autofree char *sent = rt_login_facts_dup_sent (facts);

  rt_case_take (self, RT_NOTE_ON_REQUEST_FIELD, facts->sent_field, "login-refused", RT_NOTE_WARNING,
                section_of (self),
                rt_sentence_fit (g_strdup_printf (_("The credentials were sent and refused: "
                                                    "%s."), sent),
                                 _("The credentials were sent and refused.")),
                g_strdup_printf (_("%s had %s. A %d to a request with credentials says that they "
                                   "are "
                                   "not accepted: a wrong user or secret, one that was taken "
                                   "back, or "
                                   "one for another server. Sending the same again does not help."),
                                 facts->credentials_name, sent, self->status));
}

static void
explain_after (RtCase             *self,
               const RtLoginFacts *facts)
{
  RtChallenge *challenge = rt_login_facts_find (facts->challenges, facts->sent->scheme);

  if (facts->sent->fault != NULL)
    explain_malformed (self, facts);
  else if (challenge == NULL && facts->challenges->valid &&
           facts->challenges->challenges->len > 0)
    explain_other_scheme (self, facts);
  else if (challenge != NULL && is_stale (facts, challenge))
    explain_stale (self, facts);
  else if (rt_login_explain_token (self, facts))
    return;
  else if (challenge == NULL || !explain_other_realm (self, facts, challenge))
    explain_refused (self, facts);
}

void
rt_login_explain_refusal (RtCase             *self,
                          const RtLoginFacts *facts)
{
  if (facts->sent != NULL)
    explain_after (self, facts);
  else if (facts->dropped_at >= 0)
    explain_dropped (self, facts);
  else if (facts->challenges->challenges->len > 0)
    explain_needed (self, facts);
}

void
rt_login_explain_forbidden (RtCase             *self,
                            const RtLoginFacts *facts)
{
  g_autofree char *sent = NULL;

  /* Whether it had credentials is not known: a response alone. */
  if (self->request == NULL)
    return;
  if (facts->sent == NULL && facts->dropped_at >= 0)
    explain_dropped (self, facts);
  else if (facts->sent == NULL)
    rt_case_add (self, "login-forbidden-without", RT_NOTE_INFO, RT_NOTE_ON_STATUS,
                 "RFC 9110, section 15.5.4", _("403, and the request had no Authorization."),
                 rt_case_find_request (self, "Cookie") >= 0
                   ? _("A cookie was sent, which may be a login. If it is, it does not allow "
                       "this; if "
                       "not, logging in may help, but nothing in the response says so.")
                   : _("A 403 is said to everybody or only to some: logging in may help, but "
                       "nothing in "
                       "the response says so. A server that wants a login says 401."));
  else if (!rt_login_explain_token (self, facts))
    {
      sent = rt_login_facts_dup_sent (facts);
      rt_case_take (self, RT_NOTE_ON_REQUEST_FIELD, facts->sent_field, "login-forbidden-with",
                    RT_NOTE_INFO, "RFC 9110, section 15.5.4",
                    rt_sentence_fit (g_strdup_printf (_("403 with credentials, which do not "
                                                        "suffice: "
                                                        "%s."), sent),
                                     _("403 with credentials, which do not suffice.")),
                    g_strdup_printf (_("Authorization had %s. When credentials were sent, 403 "
                                       "says that "
                                       "the server considers them not enough for this. Others may "
                                       "do; "
                                       "sending the same again does not help."), sent));
    }
}

/* Another exchange of the trail asked for a login at the same URL. */
static int
find_login_at_same_url (const RtCase *self)
{
  g_autofree char *url = rt_exchange_dup_url (self->exchange);

  for (guint i = 0; i < rt_trail_get_n_exchanges (self->trail); i++)
    {
      RtExchange *other = rt_trail_get_exchange (self->trail, i);
      g_autofree char *other_url = rt_exchange_dup_url (other);

      if (i != self->position && rt_exchange_get_status (other) == 401 &&
          g_str_equal (url, other_url))
        return (int) i;
    }

  return -1;
}

/* Credentials that are sent when they are asked for, and nobody asked. */
static gboolean
waits_to_be_asked (const RtCase *self)
{
  RtCredentials *credentials = rt_request_get_credentials (rt_trail_get_request (self->trail));
  RtCredentialsKind kind = rt_credentials_get_kind (credentials);
  g_autofree char *home = dup_origin_at (self, 0);
  g_autofree char *here = dup_origin_at (self, self->position);

  return g_strcmp0 (home, here) == 0 &&
         (kind == RT_CREDENTIALS_USER || kind == RT_CREDENTIALS_BASIC ||
          kind == RT_CREDENTIALS_DIGEST || kind == RT_CREDENTIALS_NEGOTIATE);
}

void
rt_login_explain_hidden (RtCase             *self,
                         const RtLoginFacts *facts)
{
  int login = find_login_at_same_url (self);
  g_autofree char *evidence = NULL;
  g_autofree char *sent = NULL;

  if (login >= 0)
    evidence = g_strdup_printf (_("Exchange %d got a 401 for the same URL: something is there to "
                                  "log "
                                  "in to."), login + 1);
  else if (facts->dropped_at >= 0)
    evidence = g_strdup_printf (_("Exchange %d had Authorization, which its redirect to another "
                                  "origin "
                                  "dropped: this request went without."), facts->dropped_at + 1);
  else if (facts->sent != NULL)
    {
      sent = rt_login_facts_dup_sent (facts);
      evidence = g_strdup_printf (_("Authorization had %s, which may not be allowed to see "
                                    "it."), sent);
    }
  else if (waits_to_be_asked (self))
    evidence = g_strdup (_("The login of this request was not sent, because the server did not "
                           "ask for it. One that hides what it has never asks: the login can be "
                           "sent ahead."));
  else
    return;
  rt_case_take (self, RT_NOTE_ON_STATUS, 0, "login-hidden", RT_NOTE_INFO, "RFC 9110, section "
                                                                          "15.5.4",
                g_strdup (_("This 404 may hide something that other credentials can see.")),
                g_strdup_printf (_("%s\n\nA server that does not want to tell what exists answers "
                                   "404 "
                                   "in place of 403. It may as well really not be "
                                   "there."), evidence));
}
