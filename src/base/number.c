/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "number.h"

gboolean
rt_number_read (const char *text,
                guint       base,
                guint64     min,
                guint64     max,
                guint64    *number)
{
  guint64 value = 0;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (base == 10 || base == 16, FALSE);

  if (*text == '\0')
    return FALSE;

  for (; *text != '\0'; text++)
    {
      int digit = base == 16 ? g_ascii_xdigit_value (*text) : g_ascii_digit_value (*text);

      if (digit < 0 ||
          !g_uint64_checked_mul (&value, value, base) ||
          !g_uint64_checked_add (&value, value, digit))
        return FALSE;
    }

  if (value < min || value > max)
    return FALSE;

  if (number != NULL)
    *number = value;
  return TRUE;
}
