/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The topic "negotiation": what the Accept fields asked for, and whether what
 * came is among it (RFC 9110 section 12).
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "accepting.h"
#include "caching-private.h"
#include "directives.h"
#include "format.h"
#include "media-type.h"
#include "saying.h"
#include "structured-field.h"
#include "topics.h"

static gboolean
is_success (const RtCase *self)
{
  return self->status >= 200 && self->status < 300 && self->status != 204 && self->status != 205;
}

/* Weights and ranges of one Accept field that are not by the grammar. */
static void
check_asked (RtCase     *self,
             const char *name,
             GPtrArray  *members)
{
  for (guint i = 0; i < members->len; i++)
    {
      const RtDirective *member = g_ptr_array_index (members, i);
      g_autofree char *quoted = rt_case_quote (member->text);
      gboolean is_bad;

      rt_directive_get_quality (member, &is_bad);
      if (!rt_accepting_is_member (name, member))
        rt_say_request (self, name, "negotiation-malformed", RT_NOTE_WARNING,
                        "RFC 9110, section 12.5", _("What you accept is not written right."),
                        _("%s has %s, which the server cannot understand. It may pass over it, or "
                          "over the whole field."), name, quoted);
      else if (is_bad)
        rt_say_request (self, name, "negotiation-bad-weight", RT_NOTE_WARNING,
                        "RFC 9110, section 12.4.2", _("A weight that you sent is no weight."),
                        _("%s has %s. q is a number from 0 to 1 with at most three digits after "
                          "the point; 0 means “not acceptable”."), name, quoted);
      else
        continue;
      return;
    }
}

static void
say_outcome (RtCase     *self,
             const char *what,
             const char *asked_name,
             const char *given_name,
             const char *given,
             int         quality)
{
  g_autofree char *asked = rt_case_dup_request (self, asked_name);
  g_autofree char *words = rt_accepting_words (asked);
  g_autofree char *quoted = rt_case_quote (given);
  gboolean met = quality > 0;
  g_autofree char *id = g_strdup_printf ("negotiation-%s-%s", what, met ? "met" : "unmet");
  g_autofree char *sentence =
    met ? g_strdup_printf (_("%s is one of those that you accept."), given_name)
        : g_strdup_printf (_("%s is none of those that you accept."), given_name);

  rt_say_response (self, given_name, id, met ? RT_NOTE_GOOD : RT_NOTE_INFO,
                   "RFC 9110, section 12.1", sentence,
                   met ? _("%s asked for: %s. What came is %s.")
                       : _("%s asked for: %s. What came is %s. A server may send what it has "
                           "rather than 406, so look at the field before you read the content."),
                   asked_name, words, quoted);
}

static void
explain_type (RtCase *self)
{
  g_autofree char *asked = rt_case_dup_request (self, "Accept");
  g_autofree char *given = rt_case_dup_response (self, "Content-Type");
  g_autoptr(GPtrArray) members = rt_directives_parse (asked, -1);
  g_autoptr(RtMediaType) type = rt_media_type_parse (given);

  if (asked == NULL)
    return;

  check_asked (self, "Accept", members);
  if (type != NULL && is_success (self) && !rt_accepting_is_all (members))
    say_outcome (self, "type", "Accept", "Content-Type", given,
                 rt_accepting_rate_type (members, type));
}

static void
explain_language (RtCase *self)
{
  g_autofree char *asked = rt_case_dup_request (self, "Accept-Language");
  g_autofree char *given = rt_case_dup_response (self, "Content-Language");
  g_autoptr(GPtrArray) members = rt_directives_parse (asked, -1);
  g_autoptr(GPtrArray) languages = rt_directives_parse (given, -1);
  int best = 0;

  if (asked == NULL)
    return;

  check_asked (self, "Accept-Language", members);
  if (languages->len == 0 || !is_success (self) || rt_accepting_is_all (members))
    return;
  for (guint i = 0; i < languages->len; i++)
    {
      const RtDirective *language = g_ptr_array_index (languages, i);

      best = MAX (best, rt_accepting_rate_language (members, language->text));
    }
  say_outcome (self, "language", "Accept-Language", "Content-Language", given, best);
}

static void
check_languages (RtCase *self)
{
  g_autofree char *given = rt_case_dup_response (self, "Content-Language");
  g_autoptr(GPtrArray) languages = rt_directives_parse (given, -1);

  for (guint i = 0; i < languages->len; i++)
    {
      const RtDirective *language = g_ptr_array_index (languages, i);
      g_autofree char *quoted = rt_case_quote (language->text);

      if (!rt_accepting_is_language_tag (language->text))
        rt_say_response (self, "Content-Language", "negotiation-language-malformed",
                         RT_NOTE_WARNING, "RFC 9110, section 8.5.1",
                         _("Content-Language has something that is no language tag."),
                         _("%s is not built like one. A tag looks like “de” or “en-GB”, with a "
                           "hyphen and not an underscore."), quoted);
      else if (rt_directives_find (languages, language->name) != language)
        rt_say_response (self, "Content-Language", "negotiation-language-repeated", RT_NOTE_INFO,
                         "RFC 9110, section 8.5", _("Content-Language names a language twice."),
                         _("%s stands there more than once."), quoted);
      else
        continue;
      return;
    }
}

static void
say_unasked (RtCase     *self,
             const char *quoted,
             const char *asked)
{
  g_autofree char *sent = rt_case_quote (asked);

  rt_say_response (self, "Content-Encoding", "negotiation-coding-unasked", RT_NOTE_WARNING,
                   "RFC 9110, section 12.5.3",
                   _("The content is coded in a way that you did not ask for."),
                   _("It is coded with %s; your Accept-Encoding was %s. A client that did not ask "
                     "for it may be unable to read it."), quoted, sent);
}

static void
explain_coding (RtCase *self)
{
  g_autofree char *asked = rt_case_dup_request (self, "Accept-Encoding");
  g_autofree char *given = rt_case_dup_response (self, "Content-Encoding");
  g_autoptr(GPtrArray) members = rt_directives_parse (asked, -1);
  g_autoptr(GPtrArray) codings = rt_directives_parse (given, -1);

  if (asked != NULL)
    check_asked (self, "Accept-Encoding", members);
  for (guint i = 0; i < codings->len; i++)
    {
      const RtDirective *coding = g_ptr_array_index (codings, i);
      g_autofree char *quoted = rt_case_quote (coding->text);

      if (g_ascii_strcasecmp (coding->name, "identity") == 0)
        rt_say_response (self, "Content-Encoding", "negotiation-identity", RT_NOTE_INFO,
                         "RFC 9110, section 12.5.3",
                         _("“identity” should not stand in Content-Encoding."),
                         _("It means “no coding” and is for Accept-Encoding only. Without a coding "
                           "the field is left out."));
      else if (asked == NULL)
        rt_say_response (self, "Content-Encoding", "negotiation-coding-unasked", RT_NOTE_INFO,
                         "RFC 9110, section 12.5.3",
                         _("The content is coded, and you did not say what you can undo."),
                         _("It is coded with %s, and your request had no Accept-Encoding. Any "
                           "coding is allowed then, but simple clients see garbage."), quoted);
      else if (rt_accepting_rate_coding (asked, coding->name) == 0)
        say_unasked (self, quoted, asked);
    }
}

/* Fields of the response that tell of a choice, with what they depend on. */
static void
explain_vary_missing (RtCase *self)
{
  static const struct { const char *given; const char *asked; } pairs[] = {
    { "Content-Encoding", "Accept-Encoding" },
    { "Content-Language", "Accept-Language" },
  };
  g_autofree char *vary = rt_case_dup_response (self, "Vary");
  g_autoptr(GPtrArray) names = rt_directives_parse (vary, -1);
  gboolean shared = !rt_caching_has (self, "private") && !rt_caching_has (self, "no-store");

  if (!shared || rt_directives_find (names, "*") != NULL || !rt_case_is_method (self, "GET"))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (rt_case_find_response (self, pairs[i].given) >= 0 &&
        rt_case_find_request (self, pairs[i].asked) >= 0 &&
        rt_directives_find (names, pairs[i].asked) == NULL)
      rt_say_response (self, pairs[i].given, "negotiation-vary-missing",
                       i == 0 && (rt_caching_has (self, "public") ||
                                  rt_caching_has (self, "s-maxage"))
                         ? RT_NOTE_WARNING : RT_NOTE_INFO,
                       "RFC 9110, section 12.5.5",
                       _("Vary does not say that this was chosen for your request."),
                       _("%s may depend on %s, but Vary does not name it. A cache could give this "
                         "form to somebody who asked for another."), pairs[i].given,
                       pairs[i].asked);
}

static void
explain_location (RtCase *self)
{
  g_autofree char *value = rt_case_dup_response (self, "Content-Location");
  g_autofree char *quoted = NULL;
  g_autoptr(RtUrl) url = NULL;

  if (value == NULL || self->url == NULL)
    return;

  quoted = rt_case_quote (value);
  url = rt_url_resolve (self->url, value, NULL);
  if (url == NULL)
    rt_say_response (self, "Content-Location", "negotiation-location-malformed", RT_NOTE_WARNING,
                     "RFC 9110, section 8.7", _("Content-Location is no URL."),
                     _("It is %s, which leads nowhere."), quoted);
  else if (g_strcmp0 (rt_url_get_target (url), rt_url_get_target (self->url)) == 0 &&
           rt_url_same_origin (url, self->url))
    rt_say_response (self, "Content-Location", "negotiation-location-same", RT_NOTE_INFO,
                     "RFC 9110, section 8.7", _("The content is that of the URL you asked for."),
                     _("Content-Location is %s, the same URL. After a POST or PUT it says that "
                       "you need not load it again."), quoted);
  else
    rt_say_response (self, "Content-Location", "negotiation-location", RT_NOTE_INFO,
                     "RFC 9110, section 8.7", _("This form of the content has a URL of its own."),
                     _("Content-Location is %s: there one gets just this form, without "
                       "negotiation. It is not a redirect."), quoted);
}

static void
explain_charset (RtCase *self)
{
  if (rt_case_find_request (self, "Accept-Charset") >= 0)
    rt_say_request (self, "Accept-Charset", "negotiation-charset-obsolete", RT_NOTE_INFO,
                    "RFC 9110, section 12.5.2", _("Accept-Charset is out of use."),
                    _("Servers pass over it; nearly everything is UTF-8 today."));
}

static gboolean
are_tokens (GPtrArray *hints)
{
  for (guint i = 0; hints != NULL && i < hints->len; i++)
    if (((RtSfValue *) g_ptr_array_index (hints, i))->type != RT_SF_TOKEN)
      return FALSE;

  return hints != NULL;
}

static void
explain_hints (RtCase *self)
{
  g_autofree char *value = rt_case_dup_response (self, "Accept-CH");
  g_autofree char *vary = rt_case_dup_response (self, "Vary");
  g_autoptr(GPtrArray) names = rt_directives_parse (vary, -1);
  g_autoptr(GPtrArray) hints = NULL;
  g_autofree char *quoted = NULL;

  if (value == NULL)
    return;

  quoted = rt_case_quote (value);
  hints = rt_sf_parse (RT_SF_LIST, value, -1, NULL);
  if (!are_tokens (hints))
    {
      rt_say_response (self, "Accept-CH", "negotiation-hints-malformed", RT_NOTE_WARNING,
                       "RFC 8942, section 3.1", _("Accept-CH cannot be read."),
                       _("It says %s. It takes names of client hints, parted by commas, without "
                         "quotes."), quoted);
      return;
    }
  if (self->url != NULL && g_str_equal (rt_url_get_scheme (self->url), "http"))
    rt_say_response (self, "Accept-CH", "negotiation-hints-insecure", RT_NOTE_INFO,
                     "RFC 8942, section 3.1", _("Accept-CH is passed over without https."),
                     _("It says %s. Clients send hints about themselves only over https."),
                     quoted);
  for (guint i = 0; i < hints->len; i++)
    {
      const RtSfValue *hint = g_ptr_array_index (hints, i);

      if (rt_directives_find (names, hint->text) != NULL ||
          rt_case_find_request (self, hint->text) < 0)
        continue;
      rt_say_response (self, "Accept-CH", "negotiation-hints-vary", RT_NOTE_INFO,
                       "RFC 8942, section 3.2", _("Vary does not name a hint that was used."),
                       _("The request sent “%s”, which Accept-CH asks for. When the content "
                         "depends on it, Vary has to say so."), hint->text);
      return;
    }
}

/* Accept-Post, Accept-Patch, Accept-Query: what a client may send. */
static void
explain_offers (RtCase *self)
{
  static const char *const names[] = { "Accept-Post", "Accept-Patch", "Accept-Query" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *value = rt_case_dup_response (self, names[i]);
      g_autoptr(GPtrArray) members = rt_directives_parse (value, -1);

      for (guint j = 0; j < members->len; j++)
        {
          const RtDirective *member = g_ptr_array_index (members, j);
          g_autofree char *quoted = rt_case_quote (member->text);

          if (rt_accepting_is_member ("Accept", member))
            continue;
          rt_say_response (self, names[i], "negotiation-offer-malformed", RT_NOTE_WARNING,
                           "RFC 5789, section 3.1", _("An accepted media type cannot be read."),
                           _("%s has %s, which is not a media type. It lists the types that may "
                             "be sent here."), names[i], quoted);
          break;
        }
    }
}

void
rt_explain_negotiation (RtCase *self)
{
  if (self->response == NULL || self->request == NULL)
    return;

  explain_type (self);
  explain_language (self);
  check_languages (self);
  explain_coding (self);
  explain_charset (self);
  explain_vary_missing (self);
  explain_location (self);
  explain_hints (self);
  explain_offers (self);
}
