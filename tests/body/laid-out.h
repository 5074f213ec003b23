/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Markup as the lines that its index makes of it. */

#pragma once

#include "markup-index.h"

/* All lines, laid out from the start with bytes that arrive @step at a time. */
static inline char *
laid_out (const char *text,
          gsize       length,
          gsize       step,
          gboolean    html)
{
  g_autoptr (RtMarkupIndex) index = rt_markup_index_new (html);
  GString *out = g_string_new (NULL);
  guint64 line = 0;
  guint64 n = 0;

  for (gsize at = MIN (step, length); at < length; at += step)
    {
      g_autofree char *exact = g_memdup2 (text, at);

      rt_markup_index_run (index, exact, at, FALSE);
      rt_markup_index_publish (index);
      g_assert_cmpuint (rt_markup_index_get_n_lines (index), >=, n);
      n = rt_markup_index_get_n_lines (index);
    }
  rt_markup_index_run (index, text, length, TRUE);
  rt_markup_index_publish (index);
  g_assert_true (rt_markup_index_is_finished (index));
  while (line < rt_markup_index_get_n_lines (index))
    {
      guint64 first;
      g_autoptr (GArray) lines = rt_markup_index_dup_block (index, text, line, &first);

      g_assert_cmpuint (line, ==, first);
      g_assert_cmpuint (lines->len, >, 0);
      for (guint i = 0; i < lines->len; i++)
        {
          const RtMarkupLine *l = &g_array_index (lines, RtMarkupLine, i);

          for (guint s = 0; s < 2 * l->indent; s++)
            g_string_append_c (out, ' ');
          g_string_append_len (out, text + l->start, l->end - l->start);
          g_string_append_c (out, '\n');
        }
      line += lines->len;
    }

  return g_string_free (out, FALSE);
}
