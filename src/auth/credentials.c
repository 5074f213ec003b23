/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtCredentials: properties and nothing else. */

#include "credentials.h"

struct _RtCredentials
{
  GObject parent_instance;

  RtCredentialsKind kind;
  RtKeyPlace        place;
  gboolean          preemptive;
  char             *user;
  char             *secret;
  char             *name;
  char             *prefer;
};

G_DEFINE_FINAL_TYPE (RtCredentials, rt_credentials, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_KIND,
  PROP_USER,
  PROP_SECRET,
  PROP_NAME,
  PROP_PLACE,
  PROP_PREEMPTIVE,
  PROP_PREFER,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
replace_string (RtCredentials *self,
                char         **member,
                const char    *text,
                guint          prop)
{
  if (text == NULL)
    text = "";
  if (g_strcmp0 (*member, text) == 0)
    return;

  g_free (*member);
  *member = g_strdup (text);
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

static void
rt_credentials_finalize (GObject *object)
{
  RtCredentials *self = RT_CREDENTIALS (object);

  g_clear_pointer (&self->user, g_free);
  g_clear_pointer (&self->secret, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->prefer, g_free);

  G_OBJECT_CLASS (rt_credentials_parent_class)->finalize (object);
}

static void
rt_credentials_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  RtCredentials *self = RT_CREDENTIALS (object);

  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_int (value, self->kind);
      break;
    case PROP_USER:
      g_value_set_string (value, self->user);
      break;
    case PROP_SECRET:
      g_value_set_string (value, self->secret);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_PLACE:
      g_value_set_int (value, self->place);
      break;
    case PROP_PREEMPTIVE:
      g_value_set_boolean (value, self->preemptive);
      break;
    case PROP_PREFER:
      g_value_set_string (value, self->prefer);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rt_credentials_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  RtCredentials *self = RT_CREDENTIALS (object);

  switch (prop_id)
    {
    case PROP_KIND:
      rt_credentials_set_kind (self, g_value_get_int (value));
      break;
    case PROP_USER:
      rt_credentials_set_user (self, g_value_get_string (value));
      break;
    case PROP_SECRET:
      rt_credentials_set_secret (self, g_value_get_string (value));
      break;
    case PROP_NAME:
      rt_credentials_set_name (self, g_value_get_string (value));
      break;
    case PROP_PLACE:
      rt_credentials_set_place (self, g_value_get_int (value));
      break;
    case PROP_PREEMPTIVE:
      rt_credentials_set_preemptive (self, g_value_get_boolean (value));
      break;
    case PROP_PREFER:
      rt_credentials_set_prefer (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rt_credentials_class_init (RtCredentialsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = rt_credentials_finalize;
  object_class->get_property = rt_credentials_get_property;
  object_class->set_property = rt_credentials_set_property;

  props[PROP_KIND] = g_param_spec_int ("kind", NULL, NULL, RT_CREDENTIALS_NONE,
                                       RT_CREDENTIALS_TYPED, RT_CREDENTIALS_NONE, flags);
  props[PROP_USER] = g_param_spec_string ("user", NULL, NULL, "", flags);
  props[PROP_SECRET] = g_param_spec_string ("secret", NULL, NULL, "", flags);
  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, "", flags);
  props[PROP_PLACE] = g_param_spec_int ("place", NULL, NULL, RT_KEY_IN_FIELD,
                                        RT_KEY_IN_QUERY, RT_KEY_IN_FIELD, flags);
  props[PROP_PREEMPTIVE] = g_param_spec_boolean ("preemptive", NULL, NULL, FALSE, flags);
  props[PROP_PREFER] = g_param_spec_string ("prefer", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
rt_credentials_init (RtCredentials *self)
{
  self->user = g_strdup ("");
  self->secret = g_strdup ("");
  self->name = g_strdup ("");
  self->prefer = g_strdup ("");
}

RtCredentials *
rt_credentials_new (void)
{
  return g_object_new (RT_TYPE_CREDENTIALS, NULL);
}

RtCredentials *
rt_credentials_copy (RtCredentials *self)
{
  RtCredentials *copy;

  g_return_val_if_fail (RT_IS_CREDENTIALS (self), NULL);

  copy = rt_credentials_new ();
  rt_credentials_assign (copy, self);

  return copy;
}

void
rt_credentials_assign (RtCredentials *self,
                       RtCredentials *other)
{
  g_return_if_fail (RT_IS_CREDENTIALS (self) && RT_IS_CREDENTIALS (other));

  rt_credentials_set_kind (self, other->kind);
  rt_credentials_set_user (self, other->user);
  rt_credentials_set_secret (self, other->secret);
  rt_credentials_set_name (self, other->name);
  rt_credentials_set_place (self, other->place);
  rt_credentials_set_preemptive (self, other->preemptive);
  rt_credentials_set_prefer (self, other->prefer);
}

RtCredentialsKind
rt_credentials_get_kind (RtCredentials *self)
{
  g_return_val_if_fail (RT_IS_CREDENTIALS (self), RT_CREDENTIALS_NONE);

  return self->kind;
}

const char *
rt_credentials_get_user (RtCredentials *self)
{
  g_return_val_if_fail (RT_IS_CREDENTIALS (self), NULL);

  return self->user;
}

const char *
rt_credentials_get_secret (RtCredentials *self)
{
  g_return_val_if_fail (RT_IS_CREDENTIALS (self), NULL);

  return self->secret;
}

const char *
rt_credentials_get_name (RtCredentials *self)
{
  g_return_val_if_fail (RT_IS_CREDENTIALS (self), NULL);

  return self->name;
}

RtKeyPlace
rt_credentials_get_place (RtCredentials *self)
{
  g_return_val_if_fail (RT_IS_CREDENTIALS (self), RT_KEY_IN_FIELD);

  return self->place;
}

gboolean
rt_credentials_get_preemptive (RtCredentials *self)
{
  g_return_val_if_fail (RT_IS_CREDENTIALS (self), FALSE);

  return self->preemptive;
}

const char *
rt_credentials_get_prefer (RtCredentials *self)
{
  g_return_val_if_fail (RT_IS_CREDENTIALS (self), NULL);

  return self->prefer;
}

void
rt_credentials_set_kind (RtCredentials     *self,
                         RtCredentialsKind  kind)
{
  g_return_if_fail (RT_IS_CREDENTIALS (self));

  if (self->kind == kind)
    return;

  self->kind = kind;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_KIND]);
}

void
rt_credentials_set_user (RtCredentials *self,
                         const char    *user)
{
  g_return_if_fail (RT_IS_CREDENTIALS (self));

  replace_string (self, &self->user, user, PROP_USER);
}

void
rt_credentials_set_secret (RtCredentials *self,
                           const char    *secret)
{
  g_return_if_fail (RT_IS_CREDENTIALS (self));

  replace_string (self, &self->secret, secret, PROP_SECRET);
}

void
rt_credentials_set_name (RtCredentials *self,
                         const char    *name)
{
  g_return_if_fail (RT_IS_CREDENTIALS (self));

  replace_string (self, &self->name, name, PROP_NAME);
}

void
rt_credentials_set_place (RtCredentials *self,
                          RtKeyPlace     place)
{
  g_return_if_fail (RT_IS_CREDENTIALS (self));

  if (self->place == place)
    return;

  self->place = place;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PLACE]);
}

void
rt_credentials_set_preemptive (RtCredentials *self,
                               gboolean       preemptive)
{
  g_return_if_fail (RT_IS_CREDENTIALS (self));

  preemptive = !!preemptive;
  if (self->preemptive == preemptive)
    return;

  self->preemptive = preemptive;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PREEMPTIVE]);
}

void
rt_credentials_set_prefer (RtCredentials *self,
                           const char    *prefer)
{
  g_return_if_fail (RT_IS_CREDENTIALS (self));

  replace_string (self, &self->prefer, prefer, PROP_PREFER);
}
