/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Lines as anybody would split them, slowly, to compare with; and texts. */

#pragma once

#include "decoded-text.h"
#include "raw-lines.h"

#include <string.h>

/* The lines of a whole text, as GBytes. */
static inline GPtrArray *
naive_lines (const char *text,
             gsize       length)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  gsize start = 0;

  for (gsize i = 0; i < length; i++)
    if (text[i] == '\n')
      {
        gsize end = i > start && text[i - 1] == '\r' ? i - 1 : i;

        g_ptr_array_add (lines, g_bytes_new (text + start, end - start));
        start = i + 1;
      }
  if (start < length)
    g_ptr_array_add (lines, g_bytes_new (text + start, length - start));

  return lines;
}

/* Few different characters, so that everything meets everything. */
static inline GString *
naive_random_text (const char *alphabet,
                   gsize       length)
{
  GString *text = g_string_sized_new (length);
  int n = strlen (alphabet);

  for (gsize i = 0; i < length; i++)
    g_string_append_c (text, alphabet[g_test_rand_int_range (0, n)]);

  return text;
}

static inline RtCharset *
naive_utf8 (void)
{
  return rt_charset_detect (NULL, (const guint8 *) "a", 1);
}

/* What the rest of the code sees of a text that is all there. */
static inline RtLines *
naive_raw_lines (const char *text,
                 gsize       length)
{
  g_autoptr (RtDecodedText) decoded = rt_decoded_text_new (naive_utf8 ());
  /* A buffer of the exact size, for whoever reads beyond it. */
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_memdup2 (text, length), length);
  RtLines *lines = rt_raw_lines_new (decoded);

  rt_decoded_text_extend (decoded, bytes, TRUE);
  while (!rt_lines_is_complete (lines))
    g_main_context_iteration (NULL, TRUE);

  return lines;
}

/* Lets go of what threads have left to the main context. */
static inline void
naive_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}
