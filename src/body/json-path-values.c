/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Values of filters. Numbers are compared as I-JSON has them (RFC 7493), as
 * doubles, but for those that are spelt alike, which are equal.
 */

#include "config.h"

#include "json-path-values.h"

#include "json-string.h"

#include <string.h>

/* Deeper containers are equal only when they are spelt alike. */
#define MAX_DEPTH 200

void
rt_path_value_clear (RtPathValue *self)
{
  if (self->string != NULL)
    g_string_free (g_steal_pointer (&self->string), TRUE);
  self->exists = FALSE;
}

void
rt_path_value_set_node (RtPathValue      *self,
                        const char       *text,
                        const RtJsonNode *node)
{
  rt_path_value_clear (self);
  self->exists = TRUE;
  self->is_node = TRUE;
  self->node = *node;
  self->kind = node->kind;
  if (node->kind == RT_JSON_NUMBER)
    {
      g_autofree char *number = g_strndup (text + node->offset, node->end - node->offset);

      self->number = g_ascii_strtod (number, NULL);
    }
  else if (node->kind == RT_JSON_STRING)
    {
      self->string = g_string_new (NULL);
      rt_json_string_decode (text + node->offset + 1, node->end - node->offset - 2, self->string);
    }
}

gboolean
rt_path_key_is (const char       *text,
                const RtJsonNode *node,
                const GString    *name)
{
  const char *key = text + node->key + 1;
  gsize length;
  g_autoptr (GString) decoded = NULL;

  if (node->key_length == 0)
    return FALSE;
  length = node->key_length - 2;
  if (memchr (key, '\\', length) == NULL)
    return length == name->len && memcmp (key, name->str, length) == 0;
  decoded = g_string_new (NULL);
  rt_json_string_decode (key, length, decoded);

  return g_string_equal (decoded, name);
}

static gboolean nodes_equal (RtJsonTreeIndex  *index,
                             const char       *text,
                             const RtJsonNode *a,
                             const RtJsonNode *b,
                             guint             depth);

/* The last member of the same name, as most readers take it. */
static gboolean
find_member (RtJsonTreeIndex  *index,
             const char       *text,
             const RtJsonNode *object,
             const GString    *name,
             RtJsonNode       *member)
{
  RtJsonChildren children;
  RtJsonNode child;
  gboolean found = FALSE;

  rt_json_children_init (&children, index, text, object, 0, G_MAXUINT64);
  while (rt_json_children_next (&children, &child))
    if (rt_path_key_is (text, &child, name))
      {
        *member = child;
        found = TRUE;
      }

  return found;
}

static gboolean
containers_equal (RtJsonTreeIndex  *index,
                  const char       *text,
                  const RtJsonNode *a,
                  const RtJsonNode *b,
                  guint             depth)
{
  RtJsonChildren left, right;
  RtJsonNode x, y;

  if (depth > MAX_DEPTH ||
      rt_json_children_count (index, text, a) != rt_json_children_count (index, text, b))
    return FALSE;
  rt_json_children_init (&left, index, text, a, 0, G_MAXUINT64);
  rt_json_children_init (&right, index, text, b, 0, G_MAXUINT64);
  while (rt_json_children_next (&left, &x))
    {
      g_autoptr (GString) name = NULL;

      if (a->kind == RT_JSON_ARRAY)
        {
          if (!rt_json_children_next (&right, &y) || !nodes_equal (index, text, &x, &y, depth + 1))
            return FALSE;
          continue;
        }
      name = g_string_new (NULL);
      rt_json_string_decode (text + x.key + 1, x.key_length - 2, name);
      if (!find_member (index, text, b, name, &y) ||
          !nodes_equal (index, text, &x, &y, depth + 1))
        return FALSE;
    }

  return TRUE;
}

static gboolean
values_equal (RtJsonTreeIndex   *index,
              const char        *text,
              const RtPathValue *a,
              const RtPathValue *b,
              guint              depth)
{
  if (!a->exists || !b->exists)
    return a->exists == b->exists;
  if (a->kind != b->kind)
    return FALSE;
  if (a->is_node && b->is_node && a->node.end - a->node.offset == b->node.end - b->node.offset &&
      memcmp (text + a->node.offset, text + b->node.offset, a->node.end - a->node.offset) == 0)
    return TRUE;
  if (a->kind == RT_JSON_NUMBER)
    return a->number == b->number;
  if (a->kind == RT_JSON_STRING)
    return g_string_equal (a->string, b->string);
  if (rt_json_kind_is_container (a->kind))
    return containers_equal (index, text, &a->node, &b->node, depth);

  return TRUE;
}

static gboolean
nodes_equal (RtJsonTreeIndex  *index,
             const char       *text,
             const RtJsonNode *a,
             const RtJsonNode *b,
             guint             depth)
{
  g_auto (RtPathValue) left = { 0 };
  g_auto (RtPathValue) right = { 0 };

  rt_path_value_set_node (&left, text, a);
  rt_path_value_set_node (&right, text, b);

  return values_equal (index, text, &left, &right, depth);
}

static gboolean
is_less (const RtPathValue *a,
         const RtPathValue *b)
{
  int order;

  if (!a->exists || !b->exists || a->kind != b->kind)
    return FALSE;
  if (a->kind == RT_JSON_NUMBER)
    return a->number < b->number;
  if (a->kind != RT_JSON_STRING)
    return FALSE;
  /* UTF-8 sorts as its code points do. */
  order = memcmp (a->string->str, b->string->str, MIN (a->string->len, b->string->len));

  return order < 0 || (order == 0 && a->string->len < b->string->len);
}

gboolean
rt_path_value_compare (RtJsonTreeIndex   *index,
                       const char        *text,
                       const RtPathValue *a,
                       RtPathOperator     op,
                       const RtPathValue *b)
{
  switch (op)
    {
    case RT_PATH_EQUAL:
      return values_equal (index, text, a, b, 0);
    case RT_PATH_NOT_EQUAL:
      return !values_equal (index, text, a, b, 0);
    case RT_PATH_LESS:
      return is_less (a, b);
    case RT_PATH_GREATER:
      return is_less (b, a);
    case RT_PATH_LESS_OR_EQUAL:
      return is_less (a, b) || values_equal (index, text, a, b, 0);
    case RT_PATH_GREATER_OR_EQUAL:
      return is_less (b, a) || values_equal (index, text, a, b, 0);
    default:
      g_return_val_if_reached (FALSE);
    }
}
