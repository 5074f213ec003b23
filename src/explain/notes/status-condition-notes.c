/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* 300, and the answers to conditions: 304, 412 and 428 against the If-* fields of
 * the request (RFC 9110 section 13). */

#include "config.h"

#include "topics.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "link-list.h"
#include "saying.h"
#include "tell.h"

static const char *const cache_conditions[] = { "If-None-Match", "If-Modified-Since", NULL };
static const char *const guards[] = { "If-Match", "If-Unmodified-Since", "If-None-Match",
                                      "If-Modified-Since", "If", NULL };

/* The opaque part: for the weak comparison (RFC 9110 section 8.8.3.2). */
static const char *
skip_weak (const char *tag)
{
  return g_str_has_prefix (tag, "W/") ? tag + 2 : tag;
}

static gboolean
list_has_tag (const char *list,
              const char *tag)
{
  g_auto(GStrv) members = rt_list_split (list);

  for (guint i = 0; members[i] != NULL; i++)
    if (g_str_equal (members[i], "*")
        || g_str_equal (skip_weak (members[i]), skip_weak (tag)))
      return TRUE;

  return FALSE;
}

static void
explain_matched (RtCase     *self,
                 const char *condition)
{
  g_autofree char *sent = rt_case_dup_request (self, condition);
  g_autofree char *quoted = rt_case_quote (sent);
  g_autofree char *tag = rt_case_dup_response (self, "ETag");
  g_autofree char *tag_words = tag != NULL ? rt_case_quote (tag) : NULL;

  if (tag != NULL && g_str_equal (condition, "If-None-Match") && !list_has_tag (sent, tag))
    rt_say_response (self, "ETag", "status-304-other-tag", RT_NOTE_WARNING,
                     "RFC 9110, section 13.1.2",
                     _("304 says that nothing changed, and yet its ETag is another one."),
                     _("If-None-Match was %s, and ETag is %s. By these the copy is out of date, "
                       "so the whole should have come."), quoted, tag_words);
  else
    rt_case_tell (self, "status-304-matched", RT_NOTE_GOOD,
                  _("Your copy is still good: the condition of the request answered so."),
                  _("The request said %s: %s. The server compared this with what it has and saved "
                    "itself the content."), condition, quoted);
}

/* What a 304 should not repeat: it describes content that is not there. */
static void
explain_fields (RtCase *self)
{
  static const char *const names[] = { "Content-Encoding", "Content-Language", "Content-Range",
                                       "Content-Type" };
  g_autoptr(GPtrArray) found = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (rt_case_find_response (self, names[i]) >= 0)
      g_ptr_array_add (found, (gpointer) names[i]);
  if (found->len > 0)
    {
      g_autofree char *words = NULL;

      g_ptr_array_add (found, NULL);
      words = rt_case_quote_list ((char **) found->pdata);
      rt_case_tell (self, "status-304-fields", RT_NOTE_INFO,
                    _("This 304 repeats fields that describe content, which it does not have."),
                    _("They are %s. A 304 should carry only what guides a cache: Cache-Control, "
                      "Content-Location, Date, ETag, Expires and Vary. The rest is in the copy "
                      "already; some caches overwrite it with this."), words);
    }
}

static void
explain_not_modified (RtCase *self)
{
  const char *condition = rt_case_first_sent (self, cache_conditions);

  if (self->request == NULL)
    ; /* A response alone: what was asked is not known. */
  else if (!rt_case_is_method (self, "GET") && !rt_case_is_method (self, "HEAD"))
    rt_case_tell (self, "status-304-method", RT_NOTE_WARNING,
                  _("304 answers GET and HEAD only; for other methods it is 412."),
                  _("The method was %s. Whether it was carried out cannot be told from this "
                    "answer."),
                  self->method);
  else if (condition == NULL)
    rt_case_tell (self, "status-304-without-condition", RT_NOTE_WARNING,
                  _("304 says “use your copy”, and the request did not say it has one."),
                  _("There was neither If-None-Match nor If-Modified-Since, so nothing can be "
                    "shown for this answer. A cache on the way that passed on the answer to a "
                    "question of its own is the likeliest cause."));
  else
    explain_matched (self, condition);
  if (rt_case_has_content (self))
    rt_case_tell (self, "status-304-content", RT_NOTE_FAULT,
                  _("304 has no content, and yet bytes came after it."),
                  _("After the header section of a 304 nothing may follow. These bytes are read "
                    "as the start of the next response on the connection, which breaks it."));
  explain_fields (self);
}

/* Of the answer, which may have that of the resource as it is now. */
static char *
describe_tag (const RtCase *self)
{
  g_autofree char *tag = rt_case_quote_response (self, "ETag");

  /* Translators: after another sentence */
  return tag != NULL ? g_strdup_printf (_(" The ETag in this answer is %s."), tag) : g_strdup ("");
}

static void
explain_failed (RtCase *self)
{
  const char *condition = rt_case_first_sent (self, guards);
  g_autofree char *sent = condition != NULL ? rt_case_quote_request (self, condition) : NULL;
  g_autofree char *now = describe_tag (self);

  if (condition == NULL)
    rt_case_tell (self, "status-412-without-condition", RT_NOTE_WARNING,
                  _("A condition failed, and the request had set none."),
                  _("No field If-Match, If-None-Match, If-Unmodified-Since or If-Modified-Since "
                    "was sent. Some APIs use 412 for rules of their own; 400, 409 or 422 would "
                    "say that better."));
  else if (strcmp (condition, "If-None-Match") == 0)
    rt_case_tell (self, "status-412-exists", RT_NOTE_INFO,
                  _("Nothing was done: there already is what must not be there."),
                  _("If-None-Match was %s, so the server should go on only if the resource is "
                    "not one of these (* is any at all). It is, so it was kept from being "
                    "overwritten."),
                  sent);
  else
    rt_case_tell (self, "status-412-changed", RT_NOTE_INFO,
                  _("Nothing was done: the resource is not the one that you last saw."),
                  _("The request said %s: %s. It has changed since, or is gone; the condition has "
                    "saved the change of somebody else.%s\n\nGet it again, put your change into "
                    "the new version, and send that with its new tag."), condition, sent, now);
}

static void
explain_required (RtCase *self)
{
  const char *condition = rt_case_first_sent (self, guards);
  g_autofree char *sent = condition != NULL ? rt_case_quote_request (self, condition) : NULL;

  if (condition != NULL)
    rt_case_tell (self, "status-428-with-condition", RT_NOTE_INFO,
                  _("A condition is wanted, and the one that was sent does not do."),
                  _("The request said %s: %s. Most servers want If-Match with the tag of the "
                    "version that you changed."), condition, sent);
  else
    rt_case_tell (self, "status-428-add-condition", RT_NOTE_INFO,
                  _("This change is only taken with a condition, such as If-Match."),
                  _("Get the resource first and note its ETag, then send the %s with If-Match "
                    "and that tag. So nobody overwrites what somebody else has changed meanwhile."),
                  rt_case_peek_method (self));
}

static void
explain_choices (RtCase *self)
{
  g_autofree char *location = rt_case_quote_response (self, "Location");
  gboolean has_list = rt_case_find_response (self, "Link") >= 0
                      || rt_case_find_response (self, "Alternates") >= 0
                      || rt_case_has_content (self);

  if (location != NULL)
    rt_say_response (self, "Location", "status-300-preferred", RT_NOTE_INFO,
                     "RFC 9110, section 15.4.1",
                     _("There are several versions, and the server prefers one of them."),
                     _("Location names %s. A client may go there by itself, or offer the choice "
                       "that the content lists."), location);
  else if (has_list)
    rt_case_tell (self, "status-300-choose", RT_NOTE_INFO,
                  _("There are several versions: choose one from the list."),
                  _("The list stands in Link with rel=alternate, or in the content, in whatever "
                    "form the server has chosen for it."));
  else
    rt_case_tell (self, "status-300-without-choices", RT_NOTE_WARNING,
                  _("There are several versions, and none of them is named."),
                  _("Neither Location nor Link nor content says what can be chosen, so a client "
                    "cannot go on."));
}

void
rt_explain_condition_status (RtCase *self)
{
  if (self->status == 300)
    explain_choices (self);
  else if (self->status == 304)
    explain_not_modified (self);
  else if (self->status == 412 && self->request != NULL)
    explain_failed (self);
  else if (self->status == 428 && self->request != NULL)
    explain_required (self);
}
