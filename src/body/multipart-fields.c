/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The header fields of a part, read as they stand: names in any spelling,
 * folded lines, lines that are no fields.
 */

#include "config.h"

#include "multipart.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
field_free (gpointer data)
{
  RtPartField *field = data;

  g_clear_pointer (&field->name, g_free);
  g_clear_pointer (&field->value, g_free);
  g_free (field);
}

static void
trim (const char **start,
      const char **end)
{
  while (*start < *end && (**start == ' ' || **start == '\t'))
    (*start)++;
  while (*end > *start && ((*end)[-1] == ' ' || (*end)[-1] == '\t' || (*end)[-1] == '\r'))
    (*end)--;
}

static char *
dup_range (const char *start,
           const char *end)
{
  trim (&start, &end);

  return g_strndup (start, end - start);
}

/* A line that begins with white space goes on with the value before it. */
static void
unfold (GPtrArray  *fields,
        const char *start,
        const char *end)
{
  RtPartField *last = g_ptr_array_index (fields, fields->len - 1);
  g_autofree char *more = dup_range (start, end);
  g_autofree char *joined = g_strconcat (last->value, " ", more, NULL);

  g_free (last->value);
  last->value = g_steal_pointer (&joined);
}

static void
read_line (GPtrArray  *fields,
           const char *start,
           const char *end,
           guint64     offset)
{
  const char *colon = memchr (start, ':', end - start);
  RtPartField *field;

  if ((*start == ' ' || *start == '\t') && fields->len > 0)
    {
      unfold (fields, start, end);
      return;
    }
  field = g_new0 (RtPartField, 1);
  field->offset = offset;
  /* No field: all of it is shown as the name. */
  field->name = dup_range (start, colon != NULL ? colon : end);
  field->value = colon != NULL ? dup_range (colon + 1, end) : g_strdup ("");
  g_ptr_array_add (fields, field);
}

GPtrArray *
rt_part_read_fields (const RtPart *self,
                     const guint8 *data)
{
  GPtrArray *fields = g_ptr_array_new_with_free_func (field_free);
  const char *p;
  const char *end;

  g_return_val_if_fail (self != NULL, fields);
  g_return_val_if_fail (data != NULL || self->head_length == 0, fields);

  if (self->head_length == 0)
    return fields;
  p = (const char *) data + self->head_start;
  end = p + MIN (self->head_length, RT_MULTIPART_MAX_HEAD);
  while (p < end)
    {
      const char *line_end = memchr (p, '\n', end - p);

      if (line_end == NULL)
        line_end = end;
      if (line_end > p)
        read_line (fields, p, line_end, p - (const char *) data);
      p = line_end + 1;
    }

  return fields;
}

const char *
rt_part_find_field (GPtrArray  *fields,
                    const char *name)
{
  g_return_val_if_fail (fields != NULL && name != NULL, NULL);

  for (guint i = 0; i < fields->len; i++)
    {
      const RtPartField *field = g_ptr_array_index (fields, i);

      if (g_ascii_strcasecmp (field->name, name) == 0)
        return field->value;
    }

  return NULL;
}

char *
rt_part_fault_words (guint faults)
{
  const char *words[4] = { NULL };
  guint n = 0;

  if (faults & RT_PART_NO_HEAD_END)
    words[n++] = _("No empty line ends its header fields.");
  if (faults & RT_PART_UNFINISHED)
    words[n++] = _("The body ends inside this part.");

  return g_strjoinv (" ", (char **) words);
}
