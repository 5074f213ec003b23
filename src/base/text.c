/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the two ways in which bytes become text for the screen. Never drops a
 * byte in silence, and never guesses a character encoding.
 */

#include "text.h"

#include <string.h>

/* Appends what the screen shows for one character that would not stay on its
 * line or would not be seen. */
static void
append_escaped (GString    *out,
                const char *bytes,
                gsize       length)
{
  for (gsize i = 0; i < length; i++)
    if (bytes[i] == '\r')
      g_string_append (out, "\\r");
    else if (bytes[i] == '\n')
      g_string_append (out, "\\n");
    else
      g_string_append_printf (out, "\\x%02X", (guchar) bytes[i]);
}

/* Control characters (C0 but TAB, DEL, C1), the two separators of Unicode that
 * text layout takes for line ends, and what turns the direction of the text after
 * it, so that "exe.txt" is seen where "txt.exe" came. */
static gboolean
needs_escape (gunichar c)
{
  if (c < 0x20)
    return c != '\t';

  return (c >= 0x7f && c < 0xa0) || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static void
append_valid_line (GString    *out,
                   const char *from,
                   const char *to)
{
  const char *next;

  for (const char *at = from; at < to; at = next)
    {
      next = g_utf8_next_char (at);
      if (!needs_escape (g_utf8_get_char (at)))
        continue;

      g_string_append_len (out, from, at - from);
      append_escaped (out, at, next - at);
      from = next;
    }
  g_string_append_len (out, from, to - from);
}

char *
rt_text_from_wire (const char *bytes,
                   gssize      length)
{
  GString *out;
  const char *end;

  g_return_val_if_fail (bytes != NULL || length == 0, NULL);

  if (length == 0)
    return g_strdup ("");

  end = bytes + (length < 0 ? strlen (bytes) : (gsize) length);
  out = g_string_sized_new (end - bytes);
  while (bytes < end)
    {
      const char *invalid;

      g_utf8_validate_len (bytes, end - bytes, &invalid);
      append_valid_line (out, bytes, invalid);
      if (invalid < end)
        append_escaped (out, invalid++, 1);
      bytes = invalid;
    }

  return g_string_free (out, FALSE);
}

char *
rt_text_make_valid (const char *bytes,
                    gssize      length)
{
  GString *out;
  const char *end;

  g_return_val_if_fail (bytes != NULL || length == 0, NULL);

  if (length == 0)
    return g_strdup ("");

  end = bytes + (length < 0 ? strlen (bytes) : (gsize) length);
  out = g_string_sized_new (end - bytes);
  while (bytes < end)
    {
      const char *invalid;

      g_utf8_validate_len (bytes, end - bytes, &invalid);
      g_string_append_len (out, bytes, invalid - bytes);
      if (invalid < end)
        g_string_append_unichar (out, *invalid++ == '\0' ? 0x2400 : 0xfffd);
      bytes = invalid;
    }

  return g_string_free (out, FALSE);
}
