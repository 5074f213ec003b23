/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The retry policy: its default, and Retry-After. */

#include "retry-policy.h"

#include <string.h>

#include "field-date.h"

const RtRetryPolicy rt_retry_policy_default = {
  .tries = 0,
  .base_delay = 500,
  .max_delay = 30 * 1000,
  .outcomes = RT_RETRY_ON_429 | RT_RETRY_ON_502 | RT_RETRY_ON_503 | RT_RETRY_ON_504 |
              RT_RETRY_ON_CONNECT | RT_RETRY_ON_TIMEOUT,
  .heed_retry_after = TRUE,
  .retry_after_limit = 120,
};

gboolean
rt_retry_policy_equal (const RtRetryPolicy *a,
                       const RtRetryPolicy *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->tries == b->tries && a->base_delay == b->base_delay &&
         a->max_delay == b->max_delay && a->outcomes == b->outcomes &&
         a->any_method == b->any_method && a->heed_retry_after == b->heed_retry_after &&
         a->retry_after_limit == b->retry_after_limit;
}

gint64
rt_retry_after_parse (const char *value,
                      gint64      now)
{
  g_autofree char *trimmed = NULL;
  gint64 date;

  g_return_val_if_fail (value != NULL, -1);

  trimmed = g_strstrip (g_strdup (value));
  if (*trimmed != '\0' && trimmed[strspn (trimmed, "0123456789")] == '\0')
    return MIN (g_ascii_strtoull (trimmed, NULL, 10), (guint64) G_MAXINT64);

  date = rt_field_date_parse (trimmed, now);

  return date < 0 ? -1 : MAX (0, date - now);
}
