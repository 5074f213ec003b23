/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the lists of the reference and finds things in them. Knows the resource
 * that the data comes in; the loader knows its form.
 */

#include "config.h"

#include "catalogue.h"

#include "catalogue-loader.h"
#include "catalogue-private.h"
#include "reference-resources.h"
#include "unregistered-code.h"

#define FOLDER "/roundtrip/reference/"

G_DEFINE_FINAL_TYPE (RtCatalogue, rt_catalogue, G_TYPE_OBJECT)

G_DEFINE_QUARK (rt-reference-error-quark, rt_reference_error)

static void
rt_catalogue_finalize (GObject *object)
{
  RtCatalogue *self = RT_CATALOGUE (object);

  g_clear_pointer (&self->index, rt_search_index_free);
  g_clear_pointer (&self->codes_by_number, g_hash_table_unref);
  g_clear_object (&self->codes);
  g_clear_object (&self->groups);
  g_clear_object (&self->no_response);

  for (int i = 0; i < RT_N_ENTRY_KINDS; i++)
    {
      g_clear_pointer (&self->entries_by_key[i], g_hash_table_unref);
      g_clear_object (&self->entries[i]);
    }

  G_OBJECT_CLASS (rt_catalogue_parent_class)->finalize (object);
}

static void
rt_catalogue_class_init (RtCatalogueClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = rt_catalogue_finalize;
}

static void
rt_catalogue_init (RtCatalogue *self)
{
  self->codes = G_LIST_MODEL (g_list_store_new (RT_TYPE_STATUS_CODE));
  self->codes_by_number = g_hash_table_new (NULL, NULL);
  self->groups = G_LIST_MODEL (g_list_store_new (RT_TYPE_CODE_GROUP));

  for (int i = 0; i < RT_N_ENTRY_KINDS; i++)
    {
      self->entries[i] = G_LIST_MODEL (g_list_store_new (RT_TYPE_ENTRY));
      self->entries_by_key[i] =
        g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    }
}

char *
rt_catalogue_make_key (RtEntryKind  kind,
                       const char  *name)
{
  if (kind == RT_ENTRY_FIELD || kind == RT_ENTRY_SCHEME)
    return g_ascii_strdown (name, -1);

  return g_strdup (name);
}

RtCatalogue *
rt_catalogue_new (GError **error)
{
  /* Asked for by name: of a static library the linker would leave out a
   * resource that only registers itself. */
  GResource *resource = rt_reference_get_resource ();
  g_autoptr (GArray) sources = g_array_new (FALSE, FALSE, sizeof (RtReferenceSource));
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_auto (GStrv) names = NULL;

  names = g_resource_enumerate_children (resource, FOLDER,
                                         G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (names == NULL)
    return NULL;

  for (gsize i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (FOLDER, names[i], NULL);
      GBytes *xml = g_resource_lookup_data (resource, path,
                                            G_RESOURCE_LOOKUP_FLAGS_NONE, error);
      RtReferenceSource source = { names[i], xml };

      if (xml == NULL)
        return NULL;

      g_ptr_array_add (files, xml);
      g_array_append_val (sources, source);
    }

  return rt_catalogue_load ((const RtReferenceSource *) (gpointer) sources->data,
                            sources->len, error);
}

GListModel *
rt_catalogue_get_codes (RtCatalogue *self)
{
  g_return_val_if_fail (RT_IS_CATALOGUE (self), NULL);

  return self->codes;
}

RtStatusCode *
rt_catalogue_find_code (RtCatalogue *self,
                        int          code)
{
  g_return_val_if_fail (RT_IS_CATALOGUE (self), NULL);

  return g_hash_table_lookup (self->codes_by_number, GINT_TO_POINTER (code));
}

RtStatusCode *
rt_catalogue_describe_code (RtCatalogue *self,
                            int          code)
{
  RtStatusCode *known;
  RtStatusClass status_class;

  g_return_val_if_fail (RT_IS_CATALOGUE (self), NULL);

  known = rt_catalogue_find_code (self, code);
  if (known != NULL)
    return g_object_ref (known);

  status_class = rt_status_class_of (code);
  return rt_unregistered_code_new (code,
                                   rt_catalogue_find_class (self, status_class));
}

static GListModel *
get_entries (RtCatalogue *self,
             RtEntryKind  kind)
{
  g_return_val_if_fail (RT_IS_CATALOGUE (self), NULL);

  return self->entries[kind];
}

GListModel *
rt_catalogue_get_methods (RtCatalogue *self)
{
  return get_entries (self, RT_ENTRY_METHOD);
}

GListModel *
rt_catalogue_get_fields (RtCatalogue *self)
{
  return get_entries (self, RT_ENTRY_FIELD);
}

GListModel *
rt_catalogue_get_schemes (RtCatalogue *self)
{
  return get_entries (self, RT_ENTRY_SCHEME);
}

GListModel *
rt_catalogue_get_failures (RtCatalogue *self)
{
  return get_entries (self, RT_ENTRY_FAILURE);
}

GListModel *
rt_catalogue_get_classes (RtCatalogue *self)
{
  return get_entries (self, RT_ENTRY_CLASS);
}

static RtEntry *
find_entry (RtCatalogue *self,
            RtEntryKind  kind,
            const char  *name)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (RT_IS_CATALOGUE (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  key = rt_catalogue_make_key (kind, name);
  return g_hash_table_lookup (self->entries_by_key[kind], key);
}

RtEntry *
rt_catalogue_find_method (RtCatalogue *self,
                          const char  *name)
{
  return find_entry (self, RT_ENTRY_METHOD, name);
}

RtEntry *
rt_catalogue_find_field (RtCatalogue *self,
                         const char  *name)
{
  return find_entry (self, RT_ENTRY_FIELD, name);
}

RtEntry *
rt_catalogue_find_scheme (RtCatalogue *self,
                          const char  *name)
{
  return find_entry (self, RT_ENTRY_SCHEME, name);
}

RtEntry *
rt_catalogue_find_failure (RtCatalogue *self,
                           const char  *id)
{
  return find_entry (self, RT_ENTRY_FAILURE, id);
}

RtEntry *
rt_catalogue_find_class (RtCatalogue   *self,
                         RtStatusClass  status_class)
{
  return find_entry (self, RT_ENTRY_CLASS, rt_status_class_to_id (status_class));
}

GListModel *
rt_catalogue_get_groups (RtCatalogue *self)
{
  g_return_val_if_fail (RT_IS_CATALOGUE (self), NULL);

  return self->groups;
}

RtCodeGroup *
rt_catalogue_find_group (RtCatalogue *self,
                         const char  *id)
{
  guint n;

  g_return_val_if_fail (RT_IS_CATALOGUE (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  n = g_list_model_get_n_items (self->groups);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RtCodeGroup) group = g_list_model_get_item (self->groups, i);

      if (g_str_equal (rt_code_group_get_id (group), id))
        return group; /* the list holds it */
    }

  return NULL;
}

RtCodeGroup *
rt_catalogue_find_group_of (RtCatalogue *self,
                            int          code)
{
  guint n;

  g_return_val_if_fail (RT_IS_CATALOGUE (self), NULL);

  n = g_list_model_get_n_items (self->groups);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RtCodeGroup) group = g_list_model_get_item (self->groups, i);

      if (rt_code_group_find_member (group, code) != NULL)
        return group; /* the list holds it */
    }

  return NULL;
}
