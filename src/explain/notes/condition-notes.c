/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The topic "conditional": what the If-* fields asked, and whether the answer
 * fits (RFC 9110 section 13). If-Range is the topic "ranges".
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "conditional-private.h"
#include "entity-tag.h"
#include "saying.h"
#include "span.h"

/* The answer of one condition, as far as the two heads tell. */
typedef enum
{
  UNKNOWN,
  SAME,    /* the validator sent is still that of the response */
  CHANGED,
} Verdict;

static gboolean
is_reading (const RtCase *self)
{
  return rt_case_is_method (self, "GET") || rt_case_is_method (self, "HEAD");
}

static gboolean
is_success (const RtCase *self)
{
  return self->status >= 200 && self->status < 300;
}

/* Also says when the list cannot be read. (transfer full) (nullable) */
static GPtrArray *
read_tags (RtCase     *self,
           const char *name)
{
  g_autofree char *value = rt_case_dup_request (self, name);
  g_autoptr(GPtrArray) tags = NULL;
  g_autofree char *quoted = NULL;

  if (value == NULL || g_str_equal (value, "*"))
    return NULL;

  tags = rt_entity_tags_parse (value);
  if (tags != NULL)
    return g_steal_pointer (&tags);

  quoted = rt_case_quote (value);
  rt_say_request (self, name, "condition-malformed", RT_NOTE_WARNING, "RFC 9110, section 8.8.3",
                  _("The condition you sent is malformed."),
                  _("%s is %s. It takes “*”, or entity tags in double quotes, parted by commas, "
                    "just as ETag gave them, W/ included. A server may pass over it."),
                  name, quoted);

  return NULL;
}

static Verdict
compare_tags (const RtCase *self,
              GPtrArray    *tags,
              gboolean      strongly)
{
  g_autofree char *text = rt_case_dup_response (self, "ETag");
  g_autoptr(RtEntityTag) current = NULL;

  if (text == NULL || tags == NULL)
    return UNKNOWN;

  current = rt_entity_tag_parse (text);
  for (guint i = 0; i < tags->len; i++)
    if (rt_entity_tag_matches (g_ptr_array_index (tags, i), current, strongly))
      return SAME;

  return CHANGED;
}

static gboolean
read_date (RtCase     *self,
           const char *name,
           gint64     *time)
{
  g_autofree char *value = rt_case_dup_request (self, name);
  g_autofree char *quoted = NULL;
  RtHttpDate date;

  if (value == NULL)
    return FALSE;

  if (rt_http_date_parse (value, -1, self->now, &date) && !date.is_malformed)
    {
      *time = date.time;
      return TRUE;
    }

  quoted = rt_case_quote (value);
  rt_say_request (self, name, "condition-bad-date", RT_NOTE_WARNING, "RFC 9110, section 13.1.3",
                  _("The date of the condition you sent is malformed."),
                  _("%s is %s. A server has to pass over it then. The form is “Sun, 06 Nov 1994 "
                    "08:49:37 GMT”, best copied from Last-Modified."), name, quoted);

  return FALSE;
}

static Verdict
compare_dates (const RtCase *self,
               gint64        asked)
{
  RtHttpDate modified;

  if (!rt_case_get_date (self, "Last-Modified", &modified))
    return UNKNOWN;

  return modified.time <= asked ? SAME : CHANGED;
}

static void
say_not_modified (RtCase     *self,
                  const char *name,
                  Verdict     verdict)
{
  g_autofree char *value = rt_case_dup_request (self, name);
  g_autofree char *quoted = rt_case_quote (value);

  /* That nothing changed is said of the status. */
  if (verdict == CHANGED)
    rt_say_request (self, name, "condition-304-other", RT_NOTE_WARNING,
                    "RFC 9110, section 15.4.5",
                    _("304 says “unchanged”, but the validator is another one."),
                    _("You sent %s: %s, and what the response carries does not match it. A cache "
                      "cannot know which stored copy is meant."), name, quoted);
}

static void
say_full_answer (RtCase     *self,
                 const char *name,
                 Verdict     verdict)
{
  g_autofree char *value = rt_case_dup_request (self, name);
  g_autofree char *quoted = rt_case_quote (value);

  switch (verdict)
    {
    case SAME:
      rt_say_request (self, name, "condition-ignored", RT_NOTE_WARNING, "RFC 9110, section 13.1.2",
                      _("Nothing changed, and yet everything was sent again."),
                      _("You sent %s: %s, which still fits this response: 304 was due. The server, "
                        "or a box in front of it, passed over the condition."), name, quoted);
      break;
    case CHANGED:
      rt_say_request (self, name, "condition-changed", RT_NOTE_INFO, "RFC 9110, section 13.1.2",
                      _("It changed since, so the whole new content came."),
                      _("You sent %s: %s, and the validator of the response is another one now."),
                      name, quoted);
      break;
    case UNKNOWN:
    default:
      rt_say_request (self, name, "condition-unanswered", RT_NOTE_INFO, "RFC 9110, section 13.1.2",
                      _("The whole content came; whether it changed cannot be told."),
                      _("You sent %s: %s, but the response has no validator to compare it with. "
                        "The server probably does not answer such questions here."), name, quoted);
    }
}

/* If-None-Match and If-Modified-Since of GET and HEAD. */
static void
explain_reading (RtCase     *self,
                 const char *name,
                 Verdict     verdict)
{
  if (self->status == 304)
    say_not_modified (self, name, verdict);
  else if (self->status == 200)
    say_full_answer (self, name, verdict);
}

static void
explain_none_match (RtCase *self)
{
  g_autofree char *value = rt_case_dup_request (self, "If-None-Match");
  g_autoptr(GPtrArray) tags = read_tags (self, "If-None-Match");
  gboolean is_star = g_strcmp0 (value, "*") == 0;

  if (is_reading (self) && (tags != NULL || is_star))
    explain_reading (self, "If-None-Match", is_star ? SAME : compare_tags (self, tags, FALSE));
  else if (is_star && is_success (self))
    rt_say_request (self, "If-None-Match", "condition-created", RT_NOTE_GOOD,
                    "RFC 9110, section 13.1.2",
                    _("There was nothing before, as you demanded."),
                    _("You sent “If-None-Match: *”: write only when nothing is there yet. The "
                      "server did, so nothing was overwritten."));
}

static void
explain_modified_since (RtCase *self)
{
  gint64 asked;

  if (rt_case_find_request (self, "If-Modified-Since") < 0)
    return;

  if (!is_reading (self))
    rt_say_request (self, "If-Modified-Since", "condition-method", RT_NOTE_INFO,
                    "RFC 9110, section 13.1.3",
                    _("If-Modified-Since is for GET and HEAD only."),
                    _("With any other method the server has to pass over it. To write only if "
                      "nothing changed, If-Unmodified-Since or If-Match is meant."));
  else if (rt_case_find_request (self, "If-None-Match") >= 0)
    rt_say_request (self, "If-Modified-Since", "condition-date-unused", RT_NOTE_INFO,
                    "RFC 9110, section 13.1.3",
                    _("Beside If-None-Match, If-Modified-Since is not looked at."),
                    _("The entity tag is the more exact question. The date helps only servers "
                      "that do not know entity tags."));
  else if (read_date (self, "If-Modified-Since", &asked))
    explain_reading (self, "If-Modified-Since", compare_dates (self, asked));
}

static gboolean
has_weak (GPtrArray *tags)
{
  for (guint i = 0; tags != NULL && i < tags->len; i++)
    if (((RtEntityTag *) g_ptr_array_index (tags, i))->is_weak)
      return TRUE;

  return FALSE;
}

static void
explain_held (RtCase     *self,
              const char *name)
{
  if (is_success (self))
    rt_say_request (self, name, "condition-held", RT_NOTE_GOOD, "RFC 9110, section 13.1.1",
                    _("Your condition held, so the server did it."),
                    _("You sent %s: do it only if nothing changed since. Had somebody else "
                      "changed it, the answer would be 412."), name);
}

static void
explain_match (RtCase *self)
{
  g_autoptr(GPtrArray) tags = read_tags (self, "If-Match");

  if (rt_case_find_request (self, "If-Match") < 0)
    return;

  if (has_weak (tags))
    rt_say_request (self, "If-Match", "condition-weak-match", RT_NOTE_WARNING,
                    "RFC 9110, section 13.1.1", _("A weak tag in If-Match never matches."),
                    _("If-Match compares strongly: tags that begin with W/ are never the same, and "
                      "the answer is 412. A resource to be written this way needs strong tags."));
  if (is_reading (self) && is_success (self) && compare_tags (self, tags, TRUE) == CHANGED)
    rt_say_request (self, "If-Match", "condition-match-ignored", RT_NOTE_WARNING,
                    "RFC 9110, section 13.1.1", _("Your condition did not hold, and was passed "
                                                  "over."),
                    _("The ETag of the response is none of those in If-Match: 412 was due. A "
                      "server that passes over If-Match overwrites what others wrote."));
  else if (tags != NULL || self->status < 400)
    explain_held (self, "If-Match");
}

static void
explain_unmodified_since (RtCase *self)
{
  gint64 asked;

  if (rt_case_find_request (self, "If-Unmodified-Since") < 0)
    return;
  if (rt_case_find_request (self, "If-Match") >= 0)
    {
      rt_say_request (self, "If-Unmodified-Since", "condition-date-unused", RT_NOTE_INFO,
                      "RFC 9110, section 13.1.4",
                      _("Beside If-Match, If-Unmodified-Since is not looked at."),
                      _("The entity tag is the more exact question."));
      return;
    }
  if (read_date (self, "If-Unmodified-Since", &asked))
    explain_held (self, "If-Unmodified-Since");
}

void
rt_conditional_explain_conditions (RtCase *self)
{
  explain_none_match (self);
  explain_modified_since (self);
  explain_match (self);
  explain_unmodified_since (self);
}
