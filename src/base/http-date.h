/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The three forms of a date in HTTP (RFC 9110 section 5.6.7). Pure. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  RT_HTTP_DATE_FIXDATE, /* "Sun, 06 Nov 1994 08:49:37 GMT" */
  RT_HTTP_DATE_RFC850,  /* "Sunday, 06-Nov-94 08:49:37 GMT", obsolete */
  RT_HTTP_DATE_ASCTIME, /* "Sun Nov  6 08:49:37 1994", obsolete */
} RtHttpDateForm;

/**
 * rt_http_date_parse:
 * @text: the value of a field, ending in NUL; white space around it is ignored
 * @now: Unix seconds; decides the century of a year of two digits: one that
 *   seems more than 50 years ahead is the last past year with these digits
 * @seconds: (out): Unix seconds
 * @form: (out) (optional): how it was written
 *
 * The name of the weekday must be one, but is not compared with the date.
 *
 * Returns: TRUE when @text is a date
 */
gboolean rt_http_date_parse  (const char     *text,
                              gint64          now,
                              gint64         *seconds,
                              RtHttpDateForm *form);

/** "Sun, 06 Nov 1994 08:49:37 GMT"; NULL beyond the year 9999. (transfer full) (nullable) */
char    *rt_http_date_format (gint64          seconds);

G_END_DECLS
