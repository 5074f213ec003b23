/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Follows cookies over a hop: by the verdicts of the jar where there are some,
 * otherwise by what Set-Cookie and Cookie say in the heads.
 */

#include "config.h"

#include "hop-cookies.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "text.h"
#include "word-list.h"

/* Cookies in one sentence, and characters of a name. */
#define NAMES_MAX 8
#define NAME_MAX_CHARS 40

static char *
dup_name (const char *name,
          gssize      length)
{
  g_autofree char *text = rt_text_from_wire (name, length);
  g_autofree char *start = NULL;

  if (*text == '\0')
    return g_strdup (_("(without a name)"));
  if (g_utf8_strlen (text, -1) <= NAME_MAX_CHARS)
    return g_steal_pointer (&text);
  start = g_utf8_substring (text, 0, NAME_MAX_CHARS - 1);

  return g_strconcat (start, "…", NULL);
}

static gboolean
same_cookie (RtCookie *a,
             RtCookie *b)
{
  return g_strcmp0 (rt_cookie_get_name (a), rt_cookie_get_name (b)) == 0 &&
         g_strcmp0 (rt_cookie_get_domain (a), rt_cookie_get_domain (b)) == 0 &&
         g_strcmp0 (rt_cookie_get_path (a), rt_cookie_get_path (b)) == 0;
}

/* What became of @cookie with the next request; NULL when nothing is known. */
static RtCookieVerdict *
find_outcome (GPtrArray *verdicts,
              RtCookie  *cookie)
{
  for (guint i = 0; i < verdicts->len; i++)
    {
      RtCookieVerdict *verdict = g_ptr_array_index (verdicts, i);

      if ((verdict->fate == RT_COOKIE_SENT || verdict->fate == RT_COOKIE_WITHHELD) &&
          verdict->cookie != NULL && same_cookie (verdict->cookie, cookie))
        return verdict;
    }

  return NULL;
}

static gboolean
has_fate (GPtrArray    *verdicts,
          RtCookieFate  fate)
{
  for (guint i = 0; i < verdicts->len; i++)
    if (((RtCookieVerdict *) g_ptr_array_index (verdicts, i))->fate == fate)
      return TRUE;

  return FALSE;
}

gboolean
rt_hop_cookies_are_typed (const RtHopSides *sides)
{
  g_autoptr(GPtrArray) verdicts = rt_exchange_dup_cookie_verdicts (sides->before.exchange);

  return sides->before.head != NULL &&
         rt_head_find_field (sides->before.head, "Cookie", 0) >= 0 &&
         !has_fate (verdicts, RT_COOKIE_SENT);
}

static void
say_with_reason (GPtrArray  *lines,
                 const char *words,
                 const char *why)
{
  g_autofree char *reason = rt_text_from_wire (why != NULL ? why : "", -1);

  if (*reason == '\0')
    g_ptr_array_add (lines, g_strconcat (words, ".", NULL));
  else
    /* Translators: what happened to a cookie, and why */
    g_ptr_array_add (lines, g_strdup_printf (_("%s: %s"), words, reason));
}

/* A cookie that this response brought, and the jar took or not. */
static void
say_received (GPtrArray       *lines,
              GPtrArray       *sent,
              RtCookieVerdict *verdict,
              GPtrArray       *later)
{
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;
  RtCookieVerdict *outcome;

  if (verdict->fate == RT_COOKIE_REFUSED && verdict->cookie == NULL)
    {
      say_with_reason (lines, _("A cookie that came here was refused"), verdict->why);
      return;
    }
  if (verdict->cookie == NULL)
    return;
  name = dup_name (rt_cookie_get_name (verdict->cookie), -1);
  if (verdict->fate == RT_COOKIE_REFUSED)
    {
      words = g_strdup_printf (_("Cookie %s came here and was refused"), name);
      say_with_reason (lines, words, verdict->why);
      return;
    }
  if (verdict->fate == RT_COOKIE_REMOVED)
    {
      g_ptr_array_add (lines, g_strdup_printf (_("Cookie %s was removed here."), name));
      return;
    }
  outcome = find_outcome (later, verdict->cookie);
  if (outcome != NULL && outcome->fate == RT_COOKIE_SENT)
    {
      g_ptr_array_add (sent, g_steal_pointer (&name));
      return;
    }
  words = g_strdup_printf (_("Cookie %s was set here and not sent there"), name);
  say_with_reason (lines, words, outcome != NULL ? outcome->why : NULL);
}

static void
say_sent (GPtrArray *lines,
          GPtrArray *sent)
{
  g_autofree char *names = rt_word_list_shorten (sent, NAMES_MAX);

  if (sent->len > 0)
    g_ptr_array_add (lines, g_strdup_printf (ngettext ("Cookie set here and sent there: %s.",
                                                       "Cookies set here and sent there: %s.",
                                                       sent->len), names));
}

/* What went with this request and not with the next. */
static void
say_withheld (GPtrArray *lines,
              GPtrArray *before,
              GPtrArray *after)
{
  for (guint i = 0; i < before->len; i++)
    {
      RtCookieVerdict *verdict = g_ptr_array_index (before, i);
      RtCookieVerdict *outcome = NULL;

      if (verdict->fate == RT_COOKIE_SENT && verdict->cookie != NULL)
        outcome = find_outcome (after, verdict->cookie);
      if (outcome != NULL && outcome->fate == RT_COOKIE_WITHHELD)
        {
          g_autofree char *name = dup_name (rt_cookie_get_name (verdict->cookie), -1);
          g_autofree char *words = g_strdup_printf (_("Cookie %s was withheld"), name);

          say_with_reason (lines, words, outcome->why);
        }
    }
}

static void
say_by_verdicts (GPtrArray *lines,
                 GPtrArray *before,
                 GPtrArray *after)
{
  g_autoptr(GPtrArray) sent = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) others = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < before->len; i++)
    {
      RtCookieVerdict *verdict = g_ptr_array_index (before, i);

      if (verdict->fate != RT_COOKIE_SENT && verdict->fate != RT_COOKIE_WITHHELD)
        say_received (others, sent, verdict, after);
    }
  say_sent (lines, sent);
  g_ptr_array_extend_and_steal (lines, g_steal_pointer (&others));
  say_withheld (lines, before, after);
}

/* "name=value" at the start of a Set-Cookie value, without white space around
 * its parts; NULL when there is none. */
static char *
dup_pair (const char *text,
          gsize       length)
{
  g_autofree char *pair = g_strndup (text, length);
  char *equals = strchr (pair, '=');
  g_autofree char *name = NULL;
  g_autofree char *value = NULL;

  if (equals == NULL)
    return NULL;
  name = g_strndup (pair, equals - pair);
  value = g_strdup (equals + 1);

  return g_strconcat (g_strstrip (name), "=", g_strstrip (value), NULL);
}

static gboolean
value_has_pair (const char *value,
                const char *pair)
{
  g_auto(GStrv) pairs = g_strsplit (value, ";", -1);

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      g_autofree char *other = dup_pair (pairs[i], strlen (pairs[i]));

      if (g_strcmp0 (other, pair) == 0)
        return TRUE;
    }

  return FALSE;
}

/* HTTP/2 may have a Cookie field for each pair (RFC 9113 section 8.2.3). */
static gboolean
head_has_pair (RtHead     *head,
               const char *pair)
{
  int index = -1;

  while ((index = rt_head_find_field (head, "Cookie", index + 1)) >= 0)
    {
      g_autofree char *value = rt_head_dup_field_value (head, index);

      if (value_has_pair (value, pair))
        return TRUE;
    }

  return FALSE;
}

static void
say_by_heads (GPtrArray *lines,
              RtHead    *response,
              RtHead    *request)
{
  g_autoptr(GPtrArray) sent = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) not_sent = g_ptr_array_new_with_free_func (g_free);
  int index = -1;

  while ((index = rt_head_find_field (response, "Set-Cookie", index + 1)) >= 0)
    {
      g_autofree char *value = rt_head_dup_field_value (response, index);
      g_autofree char *pair = dup_pair (value, strcspn (value, ";"));

      if (pair != NULL)
        g_ptr_array_add (head_has_pair (request, pair) ? sent : not_sent,
                         dup_name (pair, strcspn (pair, "=")));
    }
  say_sent (lines, sent);
  if (not_sent->len > 0)
    {
      g_autofree char *names = rt_word_list_shorten (not_sent, NAMES_MAX);

      g_ptr_array_add (lines,
                       g_strdup_printf (ngettext ("Cookie set here and not sent there: %s.",
                                                  "Cookies set here and not sent there: %s.",
                                                  not_sent->len), names));
    }
}

void
rt_hop_cookies_say (GPtrArray        *lines,
                    const RtHopSides *sides)
{
  g_autoptr(GPtrArray) before = rt_exchange_dup_cookie_verdicts (sides->before.exchange);
  g_autoptr(GPtrArray) after = rt_exchange_dup_cookie_verdicts (sides->after.exchange);
  g_autoptr(RtHead) response = rt_exchange_dup_response_head (sides->before.exchange);

  if (before->len > 0 || after->len > 0)
    say_by_verdicts (lines, before, after);
  else if (response != NULL && sides->after.head != NULL)
    say_by_heads (lines, response, sides->after.head);
}
