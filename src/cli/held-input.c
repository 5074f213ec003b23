/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Copies a stream into a private file. */

#include "config.h"

#include "held-input.h"

#include <gio/gunixinputstream.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

char *
rt_held_input_save (int      fd,
                    GError **error)
{
  g_autoptr (GInputStream) input = g_unix_input_stream_new (fd, FALSE);
  g_autoptr (GOutputStream) output = NULL;
  g_autofree char *path = NULL;
  int file = g_file_open_tmp ("roundtrip-XXXXXX", &path, error);

  if (file < 0)
    return NULL;

  output = g_unix_output_stream_new (file, TRUE);
  if (g_output_stream_splice (output, input, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                              NULL, error) >= 0)
    return g_steal_pointer (&path);

  g_prefix_error (error, "%s ", _("Standard input could not be read:"));
  g_unlink (path);
  return NULL;
}
