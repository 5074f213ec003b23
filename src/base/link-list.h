/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The comma lists of HTTP fields, and the Link field (RFC 8288), which is one.
 * Pure; tolerant: what cannot be read is left out.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * rt_list_split:
 * @value: of a field that is a list (RFC 9110 section 5.6.1), ending in NUL
 *
 * Splits at commas that stand neither in a quoted string nor in <…>. White
 * space around members is removed, empty ones are left out.
 *
 * Returns: (transfer full): the members, ending in NULL; 1,000 at most
 */
char **rt_list_split (const char *value);

typedef struct
{
  char      *target; /* as it stands between < and > */
  GPtrArray *names;  /* of the parameters, in lower case, in order */
  GPtrArray *values; /* unquoted; "" where none was given */
} RtLink;

/** (transfer full) (element-type RtLink): in order; empty when there are none */
GPtrArray  *rt_link_list_parse    (const char   *value);
/** The first parameter @name (lower case), or NULL: only the first one counts
 * (RFC 8288 section 3). */
const char *rt_link_get_parameter (const RtLink *self,
                                   const char   *name);
/** TRUE when one of its relation types is @type, compared without case. */
gboolean    rt_link_has_rel       (const RtLink *self,
                                   const char   *type);
/** The first link of @type that has no anchor, or NULL. */
const RtLink *rt_link_list_find   (GPtrArray    *links,
                                   const char   *type);

G_END_DECLS
