/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The fields of one block of an event stream. */

#include "config.h"

#include "event-stream.h"

#include "event-line.h"
#include "text.h"

#include <string.h>

typedef struct
{
  GString       *type;
  GString       *data;
  GString       *comments;
  RtServerEvent *event;
} Reading;

void
rt_server_event_free (RtServerEvent *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->type, g_free);
  g_clear_pointer (&self->data, g_free);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->comments, g_free);
  g_free (self);
}

/* Digits only, or the line is passed over. */
static gint64
read_retry (const char *value,
            gsize       length)
{
  gint64 number = 0;

  if (length == 0)
    return -1;
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (value[i]))
        return -1;
      number = MIN (number, G_MAXINT64 / 20) * 10 + (value[i] - '0');
    }

  return number;
}

static gboolean
is_name (const char *name,
         gsize       length,
         const char *wanted)
{
  return length == strlen (wanted) && memcmp (name, wanted, length) == 0;
}

static void
read_comment (Reading    *r,
              const char *line,
              const char *end)
{
  if (r->comments == NULL)
    r->comments = g_string_new (NULL);
  else
    g_string_append_c (r->comments, '\n');
  line += line + 1 < end && line[1] == ' ' ? 2 : 1;
  g_string_append_len (r->comments, line, end - line);
}

static void
read_line (Reading    *r,
           const char *line,
           const char *end)
{
  const char *colon = memchr (line, ':', end - line);
  const char *value = colon != NULL ? colon + 1 : end;
  gsize n = (colon != NULL ? colon : end) - line;

  if (colon == line)
    {
      read_comment (r, line, end);
      return;
    }
  if (value < end && *value == ' ')
    value++;
  if (is_name (line, n, "data"))
    {
      if (r->event->has_data)
        g_string_append_c (r->data, '\n');
      r->event->has_data = TRUE;
      g_string_append_len (r->data, value, end - value);
    }
  else if (is_name (line, n, "event"))
    {
      g_string_truncate (r->type, 0);
      g_string_append_len (r->type, value, end - value);
    }
  else if (is_name (line, n, "retry"))
    {
      gint64 retry = read_retry (value, end - value);

      if (retry >= 0)
        r->event->retry = retry;
    }
  else if (is_name (line, n, "id"))
    r->event->has_id |= memchr (value, '\0', end - value) == NULL;
  else
    r->event->n_unknown++;
}

/* The id of the line that holds, which may be one of a block long before. */
static char *
read_id (const RtEventBlock *block,
         const guint8       *data)
{
  const char *all = (const char *) data;
  const char *end = all + block->start + block->length;
  const char *line;
  const char *line_end;

  if (block->id_line == 0)
    return g_strdup ("");
  line = all + block->id_line - 1;
  line_end = rt_event_line_end (line, end);
  line += 2;
  if (line < line_end)
    line++;
  if (line < line_end && *line == ' ')
    line++;

  return rt_text_from_wire (line, MIN (line_end - line, 4096));
}

RtServerEvent *
rt_event_block_read (const RtEventBlock *self,
                     const guint8       *data,
                     gsize               max_length)
{
  g_autoptr (GString) type = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  RtServerEvent *event = g_new0 (RtServerEvent, 1);
  Reading r = { type, text, NULL, event };
  const char *p;
  const char *end;

  g_return_val_if_fail (self != NULL && data != NULL, event);

  event->retry = -1;
  p = (const char *) data + self->start;
  end = p + (max_length > 0 ? MIN (max_length, self->length) : self->length);
  while (p < end)
    {
      const char *line_end = rt_event_line_end (p, end);

      if (line_end > p)
        read_line (&r, p, line_end);
      p = line_end + 1;
    }
  /* An event whose type is empty is a message. */
  event->type = type->len > 0 ? rt_text_from_wire (type->str, type->len) : g_strdup ("message");
  event->data = rt_text_make_valid (text->str, text->len);
  event->id = read_id (self, data);
  if (r.comments != NULL)
    {
      event->comments = rt_text_make_valid (r.comments->str, r.comments->len);
      g_string_free (r.comments, TRUE);
    }

  return event;
}
