/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtPair: a name and a value that a person edits. Holds them; knows nothing of
 * what they are for.
 */

#include "pair.h"

struct _RtPair
{
  GObject parent_instance;

  char    *name;
  char    *value;
  char    *file;
  char    *media_type;
  gboolean enabled;
};

G_DEFINE_FINAL_TYPE (RtPair, rt_pair, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_NAME,
  PROP_VALUE,
  PROP_ENABLED,
  PROP_FILE,
  PROP_MEDIA_TYPE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
replace_string (RtPair     *self,
                char      **member,
                const char *text,
                guint       prop)
{
  if (g_strcmp0 (*member, text) == 0)
    return;

  g_free (*member);
  *member = g_strdup (text);
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

static void
rt_pair_finalize (GObject *object)
{
  RtPair *self = RT_PAIR (object);

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->value, g_free);
  g_clear_pointer (&self->file, g_free);
  g_clear_pointer (&self->media_type, g_free);

  G_OBJECT_CLASS (rt_pair_parent_class)->finalize (object);
}

static void
rt_pair_get_property (GObject    *object,
                      guint       prop_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  RtPair *self = RT_PAIR (object);

  switch (prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_VALUE:
      g_value_set_string (value, self->value);
      break;
    case PROP_ENABLED:
      g_value_set_boolean (value, self->enabled);
      break;
    case PROP_FILE:
      g_value_set_string (value, self->file);
      break;
    case PROP_MEDIA_TYPE:
      g_value_set_string (value, self->media_type);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rt_pair_set_property (GObject      *object,
                      guint         prop_id,
                      const GValue *value,
                      GParamSpec   *pspec)
{
  RtPair *self = RT_PAIR (object);

  switch (prop_id)
    {
    case PROP_NAME:
      rt_pair_set_name (self, g_value_get_string (value));
      break;
    case PROP_VALUE:
      rt_pair_set_value (self, g_value_get_string (value));
      break;
    case PROP_ENABLED:
      rt_pair_set_enabled (self, g_value_get_boolean (value));
      break;
    case PROP_FILE:
      rt_pair_set_file (self, g_value_get_string (value));
      break;
    case PROP_MEDIA_TYPE:
      rt_pair_set_media_type (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rt_pair_class_init (RtPairClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                      G_PARAM_STATIC_STRINGS;

  object_class->finalize = rt_pair_finalize;
  object_class->get_property = rt_pair_get_property;
  object_class->set_property = rt_pair_set_property;

  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, "", flags);
  props[PROP_VALUE] = g_param_spec_string ("value", NULL, NULL, "", flags);
  props[PROP_ENABLED] = g_param_spec_boolean ("enabled", NULL, NULL, TRUE, flags);
  props[PROP_FILE] = g_param_spec_string ("file", NULL, NULL, NULL, flags);
  props[PROP_MEDIA_TYPE] = g_param_spec_string ("media-type", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
rt_pair_init (RtPair *self)
{
  self->name = g_strdup ("");
  self->value = g_strdup ("");
  self->media_type = g_strdup ("");
  self->enabled = TRUE;
}

RtPair *
rt_pair_new (const char *name,
             const char *value)
{
  return g_object_new (RT_TYPE_PAIR, "name", name, "value", value, NULL);
}

const char *
rt_pair_get_name (RtPair *self)
{
  g_return_val_if_fail (RT_IS_PAIR (self), NULL);

  return self->name;
}

const char *
rt_pair_get_value (RtPair *self)
{
  g_return_val_if_fail (RT_IS_PAIR (self), NULL);

  return self->value;
}

gboolean
rt_pair_get_enabled (RtPair *self)
{
  g_return_val_if_fail (RT_IS_PAIR (self), FALSE);

  return self->enabled;
}

const char *
rt_pair_get_file (RtPair *self)
{
  g_return_val_if_fail (RT_IS_PAIR (self), NULL);

  return self->file;
}

const char *
rt_pair_get_media_type (RtPair *self)
{
  g_return_val_if_fail (RT_IS_PAIR (self), NULL);

  return self->media_type;
}

void
rt_pair_set_name (RtPair     *self,
                  const char *name)
{
  g_return_if_fail (RT_IS_PAIR (self));

  replace_string (self, &self->name, name != NULL ? name : "", PROP_NAME);
}

void
rt_pair_set_value (RtPair     *self,
                   const char *value)
{
  g_return_if_fail (RT_IS_PAIR (self));

  replace_string (self, &self->value, value != NULL ? value : "", PROP_VALUE);
}

void
rt_pair_set_enabled (RtPair  *self,
                     gboolean enabled)
{
  g_return_if_fail (RT_IS_PAIR (self));

  enabled = !!enabled;
  if (self->enabled == enabled)
    return;

  self->enabled = enabled;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ENABLED]);
}

void
rt_pair_set_file (RtPair     *self,
                  const char *file)
{
  g_return_if_fail (RT_IS_PAIR (self));

  replace_string (self, &self->file, file, PROP_FILE);
}

void
rt_pair_set_media_type (RtPair     *self,
                        const char *media_type)
{
  g_return_if_fail (RT_IS_PAIR (self));

  replace_string (self, &self->media_type, media_type != NULL ? media_type : "",
                  PROP_MEDIA_TYPE);
}

RtPair *
rt_pair_copy (RtPair *self)
{
  g_return_val_if_fail (RT_IS_PAIR (self), NULL);

  return g_object_new (RT_TYPE_PAIR,
                       "name", self->name,
                       "value", self->value,
                       "enabled", self->enabled,
                       "file", self->file,
                       "media-type", self->media_type,
                       NULL);
}
