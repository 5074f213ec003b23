/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The flaw: its line and column are counted once, when it is found, however
 * long the text before it is.
 */

#include "config.h"

#include "json-flaw.h"

#include <string.h>

/* Bytes that begin a character; eight at a time, as one line may be all of a
 * large text. */
static gsize
count_characters (const char *text,
                  gsize       length)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  gsize n = length;
  gsize i = 0;

  for (; i + 8 <= length; i += 8)
    {
      guint64 x;

      memcpy (&x, text + i, 8);
      /* One bit for each byte of the form 10xxxxxx. */
      x = (x >> 7) & ~(x >> 6) & ones;
      n -= (x * ones) >> 56;
    }
  for (; i < length; i++)
    if (((guchar) text[i] & 0xc0) == 0x80)
      n--;

  return n;
}

void
rt_json_flaw_set (RtJsonFlaw *self,
                  const char *text,
                  gsize       offset,
                  const char *message)
{
  const char *end = text + offset;
  const char *line = text;
  const char *p;

  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL || offset == 0);
  g_return_if_fail (message != NULL);

  self->offset = offset;
  self->line = 1;
  for (p = text; p < end && (p = memchr (p, '\n', end - p)) != NULL; p++)
    {
      self->line++;
      line = p + 1;
    }
  self->column = 1 + count_characters (line, end - line);
  g_free (self->message);
  self->message = g_strdup (message);
}

void
rt_json_flaw_clear (RtJsonFlaw *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->message, g_free);
}
