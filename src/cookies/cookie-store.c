/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the list of cookies and who is pushed out when it is full. Knows no
 * request and emits nothing.
 */

#include "cookie-store.h"

#include <string.h>

typedef struct
{
  RtCookie *cookie;
  guint64   used; /* rank of its last use: the higher, the later */
} Entry;

struct _RtCookieStore
{
  GPtrArray *entries; /* Entry */
  guint64    uses;
};

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->cookie);
  g_free (entry);
}

RtCookieStore *
rt_cookie_store_new (void)
{
  RtCookieStore *self = g_new0 (RtCookieStore, 1);

  self->entries = g_ptr_array_new_with_free_func (free_entry);

  return self;
}

void
rt_cookie_store_free (RtCookieStore *self)
{
  g_ptr_array_unref (self->entries);
  g_free (self);
}

guint
rt_cookie_store_get_length (RtCookieStore *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->entries->len;
}

static Entry *
get_entry (RtCookieStore *self,
           guint          index)
{
  return g_ptr_array_index (self->entries, index);
}

RtCookie *
rt_cookie_store_get (RtCookieStore *self,
                     guint          index)
{
  g_return_val_if_fail (self != NULL && index < self->entries->len, NULL);

  return get_entry (self, index)->cookie;
}

static gboolean
is_same (RtCookie *a,
         RtCookie *b)
{
  return strcmp (rt_cookie_get_name (a), rt_cookie_get_name (b)) == 0 &&
         strcmp (rt_cookie_get_domain (a), rt_cookie_get_domain (b)) == 0 &&
         strcmp (rt_cookie_get_path (a), rt_cookie_get_path (b)) == 0 &&
         rt_cookie_is_host_only (a) == rt_cookie_is_host_only (b);
}

static gboolean
find_index (RtCookieStore *self,
            RtCookie      *cookie,
            guint         *index)
{
  for (*index = 0; *index < self->entries->len; (*index)++)
    if (is_same (get_entry (self, *index)->cookie, cookie))
      return TRUE;

  return FALSE;
}

RtCookie *
rt_cookie_store_find (RtCookieStore *self,
                      RtCookie      *cookie)
{
  guint index;

  g_return_val_if_fail (self != NULL && RT_IS_COOKIE (cookie), NULL);

  return find_index (self, cookie, &index) ? get_entry (self, index)->cookie : NULL;
}

void
rt_cookie_store_put (RtCookieStore *self,
                     RtCookie      *cookie)
{
  Entry *entry;
  guint index;

  g_return_if_fail (self != NULL && RT_IS_COOKIE (cookie));

  if (find_index (self, cookie, &index))
    {
      entry = get_entry (self, index);
      g_set_object (&entry->cookie, cookie);
    }
  else
    {
      entry = g_new0 (Entry, 1);
      entry->cookie = g_object_ref (cookie);
      g_ptr_array_add (self->entries, entry);
    }
  entry->used = ++self->uses;
}

gboolean
rt_cookie_store_remove (RtCookieStore *self,
                        RtCookie      *cookie)
{
  guint index;

  g_return_val_if_fail (self != NULL && RT_IS_COOKIE (cookie), FALSE);

  if (!find_index (self, cookie, &index))
    return FALSE;

  g_ptr_array_remove_index (self->entries, index);
  return TRUE;
}

void
rt_cookie_store_touch (RtCookieStore *self,
                       RtCookie      *cookie)
{
  guint index;

  g_return_if_fail (self != NULL && RT_IS_COOKIE (cookie));

  if (find_index (self, cookie, &index))
    get_entry (self, index)->used = ++self->uses;
}

static gboolean
is_expired (RtCookie *cookie,
            gint64    now)
{
  gint64 expires = rt_cookie_get_expires (cookie);

  return expires >= 0 && expires <= now;
}

/* 0 goes first. The Secure ones of a domain go after its others; over all
 * domains Secure makes no difference. */
static int
get_rank (RtCookie *cookie,
          gboolean  in_domain,
          gint64    now)
{
  if (is_expired (cookie, now))
    return 0;

  return in_domain && rt_cookie_is_secure (cookie) ? 2 : 1;
}

/* @domain: NULL for all. Returns the index of the one to go, and how many
 * there are. */
static guint
find_first_to_go (RtCookieStore *self,
                  const char    *domain,
                  gint64         now,
                  guint         *count)
{
  guint first = 0;

  *count = 0;
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = get_entry (self, i);
      Entry *best = get_entry (self, first);
      int rank = get_rank (entry->cookie, domain != NULL, now);
      int best_rank = get_rank (best->cookie, domain != NULL, now);

      if (domain != NULL && strcmp (rt_cookie_get_domain (entry->cookie), domain) != 0)
        continue;
      if ((*count)++ == 0 || rank < best_rank || (rank == best_rank && entry->used < best->used))
        first = i;
    }

  return first;
}

/* Returns the last unexpired cookie that went. */
static RtCookie *
push_out_over (RtCookieStore *self,
               const char    *domain,
               guint          limit,
               gint64         now)
{
  RtCookie *gone = NULL;
  guint count;
  guint first = find_first_to_go (self, domain, now, &count);

  while (count > limit)
    {
      RtCookie *cookie = get_entry (self, first)->cookie;

      if (!is_expired (cookie, now))
        g_set_object (&gone, cookie);
      g_ptr_array_remove_index (self->entries, first);
      first = find_first_to_go (self, domain, now, &count);
    }

  return gone;
}

RtCookie *
rt_cookie_store_push_out (RtCookieStore *self,
                          const char    *domain,
                          gint64         now)
{
  g_autoptr (RtCookie) gone = NULL;
  g_autoptr (RtCookie) gone_of_all = NULL;

  g_return_val_if_fail (self != NULL && domain != NULL, NULL);

  gone = push_out_over (self, domain, RT_COOKIE_STORE_DOMAIN_LIMIT, now);
  gone_of_all = push_out_over (self, NULL, RT_COOKIE_STORE_LIMIT, now);

  return gone != NULL ? g_steal_pointer (&gone) : g_steal_pointer (&gone_of_all);
}
