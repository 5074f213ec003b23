/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtCookie: a value with getters. */

#include "cookie.h"

struct _RtCookie
{
  GObject    parent_instance;

  char      *name;
  char      *value;
  char      *domain;
  char      *path;
  gint64     expires;
  gint64     created;
  gboolean   host_only;
  gboolean   secure;
  gboolean   http_only;
  gboolean   partitioned;
  RtSameSite same_site;
};

G_DEFINE_FINAL_TYPE (RtCookie, rt_cookie, G_TYPE_OBJECT)

static void
rt_cookie_finalize (GObject *object)
{
  RtCookie *self = RT_COOKIE (object);

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->value, g_free);
  g_clear_pointer (&self->domain, g_free);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (rt_cookie_parent_class)->finalize (object);
}

static void
rt_cookie_class_init (RtCookieClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rt_cookie_finalize;
}

static void
rt_cookie_init (RtCookie *self)
{
}

RtCookie *
rt_cookie_new (const RtCookieParts *parts)
{
  RtCookie *self;

  g_return_val_if_fail (parts != NULL, NULL);
  g_return_val_if_fail (parts->name != NULL && parts->value != NULL, NULL);
  g_return_val_if_fail (parts->domain != NULL && parts->path != NULL, NULL);

  self = g_object_new (RT_TYPE_COOKIE, NULL);
  self->name = g_strdup (parts->name);
  self->value = g_strdup (parts->value);
  self->domain = g_strdup (parts->domain);
  self->path = g_strdup (parts->path);
  self->expires = parts->expires;
  self->created = parts->created;
  self->host_only = parts->host_only;
  self->secure = parts->secure;
  self->http_only = parts->http_only;
  self->partitioned = parts->partitioned;
  self->same_site = parts->same_site;

  return self;
}

const char *
rt_cookie_get_name (RtCookie *self)
{
  g_return_val_if_fail (RT_IS_COOKIE (self), NULL);

  return self->name;
}

const char *
rt_cookie_get_value (RtCookie *self)
{
  g_return_val_if_fail (RT_IS_COOKIE (self), NULL);

  return self->value;
}

const char *
rt_cookie_get_domain (RtCookie *self)
{
  g_return_val_if_fail (RT_IS_COOKIE (self), NULL);

  return self->domain;
}

const char *
rt_cookie_get_path (RtCookie *self)
{
  g_return_val_if_fail (RT_IS_COOKIE (self), NULL);

  return self->path;
}

gint64
rt_cookie_get_expires (RtCookie *self)
{
  g_return_val_if_fail (RT_IS_COOKIE (self), -1);

  return self->expires;
}

gint64
rt_cookie_get_created (RtCookie *self)
{
  g_return_val_if_fail (RT_IS_COOKIE (self), 0);

  return self->created;
}

gboolean
rt_cookie_is_host_only (RtCookie *self)
{
  g_return_val_if_fail (RT_IS_COOKIE (self), FALSE);

  return self->host_only;
}

gboolean
rt_cookie_is_secure (RtCookie *self)
{
  g_return_val_if_fail (RT_IS_COOKIE (self), FALSE);

  return self->secure;
}

gboolean
rt_cookie_is_http_only (RtCookie *self)
{
  g_return_val_if_fail (RT_IS_COOKIE (self), FALSE);

  return self->http_only;
}

gboolean
rt_cookie_is_partitioned (RtCookie *self)
{
  g_return_val_if_fail (RT_IS_COOKIE (self), FALSE);

  return self->partitioned;
}

RtSameSite
rt_cookie_get_same_site (RtCookie *self)
{
  g_return_val_if_fail (RT_IS_COOKIE (self), RT_SAME_SITE_DEFAULT);

  return self->same_site;
}

gboolean
rt_cookie_is_expired (RtCookie *self,
                      gint64    now)
{
  g_return_val_if_fail (RT_IS_COOKIE (self), FALSE);

  return self->expires >= 0 && self->expires <= now;
}
