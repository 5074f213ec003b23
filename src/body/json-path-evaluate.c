/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The evaluation of JSONPath: each node that a step selects goes through the
 * steps after it before the next one is looked for, which gives the order of
 * RFC 9535 without a list between steps. Recursion is as deep as the
 * expression, never as the text.
 */

#include "config.h"

#include "json-path-query.h"
#include "json-path-values.h"
#include "json-tree-read.h"

#include <string.h>

/* Steps between two looks at the cancellable. */
#define STEPS 256

typedef struct
{
  RtJsonTreeIndex *index;
  RtJsonSource     source;
  RtJsonNode       root;
  GCancellable    *cancellable;
  guint            steps;
  gboolean         cancelled;
} Context;

/* Where nodes go. */
typedef struct
{
  GArray    *nodes; /* (nullable): all of them */
  gsize      max;   /* 0: no end */
  gsize      n;
  RtJsonNode first;
} Sink;

static gboolean select_nodes (Context           *context,
                              const RtPathQuery *query,
                              guint              step,
                              const RtJsonNode  *node,
                              Sink              *sink);
static gboolean test         (Context           *context,
                              const RtPathExpr  *expr,
                              const RtJsonNode  *current);

/* FALSE to stop. */
static gboolean
go_on (Context *context)
{
  if (++context->steps % STEPS == 0 && g_cancellable_is_cancelled (context->cancellable))
    context->cancelled = TRUE;

  return !context->cancelled;
}

static gboolean
sink_add (Sink             *sink,
          const RtJsonNode *node)
{
  if (sink->max != 0 && sink->n == sink->max)
    {
      sink->n++;
      return FALSE;
    }
  if (sink->n++ == 0)
    sink->first = *node;
  if (sink->nodes != NULL)
    g_array_append_vals (sink->nodes, node, 1);

  return TRUE;
}

static void
begin (Context          *context,
       RtJsonChildren   *children,
       const RtJsonNode *parent,
       guint64           first)
{
  rt_json_children_init (children, context->index, context->source.text, parent, first,
                         G_MAXUINT64);
}

/* All children, those of one name, or those that pass a filter. */
static gboolean
select_children (Context              *context,
                 const RtPathSelector *selector,
                 const RtPathQuery    *query,
                 guint                 step,
                 const RtJsonNode     *node,
                 Sink                 *sink)
{
  RtJsonChildren children;
  RtJsonNode child;

  if (selector->kind == RT_PATH_NAME && node->kind != RT_JSON_OBJECT)
    return TRUE;
  begin (context, &children, node, 0);
  while (rt_json_children_next (&children, &child))
    {
      if (!go_on (context))
        return FALSE;
      if (selector->kind == RT_PATH_NAME &&
          !rt_path_key_is (context->source.text, &child, selector->name))
        continue;
      if (selector->kind == RT_PATH_FILTER && !test (context, selector->filter, &child))
        continue;
      if (!select_nodes (context, query, step + 1, &child, sink))
        return FALSE;
    }

  return !context->cancelled;
}

static gboolean
select_index (Context           *context,
              gint64             index,
              const RtPathQuery *query,
              guint              step,
              const RtJsonNode  *node,
              Sink              *sink)
{
  RtJsonChildren children;
  RtJsonNode child;

  if (!go_on (context))
    return FALSE;
  if (index < 0)
    index += rt_json_children_count (context->index, context->source.text, node);
  if (index < 0)
    return TRUE;
  begin (context, &children, node, index);
  while (rt_json_children_next (&children, &child))
    if (child.index == (guint64) index)
      return select_nodes (context, query, step + 1, &child, sink);

  return TRUE;
}

/* Section 2.3.4.2.2. */
static gboolean
select_slice (Context              *context,
              const RtPathSelector *selector,
              const RtPathQuery    *query,
              guint                 step,
              const RtJsonNode     *node,
              Sink                 *sink)
{
  gint64 n = rt_json_children_count (context->index, context->source.text, node);
  gint64 by = selector->step;
  gint64 start = selector->has_start ? selector->start : by > 0 ? 0 : n - 1;
  gint64 end = selector->has_end ? selector->end : by > 0 ? n : -1;

  if (by == 0 || n == 0)
    return TRUE;
  if (selector->has_start && start < 0)
    start += n;
  if (selector->has_end && end < 0)
    end += n;
  start = by > 0 ? CLAMP (start, 0, n) : CLAMP (start, -1, n - 1);
  end = by > 0 ? CLAMP (end, 0, n) : CLAMP (end, -1, n - 1);
  if (by == 1 && end > start)
    {
      RtJsonChildren children;
      RtJsonNode child;

      begin (context, &children, node, start);
      while (rt_json_children_next (&children, &child) && child.index < (guint64) end)
        if (!go_on (context) || (child.index >= (guint64) start &&
                                 !select_nodes (context, query, step + 1, &child, sink)))
          return FALSE;
      return TRUE;
    }
  for (gint64 i = start; by > 0 ? i < end : i > end; i += by)
    if (!select_index (context, i, query, step, node, sink))
      return FALSE;

  return TRUE;
}

/* What the selectors of a step find among the children of @node. */
static gboolean
select_step (Context           *context,
             const RtPathQuery *query,
             guint              step,
             const RtJsonNode  *node,
             Sink              *sink)
{
  const RtPathSegment *segment = query->segments->pdata[step];

  for (guint i = 0; i < segment->selectors->len; i++)
    {
      const RtPathSelector *selector = segment->selectors->pdata[i];
      gboolean more = TRUE;

      if (selector->kind != RT_PATH_INDEX && selector->kind != RT_PATH_SLICE)
        more = select_children (context, selector, query, step, node, sink);
      else if (node->kind != RT_JSON_ARRAY)
        continue;
      else if (selector->kind == RT_PATH_INDEX)
        more = select_index (context, selector->start, query, step, node, sink);
      else
        more = select_slice (context, selector, query, step, node, sink);
      if (!more)
        return FALSE;
    }

  return TRUE;
}

/* The step at @node and at all containers in it, each before what is in it. */
static gboolean
descend (Context           *context,
         const RtPathQuery *query,
         guint              step,
         const RtJsonNode  *node,
         Sink              *sink)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (RtJsonChildren));
  RtJsonChildren children;
  RtJsonNode child;

  if (!select_step (context, query, step, node, sink))
    return FALSE;
  begin (context, &children, node, 0);
  g_array_append_val (stack, children);
  while (stack->len > 0)
    {
      RtJsonChildren *top = &g_array_index (stack, RtJsonChildren, stack->len - 1);

      if (!go_on (context))
        return FALSE;
      if (rt_json_children_step (top, &child))
        {
          if (!rt_json_kind_is_container (child.kind))
            continue;
          if (!select_step (context, query, step, &child, sink))
            return FALSE;
          begin (context, &children, &child, 0);
          g_array_append_val (stack, children);
          continue;
        }
      if (stack->len > 1)
        rt_json_children_pass (top - 1, top);
      g_array_set_size (stack, stack->len - 1);
    }

  return TRUE;
}

static gboolean
select_nodes (Context           *context,
              const RtPathQuery *query,
              guint              step,
              const RtJsonNode  *node,
              Sink              *sink)
{
  if (step == query->segments->len)
    return sink_add (sink, node);
  if (!rt_json_kind_is_container (node->kind))
    return TRUE;
  if (((const RtPathSegment *) query->segments->pdata[step])->descendant)
    return descend (context, query, step, node, sink);

  return select_step (context, query, step, node, sink);
}

static void
run (Context           *context,
     const RtPathQuery *query,
     const RtJsonNode  *current,
     Sink              *sink)
{
  select_nodes (context, query, 0, query->relative ? current : &context->root, sink);
}

static void evaluate (Context          *context,
                      const RtPathExpr *expr,
                      const RtJsonNode *current,
                      RtPathValue      *value);

static void
set_number (RtPathValue *value,
            double       number)
{
  value->exists = TRUE;
  value->is_node = FALSE;
  value->kind = RT_JSON_NUMBER;
  value->number = number;
}

static void
evaluate_length (Context          *context,
                 const RtPathExpr *expr,
                 const RtJsonNode *current,
                 RtPathValue      *value)
{
  g_auto (RtPathValue) argument = { 0 };

  evaluate (context, expr->left, current, &argument);
  if (!argument.exists)
    return;
  if (argument.kind == RT_JSON_STRING)
    set_number (value, g_utf8_strlen (argument.string->str, argument.string->len));
  else if (rt_json_kind_is_container (argument.kind))
    set_number (value, rt_json_children_count (context->index, context->source.text,
                                               &argument.node));
}

/* length(), count() and value(). */
static void
evaluate_function (Context          *context,
                   const RtPathExpr *expr,
                   const RtJsonNode *current,
                   RtPathValue      *value)
{
  Sink sink = { 0 };

  if (expr->function == RT_PATH_LENGTH)
    {
      evaluate_length (context, expr, current, value);
      return;
    }
  sink.max = expr->function == RT_PATH_VALUE ? 1 : 0;
  run (context, expr->left->query, current, &sink);
  if (expr->function == RT_PATH_COUNT)
    set_number (value, sink.n);
  else if (sink.n == 1)
    rt_path_value_set_node (value, context->source.text, &sink.first);
}

static void
evaluate (Context          *context,
          const RtPathExpr *expr,
          const RtJsonNode *current,
          RtPathValue      *value)
{
  Sink sink = { 0 };

  if (expr->kind == RT_PATH_FUNCTION)
    {
      evaluate_function (context, expr, current, value);
      return;
    }
  if (expr->kind == RT_PATH_LITERAL)
    {
      set_number (value, expr->number);
      value->kind = expr->type;
      if (expr->string != NULL)
        value->string = g_string_new_len (expr->string->str, expr->string->len);
      return;
    }
  run (context, expr->query, current, &sink);
  if (sink.n > 0)
    rt_path_value_set_node (value, context->source.text, &sink.first);
}

static gboolean
test_regex (Context          *context,
            const RtPathExpr *expr,
            const RtJsonNode *current)
{
  g_auto (RtPathValue) subject = { 0 };
  g_auto (RtPathValue) pattern = { 0 };
  g_autoptr (RtPathRegex) own = NULL;
  const RtPathRegex *regex = expr->regex;

  evaluate (context, expr->left, current, &subject);
  if (!subject.exists || subject.kind != RT_JSON_STRING)
    return FALSE;
  if (!expr->has_regex)
    {
      evaluate (context, expr->right, current, &pattern);
      if (pattern.exists && pattern.kind == RT_JSON_STRING)
        own = rt_path_regex_new (pattern.string);
      regex = own;
    }

  return regex != NULL &&
         rt_path_regex_match (regex, subject.string->str, subject.string->len,
                              expr->function == RT_PATH_MATCH, context->cancellable);
}

static gboolean
compare (Context          *context,
         const RtPathExpr *expr,
         const RtJsonNode *current)
{
  g_auto (RtPathValue) left = { 0 };
  g_auto (RtPathValue) right = { 0 };

  evaluate (context, expr->left, current, &left);
  evaluate (context, expr->right, current, &right);

  return rt_path_value_compare (context->index, context->source.text, &left, expr->op, &right);
}

static gboolean
test (Context          *context,
      const RtPathExpr *expr,
      const RtJsonNode *current)
{
  Sink sink = { .max = 1 };

  switch (expr->kind)
    {
    case RT_PATH_OR:
      return test (context, expr->left, current) || test (context, expr->right, current);
    case RT_PATH_AND:
      return test (context, expr->left, current) && test (context, expr->right, current);
    case RT_PATH_NOT:
      return !test (context, expr->left, current);
    case RT_PATH_COMPARE:
      return compare (context, expr, current);
    case RT_PATH_QUERY:
      run (context, expr->query, current, &sink);
      return sink.n > 0;
    case RT_PATH_FUNCTION:
      return test_regex (context, expr, current);
    case RT_PATH_LITERAL:
    default:
      g_return_val_if_reached (FALSE);
    }
}

gboolean
rt_json_path_evaluate (RtJsonPath   *self,
                       RtJsonTree   *tree,
                       gsize         max,
                       GCancellable *cancellable,
                       GArray       *nodes,
                       gboolean     *cut,
                       GError      **error)
{
  Context context = { .cancellable = cancellable };
  Sink sink = { nodes, max };
  RtJsonChildren documents;
  RtJsonNode list;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (RT_IS_JSON_TREE (tree), FALSE);
  g_return_val_if_fail (nodes != NULL, FALSE);

  context.cancelled = g_cancellable_is_cancelled (cancellable);
  context.index = rt_json_tree_begin (tree, &context.source);
  rt_json_children_root (context.index, &list);
  begin (&context, &documents, &list, 0);
  while (go_on (&context) && rt_json_children_next (&documents, &context.root) &&
         select_nodes (&context, self->query, 0, &context.root, &sink))
    ;
  rt_json_tree_end (tree);
  if (cut != NULL)
    *cut = max != 0 && sink.n > max;

  return !context.cancelled || !g_cancellable_set_error_if_cancelled (cancellable, error);
}
