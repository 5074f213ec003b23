/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Lays out JSON anew, as "jq . FILE" does.
 *
 *   reindent FILE    writes it to standard output
 */

#include <stdio.h>

#include "json-pretty.h"
#include "subject.h"

static void
write_piece (const char *piece,
             gsize       length,
             gpointer    data)
{
  gboolean *written = data;

  *written = *written && fwrite (piece, 1, length, stdout) == length;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GBytes) bytes = NULL;
  gboolean written = TRUE;
  RtJsonFlaw flaw;

  if (argc != 2)
    g_error ("usage: reindent FILE");

  bytes = subject_open (argv[1]);
  if (!rt_json_pretty_pieces (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), FALSE,
                              write_piece, &written, &flaw))
    g_error ("%s", flaw.message);

  return written && fflush (stdout) == 0 ? 0 : 1;
}
