/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "freshness.h"

#include "exchange-private.h"
#include "topic-rows.h"

#define DATE "Date: Sat, 21 Nov 2026 12:00:00 GMT\n"

static const struct
{
  int         status;
  const char *response;
  gboolean    shared;
  RtFreshRule rule;
  gint64      lifetime;
  gboolean    is_unsure;
} cases[] = {
  { 200, DATE "Cache-Control: max-age=60, s-maxage=90", FALSE, RT_FRESH_BY_MAX_AGE, 60 },
  { 200, DATE "Cache-Control: max-age=60, s-maxage=90", TRUE, RT_FRESH_BY_S_MAXAGE, 90 },
  { 200, DATE "Cache-Control: private, s-maxage=90", TRUE, RT_FRESH_UNSAID, 0 },
  { 200, DATE "Cache-Control: private, max-age=60, s-maxage=90", TRUE, RT_FRESH_BY_MAX_AGE, 60 },
  { 200, DATE "Cache-Control: private=\"Set-Cookie\", s-maxage=90", TRUE, RT_FRESH_BY_S_MAXAGE,
    90 },
  { 200, DATE "Cache-Control: max-age=x\nExpires: Sun, 22 Nov 2026 12:00:00 GMT", FALSE,
    RT_FRESH_BY_MAX_AGE, 0, TRUE },
  { 200, DATE "Cache-Control: max-age=\"60\", max-age=10, max-age=-1", FALSE,
    RT_FRESH_BY_MAX_AGE, 0, TRUE },
  { 200, DATE "Cache-Control: max-age=60\nCache-Control: Max-Age=\"60\"", FALSE,
    RT_FRESH_BY_MAX_AGE, 60 },
  { 200, DATE "Cache-Control: max-age=60, s-maxage=1, s-maxage=2", TRUE,
    RT_FRESH_BY_S_MAXAGE, 0, TRUE },
  { 200, DATE "Cache-Control: max-age=60, s-maxage=1, s-maxage=2", FALSE,
    RT_FRESH_BY_MAX_AGE, 60 },
  { 200, DATE "Cache-Control: max-age=60, s-maxage", TRUE, RT_FRESH_BY_S_MAXAGE, 0, TRUE },
  { 200, DATE "Expires: Sun, 22 Nov 2026 12:00:00 GMT", FALSE, RT_FRESH_BY_EXPIRES, 86400 },
  { 200, DATE "Expires: Fri, 20 Nov 2026 12:00:00 GMT", FALSE, RT_FRESH_BY_EXPIRES, 0 },
  { 200, DATE "Expires: 0", FALSE, RT_FRESH_BY_EXPIRES, 0 },
  { 200, "Expires: Sat, 21 Nov 2026 12:01:00 GMT", FALSE, RT_FRESH_BY_EXPIRES, 60 },
  { 200, DATE "Last-Modified: Fri, 20 Nov 2026 12:00:00 GMT", FALSE, RT_FRESH_BY_HEURISTIC, 8640 },
  { 200, DATE "Last-Modified: Sun, 22 Nov 2026 12:00:00 GMT", FALSE, RT_FRESH_UNSAID, 0 },
  { 302, DATE "Last-Modified: Fri, 20 Nov 2026 12:00:00 GMT", FALSE, RT_FRESH_UNSAID, 0 },
  { 302, DATE "Cache-Control: public\nLast-Modified: Fri, 20 Nov 2026 12:00:00 GMT", FALSE,
    RT_FRESH_BY_HEURISTIC, 8640 },
  { 200, DATE, FALSE, RT_FRESH_UNSAID, 0 },
};

static void
test_lifetime (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TopicRow row = { "", cases[i].status, NULL, cases[i].response };
      g_autoptr(RtTrail) trail = topic_row_new_trail (&row);
      g_autoptr(RtCase) self = rt_case_new (trail, 0, cases_get_catalogue (), CASES_NOW);
      RtFreshness fresh = rt_freshness_of (self, cases[i].shared);

      g_test_message ("%s", cases[i].response);
      g_assert_cmpint (fresh.rule, ==, cases[i].rule);
      g_assert_cmpint (fresh.lifetime, ==, cases[i].lifetime);
      g_assert_cmpint (fresh.is_unsure, ==, cases[i].is_unsure);
    }
}

static gint64
age_of (const char *fields,
        gint64      wall_clock)
{
  const TopicRow row = { "", 200, NULL, fields };
  g_autoptr(RtTrail) trail = topic_row_new_trail (&row);
  g_autoptr(RtCase) self = NULL;
  RtTiming timing;

  rt_exchange_get_timing (rt_trail_get_last (trail), &timing);
  timing.wall_clock = wall_clock * G_USEC_PER_SEC;
  rt_exchange_set_timing (rt_trail_get_last (trail), &timing);
  self = rt_case_new (trail, 0, cases_get_catalogue (), CASES_NOW);

  return rt_freshness_age (self);
}

static void
test_age (void)
{
  g_assert_cmpint (age_of (DATE, 0), ==, 0);
  g_assert_cmpint (age_of (DATE "Age: 5", 0), ==, 5);
  g_assert_cmpint (age_of (DATE "Age: x", 0), ==, 0);
  g_assert_cmpint (age_of (DATE "Age: 100, 200", 0), ==, 100);
  g_assert_cmpint (age_of (DATE "Age: 100\nAge: 200", 0), ==, 100);
  g_assert_cmpint (age_of (DATE "Age: x, 200", 0), ==, 0);
  g_assert_cmpint (age_of (DATE "Age: ,200", 0), ==, 0);
  g_assert_cmpint (age_of (DATE "Age: 99999999999999999999", 0), ==, RT_FRESHNESS_NEVER);
  g_assert_cmpint (age_of ("Date: Sat, 21 Nov 2026 11:00:00 GMT\nAge: 5", 0), ==, 3600);
  /* The clock at its arrival counts, not that of now. */
  g_assert_cmpint (age_of ("Date: Sat, 21 Nov 2026 11:00:00 GMT", CASES_NOW - 3600), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/freshness/lifetime", test_lifetime);
  g_test_add_func ("/freshness/age", test_age);

  return g_test_run ();
}
