/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Hexadecimal lines. Formatting only: which bytes are worth showing is the
 * view's business.
 */

#include "config.h"

#include "hex.h"

static void
append_byte (GString *out,
             guint8   byte)
{
  static const char digits[] = "0123456789abcdef";

  g_string_append_c (out, digits[byte >> 4]);
  g_string_append_c (out, digits[byte & 15]);
}

static void
append_line (GString      *out,
             const guint8 *data,
             gsize         length,
             guint64       offset)
{
  g_string_append_printf (out, "%08" G_GINT64_MODIFIER "x ", offset);
  for (gsize i = 0; i < RT_HEX_BYTES_PER_LINE; i++)
    {
      g_string_append (out, i == RT_HEX_BYTES_PER_LINE / 2 ? "  " : " ");
      if (i < length)
        append_byte (out, data[i]);
      else
        g_string_append (out, "  ");
    }
  g_string_append (out, "  |");
  for (gsize i = 0; i < length; i++)
    g_string_append_c (out, g_ascii_isprint (data[i]) ? (char) data[i] : '.');
  g_string_append (out, "|\n");
}

void
rt_hex_append (GString      *out,
               const guint8 *data,
               gsize         length,
               guint64       offset)
{
  g_return_if_fail (out != NULL);
  g_return_if_fail (data != NULL || length == 0);

  for (gsize i = 0; i < length; i += RT_HEX_BYTES_PER_LINE)
    append_line (out, data + i, MIN (length - i, RT_HEX_BYTES_PER_LINE), offset + i);
}
