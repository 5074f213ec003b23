/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtCookieItem: a value with getters. */

#include "config.h"

#include "cookie-item.h"

struct _RtCookieItem
{
  GObject       parent_instance;

  RtCookie     *cookie;
  RtCookiePlace place;
  char         *why;
};

G_DEFINE_FINAL_TYPE (RtCookieItem, rt_cookie_item, G_TYPE_OBJECT)

static void
rt_cookie_item_finalize (GObject *object)
{
  RtCookieItem *self = RT_COOKIE_ITEM (object);

  g_clear_object (&self->cookie);
  g_clear_pointer (&self->why, g_free);

  G_OBJECT_CLASS (rt_cookie_item_parent_class)->finalize (object);
}

static void
rt_cookie_item_class_init (RtCookieItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rt_cookie_item_finalize;
}

static void
rt_cookie_item_init (RtCookieItem *self)
{
}

RtCookieItem *
rt_cookie_item_new (RtCookie      *cookie,
                    RtCookiePlace  place,
                    const char    *why)
{
  RtCookieItem *self;

  g_return_val_if_fail (RT_IS_COOKIE (cookie), NULL);

  self = g_object_new (RT_TYPE_COOKIE_ITEM, NULL);
  self->cookie = g_object_ref (cookie);
  self->place = place;
  self->why = g_strdup (why);

  return self;
}

RtCookie *
rt_cookie_item_get_cookie (RtCookieItem *self)
{
  g_return_val_if_fail (RT_IS_COOKIE_ITEM (self), NULL);

  return self->cookie;
}

RtCookiePlace
rt_cookie_item_get_place (RtCookieItem *self)
{
  g_return_val_if_fail (RT_IS_COOKIE_ITEM (self), RT_COOKIE_UNDECIDED);

  return self->place;
}

const char *
rt_cookie_item_get_why (RtCookieItem *self)
{
  g_return_val_if_fail (RT_IS_COOKIE_ITEM (self), NULL);

  return self->why;
}

gboolean
rt_cookie_item_equal (RtCookieItem *self,
                      RtCookieItem *other)
{
  g_return_val_if_fail (RT_IS_COOKIE_ITEM (self) && RT_IS_COOKIE_ITEM (other), FALSE);

  return self->cookie == other->cookie && self->place == other->place &&
         g_strcmp0 (self->why, other->why) == 0;
}
