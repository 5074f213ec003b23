/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Entity tags. */

#include "validator.h"

#include <string.h>

gboolean
rt_validator_is_strong_tag (const char *value)
{
  gsize length;

  g_return_val_if_fail (value != NULL, FALSE);

  length = strlen (value);
  if (length < 2 || value[0] != '"' || value[length - 1] != '"')
    return FALSE;
  for (gsize i = 1; i < length - 1; i++)
    if (value[i] < 0x21 || value[i] > 0x7e || value[i] == '"')
      return FALSE;

  return TRUE;
}

gboolean
rt_validator_is_tag (const char *value)
{
  g_return_val_if_fail (value != NULL, FALSE);

  return rt_validator_is_strong_tag (strncmp (value, "W/", 2) == 0 ? value + 2 : value);
}
