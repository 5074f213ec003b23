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
