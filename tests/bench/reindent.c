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

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GString) pretty = NULL;
  RtJsonFlaw flaw;

  if (argc != 2)
    g_error ("usage: reindent FILE");

  bytes = subject_open (argv[1]);
  pretty = rt_json_pretty (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), FALSE, 0,
                           NULL, &flaw);
  if (pretty == NULL)
    g_error ("%s", flaw.message);

  return fwrite (pretty->str, 1, pretty->len, stdout) == pretty->len ? 0 : 1;
}
