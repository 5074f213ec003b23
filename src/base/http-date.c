/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Dates of HTTP, read by a small scanner that knows the three forms and
 * nothing else. Locale and time zone have no part in it.
 */

#include "http-date.h"

#include <string.h>

#define FIFTY_YEARS (G_GINT64_CONSTANT (50) * 365 * 24 * 60 * 60)

static const char *const days[] = {
  "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
};

static const char *const months[] = {
  "Jan", "Feb", "Mar", "Apr", "May", "Jun",
  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
};

typedef struct
{
  int year;
  int month; /* from 1 */
  int day;
  int hour;
  int minute;
  int second;
} Parts;

static gboolean
take (const char **at,
      const char  *text)
{
  gsize length = strlen (text);

  if (strncmp (*at, text, length) != 0)
    return FALSE;
  *at += length;

  return TRUE;
}

/* Exactly @digits digits. */
static gboolean
take_number (const char **at,
             guint        digits,
             int         *number)
{
  *number = 0;
  for (guint i = 0; i < digits; i++, (*at)++)
    {
      if (!g_ascii_isdigit (**at))
        return FALSE;
      *number = *number * 10 + (**at - '0');
    }

  return TRUE;
}

static gboolean
take_month (const char **at,
            int         *month)
{
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    if (take (at, months[i]))
      {
        *month = i + 1;
        return TRUE;
      }

  return FALSE;
}

static gboolean
take_time (const char **at,
           Parts       *parts)
{
  return take_number (at, 2, &parts->hour) && take (at, ":")
         && take_number (at, 2, &parts->minute) && take (at, ":")
         && take_number (at, 2, &parts->second);
}

/* A long or a short name of a day; how long it is says which form comes. */
static gboolean
take_day_name (const char **at,
               gboolean    *is_long)
{
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *abbreviation = g_strndup (days[i], 3);

      *is_long = take (at, days[i]);
      if (*is_long || take (at, abbreviation))
        return TRUE;
    }

  return FALSE;
}

static gboolean
take_fixdate (const char **at,
              Parts       *parts)
{
  return take (at, ", ") && take_number (at, 2, &parts->day) && take (at, " ")
         && take_month (at, &parts->month) && take (at, " ")
         && take_number (at, 4, &parts->year) && take (at, " ")
         && take_time (at, parts) && take (at, " GMT");
}

static gboolean
take_rfc850 (const char **at,
             Parts       *parts)
{
  return take (at, ", ") && take_number (at, 2, &parts->day) && take (at, "-")
         && take_month (at, &parts->month) && take (at, "-")
         && take_number (at, 2, &parts->year) && take (at, " ")
         && take_time (at, parts) && take (at, " GMT");
}

static gboolean
take_asctime (const char **at,
              Parts       *parts)
{
  return take (at, " ") && take_month (at, &parts->month) && take (at, " ")
         && take_number (at, take (at, " ") ? 1 : 2, &parts->day) && take (at, " ")
         && take_time (at, parts) && take (at, " ")
         && take_number (at, 4, &parts->year);
}

/* A leap second counts as the second before it: GDateTime knows none. */
static gboolean
to_seconds (const Parts *parts,
            gint64      *seconds)
{
  g_autoptr(GDateTime) time = NULL;

  if (parts->year < 1 || parts->second > 60)
    return FALSE;
  time = g_date_time_new_utc (parts->year, parts->month, parts->day, parts->hour,
                              parts->minute, MIN (parts->second, 59));
  if (time == NULL)
    return FALSE;
  *seconds = g_date_time_to_unix (time);

  return TRUE;
}

static int
current_year (gint64 now)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc (now);

  return time != NULL ? g_date_time_get_year (time) : 2000;
}

/* RFC 9110 section 5.6.7: not more than 50 years ahead. */
static gboolean
to_seconds_of_century (Parts  *parts,
                       gint64  now,
                       gint64 *seconds)
{
  parts->year += current_year (now) / 100 * 100 + 100;
  for (guint i = 0; i < 3; i++, parts->year -= 100)
    if (to_seconds (parts, seconds) && *seconds - now <= FIFTY_YEARS)
      return TRUE;

  return FALSE;
}

static gboolean
read_form (const char     **at,
           gint64           now,
           gint64          *seconds,
           RtHttpDateForm  *form)
{
  Parts parts = { 0 };
  gboolean is_long = FALSE;

  if (!take_day_name (at, &is_long))
    return FALSE;
  if (is_long)
    {
      *form = RT_HTTP_DATE_RFC850;
      return take_rfc850 (at, &parts) && to_seconds_of_century (&parts, now, seconds);
    }
  *form = **at == ',' ? RT_HTTP_DATE_FIXDATE : RT_HTTP_DATE_ASCTIME;

  return (*form == RT_HTTP_DATE_FIXDATE ? take_fixdate (at, &parts)
                                        : take_asctime (at, &parts))
         && to_seconds (&parts, seconds);
}

gboolean
rt_http_date_parse (const char     *text,
                    gint64          now,
                    gint64         *seconds,
                    RtHttpDateForm *form)
{
  RtHttpDateForm found;
  gint64 result;
  const char *at = text;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (seconds != NULL, FALSE);

  while (*at == ' ' || *at == '\t')
    at++;
  if (!read_form (&at, now, &result, &found))
    return FALSE;
  while (*at == ' ' || *at == '\t')
    at++;
  if (*at != '\0')
    return FALSE;

  *seconds = result;
  if (form != NULL)
    *form = found;

  return TRUE;
}

char *
rt_http_date_format (gint64 seconds)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc (seconds);

  if (time == NULL)
    return NULL;

  return g_strdup_printf ("%.3s, %02d %s %04d %02d:%02d:%02d GMT",
                          days[g_date_time_get_day_of_week (time) - 1],
                          g_date_time_get_day_of_month (time),
                          months[g_date_time_get_month (time) - 1],
                          g_date_time_get_year (time),
                          g_date_time_get_hour (time),
                          g_date_time_get_minute (time),
                          g_date_time_get_second (time));
}
