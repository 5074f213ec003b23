/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The reader of JSONPath: the grammar of RFC 9535 by recursive descent, its
 * depth and length bounded, and the types of section 2.4.3.
 */

#include "config.h"

#include "json-path-query.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_LENGTH (64 * 1024)
#define MAX_DEPTH 64
#define MAX_SEGMENTS 256
/* What an I-JSON number can tell apart (RFC 7493). */
#define MAX_INTEGER G_GINT64_CONSTANT (9007199254740991)

G_DEFINE_QUARK (rt-json-path-error, rt_json_path_error)

typedef struct
{
  const char *start;
  const char *p;
  guint       depth;
  gsize       error_at;
  GError    **error;
} Reader;

static RtPathExpr  *read_or       (Reader *r);
static RtPathQuery *read_query    (Reader *r);

static void
selector_free (RtPathSelector *self)
{
  if (self->name != NULL)
    g_string_free (self->name, TRUE);
  g_clear_pointer (&self->filter, rt_path_expr_free);
  g_free (self);
}

static void
segment_free (RtPathSegment *self)
{
  g_ptr_array_unref (self->selectors);
  g_free (self);
}

void
rt_path_query_free (RtPathQuery *self)
{
  g_ptr_array_unref (self->segments);
  g_free (self);
}

void
rt_path_expr_free (RtPathExpr *self)
{
  g_clear_pointer (&self->left, rt_path_expr_free);
  g_clear_pointer (&self->right, rt_path_expr_free);
  g_clear_pointer (&self->query, rt_path_query_free);
  if (self->string != NULL)
    g_string_free (self->string, TRUE);
  g_clear_pointer (&self->regex, g_regex_unref);
  g_free (self);
}

gboolean
rt_path_query_is_singular (const RtPathQuery *self)
{
  for (guint i = 0; i < self->segments->len; i++)
    {
      const RtPathSegment *segment = self->segments->pdata[i];
      const RtPathSelector *selector = segment->selectors->pdata[0];

      if (segment->descendant || segment->selectors->len != 1 ||
          (selector->kind != RT_PATH_NAME && selector->kind != RT_PATH_INDEX))
        return FALSE;
    }

  return TRUE;
}

/* Always FALSE. */
static gboolean
fail_at (Reader         *r,
         const char     *where,
         RtJsonPathError code,
         const char     *message)
{
  if (r->error_at == G_MAXSIZE)
    {
      r->error_at = where - r->start;
      g_set_error_literal (r->error, RT_JSON_PATH_ERROR, code, message);
    }

  return FALSE;
}

static gboolean
fail (Reader     *r,
      const char *message)
{
  return fail_at (r, r->p, RT_JSON_PATH_ERROR_SYNTAX, message);
}

static void
skip_space (Reader *r)
{
  while (*r->p == ' ' || *r->p == '\t' || *r->p == '\n' || *r->p == '\r')
    r->p++;
}

static gboolean
skip (Reader     *r,
      const char *token)
{
  if (!g_str_has_prefix (r->p, token))
    return FALSE;
  r->p += strlen (token);

  return TRUE;
}

static gboolean
read_unit (Reader   *r,
           gunichar *unit)
{
  *unit = 0;
  for (int i = 0; i < 4; i++, r->p++)
    {
      if (!g_ascii_isxdigit (*r->p))
        return fail (r, _("\\u is not followed by four hexadecimal digits"));
      *unit = *unit * 16 + g_ascii_xdigit_value (*r->p);
    }

  return TRUE;
}

/* After "\u". */
static gboolean
read_unicode (Reader  *r,
              GString *out)
{
  gunichar c, low;

  if (!read_unit (r, &c))
    return FALSE;
  if (c >= 0xd800 && c < 0xdc00)
    {
      if (!skip (r, "\\u"))
        return fail (r, _("the other half of a surrogate pair is missing"));
      if (!read_unit (r, &low))
        return FALSE;
      if (low < 0xdc00 || low > 0xdfff)
        return fail (r, _("the other half of a surrogate pair is missing"));
      c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
    }
  else if (c >= 0xdc00 && c < 0xe000)
    return fail (r, _("the other half of a surrogate pair is missing"));
  if (c == 0)
    g_string_append_c (out, '\0');
  else
    g_string_append_unichar (out, c);

  return TRUE;
}

static gboolean
read_escape (Reader  *r,
             char     quote,
             GString *out)
{
  static const char from[] = "bfnrt/\\";
  static const char to[] = "\b\f\n\r\t/\\";
  const char *found;

  r->p++;
  if (skip (r, "u"))
    return read_unicode (r, out);
  if (*r->p == quote)
    g_string_append_c (out, quote);
  else if (*r->p != '\0' && (found = strchr (from, *r->p)) != NULL)
    g_string_append_c (out, to[found - from]);
  else
    return fail (r, _("there is no such escape in a string"));
  r->p++;

  return TRUE;
}

/* At a quote of either kind. */
static GString *
read_string (Reader *r)
{
  g_autoptr (GString) out = g_string_new (NULL);
  char quote = *r->p++;

  while (*r->p != quote)
    {
      if (*r->p == '\0')
        {
          fail (r, _("the expression ends inside a string"));
          return NULL;
        }
      if ((guchar) *r->p < ' ')
        {
          fail (r, _("a control character stands in a string unescaped"));
          return NULL;
        }
      if (*r->p != '\\')
        g_string_append_c (out, *r->p++);
      else if (!read_escape (r, quote, out))
        return NULL;
    }
  r->p++;

  return g_steal_pointer (&out);
}

static gboolean
read_integer (Reader *r,
              gint64 *value)
{
  const char *start = r->p;
  const char *digits;

  if (*r->p == '-')
    r->p++;
  digits = r->p;
  while (g_ascii_isdigit (*r->p))
    r->p++;
  if (r->p == digits)
    return fail (r, _("a digit must follow the minus sign"));
  if (*digits == '0' && (r->p > digits + 1 || digits > start))
    return fail_at (r, start, RT_JSON_PATH_ERROR_SYNTAX, _("a number starts with 0"));
  if (r->p - digits > 16)
    return fail_at (r, start, RT_JSON_PATH_ERROR_SYNTAX, _("the number is too large"));
  *value = g_ascii_strtoll (start, NULL, 10);
  if (*value > MAX_INTEGER || *value < -MAX_INTEGER)
    return fail_at (r, start, RT_JSON_PATH_ERROR_SYNTAX, _("the number is too large"));

  return TRUE;
}

static gboolean
is_integer (const Reader *r)
{
  return *r->p == '-' || g_ascii_isdigit (*r->p);
}

/* After what may be the start, at the colon. */
static gboolean
read_slice (Reader         *r,
            RtPathSelector *selector)
{
  selector->kind = RT_PATH_SLICE;
  selector->step = 1;
  r->p++;
  skip_space (r);
  if (is_integer (r))
    {
      selector->has_end = TRUE;
      if (!read_integer (r, &selector->end))
        return FALSE;
      skip_space (r);
    }
  if (!skip (r, ":"))
    return TRUE;
  skip_space (r);

  return !is_integer (r) || read_integer (r, &selector->step);
}

static gboolean
read_index_or_slice (Reader         *r,
                     RtPathSelector *selector)
{
  const char *end;

  selector->kind = RT_PATH_INDEX;
  if (is_integer (r))
    {
      selector->has_start = TRUE;
      if (!read_integer (r, &selector->start))
        return FALSE;
    }
  end = r->p;
  skip_space (r);
  if (*r->p == ':')
    return read_slice (r, selector);
  r->p = end;

  return selector->has_start ||
         fail (r, _("a name in quotes, a number, * or ? is expected here"));
}

static gboolean
read_selector (Reader        *r,
               RtPathSegment *segment)
{
  RtPathSelector *selector = g_new0 (RtPathSelector, 1);

  g_ptr_array_add (segment->selectors, selector);
  if (*r->p == '\'' || *r->p == '"')
    {
      selector->kind = RT_PATH_NAME;
      selector->name = read_string (r);
      return selector->name != NULL;
    }
  if (skip (r, "*"))
    {
      selector->kind = RT_PATH_WILDCARD;
      return TRUE;
    }
  if (skip (r, "?"))
    {
      selector->kind = RT_PATH_FILTER;
      skip_space (r);
      selector->filter = read_or (r);
      return selector->filter != NULL;
    }

  return read_index_or_slice (r, selector);
}

static gboolean
read_brackets (Reader        *r,
               RtPathSegment *segment)
{
  r->p++;
  do
    {
      skip_space (r);
      if (!read_selector (r, segment))
        return FALSE;
      skip_space (r);
    }
  while (skip (r, ","));

  return skip (r, "]") || fail (r, _("a comma or ] is expected here"));
}

static gboolean
is_name_character (const char *p,
                   gboolean    first)
{
  return g_ascii_isalpha (*p) || *p == '_' || (guchar) *p >= 0x80 ||
         (!first && g_ascii_isdigit (*p));
}

static gboolean
read_shorthand (Reader        *r,
                RtPathSegment *segment)
{
  RtPathSelector *selector;
  const char *start = r->p;

  if (*r->p != '*' && !is_name_character (r->p, TRUE))
    return fail (r, _("a name or * is expected here"));
  selector = g_new0 (RtPathSelector, 1);
  g_ptr_array_add (segment->selectors, selector);
  selector->kind = skip (r, "*") ? RT_PATH_WILDCARD : RT_PATH_NAME;
  if (selector->kind == RT_PATH_WILDCARD)
    return TRUE;
  while (is_name_character (r->p, FALSE))
    r->p++;
  selector->name = g_string_new_len (start, r->p - start);

  return TRUE;
}

static gboolean
read_segment (Reader      *r,
              RtPathQuery *query)
{
  RtPathSegment *segment = g_new0 (RtPathSegment, 1);

  segment->selectors = g_ptr_array_new_with_free_func ((GDestroyNotify) selector_free);
  g_ptr_array_add (query->segments, segment);
  if (query->segments->len > MAX_SEGMENTS)
    return fail_at (r, r->p, RT_JSON_PATH_ERROR_LENGTH, _("the path has too many steps"));
  segment->descendant = skip (r, "..");
  if (*r->p == '[')
    return read_brackets (r, segment);
  if (!segment->descendant)
    r->p++;

  return read_shorthand (r, segment);
}

/* At "$" or "@". */
static RtPathQuery *
read_query (Reader *r)
{
  g_autoptr (RtPathQuery) query = g_new0 (RtPathQuery, 1);

  query->relative = *r->p++ == '@';
  query->segments = g_ptr_array_new_with_free_func ((GDestroyNotify) segment_free);
  while (TRUE)
    {
      const char *end = r->p;

      skip_space (r);
      if (*r->p != '.' && *r->p != '[')
        {
          r->p = end;
          return g_steal_pointer (&query);
        }
      if (!read_segment (r, query))
        return NULL;
    }
}

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
skip_digits (Reader *r)
{
  const char *start = r->p;

  while (g_ascii_isdigit (*r->p))
    r->p++;

  return r->p > start || fail (r, _("a digit is expected here"));
}

static gboolean
read_number (Reader     *r,
             RtPathExpr *expr)
{
  const char *start = r->p;
  g_autofree char *text = NULL;

  expr->type = RT_JSON_NUMBER;
  if (*r->p == '-')
    r->p++;
  if (*r->p == '0' && g_ascii_isdigit (r->p[1]))
    return fail (r, _("a number starts with 0"));
  if (!skip_digits (r))
    return FALSE;
  if (skip (r, ".") && !skip_digits (r))
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
read_literal (Reader *r)
{
  static const struct { const char *word; RtJsonKind type; } words[] = {
    { "true", RT_JSON_TRUE }, { "false", RT_JSON_FALSE }, { "null", RT_JSON_NULL },
  };
  g_autoptr (RtPathExpr) expr = expr_new (RT_PATH_LITERAL, NULL, NULL);

  if (*r->p == '\'' || *r->p == '"')
    {
      expr->type = RT_JSON_STRING;
      expr->string = read_string (r);
      return expr->string != NULL ? g_steal_pointer (&expr) : NULL;
    }
  if (is_integer (r))
    return read_number (r, expr) ? g_steal_pointer (&expr) : NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (skip (r, words[i].word))
      {
        expr->type = words[i].type;
        return g_steal_pointer (&expr);
      }
  fail (r, _("a value, a path from @ or $, or a function is expected here"));

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

static RtPathExpr *read_operand (Reader *r);

static RtPathExpr *
read_argument (Reader        *r,
               RtPathFunction function)
{
  const char *start;
  g_autoptr (RtPathExpr) argument = NULL;

  skip_space (r);
  start = r->p;
  argument = read_operand (r);
  if (argument == NULL)
    return NULL;
  skip_space (r);
  if (functions[function].takes_nodes ? argument->kind != RT_PATH_QUERY : !is_value (argument))
    {
      fail_at (r, start, RT_JSON_PATH_ERROR_TYPE,
               functions[function].takes_nodes ? _("the function takes a path here")
                                               : _("the function takes a single value here"));
      return NULL;
    }

  return g_steal_pointer (&argument);
}

static gboolean
read_arguments (Reader     *r,
                RtPathExpr *call)
{
  call->left = read_argument (r, call->function);
  if (call->left == NULL)
    return FALSE;
  if (functions[call->function].n_arguments == 2)
    {
      if (!skip (r, ","))
        return fail (r, _("the function takes two values"));
      call->right = read_argument (r, call->function);
      if (call->right == NULL)
        return FALSE;
      if (call->right->kind == RT_PATH_LITERAL && call->right->type == RT_JSON_STRING)
        {
          call->has_regex = TRUE;
          call->regex = rt_path_regex_new (call->right->string,
                                           call->function == RT_PATH_MATCH);
        }
    }

  return skip (r, ")") || fail (r, _("a closing parenthesis is expected here"));
}

/* At the name. */
static RtPathExpr *
read_function (Reader *r)
{
  gsize n = strcspn (r->p, "(");

  for (gsize i = 0; i < G_N_ELEMENTS (functions); i++)
    if (strlen (functions[i].name) == n && strncmp (r->p, functions[i].name, n) == 0)
      {
        g_autoptr (RtPathExpr) call = expr_new (RT_PATH_FUNCTION, NULL, NULL);

        if (++r->depth > MAX_DEPTH)
          {
            fail_at (r, r->p, RT_JSON_PATH_ERROR_LENGTH, _("the expression is nested too deeply"));
            return NULL;
          }
        call->function = i;
        r->p += n + 1;
        if (!read_arguments (r, call))
          return NULL;
        r->depth--;
        return g_steal_pointer (&call);
      }
  fail (r, _("there is no such function; there are length, count, match, search and value"));

  return NULL;
}

static gboolean
is_function (const Reader *r)
{
  const char *p = r->p;

  if (!g_ascii_islower (*p))
    return FALSE;
  while (g_ascii_islower (*p) || *p == '_' || g_ascii_isdigit (*p))
    p++;

  return *p == '(';
}

static RtPathExpr *
read_operand (Reader *r)
{
  g_autoptr (RtPathExpr) expr = NULL;

  if (is_function (r))
    return read_function (r);
  if (*r->p != '@' && *r->p != '$')
    return read_literal (r);
  expr = expr_new (RT_PATH_QUERY, NULL, NULL);
  expr->query = read_query (r);

  return expr->query != NULL ? g_steal_pointer (&expr) : NULL;
}

static gboolean
read_operator (Reader         *r,
               RtPathOperator *op)
{
  static const char * const operators[] = { "==", "!=", "<=", ">=", "<", ">" };

  for (gsize i = 0; i < G_N_ELEMENTS (operators); i++)
    if (skip (r, operators[i]))
      {
        *op = i;
        return TRUE;
      }

  return FALSE;
}

/* An operand alone is a test. */
static RtPathExpr *
check_test (Reader     *r,
            RtPathExpr *expr,
            const char *start)
{
  if (expr->kind == RT_PATH_QUERY ||
      (expr->kind == RT_PATH_FUNCTION && functions[expr->function].is_test))
    return expr;
  fail_at (r, start, RT_JSON_PATH_ERROR_TYPE,
           _("this is a value; it must be compared with something"));
  rt_path_expr_free (expr);

  return NULL;
}

static RtPathExpr *
read_comparison (Reader *r)
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
  skip_space (r);
  if (!read_operator (r, &op))
    {
      r->p = end;
      return check_test (r, g_steal_pointer (&left), start);
    }
  skip_space (r);
  other = r->p;
  right = read_operand (r);
  if (right == NULL)
    return NULL;
  if (!is_value (left) || !is_value (right))
    {
      fail_at (r, is_value (left) ? other : start, RT_JSON_PATH_ERROR_TYPE,
               _("only a single value can be compared"));
      return NULL;
    }
  comparison = expr_new (RT_PATH_COMPARE, g_steal_pointer (&left), g_steal_pointer (&right));
  comparison->op = op;

  return comparison;
}

static RtPathExpr *
read_parentheses (Reader *r)
{
  g_autoptr (RtPathExpr) expr = NULL;

  r->p++;
  skip_space (r);
  expr = read_or (r);
  if (expr == NULL)
    return NULL;
  skip_space (r);
  if (!skip (r, ")"))
    {
      fail (r, _("a closing parenthesis is expected here"));
      return NULL;
    }

  return g_steal_pointer (&expr);
}

static RtPathExpr *
read_basic (Reader *r)
{
  RtPathExpr *expr;
  const char *start;

  if (*r->p == '(')
    return read_parentheses (r);
  if (*r->p != '!')
    return read_comparison (r);
  r->p++;
  skip_space (r);
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
read_chain (Reader        *r,
            const char    *token,
            RtPathExprKind kind,
            RtPathExpr *(*read) (Reader *))
{
  g_autoptr (RtPathExpr) expr = read (r);
  guint n = 0;

  while (expr != NULL)
    {
      const char *end = r->p;
      RtPathExpr *right;

      skip_space (r);
      if (!skip (r, token))
        {
          r->p = end;
          break;
        }
      skip_space (r);
      right = read (r);
      if (right == NULL)
        return NULL;
      expr = expr_new (kind, g_steal_pointer (&expr), right);
      if (++n > MAX_SEGMENTS)
        {
          fail_at (r, r->p, RT_JSON_PATH_ERROR_LENGTH, _("the expression has too many parts"));
          return NULL;
        }
    }

  return g_steal_pointer (&expr);
}

static RtPathExpr *
read_and (Reader *r)
{
  return read_chain (r, "&&", RT_PATH_AND, read_basic);
}

static RtPathExpr *
read_or (Reader *r)
{
  RtPathExpr *expr;

  if (++r->depth > MAX_DEPTH)
    {
      fail_at (r, r->p, RT_JSON_PATH_ERROR_LENGTH, _("the expression is nested too deeply"));
      return NULL;
    }
  expr = read_chain (r, "||", RT_PATH_OR, read_and);
  r->depth--;

  return expr;
}

RtJsonPath *
rt_json_path_new (const char *text,
                  gsize      *offset,
                  GError    **error)
{
  Reader r = { text, text, 0, G_MAXSIZE, error };
  g_autoptr (RtPathQuery) query = NULL;
  RtJsonPath *self;
  const char *bad;

  g_return_val_if_fail (text != NULL, NULL);

  if (!g_utf8_validate (text, -1, &bad))
    fail_at (&r, bad, RT_JSON_PATH_ERROR_SYNTAX, _("the expression is not UTF-8"));
  else if (strlen (text) > MAX_LENGTH)
    fail_at (&r, text + MAX_LENGTH, RT_JSON_PATH_ERROR_LENGTH, _("the expression is too long"));
  else if (*text != '$')
    fail (&r, _("a path begins with $"));
  else
    query = read_query (&r);
  if (query != NULL && *r.p != '\0')
    fail (&r, _("a step is expected here: .name, [\xe2\x80\xa6] or .."));
  if (offset != NULL)
    *offset = r.error_at;
  if (r.error_at != G_MAXSIZE)
    return NULL;
  self = g_new0 (RtJsonPath, 1);
  self->query = g_steal_pointer (&query);

  return self;
}

void
rt_json_path_free (RtJsonPath *self)
{
  rt_path_query_free (self->query);
  g_free (self);
}
