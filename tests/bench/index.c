/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Checks JSON and makes the index that its view needs.
 *
 *   index FILE    prints microseconds, and bytes of memory that it took
 */

#include "json-lines.h"
#include "lines-wait.h"
#include "subject.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(RtDecodedText) text = NULL;
  g_autoptr(RtLines) lines = NULL;
  gint64 before, start, end;

  if (argc != 2)
    g_error ("usage: index FILE");

  bytes = subject_open (argv[1]);
  before = subject_memory ();
  start = g_get_monotonic_time ();
  text = text_of (bytes);
  lines = rt_json_lines_new (text, FALSE);
  WAIT_UNTIL (rt_lines_is_complete (lines));
  end = g_get_monotonic_time ();
  if (rt_json_lines_get_flaw (RT_JSON_LINES (lines)) != NULL)
    g_error ("%s", rt_json_lines_get_flaw (RT_JSON_LINES (lines))->message);
  g_print ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", end - start,
           subject_memory () - before);

  return 0;
}
