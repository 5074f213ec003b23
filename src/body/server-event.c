/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The fields of one block. */

#include "config.h"

#include "server-event.h"

#include "event-line.h"
#include "text.h"

#include <string.h>

/* Bytes of a type or an id. */
#define MAX_NAME 4096

typedef struct
{
  GString       *data;
  GString       *comments;
  RtServerEvent *event;
  gboolean       has_line; /* of data */
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
              const char *value,
              const char *end)
{
  if (r->comments == NULL)
    r->comments = g_string_new (NULL);
  else
    g_string_append_c (r->comments, '\n');
  g_string_append_len (r->comments, value, end - value);
}

static void
read_line (Reading    *r,
           const char *line,
           const char *end)
{
  const char *colon = memchr (line, ':', end - line);
  gsize n = (colon != NULL ? colon : end) - line;
  const char *value = rt_event_line_value (line, n, end);

  if (colon == line)
    read_comment (r, value, end);
  else if (is_name (line, n, "data"))
    {
      if (r->has_line)
        g_string_append_c (r->data, '\n');
      r->has_line = TRUE;
      g_string_append_len (r->data, value, end - value);
    }
  else if (is_name (line, n, "retry"))
    {
      gint64 retry = read_retry (value, end - value);

      if (retry >= 0)
        r->event->retry = retry;
    }
  else if (!is_name (line, n, "event") && !is_name (line, n, "id"))
    r->event->n_unknown++;
}

/* The value of the line at a place of @block, which may be in a block before. */
static char *
read_place (const RtRecord *block,
            guint64         place,
            gsize           name_length,
            const guint8   *data)
{
  const char *line;
  const char *end;
  const char *value;

  if (place == 0)
    return g_strdup ("");
  line = (const char *) data + place - 1;
  end = line + MIN (block->end - (place - 1), name_length + 2 + MAX_NAME);
  end = rt_event_line_end (line, end);
  value = rt_event_line_value (line, name_length, end);

  return rt_text_from_wire (value, end - value);
}

char *
rt_server_event_dup_type (const RtRecord *block,
                          const guint8   *data)
{
  char *type;

  g_return_val_if_fail (block != NULL && data != NULL, NULL);

  type = read_place (block, block->places[RT_EVENT_TYPE_LINE], strlen ("event"), data);
  if (*type != '\0')
    return type;
  g_free (type);

  /* An event whose type is empty is a message. */
  return g_strdup ("message");
}

RtServerEvent *
rt_server_event_read (const RtRecord *block,
                      const guint8   *data,
                      gsize           max_length)
{
  g_autoptr (GString) text = g_string_new (NULL);
  RtServerEvent *event = g_new0 (RtServerEvent, 1);
  Reading r = { text, NULL, event, FALSE };
  const char *p;
  const char *end;

  g_return_val_if_fail (block != NULL && data != NULL, event);

  event->retry = -1;
  p = (const char *) data + block->start;
  end = p + (max_length > 0 ? MIN (max_length, block->end - block->start)
                            : block->end - block->start);
  while (p < end)
    {
      const char *line_end = rt_event_line_end (p, end);

      if (line_end > p)
        read_line (&r, p, line_end);
      p = line_end + 1;
    }
  event->type = rt_server_event_dup_type (block, data);
  event->data = rt_text_make_valid (text->str, text->len);
  event->id = read_place (block, block->places[RT_EVENT_ID_LINE], strlen ("id"), data);
  event->has_data = (block->flags & RT_EVENT_HAS_DATA) != 0;
  event->has_id = block->places[RT_EVENT_ID_LINE] > block->start;
  if (r.comments != NULL)
    {
      event->comments = rt_text_make_valid (r.comments->str, r.comments->len);
      g_string_free (r.comments, TRUE);
    }

  return event;
}
