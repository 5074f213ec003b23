/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The steps of a JSONPath: segments and their selectors (RFC 9535 sections 2.3
 * and 2.5).
 */

#include "config.h"

#include "json-path-read.h"

/* After what may be the start, at the colon. */
static gboolean
read_slice (RtPathReader   *r,
            RtPathSelector *selector)
{
  selector->kind = RT_PATH_SLICE;
  selector->step = 1;
  r->p++;
  rt_path_skip_space (r);
  if (rt_path_at_integer (r))
    {
      selector->has_end = TRUE;
      if (!rt_path_read_integer (r, &selector->end))
        return FALSE;
      rt_path_skip_space (r);
    }
  if (!rt_path_skip (r, ":"))
    return TRUE;
  rt_path_skip_space (r);

  return !rt_path_at_integer (r) || rt_path_read_integer (r, &selector->step);
}

static gboolean
read_index_or_slice (RtPathReader   *r,
                     RtPathSelector *selector)
{
  const char *end;

  selector->kind = RT_PATH_INDEX;
  if (rt_path_at_integer (r))
    {
      selector->has_start = TRUE;
      if (!rt_path_read_integer (r, &selector->start))
        return FALSE;
    }
  end = r->p;
  rt_path_skip_space (r);
  if (*r->p == ':')
    return read_slice (r, selector);
  r->p = end;

  return selector->has_start ||
         rt_path_fail (r, _("a name in quotes, a number, * or ? is expected here"));
}

static gboolean
read_selector (RtPathReader  *r,
               RtPathSegment *segment)
{
  RtPathSelector *selector = g_new0 (RtPathSelector, 1);

  g_ptr_array_add (segment->selectors, selector);
  if (*r->p == '\'' || *r->p == '"')
    {
      selector->kind = RT_PATH_NAME;
      selector->name = rt_path_read_string (r);
      return selector->name != NULL;
    }
  if (rt_path_skip (r, "*"))
    {
      selector->kind = RT_PATH_WILDCARD;
      return TRUE;
    }
  if (rt_path_skip (r, "?"))
    {
      selector->kind = RT_PATH_FILTER;
      rt_path_skip_space (r);
      selector->filter = rt_path_read_filter (r);
      return selector->filter != NULL;
    }

  return read_index_or_slice (r, selector);
}

static gboolean
read_brackets (RtPathReader  *r,
               RtPathSegment *segment)
{
  r->p++;
  do
    {
      rt_path_skip_space (r);
      if (!read_selector (r, segment))
        return FALSE;
      rt_path_skip_space (r);
    }
  while (rt_path_skip (r, ","));

  return rt_path_skip (r, "]") || rt_path_fail (r, _("a comma or ] is expected here"));
}

static gboolean
is_name_character (const char *p,
                   gboolean    first)
{
  return g_ascii_isalpha (*p) || *p == '_' || (guchar) *p >= 0x80 ||
         (!first && g_ascii_isdigit (*p));
}

static gboolean
read_shorthand (RtPathReader  *r,
                RtPathSegment *segment)
{
  RtPathSelector *selector;
  const char *start = r->p;

  if (*r->p != '*' && !is_name_character (r->p, TRUE))
    return rt_path_fail (r, _("a name or * is expected here"));
  selector = g_new0 (RtPathSelector, 1);
  g_ptr_array_add (segment->selectors, selector);
  selector->kind = rt_path_skip (r, "*") ? RT_PATH_WILDCARD : RT_PATH_NAME;
  if (selector->kind == RT_PATH_WILDCARD)
    return TRUE;
  while (is_name_character (r->p, FALSE))
    r->p++;
  selector->name = g_string_new_len (start, r->p - start);

  return TRUE;
}

static gboolean
read_segment (RtPathReader *r,
              RtPathQuery  *query)
{
  RtPathSegment *segment = g_new0 (RtPathSegment, 1);

  segment->selectors = g_ptr_array_new_with_free_func ((GDestroyNotify) rt_path_selector_free);
  g_ptr_array_add (query->segments, segment);
  if (query->segments->len > RT_PATH_MAX_PARTS)
    return rt_path_fail_at (r, r->p, RT_JSON_PATH_ERROR_LENGTH, _("the path has too many steps"));
  segment->descendant = rt_path_skip (r, "..");
  if (*r->p == '[')
    return read_brackets (r, segment);
  if (!segment->descendant)
    r->p++;

  return read_shorthand (r, segment);
}

/* At "$" or "@". */
RtPathQuery *
rt_path_read_query (RtPathReader *r)
{
  g_autoptr (RtPathQuery) query = g_new0 (RtPathQuery, 1);

  query->relative = *r->p++ == '@';
  query->segments = g_ptr_array_new_with_free_func ((GDestroyNotify) rt_path_segment_free);
  while (TRUE)
    {
      const char *end = r->p;

      rt_path_skip_space (r);
      if (*r->p != '.' && *r->p != '[')
        {
          r->p = end;
          return g_steal_pointer (&query);
        }
      if (!read_segment (r, query))
        return NULL;
    }
}
