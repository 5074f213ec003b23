/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The Accept fields read: how welcome something is, and the wish in words
 * (RFC 9110 section 12.5). Qualities are thousandths; 0 is "not acceptable".
 */

#pragma once

#include <glib.h>

#include "directives.h"
#include "media-type.h"

G_BEGIN_DECLS

/** "application/json, then text/html (0.8), not image/gif". (transfer full) */
char    *rt_accepting_words           (const char        *value);
/** Nothing is refused and nothing is singled out: empty or "*" alone. */
gboolean rt_accepting_is_all          (GPtrArray         *members);
int      rt_accepting_rate_type       (GPtrArray         *members,
                                       const RtMediaType *type);
/** Basic filtering of RFC 4647: "en" welcomes "en-GB". */
int      rt_accepting_rate_language   (GPtrArray         *members,
                                       const char        *language);
/** @asked: (nullable): the whole field. */
int      rt_accepting_rate_coding     (const char        *asked,
                                       const char        *coding);
/** @member may stand in the field @name. */
gboolean rt_accepting_is_member       (const char        *name,
                                       const RtDirective *member);
gboolean rt_accepting_is_language_tag (const char        *text);

G_END_DECLS
