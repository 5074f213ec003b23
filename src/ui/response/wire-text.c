/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Exact bytes as tagged text. */

#include "config.h"

#include "wire-text.h"

#include "format.h"
#include "status-look.h"

#include <glib/gi18n-lib.h>

#define TAG_ALL "all"
#define TAG_HEADING "heading"
#define TAG_NOTE "note"
#define TAG_END "line-end"
#define TAG_ESCAPE "escape"
#define TAG_MARK "mark"

/* Bytes of one line after which it is broken for the screen. */
#define MAX_LINE 2048

void
rt_wire_text_prepare (GtkTextBuffer *buffer)
{
  g_return_if_fail (GTK_IS_TEXT_BUFFER (buffer));

  /* A hyphen drawn at the end of a line was not sent. */
  gtk_text_buffer_create_tag (buffer, TAG_ALL, "insert-hyphens", FALSE, NULL);
  gtk_text_buffer_create_tag (buffer, TAG_HEADING, "weight", PANGO_WEIGHT_BOLD,
                              "family", "sans", "pixels-above-lines", 10,
                              "pixels-below-lines", 2, NULL);
  gtk_text_buffer_create_tag (buffer, TAG_NOTE, "style", PANGO_STYLE_ITALIC,
                              "family", "sans", "wrap-mode", GTK_WRAP_WORD, NULL);
  gtk_text_buffer_create_tag (buffer, TAG_END, NULL);
  gtk_text_buffer_create_tag (buffer, TAG_ESCAPE, "weight", PANGO_WEIGHT_BOLD, NULL);
  gtk_text_buffer_create_tag (buffer, TAG_MARK, "weight", PANGO_WEIGHT_BOLD, NULL);
  rt_wire_text_set_dark (buffer, FALSE);
}

static void
set_color (GtkTextBuffer *buffer,
           const char    *tag,
           RtStatusClass  status_class,
           gboolean       dark)
{
  const RtStatusLook *look = rt_status_look_for_class (status_class);
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (buffer);

  g_object_set (gtk_text_tag_table_lookup (table, tag), "foreground",
                dark ? look->dark : look->light, NULL);
}

void
rt_wire_text_set_dark (GtkTextBuffer *buffer,
                       gboolean       dark)
{
  g_return_if_fail (GTK_IS_TEXT_BUFFER (buffer));

  set_color (buffer, TAG_END, RT_CLASS_NONE, dark);
  set_color (buffer, TAG_NOTE, RT_CLASS_NONE, dark);
  set_color (buffer, TAG_ESCAPE, RT_CLASS_SERVER_ERROR, dark);
  set_color (buffer, TAG_MARK, RT_CLASS_CLIENT_ERROR, dark);
}

/* GTK's accessibility of a text buffer takes what is inserted for a text that
 * ends in NUL (GTK 4.8), which a piece of a head does not. */
static void
insert (GtkTextBuffer *buffer,
        const char    *text,
        gssize         length,
        const char    *tag)
{
  g_autofree char *terminated = length < 0 ? g_strdup (text) : g_strndup (text, length);
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_insert_with_tags_by_name (buffer, &end, terminated, -1, TAG_ALL, tag, NULL);
}

void
rt_wire_text_heading (GtkTextBuffer *buffer,
                      const char    *text)
{
  g_return_if_fail (GTK_IS_TEXT_BUFFER (buffer));

  insert (buffer, text, -1, TAG_HEADING);
  insert (buffer, "\n", 1, NULL);
}

void
rt_wire_text_note (GtkTextBuffer *buffer,
                   const char    *text)
{
  g_return_if_fail (GTK_IS_TEXT_BUFFER (buffer));

  insert (buffer, text, -1, TAG_NOTE);
  insert (buffer, "\n", 1, NULL);
}

void
rt_wire_text_line (GtkTextBuffer *buffer,
                   const char    *text,
                   gboolean       mark)
{
  g_return_if_fail (GTK_IS_TEXT_BUFFER (buffer));

  if (mark)
    insert (buffer, "≠ ", -1, TAG_MARK);
  else
    insert (buffer, "  ", -1, NULL);
  insert (buffer, text, -1, mark ? TAG_MARK : NULL);
  insert (buffer, "\n", 1, NULL);
}

static gboolean
is_plain (guint8 c)
{
  return c >= 0x20 && c < 0x7f;
}

/* A run of bytes that are no visible ASCII, as escapes; one insert a run. */
static gsize
insert_escapes (GtkTextBuffer *buffer,
                const guint8  *data,
                gsize          length)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gsize i;

  for (i = 0; i < length && i < MAX_LINE && !is_plain (data[i]); i++)
    {
      if (data[i] == '\n' || (data[i] == '\r' && i + 1 < length && data[i + 1] == '\n'))
        break;
      g_string_append_printf (text, "\\x%02X", data[i]);
    }
  insert (buffer, text->str, text->len, TAG_ESCAPE);

  return i;
}

static gsize
insert_some (GtkTextBuffer *buffer,
             const guint8  *data,
             gsize          length)
{
  gsize i = 0;

  if (data[0] == '\n')
    {
      insert (buffer, " LF\n", -1, TAG_ESCAPE);
      return 1;
    }
  if (length > 1 && data[0] == '\r' && data[1] == '\n')
    {
      insert (buffer, " CR LF\n", -1, TAG_END);
      return 2;
    }
  if (!is_plain (data[0]))
    return insert_escapes (buffer, data, length);
  while (i < length && i < MAX_LINE && is_plain (data[i]))
    i++;
  insert (buffer, (const char *) data, i, NULL);
  if (i == MAX_LINE)
    insert (buffer, " …\n", -1, TAG_END);

  return i;
}

void
rt_wire_text_bytes (GtkTextBuffer *buffer,
                    GBytes        *bytes)
{
  gsize length;
  const guint8 *data;
  gsize shown;

  g_return_if_fail (GTK_IS_TEXT_BUFFER (buffer));
  g_return_if_fail (bytes != NULL);

  data = g_bytes_get_data (bytes, &length);
  shown = MIN (length, RT_WIRE_TEXT_MAX);
  for (gsize i = 0; i < shown;)
    i += insert_some (buffer, data + i, shown - i);
  if (shown > 0 && data[shown - 1] != '\n')
    insert (buffer, "\n", 1, NULL);
  if (shown < length)
    {
      g_autofree char *size = rt_format_size (length - shown);
      g_autofree char *note = g_strdup_printf (_("… and %s more"), size);

      rt_wire_text_note (buffer, note);
    }
}
