/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Puts the units of a slice together and keeps where each of them stands. */

#include "config.h"

#include "slice.h"

#include "unit.h"

#include <string.h>

static void
add_unit (RtSlice    *self,
          gsize       byte,
          guint       cell,
          RtUnitKind  kind)
{
  RtUnit unit = { byte, self->drawn->len, cell, kind };

  g_array_append_val (self->units, unit);
}

static guint
tab_cells (guint64 cell)
{
  return RT_SLICE_TAB - cell % RT_SLICE_TAB;
}

static guint
append_look (RtSlice          *self,
             const RtUnitLook *look,
             const char       *text,
             guint64           cell)
{
  guint n = look->cells;

  if (look->named)
    g_string_append (self->drawn, look->name);
  else if (look->kind != RT_UNIT_TAB)
    g_string_append_len (self->drawn, text, look->bytes);
  else
    {
      n = tab_cells (cell);
      g_string_append_printf (self->drawn, "%*s", (int) n, "");
    }

  return n;
}

RtSlice *
rt_slice_new (const char   *text,
              gsize         length,
              gsize         limit,
              guint64       cell,
              guint         max_cells,
              RtSliceFlags  flags)
{
  RtSlice *self = g_new (RtSlice, 1);
  gunichar before = 0;
  guint cells = 0;
  gsize i = 0;

  limit = MIN (limit, length);
  self->drawn = g_string_sized_new (limit + 1);
  self->units = g_array_sized_new (FALSE, FALSE, sizeof (RtUnit), limit + 1);
  while (i < limit && cells < max_cells)
    {
      RtUnitLook look;

      rt_unit_read (text + i, length - i, before, flags, &look);
      add_unit (self, i, cells, look.kind);
      cells += append_look (self, &look, text + i, cell + cells);
      before = look.c;
      i += look.bytes;
    }
  add_unit (self, i, cells, RT_UNIT_PLAIN);

  return self;
}

void
rt_slice_free (RtSlice *self)
{
  if (self == NULL)
    return;
  g_string_free (self->drawn, TRUE);
  g_array_unref (self->units);
  g_free (self);
}

static const RtUnit *
get_unit (const RtSlice *self,
          guint          index)
{
  return &g_array_index (self->units, RtUnit, index);
}

gsize
rt_slice_get_bytes (const RtSlice *self)
{
  return get_unit (self, self->units->len - 1)->byte;
}

guint
rt_slice_get_cells (const RtSlice *self)
{
  return get_unit (self, self->units->len - 1)->cell;
}

const RtUnit *
rt_slice_find (const RtSlice *self,
               gsize          byte)
{
  guint low = 0, high = self->units->len;

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (get_unit (self, middle)->byte <= byte)
        low = middle;
      else
        high = middle;
    }

  return get_unit (self, low);
}

gsize
rt_slice_to_drawn (const RtSlice *self,
                   gsize          byte)
{
  return rt_slice_find (self, byte)->drawn;
}

gsize
rt_slice_to_byte (const RtSlice *self,
                  gsize          drawn)
{
  guint low = 0, high = self->units->len;

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (get_unit (self, middle)->drawn <= drawn)
        low = middle;
      else
        high = middle;
    }

  return get_unit (self, low)->byte;
}

static gboolean
is_blank (const RtUnitLook *look)
{
  if (look->kind == RT_UNIT_TAB || look->kind == RT_UNIT_SPACE)
    return look->c != 0xa0 && look->c != 0x202f;
  if (look->c < 0x80)
    return look->kind == RT_UNIT_PLAIN && look->c != 0 && strchr (" ,;:&?|>}])-/", look->c) != NULL;

  return look->kind == RT_UNIT_PLAIN && g_unichar_iswide (look->c);
}

gsize
rt_slice_step (RtSliceWalk  *walk,
               const char   *text,
               gsize         length,
               RtSliceFlags  flags)
{
  RtUnitLook look;

  rt_unit_read (text, length, walk->before, flags, &look);
  walk->cell += look.kind == RT_UNIT_TAB && !look.named ? tab_cells (walk->cell) : look.cells;
  walk->before = look.c;
  walk->blank = is_blank (&look);

  return look.bytes;
}

gsize
rt_slice_align (const char *text,
                gsize       length,
                gsize       byte)
{
  gsize start = MIN (byte, length);

  for (gsize i = start; i > 0 && start - i < 3 && i < length; i--)
    {
      if (((guchar) text[i] & 0xc0) != 0x80)
        return start;
      if (((guchar) text[i - 1] & 0xc0) == 0xc0)
        {
          gunichar c = g_utf8_get_char_validated (text + i - 1, length - (i - 1));
          gboolean whole = c != (gunichar) -1 && c != (gunichar) -2;

          return whole && i - 1 + g_utf8_skip[(guchar) text[i - 1]] > start ? i - 1 : start;
        }
    }

  return start;
}

gboolean
rt_slice_is_simple (const char *text,
                    gsize       length)
{
  guchar odd = 0;

  /* Without a branch, so that the compiler makes many bytes of it at once. */
  for (gsize i = 0; i < length; i++)
    {
      guchar byte = text[i];

      odd |= (guchar) (byte - 0x20) >= 0x5f;
    }

  return odd == 0;
}
