/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which parts of two URLs differ, and their names. */

#include "config.h"

#include "url-parts.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "word-list.h"

/* The path with its length; the query behind it, NULL when there is none. */
static gsize
split_target (const RtUrl  *url,
              const char  **query)
{
  const char *target = rt_url_get_target (url);
  gsize length = strcspn (target, "?");

  *query = target[length] == '?' ? target + length : NULL;

  return length;
}

static gboolean
same_path (const RtUrl *a,
           const RtUrl *b)
{
  const char *query;
  gsize length = split_target (a, &query);

  return split_target (b, &query) == length &&
         memcmp (rt_url_get_target (a), rt_url_get_target (b), length) == 0;
}

static gboolean
same_query (const RtUrl *a,
            const RtUrl *b)
{
  const char *query_a;
  const char *query_b;

  split_target (a, &query_a);
  split_target (b, &query_b);

  return g_strcmp0 (query_a, query_b) == 0;
}

/* From http to https the default port goes along with the scheme. */
static gboolean
same_port (const RtUrl *a,
           const RtUrl *b)
{
  return rt_url_get_port (a) == rt_url_get_port (b) ||
         (rt_url_is_default_port (a) && rt_url_is_default_port (b));
}

RtUrlParts
rt_url_parts_compare (const RtUrl *a,
                      const RtUrl *b)
{
  RtUrlParts parts = 0;

  g_return_val_if_fail (a != NULL && b != NULL, 0);

  if (!g_str_equal (rt_url_get_scheme (a), rt_url_get_scheme (b)))
    parts |= RT_URL_SCHEME;
  if (!g_str_equal (rt_url_get_host (a), rt_url_get_host (b)))
    parts |= RT_URL_HOST;
  if (!same_port (a, b))
    parts |= RT_URL_PORT;
  if (!same_path (a, b))
    parts |= RT_URL_PATH;
  if (!same_query (a, b))
    parts |= RT_URL_QUERY;
  if (g_strcmp0 (rt_url_get_fragment (a), rt_url_get_fragment (b)) != 0)
    parts |= RT_URL_FRAGMENT;

  return parts;
}

char *
rt_url_parts_to_words (RtUrlParts parts)
{
  static const struct { RtUrlParts part; const char *name; } names[] = {
    { RT_URL_SCHEME, N_("scheme") },
    { RT_URL_HOST, N_("host") },
    { RT_URL_PORT, N_("port") },
    { RT_URL_PATH, N_("path") },
    { RT_URL_QUERY, N_("query") },
    { RT_URL_FRAGMENT, N_("fragment") },
  };
  g_autoptr(GPtrArray) words = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if ((parts & names[i].part) != 0)
      g_ptr_array_add (words, (char *) _(names[i].name));
  if (words->len == 0)
    return g_strdup ("");
  list = rt_word_list_join (words);

  /* Translators: %s are parts of a URL, such as "scheme and port" */
  return g_strdup_printf (_("%s changed"), list);
}
