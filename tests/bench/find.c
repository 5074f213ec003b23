/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Finds a text in a body that is open: its lines are known.
 *
 *   find FILE TEXT    prints the microseconds of the search, and the matches
 */

#include "finder.h"
#include "lines-wait.h"
#include "raw-lines.h"
#include "subject.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(RtDecodedText) text = NULL;
  g_autoptr(RtLines) lines = NULL;
  g_autoptr(RtFinder) finder = NULL;
  g_autoptr(GError) error = NULL;
  gint64 start, end;

  if (argc != 3)
    g_error ("usage: find FILE TEXT");

  bytes = subject_open (argv[1]);
  text = text_of (bytes);
  lines = rt_raw_lines_new (text);
  WAIT_UNTIL (rt_lines_is_complete (lines));

  start = g_get_monotonic_time ();
  finder = rt_finder_new (lines, argv[2], RT_FIND_CASE, &error);
  if (finder == NULL)
    g_error ("%s", error->message);
  WAIT_UNTIL (rt_finder_is_complete (finder));
  end = g_get_monotonic_time ();
  g_print ("%" G_GINT64_FORMAT " %" G_GUINT64_FORMAT "\n", end - start,
           rt_finder_get_n_matches (finder));

  return 0;
}
