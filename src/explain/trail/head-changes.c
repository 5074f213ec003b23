/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtHeadChanges: two heads read into maps of name to values, and compared. */

#include "config.h"

#include "head-changes.h"

/* A name as it was spelt first, and all its values in order. */
typedef struct
{
  char    *name;
  GString *values;
} Field;

static void
field_free (Field *self)
{
  g_clear_pointer (&self->name, g_free);
  g_string_free (self->values, TRUE);
  g_free (self);
}

/* Key in lower case -> Field; the keys also in order. */
static GHashTable *
read_fields (const RtHead *head,
             GPtrArray    *keys)
{
  GHashTable *fields =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) field_free);

  for (guint i = 0; i < rt_head_get_n_fields (head); i++)
    {
      g_autofree char *name = rt_head_dup_field_name (head, i);
      g_autofree char *value = rt_head_dup_field_value (head, i);
      g_autofree char *key = g_ascii_strdown (name, -1);
      Field *field = g_hash_table_lookup (fields, key);

      if (*name == '\0' || *name == ':')
        continue;
      if (field == NULL)
        {
          field = g_new0 (Field, 1);
          field->name = g_steal_pointer (&name);
          field->values = g_string_new (NULL);
          g_ptr_array_add (keys, g_strdup (key));
          g_hash_table_insert (fields, g_steal_pointer (&key), field);
        }
      g_string_append_printf (field->values, "%s\n", value);
    }

  return fields;
}

RtHeadChanges *
rt_head_changes_new (const RtHead *before,
                     const RtHead *after)
{
  g_autoptr(GPtrArray) keys_before = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) keys_after = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GHashTable) was = NULL;
  g_autoptr(GHashTable) is = NULL;
  RtHeadChanges *self;

  g_return_val_if_fail (before != NULL && after != NULL, NULL);

  self = g_new0 (RtHeadChanges, 1);
  self->dropped = g_ptr_array_new_with_free_func (g_free);
  self->added = g_ptr_array_new_with_free_func (g_free);
  self->changed = g_ptr_array_new_with_free_func (g_free);
  self->kept = g_ptr_array_new_with_free_func (g_free);
  was = read_fields (before, keys_before);
  is = read_fields (after, keys_after);

  for (guint i = 0; i < keys_before->len; i++)
    {
      Field *old = g_hash_table_lookup (was, g_ptr_array_index (keys_before, i));
      Field *new = g_hash_table_lookup (is, g_ptr_array_index (keys_before, i));
      GPtrArray *list = self->dropped;

      if (new != NULL)
        list = g_string_equal (old->values, new->values) ? self->kept : self->changed;
      g_ptr_array_add (list, g_strdup (old->name));
    }
  for (guint i = 0; i < keys_after->len; i++)
    {
      const char *key = g_ptr_array_index (keys_after, i);
      Field *new = g_hash_table_lookup (is, key);

      if (!g_hash_table_contains (was, key))
        g_ptr_array_add (self->added, g_strdup (new->name));
    }

  return self;
}

void
rt_head_changes_free (RtHeadChanges *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->dropped, g_ptr_array_unref);
  g_clear_pointer (&self->added, g_ptr_array_unref);
  g_clear_pointer (&self->changed, g_ptr_array_unref);
  g_clear_pointer (&self->kept, g_ptr_array_unref);
  g_free (self);
}

gboolean
rt_head_changes_has (GPtrArray  *names,
                     const char *name)
{
  g_return_val_if_fail (names != NULL && name != NULL, FALSE);

  for (guint i = 0; i < names->len; i++)
    if (g_ascii_strcasecmp (g_ptr_array_index (names, i), name) == 0)
      return TRUE;

  return FALSE;
}
