/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A number of JSON, which may be cut anywhere: from each of its parts on. */

#include "config.h"

#include "json-scan.h"

/* FALSE at something that is no digit, with @part when the text ends there. */
static gboolean
need_digit (RtJsonScanner        *self,
            const RtJsonScanText *in,
            RtJsonPart                  part,
            const char           *start,
            const char           *p,
            const char           *message)
{
  if (p < in->end && g_ascii_isdigit (*p))
    return TRUE;
  if (p < in->end || in->complete)
    rt_json_scan_fail (self, in, p, message);

  return rt_json_scan_suspend (self, in, part, start);
}

static const char *
suspend (RtJsonScanner        *self,
         const RtJsonScanText *in,
         RtJsonPart                  part,
         const char           *start,
         const char           *p)
{
  rt_json_scan_suspend (self, in, part, start);

  return p;
}

const char *
rt_json_scan_number (RtJsonScanner        *self,
                     const RtJsonScanText *in,
                     RtJsonPart                  part,
                     const char           *start,
                     const char           *p)
{
  switch (part)
    {
    case RT_JSON_PART_MINUS:
      if (!need_digit (self, in, RT_JSON_PART_MINUS, start, p,
                       N_("a digit must follow the minus sign")))
        return p;
      if (*p != '0')
        goto integer;
      p++;
      G_GNUC_FALLTHROUGH;
    case RT_JSON_PART_ZERO:
      if (p == in->end)
        return suspend (self, in, RT_JSON_PART_ZERO, start, p);
      if (g_ascii_isdigit (*p))
        {
          suspend (self, in, RT_JSON_PART_ZERO, start, p);
          rt_json_scan_fail (self, in, p, N_("a number starts with 0"));
          return p;
        }
      goto point;
    case RT_JSON_PART_INTEGER:
    integer:
      p = rt_json_skip_digits (p, in->end);
      if (p == in->end)
        return suspend (self, in, RT_JSON_PART_INTEGER, start, p);
    point:
      if (*p != '.')
        goto e;
      p++;
      G_GNUC_FALLTHROUGH;
    case RT_JSON_PART_POINT:
      if (!need_digit (self, in, RT_JSON_PART_POINT, start, p,
                       N_("a digit must follow the decimal point")))
        return p;
      G_GNUC_FALLTHROUGH;
    case RT_JSON_PART_FRACTION:
      p = rt_json_skip_digits (p, in->end);
      if (p == in->end)
        return suspend (self, in, RT_JSON_PART_FRACTION, start, p);
    e:
      if (*p != 'e' && *p != 'E')
        return p;
      p++;
      G_GNUC_FALLTHROUGH;
    case RT_JSON_PART_E:
      if (p == in->end && !in->complete)
        return suspend (self, in, RT_JSON_PART_E, start, p);
      if (p < in->end && (*p == '+' || *p == '-'))
        p++;
      G_GNUC_FALLTHROUGH;
    case RT_JSON_PART_SIGN:
      if (!need_digit (self, in, RT_JSON_PART_SIGN, start, p,
                       N_("a digit must follow the exponent sign")))
        return p;
      G_GNUC_FALLTHROUGH;
    case RT_JSON_PART_EXPONENT:
      p = rt_json_skip_digits (p, in->end);
      return p < in->end ? p : suspend (self, in, RT_JSON_PART_EXPONENT, start, p);
    case RT_JSON_PART_NONE:
    case RT_JSON_PART_STRING:
    default:
      g_return_val_if_reached (p);
    }
}
