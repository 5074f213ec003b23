/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The topic "caching": the fields beside Cache-Control: Expires and Pragma of
 * old, those for the caches of one place (RFC 9213), and what caches say
 * themselves (RFC 9211).
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "caching-private.h"
#include "directives.h"
#include "freshness.h"
#include "saying.h"
#include "span.h"
#include "structured-field.h"

static void
explain_pragma (RtCase *self)
{
  g_autofree char *pragma = rt_case_dup_response (self, "Pragma");
  g_autoptr(GPtrArray) directives = rt_directives_parse (pragma, -1);
  g_autofree char *quoted = NULL;

  if (pragma == NULL)
    return;

  quoted = rt_case_quote (pragma);
  if (rt_directives_find (directives, "no-cache") == NULL)
    rt_say_response (self, "Pragma", "caching-pragma-other", RT_NOTE_INFO, "RFC 9111, section 5.4",
                     _("Pragma says something that no standard defines."),
                     _("It says %s. Only “no-cache” in a request was ever defined; everything else "
                       "is passed over."), quoted);
  else if (rt_case_find_response (self, "Cache-Control") < 0)
    rt_say_response (self, "Pragma", "caching-pragma", RT_NOTE_INFO, "RFC 9111, section 5.4",
                     _("Pragma in a response says nothing to most caches."),
                     _("It says %s, which is defined for requests only, and there is no "
                       "Cache-Control. “Cache-Control: no-cache” says what was meant."), quoted);
}

/* "0" and "-1": not dates, but everybody knows what is meant. */
static gboolean
is_at_once (const char *expires)
{
  return g_strcmp0 (expires, "0") == 0 || g_strcmp0 (expires, "-1") == 0;
}

static void
explain_expires_at_once (RtCase *self)
{
  g_autofree char *expires = rt_case_dup_response (self, "Expires");
  RtFreshness fresh = rt_freshness_of (self, FALSE);
  gboolean overruled = fresh.rule == RT_FRESH_BY_MAX_AGE && fresh.lifetime > 0;

  if (is_at_once (expires) && !overruled)
    rt_say_response (self, "Expires", "caching-expires-now", RT_NOTE_INFO, "RFC 9111, section 5.3",
                     _("Expires is no date, and means: stale already."),
                     _("“%s” is not a date, and caches have to take that as a time in the past. "
                       "That is what it is used for."), expires);
}

static void
explain_expires_ignored (RtCase *self)
{
  RtFreshness fresh = rt_freshness_of (self, FALSE);
  g_autofree char *by_expires = NULL;
  g_autofree char *by_age = NULL;
  g_autofree char *text = rt_case_dup_response (self, "Expires");
  RtHttpDate expires, date;
  gint64 lifetime = 0;

  if (fresh.rule != RT_FRESH_BY_MAX_AGE || fresh.is_unsure)
    return;
  if (rt_case_get_date (self, "Expires", &expires) && rt_case_get_date (self, "Date", &date))
    lifetime = MAX (0, expires.time - date.time);
  else if (!is_at_once (text))
    return;
  if (ABS (lifetime - fresh.lifetime) <= 60)
    return;

  by_expires = rt_span_words (lifetime);
  by_age = rt_span_words (fresh.lifetime);
  rt_say_response (self, "Expires", "caching-expires-ignored", RT_NOTE_INFO,
                   "RFC 9111, section 5.3", _("Expires says another lifetime, and is passed over."),
                   _("By Expires it would be %s, by max-age it is %s. Where both are there, "
                     "max-age counts."), by_expires, by_age);
}

/* Fields for one kind of cache: a dictionary, unlike Cache-Control. */
static void
explain_targeted (RtCase     *self,
                  const char *name)
{
  g_autofree char *value = rt_case_dup_response (self, name);
  g_autoptr(GPtrArray) members = NULL;
  g_autofree char *quoted = NULL;
  RtSfError error;

  if (value == NULL)
    return;

  quoted = rt_case_quote (value);
  members = rt_sf_parse (RT_SF_DICTIONARY, value, -1, &error);
  if (members == NULL)
    rt_say_response (self, name, "caching-cdn-malformed", RT_NOTE_WARNING, "RFC 9213, section 2.1",
                     _("The rules for CDN caches cannot be read."),
                     _("%s says %s, but %s (at byte %zu). A CDN has to pass over "
                       "the whole field then and uses Cache-Control."),
                     name, quoted, error.reason, error.offset + 1);
  else
    rt_say_response (self, name, "caching-cdn", RT_NOTE_INFO, "RFC 9213, section 3.1",
                     _("CDN caches get rules of their own."),
                     _("%s says %s. A CDN that knows this field follows it in place of "
                       "Cache-Control, which then holds for browsers."), name, quoted);
}

static void
explain_surrogate (RtCase *self)
{
  g_autofree char *value = rt_case_dup_response (self, "Surrogate-Control");
  g_autofree char *quoted = NULL;

  if (value == NULL)
    return;

  quoted = rt_case_quote (value);
  rt_say_response (self, "Surrogate-Control", "caching-surrogate", RT_NOTE_INFO,
                   "Edge Architecture, section 2.2",
                   _("Surrogate-Control is for the server's own caches only."),
                   _("It says %s. A CDN is expected to follow it and take it away before the "
                     "response leaves; that it is still here means that none did. "
                     "CDN-Cache-Control (RFC 9213) is the standard for this."), quoted);
}

static char *
describe_cache (const RtSfValue *cache)
{
  g_autofree char *name = rt_case_quote (cache->text);
  const RtSfValue *forward = rt_sf_find (cache->parameters, "fwd");
  const RtSfValue *hit = rt_sf_find (cache->parameters, "hit");

  if (hit != NULL && hit->number == 1)
    return g_strdup_printf (_("%s answered from its store"), name);
  if (forward != NULL && forward->text != NULL)
    return g_strdup_printf (_("%s asked the next one (%s)"), name, forward->text);

  return g_strdup_printf (_("%s did not say whether it had it"), name);
}

static gboolean
is_cache_list (GPtrArray *caches)
{
  for (guint i = 0; caches != NULL && i < caches->len; i++)
    {
      const RtSfValue *cache = g_ptr_array_index (caches, i);

      if (cache->type != RT_SF_STRING && cache->type != RT_SF_TOKEN)
        return FALSE;
    }

  return caches != NULL;
}

/* The first parameter that RFC 9211 does not know, or whose value is not of
 * its type. */
static void
explain_cache_parameters (RtCase    *self,
                          GPtrArray *caches)
{
  static const struct { const char *name; RtSfType type; } known[] = {
    { "hit", RT_SF_BOOLEAN }, { "fwd", RT_SF_TOKEN }, { "fwd-status", RT_SF_INTEGER },
    { "ttl", RT_SF_INTEGER }, { "stored", RT_SF_BOOLEAN }, { "collapsed", RT_SF_BOOLEAN },
    { "key", RT_SF_STRING }, { "detail", RT_SF_STRING },
  };

  for (guint i = 0; i < caches->len; i++)
    {
      const RtSfValue *cache = g_ptr_array_index (caches, i);

      for (guint j = 0; j < cache->parameters->len; j++)
        {
          const RtSfMember *member = g_ptr_array_index (cache->parameters, j);
          guint k = 0;

          while (k < G_N_ELEMENTS (known) && !g_str_equal (known[k].name, member->key))
            k++;
          if (k < G_N_ELEMENTS (known) &&
              (known[k].type == member->value->type || g_str_equal (member->key, "detail")))
            continue;
          rt_say_response (self, "Cache-Status", "caching-status-parameter", RT_NOTE_INFO,
                           "RFC 9211, section 2", _("Cache-Status has an unusual parameter."),
                           _("“%s” is not defined, or its value is of another kind than is "
                             "defined."), member->key);
          return;
        }
    }
}

static void
explain_status (RtCase *self)
{
  g_autofree char *value = rt_case_dup_response (self, "Cache-Status");
  g_autoptr(GPtrArray) caches = NULL;
  g_autoptr(GString) words = g_string_new (NULL);
  g_autofree char *quoted = NULL;

  if (value == NULL)
    return;

  quoted = rt_case_quote (value);
  caches = rt_sf_parse (RT_SF_LIST, value, -1, NULL);
  if (!is_cache_list (caches))
    {
      rt_say_response (self, "Cache-Status", "caching-status-malformed", RT_NOTE_WARNING,
                       "RFC 9211, section 2", _("Cache-Status cannot be read."),
                       _("It says %s, which is not a list of caches with parameters."), quoted);
      return;
    }

  for (guint i = 0; i < caches->len; i++)
    {
      g_autofree char *cache = describe_cache (g_ptr_array_index (caches, i));

      g_string_append_printf (words, "%s%s", i > 0 ? "; " : "", cache);
    }
  rt_say_response (self, "Cache-Status", "caching-status", RT_NOTE_INFO, "RFC 9211, section 2",
                   _("The caches on the way say what they did."),
                   _("From the server's side to yours: %s. The field says %s."), words->str,
                   quoted);
  explain_cache_parameters (self, caches);
}

static gboolean
is_string_list (const char *value)
{
  g_autoptr(GPtrArray) list = rt_sf_parse (RT_SF_LIST, value, -1, NULL);

  for (guint i = 0; list != NULL && i < list->len; i++)
    if (((RtSfValue *) g_ptr_array_index (list, i))->type != RT_SF_STRING)
      return FALSE;

  return list != NULL;
}

/* RFC 9875. */
static void
explain_groups (RtCase *self)
{
  static const char *const names[] = { "Cache-Groups", "Cache-Group-Invalidation" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *value = rt_case_dup_response (self, names[i]);
      g_autofree char *quoted = value != NULL ? rt_case_quote (value) : NULL;

      if (value == NULL)
        continue;
      if (!is_string_list (value))
        rt_say_response (self, names[i], "caching-groups-malformed", RT_NOTE_WARNING,
                         "RFC 9875, section 2", _("The names of cache groups cannot be read."),
                         _("%s says %s. Groups are strings in quotes, parted by commas; caches "
                           "pass over anything else."), names[i], quoted);
      else if (i == 1 && (rt_case_is_method (self, "GET") || rt_case_is_method (self, "HEAD")))
        rt_say_response (self, names[i], "caching-groups-ignored", RT_NOTE_INFO,
                         "RFC 9875, section 3",
                         _("Only an unsafe method can invalidate cache groups."),
                         _("%s says %s, but the request was a %s, which must not change "
                           "anything. Caches pass over it."), names[i], quoted, self->method);
    }
}

/* The request wanted no copy, and one came. */
static void
explain_bypass (RtCase *self)
{
  g_autofree char *control = rt_case_dup_request (self, "Cache-Control");
  g_autoptr(GPtrArray) directives = rt_directives_parse (control, -1);
  g_autofree char *words = NULL;
  gint64 seconds;

  if (rt_directives_find (directives, "no-cache") == NULL ||
      !rt_freshness_read_age (self, &seconds) || seconds == 0)
    return;

  words = rt_span_words (seconds);
  rt_say_request (self, "Cache-Control", "caching-bypass-ignored", RT_NOTE_INFO,
                  "RFC 9111, section 5.2.1.4", _("You asked for no stored copy, and got one."),
                  _("The request said “no-cache”, but by its Age the response is %s old. CDNs "
                    "often do not let clients pass by their store."), words);
}

void
rt_caching_explain_others (RtCase *self)
{
  explain_expires_at_once (self);
  explain_expires_ignored (self);
  explain_pragma (self);
  explain_targeted (self, "CDN-Cache-Control");
  explain_targeted (self, "Cloudflare-CDN-Cache-Control");
  explain_surrogate (self);
  explain_status (self);
  explain_groups (self);
  explain_bypass (self);
}
