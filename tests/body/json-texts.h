/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* JSON for the tests of what reads it: made at random, cut anywhere, and the
 * files of the public suite. */

#pragma once

#include "decoded-text.h"

#include <string.h>

static inline RtDecodedText *
json_text_new (void)
{
  return rt_decoded_text_new (rt_charset_detect (NULL, (const guint8 *) "a", 1));
}

/* A buffer of the exact size, for whoever reads beyond it. */
static inline void
json_text_extend (RtDecodedText *text,
                  const char    *bytes,
                  gsize          length,
                  gboolean       complete)
{
  g_autoptr (GBytes) exact = g_bytes_new_take (length > 0 ? g_memdup2 (bytes, length) : NULL,
                                               length);

  rt_decoded_text_extend (text, exact, complete);
}

static inline void
json_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static inline void
json_random_space (GString *out)
{
  static const char * const spaces[] = { "", "", "", " ", "\n", "\t\r\n  " };

  g_string_append (out, spaces[g_test_rand_int_range (0, G_N_ELEMENTS (spaces))]);
  if (g_test_rand_int_range (0, 400) == 0)
    for (int i = 0; i < 6000; i++)
      g_string_append_c (out, ' ');
}

static inline void
json_random_string (GString *out)
{
  static const char * const parts[] = { "a", "key", "\\n", "\\\"", "\\u00e9", "\303\251", "[{,:",
                                        "a longer plain part", "\\\\", "/" };
  int n = g_test_rand_int_range (0, 5);

  g_string_append_c (out, '"');
  if (g_test_rand_int_range (0, 300) == 0)
    n = 2000;
  for (int i = 0; i < n; i++)
    g_string_append (out, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
  g_string_append_c (out, '"');
}

static inline void
json_random_value (GString *out,
                   int      depth)
{
  static const char * const scalars[] = { "0", "-1", "1.50", "1e400", "18446744073709551616",
                                          "true", "false", "null", "-0", "2E-3" };
  int kind = g_test_rand_int_range (0, depth > 0 ? 8 : 4);
  int n = kind < 4 ? 0 : g_test_rand_int_range (0, 7);

  if (kind < 2)
    g_string_append (out, scalars[g_test_rand_int_range (0, G_N_ELEMENTS (scalars))]);
  else if (kind < 4)
    json_random_string (out);
  if (kind < 4)
    return;
  g_string_append_c (out, kind < 6 ? '[' : '{');
  for (int i = 0; i < n; i++)
    {
      json_random_space (out);
      if (kind >= 6)
        {
          json_random_string (out);
          json_random_space (out);
          g_string_append_c (out, ':');
          json_random_space (out);
        }
      json_random_value (out, depth - 1);
      json_random_space (out);
      if (i + 1 < n)
        g_string_append_c (out, ',');
    }
  json_random_space (out);
  g_string_append_c (out, kind < 6 ? ']' : '}');
}

static inline GString *
json_random (int depth)
{
  GString *out = g_string_new (NULL);

  json_random_space (out);
  json_random_value (out, depth);
  json_random_space (out);

  return out;
}

/* The files of JSONTestSuite whose names begin with @prefix; NULL when it is
 * not here. */
static inline GPtrArray *
json_suite (char prefix)
{
  g_autofree char *folder = g_build_filename (g_test_get_dir (G_TEST_DIST), "..", "..", "shared",
                                              "suites", "json", "JSONTestSuite", NULL);
  g_autofree char *nested = g_build_filename (folder, "test_parsing", NULL);
  const char *where = g_file_test (nested, G_FILE_TEST_IS_DIR) ? nested : folder;
  g_autoptr (GDir) dir = g_dir_open (where, 0, NULL);
  GPtrArray *files;
  const char *name;

  if (dir == NULL)
    return NULL;
  files = g_ptr_array_new_with_free_func (g_free);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (name[0] == prefix && name[1] == '_' && g_str_has_suffix (name, ".json"))
      g_ptr_array_add (files, g_build_filename (where, name, NULL));

  return files;
}
