/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the words for spans of time and for instants relative to now. */

#include "config.h"

#include "span.h"

#include <glib/gi18n-lib.h>

#define MINUTE G_GINT64_CONSTANT (60)
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)
#define YEAR (365 * DAY)

/* Units that a span is told in, largest first. */
static const gint64 units[] = { YEAR, DAY, HOUR, MINUTE, 1 };

static char *
count (gint64 n,
       gint64 unit)
{
  gulong number = (gulong) MIN (n, (gint64) G_MAXLONG);

  switch (unit)
    {
    case YEAR:
      return g_strdup_printf (ngettext ("%lu year", "%lu years", number), number);
    case DAY:
      return g_strdup_printf (ngettext ("%lu day", "%lu days", number), number);
    case HOUR:
      return g_strdup_printf (ngettext ("%lu hour", "%lu hours", number), number);
    case MINUTE:
      return g_strdup_printf (ngettext ("%lu minute", "%lu minutes", number), number);
    default:
      return g_strdup_printf (ngettext ("%lu second", "%lu seconds", number), number);
    }
}

static gint64
size_of (gint64 seconds)
{
  return seconds < 0 ? -MAX (seconds, -G_MAXINT64) : seconds;
}

/* Seconds up to two minutes and hours up to two days read best as they are. */
static guint
choose_unit (gint64 seconds)
{
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (units) && seconds < units[i])
    i++;
  if (units[i] == MINUTE && seconds < 2 * MINUTE && seconds % MINUTE != 0)
    i++;

  return i;
}

char *
rt_span_words (gint64 seconds)
{
  gint64 size = size_of (seconds);
  guint i = choose_unit (size);
  g_autofree char *first = count (size / units[i], units[i]);
  g_autofree char *second = NULL;
  gint64 rest = size % units[i];

  if (rest == 0)
    return g_steal_pointer (&first);
  if (rest < units[i + 1])
    /* Translators: a rounded span of time, such as "about 2 days" */
    return g_strdup_printf (_("about %s"), first);

  second = count (rest / units[i + 1], units[i + 1]);
  if (rest % units[i + 1] != 0)
    /* Translators: a rounded span of time, such as "about 2 days and 3 hours" */
    return g_strdup_printf (_("about %s and %s"), first, second);

  /* Translators: a span of time, such as "2 days and 3 hours" */
  return g_strdup_printf (_("%s and %s"), first, second);
}

char *
rt_span_rounded (gint64 seconds)
{
  /* Lifetimes are written and limited in days, not in years. */
  static const gint64 rough[] = { DAY, HOUR, MINUTE, 1 };
  guint i = 0;
  gint64 rest;

  g_return_val_if_fail (seconds >= 0, NULL);

  while (rough[i] > 1 && seconds < 2 * rough[i] && seconds != rough[i])
    i++;
  rest = seconds % rough[i];

  return count (seconds / rough[i] + (rest >= rough[i] - rest ? 1 : 0), rough[i]);
}

char *
rt_span_from_now (gint64 time,
                  gint64 now)
{
  g_autofree char *words = NULL;
  gint64 distance, size;
  guint i;

  if (time == now)
    return g_strdup (_("now"));
  if (__builtin_sub_overflow (time, now, &distance))
    distance = time > now ? G_MAXINT64 : -G_MAXINT64;

  size = size_of (distance);
  i = choose_unit (size);
  words = count (size / units[i], units[i]);

  /* Translators: when something was or will be: "2 hours ago", "in 3 days" */
  return distance < 0 ? g_strdup_printf (_("%s ago"), words)
                      : g_strdup_printf (_("in %s"), words);
}

char *
rt_span_local (gint64 time)
{
  g_autoptr(GDateTime) local = g_date_time_new_from_unix_local (time);
  g_autofree char *text = NULL;

  if (local == NULL)
    return g_strdup ("");

  /* Translators: an instant: weekday, day, month, year, time, zone */
  text = g_date_time_format (local, _("%a %-d %b %Y, %H:%M:%S %Z"));

  return text != NULL ? g_steal_pointer (&text) : g_strdup ("");
}
