/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a row shows, without a widget. */

#include "config.h"

#include "code-item.h"

struct _RtCodeItem
{
  GObject       parent_instance;

  RtStatusCode *code;
  char         *title;
  gboolean      here;
  gboolean      seen;
};

G_DEFINE_FINAL_TYPE (RtCodeItem, rt_code_item, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_IS_CODE,
  PROP_HERE,
  PROP_SEEN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
rt_code_item_finalize (GObject *object)
{
  RtCodeItem *self = RT_CODE_ITEM (object);

  g_clear_object (&self->code);
  g_clear_pointer (&self->title, g_free);

  G_OBJECT_CLASS (rt_code_item_parent_class)->finalize (object);
}

static void
rt_code_item_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  RtCodeItem *self = RT_CODE_ITEM (object);

  switch (prop_id)
    {
    case PROP_IS_CODE:
      g_value_set_boolean (value, self->code != NULL);
      break;
    case PROP_HERE:
      g_value_set_boolean (value, self->here);
      break;
    case PROP_SEEN:
      g_value_set_boolean (value, self->seen);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rt_code_item_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  RtCodeItem *self = RT_CODE_ITEM (object);

  switch (prop_id)
    {
    case PROP_HERE:
      rt_code_item_set_here (self, g_value_get_boolean (value));
      break;
    case PROP_SEEN:
      rt_code_item_set_seen (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rt_code_item_class_init (RtCodeItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                      G_PARAM_STATIC_STRINGS;

  object_class->finalize = rt_code_item_finalize;
  object_class->get_property = rt_code_item_get_property;
  object_class->set_property = rt_code_item_set_property;

  properties[PROP_IS_CODE] =
    g_param_spec_boolean ("is-code", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_HERE] =
    g_param_spec_boolean ("here", NULL, NULL, FALSE, flags);
  properties[PROP_SEEN] =
    g_param_spec_boolean ("seen", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rt_code_item_init (RtCodeItem *self)
{
}

RtCodeItem *
rt_code_item_new (RtStatusCode *code)
{
  RtCodeItem *self;

  g_return_val_if_fail (RT_IS_STATUS_CODE (code), NULL);

  self = g_object_new (RT_TYPE_CODE_ITEM, NULL);
  self->code = g_object_ref (code);
  self->title = g_strdup (rt_status_code_get_phrase (code));
  return self;
}

RtCodeItem *
rt_code_item_new_heading (const char *title)
{
  RtCodeItem *self;

  g_return_val_if_fail (title != NULL, NULL);

  self = g_object_new (RT_TYPE_CODE_ITEM, NULL);
  self->title = g_strdup (title);
  return self;
}

RtStatusCode *
rt_code_item_get_code (RtCodeItem *self)
{
  g_return_val_if_fail (RT_IS_CODE_ITEM (self), NULL);

  return self->code;
}

const char *
rt_code_item_get_title (RtCodeItem *self)
{
  g_return_val_if_fail (RT_IS_CODE_ITEM (self), NULL);

  return self->title;
}

const char *
rt_code_item_get_vendor (RtCodeItem *self)
{
  GPtrArray *owners;

  g_return_val_if_fail (RT_IS_CODE_ITEM (self), NULL);

  if (self->code == NULL ||
      rt_status_code_get_state (self->code) != RT_STATUS_UNOFFICIAL)
    return "";
  owners = rt_status_code_get_owners (self->code);
  if (owners->len == 0)
    return "";
  return ((RtCodeOwner *) g_ptr_array_index (owners, 0))->vendor;
}

gboolean
rt_code_item_get_here (RtCodeItem *self)
{
  g_return_val_if_fail (RT_IS_CODE_ITEM (self), FALSE);

  return self->here;
}

gboolean
rt_code_item_get_seen (RtCodeItem *self)
{
  g_return_val_if_fail (RT_IS_CODE_ITEM (self), FALSE);

  return self->seen;
}

void
rt_code_item_set_here (RtCodeItem *self,
                       gboolean    here)
{
  g_return_if_fail (RT_IS_CODE_ITEM (self));

  if (self->here == !!here)
    return;
  self->here = !!here;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HERE]);
}

void
rt_code_item_set_seen (RtCodeItem *self,
                       gboolean    seen)
{
  g_return_if_fail (RT_IS_CODE_ITEM (self));

  if (self->seen == !!seen)
    return;
  self->seen = !!seen;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEEN]);
}
