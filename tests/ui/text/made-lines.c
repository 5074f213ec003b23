/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "made-lines.h"

#include <string.h>

#define MANY_LENGTH 40

struct _RtMadeLines
{
  RtLines    parent_instance;

  GPtrArray *given;   /* of GBytes, or NULL */
  char      *pattern; /* of one long line, or NULL */
  guint64    n;       /* lines, or bytes of the long one; atomic */
  guint64    read;
  double     share;
  int        open; /* atomic */
};

G_DEFINE_FINAL_TYPE (RtMadeLines, rt_made_lines, RT_TYPE_LINES)

/* The test makes it grow while a thread goes through the lines. */
static guint64
get_n (RtMadeLines *self)
{
  return __atomic_load_n (&self->n, __ATOMIC_SEQ_CST);
}

static guint64
rt_made_lines_get_n_lines (RtLines *lines)
{
  RtMadeLines *self = RT_MADE_LINES (lines);

  if (self->given != NULL)
    return self->given->len;

  return self->pattern != NULL ? 1 : get_n (self);
}

static guint64
rt_made_lines_get_length (RtLines *lines,
                          guint64  line)
{
  RtMadeLines *self = RT_MADE_LINES (lines);

  if (line >= rt_made_lines_get_n_lines (lines))
    return 0;
  if (self->given != NULL)
    return g_bytes_get_size (g_ptr_array_index (self->given, line));

  return self->pattern != NULL ? get_n (self) : MANY_LENGTH;
}

static void
rt_made_lines_read (RtLines *lines,
                    guint64  line,
                    guint64  from,
                    gsize    length,
                    GString *out)
{
  RtMadeLines *self = RT_MADE_LINES (lines);
  guint64 size = rt_made_lines_get_length (lines, line);

  if (from >= size)
    return;
  length = MIN (length, size - from);
  __atomic_add_fetch (&self->read, length, __ATOMIC_RELAXED);
  if (self->given != NULL)
    {
      const char *text = g_bytes_get_data (g_ptr_array_index (self->given, line), NULL);

      g_string_append_len (out, text + from, length);
    }
  else if (self->pattern != NULL)
    for (gsize n = strlen (self->pattern), i = 0; i < length; i++)
      g_string_append_c (out, self->pattern[(from + i) % n]);
  else
    {
      char text[64];

      g_snprintf (text, sizeof text, "line %010" G_GUINT64_FORMAT " abcdefghijklmnopqrstuvwxyz",
                  line);
      g_string_append_len (out, text + from, length);
    }
}

static gsize
rt_made_lines_read_block (RtLines *lines,
                          guint64  line,
                          gsize    max_length,
                          GString *out)
{
  gsize before = out->len;
  gsize n = 0;

  for (; line + n < rt_made_lines_get_n_lines (lines); n++)
    {
      guint64 length = rt_made_lines_get_length (lines, line + n);

      if ((n == 0 && length > max_length) || (n > 0 && out->len - before >= max_length) ||
          length > 64 * 1024 * 1024)
        break;
      rt_made_lines_read (lines, line + n, 0, length, out);
      g_string_append_c (out, '\n');
    }

  return n;
}

static guint64
rt_made_lines_get_longest (RtLines *lines)
{
  guint64 longest = 0;

  if (RT_MADE_LINES (lines)->given == NULL)
    return rt_made_lines_get_length (lines, 0);
  for (guint64 i = 0; i < rt_made_lines_get_n_lines (lines); i++)
    longest = MAX (longest, rt_made_lines_get_length (lines, i));

  return longest;
}

static gboolean
rt_made_lines_is_complete (RtLines *lines)
{
  return !g_atomic_int_get (&RT_MADE_LINES (lines)->open);
}

static double
rt_made_lines_get_share (RtLines *lines)
{
  return RT_MADE_LINES (lines)->share;
}

static void
rt_made_lines_finalize (GObject *object)
{
  RtMadeLines *self = RT_MADE_LINES (object);

  g_clear_pointer (&self->given, g_ptr_array_unref);
  g_clear_pointer (&self->pattern, g_free);

  G_OBJECT_CLASS (rt_made_lines_parent_class)->finalize (object);
}

static void
rt_made_lines_class_init (RtMadeLinesClass *klass)
{
  RtLinesClass *lines_class = RT_LINES_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rt_made_lines_finalize;
  lines_class->get_n_lines = rt_made_lines_get_n_lines;
  lines_class->get_length = rt_made_lines_get_length;
  lines_class->read = rt_made_lines_read;
  lines_class->read_block = rt_made_lines_read_block;
  lines_class->get_longest = rt_made_lines_get_longest;
  lines_class->is_complete = rt_made_lines_is_complete;
  lines_class->get_share = rt_made_lines_get_share;
}

static void
rt_made_lines_init (RtMadeLines *self)
{
  self->share = 1;
}

RtLines *
rt_made_lines_new_text (const char *text,
                        gssize      length)
{
  RtMadeLines *self = g_object_new (RT_TYPE_MADE_LINES, NULL);
  const char *end = text + (length < 0 ? (gssize) strlen (text) : length);

  self->given = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  while (text < end)
    {
      const char *stop = memchr (text, '\n', end - text);

      if (stop == NULL)
        stop = end;
      g_ptr_array_add (self->given, g_bytes_new (text, stop - text));
      text = stop + 1;
    }

  return RT_LINES (self);
}

RtLines *
rt_made_lines_new_many (guint64 n)
{
  RtMadeLines *self = g_object_new (RT_TYPE_MADE_LINES, NULL);

  self->n = n;

  return RT_LINES (self);
}

RtLines *
rt_made_lines_new_long (const char *pattern,
                        guint64     length)
{
  RtMadeLines *self = g_object_new (RT_TYPE_MADE_LINES, NULL);

  self->pattern = g_strdup (pattern);
  self->n = length;

  return RT_LINES (self);
}

void
rt_made_lines_set_share (RtMadeLines *self,
                         double       share)
{
  self->share = share;
}

void
rt_made_lines_grow (RtMadeLines *self,
                    guint64      n)
{
  __atomic_store_n (&self->n, n, __ATOMIC_SEQ_CST);
  rt_lines_emit_changed (RT_LINES (self));
}

void
rt_made_lines_set_open (RtMadeLines *self,
                        gboolean     open)
{
  g_atomic_int_set (&self->open, open);
  rt_lines_emit_changed (RT_LINES (self));
}

guint64
rt_made_lines_take_read (RtMadeLines *self)
{
  return __atomic_exchange_n (&self->read, 0, __ATOMIC_RELAXED);
}
