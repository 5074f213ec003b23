/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtNote: a value with getters, and the words for its levels. */

#include "config.h"

#include "note.h"

#include <stdio.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "sentence.h"

struct _RtNote
{
  GObject       parent_instance;

  char         *id;
  RtNoteLevel   level;
  RtNoteSubject subject;
  int           field;
  char         *section;
  char         *section_url;
  char         *sentence;
  char         *detail;
};

G_DEFINE_FINAL_TYPE (RtNote, rt_note, G_TYPE_OBJECT)

static char *
shorten (const char *sentence)
{
  g_autofree char *start = NULL;
  guint max = rt_sentence_get_max ();

  if (g_utf8_strlen (sentence, -1) <= max)
    return g_strdup (sentence);

  start = g_utf8_substring (sentence, 0, max - 1);

  return g_strconcat (g_strchomp (start), "…", NULL);
}

/* Documents that are no RFC, by how their name begins. */
static const struct { const char *start; const char *url; } documents[] = {
  { "CHIPS draft",
    "https://datatracker.ietf.org/doc/html/draft-cutler-httpbis-partitioned-cookies" },
  { "CSP", "https://www.w3.org/TR/CSP3/" },
  { "Clear Site Data", "https://www.w3.org/TR/clear-site-data/" },
  { "Edge Architecture", "https://www.w3.org/TR/edge-arch/" },
  { "Fetch", "https://fetch.spec.whatwg.org/" },
  { "HTML standard", "https://html.spec.whatwg.org/multipage/" },
  { "Network Error Logging", "https://www.w3.org/TR/network-error-logging/" },
  { "P3P", "https://www.w3.org/TR/P3P/" },
  { "Permissions Policy", "https://www.w3.org/TR/permissions-policy-1/" },
  { "RFC 6265bis", "https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis" },
  { "Referrer Policy", "https://www.w3.org/TR/referrer-policy/" },
  { "Reporting API", "https://www.w3.org/TR/reporting-1/" },
  { "Server Timing", "https://www.w3.org/TR/server-timing/" },
};

/* "RFC 9110, section 15.5.6" -> its place at rfc-editor.org. */
static char *
link_to (const char *section)
{
  guint number = 0;
  char place[16] = "";

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    if (g_str_has_prefix (section, documents[i].start))
      return g_strdup (documents[i].url);
  if (g_str_has_prefix (section, "draft-"))
    return g_strconcat ("https://datatracker.ietf.org/doc/html/", section, NULL);
  if (sscanf (section, "RFC %5u, section %15[0-9A-Z.]", &number, place) < 1)
    return g_strdup ("");
  if (*place == '\0')
    return g_strdup_printf ("https://www.rfc-editor.org/rfc/rfc%u.html", number);

  return g_strdup_printf ("https://www.rfc-editor.org/rfc/rfc%u.html#%s-%s", number,
                          g_ascii_isdigit (*place) ? "section" : "appendix", place);
}

static void
rt_note_finalize (GObject *object)
{
  RtNote *self = RT_NOTE (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->section, g_free);
  g_clear_pointer (&self->section_url, g_free);
  g_clear_pointer (&self->sentence, g_free);
  g_clear_pointer (&self->detail, g_free);

  G_OBJECT_CLASS (rt_note_parent_class)->finalize (object);
}

static void
rt_note_class_init (RtNoteClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rt_note_finalize;
}

static void
rt_note_init (RtNote *self)
{
}

RtNote *
rt_note_new (const char    *id,
             RtNoteLevel    level,
             RtNoteSubject  subject,
             guint          field,
             const char    *section,
             const char    *sentence,
             const char    *detail)
{
  gboolean on_field = subject == RT_NOTE_ON_FIELD || subject == RT_NOTE_ON_REQUEST_FIELD;
  RtNote *self;

  g_return_val_if_fail (id != NULL && section != NULL, NULL);
  g_return_val_if_fail (sentence != NULL && detail != NULL, NULL);

  self = g_object_new (RT_TYPE_NOTE, NULL);
  self->id = g_strdup (id);
  self->level = level;
  self->subject = subject;
  self->field = on_field ? (int) field : -1;
  self->section = g_strdup (section);
  self->section_url = link_to (section);
  self->sentence = shorten (sentence);
  self->detail = g_strdup (detail);

  return self;
}

const char *
rt_note_get_id (RtNote *self)
{
  g_return_val_if_fail (RT_IS_NOTE (self), NULL);

  return self->id;
}

RtNoteLevel
rt_note_get_level (RtNote *self)
{
  g_return_val_if_fail (RT_IS_NOTE (self), RT_NOTE_INFO);

  return self->level;
}

const char *
rt_note_level_to_id (RtNoteLevel level)
{
  switch (level)
    {
    case RT_NOTE_GOOD:
      return "good";
    case RT_NOTE_INFO:
      return "info";
    case RT_NOTE_WARNING:
      return "warning";
    case RT_NOTE_FAULT:
      return "fault";
    default:
      g_return_val_if_reached ("info");
    }
}

const char *
rt_note_level_to_words (RtNoteLevel level)
{
  switch (level)
    {
    case RT_NOTE_GOOD:
      return _("Good");
    case RT_NOTE_INFO:
      return _("Information");
    case RT_NOTE_WARNING:
      return _("Warning");
    case RT_NOTE_FAULT:
      return _("Fault");
    default:
      g_return_val_if_reached ("");
    }
}

RtNoteSubject
rt_note_get_subject (RtNote *self)
{
  g_return_val_if_fail (RT_IS_NOTE (self), RT_NOTE_ON_STATUS);

  return self->subject;
}

const char *
rt_note_subject_to_id (RtNoteSubject subject)
{
  switch (subject)
    {
    case RT_NOTE_ON_STATUS:
      return "status";
    case RT_NOTE_ON_FIELD:
      return "field";
    case RT_NOTE_ON_REQUEST_FIELD:
      return "request-field";
    case RT_NOTE_ON_REQUEST:
      return "request";
    case RT_NOTE_ON_CONTENT:
      return "content";
    case RT_NOTE_ON_CONNECTION:
      return "connection";
    case RT_NOTE_ON_TRAIL:
      return "trail";
    default:
      g_return_val_if_reached ("status");
    }
}

int
rt_note_get_field (RtNote *self)
{
  g_return_val_if_fail (RT_IS_NOTE (self), -1);

  return self->field;
}

const char *
rt_note_get_section (RtNote *self)
{
  g_return_val_if_fail (RT_IS_NOTE (self), NULL);

  return self->section;
}

const char *
rt_note_get_section_url (RtNote *self)
{
  g_return_val_if_fail (RT_IS_NOTE (self), NULL);

  return self->section_url;
}

const char *
rt_note_get_sentence (RtNote *self)
{
  g_return_val_if_fail (RT_IS_NOTE (self), NULL);

  return self->sentence;
}

const char *
rt_note_get_detail (RtNote *self)
{
  g_return_val_if_fail (RT_IS_NOTE (self), NULL);

  return self->detail;
}
