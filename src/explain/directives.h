/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Comma lists of header fields, read tolerantly: members with a name, a value
 * and parameters, quoted strings undone, offsets kept (RFC 9110 sections 5.6.1,
 * 5.6.4 and 5.6.6). One form serves Cache-Control, Accept, Vary and their like.
 * Pure.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char      *text;       /* the member as it stands, parameters included */
  gsize      offset;     /* of it in the value */
  gsize      length;
  char      *name;       /* up to "=" or ";", as it is spelt */
  char      *value;      /* behind "=", quotes undone; NULL when there is none */
  gboolean   is_quoted;
  gboolean   is_bad;     /* a quote that does not end, or something behind it */
  GPtrArray *parameters; /* RtDirective, their own being empty */
} RtDirective;

void         rt_directive_free       (RtDirective  *self);

/**
 * rt_directives_parse:
 * @text: (nullable): a field's value, lines joined by ", "; bytes, not
 *   necessarily NUL-terminated
 * @length: number of bytes, or -1 when @text ends in NUL
 *
 * Empty members are passed over, as section 5.6.1.2 asks.
 *
 * Returns: (transfer full): RtDirective in their order
 */
GPtrArray   *rt_directives_parse     (const char   *text,
                                      gssize        length);

/** The same of a list that semicolons part: Strict-Transport-Security, CSP. */
GPtrArray   *rt_directives_parse_semicolons (const char *text,
                                             gssize      length);

/** The first one with this name, compared without case; NULL when none. */
const RtDirective *rt_directives_find (GPtrArray   *directives,
                                       const char  *name);

/**
 * rt_directive_get_seconds:
 * @seconds: (out): as RFC 9111 section 1.2.2: more than 2^31 becomes 2^31
 *
 * Returns: FALSE when the value is no row of digits
 */
gboolean     rt_directive_get_seconds (const RtDirective *self,
                                       gint64            *seconds);

/**
 * rt_directive_get_quality:
 * @is_bad: (out) (optional): TRUE when there is one that is not by the grammar
 *   (RFC 9110 section 12.4.2); 1 is given then
 *
 * Returns: thousandths, 1000 when none is said
 */
int          rt_directive_get_quality (const RtDirective *self,
                                       gboolean          *is_bad);

/** Digits only, nothing else; FALSE otherwise, also for too many. */
gboolean     rt_directive_read_digits (const char *text,
                                       gint64     *number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtDirective, rt_directive_free)

G_END_DECLS
