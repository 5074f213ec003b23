/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/explain/date-notes.c. */

#include "topic-rows.h"

#include <string.h>

#include "exchange-private.h"

#define DATE "Date: Sat, 21 Nov 2026 12:00:00 GMT\n"

static const TopicRow rows[] = {
  { "dates-missing", 200, NULL, NULL },
  { "!dates-missing", 200, NULL, DATE },
  { "!dates-missing", 500, NULL, NULL },
  { "dates-unreadable", 200, NULL, "Date: today" },
  { "dates-unreadable", 200, NULL, DATE "Expires: never" },
  { "dates-unreadable", 200, NULL, DATE "Last-Modified: 0" },
  { "dates-unreadable", 200, NULL, DATE "Sunset: soon" },
  { "!dates-unreadable", 200, NULL, DATE "Expires: 0" },
  { "!dates-unreadable", 200, NULL, DATE "Expires: -1" },
  { "dates-malformed", 200, NULL, "Date: Sat, 21 Nov 2026 12:00:00 UTC" },
  { "dates-malformed", 200, NULL, "Date: 2026-11-21T12:00:00Z" },
  { "!dates-malformed", 200, NULL, DATE },
  { "!dates-malformed", 200, NULL, "Date: Saturday, 21-Nov-26 12:00:00 GMT" },
  { "dates-obsolete-form", 200, NULL, "Date: Saturday, 21-Nov-26 12:00:00 GMT" },
  { "dates-obsolete-form", 200, NULL, "Date: Sat Nov 21 12:00:00 2026" },
  { "!dates-obsolete-form", 200, NULL, DATE },
  { "dates-wrong-weekday", 200, NULL, "Date: Sun, 21 Nov 2026 12:00:00 GMT" },
  { "!dates-wrong-weekday", 200, NULL, DATE },
  { "dates-clock-ahead", 200, NULL, "Date: Sat, 21 Nov 2026 12:01:01 GMT" },
  { "dates-clock-ahead", 200, NULL, "Date: Sat, 21 Nov 2026 13:00:00 GMT\nAge: 5" },
  { "!dates-clock-ahead", 200, NULL, "Date: Sat, 21 Nov 2026 12:00:59 GMT" },
  { "dates-clock-behind", 200, NULL, "Date: Sat, 21 Nov 2026 11:00:00 GMT" },
  { "dates-clock-behind", 200, NULL, "Date: Sat, 21 Nov 2026 11:00:00 GMT\nAge: 600" },
  { "!dates-clock-behind", 200, NULL, "Date: Sat, 21 Nov 2026 11:00:00 GMT\nAge: 3600" },
  { "!dates-clock-behind", 200, NULL, "Date: Sat, 21 Nov 2026 11:59:30 GMT" },
  { "dates-renewed", 200, NULL, DATE "Age: 3600" },
  { "dates-renewed", 200, NULL, "Date: Sat, 21 Nov 2026 11:50:00 GMT\nAge: 3600" },
  { "!dates-renewed", 200, NULL, DATE "Age: 30" },
  { "!dates-renewed", 200, NULL, DATE },
  { "dates-age-malformed", 200, NULL, DATE "Age: 5s" },
  { "dates-age-malformed", 200, NULL, DATE "Age: -5" },
  { "dates-age-malformed", 200, NULL, DATE "Age:" },
  { "!dates-age-malformed", 200, NULL, DATE "Age: 99999999999999999999999" },
  { "dates-age-huge", 200, NULL, DATE "Age: 99999999999999999999999" },
  { "dates-age-huge", 200, NULL, DATE "Age: 40000000" },
  { "dates-age-list", 200, NULL, DATE "Age: 100, 200" },
  { "dates-age-list", 200, NULL, DATE "Age: 100\nAge: 200" },
  { "!dates-age-list", 200, NULL, DATE "Age: 100" },
  { "!dates-age-malformed", 200, NULL, DATE "Age: 100, 200" },
  { "dates-age-malformed", 200, NULL, DATE "Age: x, 200" },
  { "!dates-age-huge", 200, NULL, DATE "Age: 600" },
};

static void
test_rows (void)
{
  topic_rows_check (rows, G_N_ELEMENTS (rows));
}

static void
test_reach (void)
{
  topic_rows_check_reach ("dates", rows, G_N_ELEMENTS (rows));
}

static void
check_timed (const char *date,
             const char *id,
             gboolean    expected)
{
  g_autofree char *fields = g_strconcat ("Date: ", date, NULL);
  const TopicRow row = { "", 200, NULL, fields };
  g_autoptr(RtTrail) trail = topic_row_new_trail (&row);
  g_autoptr(GPtrArray) notes = NULL;
  RtTiming timing;

  /* It began at 11:00:00 and its head came ten minutes later; it is seen at 12:00:00. */
  rt_exchange_get_timing (rt_trail_get_last (trail), &timing);
  timing.wall_clock = (CASES_NOW - 3600) * G_USEC_PER_SEC;
  timing.started = 1000;
  timing.phases[RT_PHASE_WAIT].start = 1000;
  timing.phases[RT_PHASE_WAIT].end = 1000 + 600 * G_USEC_PER_SEC;
  rt_exchange_set_timing (rt_trail_get_last (trail), &timing);
  notes = cases_explain (trail);
  g_assert_cmpint (cases_find (notes, id) != NULL, ==, expected);
}

static void
test_slow (void)
{
  check_timed ("Sat, 21 Nov 2026 11:00:00 GMT", "dates-clock-behind", FALSE);
  check_timed ("Sat, 21 Nov 2026 11:10:00 GMT", "dates-clock-ahead", FALSE);
  check_timed ("Sat, 21 Nov 2026 11:12:00 GMT", "dates-clock-ahead", TRUE);
  check_timed ("Sat, 21 Nov 2026 10:58:00 GMT", "dates-clock-behind", TRUE);
}

/* Only Expires has a meaning where it cannot be read. */
static void
test_unreadable (void)
{
  static const struct { const char *response; gboolean is_past; } cases[] = {
    { "Expires: never", TRUE },
    { "Sunset: soon", FALSE },
    { "Last-Modified: today", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *response = g_strdup_printf (DATE "%s", cases[i].response);
      const TopicRow row = { "", 200, NULL, response };
      g_autoptr(RtTrail) trail = topic_row_new_trail (&row);
      g_autoptr(GPtrArray) notes = cases_explain (trail);
      const char *detail = rt_note_get_detail (cases_find (notes, "dates-unreadable"));

      g_assert_cmpint (strstr (detail, "time in the past") != NULL, ==, cases[i].is_past);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date-notes/rows", test_rows);
  g_test_add_func ("/date-notes/reach", test_reach);
  g_test_add_func ("/date-notes/slow", test_slow);
  g_test_add_func ("/date-notes/unreadable", test_unreadable);

  return g_test_run ();
}
