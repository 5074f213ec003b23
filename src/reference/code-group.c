/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Holds one group; code-group-reader.c fills it and knows the rules. */

#include "config.h"

#include "code-group-private.h"

G_DEFINE_FINAL_TYPE (RtCodeGroup, rt_code_group, G_TYPE_OBJECT)

void
rt_group_member_free (RtGroupMember *self)
{
  g_clear_pointer (&self->question, g_free);
  g_clear_pointer (&self->answer, g_free);
  g_clear_pointer (&self->next, g_free);
  g_free (self);
}

static void
rt_code_group_finalize (GObject *object)
{
  RtCodeGroup *self = RT_CODE_GROUP (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->summary, g_free);
  g_clear_pointer (&self->members, g_ptr_array_unref);

  G_OBJECT_CLASS (rt_code_group_parent_class)->finalize (object);
}

static void
rt_code_group_class_init (RtCodeGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rt_code_group_finalize;
}

static void
rt_code_group_init (RtCodeGroup *self)
{
  self->members = g_ptr_array_new_with_free_func ((GDestroyNotify) rt_group_member_free);
}

const char *
rt_code_group_get_id (RtCodeGroup *self)
{
  g_return_val_if_fail (RT_IS_CODE_GROUP (self), NULL);

  return self->id;
}

const char *
rt_code_group_get_title (RtCodeGroup *self)
{
  g_return_val_if_fail (RT_IS_CODE_GROUP (self), NULL);

  return self->title;
}

const char *
rt_code_group_get_summary (RtCodeGroup *self)
{
  g_return_val_if_fail (RT_IS_CODE_GROUP (self), NULL);

  return self->summary;
}

gboolean
rt_code_group_is_redirects (RtCodeGroup *self)
{
  g_return_val_if_fail (RT_IS_CODE_GROUP (self), FALSE);

  return self->redirects;
}

GPtrArray *
rt_code_group_get_members (RtCodeGroup *self)
{
  g_return_val_if_fail (RT_IS_CODE_GROUP (self), NULL);

  return self->members;
}

const RtGroupMember *
rt_code_group_find_member (RtCodeGroup *self,
                           int          code)
{
  g_return_val_if_fail (RT_IS_CODE_GROUP (self), NULL);

  for (guint i = 0; i < self->members->len; i++)
    {
      const RtGroupMember *member = g_ptr_array_index (self->members, i);

      if (member->code == code)
        return member;
    }

  return NULL;
}

char *
rt_code_group_dup_numbers (RtCodeGroup *self,
                           int          except,
                           const char  *separator)
{
  g_autoptr (GString) numbers = g_string_new (NULL);

  g_return_val_if_fail (RT_IS_CODE_GROUP (self), NULL);

  for (guint i = 0; i < self->members->len; i++)
    {
      const RtGroupMember *member = g_ptr_array_index (self->members, i);

      if (member->code != except)
        g_string_append_printf (numbers, "%s%d", numbers->len > 0 ? separator : "", member->code);
    }

  return g_string_free (g_steal_pointer (&numbers), FALSE);
}
