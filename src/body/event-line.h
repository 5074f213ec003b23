/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The end of a line of an event stream: LF, CR or both. Only event-stream.c and
 * server-event.c include it.
 */

#pragma once

#include <glib.h>
#include <string.h>

/* The first CR or LF from @p on, or @end. In windows that grow, so that neither
 * is looked for far beyond the other. */
static inline const char *
rt_event_line_end (const char *p,
                   const char *end)
{
  gsize window = 64;

  while (p < end)
    {
      gsize n = MIN (window, (gsize) (end - p));
      const char *lf = memchr (p, '\n', n);
      const char *cr = memchr (p, '\r', lf != NULL ? (gsize) (lf - p) : n);

      if (cr != NULL || lf != NULL)
        return cr != NULL ? cr : lf;
      p += n;
      window *= 2;
    }

  return end;
}

/* The value of a line whose name is @name_length bytes long: behind a colon and
 * one space. */
static inline const char *
rt_event_line_value (const char *line,
                     gsize       name_length,
                     const char *end)
{
  const char *p = line + name_length;

  if (p < end)
    p++;
  if (p < end && *p == ' ')
    p++;

  return p;
}
