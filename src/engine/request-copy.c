/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtRequest: one made like another, and the user information of the URL made
 * credentials. A new value of a request has to be added here.
 */

#include "request-private.h"

#include "url.h"
#include "userinfo.h"

static gboolean
is_same_item (RtPair *a,
              RtPair *b)
{
  return rt_pair_get_enabled (a) == rt_pair_get_enabled (b) &&
         g_str_equal (rt_pair_get_name (a), rt_pair_get_name (b)) &&
         g_str_equal (rt_pair_get_value (a), rt_pair_get_value (b)) &&
         g_strcmp0 (rt_pair_get_file (a), rt_pair_get_file (b)) == 0 &&
         g_strcmp0 (rt_pair_get_media_type (a), rt_pair_get_media_type (b)) == 0;
}

static gboolean
are_same_items (GListModel *a,
                GListModel *b)
{
  guint n = g_list_model_get_n_items (a);

  if (n != g_list_model_get_n_items (b))
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(RtPair) one = g_list_model_get_item (a, i);
      g_autoptr(RtPair) other = g_list_model_get_item (b, i);

      if (!is_same_item (one, other))
        return FALSE;
    }

  return TRUE;
}

/* A list that is the same already is left alone: rows of it may be shown. */
static void
assign_items (GListStore *to,
              GListStore *from)
{
  g_autoptr(GPtrArray) copies = g_ptr_array_new_with_free_func (g_object_unref);

  if (are_same_items (G_LIST_MODEL (to), G_LIST_MODEL (from)))
    return;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (from)); i++)
    {
      g_autoptr(RtPair) pair = g_list_model_get_item (G_LIST_MODEL (from), i);

      g_ptr_array_add (copies, rt_pair_copy (pair));
    }
  g_list_store_splice (to, 0, g_list_model_get_n_items (G_LIST_MODEL (to)),
                       copies->pdata, copies->len);
}

static gboolean
is_missing (gpointer name,
            gpointer value,
            gpointer other)
{
  return !g_hash_table_contains (other, name);
}

static void
assign_removed (RtRequest *self,
                RtRequest *other)
{
  GHashTableIter iter;
  gpointer name;
  gboolean changed = g_hash_table_foreach_remove (self->removed, is_missing, other->removed) > 0;

  g_hash_table_iter_init (&iter, other->removed);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    changed |= g_hash_table_add (self->removed, g_strdup (name));

  if (changed)
    rt_request_emit_changed (self);
}

static void
assign_values (RtRequest *self,
               RtRequest *other)
{
  g_object_freeze_notify (G_OBJECT (self));
  rt_request_set_method (self, other->method);
  rt_request_set_url (self, other->url);
  rt_request_set_content_kind (self, other->content_kind);
  rt_request_set_media_type (self, other->media_type);
  rt_request_set_text (self, other->text);
  rt_request_set_content_file (self, other->content_file);
  rt_request_set_follow (self, other->follow);
  rt_request_set_max_redirects (self, other->max_redirects);
  rt_request_set_timeout (self, other->timeout);
  rt_request_set_idle_timeout (self, other->idle_timeout);
  rt_request_set_protocol (self, other->protocol);
  rt_request_set_insecure (self, other->insecure);
  rt_request_set_ca_file (self, other->ca_file);
  rt_request_set_proxy (self, other->proxy);
  rt_request_set_step (self, other->step);
  rt_request_set_use_cookies (self, other->use_cookies);
  g_object_thaw_notify (G_OBJECT (self));
}

void
rt_request_assign (RtRequest *self,
                   RtRequest *other)
{
  g_return_if_fail (RT_IS_REQUEST (self) && RT_IS_REQUEST (other));

  if (self == other)
    return;

  self->held++;
  assign_values (self, other);
  rt_request_set_retry (self, &other->retry);
  rt_credentials_assign (self->credentials, other->credentials);
  rt_credentials_assign (self->proxy_credentials, other->proxy_credentials);
  assign_items (self->fields, other->fields);
  assign_items (self->form_items, other->form_items);
  assign_removed (self, other);
  g_free (self->boundary);
  self->boundary = g_strdup (other->boundary);
  g_clear_object (&self->snapshot);
  self->held--;

  if (self->changed)
    rt_request_emit_changed (self);
}

RtRequest *
rt_request_copy (RtRequest *self)
{
  RtRequest *copy;

  g_return_val_if_fail (RT_IS_REQUEST (self), NULL);

  copy = g_object_new (RT_TYPE_REQUEST, NULL);
  rt_request_assign (copy, self);
  rt_request_set_cookie_jar (copy, self->cookie_jar);

  return copy;
}

RtRequest *
rt_request_dup_snapshot (RtRequest *self)
{
  g_return_val_if_fail (RT_IS_REQUEST (self), NULL);

  if (self->snapshot == NULL)
    self->snapshot = rt_request_copy (self);

  return g_object_ref (self->snapshot);
}

static gboolean
needs_user (RtCredentialsKind kind)
{
  return kind == RT_CREDENTIALS_USER || kind == RT_CREDENTIALS_BASIC ||
         kind == RT_CREDENTIALS_DIGEST;
}

gboolean
rt_request_move_userinfo (RtRequest *self)
{
  g_autoptr(RtUrl) url = NULL;
  g_autofree char *without = NULL;
  g_autofree char *user = NULL;
  g_autofree char *secret = NULL;
  const char *userinfo;

  g_return_val_if_fail (RT_IS_REQUEST (self), FALSE);

  /* Half a URL has no user information yet. */
  url = rt_url_parse (self->url, NULL);
  userinfo = url != NULL ? rt_url_get_userinfo (url) : NULL;
  if (userinfo == NULL)
    return FALSE;

  without = rt_userinfo_remove (self->url, userinfo);
  rt_userinfo_split (userinfo, &user, &secret);
  self->held++;
  rt_request_set_url (self, without);
  if (*userinfo != '\0')
    {
      rt_credentials_set_user (self->credentials, user);
      rt_credentials_set_secret (self->credentials, secret);
      if (!needs_user (rt_credentials_get_kind (self->credentials)))
        rt_credentials_set_kind (self->credentials, RT_CREDENTIALS_USER);
    }
  self->held--;
  if (self->changed)
    rt_request_emit_changed (self);

  return *userinfo != '\0';
}
