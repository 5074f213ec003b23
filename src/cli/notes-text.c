/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Lays out notes: the level as a word and a colour, never the colour alone. */

#include "config.h"

#include "notes-text.h"

#include "terminal.h"

static RtStatusClass
class_for (RtNoteLevel level)
{
  switch (level)
    {
    case RT_NOTE_GOOD:
      return RT_CLASS_SUCCESS;
    case RT_NOTE_WARNING:
      return RT_CLASS_CLIENT_ERROR;
    case RT_NOTE_FAULT:
      return RT_CLASS_SERVER_ERROR;
    case RT_NOTE_INFO:
    default:
      return RT_CLASS_REDIRECTION;
    }
}

static void
append (GString  *text,
        RtNote   *note,
        guint     width,
        gboolean  colour,
        gboolean  details)
{
  RtNoteLevel level = rt_note_get_level (note);
  g_autofree char *word = rt_terminal_paint (rt_note_level_to_words (level), class_for (level),
                                             colour);
  g_autofree char *detail = NULL;

  g_string_append_printf (text, "%s: %s\n", word, rt_note_get_sentence (note));
  if (!details)
    return;

  detail = rt_terminal_wrap (rt_note_get_detail (note), width, 4);
  g_string_append (text, detail);
  if (*rt_note_get_section (note) != '\0')
    g_string_append_printf (text, "    (%s)\n", rt_note_get_section (note));
}

char *
rt_notes_text (GPtrArray *notes,
               guint      width,
               gboolean   colour,
               gboolean   details)
{
  GString *text;

  g_return_val_if_fail (notes != NULL, NULL);

  text = g_string_new (NULL);
  for (guint i = 0; i < notes->len; i++)
    append (text, g_ptr_array_index (notes, i), width, colour, details);

  return g_string_free (text, FALSE);
}
