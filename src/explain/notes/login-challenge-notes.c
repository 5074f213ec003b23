/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a server (or a proxy) asks for: whether it asks at all, in a form that
 * can be read, with which schemes, and which of them is the strongest.
 */

#include "config.h"

#include "login-topic.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "sentence.h"
#include "text.h"

/* Bytes of a malformed value that are shown before its fault. */
#define SHOWN_BEFORE 60

static const char *
section_of (const RtCase *self)
{
  return self->status == 407 ? "RFC 9110, section 15.5.8" : "RFC 9110, section 15.5.2";
}

static void
explain_none (RtCase             *self,
              const RtLoginFacts *facts)
{
  g_autofree char *sent = facts->sent != NULL ? rt_login_facts_dup_sent (facts) : NULL;
  g_autofree char *evidence =
    sent != NULL ? g_strdup_printf (_("%s was sent: %s."), facts->credentials_name, sent)
    : self->request != NULL ? g_strdup_printf (_("No %s was sent."), facts->credentials_name)
                            : g_strdup (_("The request is not known here."));

  rt_case_take (self, RT_NOTE_ON_STATUS, 0, "login-no-challenge", RT_NOTE_FAULT, section_of (self),
                g_strdup_printf (_("%d without %s: it does not say how to log in."), self->status,
                                 facts->challenge_name),
                g_strdup_printf (_("A %d must have the field %s, which names at least one scheme, "
                                   "such "
                                   "as Basic or Bearer. Without it no client can ask for a "
                                   "password by itself.\n\n%s The content, or the documentation, "
                                   "may say what is wanted."), self->status, facts->challenge_name,
                                 evidence));
}

/* Position of the field line that holds the fault. */
static int
find_line (const RtCase       *self,
           const RtLoginFacts *facts)
{
  int index = facts->challenge_field;

  for (guint i = 0; i < facts->challenges->fault_line && index >= 0; i++)
    index = rt_head_find_field (self->response, facts->challenge_name, index + 1);

  return index;
}

/* The value up to its fault, and from there on. */
static char *
show_place (const RtCase *self,
            int           index,
            gsize         offset)
{
  g_autoptr(GBytes) value = rt_head_dup_field_bytes (self->response, index);
  gsize length;
  const char *data = g_bytes_get_data (value, &length);
  gsize start;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (length == 0)
    return g_strdup (_("The field is empty."));

  offset = MIN (offset, length);
  start = offset > SHOWN_BEFORE ? offset - SHOWN_BEFORE : 0;
  before = rt_text_from_wire (data + start, offset - start);
  after = rt_text_from_wire (data + offset, MIN (length - offset, SHOWN_BEFORE));
  if (*after == '\0')
    /* Translators: a field's value, cut where its fault is */
    return g_strdup_printf (_("“%s%s” ends there."), start > 0 ? "…" : "", before);

  /* Translators: a field's value in two parts, where its fault is */
  return g_strdup_printf (_("“%s%s”, and then “%s”."), start > 0 ? "…" : "", before, after);
}

static void
explain_malformed (RtCase             *self,
                   const RtLoginFacts *facts)
{
  int index = find_line (self, facts);
  g_autofree char *place = NULL;

  if (index < 0)
    return;
  place = show_place (self, index, facts->challenges->fault_offset);
  rt_case_take (self, RT_NOTE_ON_FIELD, index, "login-challenge-malformed", RT_NOTE_FAULT,
                "RFC 9110, section 11.3",
                g_strdup_printf (_("%s is malformed at byte %zu."),
                                 facts->challenge_name,
                                 facts->challenges->fault_offset),
                g_strdup_printf (_("%s\n\n%s\n\nClients differ in what they make of it; here only "
                                   "the challenges before the fault count."),
                                 facts->challenges->fault, place));
}

/* Of those whose strength can be compared; 0 for others. */
static guint
get_strength (const RtChallenge *challenge)
{
  const char *algorithm = rt_challenge_get (challenge, "algorithm");

  if (rt_challenge_is (challenge, "Basic"))
    return 1;
  if (!rt_challenge_is (challenge, "Digest"))
    return 0;
  if (algorithm == NULL || g_ascii_strncasecmp (algorithm, "MD5", 3) == 0)
    return 2;
  if (g_ascii_strncasecmp (algorithm, "SHA-512-256", 11) == 0)
    return 4;

  return g_ascii_strncasecmp (algorithm, "SHA-256", 7) == 0 ? 3 : 0;
}

static void
explain_several (RtCase             *self,
                 const RtLoginFacts *facts)
{
  GPtrArray *challenges = facts->challenges->challenges;
  RtChallenge *best = NULL;
  gboolean differ = FALSE;
  g_autofree char *label = NULL;
  g_autofree char *asked = NULL;

  for (guint i = 0; i < challenges->len; i++)
    {
      RtChallenge *challenge = g_ptr_array_index (challenges, i);
      guint strength = get_strength (challenge);

      if (strength == 0)
        continue;
      differ = differ || (best != NULL && get_strength (best) != strength);
      if (best == NULL || strength > get_strength (best))
        best = challenge;
    }
  if (!differ)
    return;
  label = rt_challenge_dup_label (best);
  asked = rt_login_facts_dup_asked (facts);
  rt_case_take (self, RT_NOTE_ON_FIELD, facts->challenge_field, "login-strongest", RT_NOTE_INFO,
                "RFC 9110, section 11.6.1",
                rt_sentence_fit (g_strdup_printf (_("Several ways to log in; the strongest is %s."),
                                                  label),
                                 _("Several ways to log in.")),
                g_strdup_printf (_("Offered are %s. One is enough. In Basic the password itself is "
                                   "sent; in Digest only a hash of it, and SHA-256 is a better one "
                                   "than MD5."), asked));
}

static void
explain_windows (RtCase             *self,
                 const RtLoginFacts *facts)
{
  if (rt_login_facts_find (facts->challenges, "NTLM") != NULL)
    rt_case_add_on_field (self, facts->challenge_field, "login-ntlm", RT_NOTE_INFO,
                          "RFC 9110, section 11.3",
                          _("NTLM is offered: an old scheme of Windows, not answered here."),
                          _("NTLM takes three rounds and logs in a connection in place of a "
                            "request, "
                            "against what HTTP allows. Its hashes are weak, and Windows is giving "
                            "it "
                            "up. Where Negotiate, Basic over https or a token is offered, use "
                            "that."));
  if (rt_login_facts_find (facts->challenges, "Negotiate") != NULL)
    rt_case_add_on_field (self, facts->challenge_field, "login-negotiate", RT_NOTE_INFO,
                          "RFC 4559, section 4",
                          _("Negotiate is offered: it takes a Kerberos ticket, no password."),
                          _("The ticket is the one of who is logged in to this machine’s domain: "
                            "“klist” shows whether there is one, “kinit” gets one. It is only sent "
                            "when Negotiate is chosen as the way to log in."));
}

static void
explain_proxy (RtCase *self)
{
  const char *proxy = rt_request_get_proxy (rt_trail_get_request (self->trail));

  /* How it was sent is not known: a response alone. */
  if (self->request == NULL)
    return;
  if (proxy == NULL || *proxy == '\0')
    rt_case_add (self, "login-proxy-unexpected", RT_NOTE_WARNING, RT_NOTE_ON_STATUS,
                 "RFC 9110, section 15.5.8",
                 _("407 speaks for a proxy, but no proxy was asked."),
                 _("The request went without a proxy of its own. Either one that nobody told of "
                   "sits "
                   "on the way, or the server uses the wrong number: a server asks for a login "
                   "with "
                   "401 and WWW-Authenticate."));
  else
    rt_case_add (self, "login-proxy", RT_NOTE_INFO, RT_NOTE_ON_STATUS, "RFC 9110, section 15.5.8",
                 _("The proxy asks for a login, not the server."),
                 _("The answer is from the proxy; the request went no further. The proxy has "
                   "credentials of its own, which are sent in Proxy-Authorization and never reach "
                   "the server."));
}

void
rt_login_explain_challenges (RtCase             *self,
                             const RtLoginFacts *facts)
{
  if (facts->for_proxy)
    explain_proxy (self);
  if (facts->challenge_field < 0)
    explain_none (self, facts);
  if (!facts->challenges->valid)
    explain_malformed (self, facts);
  explain_several (self, facts);
  explain_windows (self, facts);
}
