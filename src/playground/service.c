/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns what is remembered between requests, and bounds it: a client can make
 * up any number of keys.
 */

#include "service.h"

#define MAX_REMEMBERED 1024

typedef struct
{
  gint64 ends; /* monotonic, microseconds */
  guint  used;
} Window;

typedef struct
{
  guint uses_left;  /* 0 with limited: used up */
  gboolean limited;
  guint last_count;
  char *first_nonce;  /* of the session that it carries on; NULL when it begins one */
  char *first_cnonce;
} Nonce;

static void
nonce_free (gpointer data)
{
  Nonce *nonce = data;

  g_clear_pointer (&nonce->first_nonce, g_free);
  g_clear_pointer (&nonce->first_cnonce, g_free);
  g_free (nonce);
}

static void
trouble_free (gpointer data)
{
  RtTroubleOrigin *trouble = data;

  g_clear_pointer (&trouble->name, g_free);
  g_clear_pointer (&trouble->origin, g_free);
  g_free (trouble);
}

RtService *
rt_service_new (void)
{
  RtService *self = g_new0 (RtService, 1);

  self->cancellable = g_cancellable_new ();
  self->troubles = g_ptr_array_new_with_free_func (trouble_free);
  g_mutex_init (&self->lock);
  self->windows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->nonces = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, nonce_free);
  return self;
}

void
rt_service_free (RtService *self)
{
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->http_origin, g_free);
  g_clear_pointer (&self->https_origin, g_free);
  g_clear_pointer (&self->ca_pem, g_free);
  g_clear_pointer (&self->troubles, g_ptr_array_unref);
  g_clear_pointer (&self->windows, g_hash_table_unref);
  g_clear_pointer (&self->nonces, g_hash_table_unref);
  g_mutex_clear (&self->lock);
  g_free (self);
}

void
rt_service_add_trouble (RtService  *self,
                        const char *name,
                        const char *origin)
{
  RtTroubleOrigin *trouble = g_new0 (RtTroubleOrigin, 1);

  trouble->name = g_strdup (name);
  trouble->origin = g_strdup (origin);
  g_ptr_array_add (self->troubles, trouble);
}

const char *
rt_service_find_trouble (RtService  *self,
                         const char *name)
{
  for (guint i = 0; i < self->troubles->len; i++)
    {
      RtTroubleOrigin *trouble = g_ptr_array_index (self->troubles, i);

      if (g_strcmp0 (trouble->name, name) == 0)
        return trouble->origin;
    }
  return NULL;
}

RtWindowUse
rt_service_count (RtService  *self,
                  const char *key,
                  guint       seconds)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  gint64 now = g_get_monotonic_time ();
  Window *window = g_hash_table_lookup (self->windows, key);
  gint64 left;

  if (window == NULL)
    {
      if (g_hash_table_size (self->windows) >= MAX_REMEMBERED)
        g_hash_table_remove_all (self->windows);
      window = g_new0 (Window, 1);
      g_hash_table_insert (self->windows, g_strdup (key), window);
    }
  if (window->ends <= now)
    {
      window->ends = now + (gint64) seconds * G_USEC_PER_SEC;
      window->used = 0;
    }
  window->used++;
  left = window->ends - now;
  return (RtWindowUse) { window->used, (left + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC };
}

char *
rt_service_issue_nonce (RtService *self,
                        guint      uses)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  g_autofree char *random = g_uuid_string_random ();
  /* With what a careless parser trips over. */
  g_autofree char *text = g_strconcat (random, "==", NULL);
  Nonce *nonce = g_new0 (Nonce, 1);

  if (g_hash_table_size (self->nonces) >= MAX_REMEMBERED)
    g_hash_table_remove_all (self->nonces);
  nonce->limited = uses > 0;
  nonce->uses_left = uses;
  g_hash_table_insert (self->nonces, g_strdup (text), nonce);
  return g_steal_pointer (&text);
}

void
rt_service_bind_nonce (RtService  *self,
                       const char *text,
                       const char *first_nonce,
                       const char *first_cnonce)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  Nonce *nonce = g_hash_table_lookup (self->nonces, text);

  if (nonce == NULL)
    return;
  nonce->first_nonce = g_strdup (first_nonce);
  nonce->first_cnonce = g_strdup (first_cnonce);
}

gboolean
rt_service_find_session (RtService  *self,
                         const char *text,
                         char      **first_nonce,
                         char      **first_cnonce)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  Nonce *nonce = g_hash_table_lookup (self->nonces, text);

  *first_nonce = nonce != NULL ? g_strdup (nonce->first_nonce) : NULL;
  *first_cnonce = nonce != NULL ? g_strdup (nonce->first_cnonce) : NULL;
  return *first_nonce != NULL;
}

RtNonceVerdict
rt_service_use_nonce (RtService  *self,
                      const char *text,
                      guint       count)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  Nonce *nonce = g_hash_table_lookup (self->nonces, text);

  if (nonce == NULL)
    return RT_NONCE_UNKNOWN;
  if (nonce->limited && nonce->uses_left == 0)
    return RT_NONCE_STALE;
  if (count > 0 && count <= nonce->last_count)
    return RT_NONCE_REPLAYED;
  nonce->last_count = MAX (count, nonce->last_count);
  if (nonce->limited)
    nonce->uses_left--;
  return RT_NONCE_GOOD;
}
