/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the life of structured values; reading them is structured-field.c's. */

#include "structured-value.h"

RtSfValue *
rt_sf_value_new (RtSfType type)
{
  RtSfValue *self = g_new0 (RtSfValue, 1);

  self->type = type;
  self->parameters = g_ptr_array_new_with_free_func ((GDestroyNotify) rt_sf_member_free);
  if (type == RT_SF_INNER_LIST)
    self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) rt_sf_value_free);

  return self;
}

void
rt_sf_value_free (RtSfValue *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->parameters, g_ptr_array_unref);
  g_free (self);
}

RtSfMember *
rt_sf_member_new (const char *key,
                  gsize       offset,
                  RtSfValue  *value)
{
  RtSfMember *self = g_new0 (RtSfMember, 1);

  self->key = g_strdup (key);
  self->offset = offset;
  self->value = value;

  return self;
}

void
rt_sf_member_free (RtSfMember *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->value, rt_sf_value_free);
  g_free (self);
}

const RtSfValue *
rt_sf_find (GPtrArray  *members,
            const char *key)
{
  g_return_val_if_fail (members != NULL && key != NULL, NULL);

  for (guint i = 0; i < members->len; i++)
    {
      const RtSfMember *member = g_ptr_array_index (members, i);

      if (g_str_equal (member->key, key))
        return member->value;
    }

  return NULL;
}

gboolean
rt_sf_is_text (const RtSfValue *self,
               RtSfType         type,
               const char      *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  return self != NULL && self->type == type && g_strcmp0 (self->text, text) == 0;
}
