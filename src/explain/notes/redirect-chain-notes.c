/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The whole chain, told at its last exchange: loops, too many hops, hops that
 * could be saved, and links that could be mended.
 */

#include "config.h"

#include "redirect-topic.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "sentence.h"
#include "text.h"

/* URLs of a chain that are shown. */
#define SHOWN_MAX 6

static RtUrl *
parse_url (RtCase *self,
           guint   position)
{
  g_autofree char *url = rt_exchange_dup_url (rt_trail_get_exchange (self->trail, position));

  return rt_url_parse (url, NULL);
}

static gboolean
was_redirected (RtCase *self,
                guint   position)
{
  const RtNext *next = rt_exchange_get_next (rt_trail_get_exchange (self->trail, position));

  return next != NULL && next->reason == RT_NEXT_REDIRECT;
}

static gboolean
sets_cookie (RtCase *self,
             guint   position)
{
  g_autoptr(RtHead) head =
    rt_exchange_dup_response_head (rt_trail_get_exchange (self->trail, position));

  return head != NULL && rt_head_find_field (head, "Set-Cookie", 0) >= 0;
}

/* Loops. */

/* The exchange that the redirect leads back to, -1 for none. */
static int
find_loop (RtCase                *self,
           const RtRedirectFacts *facts)
{
  if (!facts->is_redirect || facts->target == NULL || facts->method_after == NULL)
    return -1;

  for (guint i = 0; i <= self->position; i++)
    {
      RtExchange *exchange = rt_trail_get_exchange (self->trail, i);
      g_autofree char *method = rt_exchange_dup_method (exchange);
      g_autoptr(RtUrl) url = parse_url (self, i);

      if (url != NULL && g_str_equal (method, facts->method_after) &&
          g_str_equal (rt_url_get_text (url), rt_url_get_text (facts->target)))
        return (int) i;
    }

  return -1;
}

static gboolean
loop_sets_cookie (RtCase *self,
                  guint   from)
{
  for (guint i = from; i <= self->position; i++)
    if (sets_cookie (self, i))
      return TRUE;

  return FALSE;
}

static void
explain_loop (RtCase                *self,
              const RtRedirectFacts *facts,
              guint                  back)
{
  const char *target = rt_url_get_text (facts->target);
  g_autofree char *from = rt_case_quote (self->url != NULL ? rt_url_get_text (self->url) : "");
  g_autofree char *to = rt_case_quote (target);
  g_autofree char *sentence = NULL;
  g_autofree char *detail = NULL;
  const char *hint =
    loop_sets_cookie (self, back)
      ? _("The server sets a cookie on this way. If it waits for that cookie to come back, the "
          "loop ends for a client that sends it.")
      : _("The server sends every client round like this. Often two rules disagree, such as "
          "one that adds a slash or https and one that takes it away, or a proxy that speaks "
          "http to a server that wants https.");

  if (back == self->position)
    sentence = g_strdup (_("A loop: the redirect leads to itself."));
  else
    sentence = g_strdup_printf (_("A loop: exchange %u leads back to exchange %u."),
                                self->position + 1, back + 1);
  detail = g_strdup_printf (_("%s leads to %s, which was asked for with %s already.\n\n%s"), from,
                            to, facts->method_after, hint);
  rt_case_add (self, "redirect-loop", RT_NOTE_FAULT, RT_NOTE_ON_TRAIL, "RFC 9110, section 15.4",
               sentence, detail);
}

static void
explain_too_many (RtCase *self)
{
  g_autofree char *words = rt_text_from_wire (rt_trail_get_end_words (self->trail), -1);
  g_autofree char *detail =
    g_strdup_printf (_("%s\n\nIt is no plain loop: the next request would be a new one. A server "
                       "that makes up a new URL or a new cookie each time never ends. The number "
                       "can be raised in the options of the request."), words);

  rt_case_add (self, "redirect-too-many", RT_NOTE_WARNING, RT_NOTE_ON_TRAIL,
               "RFC 9110, section 15.4", _("Too many redirects: stopped at the limit."), detail);
}

/* Chains. */

/* Position at which the redirects begin that end at this exchange. */
static guint
find_start (RtCase *self)
{
  guint start = self->position;

  while (start > 0 && was_redirected (self, start - 1))
    start--;

  return start;
}

static const char *
without_www (const char *host)
{
  return g_str_has_prefix (host, "www.") ? host + strlen ("www.") : host;
}

/* One site, and no state on the way: then the first redirect could have led to
 * the end at once. A login that goes by another site sets cookies. */
static gboolean
could_be_shorter (RtCase *self,
                  guint   start)
{
  g_autoptr(RtUrl) last = parse_url (self, self->position);

  for (guint i = start; i < self->position; i++)
    {
      g_autofree char *method = rt_exchange_dup_method (rt_trail_get_exchange (self->trail, i));
      g_autoptr(RtUrl) url = parse_url (self, i);

      if (sets_cookie (self, i) || url == NULL || last == NULL)
        return FALSE;
      if (!g_str_equal (method, "GET") && !g_str_equal (method, "HEAD"))
        return FALSE;
      if (i == start && !g_str_equal (without_www (rt_url_get_host (url)),
                                      without_www (rt_url_get_host (last))))
        return FALSE;
    }

  return TRUE;
}

static char *
list_chain (RtCase *self,
            guint   start)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = start; i <= self->position; i++)
    {
      g_autofree char *url = NULL;
      g_autofree char *quoted = NULL;

      if (i - start >= SHOWN_MAX - 1 && i < self->position)
        continue;
      url = rt_exchange_dup_url (rt_trail_get_exchange (self->trail, i));
      quoted = rt_case_quote (url);
      if (i > start)
        g_string_append (text, i == self->position && i - start >= SHOWN_MAX ? " → … → " : " → ");
      g_string_append (text, quoted);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
explain_long_chain (RtCase *self)
{
  guint start = find_start (self);
  guint redirects = self->position - start;
  g_autofree char *chain = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *detail = NULL;

  if (redirects < 2 || !could_be_shorter (self, start))
    return;
  chain = list_chain (self, start);
  sentence = g_strdup_printf (_("%u redirects where one would do."), redirects);
  detail = g_strdup_printf (_("%s\n\nAll stay on one site and nothing is kept on the way: the "
                              "first "
                              "could lead to the last at once. Each redirect costs a round trip, "
                              "and often a new connection."), chain);
  rt_case_add (self, "redirect-chain-long", redirects > 2 ? RT_NOTE_WARNING : RT_NOTE_INFO,
               RT_NOTE_ON_TRAIL, "RFC 9110, section 15.4", sentence, detail);
}

/* Links. */

static gboolean
is_permanent (int status)
{
  return status == 301 || status == 308;
}

/* Where the permanent redirects from the first exchange on lead; NULL when the
 * first is none. */
static char *
find_permanent_target (RtCase                *self,
                       const RtRedirectFacts *facts)
{
  g_autofree char *target = NULL;

  for (guint i = 0; i <= self->position; i++)
    {
      RtExchange *exchange = rt_trail_get_exchange (self->trail, i);
      const RtNext *next = rt_exchange_get_next (exchange);

      if (next != NULL && (next->reason == RT_NEXT_STALE_CONNECTION ||
                           next->reason == RT_NEXT_TUNNEL))
        continue;
      if (!is_permanent (rt_exchange_get_status (exchange)))
        break;
      g_clear_pointer (&target, g_free);
      if (i < self->position && was_redirected (self, i))
        target = rt_exchange_dup_url (rt_trail_get_exchange (self->trail, i + 1));
      else if (i == self->position && facts->target != NULL)
        target = g_strdup (rt_url_get_text (facts->target));
      else
        break;
    }

  return g_steal_pointer (&target);
}

static gboolean
explain_permanent (RtCase                *self,
                   const RtRedirectFacts *facts)
{
  g_autofree char *target = find_permanent_target (self, facts);
  g_autofree char *shown = NULL;
  g_autofree char *quoted = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *detail = NULL;

  if (target == NULL)
    return FALSE;
  shown = rt_text_from_wire (target, -1);
  quoted = rt_case_quote (target);
  sentence = rt_sentence_fit (g_strdup_printf (_("Moved for good: use %s from now on."), shown),
                              _("Moved for good: use the new URL from now on."));
  detail = g_strdup_printf (_("The redirect is permanent. A link, a bookmark or a program that has "
                              "the old URL should have %s in its place. Browsers keep a permanent "
                              "redirect and may not ask the old URL again."), quoted);
  rt_case_add (self, "redirect-permanent", RT_NOTE_INFO, RT_NOTE_ON_TRAIL,
               "RFC 9110, section 15.4", sentence, detail);

  return TRUE;
}

gboolean
rt_redirect_explain_chain (RtCase                *self,
                           const RtRedirectFacts *facts)
{
  int back;

  if (!self->is_last)
    return FALSE;
  back = find_loop (self, facts);
  if (back >= 0)
    {
      explain_loop (self, facts, back);
      return TRUE;
    }
  if (rt_trail_get_end (self->trail) == RT_TRAIL_END_TOO_MANY)
    {
      explain_too_many (self);
      return TRUE;
    }
  explain_long_chain (self);

  return explain_permanent (self, facts);
}
