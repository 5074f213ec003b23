/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One thing explained. Immutable; texts translated; values from outside stand
 * in it as text for the screen, never as markup.
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  RT_NOTE_GOOD,
  RT_NOTE_INFO,
  RT_NOTE_WARNING,
  RT_NOTE_FAULT,
} RtNoteLevel;

/* What a note is about. */
typedef enum
{
  RT_NOTE_ON_STATUS,
  RT_NOTE_ON_FIELD,         /* of the response, by its position in the head */
  RT_NOTE_ON_REQUEST_FIELD, /* of the request, by its position */
  RT_NOTE_ON_REQUEST,
  RT_NOTE_ON_CONTENT,
  RT_NOTE_ON_CONNECTION,
  RT_NOTE_ON_TRAIL,
} RtNoteSubject;

#define RT_TYPE_NOTE (rt_note_get_type ())
G_DECLARE_FINAL_TYPE (RtNote, rt_note, RT, NOTE, GObject)

/**
 * rt_note_new:
 * @id: stable, kebab-case: "status-405-without-allow"
 * @field: position of the field when @subject is one; otherwise ignored
 * @section: "RFC 9110, section 15.5.6"; "" when there is none
 * @sentence: at most rt_sentence_get_max() characters; cut with an ellipsis when
 *   a value makes it longer
 * @detail: at most three short paragraphs, values quoted
 */
RtNote       *rt_note_new             (const char    *id,
                                       RtNoteLevel    level,
                                       RtNoteSubject  subject,
                                       guint          field,
                                       const char    *section,
                                       const char    *sentence,
                                       const char    *detail);
const char   *rt_note_get_id          (RtNote        *self);
RtNoteLevel   rt_note_get_level       (RtNote        *self);
/** "good", "info", "warning", "fault": for HAR and style classes. */
const char   *rt_note_level_to_id     (RtNoteLevel    level);
/** "Good", "Information", "Warning", "Fault", translated. */
const char   *rt_note_level_to_words  (RtNoteLevel    level);
RtNoteSubject rt_note_get_subject     (RtNote        *self);
/** "status", "field", "request-field", "request", "content", "connection", "trail". */
const char   *rt_note_subject_to_id   (RtNoteSubject  subject);
/** Position of the field, -1 when it is not about one. */
int           rt_note_get_field       (RtNote        *self);
const char   *rt_note_get_section     (RtNote        *self);
/** Link to the section at rfc-editor.org or a standard's home; "" when none. */
const char   *rt_note_get_section_url (RtNote        *self);
const char   *rt_note_get_sentence    (RtNote        *self);
const char   *rt_note_get_detail      (RtNote        *self);

G_END_DECLS
