/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the grammar of ranges; judges no exchange. */

#include "config.h"

#include "byte-range.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "directives.h"
#include "grammar.h"

#define PARTS_MAX 1000

void
rt_content_range_clear (RtContentRange *range)
{
  g_return_if_fail (range != NULL);

  g_clear_pointer (&range->unit, g_free);
}

/* "0-99" or "*". */
static const char *
read_span (RtContentRange *range,
           const char     *text)
{
  const char *hyphen = strchr (text, '-');
  g_autofree char *first = NULL;

  if (g_str_equal (text, "*"))
    {
      range->unsatisfied = TRUE;
      return NULL;
    }
  if (hyphen == NULL)
    return _("there is no hyphen between the first and the last position");

  first = g_strndup (text, hyphen - text);
  if (!rt_directive_read_digits (first, &range->first) ||
      !rt_directive_read_digits (hyphen + 1, &range->last))
    {
      range->first = range->last = -1;
      return _("a position is no whole number");
    }

  return range->first > range->last ? _("the last position is before the first") : NULL;
}

static const char *
read_total (RtContentRange *range,
            const char     *text)
{
  if (g_str_equal (text, "*"))
    return range->unsatisfied ? _("both sides of the slash are “*”") : NULL;
  if (!rt_directive_read_digits (text, &range->total))
    {
      range->total = -1;
      return _("the total length is no whole number");
    }
  if (range->last >= 0 && range->total <= range->last)
    return _("the total length is not greater than the last position");

  return NULL;
}

void
rt_content_range_parse (const char      *text,
                        RtContentRange  *range,
                        const char     **trouble)
{
  const char *space, *slash, *spot;
  g_autofree char *span = NULL;

  g_return_if_fail (text != NULL && range != NULL && trouble != NULL);

  *range = (RtContentRange) { NULL, -1, -1, -1, FALSE };
  space = strchr (text, ' ');
  if (space == NULL)
    space = strchr (text, '=');
  range->unit = g_strndup (text, space != NULL ? space - text : 0);
  spot = space != NULL ? space + 1 : text;
  slash = strchr (spot, '/');
  span = slash != NULL ? g_strndup (spot, slash - spot) : g_strdup (spot);
  *trouble = read_span (range, span);
  if (slash == NULL)
    *trouble = _("there is no slash before the total length");
  else if (*trouble == NULL)
    *trouble = read_total (range, slash + 1);
  if (space == NULL || !rt_grammar_is_token (range->unit, -1))
    *trouble = _("there is no unit, such as “bytes”, before it");
  else if (*space == '=')
    *trouble = _("a space must follow the unit, not an equals sign");
}

gboolean
rt_content_range_read (const char     *text,
                       RtContentRange *range)
{
  const char *trouble;
  gboolean of_bytes;

  rt_content_range_parse (text, range, &trouble);
  of_bytes = g_ascii_strcasecmp (range->unit, "bytes") == 0;
  rt_content_range_clear (range);

  return trouble == NULL && of_bytes;
}

static const char *
read_range (const char  *text,
            RtByteRange *range)
{
  const char *hyphen = strchr (text, '-');
  g_autofree char *first = hyphen != NULL ? g_strndup (text, hyphen - text) : NULL;

  *range = (RtByteRange) { -1, -1 };
  if (hyphen == NULL)
    return _("a range has no hyphen");
  if (*first != '\0' && !rt_directive_read_digits (first, &range->first))
    return _("a position is no whole number");
  if (hyphen[1] != '\0' && !rt_directive_read_digits (hyphen + 1, &range->last))
    return _("a position is no whole number");
  if (range->first < 0 && range->last < 0)
    return _("a range has neither a first nor a last position");

  return range->first >= 0 && range->last >= 0 && range->first > range->last
           ? _("the last position is before the first") : NULL;
}

GArray *
rt_byte_ranges_parse (const char  *text,
                      const char **trouble)
{
  g_autoptr(GArray) ranges = g_array_new (FALSE, FALSE, sizeof (RtByteRange));
  g_auto(GStrv) texts = NULL;

  g_return_val_if_fail (text != NULL && trouble != NULL, NULL);

  *trouble = NULL;
  if (g_ascii_strncasecmp (text, "bytes=", 6) != 0)
    {
      *trouble = strchr (text, '=') != NULL ? _("its unit is not “bytes”")
                                            : _("there is no “bytes=” before it");
      return NULL;
    }

  texts = g_strsplit (text + 6, ",", -1);
  for (guint i = 0; texts[i] != NULL; i++)
    {
      RtByteRange range;

      if (*g_strstrip (texts[i]) == '\0')
        continue;
      *trouble = read_range (texts[i], &range);
      if (*trouble != NULL)
        return NULL;
      g_array_append_val (ranges, range);
    }
  if (ranges->len == 0)
    *trouble = _("it names no range");

  return *trouble == NULL ? g_steal_pointer (&ranges) : NULL;
}

void
rt_range_part_free (RtRangePart *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->content_range, g_free);
  g_clear_pointer (&self->content_type, g_free);
  g_free (self);
}

/* The fields of a part: from @at to the blank line. The place behind it. */
static gsize
read_fields (RtRangePart  *part,
             const guint8 *data,
             gsize         at,
             gsize         length)
{
  while (at < length)
    {
      const guint8 *end = memchr (data + at, '\n', length - at);
      gsize next = end != NULL ? (gsize) (end - data) + 1 : length;
      g_autofree char *line = g_strndup ((const char *) data + at, next - at);
      char *colon;

      at = next;
      if (*g_strstrip (line) == '\0')
        return at;
      colon = strchr (line, ':');
      if (colon == NULL)
        continue;
      *colon = '\0';
      if (g_ascii_strcasecmp (line, "Content-Range") == 0 && part->content_range == NULL)
        part->content_range = g_strdup (g_strstrip (colon + 1));
      if (g_ascii_strcasecmp (line, "Content-Type") == 0 && part->content_type == NULL)
        part->content_type = g_strdup (g_strstrip (colon + 1));
    }

  return at;
}

/* The next "--boundary" at the start of a line; -1 when there is none. */
static gssize
find_boundary (const guint8 *data,
               gsize         at,
               gsize         length,
               const char   *mark)
{
  gsize n = strlen (mark);

  while (at < length)
    {
      const guint8 *found = memmem (data + at, length - at, mark, n);

      if (found == NULL)
        return -1;
      at = found - data;
      if (at == 0 || data[at - 1] == '\n')
        return at;
      at++;
    }

  return -1;
}

GPtrArray *
rt_range_parts_parse (const char   *boundary,
                      const guint8 *data,
                      gsize         length,
                      gboolean     *is_closed)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) rt_range_part_free);
  g_autofree char *mark = g_strconcat ("--", boundary, NULL);
  gsize n = strlen (mark);
  gssize at = find_boundary (data, 0, length, mark);

  *is_closed = FALSE;
  while (at >= 0 && parts->len < PARTS_MAX)
    {
      gsize start = at + n;
      const guint8 *line;
      RtRangePart *part;

      if (length - start >= 2 && data[start] == '-' && data[start + 1] == '-')
        {
          *is_closed = TRUE;
          break;
        }
      line = memchr (data + start, '\n', length - start);
      if (line == NULL)
        break;

      part = g_new0 (RtRangePart, 1);
      part->offset = read_fields (part, data, line - data + 1, length);
      at = find_boundary (data, part->offset, length, mark);
      part->length = (at < 0 ? length : (gsize) at) - part->offset;
      /* The line end before a boundary belongs to it. */
      if (at >= 0 && part->length > 0)
        part->length--;
      if (at >= 0 && part->length > 0 && data[part->offset + part->length - 1] == '\r')
        part->length--;
      g_ptr_array_add (parts, part);
    }

  return parts;
}

/* Where @asked begins in content of @total bytes; -1 when that is not known. */
static gint64
find_first (const RtByteRange *asked,
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
      const RtByteRange *range = &g_array_index (asked, RtByteRange, i);
      gint64 first = find_first (range, given->total);

      if (first < 0 || (given->first == first
                        && (range->first < 0 || range->last < 0 || asked->len > 1
                            || given->last <= range->last)))
        return TRUE;
    }

  return FALSE;
}

gboolean
rt_byte_ranges_exist (GArray *asked,
                       gint64  total)
{
  g_return_val_if_fail (asked != NULL, FALSE);

  for (guint i = 0; i < asked->len; i++)
    {
      const RtByteRange *range = &g_array_index (asked, RtByteRange, i);

      if (range->first >= 0 ? range->first < total : range->last > 0 && total > 0)
        return TRUE;
    }

  return FALSE;
}
