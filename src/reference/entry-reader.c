/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Holds the rules of data/reference/README.md for an <entry>: for each kind
 * the facts that it must have, with their possible values, and its elements.
 */

#include "config.h"

#include "entry-reader.h"

#include "catalogue.h"
#include "entry-private.h"

#define MAX_FACTS 5

typedef struct
{
  const char         *name;
  const char * const *values;
} Fact;

typedef struct
{
  const char      *file;
  gboolean         name_translated;
  gboolean         action_required;
  RtReferenceNeed  reference;
  Fact             facts[MAX_FACTS];
} Kind;

static const char * const class_kinds[] = { "class", NULL };
static const char * const failure_kinds[] = { "failure", "fault", NULL };
static const char * const yes_or_no[] = { "yes", "no", NULL };
static const char * const contents[] = { "yes", "no", "unusual", NULL };
static const char * const directions[] = { "request", "response", "both", NULL };
static const char * const field_states[] = {
  "permanent", "provisional", "deprecated", "obsoleted", "unregistered", NULL,
};
static const char * const scheme_states[] = { "registered", "unregistered", NULL };
static const char * const phases[] = {
  "name", "connect", "proxy", "tls", "request", "wait", "content", "any", NULL,
};

static const Kind kinds[RT_N_ENTRY_KINDS] = {
  [RT_ENTRY_CLASS] = {
    "classes.xml", TRUE, TRUE, RT_REFERENCE_ONCE,
    { { "kind", class_kinds } },
  },
  [RT_ENTRY_METHOD] = {
    "methods.xml", FALSE, TRUE, RT_REFERENCE_ONCE,
    { { "safe", yes_or_no }, { "idempotent", yes_or_no },
      { "cacheable", yes_or_no }, { "content", contents } },
  },
  [RT_ENTRY_FIELD] = {
    "fields.xml", FALSE, FALSE, RT_REFERENCE_OPTIONAL,
    { { "direction", directions }, { "status", field_states } },
  },
  [RT_ENTRY_SCHEME] = {
    "schemes.xml", FALSE, TRUE, RT_REFERENCE_ONCE,
    { { "status", scheme_states } },
  },
  [RT_ENTRY_FAILURE] = {
    "failures.xml", TRUE, TRUE, RT_REFERENCE_OPTIONAL,
    { { "kind", failure_kinds }, { "phase", phases } },
  },
};

static const char * const elements[] = {
  "name", "alias", "summary", "meaning", "action", "value", "reference", NULL,
};

const char *
rt_entry_kind_get_file (RtEntryKind kind)
{
  g_return_val_if_fail (kind < RT_N_ENTRY_KINDS, NULL);

  return kinds[kind].file;
}

static gboolean
read_attributes (RtEntry       *self,
                 const RtNode  *node,
                 const Kind    *kind,
                 GError       **error)
{
  const char *allowed[MAX_FACTS + 2] = { "id" };

  for (gsize i = 0; kind->facts[i].name != NULL; i++)
    {
      const Fact *fact = &kind->facts[i];
      int index = 0;

      if (!rt_node_get_choice (node, fact->name, fact->values, &index, error))
        return FALSE;

      allowed[i + 1] = fact->name;
      g_hash_table_insert (self->facts, g_strdup (fact->name),
                           g_strdup (fact->values[index]));
    }

  self->id = g_strdup (rt_node_get_attribute (node, "id"));
  if (self->id == NULL)
    {
      rt_node_set_error (node, error, RT_REFERENCE_ERROR_MISSING,
                         "lacks the attribute 'id'");
      return FALSE;
    }

  return rt_node_check_attributes (node, allowed, error);
}

static gboolean
read_elements (RtEntry       *self,
               const RtNode  *node,
               const Kind    *kind,
               GError       **error)
{
  const RtTextSpec texts[] = {
    { "name", G_STRUCT_OFFSET (RtEntry, name), TRUE, kind->name_translated },
    { "summary", G_STRUCT_OFFSET (RtEntry, summary), TRUE, TRUE },
    { "meaning", G_STRUCT_OFFSET (RtEntry, meaning), TRUE, TRUE },
    { "action", G_STRUCT_OFFSET (RtEntry, action), kind->action_required, TRUE },
  };

  if (!rt_node_check_children (node, elements, error) ||
      !rt_node_read_texts (node, texts, G_N_ELEMENTS (texts), self, error))
    return FALSE;

  self->aliases = rt_node_dup_text_list (node, "alias", error);
  if (self->aliases == NULL)
    return FALSE;

  self->values = rt_node_dup_text_list (node, "value", error);
  if (self->values == NULL)
    return FALSE;

  return rt_node_read_reference (node, kind->reference, &self->specification,
                                 &self->specification_url, error);
}

RtEntry *
rt_entry_read (const RtNode  *node,
               RtEntryKind    kind,
               GError       **error)
{
  g_autoptr (RtEntry) self = NULL;

  g_return_val_if_fail (node != NULL, NULL);
  g_return_val_if_fail (kind < RT_N_ENTRY_KINDS, NULL);

  self = g_object_new (RT_TYPE_ENTRY, NULL);

  if (!read_attributes (self, node, &kinds[kind], error) ||
      !read_elements (self, node, &kinds[kind], error))
    return NULL;

  return g_steal_pointer (&self);
}
