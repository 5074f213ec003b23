/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The rows of a comparison as text. */

#pragma once

#include "compared-row.h"

/* "=label|left|right" of each row of @part. */
static inline char *
compared_rows_dup (GPtrArray      *rows,
                   RtComparedPart  part)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      RtComparedRow *row = g_ptr_array_index (rows, i);
      const char *left = rt_compared_row_get_left (row);
      const char *right = rt_compared_row_get_right (row);

      if (rt_compared_row_get_part (row) == part)
        g_string_append_printf (text, "%c%s|%s|%s\n", "=~<>"[rt_compared_row_get_result (row)],
                                rt_compared_row_get_label (row), left != NULL ? left : "-",
                                right != NULL ? right : "-");
    }

  return g_string_free (text, FALSE);
}
