/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Ranges of bytes. */

#include "byte-range.h"

#include <string.h>

#include "link-list.h"

#define RANGES_MAX 100
#define NUMBER_MAX (G_GINT64_CONSTANT (1) << 62)

/* -1 when there are no digits, -2 when there are too many. */
static gint64
take_number (const char **at)
{
  gint64 number = -1;

  for (; g_ascii_isdigit (**at); (*at)++)
    {
      number = MAX (number, 0);
      if (number > (NUMBER_MAX - 9) / 10)
        return -2;
      number = number * 10 + (**at - '0');
    }

  return number;
}

/* After "bytes" and @sign; without case, as range units are. */
static const char *
skip_unit (const char *value,
           const char *signs)
{
  while (*value == ' ' || *value == '\t')
    value++;
  if (g_ascii_strncasecmp (value, "bytes", 5) != 0 || value[5] == '\0'
      || strchr (signs, value[5]) == NULL)
    return NULL;

  return value + 6;
}

static gboolean
parse_asked (const char   *at,
             RtAskedRange *range)
{
  range->first = take_number (&at);
  if (*at++ != '-')
    return FALSE;
  range->last = take_number (&at);
  if (*at != '\0' || range->first < -1 || range->last < -1)
    return FALSE;
  if (range->first < 0)
    return range->last >= 0;

  return range->last < 0 || range->first <= range->last;
}

GArray *
rt_asked_ranges_parse (const char *value)
{
  g_autoptr(GArray) ranges = g_array_new (FALSE, FALSE, sizeof (RtAskedRange));
  g_auto(GStrv) members = NULL;

  g_return_val_if_fail (value != NULL, NULL);

  value = skip_unit (value, "=");
  if (value == NULL)
    return NULL;
  members = rt_list_split (value);
  for (guint i = 0; members[i] != NULL && i < RANGES_MAX; i++)
    {
      RtAskedRange range;

      if (!parse_asked (members[i], &range))
        return NULL;
      g_array_append_val (ranges, range);
    }

  return ranges->len > 0 ? g_steal_pointer (&ranges) : NULL;
}

static const char *
take_span (const char     *at,
           RtContentRange *range)
{
  range->first = range->last = -1;
  if (*at == '*')
    return at + 1;
  range->first = take_number (&at);
  if (range->first < 0 || *at != '-')
    return NULL;
  at++;
  range->last = take_number (&at);

  return range->last >= range->first ? at : NULL;
}

gboolean
rt_content_range_parse (const char     *value,
                        RtContentRange *range)
{
  const char *at;

  g_return_val_if_fail (value != NULL, FALSE);
  g_return_val_if_fail (range != NULL, FALSE);

  at = skip_unit (value, " ");
  if (at == NULL)
    return FALSE;
  at = take_span (at, range);
  if (at == NULL || *at++ != '/')
    return FALSE;
  if (*at == '*')
    {
      range->total = -1;
      return at[1] == '\0' && range->first >= 0;
    }
  range->total = take_number (&at);

  return *at == '\0' && range->total >= 0 && range->last < range->total;
}

/* Where @asked begins in content of @total bytes; -1 when that is not known. */
static gint64
find_first (const RtAskedRange *asked,
            gint64              total)
{
  if (asked->first >= 0)
    return asked->first;

  return total >= 0 ? MAX (total - asked->last, 0) : -1;
}

gboolean
rt_content_range_answers (const RtContentRange *given,
                          GArray               *asked)
{
  g_return_val_if_fail (given != NULL, FALSE);
  g_return_val_if_fail (asked != NULL, FALSE);

  for (guint i = 0; i < asked->len; i++)
    {
      const RtAskedRange *range = &g_array_index (asked, RtAskedRange, i);
      gint64 first = find_first (range, given->total);

      if (first < 0 || (given->first == first
                        && (range->first < 0 || range->last < 0 || asked->len > 1
                            || given->last <= range->last)))
        return TRUE;
    }

  return FALSE;
}

gboolean
rt_asked_ranges_exist (GArray *asked,
                       gint64  total)
{
  g_return_val_if_fail (asked != NULL, FALSE);

  for (guint i = 0; i < asked->len; i++)
    {
      const RtAskedRange *range = &g_array_index (asked, RtAskedRange, i);

      if (range->first >= 0 ? range->first < total : range->last > 0 && total > 0)
        return TRUE;
    }

  return FALSE;
}
