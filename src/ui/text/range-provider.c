/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A range as a source of text. */

#include "config.h"

#include "range-provider.h"

#include "line-range.h"
#include "text-provider.h"

typedef struct
{
  RtLines *lines;
  RtPlace  from;
  RtPlace  to;
} Range;

static gpointer
begin_reading (gpointer what)
{
  const Range *range = what;

  return rt_line_range_new (range->lines, &range->from, &range->to);
}

static gboolean
read_range (gpointer reading,
            GString *out)
{
  return rt_line_range_read (reading, out);
}

static void
end_reading (gpointer reading)
{
  rt_line_range_free (reading);
}

static void
range_free (gpointer what)
{
  g_clear_object (&((Range *) what)->lines);
  g_free (what);
}

GdkContentProvider *
rt_range_provider_new (RtLines       *lines,
                       const RtPlace *from,
                       const RtPlace *to,
                       guint64        max_bytes)
{
  static const RtTextSource source = { begin_reading, read_range, end_reading, range_free };
  Range *range;

  g_return_val_if_fail (RT_IS_LINES (lines), NULL);
  g_return_val_if_fail (from != NULL && to != NULL, NULL);

  range = g_new0 (Range, 1);
  range->lines = g_object_ref (lines);
  range->from = *from;
  range->to = *to;

  return rt_text_provider_new (&source, range, max_bytes);
}
