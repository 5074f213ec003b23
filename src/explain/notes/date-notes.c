/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The topic "dates": Date and the clocks, the forms of dates, Age (RFC 9110
 * sections 5.6.7 and 6.6.1, RFC 9111 section 5.1).
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "freshness.h"
#include "saying.h"
#include "span.h"
#include "topics.h"

#define DATE_SECTION "RFC 9110, section 6.6.1"
#define FORM_SECTION "RFC 9110, section 5.6.7"

/* Seconds by which Date may differ from our clock: the two clocks, and the way. */
#define TOLERANCE 60
/* Beyond it the difference is worth a warning. */
#define WRONG (5 * 60)
#define YEAR (G_GINT64_CONSTANT (365) * 86400)

static void
explain_missing (RtCase *self)
{
  gboolean matters = rt_case_find_response (self, "Expires") >= 0 || self->status == 304;

  if (rt_case_find_response (self, "Date") >= 0 || self->status < 200 || self->status >= 500)
    return;

  rt_say (self, RT_NOTE_ON_STATUS, "dates-missing", matters ? RT_NOTE_WARNING : RT_NOTE_INFO,
          DATE_SECTION, _("The response has no Date."),
          _("A server with a clock has to say when it made the response. Caches reckon age and "
            "lifetime from it; without it they take the time of arrival."));
}

/* What is "0" or "-1" in Expires is an idiom, of which the topic "caching" speaks. */
static gboolean
is_idiom (const char *name,
          const char *value)
{
  return g_str_equal (name, "Expires") &&
         (g_str_equal (value, "0") || g_str_equal (value, "-1"));
}

static void
say_unreadable (RtCase     *self,
                const char *name,
                const char *quoted)
{
  rt_say_response (self, name, "dates-unreadable", RT_NOTE_WARNING, FORM_SECTION,
                   _("This is not a date."),
                   g_str_equal (name, "Expires")
                     ? _("%s is %s. A date in HTTP looks like “Sun, 06 Nov 1994 08:49:37 GMT”. "
                         "Caches have to take this for a time in the past.")
                     : _("%s is %s. A date in HTTP looks like “Sun, 06 Nov 1994 08:49:37 GMT”. "
                         "Who reads this passes over it."), name, quoted);
}

static void
say_form (RtCase           *self,
          const char       *name,
          const char       *quoted,
          const RtHttpDate *date)
{
  g_autofree char *right = rt_http_date_to_string (date->time);

  if (date->is_malformed)
    rt_say_response (self, name, "dates-malformed", RT_NOTE_WARNING, FORM_SECTION,
                     _("This date is not written as HTTP wants it."),
                     _("%s is %s; it should be “%s”. Some clients and caches read it anyway, "
                       "others pass over it."), name, quoted, right != NULL ? right : "");
  else if (date->form != RT_HTTP_DATE_IMF)
    rt_say_response (self, name, "dates-obsolete-form", RT_NOTE_WARNING, FORM_SECTION,
                     _("This date has a form that is out of use."),
                     _("%s is %s. It has to be understood still, but must not be sent any more; "
                       "today it is “%s”."), name, quoted, right != NULL ? right : "");
  else if (date->wrong_weekday)
    rt_say_response (self, name, "dates-wrong-weekday", RT_NOTE_WARNING, FORM_SECTION,
                     _("The weekday of this date is wrong."),
                     _("%s is %s; that day is “%s”. Most who read it do not look at the weekday, "
                       "but it was probably written by hand."), name, quoted,
                     right != NULL ? right : "");
}

static void
explain_forms (RtCase *self)
{
  static const char *const names[] = { "Date", "Expires", "Last-Modified", "Sunset" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      int position = rt_case_find_response (self, names[i]);
      g_autofree char *value = NULL;
      g_autofree char *quoted = NULL;
      RtHttpDate date;

      if (position < 0)
        continue;
      value = rt_head_dup_field_value (self->response, position);
      quoted = rt_case_quote (value);
      if (is_idiom (names[i], value))
        continue;
      if (!rt_http_date_parse (value, -1, self->now, &date))
        say_unreadable (self, names[i], quoted);
      else
        say_form (self, names[i], quoted, &date);
    }
}

static void
explain_skew (RtCase *self,
              gint64  behind,
              gint64  date)
{
  g_autofree char *words = rt_span_words (behind);
  g_autofree char *local = rt_span_local (date);
  RtNoteLevel level = ABS (behind) > WRONG ? RT_NOTE_WARNING : RT_NOTE_INFO;

  if (behind < 0)
    rt_say_response (self, "Date", "dates-clock-ahead", level, DATE_SECTION,
                     _("The server's clock is ahead of yours."),
                     _("Date is %s in your zone, %s later than your clock said when it came. One "
                       "of the two clocks is wrong. Caches take lifetimes from these times, and "
                       "tokens and cookies may end too early or too late."), local, words);
  else
    rt_say_response (self, "Date", "dates-clock-behind", level, DATE_SECTION,
                     _("The response is older than it should be."),
                     _("Date is %s in your zone, %s before it came, and Age does not account for "
                       "that. Either a clock is wrong, or a cache kept the response and does not "
                       "say so."), local, words);
}

/* Seconds by which @date lies before the exchange, or after it (negative). A slow
 * server may make it at any moment of the exchange. */
static gint64
measure_behind (const RtCase *self,
                gint64        date)
{
  gint64 begun = rt_case_get_begun (self), received = rt_case_get_received (self);

  if (date < begun)
    return begun - date;

  return MIN (0, received - date);
}

/* A cache may have kept it for @age seconds; some then renew Date. */
static void
explain_clock (RtCase *self,
               gint64  age)
{
  RtHttpDate date;
  gint64 behind;

  if (!rt_case_get_date (self, "Date", &date))
    return;

  behind = measure_behind (self, date.time);
  if (ABS (behind - age) <= TOLERANCE)
    return;
  if (behind < -TOLERANCE || behind > age)
    explain_skew (self, behind > 0 ? behind - age : behind, date.time);
  else
    {
      g_autofree char *words = rt_span_words (age);

      rt_say_response (self, "Date", "dates-renewed", RT_NOTE_INFO, DATE_SECTION,
                       _("A cache seems to have renewed Date."),
                       _("Age says that the response is %s old, but Date is of now. Date should "
                         "stay what the server said; a cache after this one would reckon the age "
                         "twice."), words);
    }
}

static void
say_age (RtCase     *self,
         const char *quoted)
{
  rt_say_response (self, "Age", "dates-age-malformed", RT_NOTE_WARNING, "RFC 9111, section 5.1",
                   _("Age is not a number of seconds."),
                   _("It is %s. Only digits are allowed; caches pass over anything else, and then "
                     "do not know how old the response is."), quoted);
}

/* Seconds; 0 when there is none that can be read. */
static gint64
explain_age (RtCase *self)
{
  g_autofree char *value = rt_case_dup_response (self, "Age");
  g_autofree char *quoted = NULL;
  gint64 age;

  if (value == NULL)
    return 0;

  quoted = rt_case_quote (value);
  if (!rt_freshness_read_age (self, &age))
    {
      say_age (self, quoted);
      return 0;
    }
  if (strchr (value, ',') != NULL)
    rt_say_response (self, "Age", "dates-age-list", RT_NOTE_WARNING, "RFC 9111, section 5.1",
                     _("Age is there more than once: only the first one counts."),
                     _("It is %s, and should be one number. A cache that adds an Age of its own "
                       "has to replace the one that came."), quoted);
  if (age > YEAR)
    rt_say_response (self, "Age", "dates-age-huge",
                     age >= RT_FRESHNESS_NEVER ? RT_NOTE_WARNING : RT_NOTE_INFO, "RFC 9111, "
                                                                                 "section 5.1",
                     _("Age is larger than a year."),
                     _("It is %s seconds. That is hardly true; a clock somewhere on the way is "
                       "probably wrong."), quoted);

  return age;
}

void
rt_explain_dates (RtCase *self)
{
  gint64 age;

  if (self->response == NULL || self->status < 200)
    return;

  explain_missing (self);
  explain_forms (self);
  age = explain_age (self);
  explain_clock (self, age);
}
