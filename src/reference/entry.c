/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Holds the texts of one entry. Reads nothing: entry-reader does. */

#include "config.h"

#include "entry.h"

#include "entry-private.h"

G_DEFINE_FINAL_TYPE (RtEntry, rt_entry, G_TYPE_OBJECT)

static void
rt_entry_finalize (GObject *object)
{
  RtEntry *self = RT_ENTRY (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->summary, g_free);
  g_clear_pointer (&self->meaning, g_free);
  g_clear_pointer (&self->action, g_free);
  g_clear_pointer (&self->specification, g_free);
  g_clear_pointer (&self->specification_url, g_free);
  g_clear_pointer (&self->aliases, g_strfreev);
  g_clear_pointer (&self->values, g_strfreev);
  g_clear_pointer (&self->facts, g_hash_table_unref);

  G_OBJECT_CLASS (rt_entry_parent_class)->finalize (object);
}

static void
rt_entry_class_init (RtEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = rt_entry_finalize;
}

static void
rt_entry_init (RtEntry *self)
{
  self->facts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

const char *
rt_entry_get_id (RtEntry *self)
{
  g_return_val_if_fail (RT_IS_ENTRY (self), NULL);

  return self->id;
}

const char *
rt_entry_get_name (RtEntry *self)
{
  g_return_val_if_fail (RT_IS_ENTRY (self), NULL);

  return self->name;
}

const char *
rt_entry_get_summary (RtEntry *self)
{
  g_return_val_if_fail (RT_IS_ENTRY (self), NULL);

  return self->summary;
}

const char *
rt_entry_get_meaning (RtEntry *self)
{
  g_return_val_if_fail (RT_IS_ENTRY (self), NULL);

  return self->meaning;
}

const char *
rt_entry_get_action (RtEntry *self)
{
  g_return_val_if_fail (RT_IS_ENTRY (self), NULL);

  return self->action;
}

const char *
rt_entry_get_specification (RtEntry *self)
{
  g_return_val_if_fail (RT_IS_ENTRY (self), NULL);

  return self->specification;
}

const char *
rt_entry_get_specification_url (RtEntry *self)
{
  g_return_val_if_fail (RT_IS_ENTRY (self), NULL);

  return self->specification_url;
}

const char *
rt_entry_get_fact (RtEntry    *self,
                   const char *name)
{
  g_return_val_if_fail (RT_IS_ENTRY (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  return g_hash_table_lookup (self->facts, name);
}

const char * const *
rt_entry_get_aliases (RtEntry *self)
{
  g_return_val_if_fail (RT_IS_ENTRY (self), NULL);

  return (const char * const *) self->aliases;
}

const char * const *
rt_entry_get_values (RtEntry *self)
{
  g_return_val_if_fail (RT_IS_ENTRY (self), NULL);

  return (const char * const *) self->values;
}
