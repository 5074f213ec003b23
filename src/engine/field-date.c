/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads a date by a pattern, one for each form that there is. */

#include "field-date.h"

#include <string.h>

/* The numbers of a date, in any order of the text. */
typedef struct
{
  int day;
  int month;
  int year;
  int hour;
  int minute;
  int second;
} Date;

/* In a pattern: w a word, m a month's name, d two digits, e two digits or a
 * space and one, Y four digits, y two, H M S two; all else stands for itself. */
static const char *const patterns[] = {
  "w, d m Y H:M:S w", /* Sun, 06 Nov 1994 08:49:37 GMT */
  "w, d-m-y H:M:S w", /* Sunday, 06-Nov-94 08:49:37 GMT */
  "w m e H:M:S Y",    /* Sun Nov  6 08:49:37 1994 */
};

static gboolean
take_number (const char **text,
             guint        n_digits,
             int         *number)
{
  *number = 0;
  for (guint i = 0; i < n_digits; i++, (*text)++)
    {
      if (!g_ascii_isdigit (**text))
        return FALSE;
      *number = *number * 10 + (**text - '0');
    }

  return TRUE;
}

static gboolean
take_month (const char **text,
            int         *month)
{
  static const char names[] = "JanFebMarAprMayJunJulAugSepOctNovDec";

  for (*month = 1; *month <= 12; (*month)++)
    if (g_ascii_strncasecmp (*text, names + (*month - 1) * 3, 3) == 0)
      {
        *text += 3;
        return TRUE;
      }

  return FALSE;
}

static gboolean
take_word (const char **text)
{
  const char *start = *text;

  while (g_ascii_isalpha (**text))
    (*text)++;

  return *text > start;
}

/* RFC 9110 section 5.6.7: more than 50 years ahead is a century ago. */
static int
complete_year (int    year,
               gint64 now)
{
  g_autoptr(GDateTime) today = g_date_time_new_from_unix_utc (now);
  int this_year = today != NULL ? g_date_time_get_year (today) : 2000;

  year += this_year / 100 * 100;
  if (year > this_year + 50)
    return year - 100;
  if (year <= this_year - 50)
    return year + 100;

  return year;
}

static gboolean
take_part (const char **text,
           char         part,
           Date        *date,
           gint64       now)
{
  switch (part)
    {
    case 'w':
      return take_word (text);
    case 'm':
      return take_month (text, &date->month);
    case 'e':
      if (**text != ' ')
        return take_number (text, 2, &date->day);
      (*text)++;
      return take_number (text, 1, &date->day);
    case 'd':
      return take_number (text, 2, &date->day);
    case 'Y':
      return take_number (text, 4, &date->year);
    case 'y':
      if (!take_number (text, 2, &date->year))
        return FALSE;
      date->year = complete_year (date->year, now);
      return TRUE;
    case 'H':
      return take_number (text, 2, &date->hour);
    case 'M':
      return take_number (text, 2, &date->minute);
    case 'S':
      return take_number (text, 2, &date->second);
    default:
      return *(*text)++ == part;
    }
}

static gboolean
matches (const char *text,
         const char *pattern,
         Date       *date,
         gint64      now)
{
  for (; *pattern != '\0'; pattern++)
    if (!take_part (&text, *pattern, date, now))
      return FALSE;

  return *text == '\0';
}

/* A leap second is the last one of its minute. */
static gint64
to_unix (const Date *date)
{
  g_autoptr(GDateTime) time = NULL;

  if (date->year < 1 || date->second > 60)
    return -1;

  time = g_date_time_new_utc (date->year, date->month, date->day, date->hour, date->minute,
                              MIN (date->second, 59));

  return time != NULL ? MAX (0, g_date_time_to_unix (time)) : -1;
}

gint64
rt_field_date_parse (const char *text,
                     gint64      now)
{
  g_autofree char *trimmed = NULL;

  g_return_val_if_fail (text != NULL, -1);

  trimmed = g_strstrip (g_strdup (text));
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      Date date = { 0 };

      if (matches (trimmed, patterns[i], &date, now))
        return to_unix (&date);
    }

  return -1;
}
