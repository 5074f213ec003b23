/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Dates of header fields (RFC 9110 section 5.6.7): the three forms of the
 * grammar, and what else can be understood without guessing, told apart. Not
 * the dates of cookies, which have a grammar of their own. Pure.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  RT_HTTP_DATE_IMF,     /* "Sat, 21 Nov 2026 12:00:00 GMT", the one to send */
  RT_HTTP_DATE_RFC850,  /* "Saturday, 21-Nov-26 12:00:00 GMT", obsolete */
  RT_HTTP_DATE_ASCTIME, /* "Sat Nov 21 12:00:00 2026", obsolete */
  RT_HTTP_DATE_OTHER,   /* ISO 8601 or another that HTTP does not know */
} RtHttpDateForm;

typedef struct
{
  gint64         time;          /* Unix seconds */
  RtHttpDateForm form;          /* which it is, or is nearest to */
  gboolean       is_malformed;  /* readable, but not by the grammar */
  gboolean       wrong_weekday; /* the day's name is not the day's */
} RtHttpDate;

/**
 * rt_http_date_parse:
 * @text: bytes, not necessarily NUL-terminated
 * @length: number of bytes, or -1 when @text ends in NUL
 * @now: Unix seconds; says which century two digits of a year are in
 * @date: (out): what was read
 *
 * Returns: FALSE when no instant can be read; @date is not set then
 */
gboolean rt_http_date_parse     (const char *text,
                                 gssize      length,
                                 gint64      now,
                                 RtHttpDate *date);

/** The IMF-fixdate; NULL outside the years 0 to 9999. (transfer full) (nullable) */
char    *rt_http_date_to_string (gint64      time);

G_END_DECLS
