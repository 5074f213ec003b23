/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads the files in three steps: each into a tree, each element of the trees
 * into an object, and then what one file says of another is checked.
 */

#include "config.h"

#include "catalogue-loader.h"

#include "catalogue-parser.h"
#include "catalogue-private.h"
#include "code-group-private.h"
#include "code-group-reader.h"
#include "entry-private.h"
#include "entry-reader.h"
#include "fixed-list.h"
#include "status-code-private.h"
#include "status-code-reader.h"

static const char * const no_attributes[] = { NULL };

static gboolean
add_code (RtCatalogue   *self,
          const RtNode  *node,
          GError       **error)
{
  g_autoptr (RtStatusCode) code = rt_status_code_read (node, error);
  gpointer key;

  if (code == NULL)
    return FALSE;

  key = GINT_TO_POINTER (code->code);
  if (g_hash_table_contains (self->codes_by_number, key))
    {
      rt_node_set_error (node, error, RT_REFERENCE_ERROR_DUPLICATE,
                         "describes %d a second time", code->code);
      return FALSE;
    }

  g_hash_table_insert (self->codes_by_number, key, code);
  g_list_store_append (G_LIST_STORE (self->codes), code);
  return TRUE;
}

static gboolean
add_key (RtCatalogue   *self,
         RtEntry       *entry,
         RtEntryKind    kind,
         const char    *name,
         const RtNode  *node,
         GError       **error)
{
  g_autofree char *key = rt_catalogue_make_key (kind, name);

  if (g_hash_table_contains (self->entries_by_key[kind], key))
    {
      rt_node_set_error (node, error, RT_REFERENCE_ERROR_DUPLICATE,
                         "describes '%s' a second time", name);
      return FALSE;
    }

  g_hash_table_insert (self->entries_by_key[kind], g_steal_pointer (&key), entry);
  return TRUE;
}

/* Failures and classes are found by id, the others by name and alias. */
static gboolean
add_keys (RtCatalogue   *self,
          RtEntry       *entry,
          RtEntryKind    kind,
          const RtNode  *node,
          GError       **error)
{
  if (kind == RT_ENTRY_FAILURE || kind == RT_ENTRY_CLASS)
    return add_key (self, entry, kind, entry->id, node, error);

  for (gsize i = 0; entry->aliases[i] != NULL && kind != RT_ENTRY_METHOD; i++)
    {
      if (!add_key (self, entry, kind, entry->aliases[i], node, error))
        return FALSE;
    }

  return add_key (self, entry, kind, entry->name, node, error);
}

static gboolean
add_entry (RtCatalogue   *self,
           const RtNode  *node,
           RtEntryKind    kind,
           GError       **error)
{
  g_autoptr (RtEntry) entry = rt_entry_read (node, kind, error);

  if (entry == NULL || !add_keys (self, entry, kind, node, error))
    return FALSE;

  if (kind == RT_ENTRY_CLASS && g_str_equal (entry->id, "none"))
    g_set_object (&self->no_response, entry);
  else
    g_list_store_append (G_LIST_STORE (self->entries[kind]), entry);

  return TRUE;
}

/* A code stands in one group, so that its page has one place to lead to. */
static gboolean
check_alone (RtCatalogue        *self,
             const RtCodeGroup  *group,
             const RtNode       *node,
             GError            **error)
{
  for (guint i = 0; i < group->members->len; i++)
    {
      const RtGroupMember *member = g_ptr_array_index (group->members, i);

      if (rt_catalogue_find_group_of (self, member->code) != NULL)
        {
          rt_node_set_error (node, error, RT_REFERENCE_ERROR_DUPLICATE,
                             "names %d, which is in another group", member->code);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
add_group (RtCatalogue   *self,
           const RtNode  *node,
           GError       **error)
{
  g_autoptr (RtCodeGroup) group = rt_code_group_read (node, error);

  if (group == NULL || !check_alone (self, group, node, error))
    return FALSE;

  if (rt_catalogue_find_group (self, group->id) != NULL)
    {
      rt_node_set_error (node, error, RT_REFERENCE_ERROR_DUPLICATE,
                         "describes '%s' a second time", group->id);
      return FALSE;
    }

  g_list_store_append (G_LIST_STORE (self->groups), group);
  return TRUE;
}

static gboolean
add_groups (RtCatalogue   *self,
            const RtNode  *root,
            GError       **error)
{
  static const char * const group[] = { "group", NULL };

  if (!rt_node_check_attributes (root, no_attributes, error) ||
      !rt_node_check_children (root, group, error))
    return FALSE;

  for (guint i = 0; i < root->children->len; i++)
    {
      if (!add_group (self, g_ptr_array_index (root->children, i), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_groups (const RtNode *root)
{
  return g_str_equal (root->file, RT_CODE_GROUP_FILE) && g_str_equal (root->name, "look-alikes");
}

/* What the file @name holds: a kind of entries, or RT_N_ENTRY_KINDS for codes. */
static gboolean
find_kind (const RtNode  *root,
           RtEntryKind   *kind,
           GError       **error)
{
  for (*kind = 0; *kind < RT_N_ENTRY_KINDS; (*kind)++)
    {
      if (g_str_equal (root->file, rt_entry_kind_get_file (*kind)) &&
          g_str_equal (root->name, "entries"))
        return TRUE;
    }

  if (g_str_has_prefix (root->file, "status-codes-") &&
      g_str_equal (root->name, "status-codes"))
    return TRUE;

  rt_node_set_error (root, error, RT_REFERENCE_ERROR_UNKNOWN,
                     "is not known in a file of this name");
  return FALSE;
}

static gboolean
add_tree (RtCatalogue   *self,
          const RtNode  *root,
          GError       **error)
{
  static const char * const code[] = { "code", NULL };
  static const char * const entry[] = { "entry", NULL };
  RtEntryKind kind = 0;

  if (is_groups (root))
    return add_groups (self, root, error);
  if (!find_kind (root, &kind, error) ||
      !rt_node_check_attributes (root, no_attributes, error) ||
      !rt_node_check_children (root,
                               kind == RT_N_ENTRY_KINDS ? code : entry, error))
    return FALSE;

  for (guint i = 0; i < root->children->len; i++)
    {
      const RtNode *child = g_ptr_array_index (root->children, i);
      gboolean added = kind == RT_N_ENTRY_KINDS
                         ? add_code (self, child, error)
                         : add_entry (self, child, kind, error);

      if (!added)
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_look_alike (RtCatalogue   *self,
                  const RtNode  *code,
                  const RtNode  *node,
                  GError       **error)
{
  const char *target = rt_node_get_attribute (node, "code");
  int number = (int) g_ascii_strtoll (target, NULL, 10);

  if (rt_catalogue_find_code (self, number) == NULL)
    {
      rt_node_set_error (node, error, RT_REFERENCE_ERROR_DANGLING,
                         "points to %s, which is not described", target);
      return FALSE;
    }

  if (g_str_equal (rt_node_get_attribute (code, "number"), target))
    {
      rt_node_set_error (node, error, RT_REFERENCE_ERROR_DANGLING,
                         "points to its own code %s", target);
      return FALSE;
    }

  return TRUE;
}

/* A look-alike may be in another file, so they are checked when all are read. */
static gboolean
check_look_alikes (RtCatalogue   *self,
                   const RtNode  *root,
                   GError       **error)
{
  for (guint i = 0; i < root->children->len; i++)
    {
      const RtNode *code = g_ptr_array_index (root->children, i);

      for (guint j = 0; j < code->children->len; j++)
        {
          const RtNode *child = g_ptr_array_index (code->children, j);

          if (g_str_equal (child->name, "look-alike") &&
              !check_look_alike (self, code, child, error))
            return FALSE;
        }
    }

  return TRUE;
}

/* The codes of a group may be in any file. What a redirect does to the method
 * is known of the code; that it is one must be. */
static gboolean
check_member (RtCatalogue   *self,
              gboolean       redirects,
              const RtNode  *node,
              GError       **error)
{
  int number = (int) g_ascii_strtoll (rt_node_get_attribute (node, "code"), NULL, 10);
  RtStatusCode *code = rt_catalogue_find_code (self, number);

  if (code == NULL)
    {
      rt_node_set_error (node, error, RT_REFERENCE_ERROR_DANGLING,
                         "points to %d, which is not described", number);
      return FALSE;
    }
  if (redirects && code->method_fate == RT_METHOD_FATE_NONE)
    {
      rt_node_set_error (node, error, RT_REFERENCE_ERROR_VALUE,
                         "points to %d, which is no redirect", number);
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_group (RtCatalogue   *self,
             const RtNode  *group,
             GError       **error)
{
  gboolean redirects = g_str_equal (rt_node_get_attribute (group, "kind"), "redirects");

  for (guint i = 0; i < group->children->len; i++)
    {
      const RtNode *child = g_ptr_array_index (group->children, i);

      if (g_str_equal (child->name, "member") &&
          !check_member (self, redirects, child, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_groups (RtCatalogue   *self,
              const RtNode  *root,
              GError       **error)
{
  for (guint i = 0; is_groups (root) && i < root->children->len; i++)
    {
      if (!check_group (self, g_ptr_array_index (root->children, i), error))
        return FALSE;
    }

  return TRUE;
}

/* Every number has a class, so each class must be described. */
static gboolean
check_classes (RtCatalogue  *self,
               GError      **error)
{
  for (int i = RT_CLASS_NONE; i <= RT_CLASS_OTHER; i++)
    {
      if (rt_catalogue_find_class (self, (RtStatusClass) i) == NULL)
        {
          g_set_error (error, RT_REFERENCE_ERROR, RT_REFERENCE_ERROR_MISSING,
                       "%s: the class '%s' is not described",
                       rt_entry_kind_get_file (RT_ENTRY_CLASS),
                       rt_status_class_to_id ((RtStatusClass) i));
          return FALSE;
        }
    }

  return TRUE;
}

static int
compare_codes (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const RtStatusCode *one = a;
  const RtStatusCode *two = b;

  return (one->code > two->code) - (one->code < two->code);
}

static int
compare_names (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const RtEntry *one = a;
  const RtEntry *two = b;

  return g_ascii_strcasecmp (one->name, two->name);
}

static int
get_phase_rank (const RtEntry *entry)
{
  static const char * const order[] = {
    "name", "connect", "proxy", "tls", "request", "wait", "content",
  };
  const char *phase = g_hash_table_lookup (entry->facts, "phase");

  for (int i = 0; i < (int) G_N_ELEMENTS (order); i++)
    {
      if (g_str_equal (phase, order[i]))
        return i;
    }

  return G_N_ELEMENTS (order);
}

/* Failures first, then faults; inside a phase the order of the file stays, as
 * g_list_store_sort() is stable. */
static int
compare_failures (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  const RtEntry *one = a;
  const RtEntry *two = b;
  int order = g_strcmp0 (g_hash_table_lookup (one->facts, "kind"),
                         g_hash_table_lookup (two->facts, "kind"));

  /* By the alphabet "failure" comes before "fault". */
  return order != 0 ? order : get_phase_rank (one) - get_phase_rank (two);
}

static void
sort_lists (RtCatalogue *self)
{
  g_list_store_sort (G_LIST_STORE (self->codes), compare_codes, NULL);
  g_list_store_sort (G_LIST_STORE (self->entries[RT_ENTRY_METHOD]), compare_names, NULL);
  g_list_store_sort (G_LIST_STORE (self->entries[RT_ENTRY_FIELD]), compare_names, NULL);
  g_list_store_sort (G_LIST_STORE (self->entries[RT_ENTRY_SCHEME]), compare_names, NULL);
  g_list_store_sort (G_LIST_STORE (self->entries[RT_ENTRY_FAILURE]), compare_failures, NULL);
}

static void
fix (GListModel **list)
{
  GListModel *fixed = rt_fixed_list_new (*list);

  g_object_unref (*list);
  *list = fixed;
}

/* From here on any thread may read them. */
static void
fix_lists (RtCatalogue *self)
{
  fix (&self->codes);
  fix (&self->groups);
  for (int i = 0; i < RT_N_ENTRY_KINDS; i++)
    fix (&self->entries[i]);
}

RtCatalogue *
rt_catalogue_load (const RtReferenceSource  *sources,
                   gsize                     n_sources,
                   GError                  **error)
{
  g_autoptr (RtCatalogue) self = g_object_new (RT_TYPE_CATALOGUE, NULL);
  g_autoptr (GPtrArray) trees =
    g_ptr_array_new_with_free_func ((GDestroyNotify) rt_node_free);

  for (gsize i = 0; i < n_sources; i++)
    {
      RtNode *root = rt_node_parse (sources[i].name, sources[i].xml, error);

      if (root == NULL)
        return NULL;

      g_ptr_array_add (trees, root);
      if (!add_tree (self, root, error))
        return NULL;
    }

  for (guint i = 0; i < trees->len; i++)
    {
      if (!check_look_alikes (self, g_ptr_array_index (trees, i), error) ||
          !check_groups (self, g_ptr_array_index (trees, i), error))
        return NULL;
    }

  if (!check_classes (self, error))
    return NULL;

  sort_lists (self);
  fix_lists (self);
  return g_steal_pointer (&self);
}
