/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The topic "caching": how long a stored response is used, and what a cache
 * does after that (RFC 9111 sections 4.2 to 4.3).
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "caching-private.h"
#include "directives.h"
#include "entity-tag.h"
#include "freshness.h"
#include "saying.h"
#include "span.h"

/* Ages below this come from a clock or a slow line. */
#define AGE_MATTERS 5

static const char *
name_rule (RtFreshRule rule)
{
  switch (rule)
    {
    case RT_FRESH_BY_S_MAXAGE:
      return "s-maxage";
    case RT_FRESH_BY_MAX_AGE:
      return "max-age";
    case RT_FRESH_BY_EXPIRES:
      return "Expires";
    case RT_FRESH_BY_HEURISTIC:
    case RT_FRESH_UNSAID:
    default:
      return "";
    }
}

static const char *
section_of (RtFreshRule rule)
{
  switch (rule)
    {
    case RT_FRESH_BY_S_MAXAGE:
      return "RFC 9111, section 5.2.2.10";
    case RT_FRESH_BY_MAX_AGE:
      return "RFC 9111, section 5.2.2.1";
    case RT_FRESH_BY_EXPIRES:
      return "RFC 9111, section 5.3";
    case RT_FRESH_BY_HEURISTIC:
    case RT_FRESH_UNSAID:
    default:
      return "RFC 9111, section 4.2.2";
    }
}

static const char *
field_of (RtFreshRule rule)
{
  return rule == RT_FRESH_BY_EXPIRES ? "Expires" : "Cache-Control";
}

static void
explain_fresh (RtCase      *self,
               RtFreshness  fresh,
               gint64       age)
{
  g_autofree char *lifetime = rt_span_words (fresh.lifetime);
  g_autofree char *left = rt_span_words (fresh.lifetime - age);
  g_autofree char *old = rt_span_words (age);
  /* Translators: a span of time, then the name of the rule */
  g_autofree char *sentence = g_strdup_printf (_("A cache may use it for %s (%s)."), left,
                                               name_rule (fresh.rule));

  rt_say_response (self, field_of (fresh.rule), "caching-fresh", RT_NOTE_GOOD,
                   section_of (fresh.rule), sentence,
                   _("Its lifetime is %s, by %s, and it was %s old when it came. Until the rest is "
                     "over, a cache answers with it and does not ask the server."),
                   lifetime, name_rule (fresh.rule), old);
}

static void
explain_stale (RtCase      *self,
               RtFreshness  fresh,
               gint64       age)
{
  g_autofree char *lifetime = rt_span_words (fresh.lifetime);
  g_autofree char *old = rt_span_words (age);

  if (fresh.lifetime == 0)
    rt_say_response (self, field_of (fresh.rule), "caching-stale-at-once", RT_NOTE_INFO,
                     section_of (fresh.rule),
                     _("A cache may keep it, but has to ask before each use."),
                     _("Its lifetime is 0 seconds, by %s: it is stale as soon as it arrives."),
                     name_rule (fresh.rule));
  else
    rt_say_response (self, field_of (fresh.rule), "caching-stale", RT_NOTE_INFO,
                     "RFC 9111, section 4.2", _("It was stale already when it came."),
                     _("Its lifetime is %s, by %s, but it was %s old when it came, by Age or by "
                       "Date. A cache has to ask the server before it uses it again."),
                     lifetime, name_rule (fresh.rule), old);
}

static void
explain_guessed (RtCase      *self,
                 RtFreshness  fresh,
                 gint64       age)
{
  g_autofree char *lifetime = rt_span_words (fresh.lifetime);
  g_autofree char *old = rt_span_words (age);

  rt_say_response (self, "Last-Modified", "caching-heuristic", RT_NOTE_INFO,
                   "RFC 9111, section 4.2.2",
                   _("No lifetime is said: each cache makes up its own."),
                   _("Neither max-age nor Expires is there. A cache may guess; the usual guess is "
                     "a tenth of the time since Last-Modified, which gives %s here (it was %s old "
                     "when it came).\n\nPeople can so get an old copy for longer than was meant. "
                     "Cache-Control with max-age, or no-cache, makes it certain."), lifetime, old);
}

/* The rule of private caches, and that of shared ones where it differs. Where
 * the rule is unsure, the notes on the directives say so, and why. */
static void
explain_lifetime (RtCase *self,
                  gint64  age)
{
  RtFreshness fresh = rt_freshness_of (self, FALSE);
  RtFreshness shared = rt_freshness_of (self, TRUE);

  if (fresh.rule == RT_FRESH_UNSAID && shared.rule == RT_FRESH_BY_S_MAXAGE)
    fresh = shared;
  if (fresh.rule == RT_FRESH_UNSAID || fresh.is_unsure)
    return;
  if (fresh.rule == RT_FRESH_BY_HEURISTIC)
    explain_guessed (self, fresh, age);
  else if (fresh.lifetime > age)
    explain_fresh (self, fresh, age);
  else
    explain_stale (self, fresh, age);

  if (shared.rule == RT_FRESH_BY_S_MAXAGE && !shared.is_unsure &&
      shared.lifetime != fresh.lifetime && !rt_caching_has (self, "private"))
    {
      g_autofree char *lifetime = rt_span_words (shared.lifetime);
      g_autofree char *own = rt_span_words (fresh.lifetime);

      rt_say_response (self, "Cache-Control", "caching-shared-lifetime", RT_NOTE_INFO,
                       "RFC 9111, section 5.2.2.10",
                       _("Shared caches have a lifetime of their own (s-maxage)."),
                       _("For proxies and CDNs the lifetime is %s, for the browser's cache %s."),
                       lifetime, own);
    }
}

static void
explain_age (RtCase *self,
             gint64  age)
{
  g_autofree char *old = NULL;
  g_autofree char *sentence = NULL;

  if (age < AGE_MATTERS || rt_case_find_response (self, "Age") < 0)
    return;

  old = rt_span_words (age);
  /* Translators: a span of time */
  sentence = g_strdup_printf (_("It comes from a cache and is %s old."), old);
  rt_say_response (self, "Age", "caching-age", RT_NOTE_INFO, "RFC 9111, section 4.2.3", sentence,
                   _("A cache on the way kept this response and says by Age how old it is. Where "
                     "Date tells a greater age, that one counts. The server itself may have been "
                     "asked long ago, and did not see this request."));
}

/* Which fields a cache would send to ask whether its copy still holds. */
static void
explain_revalidation (RtCase *self)
{
  g_autofree char *tag = rt_case_dup_response (self, "ETag");
  g_autofree char *modified = rt_case_dup_response (self, "Last-Modified");
  g_autoptr(RtEntityTag) parsed = rt_entity_tag_parse (tag != NULL ? tag : "");
  gboolean by_tag = tag != NULL && parsed->trouble == RT_ENTITY_TAG_GOOD;
  gboolean asks = rt_caching_has (self, "no-cache");
  RtHttpDate date;

  if (by_tag || rt_case_get_date (self, "Last-Modified", &date))
    {
      g_autofree char *quoted = rt_case_quote (by_tag ? tag : modified);

      rt_say_response (self, by_tag ? "ETag" : "Last-Modified", "caching-revalidation",
                       RT_NOTE_GOOD, "RFC 9111, section 4.3.1",
                       _("A cache can ask whether it changed, without loading it again."),
                       _("It sends %s: %s. When nothing changed, the server answers 304 with no "
                         "content, and the copy is good again."),
                       by_tag ? "If-None-Match" : "If-Modified-Since", quoted);
    }
  else if (asks && self->status == 200 && tag == NULL && modified == NULL)
    rt_say_response (self, "Cache-Control", "caching-no-validator", RT_NOTE_INFO,
                     "RFC 9111, section 4.3.1",
                     _("A cache has to ask before each use, but has nothing to ask with."),
                     _("“no-cache” lets a cache keep the response if it asks first. With neither "
                       "ETag nor Last-Modified it can only load everything again, so keeping it "
                       "saves nothing."));
}

static void
explain_no_cache (RtCase *self)
{
  g_autofree char *control = rt_case_dup_response (self, "Cache-Control");
  g_autoptr(GPtrArray) directives = rt_directives_parse (control, -1);
  const RtDirective *directive = rt_directives_find (directives, "no-cache");

  if (directive->value != NULL && *directive->value != '\0')
    {
      g_autofree char *fields = rt_case_quote (directive->value);

      rt_say_response (self, "Cache-Control", "caching-no-cache-fields", RT_NOTE_INFO,
                       "RFC 9111, section 5.2.2.4",
                       _("Some fields may not be used from a cache without asking."),
                       _("“no-cache” names fields here: %s. Many caches do not know this form and "
                         "ask for the whole response each time."), fields);
      return;
    }

  rt_say_response (self, "Cache-Control", "caching-no-cache", RT_NOTE_INFO,
                   "RFC 9111, section 5.2.2.4",
                   _("A cache may keep it, but has to ask before each use."),
                   _("Cache-Control says “no-cache”, which does not mean “do not store” but “ask "
                     "the server first, every time”. “no-store” forbids to keep it."));
}

static void
explain_when_stale (RtCase *self)
{
  gboolean strict = rt_caching_has (self, "must-revalidate");
  gboolean revalidate = rt_caching_has (self, "stale-while-revalidate");
  gboolean on_error = rt_caching_has (self, "stale-if-error");

  if (strict || rt_caching_has (self, "proxy-revalidate"))
    rt_say_response (self, "Cache-Control", strict ? "caching-must-revalidate"
                                                   : "caching-proxy-revalidate", RT_NOTE_INFO,
                     strict ? "RFC 9111, section 5.2.2.2" : "RFC 9111, section 5.2.2.8",
                     strict ? _("Once stale, no cache may use it without asking.")
                            : _("Once stale, no shared cache may use it without asking."),
                     _("When the server cannot be reached, the cache has to answer 504 and not "
                       "with the old copy."));
  if (revalidate || on_error)
    rt_say_response (self, "Cache-Control", "caching-stale-allowed", RT_NOTE_INFO,
                     revalidate ? "RFC 5861, section 3" : "RFC 5861, section 4",
                     _("A cache may use it for a while after it became stale."),
                     revalidate && on_error
                       ? _("By stale-while-revalidate while it asks the server in the background, "
                           "and by stale-if-error when the server fails.")
                     : revalidate
                       ? _("By stale-while-revalidate: the old copy is used at once while the "
                           "cache asks the server in the background. The next answer is the new "
                           "one.")
                       : _("By stale-if-error: when the server fails or cannot be reached, the old "
                           "copy is better than an error."));
}

static void
explain_immutable (RtCase *self)
{
  if (rt_caching_has (self, "immutable") && !rt_caching_has (self, "no-cache"))
    rt_say_response (self, "Cache-Control", "caching-immutable", RT_NOTE_GOOD,
                     "RFC 8246, section 2",
                     _("It never changes: not even a reload asks again while it is fresh."),
                     _("“immutable” promises that this URL always gives the same content. It suits "
                       "URLs with a version or a hash in their name."));
}

void
rt_caching_explain_freshness (RtCase *self)
{
  gint64 age = rt_freshness_age (self);

  if (rt_caching_has (self, "no-cache"))
    explain_no_cache (self);
  else
    explain_lifetime (self, age);
  explain_age (self, age);
  explain_revalidation (self);
  explain_when_stale (self);
  explain_immutable (self);
}
