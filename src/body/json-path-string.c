/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Strings of JSONPath (RFC 9535 section 2.3.1), in quotes of either kind. */

#include "config.h"

#include "json-path-read.h"

#include <string.h>

static gboolean
read_unit (RtPathReader *r,
           gunichar     *unit)
{
  *unit = 0;
  for (int i = 0; i < 4; i++, r->p++)
    {
      if (!g_ascii_isxdigit (*r->p))
        return rt_path_fail (r, _("\\u is not followed by four hexadecimal digits"));
      *unit = *unit * 16 + g_ascii_xdigit_value (*r->p);
    }

  return TRUE;
}

/* After "\u". */
static gboolean
read_unicode (RtPathReader *r,
              GString      *out)
{
  gunichar c, low;

  if (!read_unit (r, &c))
    return FALSE;
  if (c >= 0xd800 && c < 0xdc00)
    {
      if (!rt_path_skip (r, "\\u"))
        return rt_path_fail (r, _("the other half of a surrogate pair is missing"));
      if (!read_unit (r, &low))
        return FALSE;
      if (low < 0xdc00 || low > 0xdfff)
        return rt_path_fail (r, _("the other half of a surrogate pair is missing"));
      c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
    }
  else if (c >= 0xdc00 && c < 0xe000)
    return rt_path_fail (r, _("the other half of a surrogate pair is missing"));
  if (c == 0)
    g_string_append_c (out, '\0');
  else
    g_string_append_unichar (out, c);

  return TRUE;
}

static gboolean
read_escape (RtPathReader *r,
             char          quote,
             GString      *out)
{
  static const char from[] = "bfnrt/\\";
  static const char to[] = "\b\f\n\r\t/\\";
  const char *found;

  r->p++;
  if (rt_path_skip (r, "u"))
    return read_unicode (r, out);
  if (*r->p == quote)
    g_string_append_c (out, quote);
  else if (*r->p != '\0' && (found = strchr (from, *r->p)) != NULL)
    g_string_append_c (out, to[found - from]);
  else
    return rt_path_fail (r, _("there is no such escape in a string"));
  r->p++;

  return TRUE;
}

/* At a quote of either kind. */
GString *
rt_path_read_string (RtPathReader *r)
{
  g_autoptr (GString) out = g_string_new (NULL);
  char quote = *r->p++;

  while (*r->p != quote)
    {
      if (*r->p == '\0')
        {
          rt_path_fail (r, _("the expression ends inside a string"));
          return NULL;
        }
      if ((guchar) *r->p < ' ')
        {
          rt_path_fail (r, _("a control character stands in a string unescaped"));
          return NULL;
        }
      if (*r->p != '\\')
        g_string_append_c (out, *r->p++);
      else if (!read_escape (r, quote, out))
        return NULL;
    }
  r->p++;

  return g_steal_pointer (&out);
}
