/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is not plain in a string of JSON: escapes, and characters of more than
 * one byte. Always whole ones: where the text ends within one it waits.
 */

#include "config.h"

#include "json-scan.h"

#include <string.h>

/* At a byte from 0x80 on. Returns the length of the character, 0 when it is
 * none (RFC 3629 section 4), -1 when the text ends within it. */
static int
check_character (const char *text,
                 gsize       left)
{
  const guchar *p = (const guchar *) text;
  int length = *p >= 0xf0 ? 4 : *p >= 0xe0 ? 3 : 2;
  guchar low = *p == 0xe0 ? 0xa0 : *p == 0xf0 ? 0x90 : 0x80;
  guchar high = *p == 0xed ? 0x9f : *p == 0xf4 ? 0x8f : 0xbf;

  if (*p < 0xc2 || *p > 0xf4)
    return 0;
  for (int i = 1; i < length; i++)
    {
      if ((gsize) i >= left)
        return -1;
      if (p[i] < low || p[i] > high)
        return 0;
      low = 0x80;
      high = 0xbf;
    }

  return length;
}

/* At a backslash. Returns the length of the escape, 0 after a flaw, -1 when
 * the text ends within it. */
static int
check_escape (RtJsonScanner        *self,
              const RtJsonScanText *in,
              const char           *backslash)
{
  const char *p = backslash + 1;
  gsize left = in->end - p;

  if (left == 0)
    {
      if (in->complete)
        rt_json_scan_fail (self, in, p, N_("the text ends inside a string"));
      return -1;
    }
  if (*p != 'u')
    {
      if (strchr ("\"\\/bfnrt", *p) != NULL && *p != '\0')
        return 2;
      rt_json_scan_fail (self, in, p, N_("there is no such escape in a string"));
      return 0;
    }
  for (gsize i = 1; i <= 4; i++)
    {
      if (i >= left && !in->complete)
        return -1;
      if (i >= left || !g_ascii_isxdigit (p[i]))
        {
          rt_json_scan_fail (self, in, p, N_("\\u is not followed by four hexadecimal digits"));
          return 0;
        }
    }

  return 6;
}

int
rt_json_scan_special (RtJsonScanner        *self,
                      const RtJsonScanText *in,
                      const char           *p)
{
  guchar c = *p;
  int length;

  if (c == '\\')
    return check_escape (self, in, p);
  if (c < ' ')
    {
      rt_json_scan_fail (self, in, p, N_("a control character stands in a string unescaped"));
      return 0;
    }
  length = check_character (p, in->end - p);
  if (length == 0 || (length < 0 && in->complete))
    {
      rt_json_scan_fail (self, in, p, N_("bytes that are not UTF-8 stand in a string"));
      return 0;
    }

  return length;
}
