/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the parts of the JSONPath reader share: where it is, and the first error.
 * For them only.
 */

#pragma once

#include "json-path-query.h"

#include <glib/gi18n-lib.h>

G_BEGIN_DECLS

/* Nested expressions. */
#define RT_PATH_MAX_DEPTH 64
/* Steps of a path, parts of an expression. */
#define RT_PATH_MAX_PARTS 256

typedef struct
{
  const char *start;
  const char *p;
  guint       depth;
  gsize       error_at; /* G_MAXSIZE while there is no error */
  GError    **error;
} RtPathReader;

/** The first error stays. Always FALSE. */
gboolean     rt_path_fail_at      (RtPathReader       *r,
                                   const char         *where,
                                   RtJsonPathError     code,
                                   const char         *message);
/** A syntax error here. Always FALSE. */
gboolean     rt_path_fail         (RtPathReader       *r,
                                   const char         *message);

void         rt_path_skip_space   (RtPathReader       *r);
/** FALSE, and stays, when @token is not next. */
gboolean     rt_path_skip         (RtPathReader       *r,
                                   const char         *token);

/** A string, at a quote of either kind. (nullable) */
GString     *rt_path_read_string  (RtPathReader       *r);

gboolean     rt_path_at_integer   (const RtPathReader *r);
gboolean     rt_path_read_integer (RtPathReader       *r,
                                   gint64             *value);

/** A path, at "$" or "@". (nullable) */
RtPathQuery *rt_path_read_query   (RtPathReader       *r);
/** What follows "?": tests with || and && between them. (nullable) */
RtPathExpr  *rt_path_read_filter  (RtPathReader       *r);

G_END_DECLS
