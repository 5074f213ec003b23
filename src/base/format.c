/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the words for sizes, durations and rates, so that the same number reads
 * the same in every pane.
 */

#include "config.h"

#include "format.h"

#include <glib/gi18n-lib.h>

char *
rt_format_size (guint64 bytes)
{
  g_autofree char *size = g_format_size (bytes);
  g_auto (GStrv) parts = g_strsplit (size, "\302\240", -1);

  /* GLib puts a no-break space before the unit: what is copied from here and
   * searched for by hand must not differ by a byte that nobody sees. */
  return g_strjoinv (" ", parts);
}

char *
rt_format_bytes (guint64 bytes)
{
  g_autofree char *count = rt_format_count (bytes);

  /* Translators: %s is a number, such as 1,234 */
  return g_strdup_printf (ngettext ("%s byte", "%s bytes", (gulong) bytes), count);
}

static char *
format_minutes (gint64 seconds)
{
  int minutes = (int) MIN (seconds / 60, G_MAXINT);

  if (minutes >= 60)
    /* Translators: a duration, such as "1 h 20 min" */
    return g_strdup_printf (_("%d h %d min"), minutes / 60, minutes % 60);

  /* Translators: a duration, such as "2 min 5 s" */
  return g_strdup_printf (_("%d min %d s"), minutes, (int) (seconds % 60));
}

char *
rt_format_duration (gint64 microseconds)
{
  g_return_val_if_fail (microseconds >= 0, g_strdup (""));

  if (microseconds == 0)
    return g_strdup (_("0 ms"));
  if (microseconds < 50)
    return g_strdup (_("under 0.1 ms"));
  /* Each bound is where rounding would reach the next unit or digit. */
  if (microseconds < 9950)
    return g_strdup_printf (_("%.1f ms"), microseconds / 1e3);
  if (microseconds < 999500)
    return g_strdup_printf (_("%.0f ms"), microseconds / 1e3);
  if (microseconds < 9995000)
    return g_strdup_printf (_("%.2f s"), microseconds / 1e6);
  if (microseconds < 59950000)
    return g_strdup_printf (_("%.1f s"), microseconds / 1e6);

  return format_minutes ((microseconds + G_USEC_PER_SEC / 2) / G_USEC_PER_SEC);
}

char *
rt_format_rate (guint64 bytes,
                gint64  microseconds)
{
  g_autofree char *size = NULL;

  if (microseconds <= 0)
    return g_strdup ("");

  size = rt_format_size ((guint64) ((double) bytes * G_USEC_PER_SEC / microseconds + 0.5));

  /* Translators: a size in a second, such as "3.4 MB/s" */
  return g_strdup_printf (_("%s/s"), size);
}

char *
rt_format_count (guint64 count)
{
  return g_strdup_printf ("%'" G_GUINT64_FORMAT, count);
}
