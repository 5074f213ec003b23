/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Asks the jar what it would send to the URL that is typed. Changes nothing. */

#include "config.h"

#include "cookie-listing.h"

#include <string.h>

#include "cookie-match.h"
#include "url.h"

static char *
dup_path (const RtUrl *url)
{
  const char *target = rt_url_get_target (url);

  return g_strndup (target, strcspn (target, "?"));
}

gboolean
rt_cookie_listing_is_typed (RtRequest *request)
{
  GListModel *fields;

  g_return_val_if_fail (RT_IS_REQUEST (request), FALSE);

  fields = G_LIST_MODEL (rt_request_get_fields (request));
  for (guint i = 0; i < g_list_model_get_n_items (fields); i++)
    {
      g_autoptr (RtPair) pair = g_list_model_get_item (fields, i);

      if (rt_pair_get_enabled (pair) &&
          g_ascii_strcasecmp (rt_pair_get_name (pair), "Cookie") == 0)
        return TRUE;
    }

  return FALSE;
}

char *
rt_cookie_listing_dup_target (RtRequest *request)
{
  g_autoptr (RtUrl) url = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (RT_IS_REQUEST (request), NULL);

  url = rt_url_parse (rt_request_get_url (request), NULL);
  if (url == NULL)
    return NULL;

  path = dup_path (url);
  return g_strconcat (rt_url_get_host (url), path, NULL);
}

/* Those near the site, out of @cookies. One that has expired is no longer among
 * them, and is left out here too. */
static void
add_near (GPtrArray   *items,
          GPtrArray   *cookies,
          RtCookieJar *jar,
          const RtUrl *url,
          gint64       now)
{
  g_autofree char *path = dup_path (url);
  const char *host = rt_url_get_host (url);
  const RtCookieSite site = { host, path,
                              strcmp (rt_url_get_scheme (url), "https") == 0 ||
                                rt_cookie_match_loopback (host) };
  g_autoptr (GPtrArray) verdicts = rt_cookie_jar_preview (jar, &site, now);

  for (guint i = 0; i < verdicts->len; i++)
    {
      RtCookieVerdict *verdict = g_ptr_array_index (verdicts, i);
      gboolean goes = verdict->fate == RT_COOKIE_SENT;

      if (g_ptr_array_remove (cookies, verdict->cookie))
        g_ptr_array_add (items,
                         rt_cookie_item_new (verdict->cookie,
                                             goes ? RT_COOKIE_GOES : RT_COOKIE_STAYS,
                                             goes ? NULL : verdict->why));
    }
}

GPtrArray *
rt_cookie_listing_new (RtRequest *request,
                       gint64     now)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) cookies = NULL;
  g_autoptr (RtUrl) url = NULL;
  RtCookieJar *jar;
  gboolean decides;

  g_return_val_if_fail (RT_IS_REQUEST (request), items);

  jar = rt_request_get_cookie_jar (request);
  if (jar == NULL)
    return items;

  url = rt_url_parse (rt_request_get_url (request), NULL);
  decides = url != NULL && rt_request_get_use_cookies (request) &&
            !rt_cookie_listing_is_typed (request);
  cookies = rt_cookie_jar_dup_cookies (jar);
  if (decides)
    add_near (items, cookies, jar, url, now);
  for (guint i = 0; i < cookies->len; i++)
    g_ptr_array_add (items, rt_cookie_item_new (g_ptr_array_index (cookies, i),
                                                decides ? RT_COOKIE_ELSEWHERE
                                                        : RT_COOKIE_UNDECIDED,
                                                NULL));

  return items;
}

static gboolean
is_kept (GListModel *items,
         guint       index,
         GPtrArray  *wanted,
         guint       wanted_index)
{
  g_autoptr (RtCookieItem) item = g_list_model_get_item (items, index);

  return rt_cookie_item_equal (item, g_ptr_array_index (wanted, wanted_index));
}

void
rt_cookie_listing_show (GPtrArray  *items,
                        GListStore *store)
{
  GListModel *old = G_LIST_MODEL (store);
  guint n;
  guint most;
  guint head = 0;
  guint tail = 0;

  g_return_if_fail (items != NULL);
  g_return_if_fail (G_IS_LIST_STORE (store));

  n = g_list_model_get_n_items (old);
  most = MIN (n, items->len);
  while (head < most && is_kept (old, head, items, head))
    head++;
  while (tail < most - head && is_kept (old, n - 1 - tail, items, items->len - 1 - tail))
    tail++;
  if (head + tail < n || head + tail < items->len)
    g_list_store_splice (store, head, n - head - tail, items->pdata + head,
                         items->len - head - tail);
}

guint
rt_cookie_listing_count_going (RtRequest *request)
{
  g_autoptr (GPtrArray) items =
    rt_cookie_listing_new (request, g_get_real_time () / G_USEC_PER_SEC);
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    n += rt_cookie_item_get_place (g_ptr_array_index (items, i)) == RT_COOKIE_GOES;

  return n;
}
