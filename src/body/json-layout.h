/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How JSON is laid out: what stands between a token and the one before. Each
 * member and item has a line of its own, two spaces a level; the only place
 * that knows this. Inline, as it is asked for each token of a large text.
 */

#pragma once

#include "json-scanner.h"

G_BEGIN_DECLS

/* Levels after which the indent grows no more: deeper ones would be nothing
 * but spaces. */
#define RT_JSON_MAX_INDENT 40

typedef enum
{
  RT_JSON_JOINT_NONE,
  RT_JSON_JOINT_COLON,      /* ": " */
  RT_JSON_JOINT_LINE,       /* a line end and the indent */
  RT_JSON_JOINT_COMMA_LINE, /* "," before those */
} RtJsonJoint;

typedef struct
{
  gsize           depth;
  gsize           level; /* of the last token that was given */
  RtJsonTokenKind last;  /* RT_JSON_TOKEN_SPACE at the start */
} RtJsonLayout;

#define RT_JSON_LAYOUT_INIT { 0, 0, RT_JSON_TOKEN_SPACE }

static inline gboolean
rt_json_token_opens (RtJsonTokenKind kind)
{
  return kind <= RT_JSON_TOKEN_ARRAY;
}

static inline gboolean
rt_json_token_closes (RtJsonTokenKind kind)
{
  return kind == RT_JSON_TOKEN_OBJECT_END || kind == RT_JSON_TOKEN_ARRAY_END;
}

/* What stands before a token of @kind, which must not be white space. */
static inline RtJsonJoint
rt_json_layout_next (RtJsonLayout   *self,
                     RtJsonTokenKind kind)
{
  RtJsonTokenKind last = self->last;

  self->last = kind;
  if (rt_json_token_closes (kind))
    {
      self->level = --self->depth;
      return rt_json_token_opens (last) ? RT_JSON_JOINT_NONE : RT_JSON_JOINT_LINE;
    }
  self->level = self->depth;
  self->depth += rt_json_token_opens (kind);
  if (last == RT_JSON_TOKEN_KEY)
    return RT_JSON_JOINT_COLON;
  if (last == RT_JSON_TOKEN_SPACE)
    return RT_JSON_JOINT_NONE;

  return rt_json_token_opens (last) || self->level == 0 ? RT_JSON_JOINT_LINE
                                                        : RT_JSON_JOINT_COMMA_LINE;
}

/* Spaces before the last token when it begins a line. */
static inline gsize
rt_json_layout_get_indent (const RtJsonLayout *self)
{
  return 2 * MIN (self->level, RT_JSON_MAX_INDENT);
}

G_END_DECLS
