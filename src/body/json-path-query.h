/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A JSONPath that was read: for its reader and its evaluation only. */

#pragma once

#include "json-path.h"
#include "json-path-regex.h"

G_BEGIN_DECLS

typedef struct _RtPathExpr RtPathExpr;

typedef enum
{
  RT_PATH_NAME,
  RT_PATH_WILDCARD,
  RT_PATH_INDEX,
  RT_PATH_SLICE,
  RT_PATH_FILTER,
} RtPathSelectorKind;

typedef struct
{
  RtPathSelectorKind kind;
  GString           *name;
  gint64             start; /* and the index */
  gint64             end;
  gint64             step;
  gboolean           has_start;
  gboolean           has_end;
  RtPathExpr        *filter;
} RtPathSelector;

typedef struct
{
  gboolean   descendant;
  GPtrArray *selectors; /* of RtPathSelector */
} RtPathSegment;

typedef struct
{
  gboolean   relative; /* from "@" */
  GPtrArray *segments; /* of RtPathSegment */
} RtPathQuery;

typedef enum
{
  RT_PATH_OR,
  RT_PATH_AND,
  RT_PATH_NOT,
  RT_PATH_COMPARE,
  RT_PATH_QUERY,
  RT_PATH_FUNCTION,
  RT_PATH_LITERAL,
} RtPathExprKind;

typedef enum
{
  RT_PATH_EQUAL,
  RT_PATH_NOT_EQUAL,
  RT_PATH_LESS_OR_EQUAL,
  RT_PATH_GREATER_OR_EQUAL,
  RT_PATH_LESS,
  RT_PATH_GREATER,
} RtPathOperator;

typedef enum
{
  RT_PATH_LENGTH,
  RT_PATH_COUNT,
  RT_PATH_MATCH,
  RT_PATH_SEARCH,
  RT_PATH_VALUE,
} RtPathFunction;

struct _RtPathExpr
{
  RtPathExprKind kind;
  RtPathOperator op;
  RtPathFunction function;
  RtPathExpr    *left;   /* and the first argument */
  RtPathExpr    *right;
  RtPathQuery   *query;
  RtJsonKind     type;   /* of a literal */
  GString       *string;
  double         number;
  gboolean       has_regex; /* the pattern is a literal, and was compiled */
  RtPathRegex   *regex;     /* NULL when it is none */
};

struct _RtJsonPath
{
  RtPathQuery *query;
};

void          rt_path_selector_free    (RtPathSelector *self);
void          rt_path_segment_free     (RtPathSegment  *self);
void          rt_path_query_free       (RtPathQuery    *self);
void          rt_path_expr_free        (RtPathExpr     *self);
/** Whether it finds one node at most (section 2.3.5.1). */
gboolean      rt_path_query_is_singular (const RtPathQuery *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtPathQuery, rt_path_query_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtPathExpr, rt_path_expr_free)

G_END_DECLS
