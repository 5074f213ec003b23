/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Holds the rules of data/reference/README.md for a <group>. That its codes
 * are described is for the loader, as they stand in other files.
 */

#include "config.h"

#include "code-group-reader.h"

#include "catalogue.h"
#include "code-group-private.h"
#include "number.h"

#define TEXT(type, name) { #name, G_STRUCT_OFFSET (type, name), TRUE, TRUE }

static const RtTextSpec group_texts[] = {
  TEXT (RtCodeGroup, title),
  TEXT (RtCodeGroup, summary),
};

static const RtTextSpec member_texts[] = {
  TEXT (RtGroupMember, question),
  TEXT (RtGroupMember, answer),
  TEXT (RtGroupMember, next),
};

static gboolean
read_code (RtGroupMember  *member,
           const RtNode   *node,
           GError        **error)
{
  const char *value = rt_node_get_attribute (node, "code");
  guint64 code = 0;

  if (value == NULL)
    {
      rt_node_set_error (node, error, RT_REFERENCE_ERROR_MISSING, "lacks the attribute 'code'");
      return FALSE;
    }
  if (!rt_number_read (value, 10, 100, 999, &code))
    {
      rt_node_set_error (node, error, RT_REFERENCE_ERROR_VALUE,
                         "has '%s' where a number of three digits belongs", value);
      return FALSE;
    }

  member->code = (int) code;
  return TRUE;
}

/* Only a redirect is for good or for now, and each must say so. */
static gboolean
read_permanent (RtGroupMember  *member,
                gboolean        redirects,
                const RtNode   *node,
                GError        **error)
{
  static const char * const answers[] = { "no", "yes", NULL };
  static const char * const of_redirects[] = { "code", "permanent", NULL };
  static const char * const of_codes[] = { "code", NULL };
  int index = 0;

  if (!rt_node_check_attributes (node, redirects ? of_redirects : of_codes, error))
    return FALSE;
  if (redirects && !rt_node_get_choice (node, "permanent", answers, &index, error))
    return FALSE;

  member->permanent = index == 1;
  return TRUE;
}

static gboolean
read_member (RtCodeGroup   *self,
             const RtNode  *node,
             GError       **error)
{
  static const char * const elements[] = { "question", "answer", "next", NULL };
  g_autoptr (RtGroupMember) member = g_new0 (RtGroupMember, 1);

  if (!read_permanent (member, self->redirects, node, error) ||
      !rt_node_check_children (node, elements, error) ||
      !read_code (member, node, error) ||
      !rt_node_read_texts (node, member_texts, G_N_ELEMENTS (member_texts), member, error))
    return FALSE;

  if (rt_code_group_find_member (self, member->code) != NULL)
    {
      rt_node_set_error (node, error, RT_REFERENCE_ERROR_DUPLICATE, "names %d twice",
                         member->code);
      return FALSE;
    }

  g_ptr_array_add (self->members, g_steal_pointer (&member));
  return TRUE;
}

static gboolean
read_members (RtCodeGroup   *self,
              const RtNode  *node,
              GError       **error)
{
  for (guint i = 0; i < node->children->len; i++)
    {
      const RtNode *child = g_ptr_array_index (node->children, i);

      if (g_str_equal (child->name, "member") && !read_member (self, child, error))
        return FALSE;
    }

  if (self->members->len < 2)
    {
      rt_node_set_error (node, error, RT_REFERENCE_ERROR_MISSING,
                         "has fewer than two codes to put side by side");
      return FALSE;
    }

  return TRUE;
}

static gboolean
read_attributes (RtCodeGroup   *self,
                 const RtNode  *node,
                 GError       **error)
{
  static const char * const attributes[] = { "id", "kind", NULL };
  static const char * const kinds[] = { "codes", "redirects", NULL };
  int kind = 0;

  if (!rt_node_check_attributes (node, attributes, error) ||
      !rt_node_get_choice (node, "kind", kinds, &kind, error))
    return FALSE;

  self->redirects = kind == 1;
  self->id = g_strdup (rt_node_get_attribute (node, "id"));
  if (self->id == NULL)
    {
      rt_node_set_error (node, error, RT_REFERENCE_ERROR_MISSING, "lacks the attribute 'id'");
      return FALSE;
    }

  return TRUE;
}

RtCodeGroup *
rt_code_group_read (const RtNode  *node,
                    GError       **error)
{
  static const char * const elements[] = { "title", "summary", "member", NULL };
  g_autoptr (RtCodeGroup) self = NULL;

  g_return_val_if_fail (node != NULL, NULL);

  self = g_object_new (RT_TYPE_CODE_GROUP, NULL);

  if (!read_attributes (self, node, error) ||
      !rt_node_check_children (node, elements, error) ||
      !rt_node_read_texts (node, group_texts, G_N_ELEMENTS (group_texts), self, error) ||
      !read_members (self, node, error))
    return NULL;

  return g_steal_pointer (&self);
}
