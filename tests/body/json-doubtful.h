/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The files of JSONTestSuite of which RFC 8259 lets the reader decide, and what
 * is decided here. Numbers are kept by their letters, so that none is too large.
 * Half a surrogate pair as an escape is taken (section 8.2) and shown as U+FFFD
 * when decoded. Bytes that are not UTF-8 are a flaw (section 8.1), shown at
 * their place. The scanner takes nothing but UTF-8 without a mark; the charset
 * of a body is found out before, so that UTF-16 and a byte order mark are read.
 */

#pragma once

#include <glib.h>

static const struct
{
  const char *name;
  int         sent;    /* offset of the flaw in the bytes themselves, -1: none */
  int         decoded; /* in their text, as a body */
} json_doubtful[] = {
  { "number_double_huge_neg_exp", -1, -1 },
  { "number_huge_exp", -1, -1 },
  { "number_neg_int_huge_exp", -1, -1 },
  { "number_pos_double_huge_exp", -1, -1 },
  { "number_real_neg_overflow", -1, -1 },
  { "number_real_pos_overflow", -1, -1 },
  { "number_real_underflow", -1, -1 },
  { "number_too_big_neg_int", -1, -1 },
  { "number_too_big_pos_int", -1, -1 },
  { "number_very_big_negative_int", -1, -1 },
  { "object_key_lone_2nd_surrogate", -1, -1 },
  { "string_1st_surrogate_but_2nd_missing", -1, -1 },
  { "string_1st_valid_surrogate_2nd_invalid", -1, -1 },
  { "string_UTF-16LE_with_BOM", 0, -1 },
  { "string_UTF-8_invalid_sequence", 7, 7 },
  { "string_UTF8_surrogate_U+D800", 2, 2 },
  { "string_incomplete_surrogate_and_escape_valid", -1, -1 },
  { "string_incomplete_surrogate_pair", -1, -1 },
  { "string_incomplete_surrogates_escape_valid", -1, -1 },
  { "string_invalid_lonely_surrogate", -1, -1 },
  { "string_invalid_surrogate", -1, -1 },
  { "string_invalid_utf-8", 2, 2 },
  { "string_inverted_surrogates_U+1D11E", -1, -1 },
  { "string_iso_latin_1", 2, 2 },
  { "string_lone_second_surrogate", -1, -1 },
  { "string_lone_utf8_continuation_byte", 2, 2 },
  { "string_not_in_unicode_range", 2, 2 },
  { "string_overlong_sequence_2_bytes", 2, 2 },
  { "string_overlong_sequence_6_bytes", 2, 2 },
  { "string_overlong_sequence_6_bytes_null", 2, 2 },
  { "string_truncated-utf-8", 2, 2 },
  { "string_utf16BE_no_BOM", 0, -1 },
  { "string_utf16LE_no_BOM", 1, -1 },
  { "structure_500_nested_arrays", -1, -1 },
  { "structure_UTF-8_BOM_empty_object", 0, -1 },
};

/* The row of the file i_NAME.json at @path. */
static inline gsize
json_doubtful_find (const char *path)
{
  g_autofree char *file = g_path_get_basename (path);

  for (gsize i = 0; i < G_N_ELEMENTS (json_doubtful); i++)
    {
      g_autofree char *name = g_strdup_printf ("i_%s.json", json_doubtful[i].name);

      if (g_str_equal (name, file))
        return i;
    }
  g_error ("%s is not in the table", file);
}
