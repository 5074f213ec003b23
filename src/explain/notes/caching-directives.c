/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The topic "caching": Cache-Control as it is written: misspelt, unknown,
 * repeated, contradictory directives, and arguments that are none (RFC 9111
 * section 5.2).
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "cache-directive.h"
#include "caching-private.h"
#include "directives.h"
#include "saying.h"
#include "span.h"

/* Beyond ten years a lifetime is meant as "for ever". */
#define LONG_LIFETIME (G_GINT64_CONSTANT (3660) * 86400)

/* Directives that share a trouble, for one note about all. */
typedef struct
{
  GPtrArray *misspelt; /* texts "a (b?)" */
  GPtrArray *unknown;
  GPtrArray *for_requests;
  GPtrArray *obsolete;
  GPtrArray *bad_numbers;
  GPtrArray *needless_arguments;
  GPtrArray *capitals;
  GPtrArray *repeated;
  gboolean   differ;   /* repeated with another value */
  gboolean   semicolon;
} Troubles;

static void
add (GPtrArray **list,
     const char *text)
{
  if (*list == NULL)
    *list = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (*list, g_strdup (text));
}

static void
clear_troubles (Troubles *troubles)
{
  GPtrArray **lists[] = {
    &troubles->misspelt, &troubles->unknown, &troubles->for_requests, &troubles->obsolete,
    &troubles->bad_numbers, &troubles->needless_arguments, &troubles->capitals,
    &troubles->repeated,
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_clear_pointer (lists[i], g_ptr_array_unref);
}

static gboolean
has_capitals (const char *name)
{
  for (; *name != '\0'; name++)
    if (g_ascii_isupper (*name))
      return TRUE;

  return FALSE;
}

static void
look_at_unknown (Troubles          *troubles,
                 const RtDirective *directive)
{
  const RtCacheDirective *guess = rt_cache_directive_guess (directive->name);
  g_autofree char *text = NULL;

  if (guess == NULL)
    {
      add (&troubles->unknown, directive->name);
      return;
    }

  text = g_strdup_printf (_("%s instead of %s"), directive->name, guess->name);
  add (&troubles->misspelt, text);
}

static void
look_at_argument (Troubles               *troubles,
                  const RtDirective      *directive,
                  const RtCacheDirective *known)
{
  gint64 seconds;

  switch (known->argument)
    {
    case RT_CACHE_NO_ARGUMENT:
      if (directive->value != NULL)
        add (&troubles->needless_arguments, directive->text);
      break;
    case RT_CACHE_SECONDS:
      if (!rt_directive_get_seconds (directive, &seconds))
        add (&troubles->bad_numbers, directive->text);
      break;
    case RT_CACHE_MAY_SECONDS:
      if (directive->value != NULL && !rt_directive_get_seconds (directive, &seconds))
        add (&troubles->bad_numbers, directive->text);
      break;
    case RT_CACHE_MAY_FIELDS:
    default:
      break;
    }
}

static void
look_at (Troubles  *troubles,
         GPtrArray *directives,
         guint      index)
{
  const RtDirective *directive = g_ptr_array_index (directives, index);
  const RtDirective *first = rt_directives_find (directives, directive->name);
  const RtCacheDirective *known = rt_cache_directive_find (directive->name);

  troubles->semicolon |= directive->parameters->len > 0;
  if (first != directive)
    {
      add (&troubles->repeated, directive->name);
      troubles->differ |= g_strcmp0 (first->value, directive->value) != 0;
    }
  if (known == NULL)
    {
      look_at_unknown (troubles, directive);
      return;
    }

  if ((known->use & RT_CACHE_IN_RESPONSE) == 0)
    add (&troubles->for_requests, directive->name);
  if (known->use & RT_CACHE_OBSOLETE)
    add (&troubles->obsolete, directive->name);
  if (has_capitals (directive->name))
    add (&troubles->capitals, directive->name);
  look_at_argument (troubles, directive, known);
}

static void
say_list (RtCase     *self,
          GPtrArray  *list,
          const char *id,
          RtNoteLevel level,
          const char *section,
          const char *sentence,
          const char *why)
{
  g_autofree char *quoted = list != NULL ? rt_case_quote_all (list, 6) : NULL;

  if (list != NULL)
    /* Translators: quoted values, then why they matter */
    rt_say_response (self, "Cache-Control", id, level, section, sentence, _("It says %s. %s"),
                     quoted, why);
}

static void
say_troubles (RtCase         *self,
              const Troubles *troubles)
{
  say_list (self, troubles->misspelt, "caching-misspelt", RT_NOTE_WARNING,
            "RFC 9111, section 5.2.3", _("Cache-Control is misspelt."),
            _("Caches pass over a directive that they do not know, without a word: what was meant "
              "has no effect."));
  say_list (self, troubles->unknown, "caching-unknown-directive", RT_NOTE_INFO,
            "RFC 9111, section 5.2.3", _("Cache-Control has a directive that is not known."),
            _("It is not in the registry. Caches that do not know it pass over it."));
  say_list (self, troubles->for_requests, "caching-request-directive", RT_NOTE_INFO,
            "RFC 9111, section 5.2.1", _("A directive for requests has no meaning in a response."),
            _("It is for clients to send; in a response caches pass over it."));
  say_list (self, troubles->obsolete, "caching-obsolete-directive", RT_NOTE_INFO,
            "RFC 5861, section 3", _("pre-check and post-check are of an old browser."),
            _("Only Internet Explorer knew them. “stale-while-revalidate” is what does it now."));
  say_list (self, troubles->bad_numbers, "caching-bad-number", RT_NOTE_WARNING,
            "RFC 9111, section 1.2.2", _("Cache-Control wants a number of seconds here."),
            _("Only digits are allowed. Caches treat such a response as stale, or pass over the "
              "directive; they do not agree."));
  say_list (self, troubles->needless_arguments, "caching-needless-argument", RT_NOTE_WARNING,
            "RFC 9111, section 5.2.2", _("Cache-Control has a value where none belongs."),
            _("This directive takes no value. Caches pass over the value, or over all of it."));
  say_list (self, troubles->capitals, "caching-capitals", RT_NOTE_INFO, "RFC 9111, section 5.2",
            _("Cache directives are usually written in small letters."),
            _("Case does not matter by the standard, but some simple caches compare the bytes."));
  say_list (self, troubles->repeated, "caching-repeated-directive",
            troubles->differ ? RT_NOTE_WARNING : RT_NOTE_INFO, "RFC 9111, section 4.2.1",
            _("A cache directive stands there more than once."),
            troubles->differ ? _("The values differ. A cache may take the first one, or treat the "
                                 "response as stale.")
                             : _("Two parts of the server probably set it. Once is enough."));
  if (troubles->semicolon)
    rt_say_response (self, "Cache-Control", "caching-semicolon", RT_NOTE_WARNING,
                     "RFC 9111, section 5.2", _("Cache directives are parted by commas."),
                     _("There is a semicolon. What follows it is read as part of the directive "
                       "before, or not at all."));
}

static void
say_contradiction (RtCase     *self,
                   const char *winner,
                   const char *loser,
                   const char *why)
{
  rt_say_response (self, "Cache-Control", "caching-contradiction", RT_NOTE_WARNING,
                   "RFC 9111, section 5.2.2", _("Cache-Control contradicts itself."),
                   _("It says both “%s” and “%s”. %s"), winner, loser, why);
}

static gboolean
has_lifetime (GPtrArray  *directives,
              const char *name)
{
  const RtDirective *directive = rt_directives_find (directives, name);
  gint64 seconds;

  return directive != NULL && rt_directive_get_seconds (directive, &seconds) && seconds > 0;
}

/* What no-store makes void; NULL when nothing that says "do store". */
static const char *
find_void_by_no_store (GPtrArray *directives)
{
  static const char *const lifetimes[] = {
    "max-age", "s-maxage", "stale-while-revalidate", "stale-if-error",
  };

  /* must-understand with no-store is a pair with a meaning of its own. */
  if (rt_directives_find (directives, "must-understand") != NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (lifetimes); i++)
    if (has_lifetime (directives, lifetimes[i]))
      return lifetimes[i];
  if (rt_directives_find (directives, "public") != NULL)
    return "public";

  return rt_directives_find (directives, "immutable") != NULL ? "immutable" : NULL;
}

static void
say_contradictions (RtCase    *self,
                    GPtrArray *directives)
{
  gboolean no_store = rt_directives_find (directives, "no-store") != NULL;
  const char *void_one = no_store ? find_void_by_no_store (directives) : NULL;
  const RtDirective *private = rt_directives_find (directives, "private");

  if (void_one != NULL)
    say_contradiction (self, "no-store", void_one,
                       _("The stricter one holds: nothing is stored, so the other says nothing."));
  else if (private != NULL && private->value == NULL &&
           rt_directives_find (directives, "public") != NULL)
    say_contradiction (self, "private", "public",
                       _("The stricter one holds in most caches: only the browser's own cache "
                         "stores it. Do not build on it."));
  else if (rt_directives_find (directives, "immutable") != NULL &&
           rt_directives_find (directives, "no-cache") != NULL)
    say_contradiction (self, "no-cache", "immutable",
                       _("One wants caches to ask each time, the other never."));
}

/* What is no contradiction, but says nothing beside a stricter one. */
static void
say_overridden (RtCase    *self,
                GPtrArray *directives)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  g_autofree char *quoted = NULL;
  static const char *const weaker[] = {
    "no-cache", "max-age", "must-revalidate", "proxy-revalidate", "private",
  };

  if (rt_directives_find (directives, "no-store") == NULL ||
      find_void_by_no_store (directives) != NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (weaker); i++)
    if (rt_directives_find (directives, weaker[i]) != NULL)
      g_ptr_array_add (names, (char *) weaker[i]);
  if (names->len == 0)
    return;

  quoted = rt_case_quote_all (names, 6);
  rt_say_response (self, "Cache-Control", "caching-overridden", RT_NOTE_INFO,
                   "RFC 9111, section 5.2.2.5",
                   _("Beside no-store the other directives do little."),
                   _("What is never stored needs no rule for its use: %s. Many servers send all of "
                     "them for the sake of old caches; it does no harm."), quoted);
}

static void
say_long (RtCase    *self,
          GPtrArray *directives)
{
  const RtDirective *directive = rt_directives_find (directives, "max-age");
  g_autofree char *words = NULL;
  gint64 seconds;

  if (directive == NULL || !rt_directive_get_seconds (directive, &seconds) ||
      seconds <= LONG_LIFETIME)
    return;

  words = rt_span_words (seconds);
  rt_say_response (self, "Cache-Control", "caching-very-long", RT_NOTE_INFO,
                   "RFC 9111, section 1.2.2", _("The lifetime is longer than caches live."),
                   _("max-age is %s seconds (%s). Caches take more than 68 years as 68 years; a "
                     "year says the same."), directive->value, words);
}

void
rt_caching_explain_directives (RtCase *self)
{
  g_autofree char *control = rt_case_dup_response (self, "Cache-Control");
  g_autoptr(GPtrArray) directives = rt_directives_parse (control, -1);
  Troubles troubles = { NULL, };

  if (control == NULL)
    return;

  for (guint i = 0; i < directives->len; i++)
    look_at (&troubles, directives, i);
  say_troubles (self, &troubles);
  clear_troubles (&troubles);
  say_contradictions (self, directives);
  say_overridden (self, directives);
  say_long (self, directives);
}
