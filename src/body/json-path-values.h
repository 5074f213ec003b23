/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What filters of JSONPath compare (RFC 9535 section 2.3.5.2.2). */

#pragma once

#include "json-children.h"
#include "json-path-query.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean    exists; /* else it is Nothing */
  gboolean    is_node;
  RtJsonNode  node;
  RtJsonKind  kind;
  double      number;
  GString    *string; /* owned; of a string */
} RtPathValue;

void     rt_path_value_clear     (RtPathValue       *self);
void     rt_path_value_set_node  (RtPathValue       *self,
                                  const char        *text,
                                  const RtJsonNode  *node);
gboolean rt_path_value_compare   (RtJsonTreeIndex   *index,
                                  const char        *text,
                                  const RtPathValue *a,
                                  RtPathOperator     op,
                                  const RtPathValue *b);

/** Whether the key of @node says @name. */
gboolean rt_path_key_is          (const char        *text,
                                  const RtJsonNode  *node,
                                  const GString     *name);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RtPathValue, rt_path_value_clear)

G_END_DECLS
