/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A row ends after white space or punctuation where there is some near its end,
 * else between any two characters. What is drawn as one stays together.
 */

#include "config.h"

#include "wrap.h"

#include <string.h>

#define MAX_SLACK 16
/* Characters without a width must not make a row endless. */
#define MAX_BYTES_PER_CELL 16

guint
rt_wrap_get_slack (guint columns)
{
  return MIN (MAX_SLACK, columns / 4);
}

guint
rt_wrap_get_pitch (guint columns)
{
  return MAX (1, columns - rt_wrap_get_slack (columns));
}

#define JOINER 0x200d

/* Marks on the character before, and what a joiner or a colour of skin ties to it. */
static gboolean
may_part (const RtSliceWalk *walk,
          const char        *text,
          gsize              length,
          gsize              at)
{
  gunichar c;

  if (walk->before == JOINER)
    return FALSE;
  if (at >= length || (guchar) text[at] < 0x80)
    return TRUE;
  c = g_utf8_get_char_validated (text + at, length - at);

  return c == (gunichar) -1 || c == (gunichar) -2 ||
         !(g_unichar_iszerowidth (c) || (c >= 0x1f3fb && c <= 0x1f3ff));
}

/* What closes or goes on stays with what is before it. */
static gboolean
may_break (const RtSliceWalk *walk,
           const char        *text,
           gsize              length,
           gsize              at)
{
  return walk->blank && (at >= length || text[at] == '\0' ||
                         strchr (" ,;:.)]}>|&", text[at]) == NULL);
}

/* The bytes of the row at the start of @text. */
static gsize
measure_row (const char *text,
             gsize       length,
             guint       columns)
{
  gsize longest = (gsize) columns * MAX_BYTES_PER_CELL;
  guint64 near_cells = columns - rt_wrap_get_slack (columns);
  RtSliceWalk walk = { 0, };
  gsize good = 0;
  gsize fit = 0;
  gsize i = 0;

  while (i < length)
    {
      gsize n = rt_slice_step (&walk, text + i, length - i, 0);

      if (i > 0 && (walk.cell > columns || i + n > longest))
        return good > 0 ? good : fit > 0 ? fit : i;
      i += n;
      if (!may_part (&walk, text, length, i))
        continue;
      fit = i;
      if (walk.cell >= near_cells && may_break (&walk, text, length, i))
        good = i;
    }

  return i;
}

void
rt_wrap_break (const char *text,
               gsize       length,
               guint       columns,
               GArray     *starts)
{
  guint32 start = 0;

  columns = MAX (columns, 1);
  g_array_append_val (starts, start);
  for (;;)
    {
      gsize n = measure_row (text + start, length - start, columns);

      if (start + n >= length)
        return;
      start += n;
      g_array_append_val (starts, start);
    }
}

gsize
rt_wrap_choose (const char *text,
                gsize       length,
                gsize       target,
                guint       slack)
{
  gsize first = target > slack ? target - slack + 1 : 1;
  RtSliceWalk walk = { 0, };
  gsize good = 0;
  gsize fit = 0;

  target = rt_slice_align (text, length, target);
  for (gsize i = rt_slice_align (text, length, MIN (first, target)); i < target;)
    {
      i += rt_slice_step (&walk, text + i, length - i, RT_SLICE_COMPACT);
      if (i < first || i > target || !may_part (&walk, text, length, i))
        continue;
      fit = i;
      if (may_break (&walk, text, length, i))
        good = i;
    }

  return good > 0 ? good : fit > 0 ? fit : target;
}
