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

#include "cookie-match.h"
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

/* It came with this response, and did not go out with this request. */
static gboolean
is_received (const RtCookieVerdict *verdict)
{
  return verdict->fate != RT_COOKIE_SENT && verdict->fate != RT_COOKIE_WITHHELD;
}

/* The jar did as it says, be it that the cookie went out of it. */
static gboolean
is_taken (const RtCookieVerdict *verdict)
{
  return is_received (verdict) && verdict->fate != RT_COOKIE_REFUSED && verdict->cookie != NULL;
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

/* Names by what became of the cookies, and lines for those with a reason of
 * their own. */
typedef struct
{
  const char *host;   /* that the next request went to */
  GPtrArray  *later;  /* verdicts of the next request */
  GPtrArray  *sent;
  GPtrArray  *afar;   /* for another host */
  GPtrArray  *absent; /* not sent, and nothing says why */
  GPtrArray  *lines;
} Received;

static void
say_refused (GPtrArray       *lines,
             RtCookieVerdict *verdict)
{
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;

  if (verdict->cookie == NULL)
    {
      say_with_reason (lines, _("A cookie that came here was refused"), verdict->why);
      return;
    }
  name = dup_name (rt_cookie_get_name (verdict->cookie), -1);
  words = g_strdup_printf (_("Cookie %s came here and was refused"), name);
  say_with_reason (lines, words, verdict->why);
}

/* A cookie that the jar took: what became of it with the next request. */
static void
say_taken (Received *self,
           RtCookie *cookie)
{
  g_autofree char *name = dup_name (rt_cookie_get_name (cookie), -1);
  RtCookieVerdict *outcome = find_outcome (self->later, cookie);
  g_autofree char *words = NULL;

  if (outcome != NULL && outcome->fate == RT_COOKIE_SENT)
    g_ptr_array_add (self->sent, g_steal_pointer (&name));
  else if (outcome == NULL && !rt_cookie_match_domain (self->host, rt_cookie_get_domain (cookie)))
    g_ptr_array_add (self->afar, g_steal_pointer (&name));
  else if (outcome == NULL)
    g_ptr_array_add (self->absent, g_steal_pointer (&name));
  else
    {
      words = g_strdup_printf (_("Cookie %s was set here and not sent there"), name);
      say_with_reason (self->lines, words, outcome->why);
    }
}

static void
say_received (Received        *self,
              RtCookieVerdict *verdict)
{
  if (verdict->fate == RT_COOKIE_REFUSED)
    say_refused (self->lines, verdict);
  else if (verdict->fate == RT_COOKIE_REMOVED && verdict->cookie != NULL)
    {
      g_autofree char *name = dup_name (rt_cookie_get_name (verdict->cookie), -1);

      g_ptr_array_add (self->lines, g_strdup_printf (_("Cookie %s was removed here."), name));
    }
  else if (verdict->cookie != NULL)
    say_taken (self, verdict->cookie);
}

static char *
make_key (RtCookie *cookie)
{
  return g_strdup_printf ("%s\n%s\n%s", rt_cookie_get_name (cookie),
                          rt_cookie_get_domain (cookie), rt_cookie_get_path (cookie));
}

/* The last verdict of a head on each cookie: what it says is what counts. */
static GHashTable *
find_last (GPtrArray *verdicts)
{
  GHashTable *last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < verdicts->len; i++)
    {
      RtCookieVerdict *verdict = g_ptr_array_index (verdicts, i);

      if (is_taken (verdict))
        g_hash_table_replace (last, make_key (verdict->cookie), verdict);
    }

  return last;
}

static gboolean
is_overruled (GHashTable      *last,
              RtCookieVerdict *verdict)
{
  g_autofree char *key = is_taken (verdict) ? make_key (verdict->cookie) : NULL;

  return key != NULL && g_hash_table_lookup (last, key) != verdict;
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

static void
say_not_sent (GPtrArray *lines,
              GPtrArray *not_sent)
{
  g_autofree char *names = rt_word_list_shorten (not_sent, NAMES_MAX);

  if (not_sent->len > 0)
    g_ptr_array_add (lines,
                     g_strdup_printf (ngettext ("Cookie set here and not sent there: %s.",
                                                "Cookies set here and not sent there: %s.",
                                                not_sent->len), names));
}

static void
say_afar (GPtrArray  *lines,
          GPtrArray  *afar,
          const char *host)
{
  g_autofree char *names = rt_word_list_shorten (afar, NAMES_MAX);
  g_autofree char *there = rt_text_from_wire (host, -1);

  if (afar->len > 0)
    g_ptr_array_add (lines,
                     /* Translators: names of cookies, and a host */
                     g_strdup_printf (ngettext ("Cookie set here and not sent there, as it is not "
                                                "for %2$s: %1$s.",
                                                "Cookies set here and not sent there, as they are "
                                                "not for %2$s: %1$s.",
                                                afar->len), names, there));
}

static void
say_overruled (GPtrArray *lines,
               GPtrArray *overruled)
{
  g_autofree char *names = rt_word_list_shorten (overruled, NAMES_MAX);

  if (overruled->len > 0)
    g_ptr_array_add (lines, g_strdup_printf (_("Set here more than once, so that the last one "
                                               "counts: %s."), names));
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
say_by_verdicts (GPtrArray  *lines,
                 GPtrArray  *before,
                 GPtrArray  *after,
                 const char *host)
{
  g_autoptr(GPtrArray) sent = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) afar = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) absent = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) overruled = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) others = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GHashTable) last = find_last (before);
  Received received = { host, after, sent, afar, absent, others };

  for (guint i = 0; i < before->len; i++)
    {
      RtCookieVerdict *verdict = g_ptr_array_index (before, i);

      if (!is_received (verdict))
        continue;
      if (is_overruled (last, verdict))
        g_ptr_array_add (overruled, dup_name (rt_cookie_get_name (verdict->cookie), -1));
      else
        say_received (&received, verdict);
    }
  say_sent (lines, sent);
  say_not_sent (lines, absent);
  say_afar (lines, afar, host);
  say_overruled (lines, overruled);
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
  say_not_sent (lines, not_sent);
}

void
rt_hop_cookies_say (GPtrArray        *lines,
                    const RtHopSides *sides)
{
  g_autoptr(GPtrArray) before = rt_exchange_dup_cookie_verdicts (sides->before.exchange);
  g_autoptr(GPtrArray) after = rt_exchange_dup_cookie_verdicts (sides->after.exchange);
  g_autoptr(RtHead) response = rt_exchange_dup_response_head (sides->before.exchange);

  if (before->len > 0 || after->len > 0)
    say_by_verdicts (lines, before, after,
                     sides->after.url != NULL ? rt_url_get_host (sides->after.url) : "");
  else if (response != NULL && sides->after.head != NULL)
    say_by_heads (lines, response, sides->after.head);
}
