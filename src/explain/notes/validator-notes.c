/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The topic "conditional": the validators of a response, ETag and
 * Last-Modified (RFC 9110 section 8.8).
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "conditional-private.h"
#include "entity-tag.h"
#include "saying.h"
#include "span.h"
#include "topics.h"

#define TAG_SECTION "RFC 9110, section 8.8.3"
#define MODIFIED_SECTION "RFC 9110, section 8.8.2.1"

/* Seconds by which clocks may differ. */
#define TOLERANCE 60

static void
explain_trouble (RtCase            *self,
                 const RtEntityTag *tag,
                 const char        *quoted)
{
  switch (tag->trouble)
    {
    case RT_ENTITY_TAG_UNQUOTED:
      rt_say_response (self, "ETag", "validator-unquoted", RT_NOTE_WARNING, TAG_SECTION,
                       _("The ETag has no quotes."),
                       _("It is %s; the standard wants it in double quotes. Some clients and "
                         "caches drop such a tag, and asking again for changes then fails."),
                       quoted);
      break;
    case RT_ENTITY_TAG_SMALL_W:
      rt_say_response (self, "ETag", "validator-small-w", RT_NOTE_WARNING, TAG_SECTION,
                       _("The mark of a weak ETag must be a capital W."),
                       _("It is %s. “w/” in small is not known: the tag is malformed for whoever "
                         "reads by the standard."), quoted);
      break;
    case RT_ENTITY_TAG_MALFORMED:
      rt_say_response (self, "ETag", "validator-malformed", RT_NOTE_WARNING, TAG_SECTION,
                       _("The ETag is malformed."),
                       _("It is %s. It must be one text in double quotes, without spaces and "
                         "quotes inside, after W/ when it is weak."), quoted);
      break;
    case RT_ENTITY_TAG_GOOD:
    default:
      break;
    }
}

static void
explain_strength (RtCase            *self,
                  const RtEntityTag *tag,
                  const char        *quoted)
{
  if (tag->is_weak)
    rt_say_response (self, "ETag", "validator-weak", RT_NOTE_INFO, "RFC 9110, section 8.8.1",
                     _("The ETag is weak: the same meaning, maybe not the same bytes."),
                     _("%s begins with W/. It is good for asking whether something changed "
                       "(If-None-Match), but not for loading a part (Range), nor for writing "
                       "only if nothing changed (If-Match)."), quoted);
  else
    rt_say_response (self, "ETag", "validator-strong", RT_NOTE_INFO, "RFC 9110, section 8.8.1",
                     _("The ETag is strong: it stands for exactly these bytes."),
                     _("%s changes whenever a byte of the content changes. It can be used in "
                       "If-None-Match, If-Match and If-Range."), quoted);
}

static void
explain_tag (RtCase *self)
{
  static const char *const codings[] = { "-gzip", ";gzip", "--gzip", "-br", "-zstd", "-df" };
  g_autofree char *text = rt_case_dup_response (self, "ETag");
  g_autoptr(RtEntityTag) tag = NULL;
  g_autofree char *quoted = NULL;

  if (text == NULL)
    return;

  tag = rt_entity_tag_parse (text);
  quoted = rt_case_quote (text);
  explain_trouble (self, tag, quoted);
  if (tag->trouble == RT_ENTITY_TAG_GOOD && self->status != 304)
    explain_strength (self, tag, quoted);

  for (guint i = 0; i < G_N_ELEMENTS (codings); i++)
    if (tag->trouble == RT_ENTITY_TAG_GOOD && g_str_has_suffix (tag->opaque, codings[i]))
      {
        rt_say_response (self, "ETag", "validator-coding-suffix", RT_NOTE_INFO, TAG_SECTION,
                         _("The ETag names the compression."),
                         _("%s ends in “%s”: the compressed form has a tag of its own, as it "
                           "should. Some servers do not know it again when it is sent back, and "
                           "then never answer 304."), quoted, codings[i]);
        return;
      }
}

static void
explain_later (RtCase     *self,
               gint64      ahead,
               gboolean    by_date)
{
  g_autofree char *modified = rt_case_dup_response (self, "Last-Modified");
  g_autofree char *quoted = rt_case_quote (modified);
  g_autofree char *words = rt_span_words (ahead);

  rt_say_response (self, "Last-Modified", by_date ? "validator-after-date" : "validator-future",
                   RT_NOTE_WARNING, MODIFIED_SECTION,
                   by_date ? _("Last-Modified is later than Date.")
                           : _("Last-Modified lies in the future."),
                   _("%s is %s ahead. A server must not say that something changed after it was "
                     "sent. Until then, asking with If-Modified-Since gives wrong answers."),
                   quoted, words);
}

static void
explain_change (RtCase *self,
                gint64  modified,
                gint64  reference)
{
  g_autofree char *when = NULL;
  g_autofree char *local = NULL;
  g_autofree char *sentence = NULL;

  if (modified == reference)
    {
      rt_say_response (self, "Last-Modified", "validator-modified-now", RT_NOTE_INFO,
                       "RFC 9110, section 8.8.2.2",
                       _("Last-Modified is the moment of sending: it says little."),
                       _("It is the same as Date. Pages that a program makes often say so each "
                         "time; asking with If-Modified-Since then always finds a change."));
      return;
    }

  when = rt_span_from_now (modified, reference);
  local = rt_span_local (modified);
  /* Translators: an instant, such as "2 hours ago" */
  sentence = g_strdup_printf (_("The content last changed %s."), when);
  rt_say_response (self, "Last-Modified", "validator-modified", RT_NOTE_INFO,
                   "RFC 9110, section 8.8.2", sentence,
                   _("By Last-Modified that was %s in your time zone, reckoned at the moment of "
                     "sending."), local);
}

static void
explain_modified (RtCase *self)
{
  RtHttpDate modified, date;
  gboolean has_date;
  gint64 reference;

  if (!rt_case_get_date (self, "Last-Modified", &modified) || self->status == 304)
    return;

  has_date = rt_case_get_date (self, "Date", &date);
  reference = has_date ? date.time : rt_case_get_received (self);
  if (modified.time > reference + (has_date ? 0 : TOLERANCE))
    explain_later (self, modified.time - reference, has_date);
  else
    explain_change (self, modified.time, reference);
}

/* ETag and Last-Modified of the response. */
static void
explain_validators (RtCase *self)
{
  explain_tag (self);
  explain_modified (self);
}

void
rt_explain_conditional (RtCase *self)
{
  if (self->request != NULL)
    rt_conditional_explain_conditions (self);
  if (self->response != NULL)
    explain_validators (self);
}
