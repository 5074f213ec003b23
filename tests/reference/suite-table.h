/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The public tables of registries, where they stand beside the project. */

#pragma once

#include <gio/gio.h>
#include <string.h>

/* The lines of the table after its heading, or NULL when the test was skipped
 * because it is not there. (transfer full) */
static inline char **
load_suite_table (const char *name)
{
  g_autofree char *path =
    g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "suites",
                           "registries", name, NULL);
  g_autofree char *text = NULL;
  char *start;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    {
      g_autofree char *reason = g_strdup_printf ("%s is not there", path);

      g_test_skip (reason);
      return NULL;
    }

  start = strchr (text, '\n');
  g_assert_nonnull (start);
  return g_strsplit (g_strchomp (start + 1), "\n", -1);
}
