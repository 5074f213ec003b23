/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Escapes of RFC 8259 section 7, undone. */

#include "config.h"

#include "json-string.h"

#include <string.h>

/* The four digits after "\u" at @p, or G_MAXUINT32 when it is something else. */
static gunichar
read_unit (const char *p,
           const char *end)
{
  gunichar unit = 0;

  if (end - p < 6 || p[0] != '\\' || p[1] != 'u')
    return G_MAXUINT32;
  for (int i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (p[i]))
        return G_MAXUINT32;
      unit = unit * 16 + g_ascii_xdigit_value (p[i]);
    }

  return unit;
}

static const char *
decode_unit (const char *p,
             const char *end,
             GString    *out)
{
  gunichar c = read_unit (p, end);
  gunichar low;

  if (c == G_MAXUINT32)
    return end;
  p += 6;
  if (c >= 0xd800 && c < 0xdc00)
    {
      low = read_unit (p, end);
      if (low >= 0xdc00 && low < 0xe000)
        {
          c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
          p += 6;
        }
    }
  if (c >= 0xd800 && c < 0xe000)
    c = 0xfffd;
  /* Not g_string_append_unichar(): it writes NUL as it is, but says nothing. */
  if (c == 0)
    g_string_append_c (out, '\0');
  else
    g_string_append_unichar (out, c);

  return p;
}

void
rt_json_string_decode (const char *text,
                       gsize       length,
                       GString    *out)
{
  rt_json_string_decode_some (text, length, length, out);
}

gsize
rt_json_string_decode_some (const char *text,
                            gsize       length,
                            gsize       max,
                            GString    *out)
{
  static const char from[] = "bfnrt";
  static const char to[] = "\b\f\n\r\t";
  const char *end = text + length;
  const char *stop = text + MIN (max, length);
  const char *p = text;

  while (p < stop)
    {
      const char *next = memchr (p, '\\', stop - p);
      const char *found;

      if (next == NULL)
        next = stop;
      g_string_append_len (out, p, next - p);
      p = next;
      if (p == stop)
        break;
      if (end - p < 2)
        return length;
      if (p[1] == 'u')
        {
          p = decode_unit (p, end, out);
          continue;
        }
      found = memchr (from, p[1], 5);
      g_string_append_c (out, found != NULL ? to[found - from] : p[1]);
      p += 2;
    }

  return p - text;
}

gsize
rt_json_string_cut (const char *text,
                    gsize       max)
{
  while (max > 0 && ((guchar) text[max] & 0xc0) == 0x80)
    max--;

  return max;
}
