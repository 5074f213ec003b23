/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the algorithm of RFC 6265bis section 5.1.1. It is not the date of
 * HTTP's other fields, and must not become stricter than this.
 */

#include "cookie-date.h"

typedef struct
{
  gboolean has_time;
  gboolean has_day;
  gboolean has_month;
  gboolean has_year;
  int      hour;
  int      minute;
  int      second;
  int      day;
  int      month;
  int      year;
} Found;

static gboolean
is_delimiter (guchar c)
{
  return c == 0x09 || (c >= 0x20 && c <= 0x2f) || (c >= 0x3b && c <= 0x40) ||
         (c >= 0x5b && c <= 0x60) || (c >= 0x7b && c <= 0x7e);
}

/* Takes @least to @most digits that no further digit follows. */
static gboolean
take_number (const char **at,
             const char  *end,
             int          least,
             int          most,
             int         *number)
{
  const char *p = *at;
  int n = 0;

  while (p < end && p - *at < most && g_ascii_isdigit (*p))
    n = n * 10 + g_ascii_digit_value (*p++);

  if (p - *at < least || (p < end && g_ascii_isdigit (*p)))
    return FALSE;

  *at = p;
  *number = n;
  return TRUE;
}

static gboolean
take_colon (const char **at,
            const char  *end)
{
  if (*at == end || **at != ':')
    return FALSE;

  (*at)++;
  return TRUE;
}

static gboolean
read_time (const char *word,
           const char *end,
           Found      *found)
{
  int hour;
  int minute;
  int second;

  if (!take_number (&word, end, 1, 2, &hour) || !take_colon (&word, end) ||
      !take_number (&word, end, 1, 2, &minute) || !take_colon (&word, end) ||
      !take_number (&word, end, 1, 2, &second))
    return FALSE;

  found->hour = hour;
  found->minute = minute;
  found->second = second;
  return TRUE;
}

static gboolean
read_month (const char *word,
            const char *end,
            Found      *found)
{
  const char *months[] = { "jan", "feb", "mar", "apr", "may", "jun",
                           "jul", "aug", "sep", "oct", "nov", "dec" };

  if (end - word < 3)
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (months); i++)
    if (g_ascii_strncasecmp (word, months[i], 3) == 0)
      {
        found->month = i + 1;
        return TRUE;
      }

  return FALSE;
}

/* A word is the first of these that is still missing. */
static void
read_word (const char *word,
           const char *end,
           Found      *found)
{
  const char *at = word;

  if (!found->has_time && read_time (word, end, found))
    found->has_time = TRUE;
  else if (!found->has_day && take_number (&at, end, 1, 2, &found->day))
    found->has_day = TRUE;
  else if (!found->has_month && read_month (word, end, found))
    found->has_month = TRUE;
  else if (!found->has_year && take_number (&at, end, 2, 4, &found->year))
    found->has_year = TRUE;
}

static gboolean
to_seconds (Found  *found,
            gint64 *seconds)
{
  g_autoptr (GDateTime) date = NULL;

  if (!found->has_time || !found->has_day || !found->has_month || !found->has_year)
    return FALSE;

  if (found->year >= 70 && found->year <= 99)
    found->year += 1900;
  else if (found->year <= 69)
    found->year += 2000;

  if (found->year < 1601 || found->hour > 23 || found->minute > 59 || found->second > 59)
    return FALSE;

  /* NULL also for the 30th of February. */
  date = g_date_time_new_utc (found->year, found->month, found->day,
                              found->hour, found->minute, found->second);
  if (date == NULL)
    return FALSE;

  *seconds = g_date_time_to_unix (date);
  return TRUE;
}

gboolean
rt_cookie_date_parse (const char *text,
                      gsize       length,
                      gint64     *seconds)
{
  Found found = { 0 };
  const char *end;

  g_return_val_if_fail (text != NULL || length == 0, FALSE);
  g_return_val_if_fail (seconds != NULL, FALSE);

  end = text + length;
  while (text < end)
    {
      const char *word;

      while (text < end && is_delimiter (*text))
        text++;
      for (word = text; text < end && !is_delimiter (*text);)
        text++;
      read_word (word, text, &found);
    }

  return to_seconds (&found, seconds);
}
