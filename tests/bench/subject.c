/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "subject.h"

#include <string.h>

GBytes *
subject_open (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GMappedFile) file = g_mapped_file_new (path, FALSE, &error);

  if (file == NULL)
    g_error ("%s", error->message);

  return g_mapped_file_get_bytes (file);
}

gint64
subject_memory (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL) ||
      (line = strstr (status, "\nRssAnon:")) == NULL)
    g_error ("/proc does not tell");

  return g_ascii_strtoll (line + strlen ("\nRssAnon:"), NULL, 10) * 1024;
}
