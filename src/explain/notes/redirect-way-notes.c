/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What happens on the way of one redirect: to whom it leads, what the method
 * became, and what secrets went along or did not.
 */

#include "config.h"

#include "redirect-topic.h"

#include <glib/gi18n-lib.h>

#include "others.h"
#include "secret.h"
#include "sentence.h"
#include "text.h"

static gboolean
is_https (const RtUrl *url)
{
  return g_str_equal (rt_url_get_scheme (url), "https");
}

static void
explain_downgrade (RtCase                *self,
                   const RtRedirectFacts *facts)
{
  g_autofree char *to = NULL;
  g_autofree char *detail = NULL;

  if (!is_https (self->url) || is_https (facts->target))
    return;
  to = rt_case_quote (rt_url_get_text (facts->target));
  detail = g_strdup_printf (_("The request went over TLS; the redirect leads to %s, which is not "
                              "encrypted. Whoever is on the way can read and change what is sent "
                              "there.\n\nBrowsers refuse this inside a secure page."), to);
  rt_case_add_on_field (self, facts->field, "redirect-downgrade", RT_NOTE_WARNING,
                        "RFC 9110, section 17.9",
                        _("Leads from https to http: what follows is not encrypted."), detail);
}

/* The value of the field in both heads is the same. */
static gboolean
went_along (RtHead     *before,
            RtHead     *after,
            const char *name)
{
  g_autofree char *was = rt_head_dup_combined (before, name);
  g_autofree char *is = rt_head_dup_combined (after, name);

  return was != NULL && g_strcmp0 (was, is) == 0;
}

static void
explain_sent_on (RtCase                *self,
                 const RtRedirectFacts *facts,
                 const char            *name,
                 gboolean               is_standard)
{
  g_autofree char *origin = rt_url_dup_origin (facts->target);
  g_autofree char *was = rt_url_dup_origin (self->url);
  g_autofree char *shown = rt_text_from_wire (name, -1);
  g_autofree char *sentence =
    rt_sentence_fit (g_strdup_printf (_("%s went on to another origin, %s."), shown, origin),
                     _("A secret went on to another origin."));
  g_autofree char *detail =
    is_standard
      ? g_strdup_printf (_("%s was given for %s and was sent to %s as well. Who runs that server "
                           "can now use it. It is only sent on when somebody decides so."),
                         shown, was, origin)
      : g_strdup_printf (_("%s looks like a secret, and was given for %s. It was sent to %s as "
                           "well: clients keep only Authorization and Cookie back when the origin "
                           "changes, and do not know of fields of one’s own.\n\nIf the other "
                           "server is not yours, change the secret."), shown, was, origin);

  rt_case_add (self, is_standard ? "redirect-credentials-sent-on" : "redirect-secret-sent-on",
               RT_NOTE_WARNING, RT_NOTE_ON_TRAIL, "RFC 9110, section 15.4", sentence, detail);
}

static void
explain_dropped (RtCase                *self,
                 const RtRedirectFacts *facts)
{
  g_autofree char *origin = rt_url_dup_origin (facts->target);
  g_autofree char *was = rt_url_dup_origin (self->url);
  g_autofree char *sentence =
    rt_sentence_fit (g_strdup_printf (_("Authorization was not sent on to %s."), origin),
                     _("Authorization was not sent on to the other origin."));
  g_autofree char *detail =
    g_strdup_printf (_("It was given for %s. %s is another origin: scheme, host or port differ. "
                       "If that server asks for credentials, send the request straight to it."),
                     was, origin);

  rt_case_add (self, "redirect-credentials-dropped", RT_NOTE_INFO, RT_NOTE_ON_TRAIL,
               "Fetch standard", sentence, detail);
}

static void
explain_secrets_of_own (RtCase                *self,
                        const RtRedirectFacts *facts,
                        RtHead                *after)
{
  for (guint i = 0; i < rt_head_get_n_fields (self->request); i++)
    {
      g_autofree char *name = rt_head_dup_field_name (self->request, i);

      if (!rt_secret_is_field (name) && rt_secret_is_likely_field (name) &&
          rt_head_find_field (self->request, name, 0) == (int) i &&
          went_along (self->request, after, name))
        explain_sent_on (self, facts, name, FALSE);
    }
}

/* Returns TRUE when there is a note. */
static gboolean
explain_secrets (RtCase                *self,
                 const RtRedirectFacts *facts)
{
  g_autoptr(RtHead) after = facts->after != NULL ? rt_exchange_dup_request_head (facts->after)
                                                 : NULL;
  guint before = self->notes->len;

  if (after == NULL || self->request == NULL || rt_url_same_origin (self->url, facts->target))
    return FALSE;
  if (went_along (self->request, after, "Authorization"))
    explain_sent_on (self, facts, "Authorization", TRUE);
  else if (rt_case_find_request (self, "Authorization") >= 0 &&
           rt_head_find_field (after, "Authorization", 0) < 0)
    explain_dropped (self, facts);
  explain_secrets_of_own (self, facts, after);

  return self->notes->len > before;
}

static void
explain_post_became_get (RtCase *self)
{
  g_autofree char *sentence = g_strdup_printf (_("%d turned POST into GET: was 303 meant, or %d?"),
                                               self->status, self->status == 301 ? 308 : 307);
  g_autofree char *detail =
    g_strdup_printf (_("After a POST, a %d makes clients send GET without the content, though the "
                       "code does not say so. If that is wanted (show the result of the POST), 303 "
                       "says it. If the POST itself was to go elsewhere, %d keeps method and "
                       "content."), self->status, self->status == 301 ? 308 : 307);

  rt_case_add (self, "redirect-post-became-get", RT_NOTE_INFO, RT_NOTE_ON_STATUS,
               self->status == 301 ? "RFC 9110, section 15.4.2" : "RFC 9110, section 15.4.3",
               sentence, detail);
}

static void
explain_unclear_method (RtCase     *self,
                        const char *method_after)
{
  const RtDone done = {
    .status = self->status, .method = self->method, .method_after = method_after,
  };
  g_autofree char *others = rt_others_to_words (&done);
  g_autofree char *method = rt_text_from_wire (self->method, -1);
  g_autofree char *sentence =
    rt_sentence_fit (g_strdup_printf (_("Clients do not agree on a %d after %s."), self->status,
                                      method),
                     _("Clients do not agree what follows this."));
  g_autofree char *detail =
    g_strdup_printf (_("Here %s was kept, as the Fetch standard says. %s\n\nTo be clear, a server "
                       "sends %d to keep method and content, or 303 for a GET."), method,
                     others != NULL ? others : "", self->status == 301 ? 308 : 307);

  rt_case_add (self, "redirect-method-unclear", RT_NOTE_INFO, RT_NOTE_ON_STATUS,
               self->status == 301 ? "RFC 9110, section 15.4.2" : "RFC 9110, section 15.4.3",
               sentence, detail);
}

/* Returns TRUE when there is a note. */
static gboolean
explain_method (RtCase                *self,
                const RtRedirectFacts *facts)
{
  g_autofree char *after = NULL;

  if (facts->after == NULL || (self->status != 301 && self->status != 302))
    return FALSE;
  after = rt_exchange_dup_method (facts->after);
  if (rt_case_is_method (self, "POST") && g_str_equal (after, "GET"))
    {
      explain_post_became_get (self);
      return TRUE;
    }
  if (rt_case_is_method (self, "GET") || rt_case_is_method (self, "HEAD") ||
      rt_case_is_method (self, "POST") || !rt_case_is_method (self, after))
    return FALSE;
  explain_unclear_method (self, after);

  return TRUE;
}

static void
explain_other_host (RtCase                *self,
                    const RtRedirectFacts *facts)
{
  const char *host = rt_url_get_host (facts->target);
  g_autofree char *sentence = rt_sentence_fit (g_strdup_printf (_("Leads to another host: "
                                                                  "%s."), host),
                                               _("Leads to another host."));
  g_autofree char *to = rt_case_quote (rt_url_get_text (facts->target));
  g_autofree char *detail =
    g_strdup_printf (_("From %s to %s. What was given for the first host, such as credentials and "
                       "cookies, is not for the other."), rt_url_get_host (self->url), to);

  rt_case_add_on_field (self, facts->field, "redirect-other-host", RT_NOTE_INFO,
                        "RFC 9110, section 15.4", sentence, detail);
}

static void
explain_relative (RtCase                *self,
                  const RtRedirectFacts *facts)
{
  const char *to = rt_url_get_text (facts->target);
  g_autofree char *location = rt_case_quote (facts->location);
  g_autofree char *base = rt_case_quote (rt_url_get_text (self->url));
  g_autofree char *quoted = rt_case_quote (to);
  g_autofree char *sentence =
    rt_sentence_fit (g_strdup_printf (_("Location is relative; it leads to %s."), to),
                     _("Location is relative to the URL that was asked for."));
  g_autofree char *detail = g_strdup_printf (_("%s, seen from %s, is %s. Relative references have "
                                               "been allowed since 2014."), location, base, quoted);

  rt_case_add_on_field (self, facts->field, "redirect-relative", RT_NOTE_INFO,
                        "RFC 9110, section 10.2.2", sentence, detail);
}

void
rt_redirect_explain_way (RtCase                *self,
                         const RtRedirectFacts *facts,
                         gboolean               quiet)
{
  if (!facts->is_redirect || facts->target == NULL)
    return;

  explain_downgrade (self, facts);
  quiet = explain_secrets (self, facts) || quiet;
  if (quiet || explain_method (self, facts))
    return;
  if (!g_str_equal (rt_url_get_host (self->url), rt_url_get_host (facts->target)))
    explain_other_host (self, facts);
  else if (facts->is_relative)
    explain_relative (self, facts);
}
