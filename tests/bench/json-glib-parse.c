/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The peer of index.c: json-glib's tree of the same file.
 *
 *   json-glib-parse FILE    prints what index does
 */

#include <json-glib/json-glib.h>

#include "subject.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  g_autoptr(GError) error = NULL;
  gint64 before, start, end;

  if (argc != 2)
    g_error ("usage: json-glib-parse FILE");

  before = subject_memory ();
  start = g_get_monotonic_time ();
  if (!json_parser_load_from_mapped_file (parser, argv[1], &error))
    g_error ("%s", error->message);
  end = g_get_monotonic_time ();
  g_print ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", end - start,
           subject_memory () - before);

  return 0;
}
