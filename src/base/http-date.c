/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the reading of HTTP dates. It reads the parts in whatever order they
 * stand, then writes them in each form of the grammar: the form that gives the
 * same bytes is the form it was. Locale and time zone of the machine play no
 * part.
 */

#include "http-date.h"

#include <string.h>

/* Longer than any date with its white space. */
#define DATE_MAX 64

static const char *const weekdays[] = {
  "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
};

static const char *const months[] = {
  "January", "February", "March", "April", "May", "June", "July", "August",
  "September", "October", "November", "December",
};

/* Zones of RFC 5322 section 4.3 and what else means UTC; minutes. */
static const struct { const char *name; int minutes; } zones[] = {
  { "GMT", 0 }, { "UTC", 0 }, { "UT", 0 }, { "Z", 0 },
  { "EST", -300 }, { "EDT", -240 }, { "CST", -360 }, { "CDT", -300 },
  { "MST", -420 }, { "MDT", -360 }, { "PST", -480 }, { "PDT", -420 },
};

/* What was found; -1 is nothing. */
typedef struct
{
  int      weekday; /* 0 is Monday */
  int      day;
  int      month;   /* 1 to 12 */
  int      year;
  int      year_digits;
  int      hour;
  int      minute;
  int      second;
  int      zone;    /* minutes east */
  gboolean has_zone;
  gboolean month_first;
  gboolean has_dash;
  gboolean is_iso;
} Parts;

typedef struct
{
  const char *at;
  const char *end;
} Scan;

/* The index of the name that @word is, whole or by its first three letters. */
static int
find_name (const char *const *names,
           guint              n_names,
           const char        *word,
           gsize              length)
{
  for (guint i = 0; i < n_names; i++)
    if ((length == 3 || length == strlen (names[i])) &&
        g_ascii_strncasecmp (names[i], word, length) == 0)
      return i;

  return -1;
}

/* At most four digits; their number goes to @n_digits. */
static int
read_number (Scan *scan,
             int  *n_digits)
{
  int value = 0;

  for (*n_digits = 0; scan->at < scan->end && g_ascii_isdigit (*scan->at); scan->at++)
    {
      if (++*n_digits > 4)
        return -1;
      value = value * 10 + *scan->at - '0';
    }

  return *n_digits > 0 ? value : -1;
}

static gboolean
eat (Scan *scan,
     char  c)
{
  if (scan->at >= scan->end || *scan->at != c)
    return FALSE;

  scan->at++;
  return TRUE;
}

/* ":minute:second" behind the hour; seconds may be left out. */
static gboolean
read_time (Scan  *scan,
           int    hour,
           Parts *parts)
{
  int digits;

  if (parts->hour >= 0 || !eat (scan, ':'))
    return FALSE;

  parts->hour = hour;
  parts->minute = read_number (scan, &digits);
  if (digits != 2)
    return FALSE;

  parts->second = 0;
  if (!eat (scan, ':'))
    return TRUE;

  parts->second = read_number (scan, &digits);

  return digits == 2;
}

/* "+0100", "+01:00", behind the sign. */
static gboolean
read_offset (Scan  *scan,
             int    sign,
             Parts *parts)
{
  int digits;
  int value = read_number (scan, &digits);

  if (value < 0 || parts->has_zone)
    return FALSE;
  if (digits == 2)
    {
      int minutes = eat (scan, ':') ? read_number (scan, &digits) : 0;

      if (minutes < 0 || digits != 2)
        return FALSE;
      value = value * 100 + minutes;
    }
  else if (digits != 4)
    return FALSE;

  parts->zone = sign * (value / 100 * 60 + value % 100);
  parts->has_zone = TRUE;

  return value / 100 < 24 && value % 100 < 60;
}

static gboolean
take_zone (const char *word,
           gsize       length,
           Parts      *parts)
{
  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    if (strlen (zones[i].name) == length &&
        g_ascii_strncasecmp (zones[i].name, word, length) == 0)
      {
        if (parts->has_zone)
          return FALSE;
        parts->zone = zones[i].minutes;
        parts->has_zone = TRUE;
        return TRUE;
      }

  return FALSE;
}

static gboolean
read_word (Scan  *scan,
           Parts *parts)
{
  const char *word = scan->at;
  gsize length;
  int found;

  while (scan->at < scan->end && g_ascii_isalpha (*scan->at))
    scan->at++;
  length = scan->at - word;

  found = find_name (weekdays, G_N_ELEMENTS (weekdays), word, length);
  if (found >= 0 && parts->weekday < 0)
    {
      parts->weekday = found;
      return TRUE;
    }

  found = find_name (months, G_N_ELEMENTS (months), word, length);
  if (found >= 0 && parts->month < 0)
    {
      parts->month = found + 1;
      parts->month_first = parts->day < 0;
      return TRUE;
    }

  return parts->hour >= 0 && take_zone (word, length, parts);
}

/* A number: an hour when a colon follows, else the day, else the year. */
static gboolean
read_digits (Scan  *scan,
             Parts *parts)
{
  int digits;
  int value = read_number (scan, &digits);

  if (value < 0)
    return FALSE;
  if (scan->at < scan->end && *scan->at == ':')
    return digits <= 2 && read_time (scan, value, parts);
  if (digits <= 2 && parts->day < 0)
    {
      parts->day = value;
      return TRUE;
    }
  if ((digits != 2 && digits != 4) || parts->year >= 0)
    return FALSE;

  parts->year = value;
  parts->year_digits = digits;

  return TRUE;
}

static gboolean
read_part (Scan  *scan,
           Parts *parts)
{
  char c = *scan->at;

  if (g_ascii_isalpha (c))
    return read_word (scan, parts);
  if (g_ascii_isdigit (c))
    return read_digits (scan, parts);

  scan->at++;
  if ((c == '+' || c == '-') && parts->hour >= 0)
    return read_offset (scan, c == '+' ? 1 : -1, parts);
  parts->has_dash |= c == '-';

  return c == ' ' || c == '\t' || c == ',' || c == '-';
}

/* "2026-11-21T12:00:00.5Z" (RFC 3339), also with a space for the T. */
static gboolean
read_iso (Scan  *scan,
          Parts *parts)
{
  int digits, hour;

  parts->is_iso = TRUE;
  parts->year = read_number (scan, &parts->year_digits);
  if (parts->year_digits != 4 || !eat (scan, '-'))
    return FALSE;
  parts->month = read_number (scan, &digits);
  if (digits != 2 || !eat (scan, '-'))
    return FALSE;
  parts->day = read_number (scan, &digits);
  if (digits != 2 || !(eat (scan, 'T') || eat (scan, 't') || eat (scan, ' ')))
    return FALSE;
  hour = read_number (scan, &digits);
  if (digits != 2 || !read_time (scan, hour, parts))
    return FALSE;
  if (eat (scan, '.'))
    while (scan->at < scan->end && g_ascii_isdigit (*scan->at))
      scan->at++;
  while (scan->at < scan->end)
    if (!read_part (scan, parts))
      return FALSE;

  return TRUE;
}

static gboolean
read_parts (Scan   scan,
            Parts *parts)
{
  Scan start = scan;

  *parts = (Parts) { -1, -1, -1, -1, 0, -1, -1, -1, };
  if (scan.end - scan.at > 4 && g_ascii_isdigit (*scan.at) && scan.at[4] == '-')
    return read_iso (&start, parts);

  while (scan.at < scan.end)
    if (!read_part (&scan, parts))
      return FALSE;

  return parts->day >= 0 && parts->month >= 0 && parts->year >= 0 && parts->hour >= 0;
}

/* RFC 9110: a year of two digits that seems more than 50 years ahead is the
 * latest one in the past with these digits. */
static void
complete_year (Parts *parts,
               gint64 now)
{
  g_autoptr(GDateTime) time = NULL;
  int this_year;

  if (parts->year_digits != 2)
    return;

  time = g_date_time_new_from_unix_utc (now);
  this_year = time != NULL ? g_date_time_get_year (time) : 2026;
  parts->year += this_year / 100 * 100;
  if (parts->year > this_year + 50)
    parts->year -= 100;
  else if (parts->year <= this_year - 50)
    parts->year += 100;
}

static gboolean
to_time (const Parts *parts,
         gint64      *time,
         int         *weekday)
{
  g_autoptr(GDateTime) day = NULL;

  if (parts->hour > 23 || parts->minute > 59 || parts->second > 60)
    return FALSE;

  /* A leap second is the second that follows it, as in POSIX. */
  day = g_date_time_new_utc (parts->year, parts->month, parts->day, 0, 0, 0);
  if (day == NULL)
    return FALSE;

  *weekday = g_date_time_get_day_of_week (day) - 1;
  *time = g_date_time_to_unix (day) + parts->hour * 3600 + parts->minute * 60 +
          parts->second - parts->zone * 60;

  return TRUE;
}

static char *
write_form (const Parts   *parts,
            RtHttpDateForm form)
{
  const char *name = weekdays[parts->weekday];
  const char *month = months[parts->month - 1];

  switch (form)
    {
    case RT_HTTP_DATE_IMF:
      return g_strdup_printf ("%.3s, %02d %.3s %04d %02d:%02d:%02d GMT", name, parts->day,
                              month, parts->year, parts->hour, parts->minute, parts->second);
    case RT_HTTP_DATE_RFC850:
      return g_strdup_printf ("%s, %02d-%.3s-%02d %02d:%02d:%02d GMT", name, parts->day,
                              month, parts->year % 100, parts->hour, parts->minute,
                              parts->second);
    case RT_HTTP_DATE_ASCTIME:
      return g_strdup_printf ("%.3s %.3s %2d %02d:%02d:%02d %04d", name, month, parts->day,
                              parts->hour, parts->minute, parts->second, parts->year);
    case RT_HTTP_DATE_OTHER:
    default:
      return NULL;
    }
}

static RtHttpDateForm
guess_form (const Parts *parts)
{
  if (parts->is_iso)
    return RT_HTTP_DATE_OTHER;
  if (parts->month_first)
    return RT_HTTP_DATE_ASCTIME;

  return parts->has_dash ? RT_HTTP_DATE_RFC850 : RT_HTTP_DATE_IMF;
}

static gboolean
is_exactly (const Parts   *parts,
            RtHttpDateForm form,
            const char    *text,
            gsize          length)
{
  g_autofree char *written = parts->weekday >= 0 ? write_form (parts, form) : NULL;

  return written != NULL && strlen (written) == length && memcmp (written, text, length) == 0;
}

gboolean
rt_http_date_parse (const char *text,
                    gssize      length,
                    gint64      now,
                    RtHttpDate *date)
{
  gsize n = length < 0 ? strlen (text) : (gsize) length;
  RtHttpDate result = { 0, };
  Parts parts;
  int weekday;

  g_return_val_if_fail (text != NULL || length == 0, FALSE);
  g_return_val_if_fail (date != NULL, FALSE);

  if (n > DATE_MAX || !read_parts ((Scan) { text, text + n }, &parts))
    return FALSE;

  complete_year (&parts, now);
  if (!to_time (&parts, &result.time, &weekday))
    return FALSE;

  result.form = guess_form (&parts);
  result.is_malformed = !is_exactly (&parts, result.form, text, n);
  result.wrong_weekday = parts.weekday >= 0 && parts.weekday != weekday;
  *date = result;

  return TRUE;
}

char *
rt_http_date_to_string (gint64 time)
{
  g_autoptr(GDateTime) when = g_date_time_new_from_unix_utc (time);
  Parts parts = { 0, };

  if (when == NULL)
    return NULL;

  g_date_time_get_ymd (when, &parts.year, &parts.month, &parts.day);
  parts.weekday = g_date_time_get_day_of_week (when) - 1;
  parts.hour = g_date_time_get_hour (when);
  parts.minute = g_date_time_get_minute (when);
  parts.second = g_date_time_get_second (when);

  return write_form (&parts, RT_HTTP_DATE_IMF);
}
