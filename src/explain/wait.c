/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Retry-After (RFC 9110 section 10.2.3), which the engine reads, by the clock of
 * the server, and in words.
 */

#include "config.h"

#include "wait.h"

#include <glib/gi18n-lib.h>

#include "http-date.h"
#include "retry-policy.h"

/* Longer waits are said as this one: a hundred years. */
#define SECONDS_MAX (G_GINT64_CONSTANT (100) * 365 * 24 * 60 * 60)

static gint64
read_clock (RtHead *response,
            gint64  now)
{
  g_autofree char *date = rt_head_dup_combined (response, "Date");
  RtHttpDate read;

  return date != NULL && rt_http_date_parse (date, -1, now, &read) ? read.time : now;
}

gint64
rt_wait_read (RtHead *response,
              gint64  now)
{
  int position;
  g_autofree char *value = NULL;
  gint64 seconds;

  g_return_val_if_fail (response != NULL, -1);

  position = rt_head_find_field (response, "Retry-After", 0);
  if (position < 0)
    return -1;
  value = rt_head_dup_field_value (response, position);
  seconds = rt_retry_after_parse (value, read_clock (response, now));

  return seconds < 0 ? -2 : MIN (seconds, SECONDS_MAX);
}

static void
append_unit (GString    *words,
             const char *singular,
             const char *plural,
             gint64      number)
{
  if (number == 0 && words->len > 0)
    return;
  if (words->len > 0)
    g_string_append_c (words, ' ');
  g_string_append_printf (words, "%" G_GINT64_FORMAT " %s", number,
                          g_dngettext (GETTEXT_PACKAGE, singular, plural, number));
}

/* The two largest units. */
char *
rt_wait_to_words (gint64 seconds)
{
  static const struct { gint64 length; const char *singular; const char *plural; } units[] = {
    { 24 * 60 * 60, N_("day"), N_("days") },
    { 60 * 60, N_("hour"), N_("hours") },
    { 60, N_("minute"), N_("minutes") },
    { 1, N_("second"), N_("seconds") },
  };
  g_autoptr(GString) words = g_string_new (NULL);
  guint first = 0;

  while (first < 3 && seconds < units[first].length)
    first++;
  append_unit (words, units[first].singular, units[first].plural,
               seconds / units[first].length);
  if (first < 3)
    append_unit (words, units[first + 1].singular, units[first + 1].plural,
                 seconds % units[first].length / units[first + 1].length);

  return g_string_free (g_steal_pointer (&words), FALSE);
}
