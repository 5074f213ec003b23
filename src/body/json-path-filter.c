/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Filters of JSONPath (RFC 9535 sections 2.3.5 and 2.4): what they say, and the
 * types of functions. By recursive descent, its depth bounded.
 */

#include "config.h"

#include "json-path-read.h"

#include <string.h>

static RtPathExpr *
expr_new (RtPathExprKind kind,
          RtPathExpr    *left,
          RtPathExpr    *right)
{
  RtPathExpr *self = g_new0 (RtPathExpr, 1);

  self->kind = kind;
  self->left = left;
  self->right = right;

  return self;
}

static gboolean
skip_digits (RtPathReader *r)
{
  const char *start = r->p;

  while (g_ascii_isdigit (*r->p))
    r->p++;

  return r->p > start || rt_path_fail (r, _("a digit is expected here"));
}

static gboolean
read_number (RtPathReader *r,
             RtPathExpr   *expr)
{
  const char *start = r->p;
  g_autofree char *text = NULL;

  expr->type = RT_JSON_NUMBER;
  if (*r->p == '-')
    r->p++;
  if (*r->p == '0' && g_ascii_isdigit (r->p[1]))
    return rt_path_fail (r, _("a number starts with 0"));
  if (!skip_digits (r))
    return FALSE;
  if (rt_path_skip (r, ".") && !skip_digits (r))
    return FALSE;
  if (*r->p == 'e' || *r->p == 'E')
    {
      r->p++;
      if (*r->p == '+' || *r->p == '-')
        r->p++;
      if (!skip_digits (r))
        return FALSE;
    }
  text = g_strndup (start, r->p - start);
  expr->number = g_ascii_strtod (text, NULL);

  return TRUE;
}

static RtPathExpr *
read_literal (RtPathReader *r)
{
  static const struct { const char *word; RtJsonKind type; } words[] = {
    { "true", RT_JSON_TRUE }, { "false", RT_JSON_FALSE }, { "null", RT_JSON_NULL },
  };
  g_autoptr (RtPathExpr) expr = expr_new (RT_PATH_LITERAL, NULL, NULL);

  if (*r->p == '\'' || *r->p == '"')
    {
      expr->type = RT_JSON_STRING;
      expr->string = rt_path_read_string (r);
      return expr->string != NULL ? g_steal_pointer (&expr) : NULL;
    }
  if (rt_path_at_integer (r))
    return read_number (r, expr) ? g_steal_pointer (&expr) : NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (rt_path_skip (r, words[i].word))
      {
        expr->type = words[i].type;
        return g_steal_pointer (&expr);
      }
  rt_path_fail (r, _("a value, a path from @ or $, or a function is expected here"));

  return NULL;
}

static const struct
{
  const char *name;
  guint       n_arguments;
  gboolean    takes_nodes;
  gboolean    is_test;
} functions[] = {
  [RT_PATH_LENGTH] = { "length", 1, FALSE, FALSE },
  [RT_PATH_COUNT] = { "count", 1, TRUE, FALSE },
  [RT_PATH_MATCH] = { "match", 2, FALSE, TRUE },
  [RT_PATH_SEARCH] = { "search", 2, FALSE, TRUE },
  [RT_PATH_VALUE] = { "value", 1, TRUE, FALSE },
};

/* Whether it is one value at most: to be compared, or given to a function. */
static gboolean
is_value (const RtPathExpr *expr)
{
  return expr->kind == RT_PATH_LITERAL ||
         (expr->kind == RT_PATH_QUERY && rt_path_query_is_singular (expr->query)) ||
         (expr->kind == RT_PATH_FUNCTION && !functions[expr->function].is_test);
}

static RtPathExpr *read_operand (RtPathReader *r);

static RtPathExpr *
read_argument (RtPathReader  *r,
               RtPathFunction function)
{
  const char *start;
  g_autoptr (RtPathExpr) argument = NULL;

  rt_path_skip_space (r);
  start = r->p;
  argument = read_operand (r);
  if (argument == NULL)
    return NULL;
  rt_path_skip_space (r);
  if (functions[function].takes_nodes ? argument->kind != RT_PATH_QUERY : !is_value (argument))
    {
      rt_path_fail_at (r, start, RT_JSON_PATH_ERROR_TYPE,
                       functions[function].takes_nodes
                         ? _("the function takes a path here")
                         : _("the function takes a single value here"));
      return NULL;
    }

  return g_steal_pointer (&argument);
}

static gboolean
read_arguments (RtPathReader *r,
                RtPathExpr   *call)
{
  call->left = read_argument (r, call->function);
  if (call->left == NULL)
    return FALSE;
  if (functions[call->function].n_arguments == 2)
    {
      if (!rt_path_skip (r, ","))
        return rt_path_fail (r, _("the function takes two values"));
      call->right = read_argument (r, call->function);
      if (call->right == NULL)
        return FALSE;
      if (call->right->kind == RT_PATH_LITERAL && call->right->type == RT_JSON_STRING)
        {
          call->has_regex = TRUE;
          call->regex = rt_path_regex_new (call->right->string);
        }
    }

  return rt_path_skip (r, ")") || rt_path_fail (r, _("a closing parenthesis is expected here"));
}

/* At the name. */
static RtPathExpr *
read_function (RtPathReader *r)
{
  gsize n = strcspn (r->p, "(");

  for (gsize i = 0; i < G_N_ELEMENTS (functions); i++)
    if (strlen (functions[i].name) == n && strncmp (r->p, functions[i].name, n) == 0)
      {
        g_autoptr (RtPathExpr) call = expr_new (RT_PATH_FUNCTION, NULL, NULL);

        if (++r->depth > RT_PATH_MAX_DEPTH)
          {
            rt_path_fail_at (r, r->p, RT_JSON_PATH_ERROR_LENGTH,
                             _("the expression is nested too deeply"));
            return NULL;
          }
        call->function = i;
        r->p += n + 1;
        if (!read_arguments (r, call))
          return NULL;
        r->depth--;
        return g_steal_pointer (&call);
      }
  rt_path_fail (r,
                _("there is no such function; there are length, count, match, search and value"));

  return NULL;
}

static gboolean
is_function (const RtPathReader *r)
{
  const char *p = r->p;

  if (!g_ascii_islower (*p))
    return FALSE;
  while (g_ascii_islower (*p) || *p == '_' || g_ascii_isdigit (*p))
    p++;

  return *p == '(';
}

static RtPathExpr *
read_operand (RtPathReader *r)
{
  g_autoptr (RtPathExpr) expr = NULL;

  if (is_function (r))
    return read_function (r);
  if (*r->p != '@' && *r->p != '$')
    return read_literal (r);
  expr = expr_new (RT_PATH_QUERY, NULL, NULL);
  expr->query = rt_path_read_query (r);

  return expr->query != NULL ? g_steal_pointer (&expr) : NULL;
}

static gboolean
read_operator (RtPathReader   *r,
               RtPathOperator *op)
{
  static const char * const operators[] = { "==", "!=", "<=", ">=", "<", ">" };

  for (gsize i = 0; i < G_N_ELEMENTS (operators); i++)
    if (rt_path_skip (r, operators[i]))
      {
        *op = i;
        return TRUE;
      }

  return FALSE;
}

/* An operand alone is a test. */
static RtPathExpr *
check_test (RtPathReader *r,
            RtPathExpr   *expr,
            const char   *start)
{
  if (expr->kind == RT_PATH_QUERY ||
      (expr->kind == RT_PATH_FUNCTION && functions[expr->function].is_test))
    return expr;
  rt_path_fail_at (r, start, RT_JSON_PATH_ERROR_TYPE,
                   _("this is a value; it must be compared with something"));
  rt_path_expr_free (expr);

  return NULL;
}

static RtPathExpr *
read_comparison (RtPathReader *r)
{
  const char *start = r->p;
  g_autoptr (RtPathExpr) left = read_operand (r);
  g_autoptr (RtPathExpr) right = NULL;
  RtPathExpr *comparison;
  RtPathOperator op;
  const char *end = r->p;
  const char *other;

  if (left == NULL)
    return NULL;
  rt_path_skip_space (r);
  if (!read_operator (r, &op))
    {
      r->p = end;
      return check_test (r, g_steal_pointer (&left), start);
    }
  rt_path_skip_space (r);
  other = r->p;
  right = read_operand (r);
  if (right == NULL)
    return NULL;
  if (!is_value (left) || !is_value (right))
    {
      rt_path_fail_at (r, is_value (left) ? other : start, RT_JSON_PATH_ERROR_TYPE,
                       _("only a single value can be compared"));
      return NULL;
    }
  comparison = expr_new (RT_PATH_COMPARE, g_steal_pointer (&left), g_steal_pointer (&right));
  comparison->op = op;

  return comparison;
}

static RtPathExpr *
read_parentheses (RtPathReader *r)
{
  g_autoptr (RtPathExpr) expr = NULL;

  r->p++;
  rt_path_skip_space (r);
  expr = rt_path_read_filter (r);
  if (expr == NULL)
    return NULL;
  rt_path_skip_space (r);
  if (!rt_path_skip (r, ")"))
    {
      rt_path_fail (r, _("a closing parenthesis is expected here"));
      return NULL;
    }

  return g_steal_pointer (&expr);
}

static RtPathExpr *
read_basic (RtPathReader *r)
{
  RtPathExpr *expr;
  const char *start;

  if (*r->p == '(')
    return read_parentheses (r);
  if (*r->p != '!')
    return read_comparison (r);
  r->p++;
  rt_path_skip_space (r);
  start = r->p;
  if (*r->p == '(')
    expr = read_parentheses (r);
  else
    {
      expr = read_operand (r);
      if (expr != NULL)
        expr = check_test (r, expr, start);
    }

  return expr != NULL ? expr_new (RT_PATH_NOT, expr, NULL) : NULL;
}

/* One or more of @read with @token between them. */
static RtPathExpr *
read_chain (RtPathReader        *r,
            const char    *token,
            RtPathExprKind kind,
            RtPathExpr *(*read) (RtPathReader *))
{
  g_autoptr (RtPathExpr) expr = read (r);
  guint n = 0;

  while (expr != NULL)
    {
      const char *end = r->p;
      RtPathExpr *right;

      rt_path_skip_space (r);
      if (!rt_path_skip (r, token))
        {
          r->p = end;
          break;
        }
      rt_path_skip_space (r);
      right = read (r);
      if (right == NULL)
        return NULL;
      expr = expr_new (kind, g_steal_pointer (&expr), right);
      if (++n > RT_PATH_MAX_PARTS)
        {
          rt_path_fail_at (r, r->p, RT_JSON_PATH_ERROR_LENGTH,
                           _("the expression has too many parts"));
          return NULL;
        }
    }

  return g_steal_pointer (&expr);
}

static RtPathExpr *
read_and (RtPathReader *r)
{
  return read_chain (r, "&&", RT_PATH_AND, read_basic);
}

RtPathExpr *
rt_path_read_filter (RtPathReader *r)
{
  RtPathExpr *expr;

  if (++r->depth > RT_PATH_MAX_DEPTH)
    {
      rt_path_fail_at (r, r->p, RT_JSON_PATH_ERROR_LENGTH,
                       _("the expression is nested too deeply"));
      return NULL;
    }
  expr = read_chain (r, "||", RT_PATH_OR, read_and);
  r->depth--;

  return expr;
}
