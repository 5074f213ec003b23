/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtHop: puts together what changed from one exchange to the next. What was
 * seen in the two heads counts more than what was meant; values never appear,
 * as they may be secrets.
 */

#include "config.h"

#include "hop.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "format.h"
#include "head-changes.h"
#include "hop-cookies.h"
#include "hop-private.h"
#include "others.h"
#include "secret.h"
#include "text.h"
#include "url-parts.h"
#include "word-list.h"

/* Names in one sentence. */
#define NAMES_MAX 12

/* What every request has, and what frames its content: kept or not, it is not
 * worth a word. */
static const char *const common_fields[] = {
  "Accept-Encoding", "Connection", "Content-Length", "Host", "Transfer-Encoding",
  "User-Agent",
};

static gboolean
is_common (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (common_fields); i++)
    if (g_ascii_strcasecmp (common_fields[i], name) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
has_content (RtExchange *exchange,
             RtHead     *head)
{
  g_autofree char *length = NULL;
  RtSizes sizes;

  rt_exchange_get_sizes (exchange, &sizes);
  if (sizes.request_content_total > 0 || sizes.request_content > 0)
    return TRUE;
  if (head == NULL)
    return FALSE;
  length = rt_head_dup_combined (head, "Content-Length");
  if (length != NULL && g_ascii_strtoull (length, NULL, 10) > 0)
    return TRUE;

  return rt_head_find_field (head, "Transfer-Encoding", 0) >= 0;
}

static RtWay
find_way (const RtUrl *a,
          const RtUrl *b)
{
  if (a == NULL || b == NULL || rt_url_same_origin (a, b))
    return RT_WAY_SAME_ORIGIN;
  if (g_str_equal (rt_url_get_host (a), rt_url_get_host (b)) &&
      g_str_equal (rt_url_get_scheme (a), "http") &&
      g_str_equal (rt_url_get_scheme (b), "https") &&
      rt_url_is_default_port (a) && rt_url_is_default_port (b))
    return RT_WAY_UPGRADE;

  return RT_WAY_OTHER_ORIGIN;
}

static void
read_side (RtHopSide  *side,
           RtExchange *exchange)
{
  g_autofree char *url = rt_exchange_dup_url (exchange);

  side->exchange = exchange;
  side->url = rt_url_parse (url, NULL);
  side->method = rt_exchange_dup_method (exchange);
  side->head = rt_exchange_dup_request_head (exchange);
  side->has_content = has_content (exchange, side->head);
}

static void
clear_side (RtHopSide *side)
{
  g_clear_pointer (&side->url, rt_url_free);
  g_clear_pointer (&side->method, g_free);
  g_clear_pointer (&side->head, rt_head_unref);
}

RtHopSides *
rt_hop_sides_new (RtTrail *trail,
                  guint    from)
{
  RtHopSides *self = g_new0 (RtHopSides, 1);
  RtHopSide *before = &self->before;
  RtHopSide *after = &self->after;

  read_side (before, rt_trail_get_exchange (trail, from));
  read_side (after, rt_trail_get_exchange (trail, from + 1));
  self->next = rt_exchange_get_next (before->exchange);
  self->way = find_way (before->url, after->url);
  /* A tunnel has a head of its own, which is not the one before the next. */
  if (before->head != NULL && after->head != NULL && self->next->reason != RT_NEXT_TUNNEL)
    self->changes = rt_head_changes_new (before->head, after->head);

  return self;
}

void
rt_hop_sides_free (RtHopSides *self)
{
  g_return_if_fail (self != NULL);

  clear_side (&self->before);
  clear_side (&self->after);
  g_clear_pointer (&self->changes, rt_head_changes_free);
  g_free (self);
}

static void
add_names (GPtrArray *names,
           GPtrArray *more)
{
  for (guint i = 0; i < more->len; i++)
    if (!is_common (g_ptr_array_index (more, i)) &&
        !rt_head_changes_has (names, g_ptr_array_index (more, i)))
      g_ptr_array_add (names, g_strdup (g_ptr_array_index (more, i)));
}

/* One sentence with @format, which has one %s; nothing for no names. */
static void
say_names (GPtrArray  *lines,
           GPtrArray  *names,
           const char *sentence)
{
  g_autofree char *list = NULL;
  GString *line;

  if (names->len == 0)
    return;
  list = rt_word_list_shorten (names, NAMES_MAX);
  line = g_string_new (sentence);
  g_string_replace (line, "%s", list, 1);
  g_ptr_array_add (lines, g_string_free (line, FALSE));
}

/* What the engine left out on purpose; of the rest of what is gone, what is
 * seen. A name that the next head has all the same was not left out. */
static GPtrArray *
list_dropped (const RtHopSides *sides)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  GStrv dropped = sides->next->dropped;

  if (sides->before.has_content && sides->after.head != NULL && !sides->after.has_content)
    g_ptr_array_add (names, g_strdup (_("the content")));
  for (guint i = 0; dropped != NULL && dropped[i] != NULL; i++)
    {
      g_autofree char *name = rt_text_from_wire (dropped[i], -1);

      if (g_str_equal (name, "content"))
        {
          if (sides->after.head == NULL)
            g_ptr_array_add (names, g_strdup (_("the content")));
          continue;
        }
      if (sides->changes == NULL || rt_head_changes_has (sides->changes->dropped, name))
        g_ptr_array_add (names, g_steal_pointer (&name));
    }
  if (sides->changes != NULL)
    add_names (names, sides->changes->dropped);

  return names;
}

static GPtrArray *
list_kept (const RtHopSides *sides)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  if (sides->before.has_content && sides->after.has_content)
    g_ptr_array_add (names, g_strdup (_("the content")));
  add_names (names, sides->changes->kept);

  return names;
}

static void
say_fields (GPtrArray        *lines,
            const RtHopSides *sides)
{
  g_autoptr(GPtrArray) dropped = list_dropped (sides);
  g_autoptr(GPtrArray) added = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) changed = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) kept = NULL;

  /* Translators: %s are names of header fields */
  say_names (lines, dropped, _("Left out: %s."));
  if (sides->changes == NULL)
    return;
  add_names (added, sides->changes->added);
  add_names (changed, sides->changes->changed);
  kept = list_kept (sides);
  say_names (lines, added, _("Added: %s."));
  say_names (lines, changed, _("With another value: %s."));
  say_names (lines, kept, _("Kept: %s."));
}

/* A sentence of the engine speaks of the field. */
static gboolean
is_said (const RtNext *next,
         const char   *name)
{
  for (guint i = 0; next->credentials != NULL && next->credentials[i] != NULL; i++)
    if (strstr (next->credentials[i], name) != NULL)
      return TRUE;

  return FALSE;
}

/* What the heads show of a field that was given to one origin. */
static void
say_private_field (GPtrArray        *lines,
                   const RtHopSides *sides,
                   const char       *name)
{
  g_autofree char *was = NULL;
  g_autofree char *is = NULL;

  if (is_said (sides->next, name) || rt_url_same_origin (sides->before.url, sides->after.url))
    return;
  was = rt_url_dup_origin (sides->before.url);
  is = rt_url_dup_origin (sides->after.url);
  if (rt_head_changes_has (sides->changes->dropped, name))
    /* Translators: a field such as Authorization, and two origins */
    g_ptr_array_add (lines, g_strdup_printf (_("%s was withheld: it was given for %s, and %s "
                                               "is another origin."), name, was, is));
  else if (rt_head_changes_has (sides->changes->kept, name))
    g_ptr_array_add (lines, g_strdup_printf (_("%s went on to %s, though it was given for %s."),
                                             name, is, was));
}

static void
say_credentials (GPtrArray        *lines,
                 const RtHopSides *sides)
{
  GStrv said = sides->next->credentials;
  gboolean can_tell = sides->changes != NULL && sides->before.url != NULL &&
                      sides->after.url != NULL;

  for (guint i = 0; said != NULL && said[i] != NULL; i++)
    g_ptr_array_add (lines, rt_text_from_wire (said[i], -1));
  if (!can_tell)
    return;
  say_private_field (lines, sides, "Authorization");
  if (rt_hop_cookies_are_typed (sides))
    say_private_field (lines, sides, "Cookie");
  for (guint i = 0; i < sides->changes->kept->len; i++)
    if (rt_secret_is_likely_field (g_ptr_array_index (sides->changes->kept, i)))
      say_private_field (lines, sides, g_ptr_array_index (sides->changes->kept, i));
}

static void
say_waiting (GPtrArray        *lines,
             const RtHopSides *sides)
{
  g_autofree char *time = NULL;

  if (sides->next->waited <= 0)
    return;
  time = rt_format_duration (sides->next->waited);
  /* Translators: a time, such as "1.25 s" */
  g_ptr_array_add (lines, g_strdup_printf (_("Waited %s before it."), time));
}

static char **
make_lines (const RtHopSides *sides)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  say_fields (lines, sides);
  say_credentials (lines, sides);
  rt_hop_cookies_say (lines, sides);
  say_waiting (lines, sides);
  g_ptr_array_add (lines, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&lines), FALSE);
}

static gboolean
has_field (RtHead     *head,
           const char *name)
{
  return rt_head_find_field (head, name, 0) >= 0;
}

static char *
compare_with_others (const RtHopSides *sides)
{
  RtHead *before = sides->before.head;
  RtHead *after = sides->after.head;
  gboolean typed_cookie;
  RtDone done;

  if (sides->next->reason != RT_NEXT_REDIRECT || before == NULL || after == NULL)
    return NULL;

  typed_cookie = rt_hop_cookies_are_typed (sides);
  done = (RtDone) {
    .status = rt_exchange_get_status (sides->before.exchange),
    .method = sides->before.method,
    .way = sides->way,
    .method_after = sides->after.method,
    .had_content = sides->before.has_content,
    .kept_content = sides->after.has_content,
    .had_content_type = has_field (before, "Content-Type"),
    .kept_content_type = has_field (after, "Content-Type"),
    .had_authorization = has_field (before, "Authorization"),
    .kept_authorization = has_field (after, "Authorization"),
    .had_cookie = typed_cookie,
    .kept_cookie = typed_cookie && has_field (after, "Cookie"),
  };

  return rt_others_to_words (&done);
}

static const char *
name_reason (RtNextReason reason)
{
  switch (reason)
    {
    case RT_NEXT_REDIRECT:
      return _("Redirected");
    case RT_NEXT_STALE_CONNECTION:
      return _("The kept connection was closed: sent again on a new one");
    case RT_NEXT_TUNNEL:
      return _("The proxy made the way for the next request");
    case RT_NEXT_CHALLENGE:
      return _("Sent again with credentials");
    case RT_NEXT_RETRY:
      return _("Tried again");
    case RT_NEXT_NONE:
    default:
      return "";
    }
}

static char *
make_rule (const RtNext *next)
{
  const char *said = next->rule != NULL && *next->rule != '\0' ? next->rule
                                                               : name_reason (next->reason);
  g_autofree char *rule = rt_text_from_wire (said, -1);
  g_autofree char *section = NULL;

  if (next->section == NULL || *next->section == '\0')
    return g_steal_pointer (&rule);
  section = rt_text_from_wire (next->section, -1);

  /* Translators: what was done, and the section of the RFC that says so */
  return g_strdup_printf (_("%s (%s)"), rule, section);
}

RtHop *
rt_hop_new (RtTrail *trail,
            guint    from)
{
  const RtNext *next;
  RtHopSides *sides;
  RtHop *self;

  g_return_val_if_fail (RT_IS_TRAIL (trail), NULL);

  if (from + 1 >= rt_trail_get_n_exchanges (trail))
    return NULL;
  next = rt_exchange_get_next (rt_trail_get_exchange (trail, from));
  if (next == NULL || next->reason == RT_NEXT_NONE)
    return NULL;

  sides = rt_hop_sides_new (trail, from);
  self = g_new0 (RtHop, 1);
  self->from = from;
  self->reason = next->reason;
  self->rule = make_rule (next);
  self->method_before = rt_text_from_wire (sides->before.method, -1);
  self->method_after = rt_text_from_wire (sides->after.method, -1);
  if (sides->before.url != NULL && sides->after.url != NULL && next->reason != RT_NEXT_TUNNEL)
    self->changed = rt_url_parts_compare (sides->before.url, sides->after.url);
  self->lines = make_lines (sides);
  self->others = compare_with_others (sides);
  rt_hop_sides_free (sides);

  return self;
}

void
rt_hop_free (RtHop *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->rule, g_free);
  g_clear_pointer (&self->method_before, g_free);
  g_clear_pointer (&self->method_after, g_free);
  g_clear_pointer (&self->lines, g_strfreev);
  g_clear_pointer (&self->others, g_free);
  g_free (self);
}

char *
rt_hop_dup_url_sentence (const RtHop *self)
{
  g_autofree char *parts = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  parts = rt_url_parts_to_words (self->changed);
  if (*parts == '\0')
    return g_strdup ("");

  /* Translators: %s is "scheme and port changed" */
  return g_strdup_printf (_("URL: %s."), parts);
}

char **
rt_hop_dup_all_lines (const RtHop *self)
{
  g_autoptr(GStrvBuilder) lines = g_strv_builder_new ();
  g_autofree char *url = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  g_strv_builder_add (lines, self->rule);
  url = rt_hop_dup_url_sentence (self);
  if (*url != '\0')
    g_strv_builder_add (lines, url);
  g_strv_builder_addv (lines, (const char **) self->lines);
  if (self->others != NULL)
    g_strv_builder_add (lines, self->others);

  return g_strv_builder_end (lines);
}
